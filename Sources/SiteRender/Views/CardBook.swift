import GFMarkdown
import SiteModel
import SitePlan
import TemplateEngine

/// The cards of one language on one thread: each record as lists show it, made when a page first
/// wants it and then shared by all pages of the thread.
///
/// Cards live as long as the book. Every card has a number, and its fields belong to the card facet,
/// so that a page's reads can be noted record by record.
final class CardBook {
  let context: ViewContext
  /// Makes values that live as long as the book.
  let make: ValueMaker
  let orders: ListOrders
  private(set) var briefs: CardShelf
  private(set) var entities: CardShelf
  private(set) var topics: CardShelf
  private(set) var storylines: CardShelf
  private(set) var events: CardShelf
  /// What was looked at last, since the fields of one record are read one after the other.
  private var brief: BriefItem?
  private var entity: EntityItem?
  private var topic: TopicItem?
  private var months: MonthTable?
  private var years: [Value]?
  private var kindCards: [EntityKind: Value] = [:]
  private var typeCards: [String: Value] = [:]

  /// An empty book.
  init(_ context: ViewContext, orders: ListOrders) {
    self.context = context
    self.orders = orders
    let site = context.site
    let arena = ValueArena(blockSize: 256 << 10)
    make = ValueMaker(arena: arena, context: context, common: CommonValues(arena, context))
    briefs = CardShelf(BriefCard.fields, count: site.briefs.count, arena) { .brief($0) }
    entities = CardShelf(EntityCard.fields, count: site.entities.count, arena) { .entity($0) }
    topics = CardShelf(TopicCard.fields, count: site.topics.count, arena) { .topic($0) }
    storylines = CardShelf(StorylineCard.fields, count: site.storylines.count, arena) {
      .storyline($0)
    }
    events = CardShelf(EventCard.fields, count: site.events.count, arena) { .event($0) }
    for shelf in [briefs, entities, topics, storylines, events] { shelf.book = self }
  }

  /// The card of a record; `nil` for one that has none.
  func card(_ kind: SiteRecord.Kind, _ place: Int) -> Value? {
    switch kind {
    case .brief: briefs[place]
    case .entity: entities[place]
    case .topic: topics[place]
    case .storyline: storylines[place]
    case .event: events[place]
    case .site, .page: nil
    }
  }

  /// A brief, and its text for readers of the language, for a view that notes what it reads.
  func item(ofBrief place: Int, _ notes: PageNotes?) -> BriefItem {
    notes?.noteFace(.brief, place)
    return item(ofBrief: place)
  }

  /// A brief, and its text for readers of the language.
  func item(ofBrief place: Int) -> BriefItem {
    if let brief, brief.place == place { return brief }
    let item = BriefItem(place, context)
    brief = item
    return item
  }

  /// An entity, and what several of its fields and pages count.
  func item(ofEntity place: Int) -> EntityItem {
    if let entity, entity.place == place { return entity }
    let item = EntityItem(place, context)
    entity = item
    return item
  }

  /// A topic, and what several of its fields and pages count.
  func item(ofTopic place: Int) -> TopicItem {
    if let topic, topic.place == place { return topic }
    let item = TopicItem(place, context)
    topic = item
    return item
  }

  /// How many briefs fall in each month.
  func monthTable() -> MonthTable {
    if let months { return months }
    let table = MonthTable(make)
    months = table
    return table
  }

  /// The years of the archive, which all its pages show.
  func archiveYears(_ make: (ValueMaker) -> [Value]) -> [Value] {
    if let years { return years }
    let made = make(self.make)
    years = made
    return made
  }

  /// Says events in words, with records that live as long as the book.
  var facts: EventFacts { EventFacts(context: context, make: make) }

  /// What an entity is called in the language.
  func name(ofEntity place: Int) -> String {
    context.words.name(of: context.site.entities[place])
  }

  // MARK: - Kinds and types

