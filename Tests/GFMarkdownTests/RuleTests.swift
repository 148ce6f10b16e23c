import SourceDiagnostics
import Testing

@testable import GFMarkdown

@Suite("Rules")
struct RuleTests {
  @Test("codes are M and a number, each once, in order, with a bad and a good example")
  func rules() {
    let codes = DiagnosticRule.markdownRules.map(\.code)
    #expect(codes == codes.indices.map { "M00\($0 + 1)" })
    for rule in DiagnosticRule.markdownRules {
      #expect(!rule.title.isEmpty)
      #expect(rule.explanation.contains("Bad:") && rule.explanation.contains("Good:"))
    }
  }

  @Test("a text reports at most a hundred mistakes of markup")
  func atMostAHundred() {
    #expect(Parsed(String(repeating: "<b> ", count: 500)).diagnostics.count == 100)
  }
}
