import FrontMatter
import SourceDiagnostics
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Every mistake as an author meets it: `Fixtures/mistakes.md` holds small files, each followed by
/// the report it gives. `UPDATE_GOLDEN=1` rewrites the reports.
@Suite("Mistakes as they are reported")
struct MistakeTests {
  @Test("each fixture gives its report, and each fix mends its mistake")
  func reports() throws {
    let path = String(#filePath).replacing("MistakeTests.swift", with: "Fixtures/mistakes.md")
    let cases = Self.cases(in: Self.read(path))
    #expect(cases.count > 40)
    var rewritten = ""
    for fixture in cases {
      let (report, diagnostics) = Self.report(fixture.source)
      rewritten +=
        "## \(fixture.title)\n\n~~~yaml\n\(fixture.source)~~~\n\n~~~text\n\(report)~~~\n\n"
      #expect(report == fixture.report, "\(fixture.title)")
      #expect(!diagnostics.isEmpty, "\(fixture.title)")
      for fix in diagnostics.compactMap(\.fix) {
        let mended = Self.report(Self.apply(fix, to: fixture.source)).1
        #expect(mended.count < diagnostics.count, "the fix \(fix.replacement) of \(fixture.title)")
      }
    }
    if getenv("UPDATE_GOLDEN") != nil { Self.write(rewritten, to: path) }
  }

  @Test("every rule of the room is shown by a fixture or has a test of its own")
  func complete() {
    let path = String(#filePath).replacing("MistakeTests.swift", with: "Fixtures/mistakes.md")
    let shown = Set(
      Self.cases(in: Self.read(path)).flatMap { Self.report($0.source).1.map(\.rule) })
    let elsewhere: Set<DiagnosticRule> = [.tooLarge, .notText]
    let missing = DiagnosticRule.frontMatterRules.filter { !shown.union(elsewhere).contains($0) }
    #expect(missing.map(\.code) == [])
  }

  @Test("each rule has its own code, a title and an explanation with a bad and a good example")
  func rules() {
    let rules = DiagnosticRule.frontMatterRules
    #expect(Set(rules.map(\.code)).count == rules.count)
    for rule in rules {
      #expect(rule.code.first == "F" && rule.code.count == 4)
      #expect(!rule.title.hasSuffix("."))
      #expect(rule.explanation.contains("Not:\n\n```yaml\n"))
      #expect(rule.explanation.contains("But:\n\n```yaml\n"))
    }
  }

  @Test(
    "the good example of a rule has no syntax error, and the bad one has the rule's",
    arguments: DiagnosticRule.frontMatterRules)
  func examples(_ rule: DiagnosticRule) throws {
    let parts = rule.explanation.components("```yaml\n").dropFirst()
      .compactMap { $0.components("\n```").first }
    #expect(parts.count == 2)
    let readings = parts.map { part in
      part.hasPrefix("---") ? Reading(file: Array(part.utf8)) : Reading(part + "\n")
    }
    let bySyntax: Set<String> = [
      "F001", "F002", "F003", "F005", "F006", "F007", "F008", "F009", "F017", "F018", "F019",
    ]
    if bySyntax.contains(rule.code) { #expect(readings.first?.codes == [rule.code]) }
    #expect(readings.last?.codes == [])
  }

  // MARK: Reading the fixtures

  private struct Fixture {
    var title: String
    var source: String
    var report: String
  }

  private static func cases(in text: String) -> [Fixture] {
    text.components("## ").dropFirst().map { part in
      let blocks = part.components("~~~")
      func block(_ index: Int, _ language: String) -> String {
        blocks.count > index ? String(blocks[index].dropFirst(language.count + 1)) : ""
      }
      return Fixture(
        title: part.components("\n").first ?? "", source: block(1, "yaml"), report: block(3, "text")
      )
    }
  }

  private static func report(_ source: String) -> (String, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let bytes = Array(source.utf8)
    let parts = FrontMatter.split(bytes, file: "a.md", diagnostics: &diagnostics)
    let range = parts.header ?? (diagnostics.isEmpty ? 0..<bytes.count : 0..<0)
    if diagnostics.isEmpty,
      let document = FrontMatterDocument.parse(
        bytes, range: range, file: "a.md", diagnostics: &diagnostics)
    {
      _ = MappingReader(document, .story, diagnostics: &diagnostics)
    }
    let text = TextReport { SourceText(path: $0, bytes: bytes) }.text(diagnostics)
    return (text, diagnostics)
  }

  private static func apply(_ fix: Diagnostic.Fix, to source: String) -> String {
    var bytes = Array(source.utf8)
    if let range = fix.span.range { bytes.replaceSubrange(range, with: fix.replacement.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func read(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
  }
}

extension String {
  /// The parts between occurrences of a separator.
  func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
