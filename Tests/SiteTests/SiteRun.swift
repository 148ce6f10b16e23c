import SiteBuild
import SiteFiles
import SiteModel
import SourceDiagnostics

/// A build of a site in a temporary folder, as the command does it.
struct SiteRun {
  /// The day on which all sites of the tests are built.
  static let today = "2026-01-15"

  /// All findings as a person reads them, without colours.
  let report: String
  /// The codes of the findings, in report order.
  let codes: [String]
  /// What was written; `nil` when nothing was.
  let written: WriteReport?

  /// Builds the sources of `folder` into its output.
  init(
    _ folder: SiteFolder, asOf: String = today, workers: Int = 2, drafts: Bool = false
  ) throws {
    var request = SiteRequest(
      source: folder.source, output: folder.output, asOf: try CalendarDate(parsing: asOf))
    request.workers = workers
    request.includesDrafts = drafts
    let built = try Pipeline.build(request)
    let stopping = built.checked.editorialFindings.filter { $0.severity == .error }
    let found = built.checked.diagnostics + stopping + (built.report?.warnings ?? [])
    let checked = built.checked
    // The output folder's own files are named by where it is, which differs from run to run.
    report = TextReport { checked.text(of: $0) }.text(found)
      .replacing(folder.path + "/", with: "")
    codes = found.sortedForReport().map(\.rule.code)
    written = built.report
  }
}
