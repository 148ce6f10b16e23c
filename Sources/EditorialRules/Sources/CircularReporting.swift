import SiteModel
import SourceDiagnostics

/// P4: sources do not credit each other for one story.
enum CircularReporting: SiteRule {
  static let rule = DiagnosticRule(
    "P4", .error, "publishers do not credit each other for one story", isAdjustable: true,
    explanation: """
      A has it from B, and B has it from A: then neither is an origin, and what looks like two reports
      that bear each other out is one rumour going round. Publishers are compared over all briefs that
      tell of one event, by the sources that they cite for it; a brief without events is held against
      itself. A circle of source ids inside one brief is C035.

      Wrong:

          one brief:      {id: a, publisher: The Daily, via: b}    {id: b, publisher: The Gazette}
          the next one:   {id: c, publisher: The Gazette, via: d}  {id: d, publisher: The Daily}

      Right:

          one brief:      {id: a, publisher: The Daily, via: b}    {id: b, publisher: The Gazette}
          the next one:   {id: c, publisher: The Gazette, via: e}  {id: e, publisher: North Wire}
      """)

  /// That one publisher credits another, and where it is said.
  private struct Credit {
    var from: String
    var to: String
    var span: SourceSpan
  }

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    var reported = Set<SourceSpan>()
    for event in site.site.events {
      let credits = event.assertions.flatMap { place in
        let brief = site.brief(of: place)
        return Self.credits(in: brief, among: brief.sourcePlaces(of: site.assertion(place)))
      }
      report(circle(in: credits), &reported, &findings)
    }
    for place in site.site.briefs.indices where site.site.briefs[place].source.events.isEmpty {
      let brief = ReviewedBrief(site: site, place: place)
      let all = Array(brief.source.sources.indices)
      report(circle(in: credits(in: brief, among: all)), &reported, &findings)
    }
  }

  private static func credits(in brief: ReviewedBrief, among places: [Int]) -> [Credit] {
    let sources = brief.source.sources
    return places.flatMap { place in
      sources[place].via.compactMap { reference -> Credit? in
        guard let other = brief.sourcePlace(reference.text),
          let from = publisher(place, brief), let to = publisher(other, brief), from != to
        else { return nil }
        return Credit(from: from, to: to, span: reference.span)
      }
    }
  }

  private static func publisher(_ place: Int, _ brief: ReviewedBrief) -> String? {
    if let known = brief.brief.publishers[place] { return "#\(known)" }
    return brief.source.sources[place].publisher.map { NameKey.fold($0.text) }
  }

  /// The credits that make up the first circle found, the last of them closing it.
  private static func circle(in credits: [Credit]) -> [Credit] {
    var seen = Set<[String]>()
    let credits = credits.filter { seen.insert([$0.from, $0.to]).inserted }
    guard hasCircle(credits) else { return [] }
    let byFrom = Dictionary(grouping: credits.indices, by: { credits[$0].from })
    for (place, last) in credits.enumerated() {
      // Follow what was said before it; the one that closes a circle is the later one.
      var ways: [String: [Credit]] = [last.to: []]
      var waiting = [last.to]
      while let name = waiting.popLast() {
        for next in byFrom[name] ?? [] where next < place && ways[credits[next].to] == nil {
          ways[credits[next].to] = (ways[name] ?? []) + [credits[next]]
          waiting.append(credits[next].to)
        }
      }
      if let way = ways[last.from] { return way + [last] }
    }
    return []
  }

  /// Whether taking away, again and again, all who credit nobody leaves somebody over.
  private static func hasCircle(_ credits: [Credit]) -> Bool {
    var open: [String: Int] = [:]
    for credit in credits { open[credit.from, default: 0] += 1 }
    let byTo = Dictionary(grouping: credits, by: \.to)
    var free = byTo.keys.filter { open[$0] == nil }
    while let name = free.popLast() {
      for credit in byTo[name] ?? [] {
        guard let left = open[credit.from] else { continue }
        open[credit.from] = left > 1 ? left - 1 : nil
        if left == 1 { free.append(credit.from) }
      }
    }
    return !open.isEmpty
  }

  private static func report(
    _ circle: [Credit], _ reported: inout Set<SourceSpan>, _ findings: inout [Diagnostic]
  ) {
    guard let last = circle.last, reported.insert(last.span).inserted else { return }
    findings.append(
      Diagnostic(
        rule,
        circle.count == 2
          ? "two publishers credit each other" : "\(circle.count) publishers credit each other",
        at: last.span, label: "leads back to where it came from",
        related: circle.dropLast().map { .init($0.span, "credited the other way here") },
        help: "find out who had the story first, and let 'via' lead there"))
  }
}
