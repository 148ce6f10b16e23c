/// A share of one entity that others took in an event, or were said to.
package struct Holding: Sendable, Hashable {
  package var event: Int
  /// Those who took it, together when they are several.
  package var owners: [Int]
  /// That of which they took it.
  package var owned: [Int]
  /// How much.
  package var share: Share

  /// How a share is said.
  package enum Share: Sendable, Hashable {
    /// In the event's field `stake`, with one value or disputed ones.
    case stake
    /// By the kind of an acquisition: the whole, or the majority.
    case kind(String)
  }

  /// What an event says of shares; nothing when it will not come.
  package init?(_ event: Event, at place: Int) {
    let roles: (owners: Set<String>, owned: Set<String>)
    switch event.type.key {
    case "funding": roles = (["investor", "lead"], ["investee"])
    case "acquisition": roles = (["acquirer"], ["target"])
    default: return nil
    }
    if event.folded["stake"] != nil {
      share = .stake
    } else if event.type.key == "acquisition", let kind = event.text(in: "kind"),
      ["full", "majority"].contains(kind)
    {
      share = .kind(kind)
    } else {
      return nil
    }
    self.event = place
    owners = event.participants(in: roles.owners)
    owned = event.participants(in: roles.owned)
    if event.isGivenUp || owners.isEmpty || owned.isEmpty { return nil }
  }
}

extension Site {
  /// The shares of `entity` that others took, and those that it took of others.
  ///
  /// - Parameter events: its events, in the order that the shares are to have.
  package func shares(
    of entity: Int, in events: [Int]
  ) -> (taken: [Holding], held: [Holding]) {
    let holdings = events.compactMap { Holding(self.events[$0], at: $0) }
    return (
      holdings.filter { $0.owned.contains(entity) }, holdings.filter { $0.owners.contains(entity) }
    )
  }

  /// Events by their own date, the newest first; those without a date last, by the newest brief.
  package func newestFirst(_ places: [Int]) -> [Int] {
    places.map { (place: $0, key: events[$0].date.sortKey) }.sorted { a, b in
      if a.key != b.key { return b.key < a.key }
      let first = events[a.place].briefs.first ?? .max
      let second = events[b.place].briefs.first ?? .max
      return (first, a.place) < (second, b.place)
    }.map(\.place)
  }
}
