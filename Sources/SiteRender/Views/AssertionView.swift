import SiteModel
import SitePlan
import TemplateEngine

/// Makes the fields of what one brief says of an event.
final class AssertionView: FieldSource {
  private let view: EventView
  private let place: Int
  private let event: Event
  private let at: AssertionPlace
  /// Its place among the event's assertions, and what it came to there.
  private let index: Int
  private let entry: FoldedEvent<EventContent>.Entry
  /// As its brief has it.
  private let given: EventAssertion
  private let language: LanguageTag
  private let makeClaims: () -> [Value]

  private var make: ValueMaker { view.make }
  private var arena: ValueArena { view.arena }
  private var isLast: Bool { index == event.assertions.count - 1 }

  /// - Parameter claims: makes the records of the brief's claims, in the order of its front matter.
  init(
    _ view: EventView, event place: Int, _ at: AssertionPlace, claims: @escaping () -> [Value]
  ) {
    self.view = view
    self.place = place
    self.at = at
    makeClaims = claims
    event = view.site.events[place]
    index = event.assertions.firstIndex(of: at) ?? 0
    entry = event.folded.history[index]
    let source = view.cards.item(ofBrief: at.brief, view.make.notes).source
    given = source.events[at.index]
    language = source.language
  }

  private lazy var claims = makeClaims()
  private lazy var claimIDs = view.cards.item(ofBrief: at.brief, view.make.notes).source.claims.map(
    \.id)

  override func value(ofField field: Int, of subject: Int) -> Value {
    Self.fields.value(field, self, subject)
  }

  static let fields = FieldTable<AssertionView>(
    "assertion",
    [
      .init("event") { view, _ in view.view.cards.events[view.place] },
      .init("badge") { view, _ in
        let certainty = view.given.certainty ?? view.entry.certainty
        let stage = view.given.stage
        return view.make.badge(Badge.derive(certainty, stage), certainty, stage)
      },
      .init("date") { view, _ in
        let date = view.given.date == nil ? nil : view.stated("date")
        return view.make.date(date ?? view.event.date)
      },
      .init("fields") { view, _ in view.givenFields() },
      .init("participants") { view, _ in view.participants() },
      .init("place") { view, _ in view.given.place.map { view.make.text($0.text) } ?? .none },
      .init("claims") { view, _ in
        view.make.list(
          view.given.claims.compactMap { reference in
            view.claimIDs.firstIndex(of: reference.text).map { view.claims[$0] }
          })
      },
      .init("conflicts") { view, _ in
        view.make.list(
          EventConflict.fold(view.given.conflicts).map {
            view.view.conflict($0, view.event, view.claimIDs) { view.claims }
          })
      },
      .init("reason") { view, _ in view.make.text(view.given.reason) },
      .init("brief") { view, _ in view.view.cards.briefs[view.at.brief] },
      .init("as_of") { view, _ in
        view.make.date(
          view.given.asOf ?? view.view.site.briefs[view.at.brief].source.date.value)
      },
      .init("is_current") { view, _ in .bool(view.isLast) },
      .init("is_overtaken") { view, _ in .bool(view.isOvertaken) },
      .init("changes") { view, _ in view.changes() },
      .init("number") { view, _ in .int(view.index + 1) },
      .init("anchor") { view, _ in view.make.text(EventView.anchor(view.index)) },
      .init("voices") { view, _ in
        ClaimantView(context: view.view.context, make: view.make, cards: view.view.cards)
          .voices(view.at)
      },
    ])

  /// Whether a later assertion moved the status, or said something else.
  private var isOvertaken: Bool {
    guard !isLast else { return false }
    return !entry.overtaken.isEmpty
      || event.folded.history[(index + 1)...].contains { !$0.moves.isEmpty }
  }

  /// A date that the assertion gives, with relative words resolved.
  private func stated(_ name: String) -> UncertainDate? {
    let field = entry.assertion.fields.first { $0.name == name }
    if case .value(.date(let date)) = field?.value { return date }
    return nil
  }

  private func givenFields() -> Value {
    make.list(
      given.fields.compactMap { key, value -> Value? in
        guard let field = event.type.field(key) else { return nil }
        return arena.record(
          RecordShapes.assertedField,
          [
            make.text(key), make.text(view.vocabulary.field(field)),
            make.text(make.text(of: stated(key).map { .date($0) } ?? value.value, field: key)),
            .bool(entry.overtaken.contains(key)),
          ])
      })
  }

  private func participants() -> Value {
    let known =
      given.participants.isEmpty
      ? event.participants
      : given.participants.compactMap { participant -> EventParticipant? in
        guard
          case .entity(let entity) = view.site.names.meaning(
            of: participant.entity.text, in: language)
        else { return nil }
        return EventParticipant(entity: entity, role: participant.role.value)
      }
    return make.list(known.map { view.cards.participant($0, event.type, make) })
  }

  private typealias Change = (key: String, label: String, was: String?, now: String)

  /// What the assertion changed: each status and value with what it was before.
  private func changes() -> Value {
    var changes: [Change] = entry.moves.map { move in
      switch move.change {
      case .certainty(let from, let to):
        (
          "certainty", view.context.words.strings.text("event.certainty"),
          view.vocabulary.certainty(from),
          view.vocabulary.certainty(to)
        )
      case .stage(let from, let to):
        (
          "stage", view.context.words.strings.text("event.stage"), view.vocabulary.stage(from),
          view.vocabulary.stage(to)
        )
      }
    }
    for key in entry.changes {
      let label =
        event.type.field(key).map { view.vocabulary.field($0) }
        ?? (["date", "place"].contains(key) ? view.context.words.strings.text("event.\(key)") : nil)
      guard let label, let now = entry.assertion.fields.first(where: { $0.name == key })
      else { continue }
      let before = event.folded.history[..<index].last { earlier in
        earlier.assertion.fields.contains { $0.name == key }
      }?.assertion.fields.first { $0.name == key }
      changes.append(
        (
          key, label, before.flatMap { view.facts.text($0.value, key) },
          view.facts.text(now.value, key) ?? ""
        ))
    }
    return make.list(
      changes.map { change in
        arena.record(
          RecordShapes.change,
          [
            make.text(change.label), make.text(change.was), make.text(change.now),
            make.text(change.key),
          ])
      })
  }
}
