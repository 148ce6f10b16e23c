import SiteModel
import SourceDiagnostics

/// P7: words are quoted from as near their origin as can be read.
enum DistantQuotation: BriefRule {
  static let rule = DiagnosticRule(
    "P7", .warning, "words are quoted from as near their origin as can be read",
    explanation: """
      A translation or relay may have changed the words. Where the text that it has them from can be
      read, quote that one. Claims without a `quote` are not asked.

      Wrong:

          sources:
            - {id: relay, kind: relay, url: https://example.org/a, via: agency}
            - {id: agency, url: https://north-wire.example/story}
          claims: [{id: c1, source: relay, quote: we are closing}]

      Right:

          claims: [{id: c1, source: agency, quote: we are closing}]
      """)

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    let sources = brief.source.sources
    for claim in brief.source.claims where claim.quote != nil {
      guard let place = brief.sourcePlace(of: claim),
        let kind = sources[place].kind, kind == .relay || kind == .translation,
        let nearer = brief.brief.origins.places[place].via.first(where: {
          sources[$0].isLocated && sources[$0].url != nil
        })
      else { continue }
      findings.append(
        Diagnostic(
          rule,
          "claim '\(claim.id)' quotes a \(kind.rawValue), and what it has it from can be read",
          at: claim.source?.span, label: "a \(kind.rawValue) of '\(sources[nearer].id)'",
          related: [.init(brief.span(of: sources[nearer]), "nearer the origin")],
          help: "compare the words with '\(sources[nearer].id)', and quote it instead"))
    }
  }
}
