import SiteModel
import SourceDiagnostics

/// N3: a number in the text is the number of its claim.
enum NumberAgrees: EditionRule {
  static let rule = DiagnosticRule(
    "N3", .error, "a number in the text is the number of the claim it cites", isAdjustable: true,
    explanation: """
      A sentence that cites a claim says the claim's number: its value, its scale word and its unit.
      A figure may be rounded, and may be vaguer than the claim. Titles and summaries are held against
      all claims of the brief. Compared is only what counts the same thing; so a billion for a
      « milliard », a GWh for a GW, a Go for a Mo and points for per cent are found. Under
      `strictness: light` this concerns briefs that have claims.

      Wrong:

          claims: [{id: c1, source: wire, quantities: [385M EUR]}]
          …
          The round brings 385 billion euros[^c1].

      Right:

          The round brings 385 million euros[^c1].
      """)

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    let brief = edition.brief.source
    guard !brief.claims.isEmpty, edition.lexicon.hasWords else { return }
    let prose = edition.prose
    guard !prose.figures.isEmpty else { return }
    var evidence: Evidence?
    var left = ReviewedEdition.mostFindings
    for sentence in prose.sentences where left > 0 && sentence.kind != .heading {
      let isHead = sentence.kind == .title || sentence.kind == .summary
      guard isHead || prose.isCited(sentence) else { continue }
      // A sentence with more figures than this is a table gone wrong.
      for figure in prose.part(prose.figures, in: sentence.range).prefix(200)
      where (figure.measure != nil || figure.power > 0) && !edition.isInName(figure.range) {
        let known = evidence ?? Evidence(edition)
        evidence = known
        let cited =
          isHead ? Array(brief.claims.indices) : claims(behind: figure, in: sentence, prose)
        guard let finding = check(figure, sentence, cited: cited, isHead, known, edition) else {
          continue
        }
        findings.append(finding)
        left -= 1
      }
    }
  }

  /// The claims cited next behind a figure, or by its sentence when none is.
  private static func claims(
    behind figure: Figure, in sentence: Prose.Sentence, _ prose: Prose
  ) -> [Int] {
    let marks = prose.citations(of: sentence)
    guard let next = marks.first(where: { $0.offset >= figure.range.upperBound && $0.claim != nil })
    else { return prose.claims(of: sentence) }
    return marks.filter { $0.offset == next.offset }.compactMap(\.claim)
  }

  private static func check(
    _ figure: Figure, _ sentence: Prose.Sentence, cited: [Int], _ isHead: Bool,
    _ evidence: Evidence, _ edition: ReviewedEdition
  ) -> Diagnostic? {
    let prose = edition.prose
    let comparison = FigureComparison(
      figure: figure, isLimited: prose.isLimited(figure.range, in: sentence))
    let quantities = cited.flatMap { claim in
      evidence.quantities[claim].map { (claim: claim, quantity: $0) }
    }
    let same = quantities.filter { comparison.isOfOneKind($0.quantity) }
    if same.isEmpty {
      guard let other = quantities.first(where: { comparison.isConfusable(with: $0.quantity) }),
        comparison.agrees(with: other.quantity)
      else { return nil }
      return finding(figure, other, "another unit than", edition)
    }
    guard !same.contains(where: { comparison.agrees(with: $0.quantity) }),
      !evidence.explains(comparison, claims: cited + prose.claims(of: sentence), everywhere: isHead)
    else { return nil }
    let nearest = same.first { isScaled(figure, $0.quantity) } ?? same[0]
    return finding(
      figure, nearest,
      isScaled(figure, nearest.quantity) ? "another scale than" : "not the number of", edition)
  }

  /// Whether the digits are the same, and only the power of ten differs.
  private static func isScaled(_ figure: Figure, _ quantity: Quantity) -> Bool {
    guard case .value(let said) = figure.amount, case .value(let known) = quantity.amount else {
      return false
    }
    return said.coefficient.magnitude == known.coefficient.magnitude
      && (said.exponent - known.exponent) % 3 == 0
  }

  private static func finding(
    _ figure: Figure, _ known: (claim: Int, quantity: Quantity), _ what: String,
    _ edition: ReviewedEdition
  ) -> Diagnostic {
    let claim = edition.brief.source.claims[known.claim]
    let words = edition.prose.string(figure.range)
    return Diagnostic(
      rule, "'\(words)' is \(what) claim '\(claim.id)'", at: edition.span(figure.range),
      label: "the claim says \(known.quantity.briefText)",
      related: [.init(edition.brief.span(claim.range), "the claim")],
      help: "write the claim's number, cite the claim that has this one, or mend the claim")
  }
}

/// The numbers that a brief's claims and events give, for comparisons.
private struct Evidence {
  /// For each claim its quantities.
  let quantities: [[Quantity]]
  /// For each claim the figures in its words.
  private let words: [[Figure]]
  /// Figures of the body, which are checked where they stand, and quantities of the events.
  private let body: [Figure]
  private let events: [Quantity]

  init(_ edition: ReviewedEdition) {
    let brief = edition.brief.source
    let lists = edition.site.words
    quantities = brief.claims.map { $0.quantities.map(\.value) }
    words = brief.claims.map { claim in
      let quoted = claim.language ?? edition.brief.language(of: claim) ?? brief.language.text
      let texts = [(claim.says, brief.language), (claim.quote, LanguageTag(quoted))]
      return texts.flatMap { text, language in
        text.map { Prose(plain: $0, lexicon: lists.lexicon(for: language)).figures } ?? []
      }
    }
    let prose = edition.prose
    let start = prose.blocks.first { $0.kind != .title && $0.kind != .summary }
    body = start.map { prose.figures[...].drop(before: $0.range.lowerBound) } ?? []
    events = brief.events.flatMap { event in
      event.fields.compactMap { field in
        if case .quantity(let quantity) = field.value.value { quantity } else { nil }
      }
    }
  }

  /// Whether claims say the figure in their words, or it follows from their quantities; a title's
  /// or summary's may also stand in the body or in an event.
  func explains(_ comparison: FigureComparison, claims: [Int], everywhere: Bool) -> Bool {
    for claim in claims {
      if words[claim].contains(where: { comparison.agrees(with: $0) }) { return true }
      if quantities[claim].contains(where: {
        comparison.isOfOneKind($0) && comparison.agrees(with: $0)
      }) {
        return true
      }
    }
    if everywhere {
      if body.contains(where: { comparison.agrees(with: $0) }) { return true }
      if events.contains(where: { comparison.isOfOneKind($0) && comparison.agrees(with: $0) }) {
        return true
      }
    }
    return isDerived(comparison)
  }

  /// Whether the figure is the sum or the difference of two quantities of the brief.
  private func isDerived(_ comparison: FigureComparison) -> Bool {
    let all = quantities.joined().lazy.filter { comparison.isOfOneKind($0) }
      .compactMap(\.representative).prefix(24)
    let numbers = Array(all)
    for (index, first) in numbers.enumerated() {
      for second in numbers[(index + 1)...] {
        let results = [first.adding(second), first.adding(second.negated)]
        for case let result? in results where comparison.agrees(with: Quantity(.value(result))) {
          return true
        }
      }
    }
    return false
  }
}

extension ArraySlice<Figure> {
  fileprivate func drop(before place: Int) -> [Figure] {
    filter { $0.range.lowerBound >= place }
  }
}
