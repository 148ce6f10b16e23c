import SiteModel
import SourceDiagnostics

/// C1: where sources differ, the brief says so, and says which it follows.
enum UnsettledConflict: EventRule {
  static let rule = DiagnosticRule(
    "C1", .error, "sources that differ are said to differ, and one is followed", isAdjustable: true,
    explanation: """
      Two values of equal standing for one field of an event are an error until `conflicts` names them:
      those of two briefs of one day, and two claims of an event that are alike but for their figure.
      Named, they are a warning until one is followed: `resolved` says why, or an assertion is
      `preferred`, or the claims of one value are more certain than those of all others. Figures that
      may be roundings of one another, and dates that overlap, do not differ.

      Wrong:

          claims:
            - {id: c1, source: wire, says: the memo names 11 recruits, quantities: [11 people]}
            - {id: c2, source: post, says: the memo names 20 recruits, quantities: [20 people]}
          events: [{id: acme-lab, headcount: 11 people, claims: [c1, c2], …}]

      Right:

          claims: as before
          events:
            - id: acme-lab
              headcount: 11 people
              conflicts:
                - field: headcount
                  values: [{value: 11 people, claims: [c1]}, {value: 20 people, claims: [c2]}]
                  resolved: the second one counts those who refused
              claims: [c1, c2]
      """)

  static func review(_ event: ReviewedEvent, _ findings: inout [Diagnostic]) {
    let assertions = event.assertions.enumerated().filter { $1.assertion.rank != .deprecated }
    var declared = Set<String>()
    for (index, item) in assertions.reversed() {
      for conflict in item.assertion.conflicts {
        // Only what the newest assertion says of a conflict counts.
        guard declared.insert(conflict.field.value).inserted,
          !isSettled(conflict, index, event)
        else { continue }
        findings.append(unsettled(conflict, item.place, event))
      }
    }
    checkFields(event, declared, &findings)
    for (_, item) in assertions { checkClaims(item.place, item.assertion, event, &findings) }
  }

  // MARK: - Declared

  private static func isSettled(
    _ conflict: EventAssertion.Conflict, _ index: Int, _ event: ReviewedEvent
  ) -> Bool {
    if isWritten(conflict.resolved) || conflict.values.count < 2 { return true }
    let field = conflict.field.value
    for (later, item) in event.assertions.enumerated() where gives(item.assertion, field) {
      if item.assertion.rank == .preferred { return true }
      if later > index, isWritten(item.assertion.reason) { return true }
    }
    let brief = event.site.brief(of: event.event.assertions[index])
    return isRanked(conflict, brief) || !differ(conflict.values.map(\.value))
  }

  private static func isWritten(_ text: String?) -> Bool {
    text?.contains { !$0.isWhitespace } ?? false
  }

  private static func gives(_ assertion: EventAssertion, _ field: String) -> Bool {
    switch field {
    case "type": assertion.type != nil
    case "date": assertion.date != nil
    case "stage": assertion.stage != nil
    case "certainty": assertion.certainty != nil
    case "place": assertion.place != nil
    case "participants": assertion.namesParticipants
    default: assertion.fields.contains { $0.key == field }
    }
  }

  /// Whether the claims of one value are more certain than those of all others.
  private static func isRanked(
    _ conflict: EventAssertion.Conflict, _ brief: ReviewedBrief
  ) -> Bool {
    let standings = conflict.values.map { value -> Int? in
      value.claims.compactMap { brief.claim($0.text)?.certainty?.standing }.max()
    }
    let known = standings.compactMap { $0 }
    guard known.count == standings.count, let best = known.max() else { return false }
    return known.filter { $0 == best }.count == 1
  }

  private static func differ(_ values: [EventValue]) -> Bool {
    values.indices.contains { first in
      values[(first + 1)...].contains { differ(values[first], $0) }
    }
  }

  private static func differ(_ a: EventValue, _ b: EventValue) -> Bool {
    switch (a, b) {
    case (.quantity(let a), .quantity(let b)): return a.differsBeyondRounding(from: b)
    case (.date(let a), .date(let b)):
      guard let start = a.lowerBound, let end = a.upperBound, let from = b.lowerBound,
        let until = b.upperBound
      else { return false }
      return end < from || until < start
    default: return NameKey.fold(a.foldText) != NameKey.fold(b.foldText)
    }
  }

