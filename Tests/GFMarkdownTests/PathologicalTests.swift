import Testing

@testable import GFMarkdown

/// A shape of text that is known to trouble Markdown parsers.
struct Shape: Sendable, CustomTestStringConvertible {
  var name: String
  /// The error that a mebibyte of it gets, or `nil` when it must be parsed.
  var refusal: String?
  var make: @Sendable (Int) -> String

  var testDescription: String { name }

  init(_ name: String, _ refusal: String?, _ make: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.refusal = refusal
    self.make = make
  }

  /// `part` n times.
  static func repeated(_ name: String, _ refusal: String?, _ part: String) -> Shape {
    Shape(name, refusal) { String(repeating: part, count: $0) }
  }

  /// A text of about so many bytes.
  func text(bytes: Int) -> String {
    var low = 1
    while make(low * 2).utf8.count <= bytes { low *= 2 }
    var step = low
    while step > 0 {
      if make(low + step).utf8.count <= bytes { low += step }
      step /= 2
    }
    return make(low)
  }

  static let all: [Shape] = [
    // Those on which the library takes quadratic time or space.
    Shape("blockquote-emph", "M002") { times(">", $0) + times("a*", $0) },
    Shape("nested-list-blank", "M002") { times(" -", $0) + "x" + times("\n", $0) },
    .repeated("image-brackets", "M002", "![[]()"),
    Shape("wide-table", "M003") { times("|x", $0) + "|\n" + times("|-", $0) + "|\n" },
    Shape("missing-cells", "M003") {
      "|" + times("a|", 1_000) + "\n|" + times("-|", 1_000) + "\n" + times("|b\n", $0)
    },
    .repeated("link-in-emphasis", "M002", "*[a](b) "),
    Shape("lazy-in-quotes", "M002") { times("> ", $0 / 20) + "a\n" + times("b\n", $0) },
    Shape("quotes-and-lazy-lines", "M002") { times("> ", 500) + "a\n" + times("b\n", $0) },
    Shape("list-by-indentation", "M002") { count in
      let depth = Int(Double(count).squareRoot() / 2)
      return (0..<depth).map { times(" ", 2 * $0) + "- a\n" }.joined() + times("\n", count)
    },
    Shape("url-parens", "M002") { "http://a.b/" + times(")", $0) },
    Shape("reference-bomb", "M004") { count in
      "[a]: /" + times("u", count) + "\n\n" + times("[a]\n\n", count / 10)
    },
    // Those that must stay linear in everything of ours.
    Shape("underscores-dot", nil) { times("_", $0) + "." + times("_", $0) },
    Shape("open-brackets", "M002") { times("[", $0) },
    Shape("brackets", "M002") { times("[", $0) + "a" + times("]", $0) },
    .repeated("link-open", "M002", "[a]("),
    Shape("deep-quote", "M002") { times("> ", $0) + "a\n" },
    Shape("deep-list", "M002") { times("- ", $0) + "a\n" },
    Shape("html-comment-open", nil) { "a" + times("<!--", $0) },
    Shape("backtick-runs", nil) { count in
      (0..<Int(Double(2 * count).squareRoot())).map { "e" + times("`", $0) }.joined()
    },
    Shape("stars", nil) { "a**b" + times("c* ", $0) },
    .repeated("entities", nil, "&a"),
    .repeated("tables", nil, "|a\n|-\n\n"),
    Shape("footnote-refs", "M002") { times("[^1]", $0) + "\n\n[^1]: x\n" },
    Shape("many-footnotes", nil) { count in
      (0..<count / 40).map { "[^\($0)]\n\n" }.joined()
        + (0..<count / 40).map { "[^\($0)]: x\n\n" }.joined()
    },
    .repeated("long-line", nil, "word "),
    .repeated("headings-same", nil, "# a\n\n"),
    .repeated("dots", nil, "..."),
    .repeated("quotes", nil, "\"'"),
    .repeated("wiki-links", nil, "[[a]]\n\n"),
    .repeated("open-wiki-links", nil, "[[a\n\n"),
    .repeated("raw-tags", nil, "<b>"),
    .repeated("bare-addresses", nil, "http://a.b/c "),
    .repeated("nested-emphasis", nil, "*a **b "),
    .repeated("list-with-links", nil, "- [a](b)\n"),
    .repeated("nul", nil, "a\u{0}b "),
  ]

