/// Gathers the amounts of events for a total.
extension Site {
  /// For each of `events` its entry in a total of the amounts in `fields`, of which an event's type
  /// has at most one.
  ///
  /// The amount is as certain as the assertions that give it, which may be less than the event is, and
  /// as the claims with that figure which they cite: a deal may be confirmed, its price reported. A
  /// part of an event that counts is in the sum with the whole, and what another event replaced is
  /// in it with that one.
  package func amountEntries(
    of events: [Int], fields: [String], rates: ExchangeRates
  ) -> [AmountTotal.Entry] {
    var entries = events.map { entry(of: self.events[$0], fields) }
    var counting = Set<Int>()
    for (place, entry) in zip(events, entries)
    where AmountTotal.reason(of: entry, rates: rates) == nil
      && self.events[place].supersededBy.isEmpty
    {
      counting.insert(place)
    }
    for (index, place) in events.enumerated() {
      entries[index].isElsewhere =
        !self.events[place].supersededBy.isEmpty || hasWhole(place, in: counting)
    }
    return entries
  }

  /// Whether an event is a part, at whatever depth, of one of `events`.
  private func hasWhole(_ place: Int, in events: Set<Int>) -> Bool {
    var next = self.events[place].partOf
    var steps = 0
    while let whole = next, steps < self.events.count {
      if events.contains(whole) { return true }
      next = self.events[whole].partOf
      steps += 1
    }
    return false
  }

  private func entry(of event: Event, _ fields: [String]) -> AmountTotal.Entry {
    guard let field = fields.lazy.compactMap({ event.folded[$0] }).first,
      case .value(.quantity(let amount)) = field.values.first?.value
    else {
      return AmountTotal.Entry(
        nil, certainty: event.folded.certainty, stage: event.folded.stage)
    }
    var certainty = event.folded.certainty
    let isConfirmed = field.values.contains { held in
      held.assertions.contains {
        event.folded.history[$0].certainty == .confirmed
          && !isDoubted(amount, in: event.assertions[$0])
      }
    }
    if certainty == .confirmed, !isConfirmed { certainty = .reported }
    return AmountTotal.Entry(
      amount, certainty: certainty, stage: event.folded.stage, day: rateDay(of: event),
      isDisputed: disputes(of: event).contains { $0.field == field.name })
  }

  /// Whether an assertion cites claims for this very amount, and none of them is confirmed.
  private func isDoubted(_ amount: Quantity, in place: AssertionPlace) -> Bool {
    let brief = briefs[place.brief].source
    let cited = Set(brief.events[place.index].claims.map(\.text))
    let claims = brief.claims.filter { claim in
      cited.contains(claim.id) && claim.certainty != nil
        && claim.quantities.contains {
          $0.value.amount == amount.amount && $0.value.measure == amount.measure
        }
    }
    return !claims.isEmpty && claims.allSatisfy { $0.certainty != .confirmed }
  }

  /// The day whose rate converts an event's amounts: its own first day, else the day of the newest
  /// brief about it.
  package func rateDay(of event: Event) -> CalendarDate? {
    event.date.lowerBound ?? event.briefs.first.flatMap { briefs[$0].source.date.value.lowerBound }
  }
}
