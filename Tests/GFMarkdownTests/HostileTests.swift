import Testing

@testable import GFMarkdown

@Suite("Hostile texts")
struct HostileTests {
  private static let texts = [
    "[x](/u '\"><script>alert(1)</script>')", "![x](/u '\"><script>alert(1)</script>')",
    "[x](</u\"><script>>)", "![\"><script>alert(1)</script>](/u)", "![a](/u\" onerror=\"alert(1))",
    "![\" onerror=\"alert(1)](u)", "[x](/u \"a\\\" onclick=\\\"b\")",
    "<a href=x onclick=alert(1)>y</a>",
    "| a |\n|:-:\" onclick=x|\n| b |", "| <script> |\n|-|\n| <img src=x onerror=y> |",
    "a[^\"><script>]\n\n[^\"><script>]: b", "```\"><script>x</script>\ny\n```",
    "```\" onclick=\"x\ny\n```", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<iframe src=\"javascript:x\"></iframe>", "<div>\n<script>x</script>\n</div>",
    "<!-- x --> <script>x</script>", "a <!-- --> <script>x</script>", "[a](jav&#x09;ascript:x)",
    "[a](java&NewLine;script:x)", "[a](&#1;javascript:x)", "[a]( JavaScript:x)",
    "[a](\\javascript:x)", "<javascript:x>", "[a]\n\n[a]: javascript:x",
    "[a]\n\n[a]: <java\tscript:x>",
    "![a](javascript:x)", "![a](data:text/html;base64,x)", "[a](vbscript:x)", "[a](file:///etc)",
    "[a](javascript&colon;x)", "[a](&#106;avascript:x)", "[[\"><script>x</script>|\"onclick=]]",
    "# <script>x</script> \" onclick=\"", "- [x] <script>", "![a](b '<script>')",
    "\"<script>\" 'x' -- ...", "[^<script>]", "<a\nonclick=x>", "<http://a\"onclick=x>",
    "http://a.b/\"><script>", "[<b onclick=x>](y)", "![<b onclick=x>](y)", "&lt;script&gt;x",
    "`<script>`", "    <script>x</script>", "<!--> <script>x</script> -->", "<?php <script> ?>",
  ]

  @Test("no script, no handler and no script address leaves the writer", arguments: texts)
  func harmless(text: String) {
    for language in ["en", "fr", "de"] {
      let parsed = Parsed(text, MarkdownOptions(language: language))
      let faults = TagCheck.faults(in: parsed.body.html)
      #expect(faults.isEmpty, "\(faults) in \(parsed.html)")
    }
  }

  @Test("the check itself sees what it looks for")
  func checkSees() {
    for html in [
      "<script>x</script>", "<a onclick=\"x\">", "<a href=\"javascript:x\">", "<img src='data:x'>",
      "<p class=\"a\"b\">", "<b x>",
    ] {
      #expect(!TagCheck.faults(in: Array(html.utf8)).isEmpty, "\(html)")
    }
  }

