import SiteModel
import SitePlan
import TemplateEngine

/// A brief in hand: what is large is taken out of the site once, and only when it is asked for.
final class BriefItem {
  let place: Int
  private let context: ViewContext
  private let editionPlace: Int

  init(_ place: Int, _ context: ViewContext) {
    self.place = place
    self.context = context
    editionPlace = context.editionPlace(ofBrief: place)
  }

  private(set) lazy var brief = context.site.briefs[place]
  private(set) lazy var source = brief.source
  /// The text for readers of the language, else the original.
  private(set) lazy var edition = context.site.briefs[place].editions[editionPlace]

  var title: String { context.site.briefs[place].editions[editionPlace].title }
  var summary: String { context.site.briefs[place].editions[editionPlace].summary }
  var date: UncertainDate { context.site.briefs[place].editions[editionPlace].date }
  var language: LanguageTag { context.site.briefs[place].editions[editionPlace].language }

  /// Its page for readers of the language, from the site's root.
  var path: String { context.addresses.path(.brief(place), for: context.language) }
}

/// An entity in hand, with what all pages of its list count.
final class EntityItem {
  let place: Int
  let entity: Entity
  let source: EntityFile
  /// Its briefs that can be read in the language.
  let briefs: [Int]
  private let context: ViewContext

  init(_ place: Int, _ context: ViewContext) {
    self.place = place
    self.context = context
    entity = context.site.entities[place]
    source = entity.source
    briefs = context.readable(entity.briefs)
  }

  /// The entities that occur most in its briefs.
  private(set) lazy var comentions = EntityCounts.top(
    of: briefs, in: context.site.unnoted, without: place, limit: 12)

  /// Its events, newest first.
  private(set) lazy var newestEvents = context.site.newestFirst(entity.events)

  /// How many of its briefs fall in each month of a table.
  func months(_ table: MonthTable) -> [Int] {
    if let counted { return counted }
    let counts = table.counts(of: briefs)
    counted = counts
    return counts
  }
  private var counted: [Int]?
}

/// A topic in hand, with what all pages of its list count.
final class TopicItem {
  let place: Int
  let topic: Topic
  /// Its briefs that can be read in the language.
  let briefs: [Int]
  private let context: ViewContext

  init(_ place: Int, _ context: ViewContext) {
    self.place = place
    self.context = context
    topic = context.site.topics[place]
    briefs = context.readable(topic.briefs)
  }

  /// The entities that occur most in its briefs.
  private(set) lazy var entities = EntityCounts.top(of: briefs, in: context.site.unnoted, limit: 12)
}

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
