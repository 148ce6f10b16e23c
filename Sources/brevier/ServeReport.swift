import PreviewServer
import SiteBuild
import SiteFiles
import SourceDiagnostics
import Synchronization
import WorkerThreads

/// Says on the terminal and to the server how the site stands after each change.
final class ServeReport: Sendable {
  private let preview: SitePreview
  private let quiet: Bool
  private let state = Mutex(State())

  private struct State {
    var server: PreviewServer?
    var start = 0.0
    /// What was printed last, so that nothing is said twice.
    var findings: [Diagnostic] = []
    var failure: FileFailure?
  }

  init(_ preview: SitePreview, quiet: Bool) {
    self.preview = preview
    self.quiet = quiet
  }

  /// The server to tell.
  var server: PreviewServer? {
    get { state.withLock { $0.server } }
    set { state.withLock { $0.server = newValue } }
  }

  /// Notes that a change is being followed.
  func begin() { state.withLock { $0.start = Clock.seconds } }

  /// Tells all who want to hear it how the site stands.
  ///
  /// - Parameter change: what it stands so for, when that is new.
  func tell(to server: PreviewServer, _ change: SourceChange? = nil) {
    let standing = preview.standing
    let status = PreviewedSite.status(standing)
    BlockingWait.result { await server.announce(status) }
    if let change, !quiet {
      let seconds = Rounded.seconds(Clock.seconds - state.withLock { $0.start })
      Console.out(
        "\(Self.words(change)): \(standing.isShown ? "shown" : "not shown") in \(seconds)\n")
    }
    printNews(standing)
  }

  /// Has the server told from elsewhere, soon.
  func askToTell() {
    guard let server else { return }
    let status = PreviewedSite.status(preview.standing)
    Task { await server.announce(status) }
    printNews(preview.standing)
  }

  private func printNews(_ standing: SitePreview.Standing) {
    // Advice is counted, as a build does; errors are shown.
    let errors = standing.diagnostics.filter { $0.severity == .error }.sortedForReport()
    let (known, failure) = state.withLock { state in
      defer {
        state.findings = errors
        state.failure = standing.failure
      }
      return (state.findings, state.failure)
    }
    if let now = standing.failure, now != failure { Console.error("brevier: \(now)\n") }
    guard errors != known, let checked = standing.checked else { return }
    let report = TextReport(colours: Environment.usesColours, source: checked.text)
    Console.error(report.text(errors.filter { !known.contains($0) }))
    if errors.isEmpty, !quiet { Console.out("all errors are mended\n") }
  }

  private static func words(_ change: SourceChange) -> String {
    guard !change.isWhole, let first = change.paths.first else { return "the folder changed" }
    let more = change.paths.count - 1
    return "\(first)\(more > 0 ? " and \(more) more" : "") changed"
  }
}

extension SitePreview.Standing {
  /// Whether what is shown is what is in the folder.
  var isShown: Bool { failure == nil && checked?.diagnostics.hasErrors == false }
}
