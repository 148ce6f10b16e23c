import Foundation
import SiteModel
import Testing

@Suite("Calendar days and instants")
struct CalendarDateTests {
  @Test("every day of ten thousand years follows the one before it")
  func succession() throws {
    var number = CalendarDate.first.dayNumber
    var weekday = CalendarDate.first.weekday
    for year in 0...9999 {
      for month in 1...12 {
        let days = CalendarDate.dayCount(year: year, month: month)
        for day in [1, 2, days] {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          guard date.dayNumber == number + day - 1, CalendarDate(dayNumber: date.dayNumber) == date,
            date.weekday == (weekday + day - 2) % 7 + 1
          else {
            Issue.record("\(date)")
            return
          }
        }
        number += days
        weekday = (weekday + days - 1) % 7 + 1
      }
    }
    #expect(number == CalendarDate.last.dayNumber + 1)
  }

  @Test("days and weeks agree with the system's calendar")
  func systemCalendar() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var random = SeededRandom(11)
    for _ in 0..<300 {
      let number = random.int(-20_000...60_000)
      let system = calendar.dateComponents(
        [.year, .month, .day, .weekOfYear, .yearForWeekOfYear],
        from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let date = CalendarDate(dayNumber: number)
      #expect([date.year, date.month, date.day] == [system.year, system.month, system.day])
      #expect(
        [date.isoWeek.year, date.isoWeek.week] == [system.yearForWeekOfYear, system.weekOfYear])
      let monday = try #require(
        CalendarDate.monday(isoYear: date.isoWeek.year, week: date.isoWeek.week))
      #expect(monday == date.adding(days: 1 - date.weekday))
    }
    #expect(CalendarDate.monday(isoYear: 2025, week: 53) == nil)
    #expect(CalendarDate.monday(isoYear: 2026, week: 53)?.description == "2026-12-28")
  }

  @Test("adding months keeps the day or takes the month's last")
  func months() throws {
    let date = try CalendarDate(parsing: "2024-01-31")
    #expect(date.adding(months: 1).description == "2024-02-29")
    #expect(date.adding(months: 13).description == "2025-02-28")
    #expect(date.adding(months: -2).description == "2023-11-30")
  }

  @Test("arithmetic beyond the calendar stops at its ends")
  func ends() throws {
    let date = try CalendarDate(parsing: "2024-01-31")
    #expect(date.adding(days: .max) == .last)
    #expect(date.adding(days: .min) == .first)
    #expect(date.adding(months: .max) == .last)
    #expect(date.adding(months: .min) == .first)
    #expect(CalendarDate(dayNumber: .max) == .last)
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CalendarDate.first.isoWeek.week == 52)
    #expect(CalendarDate.first.isoWeek.year == -1)
    #expect(Instant(seconds: .max, offsetMinutes: -1439).date == .last)
    #expect(Instant(seconds: .min, offsetMinutes: 1439).date == .first)
  }

  @Test("an instant keeps its offset, its day is the day there")
  func offset() throws {
    let instant = try Instant(parsing: "2025-06-10T00:30+02:00")
    #expect(instant.seconds == 1_749_508_200)
    #expect(instant.date.description == "2025-06-10")
    #expect(instant.at(offsetMinutes: 0).description == "2025-06-09T22:30:00Z")
    #expect(instant.description == "2025-06-10T00:30:00+02:00")
  }

  @Test("what an instant prints, it reads back")
  func instantRoundTrip() throws {
    var random = SeededRandom(12)
    for _ in 0..<2000 {
      let instant = Instant(
        seconds: Int64(random.int(-62_167_219_200...253_402_300_799)),
        offsetMinutes: random.int(-1439...1439))
      #expect(try Instant(parsing: instant.description) == instant)
    }
  }
}
