/// A sum of amounts that says what is not in it.
///
/// Only an exact amount that is confirmed and agreed counts, in the base currency or converted at a
/// dated rate. Everything else is left out and counted by the first reason that applies, so that what
/// counts and what is left out are together all there is. The order of adding never matters.
package struct AmountTotal: Sendable, Hashable {
  /// The currency of the sum.
  package let currency: Currency
  /// How many amounts are in the sum.
  package var counted: Int { addends.count }
  /// How many of those were converted from another currency.
  package private(set) var converted = 0
  /// How many entries are not in the sum, by reason.
  package private(set) var leftOut: [Reason: Int] = [:]
  /// What is in the sum, from the least to the greatest.
  private var addends: [DecimalNumber] = []

  /// Why an entry is not in a sum; of several reasons the first counts.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// It is a part of an entry that counts, or another entry took its place.
    case elsewhere
    /// Nobody gives an amount.
    case noAmount = "no_amount"
    /// It is rumoured, reported, disputed, denied or retracted.
    case notConfirmed = "not_confirmed"
    /// It is talked of, expected, planned, postponed or called off.
    case notAgreed = "not_agreed"
    /// Sources or briefs disagree about the amount.
    case disputed
    /// The amount is vague: limited, a range, an order of magnitude, an estimate, or inferred.
    case vague
    /// No rate is known that would convert it.
    case noRate = "no_rate"
  }

  /// One entry of a list that is summed up.
  package struct Entry: Sendable {
    /// The amount, or one of those that are given.
    package var amount: Quantity?
    /// Whether others are given too.
    package var isDisputed: Bool
    package var certainty: Certainty?
    package var stage: Stage?
    /// The day whose rate converts it; `nil` when there is none.
    package var day: CalendarDate?
    /// Whether it is in the sum by another entry.
    package var isElsewhere: Bool

    package init(
      _ amount: Quantity?, certainty: Certainty?, stage: Stage? = nil, day: CalendarDate? = nil,
      isDisputed: Bool = false, isElsewhere: Bool = false
    ) {
      self.amount = amount
      self.isDisputed = isDisputed
      self.certainty = certainty
      self.stage = stage
      self.day = day
      self.isElsewhere = isElsewhere
    }
  }

  /// The total of nothing.
  package init(in currency: Currency) { self.currency = currency }

  /// Adds an entry to the sum, or to what is left out.
  package mutating func add(_ entry: Entry, rates: ExchangeRates) {
    switch Self.judge(entry, rates) {
    case .success(let addend):
      if addend.isConverted { converted += 1 }
      insert(addend.value)
    case .failure(let reason): leftOut[reason, default: 0] += 1
    }
  }

  private mutating func insert(_ value: DecimalNumber) {
    var (low, high) = (0, addends.count)
    while low < high {
      let middle = (low + high) / 2
      if addends[middle] < value { low = middle + 1 } else { high = middle }
    }
    addends.insert(value, at: low)
  }

  /// The sum; `nil` when it has more digits than a number can have.
  package var sum: DecimalNumber? {
    addends.reduce(.zero as DecimalNumber?) { sum, next in sum.flatMap { $0.adding(next) } }
  }

  /// The sum as exact as its coarsest addend: billions with billions give no millions, and what was
  /// converted no more than three digits. "About" where that rounds it.
  package var shownSum: Quantity? {
    guard counted > 0, let sum, let order = sum.orderOfMagnitude else { return nil }
    let step = addends.map(\.statedPower).max() ?? 0
    var digits = max(1, order - step + 1)
    if converted > 0 { digits = min(digits, 3) }
    let rounded = sum.rounded(toSignificant: digits)
    let isExact = rounded == sum && converted == 0
    return Quantity(.value(rounded), isExact ? .exact : .about, of: .currency(currency))
  }

  /// How many entries are not in the sum.
  package var leftOutCount: Int { Reason.allCases.reduce(0) { $0 + (leftOut[$1] ?? 0) } }
}

extension AmountTotal {
  private struct Addend {
    var value: DecimalNumber
    var isConverted: Bool
  }

  /// Why an entry would be left out; `nil` when it counts.
  package static func reason(of entry: Entry, rates: ExchangeRates) -> Reason? {
    if case .failure(let reason) = judge(entry, rates) { return reason }
    return nil
  }

  private static func judge(_ entry: Entry, _ rates: ExchangeRates) -> Result<Addend, Reason> {
    if entry.isElsewhere { return .failure(.elsewhere) }
    guard let amount = entry.amount else { return .failure(.noAmount) }
    guard entry.certainty == .confirmed else { return .failure(.notConfirmed) }
    switch entry.stage {
    case nil, .announced, .signed, .underway, .completed: break
    case .considered, .inTalks, .expected, .planned, .postponed, .cancelled:
      return .failure(.notAgreed)
    }
    guard !entry.isDisputed else { return .failure(.disputed) }
    guard amount.isStated else { return .failure(.vague) }
    guard amount.currency != nil else { return .failure(.noRate) }
    let result =
      amount.currency == rates.base
      ? ExchangeRates.Converted(quantity: amount, rate: nil)
      : entry.day.flatMap { rates.converted(amount, on: $0) }
    guard let result, case .value(let value) = result.quantity.amount else {
      return .failure(.noRate)
    }
    return .success(Addend(value: value, isConverted: result.isConverted))
  }
}

extension AmountTotal.Reason: Error {}

extension Quantity {
  /// Whether a source states the very amount: one unlimited number, not an estimate or an aim, and
  /// neither the number nor the currency is the writer's inference.
  fileprivate var isStated: Bool {
    guard isExact, !inferred.contains(.value), !inferred.contains(.currency) else { return false }
    switch nature {
    case nil, .committed: return true
    case .target, .capacity, .cumulative, .annualised, .estimated: return false
    }
  }
}

extension DecimalNumber {
  /// The power of ten to which a number is stated: 250 billion to billions, 1.03 billion to tens of
  /// millions. Zeros before the scale word are taken as stated, those in it are not.
  fileprivate var statedPower: Int {
    let order = orderOfMagnitude ?? 0
    let scale = order >= 0 ? order / 3 * 3 : order
    return min(order - significantDigits + 1, scale)
  }
}
