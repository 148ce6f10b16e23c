#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Filters on numbers and dates.
extension Machine {
  mutating func numberFilter(_ filter: Operations.Filter, _ value: Value, _ bound: Bound)
    throws(TemplateFault) -> Value
  {
    switch filter {
    case .int: return try toInteger(value, bound)
    case .float: return try toDouble(value, bound)
    case .date: return try date(value, bound)
    default: break
    }
    switch filter {
    case .abs:
      guard value.isNumeric else { throw unfit(value, "a number") }
      if value.tag == .double { return .double(value.number.magnitude) }
      return value.number < 0 ? try signed(value, negate: true) : .int(Int(truncatingIfNeeded: value.bits))
    case .round: return try rounded(value, bound)
    case .filesizeformat: return try fileSize(value, bound)
    case .number: return try grouped(number: value, bound)
    default: return try plural(value, bound)
    }
  }

  private mutating func toInteger(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    let standard = bound[0] ?? .int(0)
    switch value.tag {
    case .int: return value
    case .bool: return .int(Int(value.bits))
    case .double:
      let number = value.number
      if number.isNaN { return standard }
      guard let whole = Int(exactly: number.rounded(.towardZero)) else {
        throw TemplateFault(.value, "the number does not fit into 64 bits")
      }
      return .int(whole)
    case .string:
      var base = 10
      if let given = bound[1] {
        // A base that is no integer makes the text no integer.
        base = given.tag == .int || given.tag == .bool ? Int(truncatingIfNeeded: given.bits) : 1
      }
      switch NumberText.integer(value.utf8, base: base) {
      case .value(let number): return .int(number)
      case .tooLarge: throw TemplateFault(.value, "the number does not fit into 64 bits")
      case .none: break
      }
      guard let number = NumberText.double(value.utf8), number.isFinite else { return standard }
      guard let whole = Int(exactly: number.rounded(.towardZero)) else {
        throw TemplateFault(.value, "the number does not fit into 64 bits")
      }
      return .int(whole)
    case .undefined: throw undefined(value, operand: 0)
    default: return standard
    }
  }

  private func toDouble(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    let standard = bound[0] ?? .double(0)
    switch value.tag {
    case .double: return value
    case .int, .bool: return .double(value.number)
    case .string: return NumberText.double(value.utf8).map { .double($0) } ?? standard
    case .undefined: throw undefined(value, operand: 0)
    default: return standard
    }
  }

  private func rounded(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    var precision = 0
    if let given = bound[0] {
      guard given.tag == .int || given.tag == .bool else { throw unfit(given, "an integer") }
      precision = Int(truncatingIfNeeded: given.bits)
    }
    let method = bound[1].map { $0.asString ?? "" } ?? "common"
    guard ["common", "ceil", "floor"].contains(method) else {
      throw TemplateFault(.type, "'method' is 'common', 'ceil' or 'floor'")
    }
    if value.tag == .undefined, method != "common" { throw undefined(value, operand: 0) }
    guard value.isNumeric else { throw unfit(value, "a number") }
    if method == "common" {
      if value.tag == .double { return .double(NumberText.rounded(value.number, precision)) }
      guard let result = NumberText.rounded(Int(truncatingIfNeeded: value.bits), places: -precision)
      else { throw TemplateFault(.value, "the number does not fit into 64 bits") }
      return .int(result)
    }
    guard precision < 309, precision > -309 else {
      throw TemplateFault(.value, "'precision' is too large")
    }
    let unit = pow(10, Double(precision))
    let scaled = value.number * unit
    guard scaled.isFinite else {
      throw TemplateFault(.value, "the number is too large to be rounded")
    }
    // The reference goes over an integer here, which has no negative zero.
    return .double((scaled.rounded(method == "ceil" ? .up : .down) + 0.0) / unit)
  }

