import EditorialRules
import SiteBuild
import SourceDiagnostics
import Testing

@Suite("Editorial rules on whole sites")
struct EditorialSiteTests {
  @Test(
    "a site that breaks a rule of judgement shows it, as its golden says; a near miss shows nothing",
    arguments: EditorialSite.all)
  func golden(_ site: EditorialSite) throws {
    let (report, codes) = try site.check()
    if site.isNearMiss {
      #expect(report == "")
      return
    }
    #expect(codes.contains(site.code) && site.allowed.isSuperset(of: codes), "\(codes)")
    Golden.check(report, at: site.goldenPath)
  }

  @Test("in the site that the others differ from nothing is to be found")
  func base() throws {
    #expect(try EditorialSite(name: "_base").check().report == "")
  }

  @Test(
    "each rule of judgement is shown by a site that breaks it and by one that nearly does",
    arguments: DiagnosticRule.editorialRules)
  func everyRule(_ rule: DiagnosticRule) {
    let sites = EditorialSite.all.filter { $0.code == rule.code }
    #expect(sites.contains { !$0.isNearMiss }, "no site breaks it")
    #expect(sites.contains { $0.isNearMiss }, "no near miss")
  }

  @Test(
    "each rule of judgement is adjustable and explained with a bad and a good example",
    arguments: DiagnosticRule.editorialRules)
  func explanations(_ rule: DiagnosticRule) {
    #expect(rule.isAdjustable || rule.severity != .error)
    #expect(!rule.title.isEmpty && rule.title.last != ".")
    #expect(rule.explanation.contains("Wrong") && rule.explanation.contains("Right"))
    #expect(rule.explanation.contains("\n    "), "no example")
    let lines = rule.explanation.split(separator: "\n")
    #expect(lines.count >= 4 && lines.allSatisfy { $0.count <= 104 })
  }

  @Test(
    "an id that the form of a site enforces names rules that there are, and errors",
    arguments: RuleAlias.all)
  func aliases(_ alias: RuleAlias) {
    #expect(!alias.codes.isEmpty && alias.meaning.last != ".")
    for code in alias.codes {
      #expect(RuleCatalog.rule(code)?.severity == .error, "\(code)")
    }
    #expect(RuleAlias.named(alias.id.lowercased()) == alias)
  }

  @Test("ids that are enforced in form stand once and in order")
  func aliasOrder() {
    let ids = RuleAlias.all.map(\.id)
    #expect(ids == Set(ids).sorted())
  }
}
