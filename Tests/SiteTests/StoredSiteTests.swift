import SiteModel
import SourceDiagnostics
import Testing

@testable import SiteBuild

/// What is kept of a parsed file is all of it.
@Suite("Stored files")
struct StoredSiteTests {
  @Test("a site read back from what was stored has the same pages", arguments: GoldenSite.all)
  func pages(_ golden: GoldenSite) throws {
    let folder = golden.make()
    _ = try SiteRun(folder)
    let stored = try StoredSite(Self.request(folder.source, folder.output))
    let bodies = Box()
    let files = try stored.readBack { bytes in
      let archive = BodyArchive(bytes)
      bodies.archive = archive
      return archive
    }
    #expect(files.allSatisfy { $0.file?.body.isInMemory != true })
    let again = stored.checkedAgain(files)
    #expect(Self.report(again) == Self.report(stored.checked))
    guard !again.findings.hasErrors else { return }
    let other = SiteFolder()
    try stored.write(again, to: other.output)
    #expect(bodies.archive?.failure == nil)
    let (due, found) = (folder.snapshot, other.snapshot)
    #expect(Set(due.keys).union(found.keys).filter { due[$0] != found[$0] }.sorted() == [])
  }

  @Test(
    "what is read back and stored again gives the same bytes, and the same findings",
    arguments: InvalidSite.all.map(AnySite.invalid) + EditorialSite.all.map(AnySite.editorial)
      + [AnySite.sample])
  func again(_ site: AnySite) throws {
    let (folder, source) = try site.make()
    let stored = try StoredSite(Self.request(source, folder.output))
    let files = try stored.readBack()
    for (due, found) in zip(stored.parsed, files) {
      let isSame = found.diagnostics == due.diagnostics
      #expect(isSame, "\(due.path)")
      let (first, second) = (
        ParsedFileStore.encode(due.file, diagnostics: due.diagnostics, path: due.path),
        ParsedFileStore.encode(found.file, diagnostics: found.diagnostics, path: due.path)
      )
      #expect(first == second, "\(due.path)")
    }
    #expect(Self.report(stored.checkedAgain(files)) == Self.report(stored.checked))
  }

  @Test("a body that cannot be had leaves a failure behind, and so does one of another text")
  func failure() throws {
    let folder = GoldenSite(name: "links").make()
    let stored = try StoredSite(Self.request(folder.source, folder.output))
    struct Refused: Error {}
    for spoil in [nil, UInt8(ascii: "x")] {
      let bodies = Box()
      let files = try stored.readBack { bytes in
        let archive = BodyArchive { range in
          guard let spoil else { throw Refused() }
          var body = Array(bytes[range])
          if !body.isEmpty { body[body.count / 2] = spoil }
          return body
        }
        bodies.archive = archive
        return archive
      }
      let body = try #require(files.compactMap(\.file).first { $0.body.outline.htmlCount > 0 })
      #expect(bodies.archive?.failure == nil)
      #expect(body.body.html == [])
      #expect(bodies.archive?.failure is Refused == (spoil == nil))
      #expect(bodies.archive?.failure is StoredDamage == (spoil != nil))
    }
  }

  private static func report(_ site: CheckedSite) -> String {
    TextReport { site.text(of: $0) }.text(site.findings)
  }

  private static func request(_ source: String, _ output: String) throws -> SiteRequest {
    SiteRequest(source: source, output: output, asOf: try CalendarDate(parsing: SiteRun.today))
  }

  private final class Box { var archive: BodyArchive? }
}

/// A site of any kind that the tests have.
enum AnySite: CustomTestStringConvertible {
  case invalid(InvalidSite)
  case editorial(EditorialSite)
  case sample

  var testDescription: String {
    switch self {
    case .invalid(let site): site.name
    case .editorial(let site): site.name
    case .sample: "the sample site"
    }
  }

  /// A folder for its output, and where its sources are.
  func make() throws -> (folder: SiteFolder, source: String) {
    let folder: SiteFolder
    switch self {
    case .invalid(let site): folder = try site.make()
    case .editorial(let site):
      folder = SiteFolder()
      site.lay(in: folder)
    case .sample:
      return (SiteFolder(), String(GoldenSite.root.dropLast("/Tests/GoldenSites".count)))
    }
    return (folder, folder.source)
  }
}
