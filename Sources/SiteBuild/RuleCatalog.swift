import EditorialRules
import FrontMatter
import GFMarkdown
import SiteFiles
import SiteModel
import SitePlan
import SiteRender
package import SourceDiagnostics
import TemplateEngine

/// All rules that a diagnostic can report, for `brevier explain` and for the settings.
package enum RuleCatalog {
  /// The rules, by code.
  package static let all: [DiagnosticRule] = [
    DiagnosticRule.buildRules, DiagnosticRule.contentRules, DiagnosticRule.editorialRules,
    DiagnosticRule.frontMatterRules, DiagnosticRule.markdownRules,
    DiagnosticRule.planRules, DiagnosticRule.renderRules, DiagnosticRule.siteFilesRules,
    DiagnosticRule.templateRules,
  ].flatMap(\.self).sorted { $0.code < $1.code }

  /// The ids of a newsroom that rules of form enforce, wholly or in part, by id.
  package static let formIDs = RuleAlias.all.map(\.id)

  /// What the rules of form enforce of a newsroom's rule, in words; nil when they do not know its id.
  package static func enforcedInForm(_ id: String) -> String? {
    guard let alias = RuleAlias.named(id) else { return nil }
    let codes = alias.codes.compactMap(rule).map { "- `\($0.code)`: \($0.title)" }
    return "In form it is enforced that \(alias.meaning):\n\n" + codes.joined(separator: "\n")
  }

  /// The rules by their codes.
  static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rule with this code, in any case of letters.
  package static func rule(_ code: String) -> DiagnosticRule? {
    all.first { $0.code == code.uppercased() }
  }
}
