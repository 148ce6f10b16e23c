import SiteModel
import SourceDiagnostics

/// D1: a date is no more precise than its source.
enum DatePrecision: BriefRule {
  static let rule = DiagnosticRule(
    "D1", .error, "a date is no more precise than its source", isAdjustable: true,
    explanation: """
      Where the claims of an event only name a month, its date is that month: a day that nobody gave
      would be read as a fact. A source that was published within ten days of the date may have
      given the day in other words, and so do words such as “Monday”; then nothing is reported.

      Wrong:

          claims: [{id: c1, source: wire, says: the deal was closed in June 2025}]
          events: [{id: deal, type: acquisition, date: 2025-06-01, claims: [c1], …}]

      Right:

          events: [{id: deal, type: acquisition, date: 2025-06, claims: [c1], …}]
      """)

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    let source = brief.source
    for event in source.events {
      guard let date = event.date, case .point(let point) = date.value, point.precision <= .day
      else { continue }
      let day = point.firstDay
      let claims = event.claims.compactMap { claim in
        source.claims.first { $0.id == claim.text }
      }
      guard !claims.isEmpty, let words = words(for: day, in: claims, brief),
        !isNearSource(day, claims, brief)
      else { continue }
      let month = DatePoint(.month(year: day.year, month: day.month)).description
      let coarse = words.namesMonth ? month : DatePoint(.year(day.year)).description
      let span = brief.span(date.range)
      findings.append(
        Diagnostic(
          rule, "date \(date.value) is more precise than its source", at: span,
          label: "the claim says '\(words.text)'",
          related: [.init(brief.span(words.claim), "the claim")], help: "write \(coarse)",
          fix: .init(span, replacement: coarse)))
    }
  }

  /// The words of the claims that name the month or the year of a day, and nothing finer.
  private static func words(
    for day: CalendarDate, in claims: [Claim], _ brief: ReviewedBrief
  ) -> (text: String, namesMonth: Bool, claim: Range<Int>)? {
    var found: (text: String, namesMonth: Bool, claim: Range<Int>)?
    for claim in claims {
      let language = claim.language ?? brief.language(of: claim)
      let texts =
        [(claim.says, brief.source.language.text), (claim.quote, language ?? "en")]
        + claim.quantities.map { ($0.value.verbatim, language ?? "en") }
      for case (let text?, let language) in texts {
        let prose = Prose(
          plain: text, lexicon: brief.site.words.lexicon(for: LanguageTag(language)))
        if prose.dates.contains(where: { $0.day != nil }) || namesDay(prose) { return nil }
        for date in prose.dates where date.year == nil || date.year == day.year {
          if date.month == day.month {
            found = (prose.string(date.range), true, claim.range)
          } else if date.month == nil, found == nil, day.month == 1, day.day == 1 {
            found = (prose.string(date.range), false, claim.range)
          }
        }
      }
    }
    return found
  }

  /// Whether a text names a day without a date: "on Monday", « hier ».
  private static func namesDay(_ prose: Prose) -> Bool {
    prose.phrase(in: prose.tokens.indices) { $0 == .day } != nil
  }

  private static func isNearSource(
    _ day: CalendarDate, _ claims: [Claim], _ brief: ReviewedBrief
  ) -> Bool {
    claims.contains { claim in
      guard let source = brief.source.sources.first(where: { $0.id == claim.source?.text }),
        let published = source.published?.lowerBound
      else { return false }
      return abs(published.dayNumber - day.dayNumber) <= 10
    }
  }
}
