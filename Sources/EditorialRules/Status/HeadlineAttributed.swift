import SiteModel
import SourceDiagnostics

/// S4: a headline about what nobody has confirmed says who says so.
enum HeadlineAttributed: EditionRule {
  static let rule = DiagnosticRule(
    "S4", .warning, "a headline about what is not confirmed says so",
    explanation: """
      When all events of a brief are rumoured, reported or disputed, the title has a word for it:
      who says so (“according to”, “says”, « selon »), that it is not settled (“reportedly”,
      “may”, “in talks”, « aurait »), the name of a publication, quotation marks, or a question mark.

      Wrong:

          title: Acme buys Globex

      Right:

          title: Acme is reportedly about to buy Globex
      """)

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    let brief = edition.brief.source
    guard edition.lexicon.hasWords, !brief.events.isEmpty,
      brief.events.allSatisfy({ isBelowConfirmed($0.certainty) })
    else { return }
    let prose = edition.headline
    guard let title = prose.blocks.first, title.kind == .title else { return }
    let sentences = prose.sentences.prefix { $0.kind == .title }
    for sentence in sentences {
      guard prose.phrase(in: sentence, where: { $0 == .attribution || $0 == .hedge }) == nil
      else { return }
    }
    guard prose.part(prose.quotes, in: title.range).isEmpty,
      !prose.text[title.range].contains(0x3F), !namesSource(title.range, edition)
    else { return }
    findings.append(
      Diagnostic(
        rule, "the title states as a fact what is not confirmed", at: edition.titleSpan,
        label: "no event of the brief is confirmed",
        related: brief.events.prefix(1).map { event in
          .init(
            edition.brief.span(event.id.range), "\(event.certainty?.rawValue ?? "not confirmed")")
        },
        help: "say who says so, or that it is not settled, for example: "
          + (prose.lexicon.language == "fr"
            ? "« selon … », « aurait »" : "“according to …”, “reportedly”")))
  }

  private static func isBelowConfirmed(_ certainty: Certainty?) -> Bool {
    switch certainty {
    case .rumoured?, .reported?, .disputed?: true
    case .confirmed?, .denied?, .retracted?, nil: false
    }
  }

  /// Whether the title names a publication or one of the brief's publishers.
  private static func namesSource(_ title: Range<Int>, _ edition: ReviewedEdition) -> Bool {
    let site = edition.site.site
    let publishers = edition.brief.brief.publishers.compactMap(\.self)
    return edition.headline.part(edition.headline.names, in: title).contains { use in
      use.entities.contains { site.entities[$0].kind == .publication || publishers.contains($0) }
    }
  }
}
