package import SourceDiagnostics

/// The rules of writing that need the plan to be explained.
extension DiagnosticRule {
  static let badOutputPath = DiagnosticRule(
    "R002", .error, "a file's path can be written on every system",
    explanation: """
      The path of an output file has plain ASCII parts of at most 255 bytes, none of them a name that
      Windows reserves, and is at most 900 bytes long. Paths come from slugs, ids and the names of files
      beside texts.

      Wrong:

          content/briefs/diagram (final).png

      Right:

          content/briefs/diagram-final.png
      """)

  /// All rules of this room, by code.
  package static let buildRules: [DiagnosticRule] = [.badOutputPath]
}
