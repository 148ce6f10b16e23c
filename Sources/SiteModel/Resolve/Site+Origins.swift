/// Origins across briefs: what several texts about one thing rest on together.
extension Site {
  /// The distinct origins of `briefs` taken together, merged by publisher and by address, in the
  /// order of their first sources.
  package func mergedOrigins(of briefs: [Int]) -> [EventOrigin] {
    // The origins of one brief are merged already.
    if let only = briefs.first, briefs.count == 1 {
      return self.briefs[only].origins.origins.map { origin in
        EventOrigin(sources: origin.sources.map { SourcePlace(brief: only, source: $0) })
      }
    }
    var places: [SourcePlace] = []
    var keys: [[String]] = []
    for brief in briefs {
      for origin in self.briefs[brief].origins.origins {
        for source in origin.sources {
          places.append(SourcePlace(brief: brief, source: source))
          keys.append(
            OriginKeys.keys(
              self.briefs[brief].source.sources[source],
              record: self.briefs[brief].publishers[source]))
        }
      }
    }
    return OriginKeys.groups(keys).map { EventOrigin(sources: $0.map { places[$0] }) }
  }

  /// The sources that an assertion rests on: those of the claims that it cites, else, when it cites
  /// none, all of its brief. Places in the brief's list, in its order.
  package func sources(of assertion: AssertionPlace) -> [Int] {
    let brief = briefs[assertion.brief].source
    let cited = Set(brief.events[assertion.index].claims.map(\.text))
    let named = brief.claims.filter { cited.contains($0.id) }.compactMap { $0.source?.text }
    let places = brief.sources.indices.filter { named.contains(brief.sources[$0].id) }
    return places.isEmpty ? Array(brief.sources.indices) : places
  }

  /// The origins that an assertion rests on, as places in its brief's origins.
  package func origins(of assertion: AssertionPlace) -> [Int] {
    let graph = briefs[assertion.brief].origins
    return Set(sources(of: assertion).flatMap { graph.places[$0].origins }).sorted()
  }
}
