import SiteModel
import SourceDiagnostics

/// P2: a story rests on more than one origin.
enum OneOrigin: BriefRule {
  static let rule = DiagnosticRule(
    "P2", .warning, "a story rests on more than one origin",
    explanation: """
      Origins are counted, not links: three articles that all repeat one agency are one origin. A brief
      with one origin says so on its page; this rule reminds the desk to look for another. For an
      analysis, and for a brief of importance 1, one origin is an error.

      Wrong:

          sources:
            - {id: relay, url: https://example.org/a, via: agency}
            - {id: agency, publisher: North Wire, url: https://example.org/b}

      Right:

          sources:
            - {id: agency, publisher: North Wire, url: https://example.org/b}
            - {id: filing, kind: filing, publisher: Registry, url: https://example.org/c}

      Where there will never be a second one, say why:

          waive: [{rule: P2, why: "the court's own record"}]
      """)

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    let origins = brief.brief.origins
    guard origins.isSingle, let origin = origins.origins.first else { return }
    let sources = brief.source.sources
    let source = sources[origin.source]
    var finding = Diagnostic(
      rule, sources.count == 1 ? "one source" : "\(sources.count) sources, one origin",
      at: brief.span(of: source), label: "everything rests on this",
      help: "look for a second origin, such as a document of those concerned")
    if brief.source.kind == .analysis || brief.source.importance == 1 {
      finding.severity = .error
      finding.notes.append(
        brief.source.kind == .analysis
          ? "an analysis needs two" : "a brief of importance 1 needs two")
    }
    findings.append(finding)
  }
}
