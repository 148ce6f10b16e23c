import SiteModel
import SourceDiagnostics

/// P6: a claim names its source.
enum ClaimWithoutSource: BriefRule {
  static let rule = DiagnosticRule(
    "P6", .error, "a claim names its source", isAdjustable: true,
    explanation: """
      A claim is one statement of one source. In a brief with one source it is that one; with several
      the claim says which. `by` says who speaks, not where it was read. Quotes are not compared with
      saved copies of their sources: Brevier keeps the address of a copy, not its text.

      Wrong:

          sources: [{id: wire, …}, {id: post, …}]
          claims: [{id: c1, says: the office is closed}]

      Right:

          claims: [{id: c1, source: wire, says: the office is closed}]
      """)

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    for claim in brief.source.claims where claim.source == nil {
      let ids = brief.source.sources.map { "'\($0.id)'" }
      findings.append(
        Diagnostic(
          rule, "claim '\(claim.id)' has no source",
          at: brief.span(of: "id", near: claim.range) ?? brief.span(claim.range),
          label: "which source says so?",
          help: "add 'source:', one of: " + ids.joined(separator: ", ")
        ))
    }
  }
}
