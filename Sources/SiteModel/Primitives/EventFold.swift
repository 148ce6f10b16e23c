/// Folds the assertions about one event into its current state and its history.
///
/// A pure function of the set of assertions: their order never matters. Certainty and stage are
/// those that the newest live assertion states. For every other field, deprecated assertions and
/// those denied or retracted are dropped; preferred ones win over normal ones, then confirmed over
/// reported over rumoured, then the newest; different values of equal standing are all kept, as
/// disputed. Values that say the same in other words are one value.
package enum EventFold {
  /// The state after all `assertions`.
  package static func fold<Value: FoldValue>(_ assertions: [Assertion<Value>]) -> FoldedEvent<Value>
  {
    let sorted = assertions.count > 1 ? assertions.sorted(by: Assertion.precedes) : assertions
    var event = FoldedEvent<Value>(fields: [], history: [], unexplainedMoves: [])
    var weights: [Weight?] = []
    event.history.reserveCapacity(sorted.count)
    weights.reserveCapacity(sorted.count)
    for assertion in sorted { weights.append(append(assertion, to: &event)) }

    let given = givenValues(sorted)
    var start = 0
    while start < given.count {
      var end = start + 1
      while end < given.count && given[end].name == given[start].name { end += 1 }
      fold(given[start..<end], weights, into: &event)
      start = end
    }
    return event
  }

  /// One field in one assertion.
  private struct Given<Value: FoldValue> {
    var name: String
    var index: Int
    var value: Value
  }

  /// Every field of every assertion, by name and then from the oldest on.
  private static func givenValues<Value>(_ sorted: [Assertion<Value>]) -> [Given<Value>] {
    var given: [Given<Value>] = []
    for (index, assertion) in sorted.enumerated() {
      for field in assertion.fields {
        given.append(Given(name: field.name, index: index, value: field.value))
      }
    }
    given.sort { a, b in
      if a.name != b.name { return utf8Less(a.name, b.name) }
      if a.index != b.index { return a.index < b.index }
      return utf8Less(a.value.foldText, b.value.foldText)
    }
    return given
  }

  /// Adds an assertion to the history and to the status; gives the weight of its values, nil when
  /// they do not count.
  private static func append<Value>(
    _ assertion: Assertion<Value>, to event: inout FoldedEvent<Value>
  ) -> Weight? {
    let index = event.history.count
    var moves: [FoldedEvent<Value>.Move] = []
    if assertion.rank != .deprecated {
      if let old = event.certainty, let new = assertion.certainty, old != new {
        moves.append(
          .init(
            entry: index, change: .certainty(from: old, to: new),
            isBackward: old.isBackward(to: new)))
      }
      if let old = event.stage, let new = assertion.stage, old != new {
        moves.append(
          .init(
            entry: index, change: .stage(from: old, to: new), isBackward: old.isBackward(to: new)))
      }
    }
    let certainty = assertion.certainty ?? event.certainty ?? .reported
    event.history.append(
      .init(
        assertion: assertion, certainty: certainty, sets: [], changes: [], overtaken: [],
        moves: moves))
    if assertion.rank == .deprecated { return nil }
    event.certainty = assertion.certainty ?? event.certainty
    event.stage = assertion.stage ?? event.stage
    if isBlank(assertion.reason) { event.unexplainedMoves += moves.filter(\.isBackward) }
    return certainty.standing.map {
      Weight(isPreferred: assertion.rank == .preferred, standing: $0, asOf: assertion.asOf)
    }
  }

  /// Folds one field: its state goes into `event.fields`, unless every assertion that gives it was
  /// dropped, and who set, changed and lost it into the history.
  private static func fold<Value>(
    _ given: ArraySlice<Given<Value>>, _ weights: [Weight?], into event: inout FoldedEvent<Value>
  ) {
    var best: Weight?
    for item in given {
      if let weight = weights[item.index], best.map({ $0 < weight }) ?? true { best = weight }
    }
    var (standing, others): ([FoldedEvent<Value>.Held], [FoldedEvent<Value>.Held]) = ([], [])
    if let best {
      for item in given where weights[item.index] == best { hold(item, in: &standing) }
      for place in standing.indices { standing[place].assertions = [] }
      // Whoever gave a standing value earlier, or on weaker grounds, holds it too.
      for item in given where weights[item.index] != nil {
        if let place = standing.firstIndex(where: { $0.value.agrees(with: item.value) }) {
          standing[place].assertions.append(item.index)
        } else {
          hold(item, in: &others)
        }
      }
    }
    recordChanges(given, weights, standing, in: &event.history)
    if let name = given.first?.name, best != nil {
      event.fields.append(.init(name: name, values: ordered(standing), overtaken: ordered(others)))
    }
  }

  private static func recordChanges<Value>(
    _ given: ArraySlice<Given<Value>>, _ weights: [Weight?],
    _ standing: [FoldedEvent<Value>.Held], in history: inout [FoldedEvent<Value>.Entry]
  ) {
    var last: Value?
    for item in given {
      let counts = weights[item.index] != nil
      if counts {
        if last == nil {
          history[item.index].sets.append(item.name)
        } else if last?.agrees(with: item.value) == false,
          history[item.index].changes.last != item.name
        {
          history[item.index].changes.append(item.name)
        }
        last = item.value
      }
      if !(counts && standing.contains { $0.value.agrees(with: item.value) }),
        history[item.index].overtaken.last != item.name
      {
        history[item.index].overtaken.append(item.name)
      }
    }
  }

  /// What decides between two values.
  private struct Weight: Comparable {
    var isPreferred: Bool
    var standing: Int
    var asOf: DateSortKey

    static func < (a: Weight, b: Weight) -> Bool {
      if a.isPreferred != b.isPreferred { return b.isPreferred }
      if a.standing != b.standing { return a.standing < b.standing }
      return a.asOf < b.asOf
    }
  }

  /// Of values that agree, the newest one's words are kept.
  private static func hold<Value>(
    _ item: Given<Value>, in held: inout [FoldedEvent<Value>.Held]
  ) {
    if let place = held.firstIndex(where: { $0.value.agrees(with: item.value) }) {
      held[place].value = item.value
      held[place].assertions.append(item.index)
    } else {
      held.append(.init(value: item.value, assertions: [item.index]))
    }
  }

  private static func ordered<Value>(
    _ held: [FoldedEvent<Value>.Held]
  ) -> [FoldedEvent<Value>.Held] {
    held.count < 2
      ? held : held.sorted { utf8Less($0.value.foldText, $1.value.foldText) }
  }

  private static func isBlank(_ reason: String?) -> Bool {
    reason?.utf8.allSatisfy(\.isBlank) ?? true
  }
}
