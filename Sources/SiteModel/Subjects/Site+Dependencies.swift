/// What an event stands or falls with: events that it depends on, and statements that deny it.
extension Site {
  /// The events that `event` depends on, directly or through others, and that will not come, the
  /// nearest first. Beyond one that will not come nothing is looked for: it is the reason.
  package func failedDependencies(of event: Int) -> [Int] {
    var failed: [Int] = []
    var seen: Set<Int> = [event]
    var waiting = events[event].dependsOn[...]
    while let next = waiting.popFirst() {
      guard seen.insert(next).inserted else { continue }
      if events[next].isGivenUp {
        failed.append(next)
      } else {
        waiting += events[next].dependsOn
      }
    }
    return failed
  }

  /// The statements that deny an event: those of the form `denial` that are said to take its place,
  /// to depend on it, or to be a part of it.
  package func denials(of event: Int) -> [Int] {
    let item = events[event]
    return Set(item.supersededBy + item.enables + item.parts).sorted().filter { place in
      events[place].type.key == "statement"
        && events[place].folded["form"]?.agreed == .value(.word("denial"))
    }
  }
}

extension Event {
  /// Whether it will not come: denied, retracted or cancelled.
  package var isGivenUp: Bool {
    folded.certainty == .denied || folded.certainty == .retracted || folded.stage == .cancelled
  }

  /// The entities that have one of `roles` now, each once, in the order given.
  package func participants(in roles: Set<String>) -> [Int] {
    var seen = Set<Int>()
    return participants.filter { roles.contains($0.role) && seen.insert($0.entity).inserted }
      .map(\.entity)
  }

  /// The date in a typed field, when no other contradicts it.
  package func date(in field: String) -> UncertainDate? {
    guard case .value(.date(let date)) = folded[field]?.agreed else { return nil }
    return date
  }

  /// The text or word in a typed field, when no other contradicts it.
  package func text(in field: String) -> String? {
    switch folded[field]?.agreed {
    case .value(.text(let text)), .value(.word(let text)): text
    default: nil
    }
  }
}
