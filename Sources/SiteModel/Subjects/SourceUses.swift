/// Knows where each publication is a source: as the origin of a story or as one that relays it.
///
/// Made once for a site, since a publication's page needs it and briefs do not point back.
package struct SourceUses: Sendable {
  /// One use of an entity as a publisher.
  package struct Use: Sendable, Hashable {
    package var brief: Int
    /// Whether a story begins there, by the brief's `via`.
    package var isOrigin: Bool
  }

  /// For each entity its uses, newest brief first; one that is both origin and relay of a brief's
  /// sources counts as its origin.
  private let uses: [Int: [Use]]

  package init(_ site: Site) {
    var uses: [Int: [Use]] = [:]
    for (place, brief) in site.briefs.enumerated() {
      for (source, publisher) in brief.publishers.enumerated() {
        guard let publisher else { continue }
        let isOrigin = brief.origins.places[source].via.isEmpty
        let last = (uses[publisher]?.count ?? 0) - 1
        if last >= 0, uses[publisher]?[last].brief == place {
          if isOrigin { uses[publisher]?[last].isOrigin = true }
        } else {
          uses[publisher, default: []].append(Use(brief: place, isOrigin: isOrigin))
        }
      }
    }
    self.uses = uses
  }

  /// Where `entity` is the publisher of a source, newest brief first.
  package func uses(of entity: Int) -> [Use] { uses[entity] ?? [] }
}
