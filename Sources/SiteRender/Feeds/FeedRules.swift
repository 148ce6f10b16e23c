package import SourceDiagnostics

/// The mistakes that feeds and other files for machines can hold.
extension DiagnosticRule {
  static let illegalCharacter = DiagnosticRule(
    "R020", .warning, "text has no characters that XML cannot hold",
    explanation: """
      Control characters (all below U+0020 except tab and line breaks), U+FFFE and U+FFFF cannot
      stand in XML, not even escaped. They come from copying out of PDF files or from escapes in
      front matter. Feeds show U+FFFD in their place.

      Wrong:

          title: "Three\\x0Bwords"

      Right:

          title: "Three words"
      """)

  /// All rules of feeds, by code.
  package static let feedRules: [DiagnosticRule] = [.illegalCharacter]
}
