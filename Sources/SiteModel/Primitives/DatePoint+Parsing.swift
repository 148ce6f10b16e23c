import SourceDiagnostics

extension DatePoint {
  /// Reads one date of the EDTF subset: `2025`, `2025-06`, `2025-06-10`, `2025-Q3`, `2025-H2` or
  /// `2025-06-10T14:00+02:00`, with `~`, `?` or `%` behind if the source is not sure.
  package init(parsing text: some StringProtocol) throws(ParseProblem) {
    var reader = ByteReader(text)
    self = try DatePoint(in: &reader)
  }

  /// Reads one date that takes all that is left of `reader`.
  init(in reader: inout ByteReader) throws(ParseProblem) {
    let whole = reader.position..<reader.end
    if whole.isEmpty {
      throw ParseProblem("a date is missing", at: whole, help: DatePoint.forms)
    }
    guard let year = reader.takeDigits(4), reader.peek().map({ !$0.isDigit }) ?? true else {
      throw DatePoint.foreignForm(reader, whole)
    }
    var point = DatePoint(.year(year))
    if reader.take("-") {
      point.moment = try DatePoint.partOfYear(year, in: &reader, whole)
      if case .day(let date) = point.moment, let mark = reader.peek(), mark | 0x20 == 0x74 {
        reader.position += 1
        point.moment = .instant(try Instant(timeOf: date, in: &reader))
      } else if case .day(let date) = point.moment, reader.peek() == 0x20,
        reader.peek(1)?.isDigit == true
      {
        reader.position += 1
        point.moment = .instant(try Instant(timeOf: date, in: &reader))
      }
    }
    point.approximation = Approximation(takenFrom: &reader)
    if !reader.isAtEnd {
      let rest = reader.position..<reader.end
      if let sign = reader.peek(), sign == 0x2F || reader.text(rest).hasPrefix("-20") {
        throw ParseProblem(
          "an interval has one slash between its two ends", at: rest,
          help: "for example 2025-06/2025-09")
      }
      throw ParseProblem(
        "'\(reader.text(rest))' does not belong to a date", at: rest, help: DatePoint.forms)
    }
    self = point
  }

  /// The forms a date may have, for the help of its problems.
  static let forms =
    "a date is a year 2025, a month 2025-06, a day 2025-06-10, a quarter 2025-Q3, "
    + "a half-year 2025-H2 or an instant 2025-06-10T14:00+02:00"

  private static func partOfYear(
    _ year: Int, in reader: inout ByteReader, _ whole: Range<Int>
  ) throws(ParseProblem) -> Moment {
    let start = reader.position
    if reader.take("Q") || reader.take("q") {
      if let number = reader.takeDigits(1), (1...4).contains(number) {
        return .quarter(year: year, quarter: number)
      }
      throw ParseProblem("quarters are Q1 to Q4", at: start..<reader.end)
    }
    if reader.take("H") || reader.take("h") {
      if let number = reader.takeDigits(1), (1...2).contains(number) {
        return .half(year: year, half: number)
      }
      throw ParseProblem("half-years are H1 and H2", at: start..<reader.end)
    }
    let digits = reader.takeWhile(\.isDigit)
    guard digits.count == 2, let month = reader.number(digits) else {
      reader.position = start
      throw misshapenMonth(year, digits, reader, whole)
    }
    guard (1...12).contains(month) else { throw noMonth(month, year, digits, reader) }
    guard reader.peek() == 0x2D else { return .month(year: year, month: month) }
    return .day(try day(year, month, in: &reader))
  }

  private static func day(
    _ year: Int, _ month: Int, in reader: inout ByteReader
  ) throws(ParseProblem) -> CalendarDate {
    reader.position += 1
    let prefix = "\(padded(year, 4))-\(padded(month, 2))"
    let digits = reader.takeWhile(\.isDigit)
    guard digits.count == 2, let day = reader.number(digits) else {
      let rest = reader.text(digits.lowerBound..<reader.end)
      let help =
        digits.count == 4
        ? "an interval is written with a slash: \(prefix)/\(rest)"
        : digits.count == 1
          ? "write \(prefix)-0\(reader.text(digits))"
          : rest.lowercased().hasPrefix("xx") || rest.hasPrefix("??")
            ? "when the day is unknown, write the month alone: \(prefix)" : nil
      throw ParseProblem(
        "the day is written with two digits", at: digits.lowerBound..<reader.end, help: help)
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      let count = CalendarDate.dayCount(year: year, month: month)
      throw ParseProblem("\(prefix) has \(count) days; there is no day \(day)", at: digits)
    }
    return date
  }

