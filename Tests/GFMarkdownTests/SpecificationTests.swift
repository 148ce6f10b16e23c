import CMarkGFM
import Foundation
import Testing

@testable import GFMarkdown

@Suite("The specification")
struct SpecificationTests {
  @Test("all 671 enabled examples give the library's HTML, byte for byte, with and without marks")
  func examples() throws {
    let examples = try Specification.examples()
    #expect(examples.count == 673)
    let enabled = examples.filter { !$0.extensions.contains("disabled") }
    #expect(enabled.count == 671)
    for example in enabled {
      let extensions = example.extensions.compactMap(CMarkDocument.Extension.init)
      #expect(extensions.count == example.extensions.count)
      try check(example.markdown, extensions, "example \(example.number)")
      var text = Array(example.markdown.utf8)
      let html = text.withUnsafeMutableBufferPointer {
        Markdown.specificationHTML(.init($0), extensions: extensions, marked: true)
      }
      #expect(
        String(decoding: html, as: UTF8.self) == example.html, "example \(example.number)")
    }
  }

  @Test("all examples give the library's HTML with the site's extensions too")
  func siteExtensions() throws {
    for example in try Specification.examples() {
      let extensions: [CMarkDocument.Extension] = [.table, .strikethrough, .autolink]
      try check(example.markdown, extensions, "example \(example.number)")
    }
  }

  @Test("random mixtures of markup give the library's HTML, with and without marks")
  func mixtures() throws {
    let parts = [
      "[", "]", "(", ")", "[[", "]]", "![", "](", "][", "]:", "[^a]", "\\", "\\[", "`", "``", "*",
      "**", "_", "~~", "~", "<", ">", "<b>", "</b>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;",
      "&#91;", "\n", "\n", "\n\n", "\n> ", "\n- ", "\n1. ", "    ", "\t", " ", " ", "a", "bé", "c",
      "http://a.b/c", "www.a.b", "a@b.c", "|", "\n|-|-|\n", "# ", "```", "\"t\"", "'", ":", "!",
      "\n[a]: /u\n", "\n[é]: <v> 'w'\n", "[x] ", "[ ] ", "\n===\n", "{", "}", "\u{12470}", "“",
    ]
    var random = SeededGenerator(seed: 20_260)
    for round in 0..<8_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        text += parts[Int.random(in: 0..<parts.count, using: &random)]
      }
      // A footnote's mark after a bracket is no label where there are footnotes, as on a site.
      if text.contains("][^") { continue }
      try check(
        text + "\n", [.table, .strikethrough, .autolink],
        "round \(round): \(text.debugDescription)")
    }
  }

  private func check(
    _ markdown: String, _ extensions: [CMarkDocument.Extension], _ name: String
  ) throws {
    let expected = try LibraryRenderer.html(markdown, extensions)
    for marked in [false, true] {
      let html = Array(markdown.utf8).withUnsafeBufferPointer {
        Markdown.specificationHTML($0, extensions: extensions, marked: marked)
      }
      let found = String(decoding: html, as: UTF8.self)
      #expect(found == expected, "\(name), \(marked ? "marked" : "plain")")
    }
  }
}

/// The library's own way from Markdown to HTML.
enum LibraryRenderer {
  struct Failure: Error {}

  static func html(
    _ markdown: String, _ extensions: [CMarkDocument.Extension]
  ) throws -> String {
    _ = InlineTables.areKept
    guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { throw Failure() }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name.rawValue))
    }
    markdown.withCString { cmark_parser_feed(parser, $0, markdown.utf8.count) }
    guard let root = InlineTables.finish(parser) else { throw Failure() }
    defer { gfm_free(root) }
    guard let html = gfm_render_html(root, CMARK_OPT_UNSAFE, parser) else { throw Failure() }
    defer { free(html) }
    return String(cString: html)
  }
}

/// A small generator of numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
