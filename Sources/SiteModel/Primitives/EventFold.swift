/// Folds the assertions about one event into its current state and its history.
///
/// A pure function of the set of assertions: their order never matters. Certainty and stage are
/// those that the newest live assertion states. For every other field, deprecated assertions and
/// those denied or retracted are dropped; preferred ones win over normal ones, then confirmed over
/// reported over rumoured, then the newest; different values of equal standing are all kept, as
/// disputed.
package enum EventFold {
  /// The state after all `assertions`.
  package static func fold<Value: FoldValue>(_ assertions: [Assertion<Value>]) -> FoldedEvent<Value>
  {
    var history = entries(of: assertions.sorted(by: Assertion.precedes))
    var names: [String] = []
    for entry in history { names += entry.assertion.fields.map(\.name) }
    var fields: [FoldedEvent<Value>.Field] = []
    for name in unique(names) {
      let given = history.indices.flatMap { index in
        history[index].assertion.fields.filter { $0.name == name }.map { (index, $0.value) }
      }
      let field = fold(name, given, history)
      recordChanges(name, given, field, in: &history)
      if let field { fields.append(field) }
    }
    let live = history.filter { $0.assertion.rank != .deprecated }
    return FoldedEvent(
      certainty: live.last { $0.assertion.certainty != nil }?.assertion.certainty,
      stage: live.last { $0.assertion.stage != nil }?.assertion.stage,
      fields: fields, history: history,
      unexplainedMoves: history.flatMap { entry in
        isBlank(entry.assertion.reason) ? entry.moves.filter(\.isBackward) : []
      })
  }

  /// The history without its fields: each assertion's certainty and its moves.
  private static func entries<Value>(
    of sorted: [Assertion<Value>]
  ) -> [FoldedEvent<Value>.Entry] {
    var certainty: Certainty?
    var stage: Stage?
    return sorted.enumerated().map { index, assertion in
      var moves: [FoldedEvent<Value>.Move] = []
      let own = assertion.certainty ?? certainty ?? .reported
      if assertion.rank != .deprecated {
        if let next = assertion.certainty {
          if let certainty, certainty != next {
            moves.append(
              .init(
                entry: index, change: .certainty(from: certainty, to: next),
                isBackward: certainty.isBackward(to: next)))
          }
          certainty = next
        }
        if let next = assertion.stage {
          if let stage, stage != next {
            moves.append(
              .init(
                entry: index, change: .stage(from: stage, to: next),
                isBackward: stage.isBackward(to: next)))
          }
          stage = next
        }
      }
      return .init(
        assertion: assertion, certainty: own, sets: [], changes: [], overtaken: [], moves: moves)
    }
  }

  /// One field's state; nil when every assertion that gives it was dropped.
  private static func fold<Value>(
    _ name: String, _ given: [(index: Int, value: Value)], _ history: [FoldedEvent<Value>.Entry]
  ) -> FoldedEvent<Value>.Field? {
    let live = given.filter { counts(history[$0.index]) }
    guard let best = live.map({ Weight(history[$0.index]) }).max() else { return nil }
    let standing = held(live.filter { Weight(history[$0.index]) == best })
    // Whoever gave a standing value earlier, or on weaker grounds, holds it too.
    let values = standing.map { value in
      FoldedEvent<Value>.Held(
        value: value.value,
        assertions: live.filter { $0.value == value.value }.map(\.index))
    }
    let others = live.filter { other in !standing.contains { $0.value == other.value } }
    return .init(name: name, values: values, overtaken: held(others))
  }

  /// Notes in the history who set, changed and lost the field.
  private static func recordChanges<Value>(
    _ name: String, _ given: [(index: Int, value: Value)], _ field: FoldedEvent<Value>.Field?,
    in history: inout [FoldedEvent<Value>.Entry]
  ) {
    var last: Value?
    for (index, value) in given {
      if counts(history[index]) {
        if last == nil {
          history[index].sets.append(name)
        } else if last != value, history[index].changes.last != name {
          history[index].changes.append(name)
        }
        last = value
      }
      let stands =
        counts(history[index]) && field?.values.contains { $0.value == value } ?? false
      if !stands, history[index].overtaken.last != name { history[index].overtaken.append(name) }
    }
  }

  /// Whether an assertion's values count at all.
  private static func counts<Value>(_ entry: FoldedEvent<Value>.Entry) -> Bool {
    entry.assertion.rank != .deprecated && entry.certainty.standing != nil
  }

  /// What decides between two values.
  private struct Weight: Comparable {
    var isPreferred: Bool
    var standing: Int
    var asOf: DateSortKey

    init<Value>(_ entry: FoldedEvent<Value>.Entry) {
      isPreferred = entry.assertion.rank == .preferred
      standing = entry.certainty.standing ?? -1
      asOf = entry.assertion.asOf
    }

    static func < (a: Weight, b: Weight) -> Bool {
      if a.isPreferred != b.isPreferred { return b.isPreferred }
      if a.standing != b.standing { return a.standing < b.standing }
      return a.asOf < b.asOf
    }
  }

  /// The different values with their holders, ordered by their text.
  private static func held<Value>(
    _ given: [(index: Int, value: Value)]
  ) -> [FoldedEvent<Value>.Held] {
    var held: [FoldedEvent<Value>.Held] = []
    for (index, value) in given {
      if let place = held.firstIndex(where: { $0.value == value }) {
        held[place].assertions.append(index)
      } else {
        held.append(.init(value: value, assertions: [index]))
      }
    }
    return held.sorted { utf8Less($0.value.foldText, $1.value.foldText) }
  }

  private static func unique(_ names: [String]) -> [String] {
    var result: [String] = []
    for name in names.sorted(by: utf8Less) where name != result.last { result.append(name) }
    return result
  }

  private static func isBlank(_ reason: String?) -> Bool {
    reason?.utf8.allSatisfy(\.isBlank) ?? true
  }
}
