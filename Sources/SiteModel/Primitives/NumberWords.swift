/// The words and signs in which one language says numbers and quantities; the caller reads them
/// from its locale file.
package struct NumberWords: Sendable {
  /// The sign between whole digits and the rest.
  package var decimal: String
  /// The sign between groups of three digits.
  package var group: String
  /// The fewest whole digits that are grouped.
  package var groupsFrom: Int
  /// Whether everything under two is singular (French: 1,5 milliard), or one alone (English).
  package var singularUnderTwo: Bool
  /// The words for powers of ten, from the least to the greatest.
  package var scales: [Scale]
  /// Currencies by code and units by canonical name.
  package var names: [String: Name]
  /// Signs of units that a language writes otherwise behind a prefix, by canonical name: French
  /// counts bytes in Go.
  package var symbols: [String: String]
  /// Currencies that stand as a sign before the number, by code.
  package var currencySigns: [String: String]
  /// A sign or code behind a scale word, where there is no name: gap `{sign}`.
  package var ofSign: PhrasePattern
  /// A currency with a sign: gaps `{sign}`, `{number}`.
  package var signed: PhrasePattern
  /// A number and what is counted: gaps `{number}`, `{name}`.
  package var counted: PhrasePattern
  /// A number with a scale word: gaps `{number}`, `{scale}`.
  package var scaled: PhrasePattern
  /// A scaled number and what is counted: gaps `{number}` (scale included), `{of}`.
  package var scaledCounted: PhrasePattern
  /// A number and a unit's sign, prefix included: gaps `{number}`, `{unit}`.
  package var measured: PhrasePattern
  /// A percentage: gap `{number}`.
  package var percent: PhrasePattern
  /// Two numbers before one scale and one name: gaps `{min}`, `{max}`.
  package var range: PhrasePattern
  /// Two whole amounts: gaps `{min}`, `{max}`.
  package var fullRange: PhrasePattern
  /// Limits, with the gap `{amount}`.
  package var limits: Limits
  /// For "several", "tens of" and "hundreds of", in this order.
  package var vague: [Vague]

  /// The words for a power of ten.
  package struct Scale: Sendable {
    /// The power of ten.
    package var power: Int
    /// Behind a singular number: `million`.
    package var one: String
    /// Behind a plural number: `million`, `millions`.
    package var many: String
    /// Without a number: `millions`.
    package var plural: String
    /// Whether numbers are counted in it; a thousand mostly serves vague amounts alone.
    package var countsNumbers: Bool

    /// The forms of one scale.
    package init(
      _ power: Int, one: String, many: String, plural: String, countsNumbers: Bool = true
    ) {
      self.power = power
      self.one = one
      self.many = many
      self.plural = plural
      self.countsNumbers = countsNumbers
    }
  }

  /// The name of what is counted.
  package struct Name: Sendable {
    /// Behind a singular number: `dollar`.
    package var one: String
    /// Behind a plural number: `dollars`.
    package var many: String
    /// Behind a scale word: `dollars`, « de dollars », « d’euros ».
    package var of: String

    /// The three forms of one name.
    package init(one: String, many: String, of: String) {
      self.one = one
      self.many = many
      self.of = of
    }
  }

  /// How a limit is said.
  package struct Limits: Sendable {
    /// Near a number.
    package var about: PhrasePattern
    /// Above a number.
    package var over: PhrasePattern
    /// Below a number.
    package var under: PhrasePattern
    /// A number at most.
    package var upTo: PhrasePattern
    /// A number at least.
    package var atLeast: PhrasePattern

    /// Each with the gap `{amount}`.
    package init(
      about: PhrasePattern, over: PhrasePattern, under: PhrasePattern, upTo: PhrasePattern,
      atLeast: PhrasePattern
    ) {
      self.about = about
      self.over = over
      self.under = under
      self.upTo = upTo
      self.atLeast = atLeast
    }
  }

  /// How an amount without a number is said.
  package struct Vague: Sendable {
    /// What is counted, without a scale: gaps `{name}` (plural), `{of}`.
    package var counted: PhrasePattern
    /// A scale alone: gaps `{scale}`, `{plural}`.
    package var scaled: PhrasePattern
    /// Both: gaps `{scale}`, `{plural}`, `{name}`, `{of}`.
    package var scaledCounted: PhrasePattern

    /// The three forms.
    package init(
      counted: PhrasePattern, scaled: PhrasePattern, scaledCounted: PhrasePattern
    ) {
      self.counted = counted
      self.scaled = scaled
      self.scaledCounted = scaledCounted
    }
  }

  /// Every phrase of the language.
  package init(
    decimal: String, group: String, groupsFrom: Int, singularUnderTwo: Bool, scales: [Scale],
    names: [String: Name], symbols: [String: String] = [:], currencySigns: [String: String],
    ofSign: PhrasePattern,
    signed: PhrasePattern, counted: PhrasePattern, scaled: PhrasePattern,
    scaledCounted: PhrasePattern,
    measured: PhrasePattern, percent: PhrasePattern, range: PhrasePattern,
    fullRange: PhrasePattern, limits: Limits, vague: [Vague]
  ) {
    self.decimal = decimal
    self.group = group
    self.groupsFrom = groupsFrom
    self.singularUnderTwo = singularUnderTwo
    self.scales = scales.sorted { $0.power < $1.power }
    self.names = names
    self.symbols = symbols
    self.currencySigns = currencySigns
    self.ofSign = ofSign
    self.signed = signed
    self.counted = counted
    self.scaled = scaled
    self.scaledCounted = scaledCounted
    self.measured = measured
    self.percent = percent
    self.range = range
    self.fullRange = fullRange
    self.limits = limits
    self.vague = vague
  }
}

extension NumberWords {
  /// A number with the language's signs; `fractionDigits` adds zeros and never takes digits away.
  package func text(_ number: DecimalNumber, fractionDigits: Int = 0) -> String {
    let (whole, fraction) = number.parts
    let sign = number.isNegative ? "\u{2212}" : ""
    let zeros = String(repeating: "0", count: max(0, fractionDigits - fraction.utf8.count))
    let rest = fraction + zeros
    return sign + grouped(whole) + (rest.isEmpty ? "" : decimal + rest)
  }

  private func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard count >= max(4, groupsFrom) else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (count - index) % 3 == 0 { result += group }
      result.append(digit)
    }
    return result
  }
}
