import SiteModel
import SitePlan
import TemplateEngine

/// Makes the data of the pages of desks.
struct DeskView {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker
  let desk: Desk
  /// Which page of the list it is, from 1.
  let number: Int
  /// The types of event that have a page of their own, as links.
  let types: ([EventType]) -> Value

  typealias Data = [(String, Value)]
  private typealias Facet = RecordShapes.Facet

  private var site: SiteReader { context.site }
  private var arena: ValueArena { make.arena }
  private var strings: InterfaceStrings { context.words.strings }

  /// All entries of the desk.
  var entries: [DeskLists.Entry] {
    context.entries(of: desk)
  }

  func data() -> Data {
    let all = entries
    let size = site.settings.deskPageSize
    let start = min((number - 1) * size, all.count)
    let shown = Array(all[start..<min(start + size, all.count)])
    return switch desk.content {
    case .events, .expected: events(shown, of: all)
    case .disputed: disputed(shown)
    case .singleOrigin: origins(shown, after: all[..<start], of: all)
    case .corrections: corrections(shown, of: all)
    }
  }

  // MARK: - Events

  private func events(_ shown: [DeskLists.Entry], of all: [DeskLists.Entry]) -> Data {
    let places = shown.compactMap(\.event)
    var groups = [EventTable.Group(events: places)]
    if case .expected = desk.content {
      groups = Event.Expectation.allCases.compactMap { kind in
        let events = shown.filter { $0.group == kind.rawValue }.compactMap(\.event)
        guard !events.isEmpty else { return nil }
        return EventTable.Group(
          key: "\(kind)", title: DeskWords(strings).group(kind), events: events)
      }
    }
    let table = EventTable(context: context, cards: cards, make: make)
    return [
      ("events", make.list(places.map { cards.events[$0] })), ("types", types(eventTypes)),
      ("table", table.record(desk.columns, groups)),
      ("totals", number == 1 ? totals(all.compactMap(\.event)) : .none),
    ]
  }

  /// The types of a desk that has several; the page of a single type would show the same.
  private var eventTypes: [EventType] {
    guard case .events(let choices) = desk.content, choices.count > 1 else { return [] }
    return choices.compactMap { EventVocabulary.type($0.type) }
  }

  private func totals(_ events: [Int]) -> Value {
    guard !desk.totals.isEmpty, let rates = site.settings.rates else { return .none }
    for event in events { make.notes?.note(.event(event), Facet.card, Facet.events) }
    return DeskTotals(events, of: desk, in: site, rates: rates).record(context, make)
  }

  // MARK: - Disputes

  private func disputed(_ shown: [DeskLists.Entry]) -> Data {
    let view = DisputeView(context: context, cards: cards, make: make)
    for event in shown.compactMap(\.event) {
      make.notes?.note(.event(event), Facet.card, Facet.events)
      for brief in site.events[event].briefs {
        make.notes?.note(.brief(brief), Facet.sources, Facet.events)
      }
    }
    return [
      (
        "disputed",
        make.list(
          shown.compactMap(\.event).map { place in
            arena.record(
              RecordShapes.disputedEvent,
              [
                cards.events[place],
                make.list(
                  site.disputes(of: place).map { view.record($0, site.events[place]) }),
              ])
          })
      )
    ]
  }

  // MARK: - Origins

  /// The briefs of this page by origin; an origin that began on the page before says so.
  private func origins(
    _ shown: [DeskLists.Entry], after before: ArraySlice<DeskLists.Entry>,
    of all: [DeskLists.Entry]
  ) -> Data {
    let view = OriginView(context: context, make: make, entities: cards.entities)
    var counts: [Int: Int] = [:]
    for entry in all { counts[entry.group, default: 0] += 1 }
    var groups: [Value] = []
    var start = 0
    while start < shown.count {
      let group = shown[start].group
      let end = shown[start...].firstIndex { $0.group != group } ?? shown.count
      let briefs = shown[start..<end].compactMap(\.brief)
      start = end
      for brief in briefs { make.notes?.note(.brief(brief), Facet.sources) }
      guard let first = briefs.first, let origin = site.briefs[first].origins.origins.first else {
        continue
      }
      let publication = site.briefs[first].publishers[origin.source]
      groups.append(
        arena.record(
          RecordShapes.originGroup,
          [
            make.text(view.name(of: origin.source, cards.item(ofBrief: first, make.notes))),
            publication.map { cards.entities[$0] } ?? .none, .int(counts[group] ?? 0),
            .bool(before.last?.group == group), make.list(briefs.map { cards.briefs[$0] }),
          ]))
    }
    return [("origins", make.list(groups))]
  }

  // MARK: - Corrections

  private func corrections(_ shown: [DeskLists.Entry], of all: [DeskLists.Entry]) -> Data {
    // The counts are of all corrections, on whichever page of the list they stand.
    for case .correction(let brief, _) in all.map(\.record) {
      make.notes?.note(.brief(brief), Facet.corrections)
    }
    var counts: [Correction.Kind: Int] = [:]
    for (_, correction) in all.compactMap(correction) { counts[correction.kind, default: 0] += 1 }
    let rows = shown.compactMap(correction).map { brief, correction in
      arena.record(
        RecordShapes.ledgerEntry,
        [
          cards.briefs[brief], make.correction(correction),
          .bool(correction.kind == .retraction),
        ])
    }
    let kinds = Correction.Kind.allCases.filter { counts[$0] != nil }.map { kind in
      arena.record(
        RecordShapes.correctionCount,
        [
          make.text(kind.rawValue), make.text(context.words.vocabulary.correction(kind)),
          .int(counts[kind] ?? 0),
        ])
    }
    return [("corrections", make.list(rows)), ("kinds", make.list(kinds))]
  }

  private func correction(_ entry: DeskLists.Entry) -> (brief: Int, correction: Correction)? {
    guard case .correction(let brief, let place) = entry.record,
      let edition = site.briefs[brief].edition(in: context.language)
    else { return nil }
    return (brief, edition.corrections[place])
  }
}

extension DeskLists.Entry {
  /// The event that it shows.
  var event: Int? { if case .event(let place) = record { place } else { nil } }
  /// The brief that it shows.
  var brief: Int? { if case .brief(let place) = record { place } else { nil } }
}
