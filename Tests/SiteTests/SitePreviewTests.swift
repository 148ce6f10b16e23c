import SiteBuild
import SiteFiles
import SiteModel
import SourceDiagnostics
import Testing

/// A site in memory is the site that a build would write, also after many changes.
@Suite("A preview shows what a build would write")
struct SitePreviewTests {
  private static func request(_ folder: SiteFolder) throws -> SiteRequest {
    var request = SiteRequest(
      source: folder.source, output: folder.output,
      asOf: try CalendarDate(parsing: SiteRun.today))
    request.workers = 2
    return request
  }

  private static func preview(_ folder: SiteFolder) throws -> SitePreview {
    let preview = SitePreview(try request(folder))
    preview.update(SourceChange(isWhole: true))
    return preview
  }

  /// Does all that is left for a pause.
  private static func finish(_ preview: SitePreview) {
    while preview.hasWork { _ = preview.work() }
  }

  private static func bytes(_ preview: SitePreview, _ path: String) -> [UInt8]? {
    switch preview.file(at: path) {
    case .file(let file), .stale(let file, _): file.bytes
    case .missing, .failed: nil
    }
  }

  private static func text(_ preview: SitePreview, _ path: String) -> String {
    bytes(preview, path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Fails unless the preview has exactly the files that a clean build writes.
  private static func expectBuilt(
    _ preview: SitePreview, _ folder: SiteFolder, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    Disk.remove(folder.output)
    _ = try SiteRun(folder)
    let due = folder.snapshot
    #expect(!due.isEmpty, sourceLocation: sourceLocation)
    let different = due.filter { bytes(preview, $0.key) != $0.value }.keys.sorted()
    #expect(different == [], sourceLocation: sourceLocation)
    #expect(!preview.holds("no/such/file"), sourceLocation: sourceLocation)
  }

  private static func site(_ name: String = "links") -> SiteFolder {
    GoldenSite(name: name).make()
  }

  private static func brief(_ number: Int, _ text: String) -> String {
    """
    ---
    title: "Number \(number)"
    date: 2026-01-0\(number + 1)
    topics: [models]
    sources:
      - url: https://example.org/\(number)
    ---
    \(text)

    """
  }

  @Test(
    "each file of a site has the bytes of a build",
    arguments: ["links", "translations", "event-history", "feeds", "images", "method"])
  func sameBytes(_ name: String) throws {
    let folder = Self.site(name)
    let preview = try Self.preview(folder)
    Self.finish(preview)
    try Self.expectBuilt(preview, folder)
  }

  @Test("random changes leave what a clean build makes of the folder")
  func randomChanges() throws {
    let folder = Self.site()
    folder.write("content/topics/models.md", "---\nname: Models\n---\n")
    let preview = try Self.preview(folder)
    var seed: UInt64 = 20_260_115
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for step in 0..<40 {
      let number = random(6)
      let path = "content/briefs/number-\(number).md"
      switch random(6) {
      case 0: folder.remove(path)
      case 1: folder.write(path, "---\ntitel: a mistake\n---\n")
      case 2: folder.write("templates/assets/own.css", "p { order: \(step) }\n")
      default: folder.write(path, Self.brief(number, "Text \(step)."))
      }
      preview.update(SourceChange(paths: [path]))
      if random(3) == 0 { Self.finish(preview) }
    }
    for number in 0..<6 {
      folder.write("content/briefs/number-\(number).md", Self.brief(number, "End."))
    }
    preview.update(SourceChange())
    Self.finish(preview)
    #expect(!preview.standing.diagnostics.hasErrors)
    try Self.expectBuilt(preview, folder)
  }

  @Test("with a mistake the last good site stays, and the finding is told; mended, all is well")
  func lastGoodSite() throws {
    let folder = Self.site()
    folder.write("content/topics/models.md", "---\nname: Models\n---\n")
    folder.write("content/briefs/number-1.md", Self.brief(1, "Good."))
    let preview = try Self.preview(folder)
    let home = Self.bytes(preview, "index.html")
    #expect(home != nil && preview.standing.hasSite)
    folder.write(
      "content/briefs/number-1.md", Self.brief(1, "Bad.").replacing("title:", with: "titel:"))
    preview.update(SourceChange(paths: ["content/briefs/number-1.md"]))
    #expect(Self.bytes(preview, "index.html") == home)
    #expect(preview.standing.hasSite)
    #expect(preview.standing.diagnostics.contains { $0.rule.code == "F004" })
    folder.write("content/briefs/number-1.md", Self.brief(1, "Mended."))
    preview.update(SourceChange(paths: ["content/briefs/number-1.md"]))
    #expect(!preview.standing.diagnostics.hasErrors)
    #expect(Self.text(preview, "briefs/number-1/index.html").contains("Mended."))
  }

  @Test("a template that fails on a page leaves that page's last good state, and the fault is told")
  func failingTemplate() throws {
    let folder = Self.site()
    let preview = try Self.preview(folder)
    Self.finish(preview)
    let good = Self.bytes(preview, "index.html")
    folder.write("templates/home.html", "{{ no.such.thing }}")
    preview.update(SourceChange(paths: ["templates/home.html"]))
    guard case .stale(let file, isNews: true) = preview.file(at: "index.html") else {
      Issue.record("the page is not the last good one")
      return
    }
    #expect(file.bytes == good)
    guard case .stale(_, isNews: false) = preview.file(at: "index.html") else {
      Issue.record("the same fault is news twice")
      return
    }
    #expect(preview.standing.diagnostics.hasErrors)
    // The pages that do not fail are those of the site as it is now.
    #expect(Self.bytes(preview, "topics/index.html") != nil)
    folder.write("templates/home.html", "<p>mended</p>")
    preview.update(SourceChange(paths: ["templates/home.html"]))
    #expect(Self.text(preview, "index.html") == "<p>mended</p>")
    Self.finish(preview)
    #expect(!preview.standing.diagnostics.hasErrors)
  }

  @Test("a fault on a page that nobody opened is found in a pause")
  func faultsInPauses() throws {
    let folder = Self.site()
    folder.write("templates/404.html", "{{ no.such.thing }}")
    let preview = try Self.preview(folder)
    #expect(!preview.standing.diagnostics.hasErrors)
    Self.finish(preview)
    #expect(preview.standing.diagnostics.contains { $0.span?.file == "templates/404.html" })
  }

  @Test("a folder that went is a failure that passes, and what was shown stays")
  func lostFolder() throws {
    let folder = Self.site()
    let preview = try Self.preview(folder)
    let settings = Disk.read(folder.source + "/brevier.yml") ?? []
    folder.remove("brevier.yml")
    preview.update(SourceChange(paths: ["brevier.yml"]))
    #expect(preview.standing.failure != nil && preview.standing.hasSite)
    #expect(Self.bytes(preview, "index.html") != nil)
    folder.write("brevier.yml", settings)
    preview.update(SourceChange(paths: ["brevier.yml"]))
    #expect(preview.standing.failure == nil)
  }

  @Test("the output folder is not touched")
  func outputStays() throws {
    let folder = Self.site()
    let preview = try Self.preview(folder)
    Self.finish(preview)
    #expect(Disk.files(in: folder.output).isEmpty)
  }

  @Test("drafts that are shown carry the word, and name where they come from")
  func drafts() throws {
    let folder = Self.site()
    folder.write("content/topics/models.md", "---\nname: Models\n---\n")
    folder.write(
      "content/briefs/number-1.md",
      Self.brief(1, "Not yet.").replacing("topics:", with: "draft: true\ntopics:"))
    var request = try Self.request(folder)
    let without = SitePreview(request)
    without.update(SourceChange(isWhole: true))
    #expect(!without.holds("briefs/number-1/index.html"))
    #expect(without.facts(about: "index.html")?.hiddenDrafts == 1)
    request.includesDrafts = true
    let with = SitePreview(request)
    with.update(SourceChange(isWhole: true))
    let facts = try #require(with.facts(about: "briefs/number-1/index.html"))
    #expect(facts.held == .draft && facts.source == "content/briefs/number-1.md")
    #expect(with.facts(about: "index.html")?.links.map(\.text) == ["Number 1"])
  }
}
