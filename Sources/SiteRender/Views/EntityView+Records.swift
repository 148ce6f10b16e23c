import SiteModel
import SitePlan
import TemplateEngine

/// The tables of a subject: rounds, shares, moves, statements, releases, each the newest first and
/// bounded, and `none` when there is nothing to show.
extension EntityView {
  private var site: SiteReader { context.site }
  private var facts: EventFacts { EventFacts(context: context, make: make) }

  private typealias Facet = RecordShapes.Facet

  /// Their fields; nothing on further pages of its briefs.
  static let recordFields: [FieldTable<EntityView>.Field] = [
    sheet("publication") { view in
      view.item.entity.kind == .publication
        ? PublicationView(context: view.context, cards: view.cards, make: view.make)
          .record(view.item.place, shown: shownEvents) : .none
    },
    sheet("funding") { view in
      view.sheet(view.events("funding", as: "investee")) { view.round($0) }
    },
    sheet("shares") { view in
      view.sheet(view.shares.taken) { view.holding($0, others: $0.owners) }
    },
    sheet("holdings") { view in
      view.sheet(view.shares.held) { view.holding($0, others: $0.owned) }
    },
    sheet("arrivals") { view in
      view.sheet(view.events("people", as: "to")) {
        view.move($0, title: "to_title", other: "from")
      }
    },
    sheet("departures") { view in
      view.sheet(view.events("people", as: "from")) {
        view.move($0, title: "from_title", other: "to")
      }
    },
    sheet("statements") { view in
      view.sheet(view.events("statement", as: "speaker")) { view.statement($0) }
    },
    sheet("releases") { view in
      view.sheet(view.events("launch", as: "product")) { view.release($0) }
    },
  ]

  private static func sheet(
    _ name: String, _ make: @escaping @Sendable (EntityView) -> Value
  ) -> FieldTable<EntityView>.Field {
    .init(name, Facet.events) { view, _ in view.isFirst ? make(view) : .none }
  }

  /// The events of a type in which it plays a part, newest first.
  private func events(_ type: String, as role: String) -> [Int] {
    item.newestEvents.filter { event in
      site.events[event].type.key == type
        && site.events[event].participants(in: [role]).contains(item.place)
    }
  }

  /// The newest rows, and how many there are.
  private func sheet<Item>(_ items: [Item], _ row: (Item) -> Value) -> Value {
    if items.isEmpty { return .none }
    return make.arena.record(
      RecordShapes.sheet,
      [make.list(items.prefix(Self.shownEvents).map(row)), .int(items.count)])
  }

  private func cell(_ event: Int, _ key: String) -> Value {
    make.text(facts.cell(site.events[event], key))
  }

  /// A round of funding.
  private func round(_ event: Int) -> Value {
    make.arena.record(
      RecordShapes.fundingRound,
      [
        cards.events[event], cell(event, "round"), cell(event, "amount"),
        make.text(valuation(event)), cell(event, "stake"),
        entities(site.events[event].participants(in: ["lead", "investor"])),
      ])
  }

  /// The valuation with the money, else that before it.
  private func valuation(_ event: Int) -> String? {
    if let after = facts.cell(site.events[event], "post_money") { return after }
    return facts.cell(site.events[event], "pre_money").map {
      context.words.strings.text("record.before_money", arguments: [("amount", $0)])
    }
  }

  private func holding(_ holding: Holding, others: [Int]) -> Value {
    let event = site.events[holding.event]
    let share: Value =
      switch holding.share {
      case .stake: cell(holding.event, "stake")
      case .kind(let kind): make.text(context.words.vocabulary.word(kind, field: "kind"))
      }
    let price = facts.cell(event, event.type.key == "funding" ? "amount" : "price")
    return make.arena.record(
      RecordShapes.holding,
      [cards.events[holding.event], entities(others), share, make.text(price), told(event)])
  }

  /// The newest brief of an event, one that can be read in the language before all others.
  private func told(_ event: Event) -> Value {
    (context.readable(event.briefs).first ?? event.briefs.first).map { cards.briefs[$0] } ?? .none
  }

  /// A person's move, seen from one of its ends.
  private func move(_ event: Int, title: String, other: String) -> Value {
    let item = site.events[event]
    return make.arena.record(
      RecordShapes.move,
      [
        cards.events[event], entities(item.participants(in: ["person"])), cell(event, "move"),
        cell(event, title), entities(item.participants(in: [other])),
        make.date(item.date(in: "effective") ?? item.date),
      ])
  }

  private func statement(_ event: Int) -> Value {
    let item = site.events[event]
    let outcome = StatementOutcome(item, asOf: site.asOf) ?? .none
    let text: String? =
      switch outcome {
      case .resolved(let words): words
      case .none: nil
      default: context.words.strings.text("record.statement_\(outcome.key)")
      }
    return make.arena.record(
      RecordShapes.statement,
      [
        cards.events[event], cell(event, "form"), cell(event, "targets"),
        make.date(item.date(in: "due")), make.keyed(outcome.key, text ?? ""),
      ])
  }

  private func release(_ event: Int) -> Value {
    make.arena.record(
      RecordShapes.release,
      [
        cards.events[event], cell(event, "action"), cell(event, "version"),
        cell(event, "licence"), entities(site.events[event].participants(in: ["maker"])),
      ])
  }

  /// A person's roles, from the record and from confirmed events.
  func roles() -> Value {
    let place = item.place
    guard item.entity.kind == .person || !item.source.roles.isEmpty else {
      return make.list([])
    }
    return make.list(
      site.career(of: place).prefix(Self.shownEvents).map { role in
        make.arena.record(
          RecordShapes.role,
          [
            cards.entities[role.organisation], make.text(role.title), make.date(role.from),
            make.date(role.until), make.list(role.events.map { cards.events[$0] }),
          ])
      })
  }
}
