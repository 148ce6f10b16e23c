package import SourceDiagnostics

/// The rules of rendering, each with the text that `brevier explain CODE` prints.
extension DiagnosticRule {
  static let missingTemplate = DiagnosticRule(
    "R001", .error, "a theme has a template for each kind of page",
    explanation: """
      Each kind of page is made by the template of its name: `home.html`, `brief.html`, `entity.html` …
      A theme without one of them cannot show the pages of that kind.

      Wrong:

          templates/  without  topic.html

      Right:

          templates/topic.html:  {% extends "base.html" %} …
      """)

  /// All rules of rendering, by code.
  package static let renderRules: [DiagnosticRule] = [.missingTemplate] + wordsRules + feedRules
}
