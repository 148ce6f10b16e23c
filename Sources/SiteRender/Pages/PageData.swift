import GFMarkdown
import SiteModel
import SitePlan
import TemplateEngine

/// Gathers what the template of one page sees: `site`, `page`, and the data of its kind.
struct PageData {
  let pages: PageRenderer
  let language: PageRenderer.LanguagePages
  /// What views need, with their reads noted when somebody asks.
  let context: ViewContext
  let cards: CardBook
  let arena: ValueArena
  let file: PlannedFile
  let mentions: StructuredData.Mentions
  let notes: PageNotes?

  typealias Data = [(String, Value)]

  var site: SiteReader { context.site }
  var strings: InterfaceStrings { context.words.strings }
  var make: ValueMaker {
    ValueMaker(arena: arena, context: context, common: cards.make.common, notes: notes)
  }
  var lists: ListViews {
    ListViews(context: context, cards: cards, make: make, file: file)
  }

  /// All variables of the page.
  func data() -> Data {
    var (data, facts) = ownData()
    let structuredData = { [pages, file, notes, mentions] in
      pages.structuredData.json(
        for: file, title: facts.title, description: facts.description, trail: facts.trail,
        notes: notes, mentions: mentions)
    }
    if let notes { data = noted(data, facts, notes) }
    let page = PageView(file, facts, make: make) { structuredData() }
    return [("site", language.siteRecord), ("page", page.record())] + data
  }

  /// The page's own variables, with lists whose opening is noted; what else the page is made of is
  /// noted as read, since it is there whether the template looks at it or not.
  private func noted(_ data: Data, _ facts: PageView.Facts, _ notes: PageNotes) -> Data {
    // Whether it has translations, further pages and feeds, and what stands above it.
    notes.note(query: "address")
    if let target = facts.target, let record = SiteRecord(target) {
      notes.note(
        record, RecordShapes.Facet.card, RecordShapes.Facet.text, RecordShapes.Facet.face,
        RecordShapes.Facet.relations)
    }
    for record in facts.above { notes.note(record, RecordShapes.Facet.face) }
    return data.map { name, value in
      if let elements = value.asArray {
        return (name, arena.list(elements, query: notes.query(name)))
      }
      let subject = facts.target.flatMap { SiteRecord($0)?.id }
      if value.recordID == nil {
        notes.note(query: "data")
      } else if value.recordID != subject {
        notes.note(query: name)
      }
      return (name, value)
    }
  }

  private func ownData() -> (Data, PageView.Facts) {
    switch file.content {
    case .home: home()
    case .brief(let place): brief(place)
    case .event(let place): event(place)
    case .events(let type): events(type)
    case .desk(let key): desk(key)
    case .entity(let place): entity(place)
    case .entities(let kind): entities(kind)
    case .topic(let place): topic(place)
    case .topics:
      (lists.topics(), section("topics", path: "topics/"))
    case .storyline(let place): storyline(place)
    case .storylines:
      (lists.storylines(), section("storylines", path: "storylines/"))
    case .archive(let year, let month): archive(year, month)
    case .page(let place): standingPage(place)
    case .method(let page): method(page)
    case .notFound: notFound()
    case .search: search()
    case .redirect(let target): redirect(target)
    case .feed, .sitemapIndex, .sitemap, .robots, .searchManifest, .searchFile, .asset:
      ([], .init(title: "", description: ""))
    }
  }

  // MARK: - Facts

  func url(_ path: String) -> String { context.addresses.url(path) }

  var prefix: String { context.addresses.prefix(context.language) }

  private func sectionTitle(_ key: String) -> String { strings.text("nav.\(key)") }

  private func crumb(_ key: String) -> (title: String, url: String) {
    (sectionTitle(key), url(prefix + key + "/"))
  }

  /// The facts of the page at the top of a section.
  private func section(_ key: String, path: String) -> PageView.Facts {
    let title = sectionTitle(key)
    return PageView.Facts(
      title: title, description: strings.text("page.\(key)_description"),
      trail: [(title, url(prefix + path))], section: key)
  }

  // MARK: - Home

  private func home() -> (Data, PageView.Facts) {
    let code = context.language.text
    let count = context.briefs.count
    var facts = PageView.Facts(
      title: site.settings.title.text(for: code),
      description: site.settings.description?.text(for: code) ?? "", section: "home")
    facts.listed = (count, site.settings.listPageSize)
    facts.hasFeeds = true
    return (lists.home(), facts)
  }

