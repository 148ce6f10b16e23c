import SiteModel
import SourceDiagnostics

/// N5: a figure is not ten times the one before it by a slip.
enum OutlyingValue: SiteRule {
  static let rule = DiagnosticRule(
    "N5", .warning, "a figure is not ten times the one before it by a slip",
    explanation: """
      A comma too far, or a million read as a billion, makes a figure leap. For each entity the values
      of one metric, and the valuations of its rounds, are compared in order of time; one that is more
      than ten times its predecessor, or less than a tenth of it, is to be looked at again. Amounts in
      different currencies and of different natures are not compared.

      Wrong:

          Q3: {metric: revenue, value: 5.1B USD}    Q4: {metric: revenue, value: 609B USD}

      Right:

          Q3: {metric: revenue, value: 5.1B USD}    Q4: {metric: revenue, value: 6.09B USD}
      """)

  /// By how much a figure may leap.
  static let factor = DecimalNumber(10)

  private struct Metric: Hashable {
    var entity: Int
    var name: String
    var measure: String?
    var nature: Quantity.Nature?
  }

  private struct Value {
    var number: DecimalNumber
    var day: CalendarDate
    var event: String
    var span: SourceSpan
  }

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    var series: [Metric: [Value]] = [:]
    for place in site.site.events.indices {
      let event = ReviewedEvent(site: site, place: place)
      switch event.event.type.key {
      case "financials":
        guard let metric = event.value(of: "metric"), case .text(let name) = metric.value else {
          continue
        }
        add("value", called: NameKey.fold(name), of: event.participants("company"), event, &series)
      case "funding":
        add(
          "post_money", called: "valuation", of: event.participants("investee"), event, &series)
      default: continue
      }
    }
    for values in series.values where values.count > 1 {
      let ordered = values.sorted { ($0.day, $0.event) < ($1.day, $1.event) }
      for (before, value) in zip(ordered, ordered.dropFirst()) where leaps(before, value) {
        findings.append(
          Diagnostic(
            rule,
            "event '\(value.event)' has over ten times, or under a tenth of, the value before",
            at: value.span, label: "a slip of a digit or a unit?",
            related: [.init(before.span, "the value before, of event '\(before.event)'")],
            help: "compare it with the source; where it is right, waive N5 and say why"))
      }
    }
  }

  private static func add(
    _ key: String, called name: String, of entities: [Int], _ event: ReviewedEvent,
    _ series: inout [Metric: [Value]]
  ) {
    guard entities.count == 1, let found = event.quantity(of: key),
      let number = found.value.representative, number > .zero,
      let day = event.event.date.lowerBound
    else { return }
    let metric = Metric(
      entity: entities[0], name: name, measure: found.value.measure?.name,
      nature: found.value.nature)
    series[metric, default: []].append(
      Value(number: number, day: day, event: event.event.id.text, span: found.span))
  }

  private static func leaps(_ a: Value, _ b: Value) -> Bool {
    a.number.exceeds(b.number, times: factor) || b.number.exceeds(a.number, times: factor)
  }
}
