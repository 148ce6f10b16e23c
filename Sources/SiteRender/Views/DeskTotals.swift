import SiteModel
import SitePlan
import TemplateEngine

/// The totals of a desk, year by year and in all.
struct DeskTotals {
  /// The years that have events, newest first; `nil` for events without a date comes last.
  private(set) var years: [(year: Int?, events: Int, total: AmountTotal)] = []
  /// All events together.
  private(set) var all: (events: Int, total: AmountTotal)

  init(_ events: [Int], of desk: Desk, in site: SiteReader, rates: ExchangeRates) {
    let nothing = AmountTotal(in: rates.base)
    all = (events.count, nothing)
    var byYear: [Int?: (events: Int, total: AmountTotal)] = [:]
    let entries = site.amountEntries(of: events, fields: desk.totals, rates: rates)
    for (place, entry) in zip(events, entries) {
      let date = site.events[place].date
      let year = (date.lowerBound ?? date.upperBound)?.year
      byYear[year, default: (0, nothing)].events += 1
      byYear[year]?.total.add(entry, rates: rates)
      all.total.add(entry, rates: rates)
    }
    let known = byYear.keys.compactMap { $0 }.sorted(by: >)
    for year in known.map(Optional.some) + [nil] {
      if let found = byYear[year] { years.append((year, found.events, found.total)) }
    }
  }

  func record(_ context: ViewContext, _ make: ValueMaker) -> Value {
    let words = DeskWords(context.words.strings)
    func record(_ label: String, _ year: Int?, _ events: Int, _ total: AmountTotal) -> Value {
      let reasons = AmountTotal.Reason.allCases.compactMap { reason -> Value? in
        guard let count = total.leftOut[reason] else { return nil }
        return make.arena.record(
          RecordShapes.leftOut,
          [make.text(reason.rawValue), make.text(words.leftOut(reason, count)), .int(count)])
      }
      return make.arena.record(
        RecordShapes.total,
        [
          make.text(label), year.map { .int($0) } ?? .none, .int(events), .int(total.counted),
          .int(total.converted), make.text(text(total, context)), .int(total.leftOutCount),
          make.list(reasons),
        ])
    }
    return make.arena.record(
      RecordShapes.totals,
      [
        make.text(all.total.currency.code),
        make.list(
          years.map { record($0.year.map(String.init) ?? words.undatedYear, $0.year, $0.1, $0.2) }),
        record(words.allYears, nil, all.events, all.total),
      ])
  }

  /// The sum in words, as exact as its addends.
  private func text(_ total: AmountTotal, _ context: ViewContext) -> String? {
    total.shownSum?.text(in: context.words.numbers)
  }
}
