import Foundation
import SourceDiagnostics
import Testing

@Suite("Reports for machines")
struct MachineReportTests {
  private let text = MarkedText("title: A\n⟦sumary⟧: é\n", path: "content/é b.md")

  private var full: Diagnostic {
    var diagnostic = Diagnostic(
      .sample, "unknown field \"sumary\"", at: text.span, label: "not a field",
      notes: ["a note"], help: "replace it",
      fix: .init(text.span, replacement: "summary"))
    diagnostic.related = [
      .init(SourceSpan(file: "content/é b.md", range: 0..<5), "near this"),
      .init(SourceSpan(file: "unknown.md", range: 0..<5), "and this"),
    ]
    return diagnostic
  }

  private var all: [Diagnostic] {
    [
      full, Diagnostic(.mild, "mild", at: SourceSpan(file: "content/é b.md")),
      Diagnostic(.remark, "nowhere", at: nil),
      Diagnostic(.sample, "again", at: SourceSpan(file: "content/é b.md", range: 0..<12)),
    ]
  }

  private var report: MachineReport { MachineReport(source: text.lookUp) }

  private func object(_ json: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test("JSON holds every part of a finding")
  func json() throws {
    let json = report.json(all)
    #expect(json.hasSuffix("}\n"))
    let root = try object(json)
    #expect(root["version"] as? Int == 1)
    let items = try #require(root["diagnostics"] as? [[String: Any]])
    #expect(
      items.map { $0["message"] as? String } == [
        "nowhere", "mild", "again", "unknown field \"sumary\"",
      ])
    #expect(items[0]["file"] == nil)
    #expect(items[1]["file"] as? String == "content/é b.md")
    #expect(items[1]["line"] == nil)
    #expect(items.map { $0["severity"] as? String } == ["note", "warning", "error", "error"])
    let last = items[3]
    #expect(last["code"] as? String == "X001")
    #expect(numbers(last, ["line", "column", "endLine", "endColumn"]) == [2, 1, 2, 7])
    #expect(last["label"] as? String == "not a field")
    #expect(last["notes"] as? [String] == ["a note"])
    #expect(last["help"] as? String == "replace it")
    let related = try #require(last["related"] as? [[String: Any]])
    #expect(related.map { $0["message"] as? String } == ["near this", "and this"])
    #expect(related.map { $0["line"] as? Int } == [1, nil])
    let fix = try #require(last["fix"] as? [String: Any])
    #expect(fix["replacement"] as? String == "summary")
    #expect(numbers(fix, ["line", "column", "endLine", "endColumn"]) == [2, 1, 2, 7])
  }

  @Test("no findings are an empty list, not an empty text")
  func empty() throws {
    #expect((try object(report.json([]))["diagnostics"] as? [Any])?.isEmpty == true)
    #expect(report.gitHub([]) == "")
    let runs = try #require(
      try object(report.sarif([], toolVersion: "1.0.0"))["runs"] as? [[String: Any]])
    #expect((runs[0]["results"] as? [Any])?.isEmpty == true)
  }

  @Test("SARIF has the shape that readers of version 2.1.0 require")
  func sarif() throws {
    let root = try object(report.sarif(all, toolVersion: "1.2.3"))
    #expect(root["version"] as? String == "2.1.0")
    #expect((root["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let runs = try #require(root["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    #expect(runs[0]["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require(
      (runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "brevier")
    #expect(driver["semanticVersion"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["X003", "X002", "X001"])
    #expect(rules.allSatisfy { word($0["shortDescription"]) != nil && word($0["help"]) != nil })
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["note", "warning", "error", "error"])
    #expect(results.map { $0["ruleId"] as? String } == ["X003", "X002", "X001", "X001"])
    #expect(word(results[3]["message"]) == "unknown field \"sumary\"\nreplace it")
    #expect(results[0]["locations"] == nil)
  }

  @Test("SARIF's places are relative URIs with regions from one")
  func places() throws {
    let root = try object(report.sarif([full], toolVersion: "1.2.3"))
    let runs = try #require(root["runs"] as? [[String: Any]])
    let result = try #require((runs[0]["results"] as? [[String: Any]])?.first)
    let place = try #require((result["locations"] as? [[String: Any]])?.first)
    let physical = try #require(place["physicalLocation"] as? [String: Any])
    let artifact = try #require(physical["artifactLocation"] as? [String: Any])
    #expect(artifact["uri"] as? String == "content/%C3%A9%20b.md")
    let region = try #require(physical["region"] as? [String: Any])
    #expect(
      numbers(region, ["startLine", "startColumn", "endLine", "endColumn"]) == [2, 1, 2, 7])
    let related = try #require(result["relatedLocations"] as? [[String: Any]])
    #expect(related.map { word($0["message"]) } == ["near this", "and this"])
    let fixes = try #require(result["fixes"] as? [[String: Any]])
    #expect(word(fixes[0]["description"]) == "replace it")
    let changes = try #require(fixes[0]["artifactChanges"] as? [[String: Any]])
    #expect(changes[0]["artifactLocation"] != nil)
    let replacements = try #require(changes[0]["replacements"] as? [[String: Any]])
    #expect(word(replacements[0]["insertedContent"]) == "summary")
    let deleted = try #require(replacements[0]["deletedRegion"] as? [String: Any])
    #expect(numbers(deleted, ["startLine", "startColumn"]) == [2, 1])
  }

  @Test("GitHub's lines name file, place and code")
  func gitHub() {
    let lines = report.gitHub(all).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines == [
        "::notice title=X003::nowhere",
        "::warning file=content/é b.md,title=X002::mild",
        "::error file=content/é b.md,line=1,endLine=2,title=X001::again",
        "::error file=content/é b.md,line=2,endLine=2,col=1,endColumn=7,title=X001::"
          + "unknown field \"sumary\"%0Areplace it",
        "",
      ])
  }

  @Test("what GitHub's lines reserve is escaped, also before a combining mark")
  func gitHubEscapes() {
    let diagnostic = Diagnostic(
      .sample, "50% :: a,b\r\nc\rd\ne %\u{301}", at: SourceSpan(file: "a,b:c%,\u{301}\n.md"))
    #expect(
      report.gitHub([diagnostic])
        == "::error file=a%2Cb%3Ac%25%2C\u{301}%0A.md,title=X001::"
        + "50%25 :: a,b%0D%0Ac%0Dd%0Ae %25\u{301}\n")
  }

  private func numbers(_ object: [String: Any], _ keys: [String]) -> [Int] {
    keys.compactMap { object[$0] as? Int }
  }

  private func word(_ value: Any?) -> String? { (value as? [String: Any])?["text"] as? String }
}
