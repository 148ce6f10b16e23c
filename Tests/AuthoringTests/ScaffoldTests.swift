import FrontMatter
@testable import SiteBuild
import SiteModel
import SourceDiagnostics
import Testing

@Suite("New files")
struct ScaffoldTests {
  private static var site: SiteSurvey {
    var site = SiteSurvey()
    site.briefs = [("old-story", "content/briefs/2025/01/old-story.md")]
    site.topics = ["business", "business/funding", "business/funding/debt"]
    site.storylines = ["long-story"]
    site.languages = [LanguageTag("en"), LanguageTag("fr")]
    site.entities = [
      .init(path: "content/entities/company/mistral-ai.md", names: ["Mistral AI", "Mistral"]),
      .init(path: "content/entities/model/gpt-4.md", names: ["GPT-4"]),
      .init(path: "content/entities/company/xai.md", names: ["xAI"]),
    ]
    return site
  }

  private func day() throws -> CalendarDate {
    try #require(CalendarDate(year: 2026, month: 2, day: 3))
  }

  /// What a check of the header alone says of a scaffold.
  private func findings(_ file: Scaffold.File, _ schema: Schema) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let bytes = Array(file.text.utf8)
    let split = FrontMatter.split(bytes, file: file.path, diagnostics: &found)
    guard let header = split.header,
      let document = FrontMatterDocument.parse(
        bytes, range: header, file: file.path, diagnostics: &found)
    else { return found }
    _ = MappingReader(document, schema, diagnostics: &found)
    return found
  }

  @Test("a brief stands in the folder of its month, and lacks only what its author must say")
  func brief() throws {
    let file = try Scaffold.brief(title: "Meta  buys a\nlab", date: day(), in: Self.site)
    #expect(file.path == "content/briefs/2026/02/meta-buys-a-lab.md")
    #expect(file.text.contains("\ntitle: Meta buys a lab\ndate: 2026-02-03\n"))
    let summaries = findings(file, .brief).map(\.summary)
    #expect(summaries.count == 2)
    #expect(summaries.allSatisfy { $0.hasPrefix("'topics'") || $0.hasPrefix("'sources'") })
  }

  @Test("with topics and addresses a brief lacks nothing")
  func fullBrief() throws {
    let file = try Scaffold.brief(
      title: "A: \"b\" #c", date: day(), topics: ["business", "business/funding"],
      addresses: ["https://example.org/a?b=c#d", "https://example.org/e: f"], in: Self.site)
    #expect(findings(file, .brief) == [])
  }

  @Test("a brief's id is free in every month, and its topics exist")
  func briefRefusals() throws {
    let date = try day()
    #expect(throws: Scaffold.Refusal.self) {
      try Scaffold.brief(title: "Old Story", date: date, in: Self.site)
    }
    let unknown = try #require(
      throws: Scaffold.Refusal.self,
      performing: {
        try Scaffold.brief(title: "A", date: date, topics: ["busines"], in: Self.site)
      })
    #expect(unknown.reason.contains("did you mean 'business'?"))
    for title in ["", " \n", String(repeating: "a", count: 111)] {
      #expect(throws: Scaffold.Refusal.self) {
        try Scaffold.brief(title: title, date: date, in: Self.site)
      }
    }
  }

  @Test(
    "any title reads back as it was given",
    arguments: [
      "null", "~", "- a", "a: b", "a #b", "#a", "'a'", "\"a\"", "a\\b", "2025", "{a}", "[a]", "*a",
      "&a", "!a", "%a", "@a", "`a`", "l’été à Paris", "人工智能", "yes", "a:", "?", "a, b", "👍 a",
    ])
  func quoting(_ title: String) throws {
    let file = try Scaffold.brief(
      title: title, date: day(), topics: ["business"], addresses: ["https://example.org/"],
      in: Self.site)
    #expect(findings(file, .brief) == [])
    let bytes = Array(file.text.utf8)
    var found: [Diagnostic] = []
    let header = try #require(
      FrontMatter.split(bytes, file: "a", diagnostics: &found).header)
    let document = try #require(
      FrontMatterDocument.parse(bytes, range: header, file: "a", diagnostics: &found))
    #expect(document.root["title"]?.text == title)
  }

  @Test("every kind of entity has a record without a finding", arguments: EntityKind.allCases)
  func entity(_ kind: EntityKind) throws {
    let file = try Scaffold.entity(kind: kind, name: "New: One", in: Self.site)
    #expect(file.path == "content/entities/\(kind.rawValue)/new-one.md")
    #expect(findings(file, .entity(kind)) == [])
    // The hints are right too, once the sign that makes them comments is gone.
    let lines = file.text.split(separator: "\n").filter { !$0.hasPrefix("# Other") && !$0.hasPrefix("# One") }
    let shown = lines.map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
    let uncommented = Scaffold.File(path: file.path, text: shown + "\n")
    #expect(findings(uncommented, .entity(kind)) == [])
  }

  @Test(
    "names that a reader could take for one are warned of, versions are not",
    arguments: [
      ("mistral ai", 1), ("Mistral.AI", 1), ("Mistrall", 1), ("Mistal AI", 1), ("x.ai", 1),
      ("GPT-5", 0), ("GPT4", 1), ("Meta", 0), ("Mistral AI Labs", 0),
    ])
  func nearNames(_ name: String, _ count: Int) throws {
    #expect(try Scaffold.entity(kind: .fund, name: name, in: Self.site).warnings.count == count)
  }

  @Test("topics have a parent that exists, and three levels")
  func topics() throws {
    let site = Self.site
    let file = try Scaffold.topic(name: "Grants & prizes", parent: "business", in: site)
    #expect(file.path == "content/topics/business/grants-and-prizes.md")
    #expect(findings(file, .topic) == [])
    for (name, parent) in [("Business", nil), ("A", "none"), ("A", "business/funding/debt")] {
      #expect(throws: Scaffold.Refusal.self) {
        try Scaffold.topic(name: name, parent: parent, in: site)
      }
    }
  }

  @Test("a storyline is open, and there once")
  func storylines() throws {
    let file = try Scaffold.storyline(title: "Another story", in: Self.site)
    #expect(file.path == "content/storylines/another-story.md")
    #expect(findings(file, .storyline) == [])
    #expect(throws: Scaffold.Refusal.self) {
      try Scaffold.storyline(title: "Long story", in: Self.site)
    }
  }
}
