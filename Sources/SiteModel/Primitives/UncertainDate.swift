/// When something happened, as precisely as its source says and no more: a subset of EDTF
/// (ISO 8601-2) with quarters and half-years, and dates relative to a source.
///
/// Bounds, precision and order are derived here and nowhere else.
package enum UncertainDate: Sendable, Hashable {
  /// One named stretch: an instant, a day … a year.
  case point(DatePoint)
  /// From one to the other, both included; an open end is nil, never both.
  case interval(from: DatePoint?, until: DatePoint?)
  /// Relative to a source or event whose day may not be known.
  case relative(RelativeDate)
  /// Nobody says.
  case unknown

  /// A day, exactly.
  package static func day(_ date: CalendarDate) -> UncertainDate { .point(DatePoint(.day(date))) }

  /// The first possible day; nil for an open beginning and for what has no date.
  package var lowerBound: CalendarDate? { ends.from?.firstDay }

  /// The last possible day; nil for an open end and for what has no date.
  package var upperBound: CalendarDate? { ends.until?.lastDay }

  /// How fine the date is.
  package var precision: DatePoint.Precision {
    switch self {
    case .point(let point): point.precision
    case .interval: .interval
    case .relative: .relative
    case .unknown: .unknown
    }
  }

  /// Whether there is a day to sort by: false for the unknown and for the relative.
  package var isDated: Bool { ends.from != nil || ends.until != nil }

  /// The date with a relative one replaced by what it means seen from `anchor`; nil when that
  /// cannot be said. Other dates are returned as they are.
  package func resolved(against anchor: UncertainDate) -> UncertainDate? {
    if case .relative(let relative) = self { return relative.resolved(against: anchor) }
    return self
  }

  /// The least time that covers all of `dates` that have one, in any order: the date itself when
  /// there is one, 10 to 12 June for a tenth and a twelfth of June, June for June and its tenth day.
  package static func covering(_ dates: [UncertainDate]) -> UncertainDate {
    let dated = dates.filter(\.isDated)
    guard dated.count > 1 else {
      let open = dates.sorted { $0.sortKey < $1.sortKey }
      return dated.first ?? open.last ?? .unknown
    }
    // Of points that begin or end together the coarser is taken, so that they may be one.
    let from =
      dated.map(\.ends.from).contains(nil)
      ? nil
      : dated.compactMap(\.ends.from).min { a, b in
        (a.startSecond, -a.precision.rawValue, a.description)
          < (b.startSecond, -b.precision.rawValue, b.description)
      }
    let until =
      dated.map(\.ends.until).contains(nil)
      ? nil
      : dated.compactMap(\.ends.until).max { a, b in
        (a.endSecond, a.precision.rawValue, b.description)
          < (b.endSecond, b.precision.rawValue, a.description)
      }
    if from == nil && until == nil { return .unknown }
    if let from, from.moment == until?.moment { return .point(from) }
    return .interval(from: from, until: until)
  }

  /// The two ends, equal for a point.
  package var ends: (from: DatePoint?, until: DatePoint?) {
    switch self {
    case .point(let point): (point, point)
    case .interval(let from, let until): (from, until)
    case .relative, .unknown: (nil, nil)
    }
  }
}

extension UncertainDate: CustomStringConvertible {
  /// Canonical EDTF, which `init(parsing:)` reads back; nil for what EDTF cannot say.
  package var edtf: String? {
    switch self {
    case .point(let point): point.description
    case .interval(let from, let until):
      (from?.description ?? "..") + "/" + (until?.description ?? "..")
    case .relative, .unknown: nil
    }
  }

  /// EDTF, the words of a relative date, or `null`.
  package var description: String {
    if case .relative(let relative) = self { return relative.description }
    return edtf ?? "null"
  }

  /// The value for HTML's `datetime` attribute, or nil where HTML has no form as vague as this.
  package var htmlDateTime: String? {
    if case .point(let point) = self { return point.htmlDateTime }
    return nil
  }

  /// Reads a date or an interval (`2025-06/2025-09`, `2025-06/..`, `../2025`).
  package init(parsing text: some StringProtocol) throws(ParseProblem) {
    let reader = ByteReader(text)
    let slash = reader.bytes.firstIndex(of: 0x2F)
    let lastSlash = reader.bytes.lastIndex(of: 0x2F)
    guard let slash, slash == lastSlash, !UncertainDate.isOtherOrder(reader, slash) else {
      if slash != lastSlash, reader.end <= 10,
        reader.bytes.allSatisfy({ $0.isDigit || $0 == 0x2F })
      {
        throw ParseProblem(
          "the order is year-month-day, with hyphens", at: 0..<reader.end,
          help: "for example 2025-06-10")
      }
      var whole = reader
      self = .point(try DatePoint(in: &whole))
      return
    }
    let from = try UncertainDate.end(reader, 0..<slash)
    let until = try UncertainDate.end(reader, slash + 1..<reader.end)
    if from == nil && until == nil {
      throw ParseProblem("an interval has at least one end", at: 0..<reader.end)
    }
    if let from, let until, from.startSecond > until.endSecond {
      throw ParseProblem(
        "an interval ends after it begins", at: 0..<reader.end, help: "write \(until)/\(from)")
    }
    self = .interval(from: from, until: until)
  }

  /// `06/2025`: a month as people write it, which is no interval.
  private static func isOtherOrder(_ reader: ByteReader, _ slash: Int) -> Bool {
    slash < 4 && slash > 0 && reader.bytes[..<slash].allSatisfy(\.isDigit)
  }

  private static func end(
    _ reader: ByteReader, _ range: Range<Int>
  ) throws(ParseProblem) -> DatePoint? {
    let text = reader.text(range)
    if text == ".." { return nil }
    if text.isEmpty {
      throw ParseProblem("an open end is written with two points", at: range, help: "..")
    }
    if range.lowerBound > 0, range.count <= 2, let number = Int(text) {
      let year = reader.text(0..<range.lowerBound - 1)
      throw ParseProblem(
        "each end of an interval is a whole date", at: range,
        help: year.utf8.count == 4 && (1...12).contains(number)
          ? "a month is written \(year)-\(padded(number, 2))" : "for example 2025-06/2025-09")
    }
    var part = ByteReader(reader.bytes, range)
    return try DatePoint(in: &part)
  }
}
