public import SourceDiagnostics

/// A header or a whole YAML file as a tree whose nodes know their place.
///
/// The language is the plain part of YAML 1.1 as libyaml reads it (lists, mappings, the five ways
/// to write text, comments); anchors, aliases, tags, merge keys, directives and further documents
/// are refused, and so is whatever is larger than the limits.
public struct FrontMatterDocument: Sendable {
  /// The outermost value; an empty header gives a scalar that is null.
  public let root: Node

  /// The file's path relative to the site's root.
  public var file: String { root.storage.file }

  /// How much of a document is accepted.
  public struct Limits: Sendable {
    /// The most bytes.
    public var bytes: Int
    /// The most nodes; keys count.
    public var nodes: Int
    /// The deepest nesting of lists and mappings.
    public var depth: Int

    /// For the header of a content file: 64 KiB, 10,000 nodes, 64 levels.
    public static let header = Limits(bytes: 64 << 10, nodes: 10_000, depth: 64)
    /// For a file that is all YAML, such as settings: 1 MiB, 10,000 nodes, 64 levels.
    public static let file = Limits(bytes: 1 << 20, nodes: 10_000, depth: 64)

    /// Limits of one's own.
    public init(bytes: Int, nodes: Int, depth: Int) {
      self.bytes = bytes
      self.nodes = nodes
      self.depth = depth
    }
  }

  /// Reads the bytes of `range` as one YAML document.
  ///
  /// Mistakes go into `diagnostics` (rules F002, F003, F005 to F011 and F017 to F019) with places
  /// in the whole file. `nil` comes back when the text cannot be read as a tree (broken syntax,
  /// invalid UTF-8, limits); a mistake that leaves a tree, such as a duplicate key, is reported and
  /// the tree returned, so that its fields can be checked in the same run. Never throws, never
  /// crashes.
  public static func parse(
    _ bytes: [UInt8], range: Range<Int>, file: String, limits: Limits = .header,
    diagnostics: inout [Diagnostic]
  ) -> FrontMatterDocument? {
    var range = range.clamped(to: 0..<bytes.count)
    if range.lowerBound == 0 {
      range = min(FrontMatter.startAfterMark(bytes), range.upperBound)..<range.upperBound
    }
    guard range.count <= limits.bytes else {
      diagnostics.append(tooManyBytes(range, file: file, limits: limits))
      return nil
    }
    if let directive = directive(in: bytes[range]) {
      diagnostics.append(
        Diagnostic(
          .severalDocuments,
          "directives such as \(quoted(bytes[directive])) are not part of a header",
          at: SourceSpan(file: file, range: directive), label: "a directive",
          help: "remove the line; text that begins with % needs quotes"))
      return nil
    }
    var builder = TreeBuilder(bytes[range], file: file, limits: limits)
    let storage = YAMLEvents.read(bytes[range]) { events in
      builder.build(&events, diagnostics: &diagnostics)
    }
    return storage.map { FrontMatterDocument(root: Node(storage: $0, index: 0)) }
  }

  private static func tooManyBytes(
    _ range: Range<Int>, file: String, limits: Limits
  ) -> Diagnostic {
    let start = range.lowerBound + limits.bytes
    return Diagnostic(
      .tooLarge, "\(range.count) bytes of YAML; at most \(limits.bytes) are read",
      at: SourceSpan(file: file, range: start..<start + 1), label: "the limit is reached here",
      help: "is the closing '---' missing? otherwise move text into the body")
  }

  /// The first line that says something, when it is a directive (`%YAML`, `%TAG`). They are looked
  /// for beforehand, since libyaml takes quadratic time over many of them.
  private static func directive(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      var content = start
      while content < bytes.endIndex, bytes[content] == 0x20 { content += 1 }
      let first = content < bytes.endIndex ? bytes[content] : 0x0A
      let isSilent =
        first == 0x23 || first == 0x0A || first == 0x0D
        || bytes[content...].starts(with: "...".utf8)
      guard isSilent || first == 0x25 && content == start else { return nil }
      var end = content
      while end < bytes.endIndex, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      if !isSilent { return start..<end }
      start = min(end + 1, bytes.endIndex)
    }
    return nil
  }
}
