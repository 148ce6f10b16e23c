/// An exact decimal number: whole digits and a power of ten, never a binary fraction.
///
/// Numbers are kept without trailing zeros, so that equal numbers are equal values. They have at
/// most `maximumDigits` digits and an exponent of at most `maximumExponent` either way; arithmetic
/// that would need more gives nil instead of rounding.
package struct DecimalNumber: Sendable, Hashable {
  /// The digits, signed; not divisible by ten unless zero.
  package let coefficient: Int128
  /// The power of ten of the last digit; 0 for zero.
  package let exponent: Int

  /// The most digits a number has.
  package static let maximumDigits = 36
  /// The greatest exponent either way.
  package static let maximumExponent = 64
  /// Zero.
  package static let zero = DecimalNumber(0)

  /// A whole number.
  package init(_ integer: Int) {
    let (digits, zeros) = DecimalNumber.stripped(Int128(integer))
    coefficient = digits
    exponent = zeros
  }

  /// `coefficient` × 10^`exponent`, or nil beyond the bounds.
  package init?(coefficient: Int128, exponent: Int) {
    let (digits, zeros) = DecimalNumber.stripped(coefficient)
    let (sum, overflow) = exponent.addingReportingOverflow(zeros)
    let power = digits == 0 ? 0 : sum
    guard !overflow || digits == 0, power.magnitude <= UInt(DecimalNumber.maximumExponent),
      DecimalNumber.digitCount(digits) <= DecimalNumber.maximumDigits
    else { return nil }
    self.coefficient = digits
    self.exponent = power
  }

  /// Ten to a power, or nil beyond the bounds.
  package static func power(ofTen exponent: Int) -> DecimalNumber? {
    DecimalNumber(coefficient: 1, exponent: exponent)
  }

  /// The power of ten of the first digit: 2 for 450, −1 for 0.5; nil for zero.
  package var orderOfMagnitude: Int? {
    coefficient == 0 ? nil : DecimalNumber.digitCount(coefficient) - 1 + exponent
  }

  /// How many digits follow the decimal point.
  package var fractionDigits: Int { max(0, -exponent) }

  /// How many digits the number has from its first to its last that is not zero; 1 for zero.
  package var significantDigits: Int { DecimalNumber.digitCount(coefficient) }

  /// Whether the number is below zero.
  package var isNegative: Bool { coefficient < 0 }

  /// The sum, or nil beyond the bounds.
  package func adding(_ other: DecimalNumber) -> DecimalNumber? {
    if coefficient == 0 { return other }
    if other.coefficient == 0 { return self }
    let power = min(exponent, other.exponent)
    guard let a = scaledUp(to: power), let b = other.scaledUp(to: power) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : DecimalNumber(coefficient: sum, exponent: power)
  }

  /// The number with its sign turned.
  package var negated: DecimalNumber {
    DecimalNumber(coefficient: -coefficient, exponent: exponent) ?? self
  }

  /// The product, or nil beyond the bounds.
  package func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    return overflow
      ? nil : DecimalNumber(coefficient: product, exponent: exponent + other.exponent)
  }

  /// The number × 10^`power`, or nil beyond the bounds.
  package func shifted(by power: Int) -> DecimalNumber? {
    let (sum, overflow) = exponent.addingReportingOverflow(power)
    return overflow ? nil : DecimalNumber(coefficient: coefficient, exponent: sum)
  }

  /// Which of the two neighbours a number is rounded to.
  package enum Rounding: Sendable, Hashable, CaseIterable {
    /// The nearer; of two as near the one with an even last digit.
    case nearest
    /// The lesser.
    case down
    /// The greater.
    case up
  }

  /// The number with at most `digits` significant digits.
  package func rounded(
    toSignificant digits: Int, _ rounding: Rounding = .nearest
  ) -> DecimalNumber {
    let surplus = DecimalNumber.digitCount(coefficient) - max(1, digits)
    guard surplus > 0, let unit = DecimalNumber.tenTo(surplus) else { return self }
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
    let twice = remainder.magnitude * 2
    let away =
      switch rounding {
      case .nearest: twice > unit.magnitude || (twice == unit.magnitude && quotient % 2 != 0)
      case .down: coefficient < 0 && remainder != 0
      case .up: coefficient > 0 && remainder != 0
      }
    let result = away ? quotient + (coefficient < 0 ? -1 : 1) : quotient
    return DecimalNumber(coefficient: result, exponent: exponent + surplus) ?? self
  }

  /// The nearest binary number, for positions in a chart and never for a figure that is printed.
  package var chartValue: Double { Double(description) ?? 0 }

  // MARK: Parts

  private static func stripped(_ coefficient: Int128) -> (Int128, Int) {
    var (digits, zeros) = (coefficient, 0)
    while digits != 0 {
      let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { break }
      digits = quotient
      zeros += 1
    }
    return (digits, zeros)
  }

  /// The digits of a number; 1 for zero.
  private static func digitCount(_ number: Int128) -> Int {
    var (rest, count) = (number.magnitude / 10, 1)
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }

  private static func tenTo(_ power: Int) -> Int128? {
    guard (0...38).contains(power) else { return nil }
    var result: Int128 = 1
    for _ in 0..<power { result *= 10 }
    return result
  }

  /// The coefficient for a lower exponent, or nil beyond 128 bits.
  private func scaledUp(to power: Int) -> Int128? {
    guard let factor = DecimalNumber.tenTo(exponent - power) else { return nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }
}

extension DecimalNumber: Comparable {
  /// By value, exactly.
  package static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    if a.coefficient.signum() != b.coefficient.signum() { return a.coefficient < b.coefficient }
    guard let orderA = a.orderOfMagnitude, let orderB = b.orderOfMagnitude else { return false }
    if orderA != orderB { return (orderA < orderB) != a.isNegative }
    // With equal first places, the shorter number can be written with the digits of the longer.
    let power = min(a.exponent, b.exponent)
    guard let left = a.scaledUp(to: power), let right = b.scaledUp(to: power) else { return false }
    return left < right
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// Plain digits with a decimal point: `13500000000`, `-0.05`.
  package var description: String { (isNegative ? "-" : "") + digits.joined() }

  private var digits: [String] {
    let (whole, fraction) = parts
    return fraction.isEmpty ? [whole] : [whole, ".", fraction]
  }

  /// The digits before and after the decimal point, without the sign.
  package var parts: (whole: String, fraction: String) {
    let text = String(coefficient.magnitude)
    if exponent >= 0 { return (text + String(repeating: "0", count: exponent), "") }
    let missing = max(0, 1 - exponent - text.utf8.count)
    let all = String(repeating: "0", count: missing) + text
    return (String(all.dropLast(-exponent)), String(all.suffix(-exponent)))
  }

  /// Reads `13.5`, `-3`, `2e25`. The decimal sign is a point and there are no group separators:
  /// what a comma means differs from country to country.
  package init(parsing text: some StringProtocol) throws(ParseProblem) {
    var reader = ByteReader(text)
    self = try DecimalNumber(in: &reader, allowingSign: true)
    if !reader.isAtEnd {
      let rest = reader.position..<reader.end
      throw ParseProblem(
        "a number is written in digits; '\(reader.text(rest))' does not belong to it", at: rest)
    }
  }
}
