import EditFuzzer
import Foundation
import SiteBuild
import SiteFiles
import SiteModel
import SourceDiagnostics
import Testing

/// A build that keeps pages of the one before gives what a clean build gives; and it makes no more
/// than it must.
@Suite("Increments")
struct IncrementTests {
  private static let start = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "EditFuzzer/Site")

  @Test("edits at random give what a clean build gives", arguments: [7, 77] as [UInt64])
  func fuzz(seed: UInt64) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "brevier-edits-\(seed)-\(UInt64.random(in: 0...UInt64.max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    var fuzzer = try EditFuzzer(start: [Self.start], folder: folder, seed: seed)
    for _ in 0..<12 {
      let difference = try fuzzer.step()
      #expect(difference == nil, "\(difference?.description ?? "")")
    }
    #expect(fuzzer.tally.planned > fuzzer.tally.made, "nothing was ever kept")
  }

  /// A small site of two briefs on two topics, an entity and a template of its own.
  private final class Site {
    let folder = SiteFolder()
    let last: BuiltSite

    init() throws {
      folder.lay(IncrementTests.start.path)
      last = try Self.build(folder)
    }

    static func build(_ folder: SiteFolder) throws -> BuiltSite {
      var request = SiteRequest(
        source: folder.source, output: folder.output, asOf: try CalendarDate(parsing: SiteRun.today)
      )
      request.remembers = true
      request.explains = true
      return try Pipeline.build(request)
    }
  }

  @Test("nothing is made when nothing changed")
  func unchanged() throws {
    let site = try Site()
    let again = try Site.build(site.folder)
    #expect(again.reasons.isEmpty)
    #expect(again.report?.written == 0)
    #expect(again.report?.removed == 0)
  }

  @Test("a word of a text touches the brief's page and feeds with its text, and nothing else")
  func body() throws {
    let site = try Site()
    // Far enough into the text that no list quotes it.
    let path = "content/briefs/meta-superintelligence-team.md"
    let text = String(
      decoding: try #require(Disk.read(site.folder.source + "/" + path)), as: UTF8.self)
    site.folder.write(path, text + "\nA word more.\n")
    let made = try Site.build(site.folder).reasons
    let reasons = Set(made.flatMap(\.reasons))
    for page in made {
      let isOwn = page.path == "briefs/meta-superintelligence-team/index.html"
      #expect(
        isOwn || page.path.hasSuffix("feed.xml") || page.path.hasSuffix("feed.json"), "\(page)")
    }
    #expect(made.contains { $0.path == "briefs/meta-superintelligence-team/index.html" })
    #expect(reasons == ["text of brief meta-superintelligence-team"])
  }

  @Test("an interface string touches what reads it")
  func string() throws {
    let site = try Site()
    site.folder.write("templates/locales/en.yml", "error:\n  not_found_title: Nothing there\n")
    let built = try Site.build(site.folder)
    #expect(built.reasons.map(\.path) == ["404.html"])
  }

  @Test("a template touches the pages that use it")
  func template() throws {
    let site = try Site()
    let theme = try #require(
      Disk.read(
        IncrementTests.start.deletingLastPathComponent().deletingLastPathComponent()
          .deletingLastPathComponent().path + "/templates/topics.html"))
    site.folder.write("templates/topics.html", theme + Array("{# #}".utf8))
    let built = try Site.build(site.folder)
    #expect(built.reasons.allSatisfy { $0.path.hasSuffix("topics/index.html") })
    #expect(!built.reasons.isEmpty)
    #expect(built.report?.written == 0)
  }

  @Test("another day touches what shows the day, and what does not change is not written")
  func day() throws {
    let site = try Site()
    var request = SiteRequest(
      source: site.folder.source, output: site.folder.output,
      asOf: try CalendarDate(parsing: "2026-01-16"))
    request.remembers = true
    request.explains = true
    let built = try Pipeline.build(request)
    // The default theme shows the day on every page; feeds and redirects do not.
    #expect(!built.reasons.contains { $0.path.hasSuffix("feed.xml") })
    #expect(built.reasons.contains { $0.reasons == ["day of the site (en)"] })
  }

  @Test("what is remembered may be damaged, cut short or of another program")
  func damage() throws {
    let site = try Site()
    let path = site.folder.source + "/.brevier/traces"
    let whole = try #require(Disk.read(path))
    let wanted = site.folder.snapshot
    let all = site.last.reasons.count
    var flipped = whole
    flipped[whole.count / 2] ^= 0x10
    var foreign = whole
    foreign[20] ^= 1
    for bytes in [[], Array(whole.prefix(100)), flipped, foreign] {
      Disk.write(path, bytes)
      let built = try Site.build(site.folder)
      #expect(built.reasons.count == all)
      #expect(built.report?.written == 0)
      #expect(site.folder.snapshot == wanted)
    }
  }

  @Test("a cache that cannot be written is a warning, and the site is built")
  func unwritable() throws {
    let folder = SiteFolder()
    folder.lay(Self.start.path)
    folder.write(".brevier", "a file where the folder should be")
    let built = try Site.build(folder)
    #expect(built.report != nil)
    #expect(built.checked.diagnostics.filter { $0.rule.code == "R003" }.count == 1)
  }

  @Test("a page whose file was changed or lost in the output is made again")
  func output() throws {
    let site = try Site()
    let wanted = site.folder.snapshot
    Disk.write(site.folder.output + "/404.html", Array("mine".utf8))
    Disk.remove(site.folder.output + "/topics/index.html")
    let built = try Site.build(site.folder)
    #expect(Set(built.reasons.map(\.path)) == ["404.html", "topics/index.html"])
    #expect(site.folder.snapshot == wanted)
  }

  @Test("a built site is verified, and a file that a clean build would make differently is named")
  func verification() throws {
    let site = try Site()
    var request = SiteRequest(
      source: site.folder.source, output: site.folder.output,
      asOf: try CalendarDate(parsing: SiteRun.today))
    request.remembers = true
    #expect(try Pipeline.verify(request).differences.isEmpty)
    Disk.write(site.folder.output + "/404.html", Array("stale".utf8))
    #expect(try Pipeline.verify(request).differences.map(\.path) == ["404.html"])
  }
}
