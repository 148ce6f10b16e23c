package import SourceDiagnostics

/// The mistakes of tables of words, each with its long explanation.
extension DiagnosticRule {
  static let wordNotText = DiagnosticRule(
    "R010", .error, "an interface string is text",
    explanation: """
      A file of `templates/locales/` holds texts, groups of texts, and plural forms. A key without a
      value shows nothing, so it is a mistake; an empty text is written `""`.

      Wrong:

          nav:
            home:

      Right:

          nav:
            home: Front page
      """)
  static let pluralWithoutOther = DiagnosticRule(
    "R011", .error, "plural forms have the form 'other'",
    explanation: """
      Plural forms are those of Unicode's CLDR: `zero`, `one`, `two`, `few`, `many`, `other`. Which
      ones a language uses differs; `other` serves for all numbers that have no form of their own.

      Wrong:

          briefs: {one: "{n} brief"}

      Right:

          briefs: {one: "{n} brief", other: "{n} briefs"}
      """)
  static let unknownPlural = DiagnosticRule(
    "R012", .error, "a plural form is one of zero, one, two, few, many, other",
    explanation: """
      A mapping that has one of these keys is a set of plural forms; other keys cannot stand among
      them.

      Wrong:

          briefs: {one: "{n} brief", others: "{n} briefs"}

      Right:

          briefs: {one: "{n} brief", other: "{n} briefs"}
      """)
  static let missingWord = DiagnosticRule(
    "R013", .warning, "an interface string that a page asks for is in the table of its language",
    explanation: """
      A template asked `t("…")` for a key that `templates/locales/LANG.yml` does not have. The page
      shows the text of the default language, else the built-in English one. (A key that no table
      has is an error of the template.)

      Wrong:

          site: {motto: No guesses}      in templates/locales/en.yml alone

      Right:

          site: {motto: Sans deviner}    in templates/locales/fr.yml as well
      """)
  static let localeNotMapping = DiagnosticRule(
    "R014", .error, "a table of words is a mapping of keys",
    explanation: """
      A file of `templates/locales/` begins with groups of keys, not with a list or a text.

      Wrong:

          - Front page

      Right:

          nav:
            home: Front page
      """)
  static let localeName = DiagnosticRule(
    "R015", .error, "a table of words is named by its language",
    explanation: """
      The files of `templates/locales/` are named by the tags of their languages (BCP 47), with the
      ending `.yml`.

      Wrong:

          templates/locales/french.yml

      Right:

          templates/locales/fr.yml
      """)

  /// All rules of the tables of words, by code.
  package static let wordsRules: [DiagnosticRule] = [
    .wordNotText, .pluralWithoutOther, .unknownPlural, .missingWord, .localeNotMapping, .localeName,
  ]
}
