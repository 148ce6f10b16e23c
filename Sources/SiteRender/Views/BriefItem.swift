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
