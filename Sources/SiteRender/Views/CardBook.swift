import GFMarkdown
import SiteModel
import SitePlan
import TemplateEngine

/// The cards of one language: each record as lists show it, made once and shared by all pages.
///
/// Cards live in one arena that is frozen before rendering starts, so that any number of threads may
/// read them. Every card has a number, and its fields belong to the card facet, so that a page's
/// reads can be noted record by record.
final class CardBook: Sendable {
  let briefs: [Value]
  let entities: [Value]
  let topics: [Value]
  let storylines: [Value]
  let events: [Value]
  let kinds: [EntityKind: Value]
  let types: [String: Value]
  /// The events that have a page in the language, newest date first.
  let eventOrder: [Int]
  /// The entities that have a page in the language, by name.
  let entityOrder: [Int]
  private let arena: ValueArena

  init(_ context: ViewContext) {
    let arena = ValueArena(blockSize: 1 << 20)
    self.arena = arena
    let make = ValueMaker(arena: arena, words: context.words, rates: context.site.settings.rates)
    var builder = CardBuilder(context: context, make: make)
    kinds = builder.kindCards()
    builder.kinds = kinds
    types = builder.typeCards()
    builder.types = types
    builder.prepareEntityCards()
    builder.entities = context.site.entities.indices.map { builder.entityCard($0) }
    entities = builder.entities
    builder.topics = context.site.topics.indices.map { builder.topicCard($0) }
    topics = builder.topics
    builder.storylines = context.site.storylines.indices.map { builder.storylineCard($0) }
    storylines = builder.storylines
    builder.events = context.site.events.indices.map { builder.eventCard($0) }
    events = builder.events
    let builtSoFar = builder
    briefs = context.site.briefs.indices.map { builtSoFar.briefCard($0) }
    eventOrder = Self.events(context)
    entityOrder = Self.entities(context)
    arena.freeze()
  }

  /// All cards by the kind of their records.
  var byKind: [(kind: SiteRecord.Kind, cards: [Value])] {
    [
      (.brief, briefs), (.entity, entities), (.topic, topics), (.storyline, storylines),
      (.event, events),
    ]
  }

  private static func events(_ context: ViewContext) -> [Int] {
    let site = context.site
    let keyed = site.events.indices.filter {
      context.addresses.has(.event($0), in: context.language)
    }.map { (place: $0, key: site.events[$0].date.sortKey) }
    return keyed.sorted { a, b in a.key != b.key ? b.key < a.key : a.place < b.place }.map(\.place)
  }

  private static func entities(_ context: ViewContext) -> [Int] {
    let site = context.site
    let keyed = site.entities.indices.filter {
      site.entities[$0].mergedInto == nil
        && context.addresses.has(.entity($0), in: context.language)
    }.map { (place: $0, key: NameKey.fold(context.words.name(of: site.entities[$0]))) }
    return keyed.sorted { a, b in a.key != b.key ? a.key < b.key : a.place < b.place }.map(\.place)
  }
}

/// Makes cards; the order of making is that in which cards hold each other.
struct CardBuilder {
  let context: ViewContext
  let make: ValueMaker
  var kinds: [EntityKind: Value] = [:]
  var types: [String: Value] = [:]
  var entities: [Value] = []
  var topics: [Value] = []
  var storylines: [Value] = []
  var events: [Value] = []

  private var site: SiteReader { context.site }
  private var vocabulary: Vocabulary { context.words.vocabulary }
  private var arena: ValueArena { make.arena }

  init(context: ViewContext, make: ValueMaker) {
    self.context = context
    self.make = make
  }

  mutating func prepareEntityCards() { entities.reserveCapacity(site.entities.count) }

  /// A section's page in the language, or in the default language where there is none.
  private func sectionPath(_ path: String) -> String {
    let own = context.addresses.prefix(context.language) + path
    return context.plan.has(address: own) ? own : path
  }

  func kindCards() -> [EntityKind: Value] {
    Dictionary(
      uniqueKeysWithValues: EntityKind.allCases.map { kind in
        let path = sectionPath(kind.folder + "/")
        let card = arena.record(
          RecordShapes.kind,
          [
            make.text(kind.rawValue), make.text(vocabulary.kind(kind)),
            make.text(vocabulary.kinds(kind)), make.text(context.addresses.url(path)),
          ])
        return (kind, card)
      })
  }

  func typeCards() -> [String: Value] {
    Dictionary(
      uniqueKeysWithValues: EventVocabulary.types.map { type in
        let path = sectionPath("events/" + type.key + "/")
        let card = arena.record(
          RecordShapes.eventType,
          [
            make.text(type.key), make.text(vocabulary.type(type)),
            make.text(context.addresses.url(path)),
          ])
        return (type.key, card)
      })
  }

  // MARK: - Entities, topics, storylines

  /// The fields of an entity's card, in the order of its shape.
  func entityFields(_ place: Int) -> [Value] {
    let entity = site.entities[place]
    let briefs = context.readable(entity.briefs)
    let name = context.words.name(of: entity)
    let country = entity.source.facts.first { $0.key == "country" }
    return [
      make.text(entity.id.text), make.text(context.url(.entity(place))), make.text(name),
      kinds[entity.kind] ?? .none, make.text(context.words.summary(of: entity)),
      .int(briefs.count), .int(entity.events.count),
      make.date(briefs.first.map { site.briefs[$0].source.date.value }),
      make.text(country.map { make.text(of: $0.value, field: "country") }),
    ]
  }

