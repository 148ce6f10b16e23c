import EditorialRules
import SiteBuild
import SiteModel
import SourceDiagnostics
import Testing

@Suite("The founding example")
struct FoundingExampleTests {
  /// One full brief about one real article, with every difficulty that the model was made for; the
  /// site is `Tests/FoundingExample`.
  private static func codes() throws -> [String] {
    let folder = SiteFolder()
    folder.lay(Golden.tests + "/FoundingExample")
    let request = SiteRequest(
      source: folder.source, output: folder.output,
      asOf: try CalendarDate(parsing: SiteRun.today))
    return try Pipeline.check(request).findings.sortedForReport().map(\.rule.code)
  }

  @Test("it is told that all rests on one origin")
  func oneOrigin() throws {
    #expect(try Self.codes().contains("P2"))
  }

  @Test("nothing is found in its prose, its figures and its wording")
  func nothingAboutProse() throws {
    let due: Set = ["P2", "P3", "P5", "N2", "D2", "C1"]
    #expect(try Self.codes().filter { !due.contains($0) } == [])
  }
}
