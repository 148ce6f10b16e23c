/// How long it is from one day to another, in the unit that people would use.
package struct ElapsedTime: Sendable, Hashable {
  /// The unit.
  package let unit: Unit
  /// How many whole ones.
  package let count: Int

  /// Days below two months, months below two years, else years.
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    case days, months, years
  }

  /// From one day to a later one; of an earlier one the same as the other way round.
  package init(from one: CalendarDate, to other: CalendarDate) {
    let (start, end) = (min(one, other), max(one, other))
    var months = (end.year - start.year) * 12 + end.month - start.month
    // Counted from the start, so that the last day of a month is a whole month later.
    if start.adding(months: months) > end { months -= 1 }
    if months < 2 {
      self.init(.days, end.dayNumber - start.dayNumber)
    } else if months < 24 {
      self.init(.months, months)
    } else {
      self.init(.years, months / 12)
    }
  }

  private init(_ unit: Unit, _ count: Int) {
    self.unit = unit
    self.count = count
  }
}