  private static func unsettled(
    _ conflict: EventAssertion.Conflict, _ place: AssertionPlace, _ event: ReviewedEvent
  ) -> Diagnostic {
    let brief = event.site.brief(of: place)
    var finding = Diagnostic(
      rule, "sources differ on '\(conflict.field.value)' of event '\(event.event.id)'",
      at: brief.span(conflict.field.range), label: "not settled",
      help: "say in 'resolved' which one counts and why, or keep asking")
    finding.severity = .warning
    for value in conflict.values {
      guard let cited = value.claims.first, let claim = brief.claim(cited.text) else { continue }
      let who = claim.source.map { ", by source '\($0.text)'" } ?? ""
      finding.related.append(
        .init(brief.span(claim.range), "'\(value.value.foldText)'\(who)"))
    }
    return finding
  }

  // MARK: - Undeclared

  /// Values that the fold could not choose between.
  private static func checkFields(
    _ event: ReviewedEvent, _ declared: Set<String>, _ findings: inout [Diagnostic]
  ) {
    for field in event.event.folded.fields where field.isDisputed && !declared.contains(field.name)
    {
      let held = field.values.compactMap { held -> (value: EventValue, by: Int)? in
        guard case .value(let value) = held.value, let newest = held.assertions.last,
          isComparable(value)
        else { return nil }
        return (value, newest)
      }
      guard differ(held.map(\.value)), let last = held.map(\.by).max() else { continue }
      let others = held.map(\.by).filter { $0 != last }
      findings.append(
        Diagnostic(
          rule, "briefs differ on '\(field.name)' of event '\(event.event.id)'",
          at: span(field.name, last, event), label: "of the same day and standing",
          related: others.map { .init(span(field.name, $0, event), "another value") },
          help: "name the values in 'conflicts', or take back the wrong one with 'rank: deprecated'"
        )
      )
    }
  }

  /// Free words may say one thing in two ways.
  private static func isComparable(_ value: EventValue) -> Bool {
    switch value {
    case .quantity, .date, .word, .flag: true
    case .text, .texts: false
    }
  }

  private static func span(_ field: String, _ index: Int, _ event: ReviewedEvent) -> SourceSpan {
    let (place, assertion) = event.assertions[index]
    let range =
      field == "date"
      ? assertion.date?.range : assertion.fields.first { $0.key == field }?.value.range
    return event.site.brief(of: place).span(range ?? assertion.id.range)
  }

  /// Claims that are one sentence but for the figure in it.
  private static func checkClaims(
    _ place: AssertionPlace, _ assertion: EventAssertion, _ event: ReviewedEvent,
    _ findings: inout [Diagnostic]
  ) {
    guard assertion.claims.count > 1 else { return }
    let brief = event.site.brief(of: place)
    let values = assertion.conflicts.flatMap(\.values)
    let named = Set(values.flatMap(\.claims).map(\.text))
    guard !values.contains(where: \.claims.isEmpty) else { return }
    var first: [String: Claim] = [:]
    for claim in brief.claims(of: assertion)
    where claim.certainty.map({ $0.standing != nil }) ?? true {
      guard claim.quantities.count == 1, let sentence = claim.says.flatMap(Sentence.init) else {
        continue
      }
      guard let other = first[sentence.pattern] else {
        first[sentence.pattern] = claim
        continue
      }
      let (a, b) = (other.quantities[0].value, claim.quantities[0].value)
      guard a.measure == b.measure, a.differsBeyondRounding(from: b),
        !(named.contains(claim.id) && named.contains(other.id))
      else { continue }
      findings.append(
        Diagnostic(
          rule, "claims '\(other.id)' and '\(claim.id)' differ on one figure",
          at: brief.span(claim.quantities[0].range), label: "another figure",
          related: [.init(brief.span(other.quantities[0].range), "one figure")],
          help: "name both values in 'conflicts' of event '\(event.event.id)'"))
    }
  }

  /// A sentence with its one word of digits left out.
  private struct Sentence {
    let pattern: String

    /// Nil unless just one word has digits.
    init?(_ text: String) {
      let words = NameKey.fold(text).split(separator: " ")
      let isFigure = { (word: Substring) in
        word.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
      guard words.filter(isFigure).count == 1, words.count > 2 else { return nil }
      pattern = words.map { isFigure($0) ? "#" : String($0) }.joined(separator: " ")
    }
  }
}
