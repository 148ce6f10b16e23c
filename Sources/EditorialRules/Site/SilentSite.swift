import SiteModel
import SourceDiagnostics

/// F3: a site that lives has a new brief now and then.
enum SilentSite: SiteRule {
  static let rule = DiagnosticRule(
    "F3", .warning, "a site that lives has a new brief now and then",
    explanation: """
      Readers take \(silentDays) days without a brief for the end of a news site. Sites of fewer than
      \(grownSite) briefs are not asked, nor are those that hold back a brief for a coming day.

      Wrong:

          on 15 March the newest brief is of 20 January

      Right:

          a brief of March, or one with a `date` or `embargo` that is still to come
      """)

  /// How many days without a brief are too many: a month.
  static let silentDays = 31
  /// From how many briefs on a site is asked.
  static let grownSite = 20

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    let asOf = site.asOf
    guard site.site.briefs.count >= grownSite, site.site.heldBack.nextDue == nil,
      let newest = site.site.briefs.first?.source, let day = newest.date.value.upperBound,
      day.adding(days: silentDays) < asOf
    else { return }
    findings.append(
      Diagnostic(
        rule, "no brief for \(asOf.dayNumber - day.dayNumber) days",
        at: SourceSpan(file: newest.file, range: newest.date.range), label: "the newest brief",
        help: "write one, or build with the '--as-of' of the site's last day"))
  }
}
