import SiteModel
import SourceDiagnostics

/// P3: the origin of a story has been read.
enum UnlocatedOrigin: BriefRule {
  static let rule = DiagnosticRule(
    "P3", .warning, "the origin of a story can be read",
    explanation: """
      A report that others credit, and that nobody on the desk has found, may say something else than
      they say it says. `located: false` is honest, and this rule keeps asking for the report itself.
      It is asked of origins alone: a relay or translation that was never linked stands on its `via`.

      Wrong:

          sources:
            - {id: relay, url: https://example.org/a, via: agency}
            - {id: agency, publisher: North Wire, located: false}

      Right:

          sources:
            - {id: relay, url: https://example.org/a, via: agency}
            - {id: agency, publisher: North Wire, url: https://north-wire.example/story}
      """)

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    let sources = brief.source.sources
    for origin in brief.brief.origins.origins where !origin.isLocated {
      let source = sources[origin.source]
      let record = brief.brief.publishers[origin.source].map { brief.site.site.entities[$0] }
      let name = record?.source.name.value ?? source.publisher?.text ?? "'\(source.id)'"
      var finding = Diagnostic(
        rule, "origin '\(source.id)' was never found",
        at: brief.site.span(of: "located", near: source.range, in: brief.source.file)
          ?? brief.span(source.range),
        label: "nobody here has read it",
        help: "look for the report of \(name) itself, and give its address as 'url'")
      let crediting = brief.brief.origins.places.firstIndex { $0.via.contains(origin.source) }
      if let crediting, let via = sources[crediting].via.first {
        finding.related.append(.init(via.span, "known only through '\(sources[crediting].id)'"))
      }
      findings.append(finding)
    }
  }
}
