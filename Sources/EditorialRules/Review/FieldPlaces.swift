import FrontMatter
import SourceDiagnostics

/// Finds where a field stands in a file's front matter, for findings about values whose places the
/// model does not keep.
struct FieldPlaces {
  private let root: Node

  /// Reads the header of a content file; nil when it has none that can be read.
  init?(_ bytes: [UInt8], file: String) {
    var ignored: [Diagnostic] = []
    guard
      let header = FrontMatter.split(bytes, file: file, diagnostics: &ignored).header,
      let document = FrontMatterDocument.parse(
        bytes, range: header, file: file, diagnostics: &ignored)
    else { return nil }
    root = document.root
  }

  /// The value of `field` in the innermost mapping that holds `range` and has such a field.
  func value(of field: String, near range: Range<Int>) -> SourceSpan? {
    var found: Node?
    var node: Node? = root
    while let current = node {
      if let value = current[field] { found = value }
      let children = current.items + current.entries.map(\.value)
      node = children.first {
        $0.kind != .scalar && $0.range.lowerBound <= range.lowerBound
          && $0.range.upperBound >= range.upperBound
      }
    }
    return found?.span
  }

  /// The value at the end of a way of keys from the top.
  func value(at path: [String]) -> SourceSpan? {
    var node: Node? = root
    for key in path { node = node?[key] }
    return node?.span
  }
}
