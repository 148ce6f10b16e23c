import SiteModel
import SourceDiagnostics

/// P5: somebody has opened a source, and its address still works or a copy is kept.
enum UnopenedSource: BriefRule {
  static let rule = DiagnosticRule(
    "P5", .warning, "a source was opened, and lately, or a copy of it is kept",
    explanation: """
      `accessed` says when somebody last read the source at its address. One that was never opened is
      hearsay; one that was last opened over a year ago may be gone. A saved copy (`archive`) with the
      day on which it was taken answers both. Sources without an address are not asked.

      Wrong:

          sources: [https://example.org/article]

      Right:

          sources:
            - {url: https://example.org/article, accessed: 2026-01-15}
            - url: https://example.org/other
              archive: {url: https://archive.example/other, taken: 2026-01-15}
      """)

  /// How long a visit vouches for an address, in months: long enough that one round through the
  /// sources each year keeps a site free of findings.
  static let freshMonths = 12

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    for source in brief.source.sources where source.url != nil {
      let opened = source.accessed?.upperBound
      if opened == nil, source.archive?.taken?.upperBound == nil {
        let isSaved = source.archive != nil
        findings.append(
          Diagnostic(
            rule,
            "source '\(source.id)' was never opened" + (isSaved ? "" : ", and no copy is kept"),
            at: brief.span(of: source), label: "no 'accessed'",
            help: "read it, and add 'accessed: \(brief.site.asOf)'"))
      } else if let opened, source.archive == nil,
        opened.adding(months: freshMonths) < brief.site.asOf
      {
        findings.append(
          Diagnostic(
            rule, "source '\(source.id)' was last opened on \(opened), and no copy is kept",
            at: brief.span(of: source), label: "over \(freshMonths) months ago",
            help: "open it again and correct 'accessed', or add an 'archive'"))
      }
    }
  }
}
