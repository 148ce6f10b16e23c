import SiteModel
import SourceDiagnostics

/// N4: figures that hang together add up.
enum ArithmeticMismatch: EventRule, BriefRule {
  static let rule = DiagnosticRule(
    "N4", .warning, "figures that hang together add up",
    explanation: """
      What somebody pays for a share, divided by the share, is what the whole is worth; a value with
      the money is at least the value before and the money; parts are not more than the whole; an
      amount that a claim gives in two currencies is one amount at the rate of the day. Differences up
      to a tenth are put down to rounding and to the day's rate.

      The share is used only in a round with one investor, since it may be one investor's of many; a
      rate only when it is at most \(freshRateDays) days older than the brief.

      Wrong:

          amount: 14.3B USD    stake: 49%    post_money: 14.3B USD

      Right:

          amount: 14.3B USD    stake: 49%    post_money: 29B USD
      """)

  /// How old a rate of the settings may be, in days, to judge an amount by it: within a quarter
  /// the main currencies seldom move by a tenth.
  static let freshRateDays = 92

  static func review(_ event: ReviewedEvent, _ findings: inout [Diagnostic]) {
    if event.event.type.key == "funding" {
      checkStake(event, &findings)
      checkValuations(event, &findings)
    }
    for key in ["amount", "price", "headcount"] { checkParts(key, event, &findings) }
  }

  private static func number(
    _ key: String, _ event: ReviewedEvent
  ) -> (value: DecimalNumber, measure: Quantity.Measure?, span: SourceSpan)? {
    guard let found = event.quantity(of: key), let value = found.value.representative,
      value > .zero
    else { return nil }
    return (value, found.value.measure, found.span)
  }

  // MARK: - A round

  private static func checkStake(_ event: ReviewedEvent, _ findings: inout [Diagnostic]) {
    guard let amount = number("amount", event), let stake = number("stake", event),
      let post = number("post_money", event), amount.measure == post.measure,
      case .unit(let unit)? = stake.measure, unit.symbol == "%",
      event.participants("lead").count + event.participants("investor").count == 1,
      let paid = amount.value.multiplied(by: DecimalNumber(100)),
      let implied = post.value.multiplied(by: stake.value), paid.differsByOverATenth(from: implied)
    else { return }
    findings.append(
      Diagnostic(
        rule, "amount and stake of event '\(event.event.id)' imply another valuation",
        at: post.span, label: "not the amount divided by the stake",
        related: [.init(amount.span, "the amount"), .init(stake.span, "the stake")],
        help: "see which of the three figures is another round's, another currency's or a slip"))
  }

  private static func checkValuations(_ event: ReviewedEvent, _ findings: inout [Diagnostic]) {
    guard let amount = event.quantity(of: "amount"), let pre = event.quantity(of: "pre_money"),
      let post = event.quantity(of: "post_money"), amount.value.measure == pre.value.measure,
      pre.value.measure == post.value.measure, let paid = amount.value.widened.lower,
      let before = pre.value.widened.lower, let after = post.value.widened.upper,
      let least = before.adding(paid), after < least
    else { return }
    findings.append(
      Diagnostic(
        rule, "event '\(event.event.id)' is worth less with the money than before it and the money",
        at: post.span, label: "less than the other two together",
        related: [.init(pre.span, "the value before"), .init(amount.span, "the money")],
        help: "see which of the values is before the money and which after it"))
  }

  // MARK: - Two currencies

  /// Amounts that a claim gives in two currencies, when they are near enough to be one amount.
  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic]) {
    for claim in brief.source.claims {
      let money = claim.quantities.filter { $0.value.currency != nil }
      guard money.count == 2, let rates = brief.site.site.settings.rates,
        let day = brief.source.date.value.upperBound,
        let first = inBase(money[0].value, rates, day),
        let second = inBase(money[1].value, rates, day),
        money[0].value.currency != money[1].value.currency, first.differsByOverATenth(from: second),
        !isOtherAmount(first, second)
      else { continue }
      findings.append(
        Diagnostic(
          rule, "the two amounts of claim '\(claim.id)' differ by over a tenth at the day's rate",
          at: brief.span(money[1].range), label: "not the same amount",
          related: [.init(brief.span(money[0].range), "the first amount")],
          help: "see whether one currency was taken for the other"))
    }
  }

  private static func inBase(
    _ quantity: Quantity, _ rates: ExchangeRates, _ day: CalendarDate
  ) -> DecimalNumber? {
    guard let converted = rates.converted(quantity, on: day) else { return nil }
    if let rate = converted.rate, rate.date.adding(days: freshRateDays) < day { return nil }
    return converted.quantity.representative
  }

  /// Amounts further apart than half are two amounts, not one in two currencies.
  private static func isOtherAmount(_ a: DecimalNumber, _ b: DecimalNumber) -> Bool {
    guard let half = DecimalNumber(coefficient: 15, exponent: -1) else { return true }
    return a.exceeds(b, times: half) || b.exceeds(a, times: half)
  }

  // MARK: - Parts

  private static func checkParts(
    _ key: String, _ event: ReviewedEvent, _ findings: inout [Diagnostic]
  ) {
    guard !event.event.parts.isEmpty, let whole = number(key, event) else { return }
    let parts = event.event.parts.compactMap {
      number(key, ReviewedEvent(site: event.site, place: $0))
    }
    guard parts.allSatisfy({ $0.measure == whole.measure }) else { return }
    var sum = DecimalNumber.zero
    for part in parts { sum = sum.adding(part.value) ?? sum }
    guard sum > whole.value, sum.differsByOverATenth(from: whole.value) else { return }
    findings.append(
      Diagnostic(
        rule, "the parts of event '\(event.event.id)' come to more than the whole", at: whole.span,
        label: "they come to \(Quantity(.value(sum), of: whole.measure))",
        related: parts.map { .init($0.span, "a part") },
        help: "see which figure is another one's, or take 'part_of' away"))
  }
}
