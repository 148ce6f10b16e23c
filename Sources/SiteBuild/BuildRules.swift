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

  static let cacheNotWritten = DiagnosticRule(
    "R003", .warning, "what a build did can be remembered",
    explanation: """
      A build keeps in the folder .brevier beside brevier.yml what the next one can make use of. When
      that folder cannot be written (a disk that is full, a folder without the right to write), the site
      is built all the same, and the next build makes every page anew.

      Make the folder writable, or build with --no-cache to say that nothing is to be remembered.
      """)

  /// All rules of this room, by code.
  package static let buildRules: [DiagnosticRule] = [.badOutputPath, .cacheNotWritten]
}
