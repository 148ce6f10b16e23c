/// What is known of an event after all its assertions, with the history that led there.
package struct FoldedEvent<Value: FoldValue>: Sendable {
  /// The certainty that the newest live assertion states.
  package var certainty: Certainty?
  /// The stage that the newest live assertion states.
  package var stage: Stage?
  /// The fields that have a value, by name.
  package var fields: [Field]
  /// Every assertion, oldest first.
  package var history: [Entry]
  /// The moves backwards for which no reason is given, oldest first.
  package var unexplainedMoves: [Move]

  /// A field's current value, or its values when the assertions of equal standing disagree.
  package struct Field: Sendable {
    /// The field's name.
    package var name: String
    /// The current values: one, or several that are disputed; ordered by their text.
    package var values: [Held]
    /// Earlier or weaker values that differ from the current ones; ordered by their text.
    package var overtaken: [Held]

    /// Whether more than one value stands.
    package var isDisputed: Bool { values.count > 1 }
    /// The value, unless it is disputed.
    package var agreed: Value? { isDisputed ? nil : values.first?.value }
  }

  /// A value with those who hold it.
  package struct Held: Sendable {
    /// The value.
    package var value: Value
    /// The assertions that give it, as indices into the history, oldest first.
    package var assertions: [Int]
  }

  /// One assertion and what it did.
  package struct Entry: Sendable {
    /// What was asserted.
    package var assertion: Assertion<Value>
    /// The certainty that its values have: its own, or the event's at that time.
    package var certainty: Certainty
    /// The fields it was the first to give, by name.
    package var sets: [String]
    /// The fields to which it gave another value than the last before it, by name.
    package var changes: [String]
    /// The fields whose value, as it gives it, does not stand any more, by name.
    package var overtaken: [String]
    /// What it did to the certainty and the stage.
    package var moves: [Move]
  }

  /// A change of certainty or stage.
  package struct Move: Sendable, Hashable {
    /// The assertion that made it, as an index into the history.
    package var entry: Int
    /// From where to where.
    package var change: Change
    /// Whether it takes something back.
    package var isBackward: Bool

    /// The two axes.
    package enum Change: Sendable, Hashable {
      case certainty(from: Certainty, to: Certainty)
      case stage(from: Stage, to: Stage)
    }
  }

  /// The badge of the current state; an event of which nobody states a certainty is reported.
  package var badge: Badge { Badge.derive(certainty ?? .reported, stage) }

  /// The field of that name, if it has a value.
  package subscript(_ name: String) -> Field? { fields.first { $0.name == name } }
}
