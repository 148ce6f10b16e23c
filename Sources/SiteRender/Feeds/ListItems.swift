import SiteModel
import SitePlan

/// Knows which records a page of a list shows, for its structured data.
struct ListItems {
  private let site: SiteReader
  private let plan: SitePlan

  /// The records of one page.
  struct Items {
    /// How many the whole list has.
    var total: Int
    /// The position of the first shown, from 1.
    var first: Int
    var shown: [(target: LinkTarget, name: String)]
  }

  init(_ data: StructuredData) {
    site = data.site
    plan = data.plan
  }

  /// The records that a page lists: briefs page by page, other records by id, at most a hundred.
  func items(of file: PlannedFile) -> Items {
    let language = file.language
    let settings = site.settings
    guard let lists = plan.lists[language] else { return Items(total: 0, first: 1, shown: []) }
    if let list = Self.list(file.content) { site.notes?.note(list) }
    switch file.content {
    case .home: return briefs(lists.briefs, settings.listPageSize, file)
    case .topic(let topic):
      return briefs(lists.only(site.topics[topic].briefs), settings.listPageSize, file)
    case .storyline(let storyline):
      return briefs(lists.only(site.storylines[storyline].briefs), StructuredData.most, file)
    case .archive(let year?, nil):
      let found = lists.years.first { $0.year == year }?.briefs ?? []
      return briefs(found, settings.entityPageSize, file)
    case .archive(let year?, let month?):
      let months = lists.years.first { $0.year == year }?.months ?? []
      let found = months.first { $0.month == month }?.briefs ?? []
      return briefs(found, StructuredData.most, file)
    case .archive: return briefs(lists.briefs, settings.listPageSize, file)
    case .events(let type):
      return records(
        site.events.indices, file, { .event($0) },
        isListed: { type == nil || site.events[$0].type.key == type },
        name: { site.events[$0].title ?? site.events[$0].id.text })
    case .desk(let key): return desk(key, lists, file)
    case .entities(let kind):
      return records(
        site.entities.indices, file, { .entity($0) },
        isListed: { place in
          site.entities[place].mergedInto == nil
            && (kind == nil || site.entities[place].kind == kind)
        }, name: { site.entities[$0].name(in: language) })
    case .topics:
      return records(
        site.topics.indices, file, { .topic($0) }, name: { site.topics[$0].name(in: language) })
    case .storylines:
      return records(
        site.storylines.indices, file, { .storyline($0) },
        name: { site.storylines[$0].title(in: language) })
    default: return Items(total: 0, first: 1, shown: [])
    }
  }

  /// The events or briefs on this page of a desk; a brief with several corrections is one.
  /// The list of the site that a page shows a part of.
  private static func list(_ content: PlannedFile.Content) -> SiteList? {
    switch content {
    case .home: .briefs
    case .archive: .archive
    case .desk(let key): .desk(key)
    default: nil
    }
  }

  private func desk(_ key: String, _ lists: SiteLists, _ file: PlannedFile) -> Items {
    guard let desk = Desk.named(key) else { return Items(total: 0, first: 1, shown: []) }
    let size = site.settings.deskPageSize
    var seen = Set<LinkTarget>()
    let targets = lists.desks.entries(of: desk).map { entry -> LinkTarget in
      switch entry.record {
      case .event(let event): .event(event)
      case .brief(let brief), .correction(let brief, _): .brief(brief)
      }
    }
    let start = min((file.number - 1) * size, targets.count)
    let before = targets[..<start].filter { seen.insert($0).inserted }.count
    let shown = targets[start...].prefix(size).filter { seen.insert($0).inserted }
    let total =
      before + shown.count
      + targets.dropFirst(start + size).filter { seen.insert($0).inserted }.count
    return Items(
      total: total, first: before + 1,
      shown: shown.prefix(StructuredData.most).map { ($0, name($0, file.language)) })
  }

  private func name(_ target: LinkTarget, _ language: LanguageTag) -> String {
    switch target {
    case .brief(let place):
      let brief = site.briefs[place]
      return (brief.edition(in: language) ?? brief.editions[0]).title
    case .event(let place): return site.events[place].title ?? site.events[place].id.text
    default: return ""
    }
  }

  private func briefs(_ briefs: [Int], _ size: Int, _ file: PlannedFile) -> Items {
    let start = min((file.number - 1) * size, briefs.count)
    let shown = briefs[start...].prefix(size).map { place -> (LinkTarget, String) in
      let brief = site.briefs[place]
      return (.brief(place), (brief.edition(in: file.language) ?? brief.editions[0]).title)
    }
    return Items(total: briefs.count, first: start + 1, shown: shown)
  }

  /// The records that have a page and are listed; names are made of those alone that are shown.
  private func records(
    _ places: Range<Int>, _ file: PlannedFile, _ target: (Int) -> LinkTarget,
    isListed: (Int) -> Bool = { _ in true }, name: (Int) -> String
  ) -> Items {
    var shown: [(LinkTarget, String)] = []
    var total = 0
    for place in places {
      if let record = SiteRecord(target(place)) {
        site.notes?.noteFace(record.kind, record.place)
      }
      guard isListed(place), plan.addresses.has(target(place), in: file.language) else { continue }
      total += 1
      if shown.count < StructuredData.most { shown.append((target(place), name(place))) }
    }
    return Items(total: total, first: 1, shown: shown)
  }
}