  private static func misshapenMonth(
    _ year: Int, _ digits: Range<Int>, _ reader: ByteReader, _ whole: Range<Int>
  ) -> ParseProblem {
    let place = digits.lowerBound..<reader.end
    let text = reader.text(digits)
    let year = padded(year, 4)
    let help: String? =
      switch digits.count {
      case 1: "write " + year + withZeros(reader.text(place))
      case 4 where digits.upperBound == reader.end:
        "an interval is written with a slash: \(year)/\(text)"
      default:
        reader.text(place).lowercased() == "xx"
          ? "when the month is unknown, write the year alone: \(year)" : forms
      }
    return ParseProblem("the month is written with two digits", at: place, help: help)
  }

  /// `6-1` as `-06-01`.
  private static func withZeros(_ text: String) -> String {
    text.split(separator: "-").map { $0.utf8.count == 1 ? "-0\($0)" : "-\($0)" }.joined()
  }

  private static func noMonth(
    _ month: Int, _ year: Int, _ digits: Range<Int>, _ reader: ByteReader
  ) -> ParseProblem {
    let year = padded(year, 4)
    let help: String? =
      switch month {
      case 21...24: "seasons differ from place to place; write a quarter, as \(year)-Q2"
      case 33...36: "quarters are written \(year)-Q\(month - 32)"
      case 40...41: "half-years are written \(year)-H\(month - 39)"
      case 13...31 where reader.peek() == 0x2D:
        "the order is year-month-day"
      case 13...99 where digits.upperBound == reader.end && month > year.suffixNumber:
        "an interval of years is written \(year)/\(year.prefix(2))\(padded(month, 2))"
      default: nil
      }
    return ParseProblem(
      "months go from 01 to 12; there is no month \(padded(month, 2))",
      at: digits, help: help)
  }

  /// The problem of a text that does not begin with a year of four digits.
  private static func foreignForm(_ reader: ByteReader, _ whole: Range<Int>) -> ParseProblem {
    let text = reader.text(whole)
    let bytes = reader.bytes[whole]
    if bytes.first == 0x7E || bytes.first == 0x3F || bytes.first == 0x25 {
      let mark = text.prefix(1)
      return ParseProblem(
        "the mark \(mark) stands behind the date",
        at: whole.lowerBound..<whole.lowerBound + 1, help: "write \(text.dropFirst())\(mark)")
    }
    if RelativeDate.Word(rawValue: text) != nil {
      return ParseProblem(
        "a relative date names the source it counts from", at: whole,
        help: "write {relative: \(text), anchor: SOURCE}")
    }
    if let mark = bytes.firstIndex(where: { $0 == 0x2F || $0 == 0x2E }), mark > whole.lowerBound,
      bytes.allSatisfy({ $0.isDigit || $0 == 0x2F || $0 == 0x2E })
    {
      return ParseProblem(
        "the order is year-month-day, with hyphens", at: whole,
        help: "for example 2025-06-10")
    }
    if bytes.contains(where: \.isLetter) {
      let words = RelativeDate.Word.allCases.map(\.rawValue)
      return ParseProblem(
        "dates are written in digits, the year first"
          + Spelling.question(for: text, among: words), at: whole, help: forms)
    }
    let isBasic = text.utf8.count == 8 && bytes.allSatisfy(\.isDigit)
    return ParseProblem(
      "a date begins with a year of four digits, then a hyphen", at: whole,
      help: isBasic
        ? "write \(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))" : forms)
  }
}

extension String {
  /// The last two digits as a number.
  fileprivate var suffixNumber: Int { Int(suffix(2)) ?? 0 }
}

extension DatePoint.Approximation {
  /// Takes a mark, if one is next.
  fileprivate init(takenFrom reader: inout ByteReader) {
    if reader.take("~") {
      self = .approximate
    } else if reader.take("?") {
      self = .uncertain
    } else {
      self = reader.take("%") ? .approximateAndUncertain : .exact
    }
  }
}
