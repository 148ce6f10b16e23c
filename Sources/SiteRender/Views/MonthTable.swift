import SiteModel
import TemplateEngine

/// Counts briefs by month: the 24 months up to the site's day.
final class MonthTable {
  /// How many months are shown.
  private static let shown = 24

  /// For each month, the oldest first, how it is written for machines and for people.
  let names: [(month: Value, label: Value)]
  /// The first month, counted from the year 0.
  private let first: Int
  private let site: SiteReader
  /// For each brief its month among those shown, `outside` for another one, `unknown` at first.
  private var months: [Int8]
  private static let unknown: Int8 = -1
  private static let outside: Int8 = -2

  init(_ make: ValueMaker) {
    site = make.context.site
    let first = site.asOf.year * 12 + site.asOf.month - Self.shown
    self.first = first
    names = (first..<first + Self.shown).map { month in
      let (year, number) = (month / 12, month % 12 + 1)
      return (
        make.text("\(year)-" + (number < 10 ? "0" : "") + "\(number)"),
        make.text(make.context.words.monthLabel(year: year, month: number))
      )
    }
    months = Array(repeating: Self.unknown, count: site.briefs.count)
  }

  /// How many of these briefs fall in each month.
  func counts(of briefs: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: Self.shown)
    for brief in briefs {
      if months[brief] == Self.unknown { months[brief] = month(of: brief) }
      let month = Int(months[brief])
      if month >= 0 { counts[month] += 1 }
    }
    return counts
  }

  private func month(of brief: Int) -> Int8 {
    guard let day = site.briefs[brief].source.date.value.lowerBound else { return Self.outside }
    let month = day.year * 12 + day.month - 1 - first
    return (0..<Self.shown).contains(month) ? Int8(month) : Self.outside
  }
}
