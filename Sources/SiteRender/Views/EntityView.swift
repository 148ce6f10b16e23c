import SiteModel
import SitePlan
import TemplateEngine

/// Makes the record of an entity's own page.
struct EntityView {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker

  private var site: SiteReader { context.site }
  private var vocabulary: Vocabulary { context.words.vocabulary }
  private var arena: ValueArena { make.arena }

  /// How many events a page shows of each role, of what is open, and of its units: the newest. All
  /// stand in the tables of events.
  static let shownEvents = 25

  /// The record; `briefs` are those of this page of the list, and events stand on its first page.
  func record(_ place: Int, briefs: ArraySlice<Int>, isFirst: Bool) -> Value {
    let entity = site.entities[place]
    var builder = CardBuilder(context: context, make: make)
    builder.kinds = cards.kinds
    var fields = builder.entityFields(place)
    fields += [
      TextView(context: context, make: make).html(entity.profile, entity.translations),
      aliases(entity), previousNames(entity), facts(entity), sameAs(entity),
    ]
    fields +=
      isFirst
      ? [now(entity), eventsByRole(place, entity), unitEvents(entity)]
      : [make.list([]), make.list([]), make.list([])]
    fields += records(place, entity, isFirst: isFirst)
    fields += [
      entity.parent.map { cards.entities[$0] } ?? .none,
      make.list(entity.children.map { cards.entities[$0] }), roles(place), people(entity),
      make.list(entity.products.map { cards.entities[$0] }), comentions(place, entity),
      make.query("briefs", briefs.map { cards.briefs[$0] }), activity(entity),
    ]
    return arena.record(RecordShapes.entity, fields, id: SiteRecord.entity(place).id)
  }

  // MARK: - Text

  private func aliases(_ entity: Entity) -> Value {
    let names = (entity.source.aliases + entity.source.weakAliases).filter {
      $0.language == nil || $0.language == context.language
    }.map(\.text)
    return make.strings(names)
  }

  private func previousNames(_ entity: Entity) -> Value {
    make.list(
      entity.source.previousNames.map { name in
        arena.record(
          RecordShapes.previousName,
          [make.text(name.name.value), make.date(name.from), make.date(name.until)])
      })
  }

  private func facts(_ entity: Entity) -> Value {
    var facts: [Value] = []
    if let maker = entity.maker {
      facts.append(
        fact(
          "maker", context.words.name(of: site.entities[maker]), context.url(.entity(maker)),
          entity.source.maker?.source, entity))
    }
    for founder in entity.founders {
      facts.append(
        fact(
          "founders", context.words.name(of: site.entities[founder]), context.url(.entity(founder)),
          nil, entity))
    }
    for item in entity.source.facts where item.key != "country" {
      facts.append(
        fact(item.key, make.text(of: item.value, field: item.key), nil, item.source, entity))
    }
    if let country = entity.source.facts.first(where: { $0.key == "country" }) {
      facts.append(
        fact(
          "country", make.text(of: country.value, field: "country"), nil, country.source, entity))
    }
    if let website = entity.source.website {
      let host = OriginView.host(website.value) ?? website.value
      facts.append(fact("website", host, website.value, website.source, entity))
    }
    return make.list(facts)
  }

  private func fact(
    _ key: String, _ text: String, _ url: String?, _ source: String?, _ entity: Entity
  ) -> Value {
    arena.record(
      RecordShapes.fact,
      [
        make.text(key), make.text(vocabulary.fact(key)), make.text(text), make.text(url),
        make.text(address(of: source, entity)),
      ])
  }

  /// The address of a fact's source: itself, or that of the record's source with this id.
  private func address(of source: String?, _ entity: Entity) -> String? {
    guard let source else { return nil }
    if source.hasPrefix("http://") || source.hasPrefix("https://") { return source }
    return entity.source.sources.first { $0.id == source }?.url?.value
  }

  private func sameAs(_ entity: Entity) -> Value {
    make.list(
      entity.source.sameAs.map { site, id in
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

  private func now(_ entity: Entity) -> Value {
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

  private func eventsByRole(_ place: Int, _ entity: Entity) -> Value {
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
  private func unitEvents(_ entity: Entity) -> Value {
    let own = Set(entity.events)
    var found = Set<Int>()
    var stack = entity.children
    var seen = Set<Int>()
    while let child = stack.popLast() {
      guard seen.insert(child).inserted else { continue }
      make.notes?.note(.entity(child), RecordShapes.Facet.relations)
      found.formUnion(site.entities[child].events.filter { !own.contains($0) })
      stack += site.entities[child].children
    }
    return make.list(
      newestFirst(found.sorted()).prefix(Self.shownEvents).map { cards.events[$0] })
  }

  // MARK: - Relations

  private func people(_ entity: Entity) -> Value {
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

  private func comentions(_ place: Int, _ entity: Entity) -> Value {
    EntityCounts.value(
      EntityCounts.top(of: context.readable(entity.briefs), in: site.unnoted, without: place, limit: 12),
      cards, make)
  }

  /// Briefs of each of the 24 months up to the newest brief of the site's day.
  private func activity(_ entity: Entity) -> Value {
    var counts: [Int: Int] = [:]
    for place in context.readable(entity.briefs) {
      guard let day = site.unnoted.briefs[place].source.date.value.lowerBound else { continue }
      counts[day.year * 12 + day.month - 1, default: 0] += 1
    }
    let last = site.month
    return make.list(
      (last - 23...last).map { month in
        let label = context.words.monthLabel(year: month / 12, month: month % 12 + 1)
        return arena.record(
          RecordShapes.monthCount,
          [
            make.text("\(month / 12)-" + (month % 12 < 9 ? "0" : "") + "\(month % 12 + 1)"),
            make.text(label), .int(counts[month] ?? 0),
          ])
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
