import EditorialRules
import SourceDiagnostics
import Testing

/// `docs/reference/rules.md` holds what the editorial rules say of themselves.
@Suite("Reference of the editorial rules")
struct RulesReferenceTests {
  private static let path = Golden.tests + "/../docs/reference/rules.md"

  private static let rules = DiagnosticRule.editorialRules.sorted { $0.code < $1.code }

  @Test("rules.md has each rule with its severity, its title and its explanation")
  func page() throws {
    var text = try #require(Disk.text(Self.path))
    try replace("table", in: &text, with: Self.table)
    try replace("explanations", in: &text, with: Self.explanations)
    try replace("form", in: &text, with: Self.form)
    Golden.check(text, at: Self.path)
  }

  private static var table: String {
    "| Rule | | Asks |\n| --- | --- | --- |\n"
      + rules.map { "| [\($0.code)](#\(anchor($0))) | \($0.severity) | \($0.title) |\n" }.joined()
  }

  private static var explanations: String {
    rules.map { "\n## \($0.code): \($0.title)\n\n\($0.explanation)\n" }.joined()
  }

  private static var form: String {
    "| Rule | What is enforced | By |\n| --- | --- | --- |\n"
      + RuleAlias.all.map { alias in
        "| \(alias.id) | \(alias.meaning) | \(alias.codes.joined(separator: ", ")) |\n"
      }.joined()
  }

  @Test("each editorial rule is told on the French page about the method, and none besides")
  func french() throws {
    let words = try #require(Disk.text(Golden.tests + "/../templates/locales/fr.yml"))
    let start = try #require(words.firstRange(of: "\nrules:\n")).upperBound
    let told = words[start...].split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("  ") }.compactMap { $0.split(separator: ":").first }
    #expect(told.map { String($0.dropFirst(2)) } == Self.rules.map(\.code))
  }

  /// The anchor that hosts of Markdown give to the rule's heading.
  private static func anchor(_ rule: DiagnosticRule) -> String {
    let kept = "\(rule.code) \(rule.title)".lowercased().filter {
      $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_"
    }
    return kept.replacing(" ", with: "-")
  }

  /// Puts what is made now between the marks of a part.
  private func replace(_ part: String, in text: inout String, with made: String) throws {
    let start = try #require(text.firstRange(of: "<!-- made: \(part) -->\n")).upperBound
    let end = try #require(text[start...].firstRange(of: "<!-- end -->")).lowerBound
    text.replaceSubrange(start..<end, with: made)
  }
}
