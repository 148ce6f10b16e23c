package import SiteModel

/// Knows when each brief was last changed in each language: when it was published, corrected, or
/// when a later brief moved the status of one of its events. The day of the build plays no part.
package struct BriefChanges: Sendable {
  /// For each language and brief, when what its page shows was last changed.
  private let dates: [LanguageTag: [ContentDate?]]

  /// Works out the changes of a site once.
  package init(_ site: Site) {
    // For each brief, the last move of the status of one of its events that came after it.
    var moves = [ContentDate?](repeating: nil, count: site.briefs.count)
    for event in site.events {
      guard let move = Self.lastMove(of: event, in: site) else { continue }
      for assertion in event.assertions {
        moves[assertion.brief] = ContentDate.latest(moves[assertion.brief], move)
      }
    }
    var dates: [LanguageTag: [ContentDate?]] = [:]
    for language in site.settings.languages {
      dates[language] = [ContentDate?](repeating: nil, count: site.briefs.count)
    }
    for place in site.briefs.indices {
      let embargo = site.briefs[place].source.embargo.flatMap { ContentDate($0.value) }
      let since = ContentDate.latest(embargo, moves[place])
      for edition in site.briefs[place].editions.indices {
        let language = site.briefs[place].editions[edition].language
        let own = Self.changed(site.briefs[place].editions[edition])
        dates[language]?[place] = ContentDate.latest(own, since)
      }
    }
    self.dates = dates
  }

  /// When the edition came out.
  package func published(_ edition: BriefEdition) -> ContentDate? { ContentDate(edition.date) }

  /// When what the brief's page shows in a language last changed; `nil` without an edition in it.
  package func changed(_ brief: Int, in language: LanguageTag) -> ContentDate? {
    dates[language]?[brief]
  }

  /// For each brief, when what its page shows in a language last changed.
  func all(in language: LanguageTag) -> [ContentDate?] { dates[language] ?? [] }

  /// When an edition came out or was last corrected.
  private static func changed(_ edition: BriefEdition) -> ContentDate? {
    edition.corrections.reduce(ContentDate(edition.date)) {
      ContentDate.latest($0, ContentDate($1.date))
    }
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
