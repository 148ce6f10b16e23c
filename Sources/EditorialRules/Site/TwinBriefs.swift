import SiteModel
import SourceDiagnostics

/// F1: no two briefs of one day have one title.
enum TwinBriefs: SiteRule {
  static let rule = DiagnosticRule(
    "F1", .error, "no two briefs of one day have one title", isAdjustable: true,
    explanation: """
      In lists, feeds and search results two briefs of one title and day are one and the same, and
      mostly they are: a copy under another file name. Case, accents and punctuation of another kind make
      no difference. Equal ids are C005; equal addresses, of pages and of redirects, are P001, so an old
      address never leads to another old one.

      Wrong:

          content/briefs/acme-opens.md      title: Acme opens an office    date: 2026-01-10
          content/briefs/acme-opens-2.md    title: Acme opens an office    date: 2026-01-10

      Right:

          content/briefs/acme-opens.md      title: Acme opens an office    date: 2026-01-10
      """)

  private struct Key: Hashable {
    var title: String
    var day: CalendarDate?
    var language: LanguageTag
  }

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    var first: [Key: Int] = [:]
    for (place, brief) in site.site.briefs.enumerated() {
      let source = brief.source
      let key = Key(
        title: NameKey.fold(source.title.value), day: source.date.value.lowerBound,
        language: source.language)
      guard let other = first[key] else {
        first[key] = place
        continue
      }
      let twin = site.site.briefs[other].source
      findings.append(
        Diagnostic(
          rule, "two briefs of one day are called alike: '\(twin.id)' and '\(source.id)'",
          at: SourceSpan(file: source.file, range: source.title.range), label: "the second",
          related: [.init(SourceSpan(file: twin.file, range: twin.title.range), "the first")],
          help: "remove the copy, or let the titles say what is different"))
    }
  }
}
