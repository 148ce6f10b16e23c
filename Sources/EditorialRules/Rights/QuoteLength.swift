import GFMarkdown
import SiteModel
import SourceDiagnostics

/// R1: a quotation is short.
enum QuoteLength: EditionRule {
  static let rule = DiagnosticRule(
    "R1", .error, "a quotation has at most 300 characters", isAdjustable: true,
    explanation: """
      A brief quotes what it needs, not what it likes: at most 300 characters between quotation marks
      or in a block of quotation. (The quotes of claims have the same limit in their form, and an
      image has its text, credit and licence there.) How much of a source is reused is not
      measured: no saved copy of a source is kept.

      Wrong:

          > Three paragraphs of somebody else's article …

      Right:

          Acme “will not pay”[^c1], its chief says; the letter has two pages.
      """)

  /// The most characters of a quotation.
  static let limit = 300

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    guard mayQuoteAtLength(edition.edition.text.body.html) else { return }
    let prose = edition.prose
    var left = ReviewedEdition.mostFindings
    for quote in prose.quotes where left > 0 {
      let block = prose.sentence(at: quote.range)?.kind
      guard block != .quotation, report(quote.inside, edition, &findings) else { continue }
      left -= 1
    }
    var index = 0
    while index < prose.blocks.count {
      guard prose.blocks[index].kind == .quotation else {
        index += 1
        continue
      }
      // Paragraphs that follow each other are one quotation.
      let start = prose.blocks[index].range.lowerBound
      while index < prose.blocks.count, prose.blocks[index].kind == .quotation { index += 1 }
      _ = report(start..<prose.blocks[index - 1].range.upperBound, edition, &findings)
    }
  }

  /// Whether a text has a block of quotation, or quoted words of more than 300 bytes; titles and
  /// summaries are too short to hold so long a quote.
  private static func mayQuoteAtLength(_ html: [UInt8]) -> Bool {
    if RawQuotation.all(in: html).contains(where: { $0.inside.count > limit }) { return true }
    // A block is as long as what stands between its tags; one in another ends with the outer one.
    var start: Int?
    for index in html.indices where html[index] == 0x3C {
      if html[index...].starts(with: "<blockquote".utf8) {
        start = start ?? index
      } else if let begin = start, html[index...].starts(with: "</blockquote".utf8) {
        if index - begin > limit { return true }
        // The next block may go on with the same quotation.
        if !html[index...].dropFirst(13).starts(with: "\n<blockquote".utf8) { start = nil }
      }
    }
    return false
  }

  private static func report(
    _ range: Range<Int>, _ edition: ReviewedEdition, _ findings: inout [Diagnostic]
  ) -> Bool {
    guard range.count > limit else { return false }
    let count = edition.prose.text[range].count { $0 & 0xC0 != 0x80 }
    guard count > limit else { return false }
    let words = range.lowerBound..<edition.prose.endOfWords(range, 6)
    findings.append(
      Diagnostic(
        rule, "the quotation has \(count) characters", at: edition.span(words),
        label: "at most \(limit)", help: "quote the words that matter, and say the rest in your own"
      ))
    return true
  }
}

extension Prose {
  /// The end of the first words of a stretch.
  func endOfWords(_ range: Range<Int>, _ count: Int) -> Int {
    var left = count
    for place in range where text[place] == 0x20 {
      left -= 1
      if left == 0 { return place }
    }
    return range.upperBound
  }
}
