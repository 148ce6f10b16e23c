import SourceDiagnostics

/// A date that a source gives in relation to its own day ("last month"), kept in its words until
/// that day is known.
package struct RelativeDate: Sendable, Hashable {
  /// What the source said.
  package var word: Word
  /// The id of the source or event it counts from.
  package var anchor: String

  /// The date that `word` means seen from `anchor`.
  package init(_ word: Word, anchor: String) {
    self.word = word
    self.anchor = anchor
  }

  /// The words that are known. Each says in `reach` which stretch it means.
  package enum Word: String, Sendable, Hashable, CaseIterable {
    case lastWeek = "last-week"
    case thisWeek = "this-week"
    case nextWeek = "next-week"
    case lastMonth = "last-month"
    case thisMonth = "this-month"
    case nextMonth = "next-month"
    case endOfMonth = "end-of-month"
    case lastQuarter = "last-quarter"
    case thisQuarter = "this-quarter"
    case nextQuarter = "next-quarter"
    case endOfQuarter = "end-of-quarter"
    case lastYear = "last-year"
    case thisYear = "this-year"
    case nextYear = "next-year"
    case endOfYear = "end-of-year"
    case yesterday
    case today
    case tomorrow
    case imminent
    case after
    case before
    case repeatedly
    case unspecified
    case recently
    case soon
  }

  /// What a word makes of its anchor.
  package enum Reach: Sendable, Hashable {
    /// The day so many days later.
    case day(Int)
    /// The ISO week so many weeks later.
    case week(Int)
    /// The month so many months later.
    case month(Int)
    /// The quarter so many quarters later.
    case quarter(Int)
    /// The year so many years later.
    case year(Int)
    /// From the anchor to the end of its month.
    case restOfMonth
    /// From the anchor to the end of its quarter.
    case restOfQuarter
    /// From the anchor to the end of its year.
    case restOfYear
    /// From the anchor on.
    case onwards
    /// Up to the anchor.
    case upTo
    /// Nothing can be said.
    case nothing
  }
}

extension RelativeDate.Word {
  /// Which stretch of the calendar the word means.
  package var reach: RelativeDate.Reach {
    switch self {
    case .yesterday: .day(-1)
    case .today: .day(0)
    case .tomorrow: .day(1)
    case .lastWeek: .week(-1)
    case .thisWeek: .week(0)
    case .nextWeek: .week(1)
    case .lastMonth: .month(-1)
    case .thisMonth: .month(0)
    case .nextMonth: .month(1)
    case .endOfMonth: .restOfMonth
    case .lastQuarter: .quarter(-1)
    case .thisQuarter: .quarter(0)
    case .nextQuarter: .quarter(1)
    case .endOfQuarter: .restOfQuarter
    case .lastYear: .year(-1)
    case .thisYear: .year(0)
    case .nextYear: .year(1)
    case .endOfYear: .restOfYear
    case .imminent, .soon, .after: .onwards
    case .before, .recently, .repeatedly: .upTo
    case .unspecified: .nothing
    }
  }
}

extension RelativeDate: CustomStringConvertible {
  /// As front matter has it: `{relative: last-month, anchor: fr}`.
  package var description: String {
    "{relative: \(word.rawValue), anchor: \(RelativeDate.scalar(anchor))}"
  }

  /// The id as YAML reads it back: as it is, or in quotes where it has other signs than ids have.
  private static func scalar(_ id: String) -> String {
    let isPlain =
      id.utf8.first?.isLetter == true
      && id.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
    if isPlain, !["null", "true", "false"].contains(id.lowercased()) { return id }
    var quoted = "\""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The bounds that the word has when the anchor's date is `anchor`; nil when the word sets none
  /// or the anchor's own date is not known. Never finer than the anchor: "last month" of a text
  /// from the third quarter is June to August.
  package func resolved(against anchor: UncertainDate) -> UncertainDate? {
    let (start, end): (DatePoint?, DatePoint?)
    switch anchor {
    case .unknown, .relative: return nil
    case .point(let point): (start, end) = (point, point)
    case .interval(let from, let until): (start, end) = (from, until)
    }
    switch word.reach {
    case .nothing: return nil
    case .onwards: return start.map { .interval(from: $0, until: nil) }
    case .upTo: return end.map { .interval(from: nil, until: $0) }
    case .day(0): return anchor
    default: break
    }
    let from = start.map { stretch(around: $0.firstDay, $0.approximation, $0).from }
    let until = end.map { stretch(around: $0.lastDay, $0.approximation, $0).until }
    if from == nil && until == nil { return nil }
    // Where both end together, the beginning's own name says it all.
    if let from, let until, from.endSecond == until.endSecond { return .point(from) }
    return .interval(from: from, until: until)
  }

  /// The stretch for an anchor of one day; its two ends are equal when one name covers it.
  private func stretch(
    around day: CalendarDate, _ mark: DatePoint.Approximation, _ anchor: DatePoint
  ) -> (from: DatePoint, until: DatePoint) {
    func both(_ moment: DatePoint.Moment) -> (from: DatePoint, until: DatePoint) {
      (DatePoint(moment, mark), DatePoint(moment, mark))
    }
    switch word.reach {
    case .day(let days): return both(.day(day.adding(days: days)))
    case .week(let weeks):
      let monday = day.adding(days: 1 - day.weekday + weeks * 7)
      return (DatePoint(.day(monday), mark), DatePoint(.day(monday.adding(days: 6)), mark))
    case .month(let months):
      let moved = day.adding(months: months)
      return both(.month(year: moved.year, month: moved.month))
    case .quarter(let quarters):
      let moved = day.adding(months: quarters * 3)
      return both(.quarter(year: moved.year, quarter: (moved.month + 2) / 3))
    case .year(let years): return both(.year(day.adding(months: years * 12).year))
    case .restOfMonth:
      return (anchor, DatePoint(.month(year: day.year, month: day.month), mark))
    case .restOfQuarter:
      let last = (day.month + 2) / 3 * 3
      return (anchor, DatePoint(.month(year: day.year, month: last), mark))
    case .restOfYear: return (anchor, DatePoint(.month(year: day.year, month: 12), mark))
    case .onwards, .upTo, .nothing: return (anchor, anchor)
    }
  }
}

extension RelativeDate {
  /// Reads the two texts of `{relative: WORD, anchor: ID}`.
  package init(word: some StringProtocol, anchor: some StringProtocol) throws(FieldProblem) {
    guard let known = Word(rawValue: String(word)) else {
      throw FieldProblem("relative", RelativeDate.unknownWord(String(word)))
    }
    if anchor.isEmpty {
      throw FieldProblem(
        "anchor",
        ParseProblem("a relative date names the source or event it counts from", at: 0..<0))
    }
    self.init(known, anchor: String(anchor))
  }

  private static func unknownWord(_ word: String) -> ParseProblem {
    let words = Word.allCases.map(\.rawValue)
    return ParseProblem(
      "'\(word)' is not a relative date" + Spelling.question(for: word, among: words),
      at: 0..<word.utf8.count, help: "the words are " + words.joined(separator: ", "))
  }
}
