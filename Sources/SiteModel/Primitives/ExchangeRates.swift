/// Dated exchange rates into one base currency, and the one way of converting with them.
package struct ExchangeRates: Sendable, Hashable {
  /// The currency into which amounts are converted.
  package let base: Currency
  /// The rates, by currency and then by date.
  package let rates: [Rate]

  /// On a day, one unit of a currency cost so much of the base.
  package struct Rate: Sendable, Hashable {
    /// The currency converted from.
    package var from: Currency
    /// Units of the base for one unit of `from`.
    package var rate: DecimalNumber
    /// The day of the rate.
    package var date: CalendarDate

    /// A rate of one day.
    package init(from: Currency, rate: DecimalNumber, date: CalendarDate) {
      self.from = from
      self.rate = rate
      self.date = date
    }
  }

  /// A quantity in the base currency.
  package struct Converted: Sendable, Hashable {
    /// The quantity without the source's words: they were said of another currency. What was
    /// exact is “about”, since no source gives this number.
    package var quantity: Quantity
    /// The rate used; nil when the amount was in the base currency all along.
    package var rate: Rate?

    /// Whether the number is one that no source gives.
    package var isConverted: Bool { rate != nil }
  }

  /// The rates in any order. Of two for one currency and day, the greater counts,
  /// so that the order of writing never does.
  package init(base: Currency, _ rates: [Rate]) {
    self.base = base
    self.rates = rates.sorted {
      ($0.from.code, $0.date) == ($1.from.code, $1.date)
        ? $1.rate < $0.rate : ($0.from.code, $0.date) < ($1.from.code, $1.date)
    }
  }

  /// The newest rate of `currency` dated on `day` or before; nil when there is none.
  package func rate(of currency: Currency, on day: CalendarDate) -> Rate? {
    rates.last { $0.from == currency && $0.date <= day }
  }

  /// The quantity in the base currency at the rate of `day`; nil for what is not money, for
  /// magnitudes, and where there is no rate.
  ///
  /// No number gets more digits than it has, but for those that have only one, since one digit may
  /// be off by half; and none more than three. Limits and ranges are rounded outwards, so that what
  /// was at least, or at most, a number still is.
  package func converted(_ quantity: Quantity, on day: CalendarDate) -> Converted? {
    guard let currency = quantity.currency else { return nil }
    if case .magnitude = quantity.amount { return nil }
    if currency == base { return Converted(quantity: quantity, rate: nil) }
    guard let rate = rate(of: currency, on: day),
      var result = quantity.mapNumbers({ number, side in
        let digits = min(max(number.significantDigits, 2), 3)
        return number.multiplied(by: rate.rate)?.rounded(toSignificant: digits, side)
      })
    else { return nil }
    if result.qualifier == .exact, case .value = result.amount { result.qualifier = .about }
    result.measure = .currency(base)
    result.verbatim = nil
    return Converted(quantity: result, rate: rate)
  }
}
