import SiteModel
import SitePlan
import TemplateEngine

/// Makes the record of an event's own page, and of what one brief asserts of an event.
struct EventView {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker

  private var site: Site { context.site }
  private var vocabulary: Vocabulary { context.words.vocabulary }
  private var arena: ValueArena { make.arena }
  private var facts: EventFacts { EventFacts(context: context, make: make) }

  func record(_ place: Int) -> Value {
    let event = site.events[place]
    var builder = CardBuilder(context: context, make: make)
    builder.types = cards.types
    builder.entities = cards.entities
    var fields = builder.eventFields(place)
    fields += [
      foldedFields(event), history(place, event), conflicts(event), self.place(event.place),
      text(event),
    ]
    fields += [event.dependsOn, event.enables, event.supersedes, event.supersededBy].map {
      make.list($0.map { cards.events[$0] })
    }
    fields += [
      make.list([event.partOf].compactMap { $0 }.map { cards.events[$0] }),
      make.list(event.parts.map { cards.events[$0] }),
      make.list(context.readable(event.briefs).map { cards.briefs[$0] }),
    ]
    return arena.record(RecordShapes.event, fields, id: SiteRecord.event(place).id)
  }

  private func text(_ event: Event) -> Value {
    guard let text = event.linkedText else { return .none }
    return TextView(context: context, make: make).html(text, event.translations)
  }

  private func place(_ place: EventPlace?) -> Value {
    guard let place, let text = facts.text(.place(place), "place") else { return .none }
    return make.text(text)
  }

  // MARK: - Current values

  private func foldedFields(_ event: Event) -> Value {
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

  // MARK: - History

  private func history(_ place: Int, _ event: Event) -> Value {
    make.list(
      event.assertions.map { at in
        let numbers = ClaimNumbers(
          context.edition(at.brief).text, claims: site.briefs[at.brief].source.claims.count)
        return assertion(event: place, at, claims: plainClaims(at.brief, numbers))
      })
  }

  /// Claims of another brief: what they say and which number they have on its page.
  private func plainClaims(_ place: Int, _ numbers: ClaimNumbers) -> [Value] {
    site.briefs[place].source.claims.enumerated().map { index, claim in
      arena.record(
        RecordShapes.claim,
        [
          .int(numbers.number(of: index)), make.text(claim.id), make.text("claim-" + claim.id),
          make.text(claim.says), make.text(claim.quote), .none, .none, make.text(claim.at),
          make.certainty(claim.certainty ?? .reported), make.list([]), make.list([]),
        ])
    }
  }

  /// What one brief says of an event; `claims` are the brief's, in the order of its front matter.
  func assertion(event place: Int, _ at: AssertionPlace, claims: [Value]) -> Value {
    let event = site.events[place]
    let brief = site.briefs[at.brief]
    let given = brief.source.events[at.index]
    let index = event.assertions.firstIndex(of: at) ?? 0
    let entry = event.folded.history[index]
    let certainty = given.certainty ?? entry.certainty
    let stage = given.stage
    let isLast = index == event.assertions.count - 1
    let statusMoved = event.assertions.indices.dropFirst(index + 1).contains { later in
      !event.folded.history[later].moves.isEmpty
    }
    let ids = brief.source.claims.map(\.id)
    return arena.record(
      RecordShapes.assertion,
      [
        cards.events[place], make.badge(Badge.derive(certainty, stage), certainty, stage),
        make.date(given.date == nil ? event.date : stated(entry, "date") ?? event.date),
        givenFields(given, event, entry), participants(given, event, brief),
        given.place.map { make.text($0.text) } ?? .none,
        make.list(
          given.claims.compactMap { reference in
            ids.firstIndex(of: reference.text).map { claims[$0] }
          }),
        make.list(EventConflict.fold(given.conflicts).map { conflict($0, event, claims, ids) }),
        make.text(given.reason), cards.briefs[at.brief],
        make.date(given.asOf ?? brief.source.date.value), .bool(isLast),
        .bool(!isLast && (statusMoved || !entry.overtaken.isEmpty)), changes(event, index),
      ])
  }

  /// A date that an assertion gives, with relative words resolved.
  private func stated(
    _ entry: FoldedEvent<EventContent>.Entry, _ name: String
  ) -> UncertainDate? {
    let field = entry.assertion.fields.first { $0.name == name }
    if case .value(.date(let date)) = field?.value { return date }
    return nil
  }

  private func givenFields(
    _ given: EventAssertion, _ event: Event, _ entry: FoldedEvent<EventContent>.Entry
  ) -> Value {
    make.list(
      given.fields.compactMap { key, value -> Value? in
        guard let field = event.type.field(key) else { return nil }
        return arena.record(
          RecordShapes.field,
          [
            make.text(key), make.text(vocabulary.field(field)),
            make.text(
              make.text(of: stated(entry, key).map { .date($0) } ?? value.value, field: key)),
          ])
      })
  }

  private func participants(_ given: EventAssertion, _ event: Event, _ brief: Brief) -> Value {
    var builder = CardBuilder(context: context, make: make)
    builder.entities = cards.entities
    let known =
      given.participants.isEmpty
      ? event.participants
      : given.participants.compactMap { participant -> EventParticipant? in
        guard
          case .entity(let entity) = site.names.meaning(
            of: participant.entity.text, in: brief.source.language)
        else { return nil }
        return EventParticipant(entity: entity, role: participant.role.value)
      }
    return make.list(known.map { builder.participant($0, event.type) })
  }

  /// What the assertion changed: each status and value with what it was before.
  private func changes(_ event: Event, _ index: Int) -> Value {
    let entry = event.folded.history[index]
    var changes: [(label: String, was: String?, now: String)] = entry.moves.map { move in
      switch move.change {
      case .certainty(let from, let to):
        (
          context.words.strings.text("event.certainty"), vocabulary.certainty(from),
          vocabulary.certainty(to)
        )
      case .stage(let from, let to):
        (context.words.strings.text("event.stage"), vocabulary.stage(from), vocabulary.stage(to))
      }
    }
    for key in entry.changes {
      guard let field = event.type.field(key),
        let now = entry.assertion.fields.first(where: { $0.name == key })
      else { continue }
      let before = event.folded.history[..<index].last { earlier in
        earlier.assertion.fields.contains { $0.name == key }
      }?.assertion.fields.first { $0.name == key }
      changes.append(
        (
          vocabulary.field(field), before.flatMap { facts.text($0.value, key) },
          facts.text(now.value, key) ?? ""
        ))
    }
    return make.list(
      changes.map { change in
        arena.record(
          RecordShapes.change,
          [make.text(change.label), make.text(change.was), make.text(change.now)])
      })
  }

  // MARK: - Conflicts

  /// The conflicts of all assertions, those about one field as one: what each said, every note,
  /// and how it was settled.
  private func conflicts(_ event: Event) -> Value {
    make.list(event.conflicts.map { conflict($0, event, [], []) })
  }

  private func conflict(
    _ conflict: EventConflict, _ event: Event, _ claims: [Value], _ ids: [String]
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
              ids.firstIndex(of: reference.text).map { claims[$0] }
            }),
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

  /// Why a conflict is settled: by this brief, or by now.
  private func resolution(_ conflict: EventConflict, _ event: Event) -> String? {
    conflict.resolved ?? event.conflicts.first { $0.field == conflict.field }?.resolved
  }
}
