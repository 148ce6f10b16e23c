import SiteModel
import SitePlan
import TemplateEngine

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
