import Foundation
import SourceDiagnostics
import Testing

/// Reports as a person sees them: `Fixtures/frames.txt` holds what each sample below must look
/// like. `UPDATE_GOLDEN=1` rewrites it, to be read as a diff.
@Suite("Reports for people")
struct TextReportTests {
  /// One sample: a title, a marked text, and what is said about it.
  private typealias Sample = (title: String, text: MarkedText, diagnostic: Diagnostic)

  private static func sample(
    _ title: String, _ marked: String, path: String = "content/a.md",
    _ change: (inout Diagnostic, MarkedText) -> Void = { _, _ in }
  ) -> Sample {
    let text = MarkedText(marked, path: path)
    var diagnostic = Diagnostic(.sample, "something is wrong", at: text.span, label: "here")
    change(&diagnostic, text)
    return (title, text, diagnostic)
  }

  private static let long = String(repeating: "word ", count: 60)

  private static let samples: [Sample] = [
    sample("one word of a line", "title: A\n⟦sumary⟧: B\n") { diagnostic, text in
      diagnostic.summary = "unknown field 'sumary'; did you mean 'summary'?"
      diagnostic.help = "replace with 'summary'"
      diagnostic.fix = .init(text.span, replacement: "summary")
    },
    sample("no width", "title:⟦⟧ A\n"),
    sample("the end of the text", "title: A\n⟦⟧"),
    sample("an empty text", "⟦⟧"),
    sample("the end of a line with CR LF", "title: A⟦\r\n⟧next: B\r\n"),
    sample("several lines: the first is marked to its end", "a: ⟦b\nc\nd⟧\n"),
    sample("tabs count as one blank", "\t\ta:\t⟦b⟧\tc"),
    sample("wide letters", "名前: ⟦人工智能⟧ x"),
    sample("emoji", "a ✅ 👍 ⟦b⟧"),
    sample("combining marks take no room", "cafe\u{301} ⟦re\u{301}sume\u{301}⟧ x"),
    sample("escapes cannot reach the terminal", "a \u{1B}[31m⟦b\u{7}\u{8}⟧ \u{9B}31m \u{0} c"),
    sample("marks that reorder a line are shown", "a \u{202E}⟦b⟧\u{2066} \u{AD} \u{FEFF}c"),
    sample("a file's name cannot escape either", "⟦a⟧", path: "content/\u{1B}[2Ja.md"),
    sample("words cannot escape either", "⟦a⟧") { diagnostic, _ in
      diagnostic.summary = "bad \u{1B}[31m\nname"
      diagnostic.label = "line\nbreak"
      diagnostic.notes = ["\u{1B}c"]
      diagnostic.help = "\u{7}bell"
    },
    sample("a long line is cut behind", "⟦key⟧: \(long)"),
    sample("a long line is cut before", "\(long)⟦key⟧: x"),
    sample("a long line is cut on both sides", "\(long)⟦key⟧: \(long)"),
    sample("a long mark is cut", "key: ⟦\(long)⟧ x"),
    sample("a late line moves the frame", String(repeating: "\n", count: 1233) + "⟦a⟧: b"),
    sample("a further place, notes and help", "id: c1\nx: y\nid: ⟦c1⟧\n") { diagnostic, _ in
      diagnostic.related = [.init(SourceSpan(file: "content/a.md", range: 4..<6), "the first")]
      diagnostic.notes = ["one note", "another note"]
      diagnostic.help = "rename one of them"
    },
    sample("a further place in a file that is not at hand", "⟦a⟧") { diagnostic, _ in
      diagnostic.related = [
        .init(SourceSpan(file: "content/b.md", range: 4..<6), "the first"),
        .init(SourceSpan(file: "content/c.md"), "and this"),
      ]
    },
    sample("a whole file", "a") { diagnostic, _ in
      diagnostic.span = SourceSpan(file: "content/a.md")
      diagnostic.label = "not needed"
    },
    sample("no file at all", "a") { diagnostic, _ in
      diagnostic.span = nil
      diagnostic.help = "make a folder"
    },
    sample("a warning", "⟦a⟧") { diagnostic, _ in diagnostic.severity = .warning },
    sample("a note without a label", "⟦a⟧") { diagnostic, _ in
      diagnostic.severity = .note
      diagnostic.label = ""
    },
  ]