  private mutating func fileSize(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    let binary = try bound[0].map { value throws(TemplateFault) in try isTrue(value) } ?? false
    let bytes: Double
    switch value.tag {
    case .int, .bool, .double: bytes = value.number
    case .string:
      guard let number = NumberText.double(value.utf8) else {
        throw TemplateFault(.value, "this is not a number")
      }
      bytes = number
    case .undefined: throw undefined(value, operand: 0)
    default: throw unfit(value, "a number")
    }
    let base: Double = binary ? 1024 : 1000
    if bytes == 1 { return arena.string("1 Byte") }
    if bytes < base {
      guard let whole = Int(exactly: bytes.rounded(.towardZero)) else {
        throw TemplateFault(.value, "the number is too large")
      }
      return arena.string("\(whole) Bytes")
    }
    if bytes.isNaN { return arena.string(binary ? "nan YiB" : "nan YB") }
    let letters = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
    var unit = base
    var index = 0
    while index < letters.count {
      unit *= base
      if bytes < unit { break }
      index += 1
    }
    let letter = letters[min(index, letters.count - 1)]
    let name = binary ? (letter == "k" ? "K" : letter) + "iB" : letter + "B"
    return arena.string(NumberText.fixed(base * bytes / unit, 1) + " " + name)
  }

  // MARK: - Numbers and words of a language

  private mutating func language(_ value: Value?, operand: Int) throws(TemplateFault) -> Bool {
    guard let value else { return false }
    if value.tag == .undefined { throw undefined(value, operand: operand) }
    switch value.asString {
    case "en": return false
    case "fr": return true
    default:
      throw TemplateFault(
        .value, "\(ValueText.plain(value, program)) is not a language known here; 'en' and 'fr' are")
    }
  }

  private mutating func grouped(number value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    guard value.tag == .int || value.tag == .double else { throw unfit(value, "a number") }
    let french = try language(bound[1], operand: bound.operand(1))
    var text: String
    if let decimals = bound[0], decimals.tag != .none {
      if decimals.tag == .undefined { throw undefined(decimals, operand: bound.operand(0)) }
      guard decimals.tag == .int, let count = decimals.asInt, count >= 0, count <= 1000 else {
        throw TemplateFault(.value, "'decimals' is an integer from 0 on")
      }
      text = NumberText.fixed(value.number, count)
      if value.tag == .int, let number = value.asInt, number.magnitude > 1 << 53 {
        text = String(Int(exactly: value.number).map(String.init) ?? NumberText.fixed(value.number, 0))
        text += count > 0 ? "." + String(repeating: "0", count: count) : ""
      }
    } else {
      text = value.tag == .int ? String(value.asInt ?? 0) : ValueText.double(value.number)
      if text.contains("e") || text.contains("n") {
        throw TemplateFault(.value, "the number cannot be written without an exponent")
      }
    }
    let negative = text.hasPrefix("-")
    if negative { text.removeFirst() }
    let parts = text.split(separator: ".", maxSplits: 1)
    let whole = Array((parts.first ?? "").utf8)
    var result = negative ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result += french ? "\u{202F}" : "," }
      result.unicodeScalars.append(Unicode.Scalar(digit))
    }
    if parts.count > 1 { result += (french ? "," : ".") + parts[1] }
    return arena.string(result)
  }

  private mutating func plural(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    guard value.tag == .int || value.tag == .double else { throw unfit(value, "a number") }
    if let zero = bound[2], zero.tag != .none, value.number == 0 { return zero }
    let french = try language(bound[3], operand: bound.operand(3))
    let isOne = french ? value.number.magnitude < 2 : value.number == 1
    return (isOne ? bound[0] : bound[1]) ?? .undefined
  }

  private mutating func date(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    guard value.tag == .string else { throw unfit(value, "a date in a string") }
    guard let date = CalendarDate(iso: value.utf8) else {
      throw TemplateFault(
        .value, "\(ValueText.plain(value, program)) is not a date such as 2026-03-01")
    }
    let french = try language(bound[1], operand: bound.operand(1))
    var format = Array("%Y-%m-%d".utf8)
    if let given = bound[0] {
      if given.tag == .undefined { throw undefined(given, operand: bound.operand(0)) }
      guard given.tag == .string else {
        throw TemplateFault(.type, "'format' is a string, not \(ValueText.kindName(given))")
      }
      format = Array(given.utf8)
    }
    var result: [UInt8] = []
    switch date.formatted(format, french: french, into: &result) {
    case nil: return arena.string(utf8: result)
    case let code?: throw TemplateFault(.value, "'\(code)' is not a code of a date")
    }
  }
}
