package import SearchIndex
package import SiteModel
import SitePlan
import SourceDiagnostics
import TemplateEngine

/// Says what readers can look for: the documents of each language's index, and its files.
///
/// Documents are made one by one and know nothing of each other, so that any number of threads may
/// make them; what is made of one depends on what stands in it alone.
package struct SiteSearch: Sendable {
  let pages: PageRenderer
  /// The languages of the site that have a search page.
  package let sections: [Section]

  /// The documents of one language.
  package struct Section: Sendable {
    package let language: LanguageTag
    /// The briefs, oldest first: a new one stands at the end and moves no other.
    let news: [Int]
    /// Names, topics, storylines and standing pages, in the order in which the site came to speak of
    /// them, for the same reason.
    let subjects: [LinkTarget]
    /// For each entity and topic, how it is written as a facet.
    let entityFacets: [String]
    let topicFacets: [String]

    /// How many documents there are.
    package var count: Int { news.count + subjects.count }
  }

  /// The documents of a site.
  package init(_ pages: PageRenderer) {
    self.pages = pages
    let site = pages.site
    guard site.settings.outputs.search else {
      sections = []
      return
    }
    sections = site.settings.languages.compactMap { language in
      guard pages.plan.has(address: pages.plan.addresses.search(language)) else { return nil }
      return Section(
        language: language, news: (pages.plan.lists[language]?.briefs ?? []).reversed(),
        subjects: Self.subjects(pages, language),
        entityFacets: site.entities.map {
          Self.facet("entity", $0.id.text, $0.name(in: language))
        },
        topicFacets: site.topics.map { Self.facet("topic", $0.id.text, $0.name(in: language)) })
    }
  }

  /// All that has a page and no date of its own: what is found in older briefs first, what no brief
  /// speaks of last.
  private static func subjects(_ pages: PageRenderer, _ language: LanguageTag) -> [LinkTarget] {
    let site = pages.site
    let addresses = pages.plan.addresses
    var keyed: [(oldest: Int, kind: Int, id: String, target: LinkTarget)] = []
    func add(_ target: LinkTarget, kind: Int, id: String, briefs: [Int]) {
      guard addresses.has(target, in: language) else { return }
      keyed.append((briefs.last ?? -1, kind, id, target))
    }
    for (place, page) in site.pages.enumerated() {
      add(.page(place), kind: 0, id: page.id.text, briefs: [Int.max])
    }
    for (place, topic) in site.topics.enumerated() {
      add(.topic(place), kind: 1, id: topic.id.text, briefs: topic.briefs)
    }
    for (place, storyline) in site.storylines.enumerated() {
      add(.storyline(place), kind: 2, id: storyline.id.text, briefs: storyline.briefs)
    }
    for (place, entity) in site.entities.enumerated() where entity.mergedInto == nil {
      add(.entity(place), kind: 3, id: entity.id.text, briefs: entity.briefs)
    }
    keyed.sort { a, b in
      if a.oldest != b.oldest { return a.oldest > b.oldest }
      return a.kind != b.kind ? a.kind < b.kind : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
    return keyed.map(\.target)
  }

  /// A facet's value as the index takes it; tabulators part its fields.
  static func facet(_ facet: String, _ value: String, _ label: String) -> String {
    facet + "\t" + value + "\t" + String(label.map { $0 == "\t" ? " " : $0 })
  }
}

// MARK: - Documents

extension SiteSearch {
  /// Reads documents on one thread.
  package struct Worker {
    private let search: SiteSearch
    private let section: Section
    private let views: SearchDocuments
    private var reader: TermReader

    /// A worker for the documents of a section.
    package init(_ search: SiteSearch, _ section: Section) {
      self.search = search
      self.section = section
      views = SearchDocuments(search.pages, section)
      reader = TermReader(SearchRules.rules(for: section.language.text))
    }

    /// The `number`th document of the section, the news before the subjects.
    package mutating func document(_ number: Int) -> IndexFiles.Document {
      let made =
        number < section.news.count
        ? views.news(section.news[number])
        : views.subject(section.subjects[number - section.news.count])
      return IndexFiles.Document(
        terms: reader.terms(of: made.document), record: made.record, facets: made.facets)
    }
  }

  /// The index of a section, from all its documents in order.
  package func index(_ section: Section, _ documents: [IndexFiles.Document]) -> SearchFiles {
    let index = IndexFiles(
      news: Array(documents[..<section.news.count]),
      subjects: Array(documents[section.news.count...]), language: section.language.text)
    return SearchFiles(
      index, section.language, pages.plan.addresses, source: pages.site.settings.file)
  }
}
