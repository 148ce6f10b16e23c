import SiteModel
import SourceDiagnostics

/// D5: a rumour is followed up, or known to be unresolved.
enum StaleRumour: EventRule {
  static let rule = DiagnosticRule(
    "D5", .note, "a rumour is followed up, or known to be unresolved",
    explanation: """
      A rumour of which nothing new was said for \(staleDays) days is unresolved: it came true unnoticed,
      was false, or still goes round. The note keeps it on the desk's list. One that was replaced by
      another event, given up, or reported as overdue (D4) is not listed.

      Wrong:

          {id: acme-globex, certainty: rumoured}    a year ago, and never again

      Right:

          {id: acme-globex, certainty: denied}      in a later brief that says what became of it
      """)

  /// How many days a rumour may rest: half a year.
  static let staleDays = 180

  static func review(_ event: ReviewedEvent, _ findings: inout [Diagnostic]) {
    let asOf = event.site.asOf
    guard event.event.folded.certainty == .rumoured, event.event.folded.stage != .cancelled,
      event.event.supersededBy.isEmpty, event.event.missedDay(on: asOf) == nil
    else { return }
    let said = event.assertions.compactMap { place, assertion -> CalendarDate? in
      let brief = event.site.site.briefs[place.brief].source
      return max(assertion.asOf?.upperBound, brief.date.value.upperBound)
    }
    guard let last = said.max(), last.adding(days: staleDays) < asOf else { return }
    findings.append(
      Diagnostic(
        rule, "event '\(event.event.id)' is a rumour of \(last), and unresolved",
        at: event.span(of: "certainty"),
        label: "nothing new for \(asOf.dayNumber - last.dayNumber) days",
        help: "find out what became of it, and say so in a later brief"))
  }

  private static func max(_ a: CalendarDate?, _ b: CalendarDate?) -> CalendarDate? {
    guard let a, let b else { return a ?? b }
    return Swift.max(a, b)
  }
}
