package import SiteModel

/// What each desk shows in one language, in its order.
package struct DeskLists: Sendable {
  /// The entries of each desk that has some, by the desk's word.
  private let entries: [String: [Entry]]

  /// One row of a desk.
  package struct Entry: Sendable, Hashable {
    /// What it shows.
    package var record: Record
    /// The group to which it belongs, counted from 0; entries of a group stand together.
    package var group = 0
  }

  /// What a row of a desk can show.
  package enum Record: Sendable, Hashable {
    case event(Int)
    case brief(Int)
    /// A correction, by its place in the edition of the brief.
    case correction(brief: Int, place: Int)
  }

  /// The lists of a language; `has` says whether an event has a page in it.
  init(_ site: Site, _ language: LanguageTag, briefs: [Int], has: (Int) -> Bool) {
    var entries: [String: [Entry]] = [:]
    let events = site.settings.outputs.events ? Self.newestFirst(site, has) : []
    for desk in site.settings.desks {
      let list =
        switch desk.content {
        case .events(let choices):
          events.filter { place in choices.contains { $0.contains(site.events[place]) } }
            .map { Entry(record: .event($0)) }
        case .expected: Self.expected(site, events)
        case .disputed:
          events.filter { !site.disputes(of: site.events[$0]).isEmpty }
            .map { Entry(record: .event($0)) }
        case .singleOrigin: Self.singleOrigins(site, briefs)
        case .corrections: Self.corrections(site, language, briefs)
        }
      if !list.isEmpty { entries[desk.key] = list }
    }
    self.entries = entries
  }

  /// The entries of a desk, in order; none when the site does not have it.
  package func entries(of desk: Desk) -> [Entry] { entries[desk.key] ?? [] }

  /// The events of a desk, in order.
  package func events(of desk: Desk) -> [Int] {
    entries(of: desk).compactMap { entry in
      if case .event(let place) = entry.record { place } else { nil }
    }
  }

  // MARK: - Making

  private static func newestFirst(_ site: Site, _ has: (Int) -> Bool) -> [Int] {
    let keyed = site.events.indices.filter(has).map { ($0, site.events[$0].date.sortKey) }
    return keyed.sorted { a, b in a.1 != b.1 ? b.1 < a.1 : a.0 < b.0 }.map(\.0)
  }

  /// Overdue events first, then those ahead, each by the last day that their date may mean; then
  /// those without one. Groups are those of `Event.Expectation`.
  private static func expected(_ site: Site, _ events: [Int]) -> [Entry] {
    typealias Keyed = (place: Int, kind: Event.Expectation, day: CalendarDate, key: DateSortKey)
    let keyed = events.compactMap { place -> Keyed? in
      let event = site.events[place]
      guard let kind = event.expectation(on: site.asOf) else { return nil }
      let date = event.expectedDate
      let day = kind == .undated ? nil : date.upperBound
      return (place, kind, day ?? .last, date.sortKey)
    }
    return keyed.sorted { a, b in
      if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
      if a.day != b.day { return a.day < b.day }
      return a.key != b.key ? a.key < b.key : a.place < b.place
    }.map { Entry(record: .event($0.place), group: $0.kind.rawValue) }
  }

  /// Briefs with one origin, by origin; the origin with the most briefs first, of equals the one
  /// with the newest brief.
  private static func singleOrigins(_ site: Site, _ briefs: [Int]) -> [Entry] {
    var groups: [[Int]] = []
    var known: [OriginKey: Int] = [:]
    for place in briefs {
      let origins = site.briefs[place].origins
      guard origins.isSingle, let origin = origins.origins.first else { continue }
      let key = site.key(of: origin, inBrief: place)
      if let group = known[key] {
        groups[group].append(place)
      } else {
        known[key] = groups.count
        groups.append([place])
      }
    }
    let order = groups.indices.sorted { a, b in
      groups[a].count != groups[b].count ? groups[a].count > groups[b].count : a < b
    }
    return order.enumerated().flatMap { number, group in
      groups[group].map { Entry(record: .brief($0), group: number) }
    }
  }

  /// Corrections, newest first; of one day those of newer briefs first, and the last of a brief
  /// before its earlier ones.
  private static func corrections(
    _ site: Site, _ language: LanguageTag, _ briefs: [Int]
  ) -> [Entry] {
    var keyed: [(key: DateSortKey, brief: Int, place: Int)] = []
    for brief in briefs {
      let edition = site.briefs[brief].edition(in: language)
      for (place, correction) in (edition?.corrections ?? []).enumerated() {
        keyed.append((correction.date.sortKey, brief, place))
      }
    }
    return keyed.sorted { a, b in
      if a.key != b.key { return b.key < a.key }
      return (a.brief, b.place) < (b.brief, a.place)
    }.map { Entry(record: .correction(brief: $0.brief, place: $0.place)) }
  }
}
