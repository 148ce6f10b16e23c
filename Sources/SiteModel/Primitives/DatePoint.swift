/// One end of a date as a source gives it: an instant, or a stretch of the calendar no finer than
/// the source's words, with a mark when the source is not sure.
package struct DatePoint: Sendable, Hashable {
  /// What was named.
  package var moment: Moment
  /// How sure the source is of it.
  package var approximation: Approximation

  /// A point, exact unless said otherwise.
  package init(_ moment: Moment, _ approximation: Approximation = .exact) {
    self.moment = moment
    self.approximation = approximation
  }

  /// What a source can name in the calendar.
  package enum Moment: Sendable, Hashable {
    /// A second in time.
    case instant(Instant)
    /// A day.
    case day(CalendarDate)
    /// A month, 1 … 12.
    case month(year: Int, month: Int)
    /// A quarter, 1 … 4.
    case quarter(year: Int, quarter: Int)
    /// A half-year, 1 or 2.
    case half(year: Int, half: Int)
    /// A year, 0 … 9999.
    case year(Int)
  }

  /// The marks of EDTF (ISO 8601-2) that may follow a date.
  package enum Approximation: String, Sendable, Hashable, CaseIterable {
    /// No mark.
    case exact = ""
    /// `~`: about then.
    case approximate = "~"
    /// `?`: the source itself doubts it.
    case uncertain = "?"
    /// `%`: both.
    case approximateAndUncertain = "%"
  }

  /// How fine a date is; the order goes from the finest to none at all.
  package enum Precision: Int, Sendable, Hashable, Comparable, CaseIterable {
    case instant, day, month, quarter, half, year, interval, relative, unknown

    package static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
  }
}

extension DatePoint {
  /// How fine the point is.
  package var precision: Precision {
    switch moment {
    case .instant: .instant
    case .day: .day
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    case .year: .year
    }
  }

  /// The year named (that of an instant at its own offset).
  package var year: Int { firstDay.year }

  /// The first day of what was named. An approximation mark does not widen it.
  package var firstDay: CalendarDate {
    switch moment {
    case .instant(let instant): instant.date
    case .day(let date): date
    case .month(let year, let month): DatePoint.start(year, month)
    case .quarter(let year, let quarter): DatePoint.start(year, quarter * 3 - 2)
    case .half(let year, let half): DatePoint.start(year, half * 6 - 5)
    case .year(let year): DatePoint.start(year, 1)
    }
  }

  /// The last day of what was named. An approximation mark does not widen it.
  package var lastDay: CalendarDate {
    let months =
      switch moment {
      case .instant, .day: 0
      case .month: 1
      case .quarter: 3
      case .half: 6
      case .year: 12
      }
    if months == 0 { return firstDay }
    let lastMonth = firstDay.adding(months: months - 1)
    return lastMonth.adding(
      days: CalendarDate.dayCount(year: lastMonth.year, month: lastMonth.month) - 1)
  }

  /// Seconds since 1970 at which the point begins: the instant itself, or midnight UTC.
  package var startSecond: Int64 {
    if case .instant(let instant) = moment { return instant.seconds }
    return Int64(firstDay.dayNumber) * 86_400
  }

  /// The last second of the point, for an instant that instant.
  package var endSecond: Int64 {
    if case .instant(let instant) = moment { return instant.seconds }
    return Int64(lastDay.dayNumber) * 86_400 + 86_399
  }

  private static func start(_ year: Int, _ month: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: 1) ?? .first
  }
}

extension DatePoint: CustomStringConvertible {
  /// EDTF, with `Q3` and `H2` for quarters and halves, and instants in RFC 3339.
  package var description: String {
    let text =
      switch moment {
      case .instant(let instant): instant.description
      case .day(let date): date.description
      case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
      case .quarter(let year, let quarter): "\(padded(year, 4))-Q\(quarter)"
      case .half(let year, let half): "\(padded(year, 4))-H\(half)"
      case .year(let year): padded(year, 4)
      }
    return text + approximation.rawValue
  }

  /// The value for HTML's `datetime` attribute: years, months, days and instants that carry no
  /// mark of doubt. Anything else has no valid form there, and gives nil.
  package var htmlDateTime: String? {
    guard approximation == .exact, year > 0 else { return nil }
    return switch moment {
    case .instant, .day, .month, .year: description
    case .quarter, .half: nil
    }
  }
}
