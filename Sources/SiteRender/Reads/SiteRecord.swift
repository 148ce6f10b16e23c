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

  /// The kinds of record; their numbers alternate, so that a log of reads stays dense.
  package enum Kind: UInt32, Sendable, CaseIterable {
    case brief, entity, topic, storyline, event, site, page

    /// The record's number in a log of reads.
    @inline(__always)
    func id(_ place: Int) -> RecordID {
      RecordID(UInt32(place) * UInt32(Self.count) + rawValue)
    }

    static let count = 7
  }

  /// The record's kind.
  package var kind: Kind {
    switch self {
    case .brief: .brief
    case .entity: .entity
    case .topic: .topic
    case .storyline: .storyline
    case .event: .event
    case .site: .site
    case .page: .page
    }
  }

  /// The record's place in the site's list of its kind.
  package var place: Int {
    switch self {
    case .brief(let place), .entity(let place), .topic(let place), .storyline(let place),
      .event(let place), .page(let place):
      place
    case .site: 0
    }
  }

  /// A record by its kind and place.
  package init(_ kind: Kind, _ place: Int) {
    self =
      switch kind {
      case .brief: .brief(place)
      case .entity: .entity(place)
      case .topic: .topic(place)
      case .storyline: .storyline(place)
      case .event: .event(place)
      case .site: .site
      case .page: .page(place)
      }
  }

  /// The record's number in a log of reads.
  var id: RecordID { kind.id(place) }

  /// The record of a number.
  init(_ id: RecordID) {
    let (place, number) = Int(id.rawValue).quotientAndRemainder(dividingBy: Kind.count)
    self.init(Kind(rawValue: UInt32(number)) ?? .page, place)
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
