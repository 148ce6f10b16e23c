/// The English words of the page about the method, for sites without a table of words.
extension BuiltInStrings {
  static let method: [(String, String)] = [
    ("method.title", "How the briefs are made"),
    (
      "method.description",
      "The rules that the briefs are held against, what they find today, and the exceptions."
    ),
    ("method.rules", "The rules, and what they find today"),
    ("method.rule", "Rule"),
    ("method.asks", "What it asks"),
    ("method.severity", "When it is broken"),
    ("method.count", "Found"),
    ("method.excepted", "Excepted"),
    ("method.exceptions", "Exceptions"),
    ("method.exceptions_note", "Where a rule does not apply, the desk says why."),
    ("method.no_exceptions", "No exception is in use."),
    ("method.until", "until {date}"),
    ("method.severity_error", "the site is not built"),
    ("method.severity_warning", "the desk is warned"),
    ("method.severity_note", "the desk is told"),
    ("method.severity_off", "not asked"),
    (
      "method.strictness_light",
      "Figures and quoted words must rest on a claim wherever a brief has claims."
    ),
    ("method.strictness_newsroom", "Figures and quoted words must rest on a claim in every brief."),
    ("method.strictness_off", "The rules are not applied."),
  ]
}
