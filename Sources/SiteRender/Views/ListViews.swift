import SiteModel
import SitePlan
import TemplateEngine

/// Makes the data of pages that list records: home, events, entities, topics, storylines, archive.
struct ListViews {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker
  let file: PlannedFile

  typealias Data = [(String, Value)]

  private var site: SiteReader { context.site }
  private var arena: ValueArena { make.arena }
  private var facts: EventFacts { EventFacts(context: context, make: make) }

  /// The entries of this page of a list.
  func slice(_ list: [Int], size: Int) -> ArraySlice<Int> {
    let start = min((file.number - 1) * size, list.count)
    return list[start..<min(start + size, list.count)]
  }

  // MARK: - Home

  func home() -> Data {
    let list = context.briefs
    let shown = Array(slice(list, size: site.settings.listPageSize))
    let isFirst = file.number == 1
    let lead = isFirst ? lead(of: shown) : nil
    let rest = shown.filter { $0 != lead }
    return [
      ("lead", lead.map { cards.briefs[$0] } ?? .none),
      ("briefs", make.list(rest.map { cards.briefs[$0] })),
      ("changed", make.list(isFirst ? changed() : [])),
      ("expected", make.list(isFirst ? expected() : [])),
      (
        "topics",
        make.list(
          site.topics.indices.filter {
            site.topics[$0].parent == nil
              && context.has(.topic($0))
          }.map { cards.topics[$0] })
      ),
      (
        "entities",
        EntityCounts.value(
          EntityCounts.top(of: noted(list.prefix(200)), in: site.unnoted, limit: 12), cards, make)
      ),
      (
        "storylines",
        make.list(openStorylines().prefix(6).map { cards.storylines[$0] })
      ),
    ]
  }

  /// The briefs, noted as read for what they name.
  private func noted(_ briefs: ArraySlice<Int>) -> [Int] {
    for brief in briefs { make.notes?.note(.brief(brief), RecordShapes.Facet.index) }
    return Array(briefs)
  }

  /// The most important of the newest briefs; of equals the newest.
  private func lead(of briefs: [Int]) -> Int? {
    briefs.prefix(12).min { a, b in
      let first = site.briefs[a].source.importance
      let second = site.briefs[b].source.importance
      return first != second ? first < second : a < b
    }
  }

  private func openStorylines() -> [Int] {
    site.storylines.indices.filter {
      make.notes?.note(.storyline($0), RecordShapes.Facet.relations)
      return context.has(.storyline($0))
        && !context.readable(site.storylines[$0].briefs).isEmpty
    }.sorted { a, b in
      (site.storylines[a].briefs.first ?? .max, a) < (site.storylines[b].briefs.first ?? .max, b)
    }
  }

  /// The latest moves of status and corrections, newest first.
  private func changed() -> [Value] {
    var moves: [(key: DateSortKey, event: Int, brief: Int, text: String)] = []
    for (place, event) in site.events.enumerated() {
      for (index, entry) in event.folded.history.enumerated() where !entry.moves.isEmpty {
        let brief = event.assertions[index].brief
        guard site.briefs[brief].edition(in: context.language) != nil else { continue }
        let certainty = entry.certainty
        let badge = Badge.derive(certainty, entry.assertion.stage)
        moves.append((entry.assertion.asOf, place, brief, context.words.vocabulary.badge(badge)))
      }
    }
    moves.sort { a, b in
      a.key != b.key ? b.key < a.key : (a.brief, a.event) < (b.brief, b.event)
    }
    return moves.prefix(6).map { move in
      arena.record(
        RecordShapes.moved,
        [
          cards.events[move.event], cards.briefs[move.brief],
          make.date(site.briefs[move.brief].source.date.value), make.text(move.text),
        ])
    }
  }

  /// Open events with a date ahead or passed: overdue ones first, then by date.
  private func expected() -> [Value] {
    let open = site.events.indices.filter { place in
      let event = site.events[place]
      guard facts.isOpen(event), context.has(.event(place)),
        let date = facts.expected(event), date.isDated
      else { return false }
      return facts.isOverdue(event) || date.upperBound.map { $0 >= site.asOf } ?? false
    }
    func key(_ place: Int) -> DateSortKey? { facts.expected(site.events[place])?.sortKey }
    let sorted = open.sorted { a, b in
      let first = facts.isOverdue(site.events[a])
      let second = facts.isOverdue(site.events[b])
      if first != second { return first }
      guard let one = key(a), let other = key(b), one != other else { return a < b }
      return one < other
    }
    return sorted.prefix(6).map { cards.events[$0] }
  }

  // MARK: - Events

