package import SiteModel

/// Knows when each brief was last changed in each language: when it was published, corrected, or
/// when a later brief moved the status of one of its events. The day of the build plays no part.
package struct BriefChanges: Sendable {
  private let site: Site
  /// For each brief, the last move of the status of one of its events that came after it.
  private let moves: [ContentDate?]

  /// Works out the status moves of a site once.
  package init(_ site: Site) {
    self.site = site
    var moves = [ContentDate?](repeating: nil, count: site.briefs.count)
    for event in site.events {
      guard let move = Self.lastMove(of: event, in: site) else { continue }
      for assertion in event.assertions {
        moves[assertion.brief] = ContentDate.latest(moves[assertion.brief], move)
      }
    }
    self.moves = moves
  }

  /// When the edition came out.
  package func published(_ edition: BriefEdition) -> ContentDate? { ContentDate(edition.date) }

  /// When what the brief's page shows in a language last changed; `nil` without an edition in it.
  package func changed(_ brief: Int, in language: LanguageTag) -> ContentDate? {
    guard let edition = site.briefs[brief].edition(in: language) else { return nil }
    var latest = ContentDate(edition.date)
    if let embargo = site.briefs[brief].source.embargo?.value {
      latest = ContentDate.latest(latest, ContentDate(embargo))
    }
    for correction in edition.corrections {
      latest = ContentDate.latest(latest, ContentDate(correction.date))
    }
    return ContentDate.latest(latest, moves[brief])
  }

  /// When the certainty or stage of an event last became another one; `nil` if it never did.
  private static func lastMove(of event: Event, in site: Site) -> ContentDate? {
    var certainty: Certainty?
    var stage: Stage?
    var last: ContentDate?
    for (number, place) in event.assertions.enumerated() {
      let brief = site.briefs[place.brief]
      let said = brief.source.events[place.index]
      let next = (said.certainty ?? certainty, said.stage ?? stage)
      if number > 0, next != (certainty, stage) {
        last = ContentDate.latest(last, ContentDate(brief.source.date.value))
      }
      (certainty, stage) = next
    }
    return last
  }
}
