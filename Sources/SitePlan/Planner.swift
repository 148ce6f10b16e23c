import SiteModel

/// Adds the files of each kind to the plan.
struct Planner {
  let site: Site
  let addresses: SiteAddresses
  let lists: [LanguageTag: SiteLists]
  var files: [PlannedFile] = []

  private var outputs: SiteSettings.Outputs { site.settings.outputs }

  /// All pages and feeds of one language; nothing for a language without a single text.
  mutating func planLanguage(_ language: LanguageTag) {
    guard let list = lists[language] else { return }
    let isDefault = language == addresses.defaultLanguage
    guard isDefault || !list.briefs.isEmpty else {
      planPages(language)
      return
    }
    let top = addresses.prefix(language)
    let settings = site.settings.file
    addList(
      .home, at: top, language, count: list.briefs.count, size: site.settings.listPageSize, settings
    )
    for place in list.briefs {
      let edition = site.briefs[place].place(of: language)
      let file = edition.map { site.briefs[place].editions[$0].file } ?? settings
      add(.brief(place), at: addresses.path(.brief(place), for: language), language, file)
    }
    planEntities(language, list)
    planTopics(language, list)
    planStorylines(language, list)
    if outputs.events { planEvents(language) }
    if outputs.desks { planDesks(language) }
    if outputs.archive { planArchive(language, list) }
    planPages(language)
    planMethod(language)
    if outputs.search { planSearch(language) }
    if isDefault { add(.notFound, at: "404.html", language, settings) }
    planFeeds(.site, at: top, language, settings)
  }

  private mutating func add(
    _ content: PlannedFile.Content, at address: String, _ language: LanguageTag, _ source: String
  ) {
    files.append(
      PlannedFile(address: address, language: language, content: content, source: source))
  }

  /// One file for each page of a list; a list without entries has one page all the same.
  mutating func addList(
    _ content: PlannedFile.Content, at address: String, _ language: LanguageTag, count: Int,
    size: Int, _ source: String
  ) {
    let total = max(1, (count + size - 1) / size)
    for number in 1...total {
      files.append(
        PlannedFile(
          address: addresses.page(number, of: address), language: language, content: content,
          number: number, total: total, source: source))
    }
  }

  private mutating func planFeeds(
    _ subject: FeedSubject, at address: String, _ language: LanguageTag, _ source: String
  ) {
    if subject != .site, !outputs.recordFeeds { return }
    if outputs.atom { add(.feed(subject, .atom), at: address + "feed.xml", language, source) }
    if outputs.jsonFeed { add(.feed(subject, .json), at: address + "feed.json", language, source) }
  }

  // MARK: - Records

  private mutating func planEntities(_ language: LanguageTag, _ list: SiteLists) {
    let top = addresses.prefix(language)
    var kinds: [EntityKind: Int] = [:]
    for (place, entity) in site.entities.enumerated() where entity.mergedInto == nil {
      guard addresses.has(.entity(place), in: language) else { continue }
      kinds[entity.kind, default: 0] += 1
      let address = addresses.path(.entity(place), for: language)
      let count = list.only(entity.briefs).count
      addList(
        .entity(place), at: address, language, count: count, size: site.settings.entityPageSize,
        entity.source.file)
      if count > 0 { planFeeds(.entity(place), at: address, language, entity.source.file) }
    }
    guard !kinds.isEmpty else { return }
    let indexSize = site.settings.indexPageSize
    addList(
      .entities(kind: nil), at: top + "entities/", language, count: kinds.values.reduce(0, +),
      size: indexSize, site.settings.file)
    for kind in EntityKind.allCases {
      guard let count = kinds[kind] else { continue }
      addList(
        .entities(kind: kind), at: top + kind.folder + "/", language, count: count,
        size: indexSize, site.settings.file)
    }
  }

  private mutating func planTopics(_ language: LanguageTag, _ list: SiteLists) {
    guard !site.topics.isEmpty else { return }
    add(.topics, at: addresses.prefix(language) + "topics/", language, site.settings.file)
    for (place, topic) in site.topics.enumerated() where addresses.has(.topic(place), in: language)
    {
      let address = addresses.path(.topic(place), for: language)
      let count = list.only(topic.briefs).count
      addList(
        .topic(place), at: address, language, count: count, size: site.settings.listPageSize,
        topic.source.file)
      if count > 0 { planFeeds(.topic(place), at: address, language, topic.source.file) }
    }
  }

  private mutating func planStorylines(_ language: LanguageTag, _ list: SiteLists) {
    guard !site.storylines.isEmpty else { return }
    add(.storylines, at: addresses.prefix(language) + "storylines/", language, site.settings.file)
    for (place, storyline) in site.storylines.enumerated()
    where addresses.has(.storyline(place), in: language) {
      let address = addresses.path(.storyline(place), for: language)
      add(.storyline(place), at: address, language, storyline.source.file)
      if !list.only(storyline.briefs).isEmpty {
        planFeeds(.storyline(place), at: address, language, storyline.source.file)
      }
    }
  }

