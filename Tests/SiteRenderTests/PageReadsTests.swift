import DefaultTheme
import SiteModel
import SitePlan
import SourceDiagnostics
import Testing

@testable import SiteRender

/// What pages say they read, held against what they show after an edit: a page that changes must
/// have read what was edited.
@Suite("What pages read")
struct PageReadsTests {
  /// A page as it was made, and what it read.
  private struct Made {
    var bytes: [UInt8]
    var reads: PageReads
  }

  private static let theme = EmbeddedTheme.files.map { Theme.File(path: $0.path, bytes: $0.bytes) }

  private static func render(_ feeds: FeedsSite) throws -> [String: Made] {
    var found: [Diagnostic] = []
    let theme = Theme(Self.theme, settings: feeds.site.settings, diagnostics: &found)
    try #require(found.isEmpty)
    let worker = PageWorker(PageRenderer(feeds.site, feeds.plan, theme))
    var made: [String: Made] = [:]
    for file in feeds.plan.files {
      if case .asset = file.content { continue }
      let notes = PageNotes(file)
      made[file.path] = Made(bytes: try worker.render(file, notes: notes), reads: notes.reads)
    }
    return made
  }

  private static func edited(_ path: String, _ old: String, _ new: String) -> FeedsSite {
    FeedsSite(
      settings: FeedsSite.tinySettings,
      FeedsSite.tinyFiles.map { $0.0 == path ? ($0.0, $0.1.replacing(old, with: new)) : $0 })
  }

  /// The facets that a page read of a record, by name.
  private static func facets(_ made: Made, of record: SiteRecord) -> [String] {
    made.reads.records.first { $0.record == record }?.facetNames ?? []
  }

  /// An edit, and what a page that it changes must have read: one of the facets of a record.
  struct Edit: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var path: String
    var old: String
    var new: String
    var record: @Sendable (FeedsSite) -> SiteRecord
    var facets: Set<String>

