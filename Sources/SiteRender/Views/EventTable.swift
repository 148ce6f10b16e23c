import SiteModel
import SitePlan
import TemplateEngine

/// Makes the record of a table of events: its columns and, group by group, a row for each event.
///
/// Columns that are empty in all rows are left out. Each cell has a value to sort by where its text
/// does not serve: days in ISO 8601, amounts in digits.
struct EventTable {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker

  /// Events under a heading of their own, or all events under none.
  struct Group {
    var key = "all"
    var title: String?
    var events: [Int]
  }

  /// What one cell shows.
  struct Cell {
    var text: String?
    var sort: String?
    var note: String?
    var date: UncertainDate?
    var participants: [EventParticipant] = []

    var isEmpty: Bool { (text ?? "").isEmpty && date == nil && participants.isEmpty }
  }

  private var site: SiteReader { context.site }
  private var vocabulary: Vocabulary { context.words.vocabulary }
  private var arena: ValueArena { make.arena }
  private var facts: EventFacts { EventFacts(context: context, make: make) }
  private var words: DeskWords { DeskWords(context.words.strings) }

  func record(_ columns: [EventColumn], _ groups: [Group]) -> Value {
    let shown = columns.contains { if case .standing = $0.content { true } else { false } }
    for event in groups.flatMap(\.events) {
      make.notes?.note(.event(event), RecordShapes.Facet.card, RecordShapes.Facet.events)
    }
    let cells = groups.map { group in
      group.events.map { event in columns.map { cell($0, event) } }
    }
    let used = columns.indices.filter { place in
      columns[place].isAlways || cells.contains { $0.contains { !$0[place].isEmpty } }
    }
    let records = zip(groups, cells).map { group, rows in
      let values = zip(group.events, rows).map { event, cells in
        arena.record(
          RecordShapes.row,
          [
            cards.events[event], make.list(used.map { value(cells[$0], event) }),
          ])
      }
      return arena.record(
        RecordShapes.tableGroup, [make.text(group.key), make.text(group.title), make.list(values)])
    }
    let heads = used.map { head(columns[$0], groups.flatMap(\.events), standsAlone: shown) }
    let hasNotes = columns.indices.contains { place in
      columns[place].isInBase && cells.contains { $0.contains { $0[place].note != nil } }
    }
    return arena.record(
      RecordShapes.table, [make.list(heads), make.list(records), .bool(hasNotes)])
  }

  private func value(_ cell: Cell, _ event: Int) -> Value {
    arena.record(
      RecordShapes.cell,
      [
        make.text(cell.text), make.text(cell.sort), make.text(cell.note), make.date(cell.date),
        make.list(cell.participants.map { cards.participant($0, site.events[event].type, make) }),
      ])
  }

  // MARK: - Columns

  /// `kind` says how a cell is written, `type` how it is sorted, `sorted` how it is already.
  private func head(_ column: EventColumn, _ events: [Int], standsAlone: Bool) -> Value {
    let (kind, type) =
      switch column.content {
      case .event: (standsAlone ? "event" : "event_with_badge", "text")
      case .standing: ("standing", "number")
      case .date: ("date", "date")
      case .expected: ("date", "date")
      case .wait: ("text", "number")
      case .type: ("type", "text")
      case .roles: ("entities", "text")
      case .field(let keys): ("text", sortType(keys, events))
      case .inBase: ("number", "number")
      case .origins: ("number", "number")
      }
    return arena.record(
      RecordShapes.column,
      [
        make.text(column.key), make.text(label(column, events)), make.text(kind), make.text(type),
        make.text(column.order),
      ])
  }

  private func label(_ column: EventColumn, _ events: [Int]) -> String {
    switch column.content {
    case .field(let keys) where keys.count > 1: words.column(keys.joined(separator: "_"))
    case .field(let keys):
      events.lazy.compactMap { site.events[$0].type.field(keys[0]) }.first
        .map { vocabulary.field($0) } ?? vocabulary.field(key: keys[0])
    case .inBase:
      words.column(column.key, arguments: [("currency", site.settings.rates?.base.code ?? "")])
    default: words.column(column.key)
    }
  }

  private func sortType(_ keys: [String], _ events: [Int]) -> String {
    let fields = events.lazy.flatMap { event in
      keys.lazy.compactMap { site.events[event].type.field($0) }
    }
    return switch fields.first?.form {
    case .quantity: "number"
    case .date: "date"
    default: "text"
    }
  }

  // MARK: - Cells

  private func cell(_ column: EventColumn, _ place: Int) -> Cell {
    let event = site.events[place]
    switch column.content {
    case .event(let roles): return Cell(text: name(event, roles))
    case .standing:
      let rank = Badge.Kind.allCases.firstIndex(of: event.badge.kind) ?? 0
      return Cell(text: vocabulary.badge(event.badge), sort: String(rank))
    case .date: return Cell(sort: Self.day(event.date), date: event.date)
    case .expected:
      let date = awaited(event)
      return Cell(sort: Self.day(date, last: true), date: date)
    case .wait:
      let date = awaited(event)
      return Cell(
        text: words.wait(date, on: site.asOf),
        sort: date.upperBound.map { String($0.dayNumber - site.asOf.dayNumber) } ?? "")
    case .type: return Cell(text: vocabulary.type(event.type))
    case .roles(let roles, let title):
      return Cell(
        text: title.flatMap { facts.cell(event, $0) },
        participants: event.participants.filter { roles.contains($0.role) })
    case .field(let keys): return field(keys, event)
    case .inBase(let keys): return inBase(keys, event)
    case .origins:
      let count = event.origins.count
      return Cell(text: String(count), sort: String(count))
    }
  }

