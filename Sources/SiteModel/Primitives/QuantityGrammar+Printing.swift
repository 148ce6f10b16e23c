extension QuantityGrammar {
  /// The most digits behind the decimal point that a scale or prefix may cause. What would need
  /// more is printed in full: no digit is ever dropped.
  static let scaledFraction = 3

  /// The canonical text of a number and its measure.
  static func text(_ number: DecimalNumber, _ measure: Quantity.Measure?) -> String {
    if case .unit(let unit)? = measure, unit.printsPrefixes {
      if let prefix = prefix(for: number), let value = number.shifted(by: -prefix.power) {
        return "\(value) \(prefix.letter)\(unit.symbol)"
      }
      return plain(number) + " " + unit.plainName
    }
    return joined(compact(number, measure), measure)
  }

  /// The canonical text of a range.
  static func text(
    _ min: DecimalNumber, _ max: DecimalNumber, _ measure: Quantity.Measure?
  ) -> String {
    if case .unit(let unit)? = measure, unit.printsPrefixes {
      // One unit serves both numbers: that of the lesser one.
      if let prefix = prefix(for: min), let low = min.shifted(by: -prefix.power),
        let high = max.shifted(by: -prefix.power), high.fractionDigits <= scaledFraction
      {
        return "\(low)-\(high) \(prefix.letter)\(unit.symbol)"
      }
      return "\(plain(min))-\(plain(max)) \(unit.plainName)"
    }
    let (low, high) = (letter(for: min, measure), letter(for: max, measure))
    if let low, let high, low == high, let value = min.shifted(by: -low.power) {
      return joined("\(value)-\(compact(max, measure))", measure)
    }
    // A bare number before a scaled one would be read with its scale.
    if low == nil && high != nil {
      let scaled = min == .zero ? compact(max, measure) : plain(max)
      return joined("\(plain(min))-\(scaled)", measure)
    }
    return joined("\(compact(min, measure))-\(compact(max, measure))", measure)
  }

  /// The name of a measure in canonical text without a prefix.
  static func plainName(_ measure: Quantity.Measure?) -> String {
    if case .unit(let unit)? = measure { return unit.plainName }
    return measure?.name ?? ""
  }

  /// The greatest SI prefix under which the number keeps few digits.
  static func prefix(for number: DecimalNumber) -> (letter: String, power: Int)? {
    guard let order = number.orderOfMagnitude,
      let prefix = MeasureUnit.prefixes.last(where: { $0.value <= order }),
      order < prefix.value + 3, fits(number, prefix.value)
    else { return nil }
    return (prefix.key, prefix.value)
  }

  /// Whether the number has few digits behind the point when counted in 10^`power`.
  static func fits(_ number: DecimalNumber, _ power: Int) -> Bool {
    power - number.exponent <= scaledFraction
  }

  /// The scale letter of the greatest scale under which the number keeps few digits.
  private static func letter(
    for number: DecimalNumber, _ measure: Quantity.Measure?
  ) -> (letter: String, power: Int)? {
    if case .unit(let unit)? = measure, unit.isAttached { return nil }
    guard let order = number.orderOfMagnitude, order < 15 else { return nil }
    let letters: KeyValuePairs<String, Int> = ["M": 6, "B": 9, "T": 12]
    guard let scale = letters.last(where: { $0.value <= order }), fits(number, scale.value)
    else { return nil }
    return (scale.key, scale.value)
  }

  private static func compact(_ number: DecimalNumber, _ measure: Quantity.Measure?) -> String {
    guard let scale = letter(for: number, measure), let value = number.shifted(by: -scale.power)
    else {
      return plain(number)
    }
    return "\(value)\(scale.letter)"
  }

  /// All digits, or `2e25` where most of them would be zeros.
  private static func plain(_ number: DecimalNumber) -> String {
    number.exponent >= 12 || number.exponent <= -12
      ? "\(number.coefficient)e\(number.exponent)" : number.description
  }

  private static func joined(_ number: String, _ measure: Quantity.Measure?) -> String {
    guard let measure else { return number }
    if case .unit(let unit) = measure, unit.isAttached { return number + unit.symbol }
    return number + " " + plainName(measure)
  }
}
