/// A point on which the sources of an event differ, as all its briefs together tell it: every value
/// that is named, and whether it is settled.
package struct EventConflict: Sendable, Hashable {
  /// The field on which they differ.
  package var field: String
  /// What they say, each once, in the order in which it was first told.
  package var values: [EventAssertion.Conflict.Value]
  /// What to know about it, from the oldest note on.
  package var notes: [String]
  /// Why it is settled; nil while it is open. The newest assertion that speaks of it decides, so
  /// that a later one can open it again.
  package var resolved: String?

  /// Folds what assertions declare, given oldest first, into one conflict for each field, in the
  /// order in which the fields were first named.
  package static func fold(_ declared: [EventAssertion.Conflict]) -> [EventConflict] {
    var conflicts: [EventConflict] = []
    for item in declared {
      let place =
        conflicts.firstIndex { $0.field == item.field.value } ?? conflicts.endIndex
      if place == conflicts.endIndex {
        conflicts.append(EventConflict(field: item.field.value, values: [], notes: []))
      }
      for value in item.values {
        let known = conflicts[place].values.firstIndex { $0.value.agrees(with: value.value) }
        if known == nil { conflicts[place].values.append(value) }
      }
      if let note = item.note, !conflicts[place].notes.contains(note) {
        conflicts[place].notes.append(note)
      }
      conflicts[place].resolved = item.resolved
    }
    return conflicts
  }
}
