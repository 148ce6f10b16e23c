import SiteModel
import SourceDiagnostics

/// N2: an amount says of what, and the source said so too.
enum UnstatedMeasure: BriefRule {
  static let rule = DiagnosticRule(
    "N2", .error, "an amount has its unit or currency, and the source gave it", isAdjustable: true,
    explanation: """
      A number without unit or currency cannot be compared, converted or shown. Where the source says
      “dollars” and means some country's, or gives no unit at all, the writer may supply it and must
      say so: `inferred: [currency]`. Then it is a warning, once for each claim, so that somebody looks
      for a source that does say it. `headcount`, `params`, `context` and `chips` say themselves what
      they count. An event that repeats the amount of a claim is not reported again.

      Wrong:

          quantities: [{q: several, magnitude: 9, verbatim: plusieurs milliards}]

      Right:

          quantities: [{q: several, magnitude: 9, currency: EUR, verbatim: plusieurs milliards d'euros}]
      """)

  /// The typed fields of events whose name is the unit.
  private static let selfExplaining: Set<String> = ["headcount", "params", "context", "chips"]

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    var known: [Quantity] = []
    for claim in brief.source.claims {
      var isReported = false
      for quantity in claim.quantities {
        known.append(quantity.value)
        if quantity.value.measure == nil {
          findings.append(missing(quantity, "claim '\(claim.id)'", brief))
        } else if isInferred(quantity.value), !isReported {
          isReported = true
          findings.append(inferred(quantity, "claim '\(claim.id)'", brief))
        }
      }
    }
    for event in brief.source.events {
      for (key, value) in event.fields {
        guard case .quantity(let quantity) = value.value,
          !known.contains(where: { isSame($0, quantity) })
        else { continue }
        let placed = Placed(quantity, value.range)
        let whose = "'\(key)' of event '\(event.id.value)'"
        if quantity.measure == nil, !selfExplaining.contains(key) {
          findings.append(missing(placed, whose, brief))
        } else if isInferred(quantity) {
          findings.append(inferred(placed, whose, brief))
        }
      }
    }
  }

  private static func isInferred(_ quantity: Quantity) -> Bool {
    quantity.inferred.contains(.currency) || quantity.inferred.contains(.unit)
  }

  private static func isSame(_ a: Quantity, _ b: Quantity) -> Bool {
    a.amount == b.amount && a.qualifier == b.qualifier && a.measure == b.measure
  }

  private static func missing(
    _ quantity: Placed<Quantity>, _ whose: String, _ brief: ReviewedBrief
  ) -> Diagnostic {
    Diagnostic(
      rule, "an amount of \(whose) has neither unit nor currency", at: brief.span(quantity.range),
      label: "of what?",
      help: "add 'currency' or 'unit'; when the source does not say it, name that in 'inferred' too"
    )
  }

  private static func inferred(
    _ quantity: Placed<Quantity>, _ whose: String, _ brief: ReviewedBrief
  ) -> Diagnostic {
    let what = quantity.value.inferred.contains(.currency) ? "currency" : "unit"
    let place = brief.span(of: "inferred", near: quantity.range)
    var finding = Diagnostic(
      rule, "the \(what) of \(whose) is inferred", at: place ?? brief.span(quantity.range),
      label: "the source does not say it", help: "look for a source that gives the \(what)")
    finding.severity = .warning
    return finding
  }
}
