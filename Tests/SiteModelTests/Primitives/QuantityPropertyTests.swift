import SiteModel
import Testing

/// What holds for every quantity, tried on quantities made at random.
@Suite("Quantities in general")
struct QuantityPropertyTests {
  @Test("the long form reads back whole, words and nature and all")
  func longForm() throws {
    var random = SeededRandom(71)
    for _ in 0..<3000 {
      var quantity = random.quantity()
      if random.int(0...1) == 0 {
        quantity.verbatim = random.pick(["about fifty", "une cinquantaine"])
      }
      if random.int(0...1) == 0 { quantity.nature = random.pick(Quantity.Nature.allCases) }
      quantity.inferred = Quantity.Inferred.allCases.filter { _ in random.int(0...2) == 0 }
      #expect(try QuantityFields(quantity).quantity() == quantity, "\(quantity)")
    }
  }

  @Test("bounds are in order, and only an exact number is its own bounds")
  func bounds() {
    var random = SeededRandom(72)
    for _ in 0..<3000 {
      let quantity = random.quantity()
      let (lower, upper) = quantity.bounds
      if let lower, let upper { #expect(lower <= upper, "\(quantity)") }
      #expect(lower != nil || upper != nil, "\(quantity)")
      if let value = quantity.exactValue { #expect(lower == value && upper == value) }
      if case .magnitude = quantity.amount {
        #expect(!quantity.isExact && quantity.representative == nil && lower != upper)
      }
    }
  }

  @Test("a converted amount says no more than the source's, and a magnitude is never converted")
  func conversion() throws {
    let (usd, eur) = try (#require(Currency(code: "USD")), #require(Currency(code: "EUR")))
    let day = CalendarDate(dayNumber: 20_000)
    var random = SeededRandom(73)
    var seen = 0
    for _ in 0..<6000 {
      var quantity = random.quantity()
      quantity.measure = .currency(eur)
      quantity.verbatim = "words"
      let rate = DecimalNumber(coefficient: Int128(random.int(1...200_000)), exponent: -4) ?? .zero
      let rates = ExchangeRates(base: usd, [.init(from: eur, rate: rate, date: day)])
      let result = rates.converted(quantity, on: day)?.quantity
      if case .magnitude = quantity.amount {
        #expect(result == nil)
        continue
      }
      guard let result else { continue }
      seen += 1
      let what = "\(quantity) at \(rate): \(result)"
      #expect(result.currency == usd && result.verbatim == nil && !result.isExact, "\(what)")
      #expect(result.nature == quantity.nature, "\(what)")
      for (number, before) in zip(result.numbers, quantity.numbers) {
        let most = min(max(before.significantDigits, 2), 3)
        #expect(number.significantDigits <= most, "\(what)")
      }
      // What was at least or at most a number still is.
      let (lower, upper) = (quantity.bounds.lower, quantity.bounds.upper)
      let isLimit = lower != upper
      if isLimit, let exact = lower?.multiplied(by: rate), let bound = result.bounds.lower {
        #expect(bound <= exact, "\(what)")
      }
      if isLimit, let exact = upper?.multiplied(by: rate), let bound = result.bounds.upper {
        #expect(exact <= bound, "\(what)")
      }
      #expect((result.bounds.lower == nil) == (lower == nil), "\(what)")
      #expect((result.bounds.upper == nil) == (upper == nil), "\(what)")
    }
    #expect(seen > 3000)
  }
}

extension Quantity {
  /// The numbers of the amount.
  fileprivate var numbers: [DecimalNumber] {
    switch amount {
    case .value(let number), .atLeast(let number): [number]
    case .range(let min, let max): [min, max]
    case .magnitude: []
    }
  }
}
