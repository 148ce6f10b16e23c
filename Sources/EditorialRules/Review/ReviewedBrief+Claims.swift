import SiteModel

/// What a brief's claims and sources say of each other.
extension ReviewedBrief {
  /// The claim with this id.
  func claim(_ id: String) -> Claim? { source.claims.first { $0.id == id } }

  /// The place of the source with this id.
  func sourcePlace(_ id: String) -> Int? { source.sources.firstIndex { $0.id == id } }

  /// The place of the source that a claim rests on.
  func sourcePlace(of claim: Claim) -> Int? { claim.source.flatMap { sourcePlace($0.text) } }

  /// The sources at these places and all that they got the story from, each once, in order.
  func withOrigins(_ places: [Int]) -> [Int] {
    var seen = Set<Int>()
    var waiting = places
    while let place = waiting.popLast() {
      if seen.insert(place).inserted { waiting += brief.origins.places[place].via }
    }
    return seen.sorted()
  }

  /// The entity that a claim is said to come from; nil for a source, for people without a name and
  /// for names without a record.
  func speaker(of claim: Claim) -> Int? {
    guard let by = claim.by, sourcePlace(by.text) == nil else { return nil }
    return site.entity(by, in: source.language)
  }

  /// The entities that publish a source, where they are no publications: its publisher, and whose
  /// site it stands on.
  func parties(of place: Int) -> [Int] {
    var found: [Int] = []
    let source = self.source.sources[place]
    if let publisher = brief.publishers[place] { found.append(publisher) }
    if source.kind != .social, let url = source.url?.value {
      found += site.parties.owners(ofAddress: url)
    }
    return found.filter { site.site.entities[$0].kind != .publication }
  }

  /// The claims that an assertion names, in its order.
  func claims(of assertion: EventAssertion) -> [Claim] {
    assertion.claims.compactMap { claim($0.text) }
  }

  /// The places of the sources that an assertion rests on: those of its claims, or all of the
  /// brief's when it names none.
  func sourcePlaces(of assertion: EventAssertion) -> [Int] {
    let own = claims(of: assertion).compactMap { sourcePlace(of: $0) }
    return withOrigins(own.isEmpty ? Array(source.sources.indices) : own)
  }
}
