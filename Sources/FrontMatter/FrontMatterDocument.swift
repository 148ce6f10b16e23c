public import SourceDiagnostics

/// A header or a whole YAML file as a tree whose nodes know their place.
///
/// The language is the plain part of YAML 1.1 as libyaml reads it (lists, mappings, the five ways to
/// write text, comments); anchors, aliases, tags, merge keys, directives and further documents are
/// refused, and so is whatever is larger than the limits.
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
  /// Mistakes go into `diagnostics` (rules F002 to F011 and F017 to F019) with places in the whole
  /// file. `nil` comes back when the text cannot be read as a tree (broken syntax, invalid UTF-8,
  /// limits); a mistake that leaves a tree, such as a duplicate key, is reported and the tree
  /// returned, so that its fields can be checked in the same run. Never throws, never crashes.
  public static func parse(
    _ bytes: [UInt8], range: Range<Int>, file: String, limits: Limits = .header,
    diagnostics: inout [Diagnostic]
  ) -> FrontMatterDocument? {
    nil
  }
}
