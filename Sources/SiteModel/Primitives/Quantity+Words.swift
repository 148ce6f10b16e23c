extension Quantity {
  /// The quantity for people, in the words of a language.
  ///
  /// A magnitude is said as "several" and a scale word, never as a number, and no digit is ever
  /// dropped: a number that does not fit a scale word in three decimals is printed in full.
  package func text(in words: NumberWords) -> String {
    let speaker = QuantitySpeaker(words: words, measure: measure)
    switch amount {
    case .magnitude(let power): return speaker.vague(power)
    case .atLeast(let value):
      return words.limits.atLeast.filled(["amount": speaker.amount(value)])
    case .range(let min, let max): return limited(speaker.range(min, max), words.limits)
    case .value(let value): return limited(speaker.amount(value), words.limits)
    }
  }

  private func limited(_ amount: String, _ limits: NumberWords.Limits) -> String {
    let pattern: PhrasePattern =
      switch qualifier {
      case .exact, .several: "{amount}"
      case .about: limits.about
      case .over: limits.over
      case .under: limits.under
      case .upTo: limits.upTo
      }
    return pattern.filled(["amount": amount])
  }
}

/// Says amounts of one measure in one language.
private struct QuantitySpeaker {
  let words: NumberWords
  let measure: Quantity.Measure?

  /// A number in the form it is said: digits, and the scale or prefix they are counted in.
  struct Spoken: Equatable {
    var digits: String
    var power: Int
    var isSingular: Bool
    var isScientific = false
  }

  func amount(_ number: DecimalNumber) -> String {
    let spoken = spoken(number)
    return dressed(spoken.digits, spoken)
  }

  func range(_ min: DecimalNumber, _ max: DecimalNumber) -> String {
    var (low, high) = (spoken(min), spoken(max))
    if min == .zero { low.power = high.power }
    guard low.power == high.power, !low.isScientific, !high.isScientific else {
      return words.fullRange.filled(["min": amount(min), "max": amount(max)])
    }
    low.isSingular = false
    high.isSingular = false
    return dressed(words.range.filled(["min": low.digits, "max": high.digits]), high)
  }

  func vague(_ power: Int) -> String {
    if case .unit(let unit)? = measure, unit.printsPrefixes {
      let prefix = MeasureUnit.prefixes.last { $0.value <= power }
      let sign = (prefix?.key ?? "") + symbol(of: unit)
      return phrases(power - (prefix?.value ?? 0)).counted.filled(["name": sign, "of": of(sign)])
    }
    var scale = words.scales.last { $0.power <= power }
    if power - (scale?.power ?? 0) >= 3 {
      // The language has no word near enough; the power itself is better than a wrong word.
      let raised = "10" + superscript(power)
      scale = .init(power, one: raised, many: raised, plural: raised)
    }
    let phrases = phrases(power - (scale?.power ?? 0))
    let name = name
    guard let scale else { return phrases.counted.filled(["name": name.many, "of": name.of]) }
    let pattern = measure == nil ? phrases.scaled : phrases.scaledCounted
    return pattern.filled([
      "scale": scale.many, "plural": scale.plural, "name": name.many, "of": name.of,
    ])
  }

  // MARK: Parts

  private func phrases(_ lead: Int) -> NumberWords.Vague {
    let index = max(0, min(lead, words.vague.count - 1))
    return words.vague.indices.contains(index)
      ? words.vague[index] : .init(counted: "{name}", scaled: "{plural}", scaledCounted: "{plural}")
  }

  private func spoken(_ number: DecimalNumber) -> Spoken {
    if case .unit(let unit)? = measure, unit.printsPrefixes {
      if let prefix = QuantityGrammar.prefix(for: number),
        let value = number.shifted(by: -prefix.power)
      {
        return Spoken(digits: words.text(value), power: prefix.power, isSingular: false)
      }
    } else if let order = number.orderOfMagnitude,
      let scale = words.scales.last(where: { $0.countsNumbers && $0.power <= order }),
      order < scale.power + 5,
      QuantityGrammar.fits(number, scale.power), let value = number.shifted(by: -scale.power)
    {
      return Spoken(
        digits: words.text(value), power: scale.power, isSingular: isSingular(value))
    }
    if number.exponent >= 12 {
      let raised = superscript(number.exponent)
      let lead = DecimalNumber(coefficient: number.coefficient, exponent: 0) ?? .zero
      let digits = number.coefficient == 1 ? "" : words.text(lead) + " × "
      return Spoken(
        digits: digits + "10" + raised, power: 0, isSingular: false, isScientific: true)
    }
    var fraction = 0
    if case .currency(let currency)? = measure, number.fractionDigits > 0 {
      fraction = currency.minorDigits
    }
    return Spoken(
      digits: words.text(number, fractionDigits: fraction), power: 0,
      isSingular: isSingular(number))
  }

  private func isSingular(_ number: DecimalNumber) -> Bool {
    let size = number.isNegative ? number.negated : number
    return words.singularUnderTwo ? size < DecimalNumber(2) : size == DecimalNumber(1)
  }

  /// Digits with their scale, sign and name.
  private func dressed(_ digits: String, _ spoken: Spoken) -> String {
    if case .unit(let unit)? = measure {
      if unit.symbol == "%" { return words.percent.filled(["number": digits]) }
      if unit.printsPrefixes {
        let prefix = MeasureUnit.prefixes.first { $0.value == spoken.power }?.key ?? ""
        let sign = prefix.isEmpty ? words.names[unit.symbol]?.many : nil
        return words.measured.filled([
          "number": digits, "unit": sign ?? prefix + symbol(of: unit),
        ])
      }
    }
    let scale = spoken.power == 0 ? nil : words.scales.first { $0.power == spoken.power }
    if case .currency(let currency)? = measure, let sign = words.currencySigns[currency.code] {
      return scaled(words.signed.filled(["sign": sign, "number": digits]), scale, spoken)
    }
    let number = scaled(digits, scale, spoken)
    guard measure != nil else { return number }
    let isAttached = if case .unit(let unit)? = measure { unit.isAttached } else { false }
    if isAttached, let symbol = measure?.name { return number + symbol }
    return scale == nil
      ? words.counted.filled(["number": number, "name": spoken.isSingular ? name.one : name.many])
      : words.scaledCounted.filled(["number": number, "of": name.of])
  }

  private func scaled(_ number: String, _ scale: NumberWords.Scale?, _ spoken: Spoken) -> String {
    guard let scale else { return number }
    return words.scaled.filled([
      "number": number, "scale": spoken.isSingular ? scale.one : scale.many,
    ])
  }

  private var name: NumberWords.Name {
    let symbol = measure?.name ?? ""
    return words.names[symbol] ?? .init(one: symbol, many: symbol, of: of(symbol))
  }

  /// The unit's sign in this language.
  private func symbol(of unit: MeasureUnit) -> String { words.symbols[unit.symbol] ?? unit.symbol }

  /// A sign as it stands behind a scale word.
  private func of(_ sign: String) -> String { words.ofSign.filled(["sign": sign]) }

  private func superscript(_ number: Int) -> String {
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(number).compactMap { $0.wholeNumberValue.map { raised[$0] } })
  }
}
