import SiteModel
import SourceDiagnostics

/// D2: a relative date counts from a day that is known.
enum UndatedAnchor: BriefRule {
  static let rule = DiagnosticRule(
    "D2", .warning, "a relative date counts from a source that has a date",
    explanation: """
      “Last month” means something only when it is known when it was said. Such a date is kept as it
      is and shown as undated; with `published` at the source that it counts from, it becomes a month.
      A date that counts from an event is not asked, nor one in whose place another brief gives a day.

      Wrong:

          sources: [{id: fr, url: https://example.org/fr}]
          events: [{id: acme-opens, date: {relative: last-month, anchor: fr}, …}]

      Right:

          sources: [{id: fr, url: https://example.org/fr, published: 2026-01-12}]
          events: [{id: acme-opens, date: {relative: last-month, anchor: fr}, …}]
      """)

  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    for (index, event) in brief.source.events.enumerated() {
      let place = index < brief.brief.events.count ? brief.brief.events[index] : nil
      let folded = place.map { brief.site.site.events[$0].folded }
      if !isDated("date", folded) {
        check(event.date, "the date of event '\(event.id.value)'", brief, &findings)
      }
      for (key, value) in event.fields {
        guard case .date(let date) = value.value, !isDated(key, folded) else { continue }
        check(
          Placed(date, value.range), "'\(key)' of event '\(event.id.value)'", brief, &findings)
      }
    }
  }

  /// Whether a day stands for a field after all briefs.
  private static func isDated(_ key: String, _ folded: FoldedEvent<EventContent>?) -> Bool {
    guard case .value(.date(let date))? = folded?[key]?.agreed else { return false }
    return date.isDated
  }

  private static func check(
    _ date: Placed<UncertainDate>?, _ what: String, _ brief: ReviewedBrief,
    _ findings: inout [Diagnostic]
  ) {
    guard let date, case .relative(let relative) = date.value else { return }
    let sources = brief.source.sources
    if let place = brief.sourcePlace(relative.anchor) {
      guard sources[place].published?.isDated != true else { return }
      findings.append(
        Diagnostic(
          rule, "\(what) counts from source '\(relative.anchor)', which has no date",
          at: brief.span(date.range), label: "'\(relative.word.rawValue)' of an unknown day",
          related: [.init(brief.span(of: sources[place]), "no 'published' here")],
          help: "find out when it came out, and add 'published'"))
    } else if !brief.site.hasEvent(relative.anchor) {
      let known = sources.map(\.id)
      findings.append(
        Diagnostic(
          rule,
          "\(what) counts from '\(relative.anchor)', which is neither a source nor an event"
            + Spelling.question(for: relative.anchor, among: known),
          at: brief.span(date.range), label: "counts from nothing",
          help: "let 'anchor' be one of: " + known.joined(separator: ", ")))
    }
  }
}
