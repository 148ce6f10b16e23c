public import Digests

/// The list of what a build wrote: it decides what is unchanged, what may be removed, and what a
/// host must be sent.
///
/// The same site has the same manifest on every machine; what a machine knows of its own copies
/// stands apart (`OutputStamps`). The file `.brevier-manifest` marks an output folder as ours. It is
/// ASCII, lines end in `\n`:
///
///     brevier-manifest 1
///     PHASE HASH SIZE PATH          one line a file, sorted by the bytes of the paths
///     end COUNT HASH
///
/// PHASE is the letter of an `OutputPhase`, HASH a content hash in hexadecimal, SIZE decimal bytes.
/// The last line holds the number of files and the hash of all bytes before it, so that a damaged
/// manifest is known from a good one; every path is checked anew when it is read.
public struct OutputManifest: Sendable, Equatable {
  /// One file of the site.
  public struct Entry: Sendable, Hashable {
    /// Where it stands below the output folder.
    public let path: OutputPath
    /// Its turn when the site is put in place or sent.
    public let phase: OutputPhase
    /// Its length in bytes.
    public let size: Int64
    /// The digest of its content.
    public let hash: ContentHash

    /// An entry from its parts.
    public init(path: OutputPath, phase: OutputPhase, size: Int64, hash: ContentHash) {
      self.path = path
      self.phase = phase
      self.size = size
      self.hash = hash
    }
  }

  /// The files, sorted by the bytes of their paths.
  public let entries: [Entry]

  /// A manifest of entries in any order.
  public init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.path < $1.path }
  }

  /// Reads the manifest of an output folder; `nil` when there is none or it is damaged.
  ///
  /// - Throws: when the folder or the file cannot be read.
  public static func load(output: String) throws(FileFailure) -> OutputManifest? {
    do throws(SystemError) {
      let folder = try Descriptor.folder(output, in: SystemCalls.workingDirectory)
      return try folder.content(of: fileName).flatMap { OutputManifest(bytes: $0) }
    } catch {
      throw FileFailure("read the manifest in", path: output, errno: error.code)
    }
  }

  /// Reads the bytes of a manifest; `nil` when they are damaged or of another version.
  public init?(bytes: [UInt8]) {
    guard let body = RecordText.body(of: bytes, heading: Self.heading) else { return nil }
    var reader = RecordText.Reader(body.lines)
    var entries: [Entry] = []
    entries.reserveCapacity(body.count)
    while !reader.isAtEnd {
      guard let letter = reader.byte(), let phase = OutputPhase(rawValue: letter), reader.space(),
        let hash = reader.hash(), reader.space(), let size = reader.number(), reader.space(),
        let text = reader.restOfLine(), let path = try? OutputPath(text)
      else { return nil }
      if let last = entries.last, last.path >= path { return nil }
      entries.append(Entry(path: path, phase: phase, size: size, hash: hash))
    }
    guard entries.count == body.count else { return nil }
    self.entries = entries
  }

  /// The manifest as a file.
  public var bytes: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(entries.count * 96 + 128)
    out += Self.heading.utf8
    for entry in entries {
      out.append(entry.phase.rawValue)
      out.append(RecordText.space)
      entry.hash.appendHex(to: &out)
      out.append(RecordText.space)
      RecordText.append(entry.size, to: &out)
      out.append(RecordText.space)
      out += entry.path.text.utf8
      out.append(RecordText.newline)
    }
    RecordText.close(&out, count: entries.count)
    return out
  }

  /// The name of the manifest in an output folder.
  public static let fileName = ".brevier-manifest"
  /// The name of the list of what a commit is about to put in place; it outlives only a killed one.
  static let intentName = ".brevier-manifest.next"

  private static let heading = "brevier-manifest 1\n"
}
