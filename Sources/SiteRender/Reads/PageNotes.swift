package import SiteModel
package import SitePlan
import TemplateEngine

/// What one page reads of the site, noted while it is made: records, lists, words, and the day.
///
/// Two hands write here. The template engine notes each record whose field a template looks at, and
/// each list that it opens. What Swift code reads to make the page's own facts, its structured data
/// or a data file, it notes by way of `SiteReader` and of the words of the page.
///
/// One may serve one page after the other (`begin`), never two at once: it stays with the thread that
/// makes the page. That is why `@unchecked Sendable` holds, which lets it travel with the context.
package final class PageNotes: @unchecked Sendable {
  let log = ReadLog()
  /// Interface strings, by their numbers in the page's language.
  private(set) var strings = NumberSet()
  /// Interface strings that were looked for in vain.
  private(set) var absentStrings: [String] = []
  /// Interface strings that the page's language lacks, and that were shown by their key or in another.
  package private(set) var missingStrings: [String] = []
  /// Lists of the site that were read whole.
  private(set) var lists: [SiteList] = []
  /// Whether it matters which day, or only which month, the site is built for.
  private(set) var readsDay = false, readsMonth = false
  private var kinds: UInt32 = 0
  private var queries: [PageReads.Query] = []
  private var file: PlannedFile?

  /// Nothing noted yet, for no page.
  package init() {}

  /// Nothing noted yet; for the page of `file`.
  package init(_ file: PlannedFile) { self.file = file }

  /// Forgets all, for the page of `file`.
  package func begin(_ file: PlannedFile) {
    self.file = file
    log.reset()
    strings.removeAll()
    absentStrings.removeAll(keepingCapacity: true)
    missingStrings.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
    queries.removeAll(keepingCapacity: true)
    (kinds, readsDay, readsMonth) = (0, false, false)
  }

  // MARK: - Records

  /// Notes that facets of a record are read.
  func note(_ record: SiteRecord, _ facets: UInt8...) {
    for facet in facets { log.note(record.id, facet: facet) }
  }

  /// Notes that Swift code looks at a record.
  @inline(__always)
  func noteFace(_ kind: SiteRecord.Kind, _ place: Int) {
    log.note(kind.id(place), facet: RecordShapes.Facet.face)
  }

  /// Notes that a text's links are filled in: with the titles and addresses of what they lead to.
  func note(linksOf text: LinkedText) {
    for link in text.links {
      switch link.kind {
      case .mention(let target), .address(let target, _):
        if let record = SiteRecord(target) { note(record, RecordShapes.Facet.face) }
      case .citation: break
      }
    }
  }

  // MARK: - Lists

  /// Notes that it matters which records of a kind there are, and in which order.
  @inline(__always)
  func noteAll(_ kind: SiteRecord.Kind) { kinds |= 1 << kind.rawValue }

  /// The kinds of which that was noted.
  var wholeKinds: [SiteRecord.Kind] {
    SiteRecord.Kind.allCases.filter { kinds & (1 << $0.rawValue) != 0 }
  }

  /// Notes that a list of the site is read.
  func note(_ list: SiteList) {
    if !lists.contains(list) { lists.append(list) }
  }

  /// The number by which the engine notes that the page's list of this name is opened.
  func query(_ name: String) -> QueryID {
    guard let file else { return QueryID(0) }
    let query = PageReads.Query(name: name, content: file.content, number: file.number)
    if let known = queries.firstIndex(of: query) { return QueryID(UInt32(known)) }
    queries.append(query)
    return QueryID(UInt32(queries.count - 1))
  }

  /// Notes that what the page's list of this name holds is read.
  func note(query name: String) { log.note(query(name)) }

  // MARK: - Words and the day

  /// Notes that an interface string is read.
  func note(string number: Int) { strings.insert(number) }

  /// Notes that an interface string is looked for and not there.
  func note(absentString key: String) {
    if !absentStrings.contains(key) { absentStrings.append(key) }
  }

  /// Notes that a string is shown which the language lacks.
  func note(missingString key: String) {
    if !missingStrings.contains(key) { missingStrings.append(key) }
  }

  /// Notes that it matters for which day the site is built.
  func noteDay() { readsDay = true }

  /// Notes that it matters for which month the site is built.
  func noteMonth() { readsMonth = true }

  /// What was read so far.
  package var reads: PageReads {
    PageReads(
      language: file?.language ?? LanguageTag("und"),
      records: log.records.map { record, facets in
        PageReads.Record(
          record: SiteRecord(record),
          facets: (0..<16).filter { facets & (1 << $0) != 0 }.map { UInt8($0) })
      },
      queries: log.queries.compactMap {
        queries.indices.contains(Int($0.rawValue)) ? queries[Int($0.rawValue)] : nil
      }, lists: lists, kinds: wholeKinds)
  }
}

/// A list of the site that several pages show parts of.
package enum SiteList: Sendable, Hashable {
  /// All briefs of a language.
  case briefs
  /// The briefs of a language by year and month.
  case archive
  /// The events of a language, in the order of the table of all events.
  case events
  /// The entities of a language, by name.
  case entities
  /// What a desk shows, by its word.
  case desk(String)
  /// Every address with the day of its last change.
  case addresses
}

/// A set of small numbers, quick to empty.
struct NumberSet: Sendable {
  private var words: [UInt64] = []
  private(set) var members: [Int] = []

  mutating func insert(_ number: Int) {
    let word = number >> 6
    let bit: UInt64 = 1 << UInt64(number & 63)
    while words.count <= word { words.append(0) }
    guard words[word] & bit == 0 else { return }
    words[word] |= bit
    members.append(number)
  }

  mutating func removeAll() {
    for number in members { words[number >> 6] = 0 }
    members.removeAll(keepingCapacity: true)
  }
}

/// What a page read of the site: as long as none of it changes, the page does not.
///
/// All of it is read in the page's language. Besides, every page depends on the settings, the words
/// of its language and the templates that it uses.
package struct PageReads: Sendable {
  /// The language in which everything was read.
  package let language: LanguageTag
  /// The records, by kind and place, each once.
  package let records: [Record]
  /// The lists of its own, in the order in which they were made.
  package let queries: [Query]
  /// The lists of the site.
  package let lists: [SiteList]
  /// The kinds of record of which it went through all.
  package let kinds: [SiteRecord.Kind]

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
