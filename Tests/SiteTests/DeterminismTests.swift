import SiteFiles
import Testing

/// The same sources give the same bytes, whatever the machine does meanwhile.
@Suite("Determinism")
struct DeterminismTests {
  /// A site with something of everything: the sources of several golden sites in one.
  private static func makeSite(reversed: Bool = false) -> SiteFolder {
    let folder = SiteFolder()
    var files: [String: [UInt8]] = [:]
    for name in ["links", "origins", "event-history", "autolinks", "translations"] {
      let one = GoldenSite(name: name).make()
      for file in Disk.files(in: one.source) { files[file] = Disk.read(one.source + "/" + file) }
    }
    files["brevier.yml"] = Array(
      "title: Test\nbase_url: https://example.org/\nlanguages: [en, fr]\nrules: {R013: off}\n".utf8)
    let paths = files.keys.sorted()
    for path in reversed ? paths.reversed() : paths { folder.write(path, files[path] ?? []) }
    return folder
  }

  private static func build(_ folder: SiteFolder, workers: Int = 2) throws -> [String: [UInt8]] {
    let run = try SiteRun(folder, workers: workers)
    #expect(run.report == "")
    return folder.snapshot
  }

  private static let first: Result<[String: [UInt8]], any Error> = Result { try build(makeSite()) }

  /// Says which files differ, rather than all bytes of them.
  private func expectSame(
    _ found: [String: [UInt8]], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let due = try Self.first.get()
    #expect(due.count > 40, sourceLocation: sourceLocation)
    let different = Set(due.keys).union(found.keys).filter { due[$0] != found[$0] }.sorted()
    #expect(different == [], sourceLocation: sourceLocation)
  }

  @Test("one, two and many threads write the same bytes", arguments: [1, 2, 7])
  func threads(_ workers: Int) throws {
    try expectSame(Self.build(Self.makeSite(), workers: workers))
  }

  @Test("another folder and files created in another order change nothing")
  func order() throws {
    try expectSame(Self.build(Self.makeSite(reversed: true)))
  }

  @Test("a second build writes nothing and leaves every time stamp")
  func secondBuild() throws {
    let folder = Self.makeSite()
    _ = try Self.build(folder)
    let run = try SiteRun(folder)
    #expect(run.written?.written == 0 && run.written?.removed == 0)
    try expectSame(folder.snapshot)
  }

  @Test(
    "time zone and locale change nothing",
    arguments: [
      ["TZ=Pacific/Kiritimati", "LC_ALL=C"], ["TZ=America/Los_Angeles", "LC_ALL=tr_TR.UTF-8"],
      ["TZ=Asia/Kolkata", "LC_ALL=C.UTF-8", "LANG=fr_FR.UTF-8"],
    ])
  func surroundings(_ variables: [String]) throws {
    let folder = Self.makeSite()
    let run = CommandRun(
      "brevier build --quiet --as-of \(SiteRun.today) --output ../output", in: folder,
      variables: variables)
    #expect(run.exitCode == 0)
    #expect(run.errorOutput == "")
    try expectSame(folder.snapshot)
  }

  @Test("SOURCE_DATE_EPOCH is the day where no --as-of says otherwise")
  func epoch() throws {
    let folder = Self.makeSite()
    // 2026-01-15 at the last second, UTC.
    let variables = ["SOURCE_DATE_EPOCH=1768521599", "TZ=Asia/Tokyo"]
    let run = CommandRun(
      "brevier build --quiet --output ../output", in: folder, variables: variables)
    #expect(run.exitCode == 0)
    try expectSame(folder.snapshot)
  }
}