    static let all: [Edit] = [
      Edit(
        testDescription: "a word of a brief's text", path: "content/briefs/2025/06/deal.md",
        old: "A footnote.", new: "One footnote.", record: { .brief($0.brief("deal")) },
        facets: ["text"]),
      Edit(
        testDescription: "a word of a brief's text that its card quotes",
        path: "content/briefs/2025/06/closed.md", old: "Done.", new: "Finished.",
        record: { .brief($0.brief("closed")) }, facets: ["card"]),
      Edit(
        testDescription: "a brief's title", path: "content/briefs/2025/06/closed.md",
        old: "Meta closes the deal", new: "Meta ends the deal",
        record: { .brief($0.brief("closed")) }, facets: ["card"]),
      Edit(
        testDescription: "a title in another language",
        path: "content/briefs/2025/06/deal.fr.md", old: "title: Meta discute",
        new: "title: Meta parle",
        record: { .brief($0.brief("deal")) }, facets: ["card"]),
      Edit(
        testDescription: "a correction", path: "content/briefs/2025/06/closed.md",
        old: "why: misread", new: "why: misheard", record: { .brief($0.brief("closed")) },
        facets: ["corrections"]),
      Edit(
        testDescription: "what a source says", path: "content/briefs/2025/06/deal.md",
        old: "says: several billion", new: "says: many billion",
        record: { .brief($0.brief("deal")) }, facets: ["sources"]),
      Edit(
        testDescription: "a topic's description", path: "content/topics/business/funding.md",
        old: "Who pays whom.", new: "Who pays.", record: { .topic($0.topic("business/funding")) },
        facets: ["card"]),
      Edit(
        testDescription: "a topic's name", path: "content/topics/business/funding.md",
        old: "en: Funding", new: "en: Finance", record: { .topic($0.topic("business/funding")) },
        facets: ["card"]),
      Edit(
        testDescription: "an entity's description", path: "content/entities/company/meta.md",
        old: "en: A company.", new: "en: A firm.", record: { .entity($0.entity("company/meta")) },
        facets: ["card"]),
      Edit(
        testDescription: "an entity's profile", path: "content/entities/company/meta.md",
        old: "in part.", new: "partly.", record: { .entity($0.entity("company/meta")) },
        facets: ["text"]),
      Edit(
        testDescription: "the text of a standing page", path: "content/pages/about.md",
        old: "Who we are.", new: "Who we may be.", record: { _ in .page(0) }, facets: ["text"]),
    ]
  }

  @Test("a page that an edit changes had read what was edited", arguments: Edit.all)
  func sound(_ edit: Edit) throws {
    let before = try Self.render(.tiny)
    let after = try Self.render(Self.edited(edit.path, edit.old, edit.new))
    try #require(before.keys.sorted() == after.keys.sorted())
    let record = edit.record(.tiny)
    let changed = before.keys.sorted().filter { before[$0]?.bytes != after[$0]?.bytes }
    #expect(!changed.isEmpty)
    for path in changed {
      let facets = before[path].map { Self.facets($0, of: record) } ?? []
      // What a template or a list shows of a record is its card; what Swift code looks at, its face.
      let wanted = edit.facets.contains("card") ? edit.facets.union(["face"]) : edit.facets
      #expect(!wanted.isDisjoint(with: facets), "\(path) read only \(facets)")
    }
  }

  @Test("the text of a brief is read by its own page and by feeds, and by no list")
  func precise() throws {
    let made = try Self.render(.tiny)
    let brief = SiteRecord.brief(FeedsSite.tiny.brief("closed"))
    let readers = made.filter { Self.facets($0.value, of: brief).contains("text") }.keys.sorted()
    #expect(readers.contains("briefs/closed/index.html"))
    for path in readers where path != "briefs/closed/index.html" {
      #expect(path.hasSuffix("feed.xml") || path.hasSuffix("feed.json"), "\(path)")
    }
  }

  @Test("a page that a new brief changes had opened a list or read a record that counts briefs")
  func additions() throws {
    let before = try Self.render(.tiny)
    let new = """
      ---
      title: New
      date: 2025-07-02
      topics: [business]
      sources: [https://new.example/]
      ---
      Nothing else.
      """
    let site = FeedsSite(
      settings: FeedsSite.tinySettings,
      FeedsSite.tinyFiles + [("content/briefs/2025/07/new.md", new)])
    let after = try Self.render(site)
    let topic = SiteRecord.topic(FeedsSite.tiny.topic("business"))
    let changed = before.keys.sorted().filter { before[$0]?.bytes != after[$0]?.bytes }
    #expect(changed.contains("index.html") && changed.contains("topics/business/index.html"))
    for path in changed {
      guard let made = before[path] else { continue }
      let lists = made.reads.lists
      let relations = made.reads.records.contains { $0.facetNames.contains("relations") }
      let counts = Self.facets(made, of: topic).contains("card")
      #expect(
        !lists.isEmpty || !made.reads.kinds.isEmpty || relations || counts,
        "\(path) read nothing that a brief adds to")
    }
  }

  @Test("watching a page does not change it, and it reads the same each time")
  func neutral() throws {
    let first = try Self.render(.tiny)
    var found: [Diagnostic] = []
    let feeds = FeedsSite.tiny
    let theme = Theme(Self.theme, settings: feeds.site.settings, diagnostics: &found)
    let worker = PageWorker(PageRenderer(feeds.site, feeds.plan, theme))
    for file in feeds.plan.files {
      guard let made = first[file.path] else { continue }
      #expect(try worker.render(file) == made.bytes, "\(file.path)")
      let notes = PageNotes(file)
      _ = try worker.render(file, notes: notes)
      #expect(notes.reads.records.map(\.record) == made.reads.records.map(\.record))
      #expect(notes.reads.queries == made.reads.queries)
    }
  }

  @Test("a record's number leads back to the record", arguments: [0, 1, 57])
  func numbers(place: Int) {
    let records: [SiteRecord] = [
      .brief(place), .entity(place), .topic(place), .storyline(place), .event(place), .page(place),
      .site,
    ]
    #expect(records.map { SiteRecord($0.id) } == records)
    #expect(Set(records.map(\.id)).count == records.count)
  }
}
