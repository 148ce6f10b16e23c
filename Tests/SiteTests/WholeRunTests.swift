import SiteFiles
import Testing

@Suite("Whole runs")
struct WholeRunTests {
  /// Sites with one mistake each, found at different stages, that can be laid into one.
  private static let mistakes = [
    "C007-bad-date", "C009-bad-url", "C020-unknown-name", "C024-unknown-topic",
    "C032-broken-link", "F004-unknown-field", "F017-unquoted-colon", "M005-script-address",
    "P002-broken-path", "R011-no-form-for-others", "S001-latin-1", "T002-unknown-filter",
  ]

  private static func makeBroken() throws -> SiteFolder {
    let folder = SiteFolder()
    folder.lay(InvalidSite.root + "/_base")
    for name in mistakes {
      let one = try InvalidSite(name: name).make()
      for file in Disk.files(in: one.source) where !file.hasSuffix("first.md") {
        let name = file.replacing("second", with: name.lowercased())
        let bytes = Disk.read(one.source + "/" + file) ?? []
        let isOfBase = Disk.read(InvalidSite.root + "/_base/" + file) == bytes
        if !isOfBase { folder.write(name, bytes) }
      }
    }
    return folder
  }

  @Test("many mistakes of all stages are reported in one run, and nothing is written")
  func manyMistakes() throws {
    let folder = try Self.makeBroken()
    let run = try SiteRun(folder)
    #expect(Set(run.codes) == Set(Self.mistakes.map { String($0.prefix(4)) }))
    #expect(run.codes.count == Self.mistakes.count)
    #expect(run.written == nil)
    #expect(Disk.files(in: folder.output) == [])
  }

  @Test("a brief without a day or a title shows its other mistakes in the same run")
  func mistakesOfOneBrief() throws {
    let folder = SiteFolder()
    folder.lay(InvalidSite.root + "/_base")
    folder.write(
      "content/briefs/second.md",
      """
      ---
      date: 2026-02-30
      topics: [busines]
      sources: [htp://example.org/x]
      ---
      [[Nobody]] did it.
      """)
    let run = try SiteRun(folder)
    #expect(run.codes.sorted() == ["C007", "C009", "C020", "C024", "F012"])
    #expect(run.written == nil)
  }

  @Test("a site that was built stays as it was when its sources get mistakes")
  func oldSiteStays() throws {
    let folder = SiteFolder()
    folder.lay(InvalidSite.root + "/_base")
    _ = try SiteRun(folder)
    let before = Disk.files(in: folder.output).map { Disk.read(folder.output + "/" + $0) }
    // A mistake that shows while loading, and one that shows while pages are rendered.
    for name in ["C024-unknown-topic", "T005-impossible-value"] {
      folder.lay(InvalidSite.root + "/" + name) { $0 != "diagnostics.txt" }
      #expect(try SiteRun(folder).written == nil)
      let after = Disk.files(in: folder.output).map { Disk.read(folder.output + "/" + $0) }
      #expect(after == before, "\(name)")
      folder.remove("content/briefs/second.md")
    }
  }

  @Test("a removed brief takes its own page along, and nothing else")
  func removal() throws {
    let folder = SiteFolder()
    folder.lay(InvalidSite.root + "/_base")
    let first = Disk.text(folder.source + "/content/briefs/first.md") ?? ""
    folder.write("content/briefs/second.md", first.replacing("office", with: "shop"))
    _ = try SiteRun(folder)
    let before = folder.outputFiles
    folder.remove("content/briefs/second.md")
    let written = try #require(try SiteRun(folder).written)
    let gone = Set(before).subtracting(folder.outputFiles)
    #expect(gone.filter { !$0.hasPrefix("search/en/") } == ["briefs/second/index.html"])
    #expect(written.removed == gone.count)
  }

  @Test("files in the output folder that are not ours survive every build")
  func foreignFiles() throws {
    let folder = SiteFolder()
    folder.lay(InvalidSite.root + "/_base")
    _ = try SiteRun(folder)
    for name in ["CNAME", "briefs/first/notes.txt", "mine/deep/file"] {
      Disk.write(folder.output + "/" + name, Array("mine\n".utf8))
    }
    folder.remove("content/briefs/first.md")
    #expect(try SiteRun(folder).report == "")
    for name in ["CNAME", "briefs/first/notes.txt", "mine/deep/file"] {
      #expect(folder.text(name) == "mine\n", "\(name)")
    }
    #expect(folder.text("briefs/first/index.html") == nil)
  }

  @Test("the day of the build decides what is shown")
  func asOf() throws {
    let folder = GoldenSite(name: "held-back").make()
    func briefs(_ day: String) throws -> Set<String> {
      _ = try SiteRun(folder, asOf: day)
      return Set(
        folder.outputFiles.filter { $0.hasPrefix("briefs/") }
          .compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
    }
    #expect(try briefs("2026-01-14") == ["expired", "lasting", "shown"])
    #expect(try briefs("2026-01-15") == ["lasting", "released", "shown"])
    #expect(try briefs("2026-01-16") == ["embargoed", "future", "released", "shown"])
    _ = try SiteRun(folder, drafts: true)
    #expect(folder.text("briefs/draft/index.html") != nil)
  }
}
