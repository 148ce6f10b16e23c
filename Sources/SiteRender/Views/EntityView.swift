import SiteModel
import SitePlan
import TemplateEngine

/// Makes the fields of an entity's own page.
final class EntityView: FieldSource {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker
  let item: EntityItem
  /// The briefs of this page of the list.
  private let briefs: ArraySlice<Int>
  /// Whether it is the list's first page, on which events stand.
  let isFirst: Bool

  private var site: SiteReader { context.site }
  private var vocabulary: Vocabulary { context.words.vocabulary }
  private var arena: ValueArena { make.arena }
  private var place: Int { item.place }
  private var entity: Entity { item.entity }
  private var source: EntityFile { item.source }

  /// How many events a page shows of each role, of what is open, and of its units: the newest. All
  /// stand in the tables of events.
  static let shownEvents = 25

  init(
    _ item: EntityItem, cards: CardBook, make: ValueMaker, briefs: ArraySlice<Int>, isFirst: Bool
  ) {
    context = make.context
    self.cards = cards
    self.make = make
    self.item = item
    self.briefs = briefs
    self.isFirst = isFirst
    super.init()
    TextView(context: context, make: make).note(entity.profile, entity.translations)
  }

  /// The record.
  func record() -> Value {
    arena.record(Self.fields.shape, from: self, id: SiteRecord.entity(place).id)
  }

  override func value(ofField field: Int, of subject: Int) -> Value {
    Self.fields.value(field, self, subject)
  }

  private typealias Facet = RecordShapes.Facet

  static let fields = FieldTable<EntityView>(
    "entity",
    EntityCard.fields.fields { view, _ in view.cards.entities[view.place] } + [
      .init("profile", Facet.text) { view, _ in
        TextView(context: view.context, make: view.make)
          .html(view.entity.profile, view.entity.translations)
      },
      .init("aliases", Facet.text) { view, _ in view.aliases() },
      .init("previous_names", Facet.text) { view, _ in view.previousNames() },
      .init("facts", Facet.text) { view, _ in view.facts() },
      .init("same_as", Facet.text) { view, _ in view.sameAs() },
      .init("now", Facet.events) { view, _ in view.isFirst ? view.now() : view.make.list([]) },
      .init("events_by_role", Facet.events) { view, _ in
        view.isFirst ? view.eventsByRole() : view.make.list([])
      },
      .init("unit_events", Facet.events) { view, _ in
        view.isFirst ? view.unitEvents() : view.make.list([])
      },
    ] + EntityView.recordFields + [
      .init("parent", Facet.relations) { view, _ in
        view.entity.parent.map { view.cards.entities[$0] } ?? .none
      },
      .init("children", Facet.relations) { view, _ in view.entities(view.entity.children) },
      .init("roles", Facet.relations) { view, _ in view.roles() },
      .init("people", Facet.relations) { view, _ in view.people() },
      .init("products", Facet.relations) { view, _ in view.entities(view.entity.products) },
      .init("comentions", Facet.relations) { view, _ in
        EntityCounts.value(view.item.comentions, view.cards, view.make)
      },
      .init("briefs", Facet.relations) { view, _ in
        view.make.query("briefs", view.briefs.map { view.cards.briefs[$0] })
      },
      .init("activity", Facet.relations) { view, _ in view.activity() },
    ])

  /// What it sold of itself and what it holds of others.
  private(set) lazy var shares = site.shares(of: place, in: item.newestEvents)

  /// Entities as a list of their cards.
  func entities(_ places: [Int]) -> Value { make.list(places.map { cards.entities[$0] }) }

  // MARK: - Text

  private func aliases() -> Value {
    let names = (source.aliases + source.weakAliases).filter {
      $0.language == nil || $0.language == context.language
    }.map(\.text)
    return make.strings(names)
  }

  private func previousNames() -> Value {
    make.list(
      source.previousNames.map { name in
        arena.record(
          RecordShapes.previousName,
          [make.text(name.name.value), make.date(name.from), make.date(name.until)])
      })
  }

  private func facts() -> Value {
    var facts: [Value] = []
    if let maker = entity.maker {
      facts.append(
        fact(
          "maker", context.words.name(of: site.entities[maker]), context.url(.entity(maker)),
          source.maker?.source))
    }
    for founder in entity.founders {
      facts.append(
        fact(
          "founders", context.words.name(of: site.entities[founder]), context.url(.entity(founder)),
          nil))
    }
    for item in source.facts where item.key != "country" {
      facts.append(
        fact(item.key, make.text(of: item.value, field: item.key), nil, item.source))
    }
    if let country = source.facts.first(where: { $0.key == "country" }) {
      facts.append(
        fact(
          "country", make.text(of: country.value, field: "country"), nil, country.source))
    }
    if let website = source.website {
      let host = OriginView.host(website.value) ?? website.value
      facts.append(fact("website", host, website.value, website.source))
    }
    return make.list(facts)
  }

  private func fact(
    _ key: String, _ text: String, _ url: String?, _ source: String?
  ) -> Value {
    arena.record(
      RecordShapes.fact,
      [
        make.text(key), make.text(vocabulary.fact(key)), make.text(text), make.text(url),
        make.text(address(of: source)),
      ])
  }