  @Test("random mixtures of markup stay harmless and their records stay inside the HTML")
  func mixtures() {
    let parts = [
      "<script>", "</script>", "\" onclick=\"", "' on=", "javascript:", "[a](", "![b](", ")", "[[",
      "]]", "|", "\n", "\n\n", "`", "```", "<a href=", ">", "<!--", "-->", "&quot;", "&#x22;", "\\",
      "[^a]", "\n[^a]: ", "# ", "> ", "- ", "*", "**", "é", " ", "\n|-|-|\n", "http://x.y/", "\"",
      "'", "<", "&", "a", "[r]: ", "\u{12470}", "~~", "[x] ",
    ]
    var random = SeededGenerator(seed: 7)
    for round in 0..<2_500 {
      var text = ""
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        text += parts[Int.random(in: 0..<parts.count, using: &random)]
      }
      let parsed = Parsed(
        text, after: "x\n", MarkdownOptions(language: round % 2 == 0 ? "en" : "fr"))
      let faults = TagCheck.faults(in: parsed.body.html)
      #expect(faults.isEmpty, "round \(round) \(faults): \(text.debugDescription)")
      #expect(!parsed.html.contains("\u{FFFD}"), "round \(round): cut inside a character")
      let ranges =
        parsed.body.wikiLinks.map(\.html) + parsed.body.links.map(\.html)
        + parsed.body.linkableText.map(\.html)
      #expect(ranges.allSatisfy { $0.upperBound <= parsed.body.html.count }, "round \(round)")
      for text in parsed.body.linkableText {
        #expect(!parsed.html(text.html).contains("<"), "round \(round)")
      }
      let sources =
        parsed.body.wikiLinks.map(\.source) + parsed.body.links.map(\.source)
        + parsed.body.citations.map(\.source)
      #expect(sources.allSatisfy { $0.lowerBound >= 2 && $0.upperBound <= parsed.source.count })
    }
  }

  @Test("NUL and bytes that are not UTF-8 become U+FFFD, with one warning at the first")
  func invalidBytes() {
    let parsed = Parsed(bytes: [0x61, 0x20, 0xFF, 0x62, 0x00, 0x63, 0xED, 0xA0, 0x80, 0xC3])
    #expect(parsed.html.hasPrefix("<p>a \u{FFFD}b\u{FFFD}c"))
    #expect(parsed.places == ["M008 1:3"])
    #expect(String(validating: parsed.body.html, as: UTF8.self) != nil)
  }

  @Test("allowed HTML passes through, and its anchors are known")
  func allowed() {
    let parsed = Parsed(
      "<div id=\"one\">\n\nText <a name='two' href=x>link</a> <!-- id=\"no\" --> end\n\n</div>\n",
      MarkdownOptions(rawHTML: .allowed))
    #expect(parsed.html.contains("<div id=\"one\">\n<p>Text <a name='two' href=x>link</a>"))
    #expect(parsed.body.anchors == ["one", "two"])
    #expect(parsed.body.linkableText.map { parsed.html($0.html) } == ["Text ", " ", " end"])
    #expect(parsed.codes.isEmpty)
  }
}

/// Reads HTML as a browser splits it into tags, strictly, and says what should not be there.
enum TagCheck {
  /// Elements that the writer writes.
  private static let elements: Set<String> = [
    "a", "blockquote", "br", "code", "del", "div", "em", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "img", "input", "li", "ol", "p", "pre", "section", "strong", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]
  private static let attributes: Set<String> = [
    "alt", "aria-label", "checked", "class", "disabled", "href", "id", "rel", "role", "scope",
    "src", "start", "tabindex", "title", "type",
  ]

  static func faults(in html: [UInt8]) -> [String] {
    let text = Array(String(decoding: html, as: UTF8.self).unicodeScalars)
    var faults: [String] = []
    var index = 0
    while let start = text[index...].firstIndex(of: "<") {
      index = start + 1
      let isEnd = index < text.count && text[index] == "/"
      if isEnd { index += 1 }
      let name = word(text, &index)
      if !elements.contains(name) { faults.append("element \(name)") }
      while index < text.count, text[index] == " " {
        index += 1
        let attribute = word(text, &index)
        if !attributes.contains(attribute) { faults.append("attribute \(attribute)") }
        guard index + 1 < text.count, text[index] == "=" else { continue }
        guard text[index + 1] == "\"",
          let end = text[(index + 2)...].firstIndex(of: "\"")
        else {
          faults.append("unquoted \(attribute)")
          break
        }
        let value = String(String.UnicodeScalarView(text[(index + 2)..<end]))
        if attribute == "href" || attribute == "src", let fault = address(value) {
          faults.append(fault)
        }
        index = end + 1
      }
      if index >= text.count || text[index] != ">" { faults.append("tag \(name) does not end") }
    }
    return faults
  }

  private static func word(_ text: [Unicode.Scalar], _ index: inout Int) -> String {
    let start = index
    while index < text.count,
      text[index].properties.isAlphabetic || text[index] == "-"
        || ("0"..."9").contains(text[index])
    { index += 1 }
    return String(String.UnicodeScalarView(text[start..<index]))
  }

  private static func address(_ value: String) -> String? {
    let plain = value.replacing("&amp;", with: "&").lowercased()
    let head = plain.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = head.firstIndex(of: ":") else { return nil }
    let scheme = String(head[..<colon])
    guard scheme.allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) }),
      scheme.first?.isLetter == true
    else { return nil }
    return ["http", "https", "mailto"].contains(scheme) ? nil : "address \(value)"
  }
}
