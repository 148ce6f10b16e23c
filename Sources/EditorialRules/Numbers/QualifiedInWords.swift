import SiteModel
import SourceDiagnostics

/// N1: a qualified amount keeps the words of its source, and says what they say.
enum QualifiedInWords: BriefRule {
  static let rule = DiagnosticRule(
    "N1", .error, "a qualified amount keeps its source's words and agrees with them",
    isAdjustable: true,
    explanation: """
      “About”, “up to”, “several” are the source's words, not ours: an amount that is not exact
      carries them in `verbatim`; an event's amount may leave them to a claim that it names. They
      stand in the claim's `quote`, where there is one, and the number in them is the amount's.

      Wrong:

          quantities: [{value: 4000000, q: up_to, currency: USD, verbatim: "up to $4 billion"}]

      Right:

          quantities: [{value: 4000000000, q: up_to, currency: USD, verbatim: "up to $4 billion"}]
      """)

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    for claim in brief.source.claims {
      let language = claim.language ?? brief.language(of: claim)
      for quantity in claim.quantities {
        check(quantity, quote: claim.quote, language, brief, &findings)
      }
    }
    for event in brief.source.events {
      let claims = event.claims.compactMap { claim in
        brief.source.claims.first { $0.id == claim.text }
      }
      let languages = claims.compactMap { brief.language(of: $0) }
      for (_, value) in event.fields {
        guard case .quantity(let quantity) = value.value, !isWorded(quantity, in: claims) else {
          continue
        }
        check(Placed(quantity, value.range), quote: nil, languages.first, brief, &findings)
      }
    }
  }

  /// Whether a claim of the event has the same amount with the source's words.
  private static func isWorded(_ quantity: Quantity, in claims: [Claim]) -> Bool {
    quantity.verbatim == nil
      && claims.contains { claim in
        claim.quantities.contains {
          $0.value.verbatim != nil && $0.value.amount == quantity.amount
            && $0.value.qualifier == quantity.qualifier
        }
      }
  }

  private static func check(
    _ quantity: Placed<Quantity>, quote: String?, _ language: String?, _ brief: ReviewedBrief,
    _ findings: inout [Diagnostic]
  ) {
    let span = brief.span(quantity.range)
    guard let verbatim = quantity.value.verbatim else {
      if quantity.value.lacksVerbatim {
        findings.append(
          Diagnostic(
            rule, "the amount is '\(quantity.value.qualifier.rawValue)' in nobody's words",
            at: span, label: "has no 'verbatim'",
            help: "add 'verbatim' with the words that the source uses"))
      }
      return
    }
    if let quote, !contains(quote, verbatim) {
      findings.append(
        Diagnostic(
          rule, "'\(verbatim)' does not stand in the claim's quote", at: span,
          label: "'verbatim' is not quoted", help: "copy the words as the quote has them"))
      return
    }
    guard let said = contradiction(quantity.value, verbatim, language, brief.site.words) else {
      return
    }
    var plain = quantity.value
    plain.verbatim = nil
    findings.append(
      Diagnostic(
        rule, "the amount is \(plain.description), but its words say '\(said)'", at: span,
        label: "not what 'verbatim' says", help: "write the number that the words mean"))
  }

  /// Whether a quote holds the words, whatever the case and the kind of blanks and apostrophes.
  private static func contains(_ quote: String, _ words: String) -> Bool {
    let all = ProseText.normalised(quote.lowercased())
    let part = ProseText.normalised(words.lowercased())
    guard let first = part.first, part.count <= all.count else { return part.isEmpty }
    return (0...all.count - part.count).contains {
      all[$0] == first && all[$0..<$0 + part.count].elementsEqual(part)
    }
  }

  /// The figure in the words that is not the amount, when no reading of them agrees with it.
  private static func contradiction(
    _ quantity: Quantity, _ verbatim: String, _ language: String?, _ words: WordLists
  ) -> String? {
    // Money and units are compared by number alone: the words may leave out what was inferred.
    var amount = quantity
    amount.measure = nil
    var said: String?
    let known = words.all.map(\.language)
    let main = language.map { String($0.prefix { $0 != "-" }) }
    // Words of a language without lists cannot be read.
    if let main, !known.contains(main) { return nil }
    for tag in main.map({ [$0] }) ?? known {
      let prose = Prose(plain: verbatim, lexicon: words.lexicon(for: LanguageTag(tag)))
      let figures = prose.figures.filter {
        $0.measure != .unit("%") || quantity.unit?.symbol == "%"
      }
      guard !figures.isEmpty else { return nil }
      for figure in figures {
        let comparison = FigureComparison(figure: figure, isLimited: true)
        if comparison.agrees(with: amount) || isMillions(figure, amount) { return nil }
      }
      if isDifference(figures, amount) { return nil }
      said = said ?? prose.string(figures[0].range)
    }
    return said
  }

  /// Whether the amount is what two figures are apart: 800 MW of "from 1.2 to 2 gigawatts".
  private static func isDifference(_ figures: [Figure], _ quantity: Quantity) -> Bool {
    guard figures.count == 2, case .value(let first) = figures[0].amount,
      case .value(let second) = figures[1].amount, case .value(let known) = quantity.amount
    else { return false }
    return second.adding(first.negated) == known || first.adding(second.negated) == known
  }

  /// A bare number may be a table's, in thousands, millions or billions that its head names.
  private static func isMillions(_ figure: Figure, _ quantity: Quantity) -> Bool {
    guard figure.power == 0, figure.measure == nil, !figure.isSpelled,
      case .value(let said) = figure.amount, case .value(let known) = quantity.amount
    else { return false }
    return [3, 6, 9, 12].contains { said.shifted(by: $0) == known }
  }
}

extension ReviewedBrief {
  /// The language of the source that a claim rests on.
  func language(of claim: Claim) -> String? {
    source.sources.first { $0.id == claim.source?.text }?.language
  }
}
