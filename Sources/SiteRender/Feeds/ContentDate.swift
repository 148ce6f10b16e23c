package import SiteModel

/// The moment at which something that readers see was last changed, as precisely as it is known: an
/// instant or a day.
package struct ContentDate: Sendable, Hashable, Comparable {
  /// The instant, or the day.
  package let moment: DatePoint
  /// Seconds since 1970 at which it begins.
  package let seconds: Int64

  /// The beginning of a date; `nil` for one that has none. Anything longer than a day counts as its
  /// first day.
  package init?(_ date: UncertainDate) {
    if case .point(let point) = date, case .instant = point.moment {
      moment = DatePoint(point.moment)
    } else if let day = date.lowerBound {
      moment = DatePoint(.day(day))
    } else {
      return nil
    }
    seconds = moment.startSecond
  }

  /// RFC 3339, as feeds need it: a day is its first second in UTC.
  package var rfc3339: String {
    if case .instant(let instant) = moment.moment { return instant.description }
    return Instant.midnight(moment.firstDay).description
  }

  /// W3C date and time, as sitemaps and structured data take it: a day stays a day.
  package var text: String { moment.description }

  /// Earlier first; of an instant and the day that begins with it, the day first.
  package static func < (a: Self, b: Self) -> Bool {
    a.seconds != b.seconds ? a.seconds < b.seconds : a.text < b.text
  }

  /// The later of two, either of which may be missing.
  static func latest(_ a: ContentDate?, _ b: ContentDate?) -> ContentDate? {
    guard let a, let b else { return a ?? b }
    return max(a, b)
  }
}
