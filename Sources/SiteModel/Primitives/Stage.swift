/// How far a thing has got.
package enum Stage: String, Sendable, Hashable, CaseIterable {
  case considered
  case inTalks = "in_talks"
  case expected, planned, announced, signed, underway, completed, postponed, cancelled

  /// The place on the way from an idea to its completion; what is expected and what is planned
  /// stand on one step. Nil beside the way.
  package var step: Int? {
    switch self {
    case .considered: 0
    case .inTalks: 1
    case .expected, .planned: 2
    case .announced: 3
    case .signed: 4
    case .underway: 5
    case .completed: 6
    case .postponed, .cancelled: nil
    }
  }

  /// Whether going from this to `next` takes something back, and so needs a reason: a lower step,
  /// anything after a completion, and anything after a cancellation.
  package func isBackward(to next: Stage) -> Bool {
    if next == self { return false }
    if self == .completed || self == .cancelled { return true }
    guard let step, let nextStep = next.step else { return false }
    return nextStep < step
  }

  /// Whether more is to come: the date given for it is an expectation, not a record.
  package var isOpen: Bool { self != .completed && self != .cancelled }
}
