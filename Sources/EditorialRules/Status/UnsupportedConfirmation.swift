import SiteModel
import SourceDiagnostics

/// S1: what is called confirmed was said by somebody who can confirm it.
enum UnsupportedConfirmation: EventRule {
  static let rule = DiagnosticRule(
    "S1", .error, "what is confirmed was said by a principal or an official document",
    isAdjustable: true,
    explanation: """
      `confirmed` means that a party, a court or an authority says so. Among what the assertions of the
      event rest on there must be one of:

      - a claim `by` somebody who takes part, by somebody of the same house, or by an organisation
        such as a court or an authority, or by a named person who has no record here;
      - a source of kind `primary`, `filing`, `press_release` or `dataset`;
      - a source that one of them publishes, or that stands on its own or an official site.

      However many publications repeat it, it stays `reported`.

      Wrong:

          claims: [{id: c1, source: wire, says: Acme bought Globex}]
          events: [{id: acme-globex, type: acquisition, certainty: confirmed, claims: [c1], …}]

      Right:

          claims: [{id: c1, source: wire, by: company/acme, says: Acme bought Globex}]
          events: [{id: acme-globex, type: acquisition, certainty: confirmed, claims: [c1], …}]
      """)

  static func review(_ event: ReviewedEvent, _ findings: inout [Diagnostic]) {
    guard event.event.folded.certainty == .confirmed else { return }
    let live = event.assertions.filter { $0.assertion.rank != .deprecated }
    guard let first = live.first(where: { $0.assertion.certainty == .confirmed }) else { return }
    let parties = event.event.participants.map(\.entity)
    if live.contains(where: { isSupported($0.place, $0.assertion, parties, event.site) }) { return }
    let file = event.site.site.briefs[first.place.brief].source.file
    findings.append(
      Diagnostic(
        rule, "event '\(event.event.id)' is called confirmed, and nobody concerned says so",
        at: event.site.span(of: "certainty", near: first.assertion.id.range, in: file)
          ?? event.site.span(first.place),
        label: "on whose word?",
        help: "write 'reported', or say with 'by' in a claim who of those concerned confirms it"))
  }

  private static func isSupported(
    _ place: AssertionPlace, _ assertion: EventAssertion, _ parties: [Int], _ site: ReviewedSite
  ) -> Bool {
    let brief = site.brief(of: place)
    func speaks(_ entity: Int) -> Bool {
      site.site.entities[entity].kind == .organisation
        || parties.contains { site.parties.areOfOneHouse(entity, $0) }
    }
    let claims = brief.claims(of: assertion)
    for claim in claims {
      if let speaker = brief.speaker(of: claim) {
        if speaks(speaker) { return true }
      } else if let by = claim.by?.text, by != "unnamed", brief.sourcePlace(by) == nil {
        return true
      }
    }
    return brief.sourcePlaces(of: assertion).contains { place in
      let source = brief.source.sources[place]
      switch source.kind {
      case .primary, .filing, .pressRelease, .dataset: return true
      default: break
      }
      if let host = source.url.flatMap({ WebHost.bare($0.value) }), WebHost.isOfficial(host) {
        return true
      }
      return brief.parties(of: place).contains(where: speaks)
    }
  }
}
