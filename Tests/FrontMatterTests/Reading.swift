import FrontMatter
import SourceDiagnostics

/// What one reading of a text gave, for tests.
struct Reading {
  let bytes: [UInt8]
  let document: FrontMatterDocument?
  let diagnostics: [Diagnostic]

  /// Reads all of `yaml` as one document.
  init(_ yaml: String, limits: FrontMatterDocument.Limits = .header) {
    self.init(bytes: Array(yaml.utf8), limits: limits)
  }

  init(bytes: [UInt8], limits: FrontMatterDocument.Limits = .header) {
    self.bytes = bytes
    var found: [Diagnostic] = []
    document = FrontMatterDocument.parse(
      bytes, range: 0..<bytes.count, file: "a.yml", limits: limits, diagnostics: &found)
    diagnostics = found
  }

  /// Reads the header of a content file.
  init(file: [UInt8]) {
    bytes = file
    var found: [Diagnostic] = []
    let parts = FrontMatter.split(file, file: "a.md", diagnostics: &found)
    document = parts.header.flatMap {
      FrontMatterDocument.parse(file, range: $0, file: "a.md", diagnostics: &found)
    }
    diagnostics = found
  }

  var codes: [String] { diagnostics.map(\.rule.code) }

  subscript(key: String) -> Node? { document?.root[key] }

  /// The bytes of the file that a node stands on.
  func source(_ node: Node?) -> String? {
    node.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// The bytes of the file under a diagnostic's mark.
  func marked(_ diagnostic: Diagnostic?) -> String? {
    diagnostic?.span?.range.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Line and column of a diagnostic, as a person is told them.
  func place(_ span: SourceSpan?) -> LineColumn? {
    span?.range.map { SourceText(path: "a", bytes: bytes).position(of: $0.lowerBound) }
  }
}