  /// When it should happen; a date that has passed says nothing of what was postponed since.
  private func awaited(_ event: Event) -> UncertainDate {
    let date = event.expectedDate
    let isStale = event.expectation(on: site.asOf) == .undated && date.upperBound != nil
    return isStale ? .unknown : date
  }

  /// The event's own title, or those who play the roles; where nobody does, its whole title.
  private func name(_ event: Event, _ roles: [String]) -> String {
    let title = facts.title(event)
    guard facts.ownTitle(event) == nil else { return title }
    let names = event.participants.filter { roles.contains($0.role) }.map {
      context.words.name(of: site.entities[$0.entity])
    }
    return names.isEmpty ? title : names.joined(separator: ", ")
  }

  /// A day to sort by; an empty one stands last whichever way a table is sorted.
  private static func day(_ date: UncertainDate, last: Bool = false) -> String {
    let day =
      last ? date.upperBound ?? date.lowerBound : date.lowerBound ?? date.upperBound
    return day?.description ?? ""
  }

  private func field(_ keys: [String], _ event: Event) -> Cell {
    guard let key = keys.first(where: { event.folded[$0] != nil }),
      let values = event.folded[key]?.values
    else { return Cell(sort: "") }
    var cell = Cell(text: facts.cell(event, key))
    guard case .value(let first) = values.first?.value else { return cell }
    switch first {
    case .quantity(let quantity):
      cell.sort = sortValue(quantity, event)?.description ?? ""
      if values.count == 1, let verbatim = quantity.verbatim, verbatim != cell.text {
        cell.note = verbatim
      }
    case .date(let date): cell.sort = Self.day(date)
    default: break
    }
    return cell
  }

  // MARK: - Amounts

  /// The number by which amounts are put in order: money in the base currency, of limits and ranges
  /// the least, of a magnitude its power of ten.
  private func sortValue(_ quantity: Quantity, _ event: Event) -> DecimalNumber? {
    var measured = quantity
    if quantity.currency != nil, case .magnitude = quantity.amount {
      // Magnitudes are never converted; among amounts one of them stands where its power does.
    } else if quantity.currency != nil {
      guard let converted = converted(quantity, event) else { return nil }
      measured = converted.quantity
    }
    let bounds = measured.bounds
    return bounds.lower ?? bounds.upper
  }

  private func converted(_ quantity: Quantity, _ event: Event) -> ExchangeRates.Converted? {
    // Before the first day there is no rate, and none is needed for the base currency.
    site.settings.rates?.converted(quantity, on: site.rateDay(of: event) ?? .first)
  }

  /// The amount in millions of the base currency, with the rate as a note where it was converted;
  /// nothing for magnitudes, for disputed amounts, and where no rate is known.
  private func inBase(_ keys: [String], _ event: Event) -> Cell {
    let empty = Cell(sort: "")
    guard let values = keys.lazy.compactMap({ event.folded[$0]?.values }).first,
      values.count == 1, case .value(.quantity(let quantity)) = values[0].value,
      let converted = converted(quantity, event)
    else { return empty }
    guard let text = millions(converted.quantity) else { return empty }
    let bounds = converted.quantity.bounds
    let note = converted.rate.map { rate in
      words.rate(
        context.words.numbers.text(rate.rate),
        of: UncertainDate.day(rate.date).text(in: context.words.dates))
    }
    return Cell(text: text, sort: (bounds.lower ?? bounds.upper)?.description ?? "", note: note)
  }

  /// Digits with the sign of their limit, as tables have them: `14,300`, `>29,000`, `385–450`.
  private func millions(_ quantity: Quantity) -> String? {
    func digits(_ number: DecimalNumber) -> String? {
      number.shifted(by: -6).map { context.words.numbers.text($0) }
    }
    switch quantity.amount {
    case .magnitude: return nil
    case .atLeast(let value): return digits(value).map { "≥\($0)" }
    case .range(let low, let high):
      guard let low = digits(low), let high = digits(high) else { return nil }
      return "\(low)–\(high)"
    case .value(let value):
      let sign =
        switch quantity.qualifier {
        case .exact, .several: ""
        case .about: "~"
        case .over: ">"
        case .under: "<"
        case .upTo: "≤"
        }
      return digits(value).map { sign + $0 }
    }
  }
}

extension EventColumn {
  /// Whether it shows amounts in the base currency, whose notes are rates.
  fileprivate var isInBase: Bool { if case .inBase = content { true } else { false } }

  /// The order in which lists come, by ARIA's words: newest first, but what is expected soonest.
  fileprivate var order: String? {
    switch content {
    case .date: "descending"
    case .expected: "ascending"
    default: nil
    }
  }

  /// Whether the column stands in every table, even when its cells are empty.
  fileprivate var isAlways: Bool {
    switch content {
    case .event, .standing, .date, .expected, .type, .origins: true
    case .wait, .roles, .field, .inBase: false
    }
  }
}