  @Test("each sample looks as it should")
  func frames() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/frames.txt")
    let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var actual = ""
    for sample in Self.samples {
      let report = TextReport(source: sample.text.lookUp).text(sample.diagnostic)
      let section = "## \(sample.title)\n\n\(report)\n"
      #expect(expected.contains(section), "\(sample.title)\n\(report)")
      actual += section
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try actual.write(to: url, atomically: true, encoding: .utf8)
    } else {
      #expect(actual == expected)
    }
  }

  @Test("nothing but printable text and line breaks is printed without colours", arguments: 0..<40)
  func harmless(_ seed: UInt64) {
    var random = SeededRandom(seed)
    let parts = ["a", "\u{1B}[2J", "\u{202E}", "\u{0}", "\n", "\r", "中", "\u{301}", "\t", "\u{9B}"]
    func noise() -> String { (0..<random.int(0...30)).map { _ in random.pick(parts) }.joined() }
    let text = SourceText(path: "a.md", bytes: Array(noise().utf8))
    let lower = random.int(0...text.bytes.count + 2)
    let upper = lower + random.int(0...9)
    var diagnostic = Diagnostic(
      .sample, noise(), at: SourceSpan(file: "a.md", range: lower..<upper), label: noise())
    diagnostic.notes = [noise()]
    diagnostic.help = noise()
    let report = TextReport { _ in text }.text(diagnostic)
    let isHarmless = report.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || ![.control, .format].contains(scalar.properties.generalCategory)
    }
    #expect(isHarmless)
    #expect(report.split(separator: "\n", omittingEmptySubsequences: false).count == 8)
  }

  @Test("colours wrap the heading and the marks, and nothing else")
  func colours() {
    let text = MarkedText("⟦a⟧: b")
    let diagnostic = Diagnostic(.sample, "wrong", at: text.span, label: "here")
    let coloured = TextReport(colours: true, source: text.lookUp).text(diagnostic)
    let plain = TextReport(source: text.lookUp).text(diagnostic)
    #expect(coloured.hasPrefix("\u{1B}[1;31merror[X001]\u{1B}[0m: wrong\n"))
    #expect(coloured.contains("\u{1B}[1;35m^\u{1B}[0m here\n"))
    var stripped = coloured
    for code in ["\u{1B}[1;31m", "\u{1B}[1;35m", "\u{1B}[0m"] {
      stripped = stripped.replacingOccurrences(of: code, with: "")
    }
    #expect(stripped == plain)
  }

  @Test("of a very long line only a stretch is shown, wherever the mark stands")
  func hugeLine() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000)
    let text = SourceText(path: "a.md", bytes: bytes)
    let report = TextReport { _ in text }
    for start in stride(from: 0, to: 100_000, by: 9_000) {
      for end in [start, start + 7, 100_000] {
        let frame = report.text(
          Diagnostic(.sample, "x", at: SourceSpan(file: "a.md", range: start..<end)))
        #expect(frame.utf8.count < 500)
      }
    }
  }

  @Test("reports are sorted, and end each with a blank line")
  func many() {
    let text = MarkedText("⟦a⟧: b")
    let late = Diagnostic(.sample, "late", at: SourceSpan(file: "content/a.md", range: 3..<4))
    let early = Diagnostic(.mild, "early", at: text.span)
    let report = TextReport(source: text.lookUp)
    let all = report.text([late, early, late])
    #expect(all == report.text(early) + "\n" + report.text(late) + "\n")
    #expect(report.text([Diagnostic]()) == "")
  }
}
