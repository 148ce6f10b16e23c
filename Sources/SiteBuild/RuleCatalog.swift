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

  /// The rule with this code, in any case of letters.
  package static func rule(_ code: String) -> DiagnosticRule? {
    all.first { $0.code == code.uppercased() }
  }
}
