/// A second in time, with the offset from UTC in which it was written.
package struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package let seconds: Int64
  /// Minutes east of UTC, −1439 … 1439.
  package let offsetMinutes: Int

  /// The instant, kept within the years 0000 … 9999 as seen at its offset.
  package init(seconds: Int64, offsetMinutes: Int = 0) {
    let offset = min(max(offsetMinutes, -1439), 1439)
    let first = Int64(CalendarDate.first.dayNumber) * 86_400
    let last = Int64(CalendarDate.last.dayNumber) * 86_400 + 86_399
    self.seconds = min(max(seconds, first - Int64(offset) * 60), last - Int64(offset) * 60)
    self.offsetMinutes = offset
  }

  /// A wall clock's reading; nil when there is no such time of day.
  package init?(
    _ date: CalendarDate, hour: Int, minute: Int, second: Int = 0, offsetMinutes: Int = 0
  ) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (-1439...1439).contains(offsetMinutes)
    else { return nil }
    let local = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second
    self.init(seconds: Int64(local - offsetMinutes * 60), offsetMinutes: offsetMinutes)
  }

  /// The day at the instant's own offset.
  package var date: CalendarDate { CalendarDate(dayNumber: localDay) }
  /// The hour at the instant's own offset.
  package var hour: Int { localSecond / 3600 }
  /// The minute of the hour at the instant's own offset.
  package var minute: Int { localSecond / 60 % 60 }
  /// The second of the minute.
  package var second: Int { localSecond % 60 }

  /// The same instant as a clock at another offset shows it.
  package func at(offsetMinutes: Int) -> Instant {
    Instant(seconds: seconds, offsetMinutes: offsetMinutes)
  }

  /// Midnight UTC at the beginning of a day.
  package static func midnight(_ date: CalendarDate) -> Instant {
    Instant(seconds: Int64(date.dayNumber) * 86_400)
  }

  /// By time; the same second at two offsets is ordered by offset, so that order and equality
  /// agree.
  package static func < (a: Instant, b: Instant) -> Bool {
    (a.seconds, a.offsetMinutes) < (b.seconds, b.offsetMinutes)
  }

  private var local: Int { Int(seconds) + offsetMinutes * 60 }
  private var localDay: Int { local >= 0 ? local / 86_400 : (local - 86_399) / 86_400 }
  private var localSecond: Int { local - localDay * 86_400 }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339: `2025-06-10T14:00:00+02:00`, with `Z` for UTC.
  package var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(25)
    text.append(date)
    text.append(0x54)
    text.append(padded: hour, 2)
    text.append(0x3A)
    text.append(padded: minute, 2)
    text.append(0x3A)
    text.append(padded: second, 2)
    text += zone.utf8
    return String(decoding: text, as: UTF8.self)
  }

  /// `Z`, or the offset as `+02:00`.
  package var zone: String {
    if offsetMinutes == 0 { return "Z" }
    let minutes = Int(offsetMinutes.magnitude)
    return "\(offsetMinutes < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  /// Reads RFC 3339, where the seconds may be left out and a fraction of a second is dropped.
  package init(parsing text: some StringProtocol) throws(ParseProblem) {
    let point = try DatePoint(parsing: text)
    guard case .instant(let instant) = point.moment, point.approximation == .exact else {
      throw ParseProblem(
        "an instant is needed here: a day, a time and the offset from UTC",
        at: 0..<text.utf8.count, help: "for example 2025-06-10T14:00+02:00")
    }
    self = instant
  }

  /// Reads what follows the `T` (or the blank) after a day.
  init(timeOf date: CalendarDate, in reader: inout ByteReader) throws(ParseProblem) {
    let start = reader.position
    guard let hour = reader.takeDigits(2), reader.take(":"), let minute = reader.takeDigits(2)
    else {
      throw ParseProblem(
        "the time is written with two digits each, hour:minute", at: start..<reader.end,
        help: "for example \(date)T09:30Z")
    }
    var second = 0
    if reader.take(":") {
      guard let read = reader.takeDigits(2) else {
        throw ParseProblem(
          "the seconds are written with two digits", at: reader.position..<reader.end)
      }
      second = read
      if reader.take("."), reader.takeWhile(\.isDigit).isEmpty {
        throw ParseProblem(
          "digits must follow the point", at: reader.position - 1..<reader.position)
      }
    }
    let clock = start..<reader.position
    guard hour < 24, minute < 60, second < 60 else {
      throw ParseProblem(
        "\(reader.text(clock)) is no time of day: hours go to 23, minutes and seconds to 59",
        at: clock)
    }
    let offset = try Instant.offset(in: &reader, after: date, clock)
    guard
      let instant = Instant(
        date, hour: hour, minute: minute, second: second, offsetMinutes: offset)
    else { throw ParseProblem("an offset is at most 23:59", at: clock.upperBound..<reader.end) }
    self = instant
  }

  private static func offset(
    in reader: inout ByteReader, after date: CalendarDate, _ clock: Range<Int>
  ) throws(ParseProblem) -> Int {
    if reader.take("Z") || reader.take("z") { return 0 }
    let start = reader.position
    guard let sign = reader.peek(), sign == 0x2B || sign == 0x2D else {
      let time = reader.text(clock)
      throw ParseProblem(
        "an instant names its offset from UTC", at: start..<start,
        help: "\(date)T\(time)Z in UTC, or for example \(date)T\(time)+02:00")
    }
    reader.position += 1
    guard let hours = reader.takeDigits(2), reader.take(":"), let minutes = reader.takeDigits(2),
      hours < 24, minutes < 60
    else {
      throw ParseProblem(
        "an offset is written as +hh:mm or -hh:mm, at most 23:59", at: start..<reader.end,
        help: "for example +02:00")
    }
    return (sign == 0x2D ? -1 : 1) * (hours * 60 + minutes)
  }
}
