import SiteBuild
import SiteModel
import SourceDiagnostics
import Testing

/// The article that the content model was made for: undated French text that cites a Vietnamese page
/// that cites an agency that relies on unnamed people.
@Suite("The founding example")
struct FoundingExampleTests {
  private static let root = Golden.tests + "/FoundingExample"

  private func check(later: Bool = false) throws -> CheckedSite {
    let folder = SiteFolder()
    folder.lay(Self.root) { !$0.hasPrefix("later/") && $0 != "diagnostics.txt" }
    if later { folder.lay(Self.root + "/later") }
    let day = try CalendarDate(parsing: later ? "2026-01-20" : SiteRun.today)
    return try Pipeline.check(
      SiteRequest(source: folder.source, output: folder.output, asOf: day))
  }

  private func codes(_ site: CheckedSite) -> [String: Int] {
    site.findings.reduce(into: [:]) { $0[$1.rule.code, default: 0] += 1 }
  }

  @Test("has no error, and exactly the warnings that the article deserves")
  func warnings() throws {
    let site = try check()
    #expect(site.findings.allSatisfy { $0.severity == .warning })
    #expect(codes(site) == ["P2": 1, "P3": 1, "P5": 1, "N2": 2, "D2": 5, "C1": 1])
    let report = TextReport { site.text(of: $0) }.text(site.findings)
    Golden.check(report, at: Self.root + "/diagnostics.txt")
  }

  @Test(
    "its conflict is settled by a brief that says why, and its certainty may rise without a reason")
  func later() throws {
    let site = try check(later: true)
    #expect(site.findings.allSatisfy { $0.severity == .warning })
    #expect(codes(site) == ["P2": 1, "P3": 1, "P5": 1, "N2": 2, "D2": 4])
    let deal = try #require(site.site.events.first { $0.id.text == "meta-scale-ai" })
    #expect(deal.type.key == "funding" && deal.badge.key == "confirmed-signed")
    #expect(deal.folded["amount"]?.overtaken.count == 1)
  }

  @Test("the five lines of the README have one origin that nobody opened, and nothing else")
  func fiveLines() throws {
    let readme = try #require(Disk.text(Golden.tests + "/../README.md"))
    let block = try #require(readme.firstMatch(of: #/```markdown\n(---\ntitle:[^`]*)```/#))
    let folder = SiteFolder()
    folder.write("brevier.yml", "title: Test\nbase_url: https://example.org/\n")
    folder.write("content/topics/funding.md", "---\nname: Funding\n---\n")
    folder.write("content/briefs/halden.md", String(block.1))
    let day = try CalendarDate(parsing: "2026-03-02")
    let site = try Pipeline.check(
      SiteRequest(source: folder.source, output: folder.output, asOf: day))
    #expect(site.site.briefs.count == 1)
    #expect(codes(site) == ["P2": 1, "P5": 1])
    #expect(site.findings.allSatisfy { $0.severity == .warning })
  }
}
