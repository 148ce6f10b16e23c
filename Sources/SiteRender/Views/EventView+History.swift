import SiteModel
import SitePlan
import TemplateEngine

/// What was said of an event, by whom, and who denied it.
extension EventView {
  func history(_ place: Int, _ event: Event) -> Value {
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
        make.date(given.date.map { brief.source.resolved($0.value) } ?? event.date),
        givenFields(given, event, entry), participants(given, event, brief),
        given.place.map { make.text($0.text) } ?? .none,
        make.list(
          given.claims.compactMap { reference in
            ids.firstIndex(of: reference.text).map { claims[$0] }
          }),
        make.list(given.conflicts.map { conflict($0, event, claims, ids) }),
        make.text(given.reason), cards.briefs[at.brief],
        make.date(given.asOf ?? brief.source.date.value), .bool(isLast),
        .bool(!isLast && (statusMoved || !entry.overtaken.isEmpty)), changes(event, index),
        .int(index + 1), make.text(Self.anchor(index)),
        ClaimantView(context: context, make: make, entities: cards.entities).voices(at),
      ])
  }

  private func givenFields(
    _ given: EventAssertion, _ event: Event, _ entry: FoldedEvent<EventContent>.Entry
  ) -> Value {
    make.list(
      given.fields.compactMap { key, value -> Value? in
        guard let field = event.type.field(key) else { return nil }
        return arena.record(
          RecordShapes.assertedField,
          [
            make.text(key), make.text(vocabulary.field(field)),
            make.text(make.text(of: value.value, field: key)),
            .bool(entry.overtaken.contains(key)),
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

  private typealias Change = (key: String, label: String, was: String?, now: String)

  /// What the assertion changed: each status and value with what it was before.
  private func changes(_ event: Event, _ index: Int) -> Value {
    let entry = event.folded.history[index]
    var changes: [Change] = entry.moves.map { move in
      switch move.change {
      case .certainty(let from, let to):
        (
          "certainty", context.words.strings.text("event.certainty"), vocabulary.certainty(from),
          vocabulary.certainty(to)
        )
      case .stage(let from, let to):
        (
          "stage", context.words.strings.text("event.stage"), vocabulary.stage(from),
          vocabulary.stage(to)
        )
      }
    }
    for key in entry.changes {
      let label =
        event.type.field(key).map { vocabulary.field($0) }
        ?? (["date", "place"].contains(key) ? context.words.strings.text("event.\(key)") : nil)
      guard let label, let now = entry.assertion.fields.first(where: { $0.name == key })
      else { continue }
      let before = event.folded.history[..<index].last { earlier in
        earlier.assertion.fields.contains { $0.name == key }
      }?.assertion.fields.first { $0.name == key }
      changes.append(
        (
          key, label, before.flatMap { facts.text($0.value, key) },
          facts.text(now.value, key) ?? ""
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

  /// The id of an entry of the history.
  private static func anchor(_ index: Int) -> String { "said-\(index + 1)" }

  /// A mark that leads to an entry of the history.
  func said(_ index: Int) -> Value {
    arena.record(RecordShapes.said, [.int(index + 1), make.text(Self.anchor(index))])
  }

  /// The entries that the event's status and its common fields come from.
  func said(_ event: Event) -> Value {
    func marks(_ key: String) -> Value {
      make.list((event.folded[key]?.values.last?.assertions ?? []).map { said($0) })
    }
    let status = event.folded.history.lastIndex { entry in
      entry.assertion.rank != .deprecated
        && (entry.assertion.certainty != nil || entry.assertion.stage != nil)
    }
    return arena.record(
      RecordShapes.saidOf,
      [
        make.list([status].compactMap { $0 }.map { said($0) }), marks("date"),
        marks("participants"), marks("place"),
      ])
  }

  // MARK: - Denials

  /// Who denies the event: assertions that do, and statements made to deny it; oldest first.
  func denials(_ place: Int, _ event: Event) -> Value {
    let claimants = ClaimantView(context: context, make: make, entities: cards.entities)
    func record(_ at: AssertionPlace, _ statement: Int?, _ certainty: Certainty) -> Value {
      let brief = site.briefs[at.brief].source
      let given = brief.events[at.index]
      return arena.record(
        RecordShapes.denial,
        [
          make.badge(Badge.derive(certainty, nil), certainty, nil),
          make.date(given.asOf ?? brief.date.value), cards.briefs[at.brief],
          statement.map { cards.events[$0] } ?? .none, claimants.voices(at),
          make.text(given.reason),
        ])
    }
    let own = zip(event.assertions, event.folded.history).compactMap { at, entry -> Value? in
      switch entry.assertion.certainty {
      case .denied?, .retracted?: record(at, nil, entry.certainty)
      default: nil
      }
    }
    let statements = site.denials(of: place).compactMap { statement -> Value? in
      guard let at = site.events[statement].assertions.last else { return nil }
      return record(at, statement, site.events[statement].folded.certainty ?? .reported)
    }
    return make.list(own + statements)
  }
}
