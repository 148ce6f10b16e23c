/// What became of the stories that a publication was the first to tell.
///
/// A story is an event in a brief that rests on the publication as an origin; how sure it was is
/// what the earliest such brief asserted, how sure it is now is what all briefs amount to. Nothing is
/// claimed of stories that were told as denied.
package struct PublicationRecord: Sendable, Hashable {
  /// The briefs in which a story begins with it, newest first.
  package var originated: [Int]
  /// The briefs in which it passes on what others found out, newest first.
  package var relayed: [Int]
  /// The events of the first, those of the newest brief first.
  package var stories: [Story]

  /// One event, and what became of it.
  package struct Story: Sendable, Hashable {
    package var event: Int
    /// The earliest assertion that rests on the publication.
    package var told: AssertionPlace
    /// How sure it was then.
    package var then: Certainty
    /// How sure it is now.
    package var now: Certainty
    /// Whether that brief's account of it rests on the publication alone.
    package var isSole: Bool

    package init(
      event: Int, told: AssertionPlace, then: Certainty, now: Certainty, isSole: Bool
    ) {
      self.event = event
      self.told = told
      self.then = then
      self.now = now
      self.isSole = isSole
    }

    /// What became of it.
    package var outcome: Outcome { Outcome(then: then, now: now) }
  }

  /// What can become of a story.
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// Told before it was sure, and confirmed since.
    case confirmed
    /// Denied or retracted since, however it was told.
    case denied
    /// Contradicted since, or told as disputed and still so.
    case disputed
    /// Neither confirmed nor denied so far.
    case open
    /// Told as confirmed, and nobody has taken it back.
    case certain

    package init(then: Certainty, now: Certainty) {
      self =
        switch (then, now) {
        case (_, .denied), (_, .retracted): .denied
        case (_, .disputed): .disputed
        case (.confirmed, _): .certain
        case (_, .confirmed): .confirmed
        case (_, .reported), (_, .rumoured): .open
        }
    }
  }

  /// How many stories had an outcome.
  package func count(_ outcome: Outcome) -> Int { stories.count { $0.outcome == outcome } }

  /// The stories of which something was still to be learned when they were told, or that were taken
  /// back: all but the certain ones.
  package var tested: Int { stories.count - count(.certain) }

  /// A record of stories known already.
  package init(originated: [Int], relayed: [Int], stories: [Story]) {
    self.originated = originated
    self.relayed = relayed
    self.stories = stories
  }

  /// The record of `publication`: over all briefs, in whatever language they can be read, since what
  /// became of a story does not depend on its readers.
  package init(of publication: Int, in site: Site, uses: SourceUses) {
    let all = uses.uses(of: publication)
    originated = all.filter(\.isOrigin).map(\.brief)
    relayed = all.filter { !$0.isOrigin }.map(\.brief)
    var seen = Set<Int>()
    let own = Set(originated)
    var found: [Story] = []
    for brief in originated {
      for event in site.briefs[brief].events where seen.insert(event).inserted {
        if let story = Self.story(event, publication, own, site) { found.append(story) }
      }
    }
    stories = found
  }

  /// The first time that an event is told by one of `briefs` on the word of `publication`.
  private static func story(
    _ event: Int, _ publication: Int, _ briefs: Set<Int>, _ site: Site
  ) -> Story? {
    let item = site.events[event]
    for (index, place) in item.assertions.enumerated() where briefs.contains(place.brief) {
      let brief = site.briefs[place.brief]
      let origins = site.origins(of: place)
      let isOwn = origins.contains { origin in
        brief.origins.origins[origin].sources.contains { brief.publishers[$0] == publication }
      }
      guard isOwn else { continue }
      let then = item.folded.history[index].certainty
      if then == .denied || then == .retracted { return nil }
      return Story(
        event: event, told: place, then: then, now: item.folded.certainty ?? .reported,
        isSole: origins.count == 1)
    }
    return nil
  }
}
