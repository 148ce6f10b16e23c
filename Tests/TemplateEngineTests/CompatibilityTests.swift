import DocumentedExamples
import TemplateEngine
import Testing

@Suite("The table of compatibility")
struct CompatibilityTests {
  private static let path = "docs/reference/template-compatibility.md"

  /// A case as the table counts it.
  private struct Case {
    var group: String
    var oracle: String
  }

  private static func cases() throws -> [Case] {
    let text = try #require(
      DocumentedFile.text(of: "Tests/TemplateEngineTests/Fixtures/templates.jsonl"))
    // Values are addresses in their arena, which must be alive while they are read.
    let arena = ValueArena()
    return try withExtendedLifetime(arena) {
      try text.split(separator: "\n").map { line in
        let value = try JSONReader.read(Array(line.utf8), into: arena)
        return Case(
          group: value["group"]?.asString ?? "", oracle: value["oracle"]?.asString ?? "")
      }
    }
  }

  @Test("each group of cases has its row, with the number of its cases")
  func groups() throws {
    let text = try #require(DocumentedFile.text(of: Self.path))
    let cases = try Self.cases()
    let counts = Dictionary(grouping: cases, by: \.group).mapValues(\.count)
    #expect(counts.count > 50)
    for (group, count) in counts {
      #expect(text.contains("| `\(group)` | \(count) | "), "\(group) has \(count) cases")
    }
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == counts.count)
    #expect(text.contains("| all | \(cases.count) | "))
    #expect(text.contains("is held against \(cases.count) cases"))
  }

  @Test("every deviation of a case is described, with the number of its cases")
  func deviations() throws {
    let file = try #require(DocumentedFile(Self.path))
    let names = file.headings(level: 3).map { String($0.prefix { $0 != ":" }) }
    #expect(names == (1...names.count).map { "D\($0)" })
    var counts: [String: Int] = [:]
    for entry in try Self.cases() {
      for code in entry.oracle.matches(of: #/D[0-9]+/#) { counts[String(code.0), default: 0] += 1 }
    }
    #expect(Set(counts.keys) == Set(names))
    let sections = try #require(DocumentedFile.text(of: Self.path)).split(separator: "\n### ")
    for name in names {
      let section = sections.first { $0.hasPrefix(name + ":") }
      #expect(section?.contains("Cases: \(counts[name] ?? 0).") == true, "\(name)")
    }
  }

  @Test("each deviation's example gives what the page says")
  func examples() throws {
    let file = try #require(DocumentedFile(Self.path))
    #expect(file.examples.count == file.headings(level: 3).count)
    let differences = file.differences { ReferenceTests.run($0) }
    #expect(differences == [], "\(differences.joined(separator: "\n\n"))")
  }

  @Test("a decision without a name is listed with the number of its cases")
  func decisions() throws {
    let text = try #require(DocumentedFile.text(of: Self.path))
    var counts: [String: Int] = [:]
    for entry in try Self.cases() where entry.oracle.hasPrefix("decision: ") {
      let name = String(entry.oracle.dropFirst("decision: ".count))
      if name.firstMatch(of: #/^D[0-9]/#) == nil { counts[name, default: 0] += 1 }
    }
    #expect(counts.count > 3)
    for (name, count) in counts {
      #expect(text.contains("- \(name) (\(count) case\(count == 1 ? "" : "s"))"), "\(name)")
    }
  }
}
