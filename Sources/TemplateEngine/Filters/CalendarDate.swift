/// A date of the Gregorian calendar with an optional time and zone, for the `date` filter.
struct CalendarDate {
  private var year = 0
  private var month = 0
  private var day = 0
  private var hour = 0
  private var minute = 0
  private var second = 0
  /// Minutes east of Greenwich; `nil` without a zone.
  private var zone: Int?

  /// Reads `YYYY-MM-DD`, with `THH:MM`, seconds and a zone where they are given.
  init?(iso text: UTF8Text) {
    var rest = Array(text)[...]
    func number(_ digits: Int) -> Int? {
      guard rest.count >= digits, rest.prefix(digits).allSatisfy({ $0 &- 48 < 10 }) else {
        return nil
      }
      let value = rest.prefix(digits).reduce(0) { $0 * 10 + Int($1 - 48) }
      rest = rest.dropFirst(digits)
      return value
    }
    func skip(_ mark: Character) -> Bool {
      guard rest.first == mark.asciiValue else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let y = number(4), skip("-"), let m = number(2), skip("-"), let d = number(2) else {
      return nil
    }
    (year, month, day) = (y, m, d)
    if skip("T") || skip(" ") {
      guard let h = number(2), skip(":"), let n = number(2) else { return nil }
      (hour, minute) = (h, n)
      if skip(":") {
        guard let s = number(2) else { return nil }
        second = s
      }
      if skip("Z") {
        zone = 0
      } else if let sign = rest.first, sign == 0x2B || sign == 0x2D {
        rest = rest.dropFirst()
        guard let h = number(2), skip(":"), let n = number(2) else { return nil }
        let minutes = h * 60 + n
        guard minutes < 24 * 60 else { return nil }
        zone = sign == 0x2D ? -minutes : minutes
      }
    }
    guard rest.isEmpty, year >= 1, (1...12).contains(month), day >= 1,
      day <= Self.length(month, year), hour < 24, minute < 60, second < 60
    else { return nil }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private var dayOfYear: Int { (1..<month).reduce(day) { $0 + Self.length($1, year) } }

  /// From 1, Monday, to 7, Sunday.
  private var weekday: Int { Self.weekday(year, dayOfYear) }

  private static func weekday(_ year: Int, _ dayOfYear: Int) -> Int {
    let before = year - 1
    let days = before * 365 + before / 4 - before / 100 + before / 400 + dayOfYear
    return (days - 1) % 7 + 1
  }

  /// Year and week as ISO 8601 counts them.
  private var isoWeek: (year: Int, week: Int) {
    let week = (dayOfYear - weekday + 10) / 7
    if week < 1 { return (year - 1, Self.weeks(year - 1)) }
    if week > Self.weeks(year) { return (year + 1, 1) }
    return (year, week)
  }

  private static func weeks(_ year: Int) -> Int {
    let first = weekday(year, 1)
    return first == 4 || (first == 3 && isLeap(year)) ? 53 : 52
  }

  /// Appends the date in a format; returns the first code that means nothing, if there is one.
  func formatted(_ format: [UInt8], french: Bool, into out: inout [UInt8]) -> String? {
    var index = 0
    var scalars = String(decoding: format, as: UTF8.self).unicodeScalars.map { $0 }
    scalars.append("\0")
    let end = scalars.count - 1
    while index < end {
      let scalar = scalars[index]
      index += 1
      guard scalar == "%" else {
        UTF8Scan.append(scalar, to: &out)
        continue
      }
      guard index < end else { return "%" }
      var code = scalars[index]
      index += 1
      let unpadded = code == "-"
      if unpadded {
        guard index < end else { return "%-" }
        code = scalars[index]
        index += 1
      }
      guard let text = text(code, unpadded, french) else {
        return unpadded ? "%-\(code)" : "%\(code)"
      }
      out += text.utf8
    }
    return nil
  }

  private func text(_ code: Unicode.Scalar, _ unpadded: Bool, _ french: Bool) -> String? {
    if let (number, width) = number(code) {
      return unpadded ? String(number) : Self.padded(number, width)
    }
    if unpadded { return nil }
    switch code {
    case "Y": return Self.padded(year, 4)
    case "y": return Self.padded(year % 100, 2)
    case "e": return day < 10 ? " \(day)" : "\(day)"
    case "B": return (french ? Self.monthsFrench : Self.months)[month - 1]
    case "b": return (french ? Self.shortMonthsFrench : Self.shortMonths)[month - 1]
    case "A": return (french ? Self.daysFrench : Self.days)[weekday - 1]
    case "a": return (french ? Self.shortDaysFrench : Self.shortDays)[weekday - 1]
    case "u": return String(weekday)
    case "G": return Self.padded(isoWeek.year, 4)
    case "V": return Self.padded(isoWeek.week, 2)
    case "z":
      guard let zone else { return "" }
      return (zone < 0 ? "-" : "+") + Self.padded(abs(zone) / 60, 2)
        + Self.padded(abs(zone) % 60, 2)
    case "F": return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    case "T":
      return Self.padded(hour, 2) + ":" + Self.padded(minute, 2) + ":" + Self.padded(second, 2)
    case "%": return "%"
    default: return nil
    }
  }

  private func number(_ code: Unicode.Scalar) -> (Int, Int)? {
    switch code {
    case "d": (day, 2)
    case "m": (month, 2)
    case "H": (hour, 2)
    case "M": (minute, 2)
    case "S": (second, 2)
    case "j": (dayOfYear, 3)
    default: nil
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  private static func words(_ list: String) -> [String] {
    list.split(separator: " ").map(String.init)
  }

  private static let months = words(
    "January February March April May June July August September October November December")
  private static let monthsFrench = words(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
  private static let shortMonths = words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
  private static let shortMonthsFrench = words(
    "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.")
  private static let days = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
  private static let daysFrench = words("lundi mardi mercredi jeudi vendredi samedi dimanche")
  private static let shortDays = words("Mon Tue Wed Thu Fri Sat Sun")
  private static let shortDaysFrench = words("lun. mar. mer. jeu. ven. sam. dim.")
}
