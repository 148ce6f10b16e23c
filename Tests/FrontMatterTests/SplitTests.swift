import FrontMatter
import SourceDiagnostics
import Testing

@Suite("Splitting a file into header and body")
struct SplitTests {
  private func split(_ text: String) -> (header: String?, body: String, codes: [String]) {
    let bytes = Array(text.utf8)
    var found: [Diagnostic] = []
    let parts = FrontMatter.split(bytes, file: "a.md", diagnostics: &found)
    return (
      parts.header.map { String(decoding: bytes[$0], as: UTF8.self) },
      String(decoding: bytes[parts.bodyStart...], as: UTF8.self), found.map(\.rule.code)
    )
  }

  @Test(
    "the header is what stands between the two fences, whatever ends the lines",
    arguments: [
      ("---\na: 1\n---\nText", "a: 1\n", "Text"),
      ("---\r\na: 1\r\n---\r\nText\r\n", "a: 1\r\n", "Text\r\n"),
      ("---\ra: 1\r---\rText", "a: 1\r", "Text"),
      ("\u{FEFF}---\na: 1\n---\nText", "a: 1\n", "Text"),
      ("---  \na: 1\n---\t \nText", "a: 1\n", "Text"),
      ("---\n---\nText", "", "Text"),
      ("---\na: 1\n---", "a: 1\n", ""),
      ("---\na: b --- c\n ---\n----\n---\nText\n---\n", "a: b --- c\n ---\n----\n", "Text\n---\n"),
    ])
  func header(_ text: String, _ header: String, _ body: String) {
    let parts = split(text)
    #expect(parts.header == header)
    #expect(Array(parts.body.utf8) == Array(body.utf8))
    #expect(parts.codes == [])
  }

  @Test(
    "a file that does not begin with a fence is all body",
    arguments: [
      "", "Text", "\n---\na: 1\n---\n", "----\na\n---\n", "--- a\n---\n", "--", " ---\n---\n",
    ])
  func noHeader(_ text: String) {
    let parts = split(text)
    #expect(parts.header == nil)
    #expect(parts.body == text)
    #expect(parts.codes == [])
  }

  @Test("a byte order mark is not part of the body")
  func mark() {
    #expect(split("\u{FEFF}Text").body == "Text")
  }

  @Test("a header that never closes marks its first line and the line that was meant to close it")
  func neverClosed() throws {
    let text = "\u{FEFF}---\na: 1\n----\nText\n"
    let bytes = Array(text.utf8)
    var found: [Diagnostic] = []
    let parts = FrontMatter.split(bytes, file: "a.md", diagnostics: &found)
    #expect(parts.header == nil)
    #expect(parts.bodyStart == bytes.count)
    let diagnostic = try #require(found.first)
    #expect(diagnostic.rule == .neverClosed)
    #expect(diagnostic.span == SourceSpan(file: "a.md", range: 3..<6))
    let meant = try #require(diagnostic.related.first?.span.range)
    #expect(String(decoding: bytes[meant], as: UTF8.self) == "----")
    #expect(split("---").codes == ["F001"])
    #expect(split("---\na: 1").codes == ["F001"])
  }
}