  func events(type: String?) -> Data {
    let shown = Array(slice(events(ofType: type), size: site.settings.eventPageSize))
    let columns =
      type.flatMap { EventVocabulary.type($0) }.map { EventColumn.columns(of: $0) }
      ?? EventColumn.ofAll
    let table = EventTable(context: context, cards: cards, make: make)
    return [
      ("events", make.list(shown.map { cards.events[$0] })),
      ("types", types(EventVocabulary.types, current: type)),
      ("table", table.record(columns, [EventTable.Group(events: shown)])), ("totals", .none),
    ]
  }

  /// The lists of those types of which there are events, with how many each has.
  func types(_ types: [EventType], current: String?) -> Value {
    let prefix = context.addresses.prefix(context.language) + "events/"
    return make.list(
      types.compactMap { kind -> Value? in
        let count = context.eventOrders(cards).eventsByType[kind.key]?.count ?? 0
        guard count > 0 else { return nil }
        return arena.record(
          RecordShapes.typeCount,
          [
            make.text(kind.key), make.text(context.words.vocabulary.plural(kind)),
            make.text(context.addresses.url(prefix + kind.key + "/")), .int(count),
            .bool(kind.key == current),
          ])
      })
  }

  /// The events of a type, or all, newest date first.
  func events(ofType type: String?) -> [Int] {
    guard let type else { return context.eventOrders(cards).events }
    return context.eventOrders(cards).eventsByType[type] ?? []
  }

  // MARK: - Entities, topics, storylines

  /// The entities of a kind, or all, by name.
  func entities(ofKind kind: EntityKind?) -> [Int] {
    guard let kind else { return context.entityOrders(cards).entities }
    return context.entityOrders(cards).entitiesByKind[kind] ?? []
  }

  func entities(kind: EntityKind?) -> Data {
    let shown = slice(entities(ofKind: kind), size: site.settings.indexPageSize)
    let prefix = context.addresses.prefix(context.language)
    let kinds = EntityKind.allCases.compactMap { item -> Value? in
      let count = entities(ofKind: item).count
      guard count > 0 else { return nil }
      return arena.record(
        RecordShapes.kindCount,
        [
          make.text(item.rawValue), make.text(context.words.vocabulary.kinds(item)),
          make.text(context.addresses.url(prefix + item.folder + "/")), .int(count),
          .bool(item == kind),
        ])
    }
    return [
      ("entities", make.list(shown.map { cards.entities[$0] })), ("kinds", make.list(kinds)),
    ]
  }

  func topics() -> Data {
    let present = site.topics.indices.filter {
      context.has(.topic($0))
    }
    return [("topics", make.list(present.map { cards.topics[$0] }))]
  }

  func storylines() -> Data {
    let present = openStorylines()
    let rest = site.storylines.indices.filter {
      context.has(.storyline($0)) && !present.contains($0)
    }
    return [("storylines", make.list((present + rest).map { cards.storylines[$0] }))]
  }

  // MARK: - Archive

  func archive(year: Int?, month: Int?) -> Data {
    let shown = archived(year, month)
    let size = month == nil ? site.settings.entityPageSize : max(shown.count, 1)
    let period = year.map { year in
      arena.record(
        RecordShapes.period,
        [.int(year), month.map { .int($0) } ?? .none, make.text(context.words.period(year, month))])
    }
    // Made once for many pages, and read by each of them.
    _ = context.years
    return [
      ("years", make.list(cards.archiveYears { Self.years(context, $0) })),
      ("period", period ?? .none),
      ("briefs", make.list(slice(shown, size: size).map { cards.briefs[$0] })),
    ]
  }

  /// The years that have briefs, each with its months.
  private static func years(_ context: ViewContext, _ make: ValueMaker) -> [Value] {
    let arena = make.arena
    let years = context.years
    return years.map { item -> Value in
      let months = item.months.map { month in
        arena.record(
          RecordShapes.monthLink,
          [
            .int(month.month),
            make.text(context.words.monthName(month.month)),
            make.text(
              context.addresses.url(
                context.addresses.archive(year: item.year, month: month.month, context.language))),
            .int(month.briefs.count),
          ])
      }
      return arena.record(
        RecordShapes.yearCount,
        [
          .int(item.year),
          make.text(
            context.addresses.url(
              context.addresses.archive(year: item.year, month: nil, context.language))),
          .int(item.briefs.count), make.list(months),
        ])
    }
  }

  /// The briefs of a year or month.
  func archived(_ year: Int?, _ month: Int?) -> [Int] {
    guard let year,
      let found = context.years.first(where: { $0.year == year })
    else { return [] }
    guard let month else { return found.briefs }
    return found.months.first { $0.month == month }?.briefs ?? []
  }

  /// The latest briefs, for the page that says that there is none at an address.
  func latest() -> Data {
    let list = context.briefs
    return [("briefs", make.list(list.prefix(5).map { cards.briefs[$0] }))]
  }
}
