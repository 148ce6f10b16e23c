#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Numbers to text and back, as the reference implementation writes and reads them.
enum NumberText {
  /// A double with so many decimals, the exact value rounded half to even.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    formatted(value, "%.*f", Int32(min(max(decimals, 0), 1100)))
  }

  /// A double by a C format whose precision is an argument.
  static func formatted(_ value: Double, _ format: String, _ precision: Int32) -> String {
    withVaList([precision, value]) { list in
      var buffer = [CChar](repeating: 0, count: 1600)
      let count = vsnprintf(&buffer, buffer.count, format, list)
      return String(
        decoding: buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// A double rounded to so many decimals, which may be below zero.
  static func rounded(_ value: Double, _ decimals: Int) -> Double {
    guard value.isFinite, decimals < 324 else { return value }
    if decimals >= 0 { return Double(fixed(value, decimals)) ?? value }
    if decimals < -309 { return value.sign == .minus ? -0.0 : 0.0 }
    let digits = Array(fixed(value.magnitude, 60).utf8)
    let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
    let kept = point + decimals
    guard kept >= 0 else { return value.sign == .minus ? -0.0 : 0.0 }
    var result = Array(digits[..<kept])
    let rest = digits[kept...].filter { $0 != UInt8(ascii: ".") }
    let tail = rest.dropFirst().contains { $0 != UInt8(ascii: "0") }
    let isOdd = (result.last ?? 0x30) & 1 == 1
    let first = rest.first ?? 0x30
    if first > 0x35 || (first == 0x35 && (tail || isOdd)) { increment(&result) }
    result += [UInt8](repeating: 0x30, count: -decimals)
    let magnitude = Double(String(decoding: result, as: UTF8.self)) ?? value.magnitude
    return value.sign == .minus ? -magnitude : magnitude
  }

  private static func increment(_ digits: inout [UInt8]) {
    var index = digits.count
    while index > 0 {
      index -= 1
      if digits[index] < 0x39 {
        digits[index] += 1
        return
      }
      digits[index] = 0x30
    }
    digits.insert(0x31, at: 0)
  }

  /// An integer rounded to a power of ten, half to even; `nil` when it does not fit.
  static func rounded(_ value: Int, places: Int) -> Int? {
    guard places > 0 else { return value }
    guard places < 19 else {
      return places == 19 && value.magnitude > 5_000_000_000_000_000_000 ? nil : 0
    }
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    let rest = Int(value.magnitude % UInt(unit))
    let low = value < 0 ? value + rest : value - rest
    let isOdd = (low / unit) % 2 != 0
    // Whether the rest is over half, without doubling it.
    let half = rest > unit - rest || (rest == unit - rest && isOdd)
    if !half { return low }
    let (result, tooLarge) =
      value < 0 ? low.subtractingReportingOverflow(unit) : low.addingReportingOverflow(unit)
    return tooLarge ? nil : result
  }

  enum Parsed {
    case value(Int)
    case tooLarge
    case none
  }

  /// An integer in text: white space around, a sign, `_` between digits, digits of any script.
  static func integer(_ text: UTF8Text, base: Int) -> Parsed {
    var scalars = trimmedScalars(text)
    var negative = false
    if let sign = scalars.first, sign == "-" || sign == "+" {
      negative = sign == "-"
      scalars.removeFirst()
    }
    var base = base
    if scalars.count > 2, scalars[0] == "0", let prefixed = prefix(scalars[1]),
      base == prefixed || base == 0
    {
      base = prefixed
      scalars.removeFirst(2)
      if scalars.first == "_" { scalars.removeFirst() }
    } else if base == 0 {
      base = 10
      if scalars.count > 1, scalars[0] == "0", scalars.contains(where: { $0 != "0" && $0 != "_" }) {
        return .none
      }
    }
    guard base >= 2, base <= 36, !scalars.isEmpty else { return .none }
    var result = 0
    var over = false
    var lastWasDigit = false
    for scalar in scalars {
      if scalar == "_" {
        guard lastWasDigit else { return .none }
        lastWasDigit = false
        continue
      }
      guard let digit = digit(scalar), digit < base else { return .none }
      lastWasDigit = true
      let (product, first) = result.multipliedReportingOverflow(by: base)
      let (sum, second) =
        negative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      over = over || first || second
      result = sum
    }
    guard lastWasDigit else { return .none }
    return over ? .tooLarge : .value(result)
  }

  private static func prefix(_ letter: Unicode.Scalar) -> Int? {
    switch letter {
    case "x", "X": 16
    case "o", "O": 8
    case "b", "B": 2
    default: nil
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 48...57: return Int(scalar.value) - 48
    case 65...90: return Int(scalar.value) - 55
    case 97...122: return Int(scalar.value) - 87
    default:
      guard scalar.properties.generalCategory == .decimalNumber,
        let value = scalar.properties.numericValue
      else { return nil }
      return Int(value)
    }
  }

  private static func trimmedScalars(_ text: UTF8Text) -> [Unicode.Scalar] {
    let start = UTF8Scan.leadingSpace(text)
    let rest = text[start...].rebased
    let kept = rest[..<UTF8Scan.trimmedEnd(rest)].rebased
    return Array(String(decoding: kept, as: UTF8.self).unicodeScalars)
  }

  /// A double in text, as the reference implementation reads it; `nil` for other text.
  static func double(_ text: UTF8Text) -> Double? {
    var plain = ""
    var lastWasDigit = false
    let scalars = trimmedScalars(text)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "_" {
        guard lastWasDigit, index + 1 < scalars.count, let next = digit(scalars[index + 1]),
          next < 10
        else { return nil }
        lastWasDigit = false
        continue
      }
      let value = digit(scalar)
      lastWasDigit = (value ?? 99) < 10
      plain.unicodeScalars.append(
        lastWasDigit ? Unicode.Scalar(UInt8(48 + (value ?? 0))) : scalar)
    }
    let lower = plain.lowercased()
    switch lower.drop(while: { $0 == "+" || $0 == "-" }) {
    case "inf", "infinity", "nan":
      guard lower.utf8.count - lower.drop(while: { $0 == "+" || $0 == "-" }).utf8.count <= 1 else {
        return nil
      }
      if lower.hasSuffix("nan") { return .nan }
      return lower.hasPrefix("-") ? -.infinity : .infinity
    default: break
    }
    guard lower.utf8.allSatisfy({ $0 &- 48 < 10 || ".e+-".utf8.contains($0) }) else { return nil }
    // Swift refuses a number that begins or ends with its point; the language reads it.
    var text = lower
    if text.hasPrefix(".") { text = "0" + text }
    text = replaced(replaced(text, "+.", "+0."), "-.", "-0.")
    text = replaced(text, ".e", ".0e")
    if text.hasSuffix(".") { text += "0" }
    guard lower != ".", lower.contains(where: \.isNumber) else { return nil }
    if lower.hasPrefix(".e") || lower.hasPrefix("+.e") || lower.hasPrefix("-.e") { return nil }
    return Double(text)
  }

  private static func replaced(_ text: String, _ old: String, _ new: String) -> String {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    let part = Array(old.utf8)
    while !rest.isEmpty {
      if rest.starts(with: part) {
        result += new.utf8
        rest = rest.dropFirst(part.count)
      } else if let byte = rest.popFirst() {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
