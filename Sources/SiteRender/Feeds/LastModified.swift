package import SiteModel
package import SitePlan

/// Says when what each planned file shows last changed: a brief's page by the brief, a list by the
/// latest of its briefs. What carries no date (standing pages, copied files) has none.
package struct LastModified: Sendable {
  /// For each file of the plan, in its order, the last change.
  package let dates: [ContentDate?]

  /// The last changes of all files of a plan.
  package init(_ site: Site, _ plan: SitePlan, _ changes: BriefChanges) {
    var reader = Reader(site: site, plan: plan, changes: changes)
    dates = plan.files.map { reader.date(of: $0) }
  }

  /// Reads the dates file by file and remembers those of lists.
  private struct Reader {
    let site: Site
    let plan: SitePlan
    let changes: BriefChanges
    /// The last changes of lists, which have many pages.
    private var byList: [ListKey: ContentDate?] = [:]

    private struct ListKey: Hashable {
      var content: PlannedFile.Content
      var language: LanguageTag
    }

    init(site: Site, plan: SitePlan, changes: BriefChanges) {
      self.site = site
      self.plan = plan
      self.changes = changes
    }

    mutating func date(of file: PlannedFile) -> ContentDate? {
      let key = ListKey(content: file.content, language: file.language)
      if file.total > 1, let known = byList[key] { return known }
      let found = find(file)
      if file.total > 1 { byList[key] = .some(found) }
      return found
    }

    private mutating func find(_ file: PlannedFile) -> ContentDate? {
      let language = file.language
      switch file.content {
      case .home: return latest(plan.lists[language]?.briefs ?? [], language)
      case .brief(let brief):
        return brief < site.briefs.count ? changes.changed(brief, in: language) : nil
      case .event(let event): return eventDate(event)
      case .events(let type):
        return site.events.indices.filter { type == nil || site.events[$0].type.key == type }
          .reduce(nil) { ContentDate.latest($0, eventDate($1)) }
      case .desk(let key): return deskDate(key, language)
      case .entity(let entity): return latest(site.entities[entity].briefs, language)
      case .entities(let kind):
        let entities = site.entities.filter { kind == nil || $0.kind == kind }
        return entities.reduce(nil) { ContentDate.latest($0, latest($1.briefs, language)) }
      case .topic(let topic): return latest(site.topics[topic].briefs, language)
      case .topics:
        return site.topics.reduce(nil) { ContentDate.latest($0, latest($1.briefs, language)) }
      case .storyline(let storyline): return latest(site.storylines[storyline].briefs, language)
      case .storylines:
        return site.storylines.reduce(nil) { ContentDate.latest($0, latest($1.briefs, language)) }
      case .archive(let year, let month): return latest(archive(year, month, language), language)
      case .feed(let subject, _):
        return latest(FeedDocument.briefs(of: subject, SiteReader(site), plan, language), language)
      case .page, .method, .notFound, .search, .searchManifest, .searchFile, .redirect,
        .sitemapIndex, .sitemap, .robots, .asset:
        return nil
      }
    }

    private func archive(_ year: Int?, _ month: Int?, _ language: LanguageTag) -> [Int] {
      guard let lists = plan.lists[language] else { return [] }
      guard let year else { return lists.briefs }
      let months = lists.years.first { $0.year == year }?.months ?? []
      return months.filter { month == nil || $0.month == month }.flatMap(\.briefs)
    }

    /// A desk changes with the events and briefs that it shows.
    private mutating func deskDate(_ key: String, _ language: LanguageTag) -> ContentDate? {
      guard let desk = Desk.named(key), let lists = plan.lists[language] else { return nil }
      var found: ContentDate?
      for entry in lists.desks.entries(of: desk) {
        let date =
          switch entry.record {
          case .event(let event): eventDate(event)
          case .brief(let brief), .correction(let brief, _): latest([brief], language)
          }
        found = ContentDate.latest(found, date)
      }
      return found
    }

    /// An event's page shows all its assertions, in whatever language they were made.
    private func eventDate(_ event: Int) -> ContentDate? {
      site.events[event].briefs.reduce(nil) { found, brief in
        ContentDate.latest(found, changes.changed(brief, in: site.briefs[brief].source.language))
      }
    }

    private mutating func latest(_ briefs: [Int], _ language: LanguageTag) -> ContentDate? {
      let dates = changes.all(in: language)
      return briefs.reduce(nil) { ContentDate.latest($0, dates[$1]) }
    }
  }
}
