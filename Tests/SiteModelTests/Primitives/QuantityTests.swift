import SiteModel
import Testing

@Suite("Quantities")
struct QuantityTests {
  @Test("each short form reads as the table says, and each mistake teaches")
  func forms() throws {
    try FixtureTable.check("quantities.txt") { text in
      let quantity = try Quantity(parsing: text)
      let amount =
        switch quantity.amount {
        case .value(let value): "\(value)"
        case .range(let min, let max): "\(min)…\(max)"
        case .atLeast(let value): "≥\(value)"
        case .magnitude(let power): "10^\(power)"
        }
      return
        "\(quantity) [\(quantity.qualifier.rawValue) \(amount) \(quantity.measure?.name ?? "-")]"
    }
  }

  @Test("people read a quantity in their language, no more exact than it is")
  func words() throws {
    try FixtureTable.check("quantities-in-words.txt") { text in
      let quantity = try Quantity(parsing: text)
      return "\(quantity.text(in: .english)) | \(quantity.text(in: .french))"
    }
  }

  @Test("a quantity in full reads as the table says, and a mistake names its field")
  func fields() throws {
    try FixtureTable.check("quantity-fields.txt") { text in
      var fields = QuantityFields()
      for pair in text.split(separator: "; ") {
        let parts = pair.split(separator: ": ", maxSplits: 1).map(String.init)
        let value = parts.count > 1 ? parts[1] : ""
        switch parts[0] {
        case "value": fields.value = value
        case "min": fields.min = value
        case "max": fields.max = value
        case "magnitude": fields.magnitude = value
        case "q": fields.q = value
        case "currency": fields.currency = value
        case "unit": fields.unit = value
        case "nature": fields.nature = value
        case "inferred": fields.inferred = value.split(separator: ",").map(String.init)
        default: Issue.record("\(parts)")
        }
      }
      let quantity = try fields.quantity()
      return
        ([quantity.description, quantity.qualifier.rawValue, quantity.nature?.rawValue ?? ""]
        + quantity.inferred.map(\.rawValue)).filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test("what a quantity prints, it reads back")
  func roundTrip() throws {
    var random = SeededRandom(31)
    for _ in 0..<6000 {
      let quantity = random.quantity()
      #expect(try Quantity(parsing: quantity.description) == quantity, "\(quantity)")
    }
  }

  @Test("no bytes make the reader fall over, and every place is inside the text")
  func garbage() {
    let parts = [
      "1", "13.5", "2", "B", "k", "M", "T", "bn", " ", " ", "-", "–", "USD", "EUR", "%", "people",
      "GW", "W", ">", ">=", "~", "several", "tens of", "billion", "millions", "$", "€", "é", ",",
      ".", "e", "\u{202F}", "about ", "MUSD", "to ", "B", "€",
    ]
    var random = SeededRandom(32)
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<random.int(0...5)).map { _ in random.pick(parts) }.joined()
      do {
        let quantity = try Quantity(parsing: text)
        let again = try? Quantity(parsing: quantity.description)
        #expect(again == quantity, "\(text) → \(quantity)")
        read += 1
      } catch {
        #expect(error.range.upperBound <= text.utf8.count, "\(text): \(error)")
      }
    }
    #expect(read > 500)
  }

  @Test("every name of a unit means one unit, and every currency is found by its code")
  func tables() {
    let names = MeasureUnit.all.flatMap { [$0.symbol] + $0.aliases }
    #expect(Set(names).count == names.count)
    for unit in MeasureUnit.all { #expect(MeasureUnit(symbol: unit.symbol) == unit) }
    for currency in Currency.all { #expect(Currency(code: currency.code) == currency) }
    #expect(Currency.all.count > 150)
    #expect(Currency(code: "JPY")?.minorDigits == 0)
    #expect(Currency(code: "usd") == nil)
  }

  @Test("only exact amounts count for sums, only exact-ish ones stand in charts")
  func use() throws {
    let exact = try Quantity(parsing: "13.5B USD")
    let about = try Quantity(parsing: "~50 people")
    let over = try Quantity(parsing: ">100M EUR")
    let vague = try Quantity(parsing: "several billion USD")
    let range = try Quantity(parsing: "2-3B USD")
    #expect(
      [exact, about, over, vague, range].map(\.isExact) == [true, false, false, false, false])
    #expect(
      [exact, about, over, vague, range].map { $0.representative != nil }
        == [true, true, false, false, false])
    #expect(about.lacksVerbatim && !exact.lacksVerbatim)
    #expect(exact.orders(apart: vague) == 1)
    #expect(range.orders(apart: vague) == 0)
    #expect(exact.orders(apart: about) == nil)
    #expect(vague.bounds.lower == DecimalNumber(1_000_000_000))
    #expect(over.bounds.upper == nil)
  }

  @Test("conversion takes the newest rate of the day or before, never for a magnitude")
  func conversion() throws {
    let eur = try #require(Currency(code: "EUR"))
    let usd = try #require(Currency(code: "USD"))
    let rates = ExchangeRates(
      base: usd,
      try [("1.20", "2024-01-01"), ("1.08", "2023-12-11"), ("1.10", "2023-01-01")].map {
        ExchangeRates.Rate(
          from: eur, rate: try DecimalNumber(parsing: $0.0), date: try CalendarDate(parsing: $0.1))
      })
    let day = try CalendarDate(parsing: "2023-12-31")
    func converted(_ text: String) throws -> ExchangeRates.Converted? {
      rates.converted(try Quantity(parsing: text), on: day)
    }
    #expect(try converted("385M EUR")?.quantity.description == "~416M USD")
    #expect(try converted("~2-3M EUR")?.quantity.description == "~2.1-3.3M USD")
    #expect(try converted(">=385M EUR")?.quantity.description == ">=415M USD")
    #expect(try converted("<=4B EUR")?.quantity.description == "<=4.4B USD")
    #expect(try converted("385M EUR")?.isConverted == true)
    #expect(try converted("5 USD")?.isConverted == false)
    #expect(try converted("several million EUR") == nil)
    #expect(try converted("5 GW") == nil)
    #expect(try converted("5 CHF") == nil)
    #expect(
      rates.converted(
        try Quantity(parsing: "5 EUR"), on: try CalendarDate(parsing: "2022-12-31")) == nil)
    #expect(try converted("1.2345M EUR")?.quantity.description == "~1.33M USD")
  }
}

extension SeededRandom {
  mutating func measure() -> Quantity.Measure? {
    switch int(0...4) {
    case 0: nil
    case 1, 2: .currency(pick(Currency.all))
    default: .unit(pick(MeasureUnit.all))
    }
  }

  mutating func number() -> DecimalNumber {
    let digits = int(1...4)
    return DecimalNumber(
      coefficient: Int128(int(0...[9, 99, 999, 99_999][digits - 1])), exponent: int(-5...15))
      ?? .zero
  }

  mutating func quantity() -> Quantity {
    let measure = measure()
    switch int(0...5) {
    case 0: return Quantity(.magnitude(int(Quantity.magnitudes)), .several, of: measure)
    case 1: return Quantity(.atLeast(number()), .exact, of: measure)
    case 2:
      let (a, b) = (number(), number())
      return Quantity(
        .range(min: min(a, b), max: max(a, b)), pick([.exact, .about]), of: measure)
    default:
      return Quantity(.value(number()), pick([.exact, .about, .over, .under, .upTo]), of: measure)
    }
  }

}
