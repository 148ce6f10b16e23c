import SiteModel

/// Knows who speaks for whom: which records belong to one house, and whose site an address is.
///
/// A house is what a record belongs to in the end, up the line of parents; a person belongs to the
/// houses of all its roles, a work to that of its maker.
struct PartyIndex: Sendable {
  private let houses: [[Int]]
  /// What each entity was merged into or belongs to.
  private let above: [Int?]
  private let hosts: [String: [Int]]

  init(_ site: Site) {
    let entities = site.entities
    above = entities.map { $0.mergedInto ?? $0.parent }
    houses = entities.indices.map { Self.houses(of: $0, entities) }
    var hosts: [String: [Int]] = [:]
    for (place, entity) in entities.enumerated() where entity.mergedInto == nil {
      guard let website = entity.source.website?.value, let host = WebHost.bare(website) else {
        continue
      }
      hosts[host, default: []].append(place)
    }
    self.hosts = hosts
  }

  private static func houses(of place: Int, _ entities: [Entity]) -> [Int] {
    let entity = entities[place]
    switch entity.kind {
    case .person:
      let organisations = entity.roleOrganisations.compactMap { $0 } + entity.founded
      return [place] + organisations.map { root(of: $0, entities) }
    case .model, .product, .dataset: return [root(of: entity.maker ?? place, entities)]
    default: return [root(of: place, entities)]
    }
  }

  private static func root(of place: Int, _ entities: [Entity]) -> Int {
    var place = place
    // Circles were reported and broken before; the bound is for the reader of this loop.
    for _ in entities.indices {
      guard let next = entities[place].mergedInto ?? entities[place].parent else { break }
      place = next
    }
    return place
  }

  /// The houses of an entity: itself alone when it belongs to nothing.
  func houses(of entity: Int) -> [Int] { houses[entity] }

  /// Whether two records are of one house, so that one may speak for the other.
  func areOfOneHouse(_ a: Int, _ b: Int) -> Bool {
    a == b || houses[a].contains { houses[b].contains($0) }
  }

  /// Whether two records are one, or one belongs to the other; two units of one company are neither.
  func areInLine(_ a: Int, _ b: Int) -> Bool { a == b || isBelow(a, b) || isBelow(b, a) }

  private func isBelow(_ place: Int, _ other: Int) -> Bool {
    var next = above[place]
    for _ in above.indices {
      guard let current = next else { return false }
      if current == other { return true }
      next = above[current]
    }
    return false
  }

  /// The entities on whose own site an address is; none for places that many share.
  func owners(ofAddress url: String) -> [Int] {
    guard let host = WebHost.bare(url), !WebHost.isShared(host) else { return [] }
    var rest = host[...]
    while true {
      if let found = hosts[String(rest)] { return found }
      guard let point = rest.firstIndex(of: ".") else { return [] }
      rest = rest[rest.index(after: point)...]
    }
  }
}

/// The host of a web address, and what it tells of who writes there.
enum WebHost {
  /// The host in small letters without `www.` and port; nil for what is no address.
  static func bare(_ url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let host = url[scheme.upperBound...].prefix { !"/?#:".contains($0) }.lowercased()
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return bare.isEmpty ? nil : bare
  }

  /// Whether anybody may write there, so that the address says nothing of the writer.
  static func isShared(_ host: String) -> Bool {
    shared.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  private static let shared = [
    "arxiv.org", "bsky.app", "facebook.com", "github.com", "github.io", "huggingface.co",
    "instagram.com", "linkedin.com", "medium.com", "reddit.com", "substack.com", "threads.net",
    "tiktok.com", "twitter.com", "wikipedia.org", "x.com", "youtu.be", "youtube.com",
  ]

  /// Whether only states, courts and the European Union have such an address.
  static func isOfficial(_ host: String) -> Bool {
    let labels = host.split(separator: ".")
    if labels.suffix(2).elementsEqual(["europa", "eu"]) { return true }
    // `sec.gov`, `legislation.gov.uk`, `cnil.gouv.fr`, `mofcom.gov.cn`, `meti.go.jp`.
    return labels.suffix(2).contains { ["gov", "gouv", "gob", "mil"].contains($0) }
      || (labels.count > 2 && ["go", "gc"].contains(labels[labels.count - 2]))
  }
}
