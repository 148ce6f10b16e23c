package import SiteFiles
import SourceDiagnostics

/// Makes the replacements that findings are sure of: `check --fix`.
extension Pipeline {
  /// Replaces what the findings of a checked site are sure of, checks it again, and goes on until
  /// nothing sure remains; a mended header may show what stood behind its mistake.
  package static func mend(
    _ checked: CheckedSite, _ request: SiteRequest
  ) throws(FileFailure) -> MendedSite {
    var mended = MendedSite(checked: checked)
    var files = Set<String>()
    for _ in 0..<mostRounds {
      let edits = mended.checked.findings.compactMap(\.fix).compactMap { fix in
        fix.span.range.map {
          SourceEditor.Edit(
            file: fix.span.file, range: $0, replacement: Array(fix.replacement.utf8))
        }
      }
      guard !edits.isEmpty else { break }
      let outcome = try SourceEditor.apply(edits, to: mended.checked.tree)
      guard outcome.edits > 0 else { break }
      mended.edits += outcome.edits
      files.formUnion(outcome.files)
      mended.checked = try check(request)
    }
    mended.files = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return mended
  }

  /// Two fixes that undo each other end here.
  private static let mostRounds = 5
}

/// A site after its sure mistakes were mended.
package struct MendedSite: Sendable {
  /// What a check finds now.
  package var checked: CheckedSite
  /// The files that were changed, by path.
  package var files: [String] = []
  /// How many replacements were made.
  package var edits = 0
}