  // MARK: - Records

  private func brief(_ place: Int) -> (Data, PageView.Facts) {
    let record = BriefView(place, cards: cards, make: make).record()
    let item = cards.item(ofBrief: place)
    let edition = item.edition
    var facts = PageView.Facts(title: edition.title, description: edition.summary)
    notes?.note(linksOf: edition.text)
    if let topic = site.briefs[place].topics.first {
      facts.trail = trail(ofTopic: topic)
      facts.above = lineage(ofTopic: topic)
      facts.section = "topics"
    }
    facts.trail.append((edition.title, context.url(.brief(place))))
    facts.target = .brief(place)
    facts.isHidden = edition.isDraft
    return ([("brief", record)], facts)
  }

  private func event(_ place: Int) -> (Data, PageView.Facts) {
    let event = site.events[place]
    let words = EventFacts(context: context, make: make)
    let title = words.title(event)
    let fields = words.fields(event).prefix(3).map { "\($0.label): \($0.text)" }
    let badge = context.words.vocabulary.badge(event.badge)
    var facts = PageView.Facts(
      title: title, description: ([badge] + fields).joined(separator: " · "))
    facts.trail = [
      crumb("events"),
      (
        context.words.vocabulary.plural(event.type),
        url(prefix + "events/" + event.type.key + "/")
      ), (title, context.url(.event(place))),
    ]
    facts.section = "events"
    facts.target = .event(place)
    return (
      [("event", EventView(context: context, cards: cards, make: make).record(place))], facts
    )
  }

  private func events(_ type: String?) -> (Data, PageView.Facts) {
    var facts = section("events", path: "events/")
    if let kind = type.flatMap({ EventVocabulary.type($0) }) {
      let title = context.words.vocabulary.plural(kind)
      facts.title = title
      facts.trail.append((title, url(prefix + "events/" + kind.key + "/")))
    }
    facts.listed = (lists.events(ofType: type).count, site.settings.eventPageSize)
    return (lists.events(type: type), facts)
  }

  private func entity(_ place: Int) -> (Data, PageView.Facts) {
    let item = cards.item(ofEntity: place)
    let entity = item.entity
    let briefs = item.briefs
    let size = site.settings.entityPageSize
    let record = EntityView(
      item, cards: cards, make: make, briefs: lists.slice(briefs, size: size),
      isFirst: file.number == 1
    ).record()
    let name = context.words.name(of: entity)
    var facts = PageView.Facts(
      title: name, description: context.words.summary(of: entity) ?? name)
    facts.trail = [
      crumb("entities"),
      (context.words.vocabulary.kinds(entity.kind), url(prefix + entity.kind.folder + "/")),
      (name, context.url(.entity(place))),
    ]
    facts.section = "entities"
    facts.target = .entity(place)
    facts.listed = (briefs.count, size)
    facts.hasFeeds = site.settings.outputs.recordFeeds && !briefs.isEmpty
    return ([("entity", record)], facts)
  }

  private func entities(_ kind: EntityKind?) -> (Data, PageView.Facts) {
    var facts = section("entities", path: "entities/")
    if let kind {
      let title = context.words.vocabulary.kinds(kind)
      facts.title = title
      facts.trail.append((title, url(prefix + kind.folder + "/")))
    }
    facts.listed = (lists.entities(ofKind: kind).count, site.settings.indexPageSize)
    return (lists.entities(kind: kind), facts)
  }

  private func trail(ofTopic place: Int) -> [(title: String, url: String)] {
    var trail: [(title: String, url: String)] = []
    var next: Int? = place
    while let topic = next {
      let entry = (context.words.name(of: site.topics[topic]), context.url(.topic(topic)))
      trail.insert(entry, at: 0)
      next = site.topics[topic].parent
    }
    return [crumb("topics")] + trail
  }

  /// A topic and those above it.
  private func lineage(ofTopic place: Int) -> [SiteRecord] {
    [.topic(place)] + (site.topics[place].parent.map { lineage(ofTopic: $0) } ?? [])
  }

