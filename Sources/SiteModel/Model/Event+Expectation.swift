/// Says whether more is to come of an event, and whether it is late.
extension Event {
  /// Whether more is to come: neither done nor given up nor denied.
  package var isOpen: Bool {
    guard let stage = folded.stage else { return false }
    switch folded.certainty {
    case .denied, .retracted: return false
    default: return stage.isOpen
    }
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
    guard isOpen, folded.stage == .expected || folded.stage == .planned,
      let last = expectedDate.upperBound, last < day
    else { return nil }
    return last
  }
}
