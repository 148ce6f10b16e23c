package import SourceDiagnostics

/// The rules of planning, each with the text that `brevier explain CODE` prints.
extension DiagnosticRule {
  static let collision = DiagnosticRule(
    "P001", .error, "each file of the site has one origin",
    explanation: """
      Two pages, feeds, old addresses or copied files would be written to one place, or to two places
      that differ only in case or accents and are one on many systems. One of them would vanish.

      Wrong:

          content/briefs/meta.md: slug: deal    content/briefs/scale.md: slug: deal

      Right:

          content/briefs/meta.md: slug: deal    content/briefs/scale.md: slug: scale-deal
      """)
  static let brokenPath = DiagnosticRule(
    "P002", .error, "a link to a path of the site leads to a page",
    explanation: """
      A link that begins with `/` names a path of the built site. It must be one of its pages or files.
      A link to the source file is better: it follows when the address changes.

      Wrong:

          [Meta](/companys/meta/)

      Right:

          [Meta](/companies/meta/)    or    [Meta](../../entities/company/meta.md)    or    [[Meta]]
      """)

  /// All rules of planning, by code.
  package static let planRules: [DiagnosticRule] = [.collision, .brokenPath]
}
