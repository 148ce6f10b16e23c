/// Says whether an event is still to come, when, and whether it is late.
extension Event {
  /// What can be said of something that has not happened yet.
  package enum Expectation: Int, Sendable, Hashable, CaseIterable {
    /// The last day on which it was expected has passed.
    case overdue
    /// Its last day is still to come.
    case ahead
    /// It is expected, planned or postponed, and nobody says until when.
    case undated
  }

  /// Whether more is to come: neither done nor given up nor denied. A statement that says when it
  /// should come true is open until a resolution says how it turned out, with a stage or without.
  package var isOpen: Bool {
    switch folded.certainty {
    case .denied, .retracted: return false
    default: break
    }
    guard folded["resolution"] == nil else { return false }
    return folded.stage?.isOpen ?? isDue
  }

  /// The fields that say when it should happen, the first that is given counting.
  package static let expectationFields = ["due", "expected_close", "online"]

  /// When it should happen: the date it is due, or its own.
  package var expectedDate: UncertainDate {
    for key in Self.expectationFields {
      if case .value(.date(let date)) = folded[key]?.values.last?.value { return date }
    }
    return date
  }

  /// The last day on which it was expected, when it is open and that day has passed. What was only
  /// announced carries the day of its announcement, which says nothing of when it is to happen.
  package func missedDay(on day: CalendarDate) -> CalendarDate? {
    guard isOpen, isAwaited, let last = expectedDate.upperBound, last < day else { return nil }
    return last
  }

  /// Whether it is open although the last day on which it was expected has passed.
  package func isOverdue(on day: CalendarDate) -> Bool { missedDay(on: day) != nil }

  /// What is to be expected of it on a day; `nil` when nothing is, or when its only date is that of
  /// what was said about it.
  package func expectation(on day: CalendarDate) -> Expectation? {
    guard isOpen else { return nil }
    if isOverdue(on: day) { return .overdue }
    let date = expectedDate
    // Of “from June on” the first day is all that is known.
    if let end = date.upperBound ?? date.lowerBound, end >= day { return .ahead }
    // The old date of what was postponed holds no longer; one without an end says only since when.
    if folded.stage == .postponed { return .undated }
    return isAwaited && date.upperBound == nil ? .undated : nil
  }

  /// Whether it gives a day on which it is due.
  private var isDue: Bool { folded["due"] != nil }

  /// Whether its date is one on which it should happen, not one on which something was said.
  private var isAwaited: Bool {
    switch folded.stage {
    case .expected, .planned: true
    default: isDue
    }
  }
}