  /// A kind of entity as a link to its list.
  func card(of kind: EntityKind) -> Value {
    if let known = kindCards[kind] { return known }
    let words = context.words.vocabulary
    let path = sectionPath(kind.folder + "/")
    let card = make.arena.record(
      RecordShapes.kind,
      [
        make.text(kind.rawValue), make.text(words.kind(kind)), make.text(words.kinds(kind)),
        make.text(context.addresses.url(path)),
      ])
    kindCards[kind] = card
    return card
  }

  /// A type of event as a link to its list.
  func card(of type: EventType) -> Value {
    if let known = typeCards[type.key] { return known }
    let path = sectionPath("events/" + type.key + "/")
    let card = make.arena.record(
      RecordShapes.eventType,
      [
        make.text(type.key), make.text(context.words.vocabulary.type(type)),
        make.text(context.addresses.url(path)),
      ])
    typeCards[type.key] = card
    return card
  }

  /// A section's page in the language, or in the default language where there is none.
  private func sectionPath(_ path: String) -> String {
    let own = context.addresses.prefix(context.language) + path
    return context.plan.has(address: own) ? own : path
  }

  // MARK: - Participants

  /// One who takes part in an event; `make` says where the record lives.
  func participant(
    _ participant: EventParticipant, _ type: EventType, _ make: ValueMaker
  ) -> Value {
    make.notes?.noteFace(.entity, participant.entity)
    return make.arena.record(
      RecordShapes.participant,
      [
        make.role(participant.role, of: type), entities[participant.entity],
        entities[participant.entity][field: EntityCard.name] ?? .none,
      ])
  }
}

/// The cards of one kind of record, by the record's place.
final class CardShelf: FieldSource {
  /// The book that the shelf is part of, which is there as long as its cards are.
  fileprivate unowned var book: CardBook?
  private let table: FieldTable<CardBook>
  private let arena: ValueArena
  private let record: @Sendable (Int) -> SiteRecord
  private var cards: [Value]

  init(
    _ table: FieldTable<CardBook>, count: Int, _ arena: ValueArena,
    _ record: @escaping @Sendable (Int) -> SiteRecord
  ) {
    self.table = table
    self.arena = arena
    self.record = record
    cards = Array(repeating: .undefined, count: count)
    super.init()
  }

  /// The card of the record at a place.
  subscript(place: Int) -> Value {
    let known = cards[place]
    if !known.isUndefined { return known }
    let card = arena.record(table.shape, from: self, subject: place, id: record(place).id)
    cards[place] = card
    return card
  }

  override func value(ofField field: Int, of subject: Int) -> Value {
    book.map { table.value(field, $0, subject) } ?? .undefined
  }
}

/// The orders of lists that hold all records of a kind, the same for all threads.
struct ListOrders: Sendable {
  /// The events that have a page in the language, newest date first.
  let events: [Int]
  /// The entities that have a page in the language, by name.
  let entities: [Int]
  /// The same events by the word of their type.
  let eventsByType: [String: [Int]]
  /// The same entities by kind.
  let entitiesByKind: [EntityKind: [Int]]

  init(_ context: ViewContext) {
    let site = context.site
    let events = site.events.indices.filter {
      context.addresses.has(.event($0), in: context.language)
    }.map { (place: $0, key: site.events[$0].date.sortKey) }
    self.events = events.sorted { a, b in
      a.key != b.key ? b.key < a.key : a.place < b.place
    }.map(\.place)
    let entities = site.entities.indices.filter {
      site.entities[$0].mergedInto == nil
        && context.addresses.has(.entity($0), in: context.language)
    }.map { (place: $0, key: NameKey.fold(context.words.name(of: site.entities[$0]))) }
    self.entities = entities.sorted { a, b in
      a.key != b.key ? a.key < b.key : a.place < b.place
    }.map(\.place)
    eventsByType = Dictionary(grouping: self.events) { site.events[$0].type.key }
    entitiesByKind = Dictionary(grouping: self.entities) { site.entities[$0].kind }
  }
}
