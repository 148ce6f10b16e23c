import FrontMatter
import GFMarkdown
import SourceDiagnostics
import Testing

@testable import SiteModel

@Suite("Reference of settings")
struct SettingsReferenceTests {
  @Test("settings.md has a heading for each key, and for nothing else")
  func keys() throws {
    let page = try ReferencePage("settings")
    let headings = page.text.split(separator: "\n").filter { $0.hasPrefix("## `") }
      .map { $0.dropFirst(4).prefix { $0 != "`" } }.map(String.init)
    #expect(headings == Schema.settings.fields.map(\.name))
  }

  @Test("settings.md lists the keys inside each key as the schema does")
  func tables() throws {
    try ReferencePage("settings").check { name in
      switch Schema.settings.field(named: name)?.form {
      case .mapping(let schema)?: SchemaTables.table(schema)
      case nil where name == "rate": Self.rate.map { SchemaTables.table($0) }
      default: nil
      }
    }
  }

  @Test("each example of settings.md is read without a finding")
  func examples() throws {
    let examples = try ReferencePage("settings").examples("yaml")
    #expect(examples.count >= Schema.settings.fields.count)
    for example in examples {
      let text = example.hasPrefix("title:") ? example : "title: Example\n" + example
      var findings: [Diagnostic] = []
      _ = SettingsReader.read(
        Array(text.utf8), file: "brevier.yml", knownRules: DiagnosticRule.markdownRules,
        diagnostics: &findings)
      #expect(findings.isEmpty, "\(example) \(findings.map(\.summary))")
    }
  }

  private static var rate: Schema? {
    guard case .mapping(let currency)? = Schema.settings.field(named: "currency")?.form,
      case .list(.mapping(let rate), _)? = currency.field(named: "rates")?.form
    else { return nil }
    return rate
  }
}
