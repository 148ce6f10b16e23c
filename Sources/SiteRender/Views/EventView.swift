import SiteModel
import SitePlan
import TemplateEngine

/// Makes the record of an event's own page, and of what one brief asserts of an event.
struct EventView {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker

  var site: SiteReader { context.site }
  var vocabulary: Vocabulary { context.words.vocabulary }
  var arena: ValueArena { make.arena }
  var facts: EventFacts { EventFacts(context: context, make: make) }

  func record(_ place: Int) -> Value {
    arena.record(
      EventPage.fields.shape, from: EventPage(place, self), id: SiteRecord.event(place).id)
  }

  func body(_ event: Event) -> Value {
    guard let text = event.linkedText else { return .none }
    return TextView(context: context, make: make).html(text, event.translations)
  }

  func place(_ place: EventPlace?) -> Value {
    guard let place, let text = facts.text(.place(place), "place") else { return .none }
    return make.text(text)
  }

  // MARK: - Current values

  func foldedFields(_ event: Event) -> Value {
    let keys = event.type.fields.map { ($0.key, vocabulary.field($0)) }
    return make.list(
      keys.compactMap { key, label -> Value? in
        guard let field = event.folded[key] else { return nil }
        let values = field.values.map { held -> Value in
          let briefs = held.assertions.map { event.assertions[$0].brief }
          return arena.record(
            RecordShapes.fieldValue,
            [
              make.text(facts.text(held.value, key)),
              make.list(distinct(briefs).map { cards.briefs[$0] }),
              make.list(held.assertions.map { said($0) }),
            ])
        }
        return arena.record(
          RecordShapes.foldedField,
          [
            make.text(key), make.text(label), make.text(facts.cell(event, key)),
            make.list(values), .bool(field.isDisputed),
          ])
      })
  }

  private func distinct(_ places: [Int]) -> [Int] {
    var seen = Set<Int>()
    return places.filter { seen.insert($0).inserted }
  }

  // MARK: - Conflicts

  /// The conflicts of all assertions, those about one field as one: what each said, every note,
  /// and how it was settled.
  func conflicts(_ event: Event) -> Value {
    make.list(event.conflicts.map { conflict($0, event, [], { [] }) })
  }

  func conflict(
    _ conflict: EventConflict, _ event: Event, _ ids: [String], _ claims: () -> [Value]
  ) -> Value {
    let field = event.type.field(conflict.field)
    let label =
      field.map { vocabulary.field($0) } ?? context.words.strings.text("event.\(conflict.field)")
    let values = conflict.values.map { value -> Value in
      let text = make.text(of: value.value, field: conflict.field)
      return arena.record(
        RecordShapes.conflictValue,
        [
          make.text(conflict.field == "type" ? vocabulary.type(key: text) : text),
          make.list(
            value.claims.compactMap { reference in
              ids.firstIndex(of: reference.text).map { claims()[$0] }
            }),
          .bool(stands(value.value, conflict.field, event)),
        ])
    }
    return arena.record(
      RecordShapes.conflict,
      [
        make.text(conflict.field), make.text(label), make.list(values),
        make.text(conflict.notes.isEmpty ? nil : conflict.notes.joined(separator: " ")),
        make.text(resolution(conflict, event)),
      ])
  }

  /// Whether a value is what the event says now.
  private func stands(_ value: EventValue, _ key: String, _ event: Event) -> Bool {
    if key == "type" { return value.plainText == event.type.key }
    return event.folded[key]?.values.contains { held in
      if case .value(let now) = held.value { return now.agrees(with: value) }
      return false
    } ?? false
  }

  /// Why a conflict is settled: by this brief, or by now.
  private func resolution(_ conflict: EventConflict, _ event: Event) -> String? {
    conflict.resolved ?? event.conflicts.first { $0.field == conflict.field }?.resolved
  }
}

/// Makes the fields of an event's own page.
final class EventPage: FieldSource {
  private let place: Int
  private let event: Event
  private let view: EventView

  init(_ place: Int, _ view: EventView) {
    self.place = place
    self.view = view
    event = view.site.events[place]
    super.init()
    guard let text = event.linkedText else { return }
    TextView(context: view.context, make: view.make).note(text, event.translations)
  }

  override func value(ofField field: Int, of subject: Int) -> Value {
    Self.fields.value(field, self, subject)
  }

  private typealias Facet = RecordShapes.Facet

  private func events(_ places: [Int]) -> Value {
    view.make.list(places.map { view.cards.events[$0] })
  }

  static let fields = FieldTable<EventPage>(
    "event",
    EventCard.fields.fields { page, _ in page.view.cards.events[page.place] } + [
      .init("fields", Facet.events) { page, _ in page.view.foldedFields(page.event) },
      .init("history", Facet.events) { page, _ in page.view.history(page.place, page.event) },
      .init("conflicts", Facet.events) { page, _ in page.view.conflicts(page.event) },
      .init("place", Facet.events) { page, _ in page.view.place(page.event.place) },
      .init("denials", Facet.events) { page, _ in page.view.denials(page.place, page.event) },
      .init("said", Facet.events) { page, _ in page.view.said(page.event) },
      .init("body", Facet.text) { page, _ in page.view.body(page.event) },
      .init("depends_on", Facet.relations) { page, _ in page.events(page.event.dependsOn) },
      .init("enables", Facet.relations) { page, _ in page.events(page.event.enables) },
      .init("supersedes", Facet.relations) { page, _ in page.events(page.event.supersedes) },
      .init("superseded_by", Facet.relations) { page, _ in
        page.events(page.event.supersededBy)
      },
      .init("part_of", Facet.relations) { page, _ in
        page.events([page.event.partOf].compactMap { $0 })
      },
      .init("parts", Facet.relations) { page, _ in page.events(page.event.parts) },
      .init("briefs", Facet.relations) { page, _ in
        let view = page.view
        return view.make.list(
          view.context.readable(page.event.briefs).map { view.cards.briefs[$0] })
      },
      .init("failed_dependencies", Facet.relations) { page, _ in
        page.events(page.view.site.failedDependencies(of: page.place))
      },
      .init("is_given_up", Facet.relations) { page, _ in .bool(page.event.isGivenUp) },
    ])
}
