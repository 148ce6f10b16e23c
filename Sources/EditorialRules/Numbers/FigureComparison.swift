import SiteModel

/// Whether a figure of a text and a quantity of a claim can be the same number.
struct FigureComparison {
  let figure: Figure
  /// Whether words such as "about" or "more than" stand before the figure.
  var isLimited = false

  /// Whether the quantity counts the same thing, so that the numbers may be compared.
  func isOfOneKind(_ quantity: Quantity) -> Bool {
    switch (figure.measure, quantity.measure) {
    case (.money(let code)?, .currency(let currency)?):
      currency.code == code || code == "USD" && currency.symbol == "$"
    case (.unit(let symbol)?, .unit(let unit)?): symbol == unit.symbol
    // "7.15 billion were expected": of what, the sentence says elsewhere.
    case (nil, .currency?): figure.power >= 6
    default: false
    }
  }

  /// Whether the quantity counts what is often taken for the figure's unit.
  func isConfusable(with quantity: Quantity) -> Bool {
    guard case .unit(let symbol)? = figure.measure, let unit = quantity.unit?.symbol else {
      return false
    }
    return Self.confusable.contains { $0 == (symbol, unit) || $0 == (unit, symbol) }
  }

  private static let confusable = [("W", "Wh"), ("%", "pp"), ("B/s", "bit/s"), ("FLOP", "FLOPS")]

  /// Whether the numbers agree: equal, or the figure is the quantity rounded or as vague.
  func agrees(with quantity: Quantity) -> Bool {
    switch figure.amount {
    case .magnitude(let power):
      switch quantity.amount {
      case .magnitude(let other): return power == other
      default: return quantity.ordersOfMagnitude.map { $0.contains(power) } ?? false
      }
    case .value(let value):
      switch quantity.amount {
      case .value(let other), .atLeast(let other): return isNear(value, other)
      case .range(let min, let max):
        return isNear(value, min) || isNear(value, max) || (min <= value && value <= max)
      case .magnitude(let power): return value.orderOfMagnitude == power
      }
    }
  }

  /// Whether two figures of texts say the same number, of the same thing as far as they say.
  func agrees(with other: Figure) -> Bool {
    if let own = figure.measure, let known = other.measure, own != known { return false }
    switch other.amount {
    case .magnitude(let power): return agrees(with: Quantity(.magnitude(power), .several))
    case .value(let value): return agrees(with: Quantity(.value(value)))
    }
  }

  private func isNear(_ said: DecimalNumber, _ known: DecimalNumber) -> Bool {
    if said == known { return true }
    let digits = String(describing: said.coefficient.magnitude).utf8.count
    // A fall of 9% may be kept as −9.
    if said == known.negated || known.rounded(toSignificant: digits) == said { return true }
    guard let unit = DecimalNumber.power(ofTen: said.exponent),
      let gap = said.adding(known.negated),
      case let distance = gap.isNegative ? gap.negated : gap,
      let twice = distance.adding(distance), twice <= said, twice <= known
    else { return false }
    // Halves are rounded up by people; "more than 30" may be 38.
    return twice <= unit && said.orderOfMagnitude == known.orderOfMagnitude
      || (isLimited || figure.isRound) && distance < unit
  }
}

extension Quantity {
  /// How a message says it.
  var briefText: String { verbatim.map { "“\($0)”" } ?? description }
}