  private static func times(_ part: String, _ count: Int) -> String {
    String(repeating: part, count: count)
  }
}

@Suite("Pathological texts")
struct PathologicalTests {
  private static let sizes = ["M001", "M002", "M003", "M004"]

  private func refusals(_ text: String) -> [String] {
    Parsed(text).codes.filter { Self.sizes.contains($0) }
  }

  @Test("a mebibyte of a shape that would hang is refused at once", arguments: Shape.all)
  func refused(shape: Shape) throws {
    guard let refusal = shape.refusal else { return }
    let parsed = Parsed(shape.text(bytes: 1_000_000))
    #expect(parsed.codes == [refusal])
    #expect(parsed.body.html.isEmpty)
  }

  @Test("fifty kilobytes of a harmless shape are parsed", arguments: Shape.all)
  func parsed(shape: Shape) {
    guard shape.refusal == nil else { return }
    #expect(refusals(shape.text(bytes: 50_000)) == [])
  }

  @Test("four kilobytes of any shape are parsed", arguments: Shape.all)
  func small(shape: Shape) {
    let parsed = Parsed(shape.text(bytes: 4_000))
    #expect(parsed.codes.filter { Self.sizes.contains($0) } == [])
    #expect(!parsed.body.html.isEmpty)
  }

  @Test("nesting of a thousand levels is walked without recursion")
  func deep() {
    let parsed = Parsed(String(repeating: "> ", count: 1_000) + "a\n")
    #expect(parsed.html.hasSuffix(String(repeating: "</blockquote>\n", count: 1_000)))
    let emphasis = Parsed(
      String(repeating: "*a_b ", count: 5_000) + String(repeating: "c_d*", count: 5_000))
    #expect(!emphasis.body.html.isEmpty)
  }

  @Test("limits hold: length, columns, cells and output, each with its place")
  func limits() {
    var options = MarkdownOptions()
    options.limits = .init(sourceBytes: 20_000, tableColumns: 3, tableCells: 10, outputBytes: 2_000)
    #expect(Parsed(String(repeating: "a", count: 20_001), options).codes == ["M001"])
    let wide = Parsed("x\n\n|a|b|c|d|\n|-|-|-|-|\n", options)
    #expect(wide.places == ["M003 3:1"])
    #expect(Parsed("|a|b|c|\n|-|-|-|\n|d|e|f|\n|g|\n|h|\n", options).codes == ["M003"])
    #expect(Parsed("|a|b|c|\n|-|-|-|\n|d|e|f|\n|g|\n|h|\n").codes == [])
    #expect(Parsed(String(repeating: "a\n\n", count: 2_000), options).codes == ["M004"])
    #expect(Parsed(String(repeating: "a\n\n", count: 10), options).codes == [])
  }

  @Test("long ordinary texts are not refused")
  func ordinary() {
    let paragraph = "Some words, [a link](https://a.b/c) and [[a name]], cited[^c], *stressed*.\n"
    let article = String(repeating: String(repeating: paragraph, count: 12) + "\n", count: 800)
    #expect(article.utf8.count > 700_000)
    #expect(refusals(article) == [])
    let list = String(
      repeating: "- [Title of a thing](https://example.org/path): what it says\n  - more\n",
      count: 9_000)
    #expect(refusals(list) == [])
    let table =
      "| a | b | c |\n|---|---|---|\n" + String(repeating: "| [x](y) | 1 | 2 |\n", count: 20_000)
    #expect(refusals(table) == [])
    let definitions = (0..<2_000).map { "[r\($0)]: https://example.org/\($0)\n" }.joined()
    let uses = (0..<2_000).map { "See [r\($0)].\n\n" }.joined()
    #expect(refusals(uses + definitions) == [])
  }
}
