import SiteModel
import SourceDiagnostics

/// C3: what depends on something given up is not still expected.
enum LostCondition: EventRule {
  static let rule = DiagnosticRule(
    "C3", .warning, "what depends on something given up is not still expected",
    explanation: """
      `depends_on` names what must come first. When that was denied, retracted or cancelled, the event
      that waits for it needs another look: it is off too, or did not depend on it after all.

      Wrong:

          {id: acme-globex, stage: cancelled}
          {id: hart-joins-acme, stage: expected, depends_on: [acme-globex]}

      Right:

          {id: hart-joins-acme, stage: cancelled}     in a later brief
      """)

  static func review(_ event: ReviewedEvent, _ findings: inout [Diagnostic]) {
    guard event.event.isOpen else { return }
    for place in event.event.dependsOn {
      let other = ReviewedEvent(site: event.site, place: place)
      guard let loss = loss(of: other.event) else { continue }
      let reference = event.assertions.reversed().lazy.flatMap(\.assertion.dependsOn)
        .first { $0.text == other.event.id.text }
      findings.append(
        Diagnostic(
          rule,
          "event '\(event.event.id)' is still \(event.event.folded.stage?.rawValue ?? "open"), "
            + "though what it depends on was \(loss)",
          at: reference?.span ?? event.span, label: "was \(loss)",
          related: [.init(other.span, "said last here")],
          help: "find out what becomes of it, and say so in a later brief"))
    }
  }

  private static func loss(of event: Event) -> String? {
    switch event.folded.certainty {
    case .denied: "denied"
    case .retracted: "retracted"
    default: event.folded.stage == .cancelled ? "cancelled" : nil
    }
  }
}
