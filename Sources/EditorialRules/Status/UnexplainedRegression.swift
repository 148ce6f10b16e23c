import SiteModel
import SourceDiagnostics

/// S3: an event goes backwards only with a reason, and is not done before its day.
enum UnexplainedRegression: EventRule {
  static let rule = DiagnosticRule(
    "S3", .error,
    "an event goes backwards only with a reason, and is done only when its day has come",
    isAdjustable: true,
    explanation: """
      A later brief that knows less than an earlier one (confirmed, then rumoured), or puts an event
      further back (completed, then announced), owes readers a `reason`. What is to happen on a day
      that has not come cannot be `completed`.

      Wrong:

          {id: acme-globex, certainty: rumoured}      after an earlier brief had it confirmed
          {id: acme-opens, stage: completed, date: 2027-03}      in January 2026

      Right:

          {id: acme-globex, certainty: rumoured, reason: Acme has withdrawn its statement}
          {id: acme-opens, stage: planned, date: 2027-03}
      """)

  static func review(_ event: ReviewedEvent, _ findings: inout [Diagnostic]) {
    for move in event.event.folded.unexplainedMoves {
      findings.append(backward(move, event))
    }
    guard event.event.folded.stage == .completed, let date = event.date(of: "date"),
      let day = date.value.lowerBound, day > event.site.asOf
    else { return }
    findings.append(
      Diagnostic(
        rule, "event '\(event.event.id)' is completed on a day that has not come", at: date.span,
        label: "after \(event.site.asOf)",
        help: "write 'planned' or 'expected' as its stage, or correct the date"))
  }

  private static func backward(
    _ move: FoldedEvent<EventContent>.Move, _ event: ReviewedEvent
  ) -> Diagnostic {
    let (place, assertion) = event.assertions[move.entry]
    let file = event.site.site.briefs[place.brief].source.file
    let (field, from, to) =
      switch move.change {
      case .certainty(let from, let to): ("certainty", from.rawValue, to.rawValue)
      case .stage(let from, let to): ("stage", from.rawValue, to.rawValue)
      }
    var finding = Diagnostic(
      rule, "event '\(event.event.id)' goes from \(from) back to \(to) without a reason",
      at: event.site.span(of: field, near: assertion.id.range, in: file)
        ?? event.site.span(place),
      label: "was \(from)", help: "say why in 'reason', or correct the \(field)")
    let earlier = event.assertions[..<move.entry].last { _, assertion in
      field == "stage" ? assertion.stage != nil : assertion.certainty != nil
    }
    if let earlier {
      finding.related.append(.init(event.site.span(earlier.place), "said to be \(from) here"))
    }
    return finding
  }
}