  private mutating func planEvents(_ language: LanguageTag) {
    guard !site.events.isEmpty else { return }
    let top = addresses.prefix(language) + "events/"
    var types: [String: Int] = [:]
    for (place, event) in site.events.enumerated() where addresses.has(.event(place), in: language)
    {
      types[event.type.key, default: 0] += 1
      let first = event.assertions.first.map { site.briefs[$0.brief].source.file }
      add(
        .event(place), at: addresses.path(.event(place), for: language), language,
        event.text?.file ?? first ?? site.settings.file)
    }
    guard !types.isEmpty else { return }
    let size = site.settings.eventPageSize
    addList(
      .events(type: nil), at: top, language, count: types.values.reduce(0, +), size: size,
      site.settings.file)
    for type in EventVocabulary.types {
      guard let count = types[type.key] else { continue }
      addList(
        .events(type: type.key), at: top + type.key + "/", language, count: count, size: size,
        site.settings.file)
    }
  }

  private mutating func planArchive(_ language: LanguageTag, _ list: SiteLists) {
    let settings = site.settings.file
    func address(_ year: Int?, _ month: Int?) -> String {
      addresses.archive(year: year, month: month, language)
    }
    add(.archive(year: nil, month: nil), at: address(nil, nil), language, settings)
    for year in list.years {
      addList(
        .archive(year: year.year, month: nil), at: address(year.year, nil), language,
        count: year.briefs.count, size: site.settings.entityPageSize, settings)
      for month in year.months {
        add(
          .archive(year: year.year, month: month.month), at: address(year.year, month.month),
          language, settings)
      }
    }
  }

  private mutating func planPages(_ language: LanguageTag) {
    for (place, page) in site.pages.enumerated() {
      guard let edition = page.editions.first(where: { $0.source.language == language }) else {
        continue
      }
      add(
        page.id.isMethod ? .method(page: place) : .page(place),
        at: addresses.path(.page(place), for: language), language, edition.source.file)
    }
  }

  /// The page about the method where the site has written none, since exceptions are always shown.
  private mutating func planMethod(_ language: LanguageTag) {
    guard !site.pages.contains(where: { $0.id.isMethod }), site.settings.strictness != .off,
      site.hasWaivers
    else { return }
    add(
      .method(page: nil), at: addresses.prefix(language) + "method/", language, site.settings.file)
  }

  // MARK: - Everything else

  mutating func planRedirects() {
    guard outputs.redirects else { return }
    let language = addresses.defaultLanguage
    func add(_ old: [Placed<String>], to target: String, _ language: LanguageTag, _ file: String) {
      for path in old {
        var address = String(path.value.drop { $0 == "/" })
        if !address.hasSuffix("/"), !address.hasSuffix(".html") { address += "/" }
        var redirect = PlannedFile(
          address: address, language: language, content: .redirect(to: target), source: file)
        redirect.range = path.range
        files.append(redirect)
      }
    }
    for place in site.briefs.indices {
      for number in site.briefs[place].editions.indices
      where !site.briefs[place].editions[number].redirects.isEmpty {
        let edition = site.briefs[place].editions[number]
        let target = addresses.path(.brief(place), for: edition.language)
        add(edition.redirects, to: target, edition.language, edition.file)
      }
    }
    for (place, entity) in site.entities.enumerated() {
      let file = entity.source.file
      let here = addresses.path(.entity(place), for: language)
      let target = entity.mergedInto.map { addresses.path(.entity($0), for: language) } ?? here
      add(entity.source.redirects, to: target, language, file)
      if entity.mergedInto != nil {
        self.add(.redirect(to: target), at: here, language, file)
      }
    }
    for (place, topic) in site.topics.enumerated() {
      let target = addresses.path(.topic(place), for: language)
      add(topic.source.redirects, to: target, language, topic.source.file)
    }
    for (place, storyline) in site.storylines.enumerated() {
      let target = addresses.path(.storyline(place), for: language)
      add(storyline.source.redirects, to: target, language, storyline.source.file)
    }
    for (place, event) in site.events.enumerated() {
      guard let text = event.text else { continue }
      add(text.redirects, to: addresses.path(.event(place), for: language), language, text.file)
    }
    for (place, page) in site.pages.enumerated() {
      for edition in page.editions {
        let target = addresses.path(.page(place), for: edition.source.language)
        add(edition.source.redirects, to: target, edition.source.language, edition.source.file)
      }
    }
  }

  mutating func planAssets(_ themeAssets: [String]) {
    let language = addresses.defaultLanguage
    for file in themeAssets where outputs.search || !Self.isOfSearch(file) {
      let path = "assets/" + file.dropFirst("templates/assets/".count)
      add(.asset(file), at: path, language, file)
    }
    for file in site.assets {
      add(.asset(file), at: SiteAddresses.assetPath(file), language, file)
    }
  }

  /// The most addresses of one sitemap file (sitemaps.org).
  static let sitemapSize = 50_000

  mutating func planSitemap() {
    let language = addresses.defaultLanguage
    if outputs.robots { add(.robots, at: "robots.txt", language, site.settings.file) }
    guard outputs.sitemap else { return }
    let count = files.count(where: Planner.isMapped)
    let parts = max(1, (count + Self.sitemapSize - 1) / Self.sitemapSize)
    add(.sitemapIndex, at: "sitemap.xml", language, site.settings.file)
    for part in 1...parts {
      add(.sitemap(part: part), at: "sitemap-\(part).xml", language, site.settings.file)
    }
  }

  /// Whether a sitemap lists the file: the first page of everything that readers should find.
  static func isMapped(_ file: PlannedFile) -> Bool {
    switch file.content {
    case .notFound, .search, .searchManifest, .searchFile, .redirect, .feed, .sitemapIndex,
      .sitemap, .robots, .asset:
      false
    default: file.number == 1
    }
  }
}
