import SiteModel
import SourceDiagnostics

/// V3: what happened between two entities is an event, not only prose.
enum EventInProse: EditionRule {
  static let rule = DiagnosticRule(
    "V3", .warning, "a deal or a hire between two entities is an event",
    explanation: """
      A sentence with a verb of deals or hires between two entities tells of an event. Without an
      entry in `events` it is on no entity's time line, in no table, and cannot be followed up. Under
      `strictness: light` this concerns briefs that have claims.

      Wrong:

          [[Acme]] has acquired [[Globex]].

      Right: the same sentence, and

          events:
            - id: acme-globex
              type: acquisition
              participants: [{entity: Acme, role: acquirer}, {entity: Globex, role: target}]
      """)

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    let brief = edition.brief.source
    guard edition.edition.isOriginal, brief.events.isEmpty, brief.kind == .brief,
      edition.site.site.settings.strictness == .newsroom || !brief.claims.isEmpty
    else { return }
    let prose = edition.prose
    for sentence in prose.sentences where sentence.kind == .paragraph {
      guard let verb = prose.phrase(in: sentence, where: { $0 == .deal }) else { continue }
      let names = prose.part(prose.names, in: sentence.range).filter {
        !$0.isWeak && $0.entities.count == 1 && isParty($0.entities[0], edition.site.site)
      }
      guard let before = names.last(where: { $0.range.upperBound <= verb.lowerBound }),
        let after = names.first(where: { $0.range.lowerBound >= verb.upperBound }),
        before.entities != after.entities,
        !prose.text[verb.upperBound..<after.range.lowerBound].contains(where: {
          $0 == 0x2C || $0 == 0x3B
        })
      else { continue }
      findings.append(
        Diagnostic(
          rule,
          "'\(prose.string(before.range)) \(prose.string(verb)) … \(prose.string(after.range))'"
            + " is an event only in prose",
          at: edition.span(verb), label: "the brief has no 'events'",
          help: "add an event with these two as its participants"))
      return
    }
  }

  private static func isParty(_ entity: Int, _ site: Site) -> Bool {
    switch site.entities[entity].kind {
    case .company, .person, .organisation, .unit, .fund: true
    default: false
    }
  }
}
