package import SiteModel
package import SitePlan
import TemplateEngine

/// What one page reads of the site, noted while it is made: the records, and the lists.
///
/// Two hands write here. The template engine notes each record whose field a template looks at, and
/// each list that it opens. What Swift code reads to make the page's own facts, its structured data
/// or a data file, it notes itself. Not for use by two pages at once.
package final class PageNotes {
  let log = ReadLog()
  private var queries: [PageReads.Query] = []
  private let file: PlannedFile

  /// Nothing noted yet; for the page of `file`.
  package init(_ file: PlannedFile) { self.file = file }

  /// Notes that facets of a record are read.
  func note(_ record: SiteRecord, _ facets: UInt8...) {
    for facet in facets { log.note(record.id, facet: facet) }
  }

  /// Notes that a text's links are filled in: with the titles and addresses of what they lead to.
  func note(linksOf text: LinkedText) {
    for link in text.links {
      switch link.kind {
      case .mention(let target), .address(let target, _):
        if let record = SiteRecord(target) { note(record, RecordShapes.Facet.card) }
      case .citation: break
      }
    }
  }

  /// The number by which the engine notes that the page's list of this name is opened.
  func query(_ name: String) -> QueryID {
    let query = PageReads.Query(name: name, content: file.content, number: file.number)
    if let known = queries.firstIndex(of: query) { return QueryID(UInt32(known)) }
    queries.append(query)
    return QueryID(UInt32(queries.count - 1))
  }

  /// Notes that what the page's list of this name holds is read.
  func note(query name: String) { log.note(query(name)) }

  /// What was read so far.
  package var reads: PageReads {
    PageReads(
      language: file.language,
      records: log.records.map { record, facets in
        PageReads.Record(
          record: SiteRecord(record),
          facets: (0..<16).filter { facets & (1 << $0) != 0 }.map { UInt8($0) })
      },
      queries: log.queries.map { queries[Int($0.rawValue)] })
  }
}

/// What a page read of the site: as long as none of it changes, the page does not.
///
/// All of it is read in the page's language. Besides, every page depends on the settings, the day,
/// the words of its language and the templates that it uses.
package struct PageReads: Sendable {
  /// The language in which everything was read.
  package let language: LanguageTag
  /// The records, by kind and place, each once.
  package let records: [Record]
  /// The lists, in the order in which they were made.
  package let queries: [Query]

  /// A record and what was read of it.
  package struct Record: Sendable {
    /// The record.
    package let record: SiteRecord
    /// The facets, by number.
    package let facets: [UInt8]

    /// The facets by name: `card`, `text`.
    package var facetNames: [String] { facets.map { RecordShapes.Facet.name($0) } }
  }

  /// A choice of records that a page makes: which ones, and in which order.
  package struct Query: Sendable, Hashable {
    /// What the list is called: the variable of the page or the field of its record.
    package let name: String
    /// What the page shows whose list it is.
    package let content: PlannedFile.Content
    /// Which page of the list, from 1.
    package let number: Int
  }
}
