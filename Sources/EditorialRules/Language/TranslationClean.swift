import GFMarkdown
import SiteModel
import SourceDiagnostics

/// G1: a translation keeps up with its original, and languages are what they are said to be.
enum TranslationClean: EditionRule {
  static let rule = DiagnosticRule(
    "G1", .warning, "a translation keeps up, and a quotation's language is known and explained",
    explanation: """
      A translation cites every claim that the original cites, and is no older than the original's
      last correction: give it a `date` or `corrections` of its own once it was brought up to date.
      A claim's `lang` is its source's. A quotation in another language than the
      text's has its meaning beside it, in parentheses or in quotation marks. What else was changed
      in an original cannot be seen: there is no mark of the version that was translated.

      Wrong, in an English text:

          He calls it “une chance pour tous les pays de la région”.

      Right:

          He calls it “une chance pour tous les pays de la région” (a chance for every country
          in the region).
      """)

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    if edition.edition.isOriginal {
      checkClaims(edition.brief, &findings)
    } else {
      checkTranslation(edition, &findings)
    }
    checkQuotes(edition, &findings)
  }

  // MARK: Translations

  private static func checkTranslation(
    _ edition: ReviewedEdition, _ findings: inout [Diagnostic]
  ) {
    let original = edition.brief.source
    let own = edition.edition
    let span = edition.titleSpan
    let newest = original.corrections.filter { $0.kind != .typo }
      .compactMap(\.date.lowerBound).max()
    if let newest, let date = own.date.upperBound, date < newest,
      own.corrections == original.corrections
    {
      findings.append(
        Diagnostic(
          rule, "the original was corrected on \(newest), the translation was not", at: span,
          label: "translated from what stood before",
          help: "bring it up to date, and give it a 'date' or 'corrections' of its own"))
    }
    let cited = Set(
      own.text.links.compactMap { link -> Int? in
        if case .citation(let claim) = link.kind { claim } else { nil }
      })
    let due = edition.brief.brief.editions.first { $0.isOriginal }?.text.links ?? []
    let missing = Set(
      due.compactMap { link -> Int? in
        if case .citation(let claim) = link.kind, !cited.contains(claim) { claim } else { nil }
      }
    ).sorted()
    if !missing.isEmpty {
      let names = missing.map { original.claims[$0].id }.joined(separator: ", ")
      findings.append(
        Diagnostic(
          rule, "the translation does not cite \(names), as the original does", at: span,
          label: "something of the original is missing",
          help: "bring the translation up to date"))
    }
  }

  // MARK: Languages

  private static func checkClaims(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    for claim in brief.source.claims where claim.quote != nil {
      guard let source = brief.source.sources.first(where: { $0.id == claim.source?.text }),
        let spoken = source.language
      else { continue }
      if let language = claim.language, main(language) != main(spoken) {
        let span = brief.span(of: "lang", near: claim.range) ?? brief.span(claim.range)
        findings.append(
          Diagnostic(
            rule, "the quote is in '\(language)', its source in '\(spoken)'", at: span,
            label: "not the source's language",
            help: "quote the source's own words, or name the translation as the source"))
      } else if let quote = claim.quote,
        let heard = brief.site.words.language(of: quote), heard != main(spoken),
        claim.language == nil
      {
        let span = brief.span(of: "quote", near: claim.range) ?? brief.span(claim.range)
        findings.append(
          Diagnostic(
            rule, "the quote reads as '\(heard)', its source is in '\(spoken)'", at: span,
            label: "not the source's language",
            help: "quote the source's own words, or say the quote's 'lang'"))
      }
    }
  }

  private static func main(_ tag: String) -> String {
    String(tag.prefix { $0 != "-" })
  }

  private static func checkQuotes(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    let language = edition.lexicon.language
    guard edition.lexicon.hasWords, mayQuoteForeign(edition, language) else { return }
    let prose = edition.prose
    for quote in prose.quotes where quote.inside.count >= 12 {
      let words = prose.string(quote.inside)
      guard let heard = edition.site.words.language(of: words), heard != language,
        let sentence = prose.sentence(at: quote.range),
        !hasGloss(quote, in: sentence, prose)
      else { continue }
      findings.append(
        Diagnostic(
          rule, "the quotation is in '\(heard)' and not explained", at: edition.span(quote.range),
          label: "readers of '\(language)' may not understand it",
          help: "add what it means behind it, in parentheses"))
      if findings.count > 100 { return }
    }
  }

  /// Whether the title, the summary or any quoted words of the body sound like another language.
  private static func mayQuoteForeign(_ edition: ReviewedEdition, _ language: String) -> Bool {
    let own = edition.edition
    // “ « and the straight mark by their first bytes.
    let head = Array((own.title + own.summary).utf8)
    if head.contains(where: { $0 == 0xE2 || $0 == 0xC2 || $0 == 0x22 }),
      own.title.unicodeScalars.contains(where: isMark)
        || own.summary.unicodeScalars.contains(where: isMark)
    {
      return true
    }
    let html = own.text.body.html
    return RawQuotation.all(in: html).contains { quote in
      guard quote.inside.count >= 12,
        let heard = edition.site.words.language(of: quote.text(in: html))
      else { return false }
      return heard != language
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    ["\"", "“", "”", "«", "»"].contains(scalar)
  }

  /// Whether a parenthesis follows, or another quotation stands in the sentence.
  private static func hasGloss(
    _ quote: QuotedWords, in sentence: Prose.Sentence, _ prose: Prose
  ) -> Bool {
    let rest = prose.text[quote.range.upperBound...].prefix(3)
    if rest.contains(0x28) || rest.contains(0x5B) { return true }
    if quote.range.lowerBound > sentence.range.lowerBound {
      let before = prose.text[..<quote.range.lowerBound].suffix(2)
      if before.contains(0x28) { return true }
    }
    return prose.part(prose.quotes, in: sentence.range).count > 1
  }
}

extension WordLists {
  /// The language in which some words are, told by the frequent ones; nil unless it is clear.
  func language(of text: String) -> String? {
    var counts: [(language: String, count: Int)] = []
    var words = 0
    for lexicon in all {
      let prose = Prose(plain: text, lexicon: lexicon)
      words = prose.tokens.filter { $0.kind == .word }.count
      let known = prose.tokens.filter { lexicon.meanings[$0.word].isFrequent }.count
      counts.append((lexicon.language, known))
    }
    counts.sort { ($1.count, $0.language) < ($0.count, $1.language) }
    guard words >= 5, let best = counts.first, best.count * 4 >= words, best.count >= 2,
      counts.dropFirst().allSatisfy({ $0.count * 3 <= best.count })
    else { return nil }
    return best.language
  }
}
