import SiteModel
import Testing

/// What holds for every date, tried on dates made at random.
@Suite("Dates in general")
struct DatePropertyTests {
  @Test("each stretch of the calendar lies within the longer ones that hold it")
  func nesting() {
    var random = SeededRandom(61)
    for _ in 0..<3000 {
      let day = CalendarDate(dayNumber: random.int(-700_000...2_900_000))
      let (year, month) = (day.year, day.month)
      let instant = Instant(seconds: Int64(day.dayNumber) * 86_400 + Int64(random.int(0...86_399)))
      let nested: [DatePoint.Moment] = [
        .instant(instant), .day(day), .month(year: year, month: month),
        .quarter(year: year, quarter: (month + 2) / 3), .half(year: year, half: (month + 5) / 6),
        .year(year),
      ]
      for (inner, outer) in zip(nested, nested.dropFirst()).map({ (DatePoint($0), DatePoint($1)) })
      {
        #expect(outer.firstDay <= inner.firstDay && inner.lastDay <= outer.lastDay, "\(day)")
        #expect(outer.startSecond <= inner.startSecond && inner.endSecond <= outer.endSecond)
        #expect(inner.precision < outer.precision && inner.year == year)
      }
    }
  }

  @Test("a day belongs to just one month, quarter, half-year and year")
  func partition() {
    for year in [1999, 2000, 2023, 2024, 2100] {
      let cuts: [[DatePoint.Moment]] = [
        (1...12).map { .month(year: year, month: $0) },
        (1...4).map { .quarter(year: year, quarter: $0) },
        (1...2).map { .half(year: year, half: $0) },
      ]
      for cut in cuts {
        let points = cut.map { DatePoint($0) }
        #expect(points[0].firstDay == DatePoint(.year(year)).firstDay)
        #expect(points[points.count - 1].lastDay == DatePoint(.year(year)).lastDay)
        for (before, after) in zip(points, points.dropFirst()) {
          #expect(before.lastDay.adding(days: 1) == after.firstDay)
        }
      }
    }
  }

  @Test("bounds are in order, and a mark of doubt moves none")
  func bounds() {
    var random = SeededRandom(62)
    for _ in 0..<3000 {
      let date = random.date()
      if let lower = date.lowerBound, let upper = date.upperBound {
        #expect(lower <= upper, "\(date)")
      }
      #expect(date.isDated == (date.lowerBound != nil || date.upperBound != nil))
      guard case .point(let point) = date else { continue }
      let plain = UncertainDate.point(DatePoint(point.moment))
      #expect(plain.lowerBound == date.lowerBound && plain.upperBound == date.upperBound)
    }
  }

  @Test("the order of dates is strict, and what is equal to a third is equal to each other")
  func strictWeakOrder() {
    var random = SeededRandom(63)
    for _ in 0..<4000 {
      let keys = (0..<3).map { _ in random.date().sortKey }
      func same(_ a: DateSortKey, _ b: DateSortKey) -> Bool { !(a < b) && !(b < a) }
      for a in keys {
        #expect(!(a < a))
        for b in keys {
          #expect(!(a < b && b < a))
          #expect(same(a, b) == (a == b))
          for c in keys {
            if a < b, b < c { #expect(a < c) }
            if same(a, b), same(b, c) { #expect(same(a, c)) }
          }
        }
      }
    }
  }

  @Test("a word counted from a vague day holds what it means from each day of it")
  func relativeSoundness() {
    var random = SeededRandom(64)
    var compared = 0
    for _ in 0..<4000 {
      let word = random.pick(RelativeDate.Word.allCases)
      let relative = RelativeDate(word, anchor: "a")
      let anchor = random.date()
      guard let lower = anchor.lowerBound, let upper = anchor.upperBound,
        let vague = relative.resolved(against: anchor)
      else { continue }
      let day = lower.adding(days: random.int(0...upper.dayNumber - lower.dayNumber))
      guard let firm = relative.resolved(against: .day(day)) else {
        Issue.record("\(word.rawValue) of \(day)")
        continue
      }
      compared += 1
      let what = "\(word.rawValue) of \(anchor): \(vague), of \(day): \(firm)"
      if let bound = vague.lowerBound {
        #expect(firm.lowerBound.map { bound <= $0 } ?? false, "\(what)")
      }
      if let bound = vague.upperBound {
        #expect(firm.upperBound.map { $0 <= bound } ?? false, "\(what)")
      }
      if case .point(let from) = anchor, case .point(let to) = vague {
        #expect(min(from.precision, .day) <= to.precision, "\(what)")
      }
    }
    #expect(compared > 2000)
  }

  @Test("words that mean nothing, and anchors without a day, leave a date open")
  func openRelative() {
    for word in RelativeDate.Word.allCases {
      let relative = RelativeDate(word, anchor: "a")
      #expect(relative.resolved(against: .unknown) == nil)
      #expect(relative.resolved(against: .relative(RelativeDate(.today, anchor: "b"))) == nil)
      let day = UncertainDate.day(CalendarDate(dayNumber: 20_000))
      #expect((relative.resolved(against: day) == nil) == (word.reach == .nothing))
    }
  }

  @Test("the time that covers several dates holds each of them, whatever their order")
  func covering() throws {
    var random = SeededRandom(65)
    for _ in 0..<3000 {
      let dates = (0..<random.int(1...4)).map { _ in random.date() }
      let all = UncertainDate.covering(dates)
      #expect(UncertainDate.covering(dates.shuffled(using: &random)) == all, "\(dates)")
      #expect(UncertainDate.covering(dates + [.unknown]) == all || !all.isDated, "\(dates)")
      for date in dates where date.isDated {
        if let bound = all.lowerBound {
          #expect(date.lowerBound.map { bound <= $0 } ?? false, "\(dates) \(all)")
        }
        if let bound = all.upperBound {
          #expect(date.upperBound.map { $0 <= bound } ?? false, "\(dates) \(all)")
        }
      }
    }
    for (texts, expected) in [
      (["2025-06-10", "2025-06-12"], "2025-06-10/2025-06-12"),
      (["2025-06", "2025-06-10"], "2025-06"),
      (["2025-06-30", "2025-Q2"], "2025-Q2"), (["2025-05-20", "2025-06"], "2025-05-20/2025-06"),
      (["2025-06/..", "2025-01"], "2025-01/.."), (["2025-06/..", "../2025-01"], "null"),
      ([], "null"),
    ] {
      let dates = try texts.map { try UncertainDate(parsing: $0) }
      #expect(UncertainDate.covering(dates).description == expected)
    }
  }
}
