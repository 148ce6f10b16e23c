import SiteModel
import SourceDiagnostics

/// S2: a verb says no more than the status of its event.
enum VerbMood: EditionRule {
  static let rule = DiagnosticRule(
    "S2", .error, "a verb says what the status of its event says", isAdjustable: true,
    explanation: """
      “Has acquired” is said of what is done, “will acquire” of what is not. A sentence that names
      those who take part in an event, around a verb of its kind, is held against the stage and the
      certainty that the brief gives the event. The verbs of each language are lists
      (docs/reference/word-lists.md); a sentence with a word such as “if”, “may” or “reportedly” is
      left alone.

      Wrong:

          events: [{id: acme-globex, type: acquisition, stage: expected, …}]
          …
          [[Acme]] has acquired [[Globex]].

      Right:

          [[Acme]] is about to acquire [[Globex]].
      """)

  /// An event as a brief presents it.
  private struct Told {
    var assertion: EventAssertion
    var type: EventType
    var entities: [Int]
    var principals: [Int]
    var isUndone: Bool
    var claims: [Int]
  }

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    guard edition.lexicon.hasWords, !edition.brief.source.events.isEmpty else { return }
    let events = told(edition)
    guard !events.isEmpty else { return }
    let prose = edition.prose
    var left = ReviewedEdition.mostFindings
    for sentence in prose.sentences
    where left > 0 && sentence.kind != .heading && sentence.kind != .quotation {
      for event in events {
        guard let verb = contradiction(in: sentence, event, edition) else { continue }
        findings.append(finding(verb, event, edition))
        left -= 1
        break
      }
    }
  }

  private static func told(_ edition: ReviewedEdition) -> [Told] {
    let brief = edition.brief.brief
    let site = edition.site.site
    return zip(brief.source.events, brief.events).compactMap { assertion, place in
      let isUndone: Bool
      switch (assertion.certainty, assertion.stage) {
      case (.denied?, _), (.rumoured?, _): isUndone = true
      case (_, .considered?), (_, .inTalks?), (_, .expected?), (_, .planned?): isUndone = true
      case (.confirmed?, .completed?), (.reported?, .completed?): isUndone = false
      default: return nil
      }
      let event = site.events[place]
      let roles = event.type.roles.prefix(event.type.principalCount).map(\.key)
      let claims = assertion.claims.compactMap { claim in
        brief.source.claims.firstIndex { $0.id == claim.text }
      }
      return Told(
        assertion: assertion, type: event.type, entities: event.participants.map(\.entity),
        principals: event.participants.filter { roles.contains($0.role) }.map(\.entity),
        isUndone: isUndone, claims: claims)
    }
  }

  /// The bytes of a verb that says other than the event's status.
  private static func contradiction(
    in sentence: Prose.Sentence, _ event: Told, _ edition: ReviewedEdition
  ) -> Range<Int>? {
    let prose = edition.prose
    let cited = prose.claims(of: sentence)
    guard cited.isEmpty || event.claims.isEmpty || !Set(cited).isDisjoint(with: event.claims) else {
      return nil
    }
    let use: Lexicon.PhraseUse = event.isUndone ? .done(event.type.key) : .pending(event.type.key)
    guard let verb = prose.phrase(in: sentence, where: { $0 == use }),
      !prose.part(prose.quotes, in: sentence.range).contains(where: { $0.range.overlaps(verb) })
    else { return nil }
    let names = prose.part(prose.names, in: sentence.range).filter {
      !$0.isWeak && $0.entities.count == 1 && event.entities.contains($0.entities[0])
    }
    guard let before = names.last(where: { $0.range.upperBound <= verb.lowerBound }),
      let after = names.first(where: { $0.range.lowerBound >= verb.upperBound }),
      before.entities != after.entities,
      event.principals.contains(before.entities[0]) || event.principals.contains(after.entities[0]),
      !prose.text[verb.upperBound..<after.range.lowerBound].contains(where: {
        $0 == 0x2C || $0 == 0x3B
      })
    else { return nil }
    let leavesOpen: (Lexicon.PhraseUse) -> Bool =
      event.isUndone
      ? { $0 == .pendingMark || $0 == .hedge } : { $0 == .attribution }
    return prose.phrase(in: sentence, where: leavesOpen) == nil ? verb : nil
  }

  private static func finding(
    _ verb: Range<Int>, _ event: Told, _ edition: ReviewedEdition
  ) -> Diagnostic {
    let status = [event.assertion.certainty?.rawValue, event.assertion.stage?.rawValue]
      .compactMap(\.self).joined(separator: ", ")
    let id = event.assertion.id
    return Diagnostic(
      rule,
      "'\(edition.prose.string(verb))' says that event '\(id.value)' is "
        + (event.isUndone ? "done" : "still to come"),
      at: edition.span(verb), label: "the event is \(status)",
      related: [.init(edition.brief.span(id.range), "the event")],
      help: "say it as its status does, or mend the status")
  }
}
