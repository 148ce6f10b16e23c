import Digests
internal import SourceDiagnostics

/// One thread's part in loading: opens a file, reads or hashes it, and sees that nobody changed it
/// meanwhile.
struct SourceReader {
  /// What became of a file.
  enum Outcome: Sendable {
    /// All is well.
    case read(LoadedFile)
    /// A text whose byte at this offset is not UTF-8.
    case notUTF8(LoadedFile, Int)
    /// Left out, and said why.
    case refused(Diagnostic)
    /// Removed since the folder was listed, as if it had never been there.
    case gone
    /// The machine gave up with this error.
    case failed(Int32)
  }

  private static let attempts = 3

  private let root: Int32
  private var buffer: [UInt8] = []

  /// A reader below an open root.
  init(root: Int32) { self.root = root }

  /// Reads one file, unless it is still what is known of it.
  mutating func read(_ entry: SourceWalk.Entry, known: LoadedFile? = nil) -> Outcome {
    do throws(SystemError) {
      if let known, known.kind == entry.kind,
        try SystemCalls.status(of: entry.place, in: root)?.stamp == known.stamp
      {
        return .read(known)
      }
      for _ in 0..<Self.attempts {
        if let outcome = try attempt(entry) { return outcome }
      }
    } catch {
      if error.code == FileFailure.missingEntry { return .gone }
      guard FileFailure.isAboutOneFile(error.code) else { return .failed(error.code) }
      return .refused(
        Diagnostic(
          .unreadableSource, "'\(entry.path)' cannot be read: \(FileFailure.reason(error.code))",
          at: SourceSpan(file: entry.path)))
    }
    return .refused(
      Diagnostic(
        .restlessSource, "'\(entry.path)' keeps changing while it is read",
        at: SourceSpan(file: entry.path), help: "build again when the file is finished"))
  }

  /// Reads one file once; `nil` when it changed meanwhile.
  private mutating func attempt(_ entry: SourceWalk.Entry) throws(SystemError) -> Outcome? {
    let file = try Descriptor.file(entry.place, in: root)
    let before = try file.status()
    guard before.kind == .file else {
      return .refused(
        Diagnostic(
          .specialSource, "'\(entry.path)' is no regular file; it is left out",
          at: SourceSpan(file: entry.path)))
    }
    switch entry.kind {
    case .text:
      guard before.stamp.size <= SourceLoader.textLimit else {
        return .refused(tooLong(entry, before))
      }
      let bytes = try file.read(limit: Int(before.stamp.size))
      guard bytes.count == Int(before.stamp.size), try file.status() == before else { return nil }
      let loaded = LoadedFile(
        path: entry.path, bytes: bytes, hash: ContentHash(bytes), stamp: before.stamp)
      return UTF8Check.firstInvalid(in: bytes).map { .notUTF8(loaded, $0) } ?? .read(loaded)
    case .binary:
      if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: 1 << 18) }
      var head: [UInt8] = []
      let (hash, length) = try file.hash(buffer: &buffer) { piece in
        head = Array(piece.prefix(PixelSize.headLength))
      }
      guard length == before.stamp.size, try file.status() == before else { return nil }
      return .read(
        LoadedFile(
          path: entry.path, kind: .binary, bytes: [], hash: hash, pixelSize: PixelSize(head: head),
          stamp: before.stamp))
    }
  }

  private func tooLong(_ entry: SourceWalk.Entry, _ status: FileStatus) -> Diagnostic {
    Diagnostic(
      .oversizedSource,
      "'\(entry.path)' has \(status.stamp.size) bytes; a text has at most \(SourceLoader.textLimit)",
      at: SourceSpan(file: entry.path), help: "split the text into several files")
  }
}