  func entityCard(_ place: Int) -> Value {
    arena.record(
      RecordShapes.entityCard, entityFields(place), id: SiteRecord.entity(place).id)
  }

  func topicFields(_ place: Int) -> [Value] {
    let topic = site.topics[place]
    let briefs = context.readable(topic.briefs)
    return [
      make.text(topic.id.text), make.text(context.url(.topic(place))),
      make.text(context.words.name(of: topic)), make.text(context.words.summary(of: topic)),
      .int(briefs.count), .int(topic.id.depth),
      make.date(briefs.first.map { site.briefs[$0].source.date.value }),
    ]
  }

  func topicCard(_ place: Int) -> Value {
    arena.record(RecordShapes.topicCard, topicFields(place), id: SiteRecord.topic(place).id)
  }

  func storylineFields(_ place: Int) -> [Value] {
    let storyline = site.storylines[place]
    let briefs = context.readable(storyline.briefs)
    let state = storyline.source.state
    return [
      make.text(storyline.id.text), make.text(context.url(.storyline(place))),
      make.text(context.words.title(of: storyline)),
      make.text(context.words.summary(of: storyline) ?? ""),
      make.keyed(state.rawValue, vocabulary.state(state)), .int(briefs.count),
      make.date(briefs.last.map { site.briefs[$0].source.date.value }),
      make.date(briefs.first.map { site.briefs[$0].source.date.value }),
    ]
  }

  func storylineCard(_ place: Int) -> Value {
    arena.record(
      RecordShapes.storylineCard, storylineFields(place), id: SiteRecord.storyline(place).id)
  }

  // MARK: - Events

  func eventFields(_ place: Int) -> [Value] {
    let event = site.events[place]
    let summary = EventFacts(context: context, make: make)
    let fields = summary.fields(event).prefix(3).map { key, label, text in
      arena.record(RecordShapes.field, [make.text(key), make.text(label), make.text(text)])
    }
    let certainty = event.folded.certainty ?? .reported
    let lastChange = event.briefs.first.map { site.briefs[$0].source.date.value }
    return [
      make.text(event.id.text), make.text(context.url(.event(place))),
      make.text(summary.title(event)), types[event.type.key] ?? .none,
      make.badge(event.badge, certainty, event.folded.stage), make.date(event.date),
      make.list(event.participants.map { participant($0, event.type) }),
      make.list(fields), make.certainty(certainty),
      event.folded.stage.map { make.stage($0) } ?? .none,
      .int(event.origins.count), .int(context.readable(event.briefs).count),
      .bool(summary.isOpen(event)), .bool(summary.isOverdue(event)), make.date(lastChange),
    ]
  }

  func eventCard(_ place: Int) -> Value {
    arena.record(RecordShapes.eventCard, eventFields(place), id: SiteRecord.event(place).id)
  }

  func participant(_ participant: EventParticipant, _ type: EventType) -> Value {
    let role = type.role(participant.role)
    return arena.record(
      RecordShapes.participant,
      [
        make.keyed(participant.role, role.map { vocabulary.role($0) } ?? participant.role),
        entities[participant.entity],
        make.text(context.words.name(of: site.entities[participant.entity])),
      ])
  }

  // MARK: - Briefs

  func briefFields(_ place: Int) -> [Value] {
    let brief = site.briefs[place]
    let edition = context.edition(place)
    let source = brief.source
    let updated = edition.corrections.map(\.date).max { $0.sortKey < $1.sortKey }
    let path = context.addresses.path(.brief(place), for: context.language)
    return [
      make.text(brief.id.text), make.text(context.addresses.url(path)),
      make.text(context.addresses.absolute(path)), make.text(edition.title),
      make.text(edition.summary), make.date(edition.date), make.date(updated),
      make.text(edition.language.text),
      make.keyed(source.kind.rawValue, vocabulary.briefKind(source.kind)),
      .int(source.importance), make.list(brief.topics.map { topics[$0] }),
      make.list(brief.about.map { entities[$0] }), badge(brief),
      brief.storyline.map { storylines[$0] } ?? .none,
      OriginView(context: context, make: make, entities: entities).record(brief),
      .int(source.sources.count),
      make.strings(edition.authors.map { context.words.author($0, site) }),
      .bool(source.isDraft), .int(max(1, (edition.text.body.wordCount + 199) / 200)),
    ]
  }

  func briefCard(_ place: Int) -> Value {
    arena.record(RecordShapes.briefCard, briefFields(place), id: SiteRecord.brief(place).id)
  }

  /// The badge of the brief's first event, as this brief asserts it.
  private func badge(_ brief: Brief) -> Value {
    guard let assertion = brief.source.events.first else { return .none }
    let certainty = assertion.certainty ?? .reported
    return make.badge(
      Badge.derive(certainty, assertion.stage), certainty, assertion.stage)
  }
}
