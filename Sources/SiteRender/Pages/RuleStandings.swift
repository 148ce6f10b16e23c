package import SiteModel
package import SourceDiagnostics

/// How a site stands against the rules of judgement today: what the page about its method shows.
package struct RuleStandings: Sendable {
  /// The rules that are asked, by code.
  package var rules: [Standing]
  /// The exceptions that are in use, by file and place.
  package var waivers: [Waiver]

  package init(rules: [Standing], waivers: [Waiver]) {
    self.rules = rules
    self.waivers = waivers
  }

  /// One rule with what it finds.
  package struct Standing: Sendable {
    package var rule: DiagnosticRule
    /// How bad its worst finding is, or where there is none would usually be; nil when the site does
    /// not ask the rule.
    package var severity: Severity?
    /// How many findings there are that nothing excuses.
    package var count: Int

    package init(rule: DiagnosticRule, severity: Severity?, count: Int) {
      self.rule = rule
      self.severity = severity
      self.count = count
    }
  }
}
