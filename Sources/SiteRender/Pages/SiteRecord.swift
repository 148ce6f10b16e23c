package import SiteModel
import TemplateEngine

/// A record of the site as reads of it are noted: which one it is, by its place in the site's list.
package enum SiteRecord: Sendable, Hashable {
  case brief(Int)
  case entity(Int)
  case topic(Int)
  case storyline(Int)
  case event(Int)
  /// The site itself: its title, navigation, counts.
  case site
  /// A standing page.
  case page(Int)

  /// How many kinds there are; their numbers alternate, so that a log of reads stays dense.
  private static let kinds = 7

  /// The record's number in a log of reads.
  var id: RecordID {
    switch self {
    case .brief(let place): Self.id(0, place)
    case .entity(let place): Self.id(1, place)
    case .topic(let place): Self.id(2, place)
    case .storyline(let place): Self.id(3, place)
    case .event(let place): Self.id(4, place)
    case .site: Self.id(5, 0)
    case .page(let place): Self.id(6, place)
    }
  }

  private static func id(_ kind: Int, _ place: Int) -> RecordID {
    RecordID(UInt32(place * kinds + kind))
  }

  /// The record of a number.
  init(_ id: RecordID) {
    let (place, kind) = Int(id.rawValue).quotientAndRemainder(dividingBy: Self.kinds)
    switch kind {
    case 0: self = .brief(place)
    case 1: self = .entity(place)
    case 2: self = .topic(place)
    case 3: self = .storyline(place)
    case 4: self = .event(place)
    case 5: self = .site
    default: self = .page(place)
    }
  }

  /// The record that a link leads to; `nil` for a file or a path.
  init?(_ target: LinkTarget) {
    switch target {
    case .brief(let place): self = .brief(place)
    case .entity(let place): self = .entity(place)
    case .topic(let place): self = .topic(place)
    case .storyline(let place): self = .storyline(place)
    case .event(let place): self = .event(place)
    case .page(let place): self = .page(place)
    case .asset, .path: return nil
    }
  }

  /// The record in words: its kind and id, such as `entity company/meta`.
  package func name(in site: Site) -> String {
    switch self {
    case .brief(let place): "brief \(site.briefs[place].id)"
    case .entity(let place): "entity \(site.entities[place].id)"
    case .topic(let place): "topic \(site.topics[place].id)"
    case .storyline(let place): "storyline \(site.storylines[place].id)"
    case .event(let place): "event \(site.events[place].id)"
    case .site: "site"
    case .page(let place): "page \(site.pages[place].id)"
    }
  }
}
