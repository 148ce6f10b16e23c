/// Where a date stands in a list: a total order over all dates, the same on every machine.
///
/// Dates are ordered by their beginning (an open one by its end), then by their end, then the finer
/// before the vaguer. What has no date stands before everything, so that in a list with the newest
/// first it comes last. Two dates have equal keys only if they are equal.
package struct DateSortKey: Sendable, Hashable, Comparable {
  /// Seconds since 1970 at which the date begins.
  let start: Int64
  /// The last second of the date.
  let end: Int64
  /// Precision, mark and offset of both ends, packed.
  let detail: Int64
  /// The anchor of a relative date, otherwise empty.
  let anchor: String

  package static func < (a: DateSortKey, b: DateSortKey) -> Bool {
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end < b.end }
    if a.detail != b.detail { return a.detail < b.detail }
    return a.anchor.utf8.lexicographicallyPrecedes(b.anchor.utf8)
  }

  package static func == (a: DateSortKey, b: DateSortKey) -> Bool {
    a.start == b.start && a.end == b.end && a.detail == b.detail
      && a.anchor.utf8.elementsEqual(b.anchor.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(start)
    hasher.combine(end)
    hasher.combine(detail)
  }
}

extension UncertainDate {
  /// The date's place in a sorted list.
  package var sortKey: DateSortKey {
    switch self {
    case .unknown:
      return DateSortKey(start: .min, end: .min, detail: 0, anchor: "")
    case .relative(let relative):
      let index = RelativeDate.Word.allCases.firstIndex(of: relative.word) ?? 0
      return DateSortKey(
        start: .min, end: .min, detail: Int64(index) + 1, anchor: relative.anchor)
    case .point(let point):
      return DateSortKey(
        start: point.startSecond, end: point.endSecond, detail: UncertainDate.detail(point),
        anchor: "")
    case .interval(let from, let until):
      // An open beginning sorts by the end; an open end lasts for ever.
      let start = from?.startSecond ?? until?.startSecond ?? .min
      return DateSortKey(
        start: start, end: until?.endSecond ?? .max,
        detail: 1 << 62 | UncertainDate.detail(from) << 24 | UncertainDate.detail(until),
        anchor: "")
    }
  }

  /// Precision (4 bits from 1), mark (2 bits) and offset (12 bits) in 18 bits; 0 for an open end.
  private static func detail(_ point: DatePoint?) -> Int64 {
    guard let point else { return 0 }
    let mark = DatePoint.Approximation.allCases.firstIndex(of: point.approximation) ?? 0
    var offset = 0
    if case .instant(let instant) = point.moment { offset = instant.offsetMinutes + 1440 }
    return Int64((point.precision.rawValue + 1) << 14 | mark << 12 | offset)
  }
}
