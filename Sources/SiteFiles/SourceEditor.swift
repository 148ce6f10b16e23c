internal import SourceDiagnostics

/// Replaces stretches of source files, each file whole or not at all.
public enum SourceEditor {
  /// One replacement, in bytes of the file as it was loaded.
  public struct Edit: Sendable, Hashable {
    /// The file's path relative to the site's root.
    public var file: String
    /// What is replaced; an empty range inserts.
    public var range: Range<Int>
    /// What is put there.
    public var replacement: [UInt8]

    /// Replaces the bytes of `range`.
    public init(file: String, range: Range<Int>, replacement: [UInt8]) {
      self.file = file
      self.range = range
      self.replacement = replacement
    }
  }

  /// What came of it.
  public struct Outcome: Sendable, Hashable {
    /// The files that were written, sorted.
    public var files: [String] = []
    /// How many replacements were made.
    public var edits = 0
  }

  /// Makes the replacements in the files of `tree`.
  ///
  /// Of two that overlap only the first is made, and a file that somebody changed since it was
  /// loaded is left as it is: both can be asked for again after the next load. A file keeps its
  /// permissions; a link is followed, and what it leads to is written.
  ///
  /// - Throws: what stopped the writing; files written before it stay written, and each is whole.
  public static func apply(_ edits: [Edit], to tree: SourceTree) throws(FileFailure) -> Outcome {
    let byFile = Dictionary(grouping: edits, by: \.file)
    var outcome = Outcome()
    for path in byFile.keys.sorted(by: PathOrder.precedes) {
      guard let file = tree[path], file.kind == .text, let edits = byFile[path] else { continue }
      let (bytes, count) = edited(file.bytes, edits)
      guard count > 0, bytes != file.bytes else { continue }
      do throws(SystemError) {
        guard try replace(tree.root + "/" + path, loaded: file, with: bytes) else { continue }
      } catch {
        throw FileFailure("write", path: path, errno: error.code)
      }
      outcome.files.append(path)
      outcome.edits += count
    }
    return outcome
  }

  /// The bytes with the edits made that fit, and how many were.
  static func edited(_ bytes: [UInt8], _ edits: [Edit]) -> (bytes: [UInt8], count: Int) {
    let ordered = edits.sorted { a, b in
      (a.range.lowerBound, a.range.upperBound) < (b.range.lowerBound, b.range.upperBound)
    }
    var out: [UInt8] = []
    var end = 0
    var count = 0
    var last: Edit?
    for edit in ordered where edit.range.upperBound <= bytes.count {
      // Two insertions at one place would both be right alone; only one is made.
      guard edit.range.lowerBound >= end, last?.range != edit.range else { continue }
      out += bytes[end..<edit.range.lowerBound]
      out += edit.replacement
      end = edit.range.upperBound
      last = edit
      count += 1
    }
    return (out + bytes[end...], count)
  }

  /// Puts new bytes in a file's place at one stroke; `false` when it is not as it was loaded.
  private static func replace(
    _ path: String, loaded: LoadedFile, with bytes: [UInt8]
  ) throws(SystemError) -> Bool {
    let target = try SystemCalls.realPath(path)
    guard let slash = target.lastIndex(of: "/") else { return false }
    let folder = try Descriptor.folder(
      slash == target.startIndex ? "/" : String(target[..<slash]), in: SystemCalls.workingDirectory)
    let name = String(target[target.index(after: slash)...])
    guard let before = try SystemCalls.status(of: name, in: folder.number), before.kind == .file,
      before.stamp.size == Int64(loaded.bytes.count),
      try Descriptor.file(name, in: folder.number).read(limit: loaded.bytes.count) == loaded.bytes
    else { return false }
    let temporary = "." + name + ".brevier-new"
    // What a killed run left.
    if try SystemCalls.status(of: temporary, in: folder.number) != nil {
      try SystemCalls.remove(temporary, in: folder.number)
    }
    do throws(SystemError) {
      let file = try Descriptor.newFile(temporary, in: folder.number)
      try file.setPermissions(before.permissions)
      try file.write(bytes)
      try file.synchronise()
      try SystemCalls.rename(temporary, in: folder.number, to: name, in: folder.number)
    } catch {
      try? SystemCalls.remove(temporary, in: folder.number)
      throw error
    }
    return true
  }
}
