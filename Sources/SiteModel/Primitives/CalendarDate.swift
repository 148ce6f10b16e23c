/// A day of the proleptic Gregorian calendar, with the arithmetic that dates need.
///
/// The count of days follows the calendar's own periods (400 years are 146,097 days) with years
/// that begin in March, so that the leap day is a year's last.
package struct CalendarDate: Sendable, Hashable, Comparable {
  /// The year, astronomically counted (0 is 1 BC).
  package let year: Int
  /// 1 … 12.
  package let month: Int
  /// 1 … the month's last day.
  package let day: Int

  /// The day, or nil when the calendar has none such.
  package init?(year: Int, month: Int, day: Int) {
    guard CalendarDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.dayCount(year: year, month: month)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// The day `dayNumber` days after 1970-01-01; numbers outside `years` give the nearest day.
  package init(dayNumber: Int) {
    let bounded = min(max(dayNumber, CalendarDate.first.dayNumber), CalendarDate.last.dayNumber)
    let fromMarch = bounded + 719_468
    let era = (fromMarch >= 0 ? fromMarch : fromMarch - 146_096) / 146_097
    let dayOfEra = fromMarch - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The years that have days here: those of four digits, as in ISO 8601.
  package static let years = 0...9999
  /// 0000-01-01.
  package static let first = CalendarDate(unchecked: 0, 1, 1)
  /// 9999-12-31.
  package static let last = CalendarDate(unchecked: 9999, 12, 31)

  /// Days since 1970-01-01, negative before.
  package var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 1 Monday … 7 Sunday, as in ISO 8601.
  package var weekday: Int {
    let fromMonday = (dayNumber + 3) % 7
    return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1
  }

  /// The ISO 8601 week and the year it belongs to, which near New Year may be another than `year`.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = dayNumber + 4 - weekday
    let weekYear =
      thursday < CalendarDate.first.dayNumber ? -1 : CalendarDate(dayNumber: thursday).year
    let yearStart = CalendarDate(unchecked: weekYear, 1, 1).dayNumber
    return (weekYear, (thursday - yearStart) / 7 + 1)
  }

  /// The Monday of an ISO 8601 week, or nil when that year has no such week.
  package static func monday(isoYear: Int, week: Int) -> CalendarDate? {
    guard years.contains(isoYear), (1...53).contains(week) else { return nil }
    let fourth = CalendarDate(unchecked: isoYear, 1, 4)
    let number = fourth.dayNumber - (fourth.weekday - 1) + (week - 1) * 7
    guard (first.dayNumber...last.dayNumber).contains(number) else { return nil }
    let monday = CalendarDate(dayNumber: number)
    return monday.isoWeek == (isoYear, week) ? monday : nil
  }

  /// The day `days` later (earlier if negative), at most `last` and at least `first`.
  package func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .first : .last) : CalendarDate(dayNumber: sum)
  }

  /// The same day `months` later (earlier if negative), or that month's last day when it is
  /// shorter; at most `last` and at least `first`.
  package func adding(months: Int) -> CalendarDate {
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow || index < 0 { return months < 0 ? .first : .last }
    if index > 9999 * 12 + 11 { return .last }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return CalendarDate(
      unchecked: newYear, newMonth,
      min(day, CalendarDate.dayCount(year: newYear, month: newMonth)))
  }

  /// Whether the year has a 29 February.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The days of a month; `month` is 1 … 12.
  package static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2025-06-10`.
  package var description: String {
    var text: [UInt8] = []
    text.append(self)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads `2025-06-10`; throws a problem that names the part that is wrong.
  package init(parsing text: some StringProtocol) throws(ParseProblem) {
    let point = try DatePoint(parsing: text)
    guard case .day(let date) = point.moment, point.approximation == .exact else {
      throw ParseProblem(
        "a day is needed here: year-month-day", at: 0..<text.utf8.count,
        help: "for example 2025-06-10")
    }
    self = date
  }
}

extension [UInt8] {
  /// Appends a day as ISO 8601 writes it.
  mutating func append(_ date: CalendarDate) {
    reserveCapacity(count + 10)
    append(padded: date.year, 4)
    append(0x2D)
    append(padded: date.month, 2)
    append(0x2D)
    append(padded: date.day, 2)
  }
}
