import SiteModel
import Testing

@Suite("How long it is from one day to another")
struct ElapsedTimeTests {
  @Test(
    "days below two months, months below two years, then years",
    arguments: [
      ("2025-06-30", "2025-06-30", "0 days"), ("2025-06-30", "2025-07-01", "1 days"),
      ("2025-06-30", "2025-08-29", "60 days"), ("2025-06-30", "2025-08-30", "2 months"),
      ("2024-01-31", "2024-03-30", "59 days"), ("2024-12-31", "2025-02-28", "2 months"),
      ("2024-11-15", "2026-11-14", "23 months"), ("2024-11-15", "2026-11-15", "2 years"),
      ("2020-02-29", "2026-02-28", "6 years"), ("2020-03-01", "2026-02-28", "5 years"),
    ])
  func units(_ one: String, _ other: String, _ expected: String) throws {
    let (start, end) = (try CalendarDate(parsing: one), try CalendarDate(parsing: other))
    let forth = ElapsedTime(from: start, to: end)
    #expect("\(forth.count) \(forth.unit)" == expected)
    #expect(ElapsedTime(from: end, to: start) == forth)
  }

  @Test("a later day is never nearer", arguments: 0..<20)
  func grows(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let start = CalendarDate(dayNumber: random.int(0...30_000))
    var last = ElapsedTime(from: start, to: start)
    for days in 1...1500 {
      let next = ElapsedTime(from: start, to: start.adding(days: days))
      #expect(next.unit == last.unit ? next.count >= last.count : next.count >= 1)
      last = next
    }
    #expect(last.unit == .years)
  }
}
