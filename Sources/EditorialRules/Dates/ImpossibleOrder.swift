import SiteModel
import SourceDiagnostics

/// D3: what comes first has the earlier date.
enum ImpossibleOrder: BriefRule {
  static let rule = DiagnosticRule(
    "D3", .error, "what comes first has the earlier date", isAdjustable: true,
    explanation: """
      A brief cannot tell of something as done that happened after it, nor rest on a source that came
      out later, unless a correction or update of that day brought it in. What was still to come on one
      day was not closed before it; what ends begins first; what is in force was adopted. A day more or
      less is put down to time zones.

      Wrong:

          date: 2026-01-10
          sources: [{url: https://example.org/a, published: 2026-01-14}]
          events: [{id: acme-opens, stage: completed, date: 2026-01-20, …}]

      Right:

          date: 2026-01-10
          sources: [{url: https://example.org/a, published: 2026-01-09}]
          events: [{id: acme-opens, stage: planned, date: 2026-01-20, …}]
      """)

  /// By how many days two dates may be the wrong way round: the day begins half a day earlier in
  /// the Far East than in Europe, and ends half a day later in America.
  static let zoneDays = 1

  /// Fields of events of which the first cannot be later than the second.
  private static let pairs = [("started", "ended"), ("adopted", "in_force")]

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    checkSources(brief, &findings)
    for event in brief.source.events {
      checkCompletion(event, brief, &findings)
      checkClosing(event, brief, &findings)
      for (first, second) in pairs { checkPair(first, second, event, brief, &findings) }
    }
  }

  /// Whether all of a date lies after all of another, by more than time zones explain.
  private static func isAfter(_ a: UncertainDate, _ b: UncertainDate) -> Bool {
    guard let start = a.lowerBound, let end = b.upperBound else { return false }
    return start > end.adding(days: zoneDays)
  }

  private static func checkSources(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    let date = brief.source.date.value
    let changes = brief.source.corrections.compactMap(\.date.upperBound)
    for source in brief.source.sources {
      guard let published = source.published, isAfter(published, date),
        let day = published.lowerBound, !changes.contains(where: { $0 >= day })
      else { continue }
      findings.append(
        Diagnostic(
          rule, "source '\(source.id)' came out after this brief",
          at: brief.site.span(of: "published", near: source.range, in: brief.source.file)
            ?? brief.span(of: source),
          label: "later than the brief",
          related: [.init(brief.span(brief.source.date.range), "the brief's date")],
          help: "correct one of the dates, or say in 'corrections' when the source was added"))
    }
  }

  private static func checkCompletion(
    _ event: EventAssertion, _ brief: ReviewedBrief, _ findings: inout [Diagnostic]
  ) {
    guard event.stage == .completed, let date = event.date,
      isAfter(brief.source.resolved(date.value), event.asOf ?? brief.source.date.value),
      let day = date.value.lowerBound, day <= brief.site.asOf
    else { return }
    findings.append(
      Diagnostic(
        rule, "event '\(event.id.value)' is completed after the brief that says so",
        at: brief.span(date.range), label: "after the brief",
        related: [.init(brief.span(brief.source.date.range), "the brief's date")],
        help: "write the stage that it had then, or correct the date"))
  }

  /// Was it closed before a day on which it was still to come?
  private static func checkClosing(
    _ event: EventAssertion, _ brief: ReviewedBrief, _ findings: inout [Diagnostic]
  ) {
    guard let stage = event.stage, stage.isOpen, let date = event.date,
      let closed = event.fields.first(where: { $0.key == "closed" })?.value,
      case .date(let closing) = closed.value,
      isAfter(brief.source.resolved(date.value), brief.source.resolved(closing))
    else { return }
    findings.append(
      Diagnostic(
        rule, "event '\(event.id.value)' was closed before it was \(stage.rawValue)",
        at: brief.span(closed.range), label: "earlier than its date",
        related: [.init(brief.span(date.range), "\(stage.rawValue) on this day")],
        help: "correct one of the dates, or write 'completed' as its stage"))
  }

  private static func checkPair(
    _ first: String, _ second: String, _ event: EventAssertion, _ brief: ReviewedBrief,
    _ findings: inout [Diagnostic]
  ) {
    guard let earlier = event.fields.first(where: { $0.key == first })?.value,
      let later = event.fields.first(where: { $0.key == second })?.value,
      case .date(let start) = earlier.value, case .date(let end) = later.value,
      isAfter(brief.source.resolved(start), brief.source.resolved(end))
    else { return }
    findings.append(
      Diagnostic(
        rule, "'\(second)' of event '\(event.id.value)' is before '\(first)'",
        at: brief.span(later.range), label: "earlier than '\(first)'",
        related: [.init(brief.span(earlier.range), "'\(first)'")], help: "correct one of the dates")
    )
  }
}
