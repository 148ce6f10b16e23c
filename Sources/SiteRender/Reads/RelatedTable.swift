import SiteModel
import WorkerThreads

/// The related briefs of every brief, worked out once for all who ask.
struct RelatedTable: Sendable {
  /// How many are shown.
  static let limit = 5

  private let relations: [LanguageTag: [[RelatedBriefs.Relation]]]

  /// Works out all of them, on several threads.
  init(_ site: Site, workers: Int) {
    let weights = RelatedBriefs(site)
    var relations: [LanguageTag: [[RelatedBriefs.Relation]]] = [:]
    for language in site.settings.languages {
      relations[language] = Concurrency.map(
        site.briefs.count, workers: workers, makeWorker: { _ in RelatedBriefs.Scratch() },
        body: { scratch, place in
          guard site.briefs[place].edition(in: language) != nil else { return [] }
          return weights.related(to: place, in: language, limit: Self.limit, scratch)
        })
    }
    self.relations = relations
  }

  /// The briefs nearest to one among those of a language, the nearest first; of a language in which
  /// it cannot be read, none.
  func related(to brief: Int, in language: LanguageTag) -> [RelatedBriefs.Relation] {
    relations[language]?[brief] ?? []
  }
}
