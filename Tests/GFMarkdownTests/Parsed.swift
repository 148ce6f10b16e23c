import SourceDiagnostics

@testable import GFMarkdown

/// A text parsed for a test, with its parts as strings.
struct Parsed {
  let source: [UInt8]
  let body: MarkdownBody
  let diagnostics: [Diagnostic]

  /// Parses `text`, which in the file stands after `front`.
  init(_ text: String, after front: String = "", _ options: MarkdownOptions = MarkdownOptions()) {
    self.init(bytes: Array(text.utf8), after: front, options)
  }

  init(bytes: [UInt8], after front: String = "", _ options: MarkdownOptions = MarkdownOptions()) {
    source = Array(front.utf8) + bytes
    var diagnostics: [Diagnostic] = []
    body = Markdown.parse(
      source[front.utf8.count...], file: "a.md", offset: front.utf8.count, options: options,
      diagnostics: &diagnostics)
    self.diagnostics = diagnostics
  }

  var html: String { String(decoding: body.html, as: UTF8.self) }
  var plain: String { String(decoding: body.plainText, as: UTF8.self) }
  var codes: [String] { diagnostics.map(\.rule.code) }

  func source(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }
  func html(_ range: Range<Int>) -> String { String(decoding: body.html[range], as: UTF8.self) }

  /// `line:column` of a byte of the file.
  func position(_ offset: Int) -> String {
    let place = SourceText(path: "a.md", bytes: source).position(of: offset)
    return "\(place.line):\(place.column)"
  }

  /// Where each diagnostic stands, as `code line:column`.
  var places: [String] {
    diagnostics.map { "\($0.rule.code) \(position($0.span?.range?.lowerBound ?? 0))" }
  }
}