  private func topic(_ place: Int) -> (Data, PageView.Facts) {
    let item = cards.item(ofTopic: place)
    let topic = item.topic
    let briefs = item.briefs
    let size = site.settings.listPageSize
    let record = TopicView(
      item, cards: cards, make: make, briefs: lists.slice(briefs, size: size)
    ).record()
    let name = context.words.name(of: topic)
    var facts = PageView.Facts(title: name, description: context.words.summary(of: topic) ?? name)
    facts.trail = trail(ofTopic: place)
    facts.above = lineage(ofTopic: place)
    facts.section = "topics"
    facts.target = .topic(place)
    facts.listed = (briefs.count, size)
    facts.hasFeeds = site.settings.outputs.recordFeeds && !briefs.isEmpty
    return ([("topic", record)], facts)
  }

  private func storyline(_ place: Int) -> (Data, PageView.Facts) {
    let storyline = site.storylines[place]
    let title = context.words.title(of: storyline)
    var facts = PageView.Facts(
      title: title, description: context.words.summary(of: storyline) ?? title)
    facts.trail = [crumb("storylines"), (title, context.url(.storyline(place)))]
    facts.section = "storylines"
    facts.target = .storyline(place)
    facts.hasFeeds =
      site.settings.outputs.recordFeeds && !context.readable(storyline.briefs).isEmpty
    let record = StorylineView(place, cards: cards, make: make).record()
    return ([("storyline", record)], facts)
  }

  // MARK: - Other pages

  private func archive(_ year: Int?, _ month: Int?) -> (Data, PageView.Facts) {
    var facts = section("archive", path: "archive/")
    let addresses = context.addresses
    if let year {
      facts.title = context.words.period(year, month)
      let path = addresses.archive(year: year, month: nil, context.language)
      facts.trail.append((String(year), url(path)))
      if let month {
        let path = addresses.archive(year: year, month: month, context.language)
        facts.trail.append((context.words.monthName(month), url(path)))
      } else {
        facts.listed = (lists.archived(year, nil).count, site.settings.entityPageSize)
      }
    }
    return (lists.archive(year: year, month: month), facts)
  }

  private func standingPage(_ place: Int) -> (Data, PageView.Facts) {
    let page = site.pages[place]
    let edition = page.editions.first { $0.source.language == context.language } ?? page.editions[0]
    var facts = PageView.Facts(
      title: edition.source.title,
      description: edition.source.summary ?? edition.text.body.excerpt(maximum: 300))
    facts.trail = [(edition.source.title, context.url(.page(place)))]
    facts.section = "page.\(page.id.text)"
    facts.target = .page(place)
    notes?.note(.page(place), RecordShapes.Facet.text)
    notes?.note(linksOf: edition.text)
    let body = BodyHTML(context.addresses, for: context.language, reading: site).make(edition.text)
      .html
    let headings = edition.text.body.headings.map { heading in
      arena.record(
        RecordShapes.heading,
        [.int(heading.level), make.text(heading.id), make.text(heading.text)])
    }
    return ([("body", arena.safeString(utf8: body)), ("headings", make.list(headings))], facts)
  }

  private func method(_ page: Int?) -> (Data, PageView.Facts) {
    var (data, facts): (Data, PageView.Facts)
    if let page {
      (data, facts) = standingPage(page)
    } else {
      let title = strings.text("method.title")
      facts = PageView.Facts(title: title, description: strings.text("method.description"))
      facts.trail = [(title, url(prefix + "method/"))]
      data = [("body", .none), ("headings", make.list([]))]
    }
    let standings = pages.standings ?? RuleStandings(rules: [], waivers: [])
    data += MethodView(context: context, make: make, standings: standings).data()
    return (data, facts)
  }

  private func notFound() -> (Data, PageView.Facts) {
    var facts = PageView.Facts(
      title: strings.text("error.not_found_title"),
      description: strings.text("error.not_found_title"))
    facts.isHidden = true
    return (lists.latest(), facts)
  }

  private func redirect(_ target: String) -> (Data, PageView.Facts) {
    var facts = PageView.Facts(
      title: strings.text("page.moved_title"), description: strings.text("page.moved_title"))
    facts.isHidden = true
    return (
      [
        ("target", make.text(url(target))),
        ("target_absolute", make.text(context.addresses.absolute(target))),
      ], facts
    )
  }
}
