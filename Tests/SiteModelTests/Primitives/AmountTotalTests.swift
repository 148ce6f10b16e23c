import SiteModel
import Testing

@Suite("Totals of amounts")
struct AmountTotalTests {
  private typealias Entry = AmountTotal.Entry

  private let rates: ExchangeRates
  private let dollar: Currency
  private let summer: CalendarDate

  init() throws {
    dollar = try #require(Currency(code: "USD"))
    let euro = try #require(Currency(code: "EUR"))
    summer = try CalendarDate(parsing: "2025-06-15")
    rates = ExchangeRates(
      base: dollar,
      [
        .init(
          from: euro, rate: try DecimalNumber(parsing: "1.1"),
          date: try CalendarDate(parsing: "2025-01-01"))
      ])
  }

  private func total(_ entries: [Entry]) -> AmountTotal {
    var total = AmountTotal(in: dollar)
    for entry in entries { total.add(entry, rates: rates) }
    return total
  }

  private func entry(
    _ amount: String?, _ certainty: Certainty? = .confirmed, _ stage: Stage? = .completed
  ) throws -> Entry {
    Entry(
      try amount.map { try Quantity(parsing: $0) }, certainty: certainty, stage: stage, day: summer)
  }

  @Test("what is confirmed, agreed and exact counts, converted at the rate of its day")
  func counts() throws {
    let found = try total([
      entry("1.25B USD"), entry("200M EUR"), entry("3M USD", .confirmed, .announced),
      entry("2M USD", .confirmed, nil),
    ])
    #expect(found.sum?.description == "1475000000")
    #expect(found.counted == 4 && found.converted == 1 && found.leftOutCount == 0)
  }

  @Test(
    "a sum is shown no finer than its coarsest addend",
    arguments: [
      (["65B USD", "235M USD"], "~65B USD"), (["250B USD", "1.03B USD"], "~251B USD"),
      (["1.25B USD", "200M USD"], "1.45B USD"), (["65B USD", "30B USD"], "95B USD"),
      (["3M USD", "2M USD"], "5M USD"), (["200M EUR"], "~220M USD"),
      (["600 USD", "5 USD"], "605 USD"),
    ])
  func shown(_ amounts: [String], _ due: String) throws {
    let shown = try #require(try total(amounts.map { try entry($0) }).shownSum)
    #expect(shown == (try Quantity(parsing: due)))
  }

  @Test(
    "a vague, limited or inferred amount never counts",
    arguments: ["~50M USD", ">50M USD", "<50M USD", "up to 50M USD", "50M-60M USD", "≥50M USD"])
  func limits(_ text: String) throws {
    #expect(try total([entry(text)]).leftOut == [.vague: 1])
    #expect(try total([entry(text)]).sum == .zero)
  }

  @Test("an order of magnitude, an estimate and an inferred currency are vague")
  func vague() throws {
    var several = try entry("1B USD")
    several.amount?.amount = .magnitude(9)
    several.amount?.qualifier = .several
    var estimate = try entry("1B USD")
    estimate.amount?.nature = .estimated
    var inferred = try entry("1B USD")
    inferred.amount?.inferred = [.currency]
    var committed = try entry("1B USD")
    committed.amount?.nature = .committed
    #expect(total([several, estimate, inferred]).leftOut == [.vague: 3])
    #expect(total([committed]).counted == 1)
  }

  @Test("only what is confirmed counts", arguments: Certainty.allCases)
  func certainty(_ certainty: Certainty) throws {
    let found = try total([entry("7M USD", certainty)])
    #expect(found.counted == (certainty == .confirmed ? 1 : 0))
    #expect(found.leftOut == (certainty == .confirmed ? [:] : [.notConfirmed: 1]))
  }

  @Test("what is not agreed, or called off, never counts")
  func stages() throws {
    let open: [Stage] = [.considered, .inTalks, .expected, .planned, .postponed, .cancelled]
    let found = try total(open.map { try entry("7M USD", .confirmed, $0) })
    #expect(found.counted == 0 && found.leftOut == [.notAgreed: open.count])
  }

  @Test("without an amount, a rate or agreement of the sources nothing is added")
  func others() throws {
    var disputed = try entry("1M USD")
    disputed.isDisputed = true
    var elsewhere = try entry("1M USD")
    elsewhere.isElsewhere = true
    var early = try entry("1M EUR")
    early.day = try CalendarDate(parsing: "2024-12-31")
    var undated = try entry("1M EUR")
    undated.day = nil
    let found = total([
      disputed, elsewhere, early, undated, try entry(nil), try entry("9 GW"),
    ])
    #expect(found.counted == 0 && found.sum == .zero)
    #expect(found.leftOut == [.disputed: 1, .elsewhere: 1, .noRate: 3, .noAmount: 1])
  }

  @Test("a sum beyond what a number can hold is none, whatever the order")
  func overflow() throws {
    let most = try #require(DecimalNumber(coefficient: 9, exponent: 64))
    let least = try #require(DecimalNumber(coefficient: 1, exponent: -64))
    let entries = [most, least].map {
      Entry(Quantity(.value($0), of: .currency(dollar)), certainty: .confirmed)
    }
    #expect(total(entries).sum == nil && total(entries.reversed()).sum == nil)
  }

  @Test("the order never matters, and everything is counted once", arguments: 0..<40)
  func order(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let entries = try (0..<30).map { _ in
      var entry = try entry(
        random.pick(["1M USD", "2.5B EUR", ">3M USD", "7 MW", "4M JPY", "0.1 USD", nil]),
        random.pick([.confirmed, .confirmed, .reported, .disputed, nil]),
        random.pick([.completed, .announced, .cancelled, nil]))
      entry.isDisputed = random.int(0...5) == 0
      entry.isElsewhere = random.int(0...5) == 0
      return entry
    }
    let first = total(entries)
    let other = total(entries.shuffled(using: &random))
    #expect(first.sum == other.sum && first.leftOut == other.leftOut)
    #expect(first.converted == other.converted)
    #expect(first.counted + first.leftOutCount == entries.count)
    // Taking away all that is left out changes nothing.
    let counting = entries.filter { AmountTotal.reason(of: $0, rates: rates) == nil }
    #expect(total(counting).sum == first.sum && total(counting).leftOutCount == 0)
  }
}