  /// The address of a fact's source: itself, or that of the record's source with this id.
  private func address(of reference: String?) -> String? {
    guard let reference else { return nil }
    if reference.hasPrefix("http://") || reference.hasPrefix("https://") { return reference }
    return source.sources.first { $0.id == reference }?.url?.value
  }

  private func sameAs() -> Value {
    make.list(
      source.sameAs.map { site, id in
        arena.record(
          RecordShapes.sameAs, [make.text(site), make.text(Self.identity(site, id))])
      })
  }

  /// The address of an id elsewhere; an address is its own.
  static func identity(_ site: String, _ id: String) -> String {
    if id.hasPrefix("http") { return id }
    return switch site {
    case "wikidata": "https://www.wikidata.org/wiki/\(id)"
    case "orcid": "https://orcid.org/\(id)"
    case "github": "https://github.com/\(id)"
    case "crossref", "doi": "https://doi.org/\(id)"
    case "arxiv": "https://arxiv.org/a/\(id)"
    default: id
    }
  }

  // MARK: - Events

  private func now() -> Value {
    let facts = EventFacts(context: context, make: make)
    let open = entity.events.filter { facts.isOpen(site.events[$0]) }
    return make.list(newestFirst(open).prefix(Self.shownEvents).map { cards.events[$0] })
  }

  private func newestFirst(_ events: [Int]) -> [Int] {
    events.sorted { a, b in
      let first = site.events[a].briefs.first ?? Int.max
      let second = site.events[b].briefs.first ?? Int.max
      return (first, a) < (second, b)
    }
  }

  private func eventsByRole() -> Value {
    var roles: [(key: String, label: String, events: [Int])] = []
    for event in newestFirst(entity.events) {
      let type = site.events[event].type
      for participant in site.events[event].participants where participant.entity == place {
        guard let role = type.role(participant.role) else { continue }
        let key = type.key + "." + role.key
        if let known = roles.firstIndex(where: { $0.key == key }) {
          if roles[known].events.last != event { roles[known].events.append(event) }
        } else {
          let label = context.words.strings.text(
            "entity.role_in",
            arguments: [("role", vocabulary.role(role)), ("type", vocabulary.plural(type))])
          roles.append((key, label, [event]))
        }
      }
    }
    return make.list(
      roles.map { role in
        arena.record(
          RecordShapes.roleEvents,
          [
            make.text(role.key), make.text(role.label),
            make.list(role.events.prefix(Self.shownEvents).map { cards.events[$0] }),
            .int(role.events.count),
          ])
      })
  }

  /// Events of its units and other parts, which are not its own.
  private func unitEvents() -> Value {
    let own = Set(entity.events)
    var found = Set<Int>()
    var stack = entity.children
    var seen = Set<Int>()
    while let child = stack.popLast() {
      guard seen.insert(child).inserted else { continue }
      found.formUnion(site.entities[child].events.filter { !own.contains($0) })
      stack += site.entities[child].children
    }
    return make.list(
      newestFirst(found.sorted()).prefix(Self.shownEvents).map { cards.events[$0] })
  }

  // MARK: - Relations

  private func people() -> Value {
    make.list(
      entity.people.map { person, index in
        let role = site.entities[person].source.roles[index]
        return arena.record(
          RecordShapes.holder,
          [
            cards.entities[person], make.text(role.title), make.date(role.from),
            make.date(role.until),
          ])
      })
  }

  /// Briefs of each of the 24 months up to the newest brief of the site's day.
  private func activity() -> Value {
    make.notes?.noteMonth()
    let table = cards.monthTable()
    return make.list(
      zip(table.names, item.months(table)).map { name, count in
        arena.record(RecordShapes.monthCount, [name.month, name.label, .int(count)])
      })
  }
}

/// Counts how often entities occur in a list of briefs.
enum EntityCounts {
  /// The entities that occur most, at most `limit`, ties in the order of the site.
  static func top(
    of briefs: [Int], in site: Site, without: Int? = nil, limit: Int
  ) -> [(entity: Int, count: Int)] {
    var counts = [Int32](repeating: 0, count: site.entities.count)
    var met: [Int] = []
    for brief in briefs {
      for entity in site.briefs[brief].entities where entity != without {
        if counts[entity] == 0 { met.append(entity) }
        counts[entity] += 1
      }
    }
    // Kept sorted: a handful of places, and most entities do not even reach the last.
    var best: [(entity: Int, count: Int)] = []
    func precedes(_ a: (entity: Int, count: Int), _ b: (entity: Int, count: Int)) -> Bool {
      a.count != b.count ? a.count > b.count : a.entity < b.entity
    }
    for entity in met {
      let item = (entity: entity, count: Int(counts[entity]))
      if best.count == limit, let last = best.last, !precedes(item, last) { continue }
      best.insert(item, at: best.firstIndex { precedes(item, $0) } ?? best.count)
      if best.count > limit { best.removeLast() }
    }
    return best
  }

  static func value(
    _ counts: [(entity: Int, count: Int)], _ cards: CardBook, _ make: ValueMaker
  ) -> Value {
    make.list(
      counts.map { item in
        make.arena.record(
          RecordShapes.entityCount, [cards.entities[item.entity], .int(item.count)])
      })
  }
}
