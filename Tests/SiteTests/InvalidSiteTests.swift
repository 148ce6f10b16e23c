import EditorialRules
import SiteBuild
import SourceDiagnostics
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Invalid sites")
struct InvalidSiteTests {
  @Test("an invalid site shows one finding, as its golden says", arguments: InvalidSite.all)
  func golden(_ site: InvalidSite) throws {
    if InvalidSite.needsOrdinaryUser.contains(site.name), geteuid() == 0 { return }
    let folder = try site.make()
    let run = try SiteRun(folder)
    #expect(run.codes == [site.code])
    Golden.check(run.report, at: site.goldenPath)
    let rule = try #require(RuleCatalog.rule(site.code))
    if rule.severity == .error {
      #expect(run.written == nil)
      #expect(Disk.files(in: folder.output) == [])
    } else {
      #expect(run.written != nil)
    }
  }

  @Test("the site that the invalid ones differ from has no mistake")
  func base() throws {
    let folder = SiteFolder()
    folder.lay(InvalidSite.root + "/_base")
    let run = try SiteRun(folder)
    #expect(run.report == "")
    #expect(run.written != nil)
  }

  /// The rules of form; those of judgement have sites of their own.
  static let rules = RuleCatalog.all.filter { !DiagnosticRule.editorialRules.contains($0) }

  @Test("each rule of form is shown by an invalid site", arguments: rules)
  func everyRule(_ rule: DiagnosticRule) {
    let isShown = InvalidSite.all.contains { $0.code == rule.code }
    #expect(isShown != (InvalidSite.unshowable[rule.code] != nil))
  }

  @Test("each rule has a code of its own, a title and an explanation with a bad and a good example")
  func explanations() {
    #expect(Set(RuleCatalog.all.map(\.code)).count == RuleCatalog.all.count)
    for rule in Self.rules {
      #expect(rule.code.count == 4, "\(rule.code)")
      #expect(!rule.title.isEmpty && rule.title.last != ".", "\(rule.code)")
      let lines = rule.explanation.split(separator: "\n", omittingEmptySubsequences: true)
      #expect(lines.count >= 4, "\(rule.code)")
      #expect(lines.allSatisfy { $0.count <= 104 }, "\(rule.code)")
    }
  }

  @Test("each invalid site is named by the code of a rule, and its golden is there")
  func names() {
    for site in InvalidSite.all {
      #expect(RuleCatalog.rule(site.code) != nil, "\(site.name)")
      #expect(Golden.isUpdating || Disk.read(site.goldenPath) != nil, "\(site.name)")
    }
    let names = Set(InvalidSite.all.map(\.name))
    for name in InvalidSite.preparations.keys { #expect(names.contains(name), "\(name)") }
  }

  @Test("goldens are rewritten only on request, and never by continuous integration")
  func updating() {
    #expect(Golden.isUpdating(update: "1", continuous: nil))
    #expect(!Golden.isUpdating(update: nil, continuous: nil))
    #expect(!Golden.isUpdating(update: "1", continuous: "true"))
    if Golden.variable("CI") == "true" { #expect(!Golden.isUpdating) }
  }
}
