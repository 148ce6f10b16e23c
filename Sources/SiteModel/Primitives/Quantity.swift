/// An amount as a source gives it: exact or qualified, in money or in a unit, or only an order of
/// magnitude, with the words that were used.
///
/// Numbers are decimal and count whole units (5 GW is 5000000000 W). What a source leaves vague
/// stays vague: a magnitude is never a number, and has no place in a sum.
package struct Quantity: Sendable, Hashable {
  /// How much.
  package var amount: Amount
  /// How the source limits it.
  package var qualifier: Qualifier
  /// Of what; nil when the source does not say.
  package var measure: Measure?
  /// The source's own words.
  package var verbatim: String?
  /// What kind of figure it is.
  package var nature: Nature?
  /// What the source does not say and the writer supplied, in the order written.
  package var inferred: [Inferred]

  /// A quantity; parsers are the usual way to get one.
  package init(
    _ amount: Amount, _ qualifier: Qualifier = .exact, of measure: Measure? = nil,
    verbatim: String? = nil, nature: Nature? = nil, inferred: [Inferred] = []
  ) {
    self.amount = amount
    self.qualifier = qualifier
    self.measure = measure
    self.verbatim = verbatim
    self.nature = nature
    self.inferred = inferred
  }

  /// The forms an amount has.
  package enum Amount: Sendable, Hashable {
    /// One number.
    case value(DecimalNumber)
    /// From one number to another, both included.
    case range(min: DecimalNumber, max: DecimalNumber)
    /// At least so much.
    case atLeast(DecimalNumber)
    /// Several times ten to this power: 9 for "several billion", 10 for "tens of billions".
    case magnitude(Int)
  }

  /// How a source limits a number.
  package enum Qualifier: String, Sendable, Hashable, CaseIterable {
    case exact, about, over, under
    case upTo = "up_to"
    case several
  }

  /// What a figure says about the world.
  package enum Nature: String, Sendable, Hashable, CaseIterable {
    case committed, target, capacity, cumulative, annualised, estimated
  }

  /// The parts that a writer may have supplied.
  package enum Inferred: String, Sendable, Hashable, CaseIterable {
    case value, currency, unit, nature
  }

  /// Money or a unit.
  package enum Measure: Sendable, Hashable {
    case currency(Currency)
    case unit(MeasureUnit)

    /// The currency's code or the unit's name.
    package var name: String {
      switch self {
      case .currency(let currency): currency.code
      case .unit(let unit): unit.symbol
      }
    }
  }

  /// The powers of ten that a magnitude may have.
  package static let magnitudes = 0...26
}

extension Quantity {
  /// The currency, if it is money.
  package var currency: Currency? {
    if case .currency(let currency) = measure { return currency }
    return nil
  }

  /// The unit, if it is not money.
  package var unit: MeasureUnit? {
    if case .unit(let unit) = measure { return unit }
    return nil
  }

  /// Whether a reader must be shown the source's words, and none are there.
  package var lacksVerbatim: Bool { qualifier != .exact && verbatim == nil }

  /// Whether the amount may be added to others: one number, unqualified.
  package var isExact: Bool { exactValue != nil }

  /// The number, when there is one and it is exact.
  package var exactValue: DecimalNumber? {
    if case .value(let value) = amount, qualifier == .exact { return value }
    return nil
  }

  /// One number that may stand for the amount in a chart: an exact one or an "about"; nil for
  /// everything that is only a limit, a range or a magnitude.
  package var representative: DecimalNumber? {
    if case .value(let value) = amount, qualifier == .exact || qualifier == .about {
      return value
    }
    return nil
  }

  /// The least and the greatest number meant, as far as there are such; an "about" is taken as it
  /// stands, and a magnitude as from ten to its power to the next power.
  package var bounds: (lower: DecimalNumber?, upper: DecimalNumber?) {
    switch amount {
    case .value(let value):
      switch qualifier {
      case .over: (value, nil)
      case .under, .upTo: (nil, value)
      case .exact, .about, .several: (value, value)
      }
    case .range(let min, let max): (min, max)
    case .atLeast(let value): (value, nil)
    case .magnitude(let power):
      (.power(ofTen: power), .power(ofTen: power + 1))
    }
  }

  /// The powers of ten between which the amount's first digit stands; nil for zero.
  package var ordersOfMagnitude: ClosedRange<Int>? {
    switch amount {
    case .value(let value), .atLeast(let value):
      return value.orderOfMagnitude.map { $0...$0 }
    case .range(let min, let max):
      guard let low = min.orderOfMagnitude, let high = max.orderOfMagnitude else { return nil }
      return Swift.min(low, high)...Swift.max(low, high)
    case .magnitude(let power): return power...power
    }
  }

  /// How many powers of ten two amounts are apart, 0 when they may be of one order; nil when they
  /// do not count the same thing.
  package func orders(apart other: Quantity) -> Int? {
    guard measure == other.measure, let a = ordersOfMagnitude, let b = other.ordersOfMagnitude
    else { return nil }
    if a.overlaps(b) { return 0 }
    return a.lowerBound > b.upperBound
      ? a.lowerBound - b.upperBound : b.lowerBound - a.upperBound
  }

  /// The same quantity with its numbers changed; nil when `change` gives nil for one of them.
  /// `change` is told to which side a number may move without saying more than before: down for
  /// what is a lower limit, up for an upper one.
  func mapNumbers(
    _ change: (DecimalNumber, DecimalNumber.Rounding) -> DecimalNumber?
  ) -> Quantity? {
    var copy = self
    switch amount {
    case .value(let value):
      let side: DecimalNumber.Rounding =
        switch qualifier {
        case .over: .down
        case .under, .upTo: .up
        case .exact, .about, .several: .nearest
        }
      guard let new = change(value, side) else { return nil }
      copy.amount = .value(new)
    case .atLeast(let value):
      guard let new = change(value, .down) else { return nil }
      copy.amount = .atLeast(new)
    case .range(let min, let max):
      guard let low = change(min, .down), let high = change(max, .up) else { return nil }
      copy.amount = .range(min: Swift.min(low, high), max: Swift.max(low, high))
    case .magnitude: break
    }
    return copy
  }
}
