import SiteModel
import SourceDiagnostics

/// D4: what was expected by a day that has passed is followed up.
enum ExpiredExpectation: EventRule {
  static let rule = DiagnosticRule(
    "D4", .warning, "what was expected by now has been followed up",
    explanation: """
      An event that is `expected` or `planned`, and whose last possible day has passed, has happened,
      was put off, or came to nothing; readers want to know which. The day is `due`, `expected_close` or
      `online` where given, else the event's own. \(graceDays) days after it the warning is an error.
      What was only announced or signed carries the day of its announcement and is not asked.

      Wrong:

          {id: acme-opens, stage: expected, date: 2026-Q1}     and in June nothing more

      Right:

          {id: acme-opens, stage: postponed}     in a later brief that says how it went
      """)

  /// How many days the desk has, after the last day, before a warning becomes an error: a quarter,
  /// in which companies report.
  static let graceDays = 90

  static func review(_ event: ReviewedEvent, _ findings: inout [Diagnostic]) {
    guard let last = event.event.missedDay(on: event.site.asOf) else { return }
    let days = event.site.asOf.dayNumber - last.dayNumber
    let key = Event.expectationFields.first { event.date(of: $0) != nil } ?? "date"
    var finding = Diagnostic(
      rule, "event '\(event.event.id)' was expected by \(last), and nobody says how it went",
      at: event.date(of: key)?.span ?? event.span,
      label: days == 1 ? "a day ago" : "\(days) days ago",
      help: "find out, and assert its new 'stage', or a new date, in a later brief")
    if days > graceDays {
      finding.severity = .error
      finding.notes.append("more than \(graceDays) days late")
    }
    findings.append(finding)
  }
}
