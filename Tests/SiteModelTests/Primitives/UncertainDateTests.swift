import SiteModel
import Testing

@Suite("Dates with precision")
struct UncertainDateTests {
  @Test("each form reads as the table says, and each mistake is explained at its bytes")
  func forms() throws {
    try FixtureTable.check("dates.txt") { text in
      let date = try UncertainDate(parsing: text)
      let bounds = [date.lowerBound, date.upperBound].map { $0?.description ?? "∞" }
      return "\(date) [\(bounds.joined(separator: " "))] \(date.precision)"
        + (date.htmlDateTime.map { " <\($0)>" } ?? "")
    }
  }

  @Test("people read a date in their language, no finer than it is")
  func words() throws {
    try FixtureTable.check("dates-in-words.txt") { text in
      guard let date = try? UncertainDate(parsing: text) else { return "invalid" }
      return
        ([DateWords.english, .french].map { date.text(in: $0) }
        + [DateWords.english, .french].map { date.text(in: $0, showingTime: true) })
        .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: " | ")
    }
    #expect(UncertainDate.unknown.text(in: .french) == "sans date")
    let relative = UncertainDate.relative(RelativeDate(.endOfYear, anchor: "fr"))
    #expect(relative.text(in: .french) == "d’ici la fin de l’année")
    let unlisted = UncertainDate.relative(RelativeDate(.unspecified, anchor: "fr"))
    #expect(unlisted.text(in: .english) == "undated")
  }

  @Test("a relative date gets the bounds its anchor allows")
  func relative() throws {
    try FixtureTable.check("relative-dates.txt") { text in
      let cells = text.split(separator: " ").map(String.init)
      let relative = try RelativeDate(word: cells[0], anchor: "a")
      let anchor =
        cells[1] == "null" ? UncertainDate.unknown : try UncertainDate(parsing: cells[1])
      return UncertainDate.relative(relative).resolved(against: anchor)?.description ?? "nil"
    }
    #expect(throws: FieldProblem.self) { try RelativeDate(word: "today", anchor: "") }
  }

  @Test("what a date prints, it reads back")
  func roundTrip() throws {
    var random = SeededRandom(1)
    for _ in 0..<3000 {
      let date = random.date()
      guard let edtf = date.edtf else { continue }
      #expect(try UncertainDate(parsing: edtf) == date)
    }
  }

  @Test("the order of dates is total, and equal only for equal dates")
  func order() {
    var random = SeededRandom(2)
    for _ in 0..<3000 {
      let (a, b, c) = (random.date(), random.date(), random.date())
      let (x, y, z) = (a.sortKey, b.sortKey, c.sortKey)
      #expect((x == y) == (a == b))
      #expect([x < y, x == y, y < x].filter(\.self).count == 1)
      if x < y && y < z { #expect(x < z) }
    }
    let texts = ["2024", "2025-06-10", "2025-06", "2025-Q2~", "2025-06/.."]
    let keys = texts.compactMap { try? UncertainDate(parsing: $0).sortKey }
    #expect(keys.count == texts.count)
    #expect(keys.sorted() == [keys[0], keys[3], keys[2], keys[4], keys[1]])
    #expect(UncertainDate.unknown.sortKey < keys[0])
    let sameStart = ["2025-06-01", "2025-06-01/2025-06-05", "2025-06-01/2025-06-09", "2025-06"]
      .compactMap { try? UncertainDate(parsing: $0).sortKey }
    #expect(sameStart.count == 4 && sameStart.reversed().sorted() == sameStart)
  }

  @Test("bounds hold the date, and no bytes make the reader fall over")
  func bounds() {
    var random = SeededRandom(3)
    for _ in 0..<3000 {
      let date = random.date()
      if let lower = date.lowerBound, let upper = date.upperBound { #expect(lower <= upper) }
    }
    let alphabet = Array("0123456789-/.TZ+:QH~?%xé ")
    for _ in 0..<20_000 {
      let text = String((0..<random.int(0...14)).map { _ in random.pick(alphabet) })
      do {
        let date = try UncertainDate(parsing: text)
        #expect(try date.edtf.map { try UncertainDate(parsing: $0) } == date)
      } catch let problem as ParseProblem {
        #expect(problem.range.upperBound <= text.utf8.count, "\(text)")
      } catch { Issue.record("\(error)") }
    }
  }
}

extension SeededRandom {
  mutating func point() -> DatePoint {
    let year = int(1990...2040)
    let moment: DatePoint.Moment =
      switch int(0...5) {
      case 0:
        .instant(
          Instant(seconds: Int64(int(0...2_000_000_000)), offsetMinutes: int(-24...28) * 30))
      case 1: .day(CalendarDate(dayNumber: int(0...25_000)))
      case 2: .month(year: year, month: int(1...12))
      case 3: .quarter(year: year, quarter: int(1...4))
      case 4: .half(year: year, half: int(1...2))
      default: .year(year)
      }
    return DatePoint(moment, int(0...2) == 0 ? pick(DatePoint.Approximation.allCases) : .exact)
  }

  mutating func date() -> UncertainDate {
    switch int(0...9) {
    case 0: return .unknown
    case 1:
      return .relative(
        RelativeDate(pick(RelativeDate.Word.allCases), anchor: pick(["a", "b", "é"])))
    case 2: return .interval(from: point(), until: nil)
    case 3: return .interval(from: nil, until: point())
    case 4:
      let (a, b) = (point(), point())
      return a.startSecond <= b.endSecond
        ? .interval(from: a, until: b) : .interval(from: b, until: a)
    default: return .point(point())
    }
  }
}
