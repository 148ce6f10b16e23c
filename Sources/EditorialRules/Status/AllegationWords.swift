import SiteModel
import SourceDiagnostics

/// S5: what nobody has found is alleged, and what was found is not.
enum AllegationWords: EditionRule {
  static let rule = DiagnosticRule(
    "S5", .warning, "a wrong is alleged until it is found, and no longer after",
    explanation: """
      While a lawsuit or an investigation is open, a sentence that names the defendant and says the
      wrong as a fact needs a word that leaves it open: “alleges”, “accuses”, “according to”,
      « aurait ». Once a ruling or a fine is confirmed and final, “alleged” takes back what was found.

      Wrong, of an open lawsuit:

          [[Acme]] infringed the publisher’s copyright.

      Right:

          The publisher accuses [[Acme]] of infringing its copyright.
      """)

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    guard edition.lexicon.hasWords else { return }
    let brief = edition.brief.brief
    for (assertion, place) in zip(brief.source.events, brief.events) {
      guard assertion.type.map({ $0.value == "legal" }) ?? true,
        case let event = edition.site.site.events[place], event.type.key == "legal",
        let kind = kind(event)
      else { continue }
      let isOpen = kind == "lawsuit" || kind == "investigation"
      let isFound =
        (kind == "ruling" || kind == "fine") && event.folded.certainty == .confirmed
        && event.folded.stage == .completed
      guard isOpen || isFound else { continue }
      let defendants = event.participants.filter { $0.role == "defendant" }.map(\.entity)
      let claims = assertion.claims.compactMap { claim in
        brief.source.claims.firstIndex { $0.id == claim.text }
      }
      let prose = edition.prose
      for sentence in prose.sentences where sentence.kind != .quotation {
        guard !Set(prose.entities(of: sentence)).isDisjoint(with: defendants),
          let finding = finding(sentence, isOpen: isOpen, claims, assertion, edition)
        else { continue }
        findings.append(finding)
        break
      }
    }
  }

  private static func kind(_ event: Event) -> String? {
    let field = event.folded.fields.first { $0.name == "kind" }
    if case .value(.word(let kind))? = field?.agreed { return kind }
    return nil
  }

  private static func finding(
    _ sentence: Prose.Sentence, isOpen: Bool, _ claims: [Int], _ assertion: EventAssertion,
    _ edition: ReviewedEdition
  ) -> Diagnostic? {
    let prose = edition.prose
    let related = Diagnostic.Related(edition.brief.span(assertion.id.range), "the event")
    if isOpen {
      guard let words = prose.phrase(in: sentence, where: { $0 == .wrong }),
        !prose.part(prose.quotes, in: sentence.range).contains(where: { $0.range.overlaps(words) }),
        prose.phrase(in: sentence, where: { $0 == .allegation || $0 == .attribution }) == nil
      else { return nil }
      return Diagnostic(
        rule, "'\(prose.string(words))' says as a fact what is only alleged",
        at: edition.span(words), label: "no court or authority has found it", related: [related],
        help: "say who alleges it, for example: "
          + (prose.lexicon.language == "fr"
            ? "« selon … », « aurait »" : "“… accuses”, “allegedly”"))
    }
    let cited = prose.claims(of: sentence)
    guard !Set(cited).isDisjoint(with: claims),
      let words = prose.phrase(in: sentence, where: { $0 == .alleged })
    else { return nil }
    return Diagnostic(
      rule, "'\(prose.string(words))' doubts what was found", at: edition.span(words),
      label: "the finding is confirmed and final", related: [related],
      help: "say what was found, and by whom")
  }
}
