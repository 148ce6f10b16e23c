import ArgumentParser
import SiteBuild
import SiteFiles
import SiteModel
import SourceDiagnostics

/// `brevier build`: the site into its output folder.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site into its output folder.",
    discussion: """
      Only files that changed are written, each whole or not at all; files that earlier builds wrote \
      and this one does not are removed, and no others. With errors nothing is written.
      """)

  @OptionGroup var options: SiteOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("Where the site is written.", valueName: "dir"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp("How long to wait while another build works there.", valueName: "seconds"))
  var wait = 0

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Keep the pages of the build before that would come out the same.")
  var cache = true

  @Flag(name: .long, help: "Say of each page that is made what changed.")
  var explain = false

  @Flag(
    name: .long,
    help: "Make every page anew beside the built site, and compare them byte for byte.")
  var verify = false

  @Flag(
    name: .long, help: "List the templates, blocks, macros and pages that cost most time.")
  var profile = false

  mutating func validate() throws {
    if profile, options.format == .sarif || options.format == .github {
      throw ValidationError("'--profile' writes text or JSON; '\(options.format)' is for findings.")
    }
    if !(0...86_400).contains(wait) {
      throw ValidationError("'--wait' is a number of seconds, at most a day.")
    }
  }

  func run() throws {
    let start = Clock.seconds
    let console = Console(options: options)
    var request = try options.request(output: output ?? SitePaths.site(in: options.source))
    request.remembers = cache
    request.explains = explain
    request.lockWait = .seconds(wait)
    request.progress = ProgressLine.handler(options)
    if profile { request.stopwatch = Clock.stopwatch }
    let built = try Console.running { try Pipeline.build(request) }
    ProgressLine.clear(options)
    let shown = built.checked.diagnostics + stopping(built.checked) + (built.report?.warnings ?? [])
    // With a profile in JSON the standard output is the profile's.
    if profile, options.format == .json {
      console.reportAside(shown, built.checked)
    } else {
      console.report(shown, built.checked)
    }
    guard let report = built.report else {
      if options.format == .text {
        Console.error("\(Console.counts(shown)); nothing was written\n")
      }
      throw ExitCode(1)
    }
    if explain { Console.out(Self.text(built.reasons)) }
    if verify { try Self.verify(request) }
    if let profile = built.profile.map(ProfileReport.init) {
      Console.out(options.format == .json ? profile.json : profile.text)
    }
    guard !options.quiet, options.format == .text else { return }
    let seconds = Rounded.seconds(Clock.seconds - start)
    let found = Console.counts(shown)
    Console.out(
      "\(request.output): \(report.written) written, \(report.unchanged) unchanged, "
        + "\(report.removed) removed in \(seconds)"
        + (found.isEmpty ? "" : "; \(found)") + "\n")
    let advice = Console.counts(built.checked.editorialFindings)
    if !advice.isEmpty, !options.verbose {
      Console.out("editorial: \(advice); 'brevier check' shows them\n")
    }
    HeldBackNotice.print(built.checked.site.heldBack, verbose: options.verbose)
  }

  /// Why pages were made, a page a line, and its reasons below it.
  private static func text(_ pages: [PageReasons]) -> String {
    let most = 6
    return pages.map { page in
      let shown = page.reasons.prefix(most).map { "  because of: \($0)\n" }.joined()
      let more = page.reasons.count - most
      return page.path + "\n" + shown + (more > 0 ? "  and \(more) more\n" : "")
    }.joined()
  }

  /// Holds the built site against one made from nothing.
  private static func verify(_ request: SiteRequest) throws {
    let outcome = try Console.running { try Pipeline.verify(request) }
    guard let first = outcome.differences.first else {
      Console.out("verified: \(outcome.compared) files are what a clean build makes\n")
      return
    }
    Console.error(
      "\(outcome.differences.count) of \(outcome.compared) files are not what a clean build makes\n"
        + "\(first.path): \(first.what)\n"
        + first.unread.map { "  not in its trace: \($0)\n" }.joined())
    throw ExitCode(1)
  }

  /// What the editorial rules say that a build shows: what stops it; all of it when asked for more.
  private func stopping(_ checked: CheckedSite) -> [Diagnostic] {
    checked.editorialFindings.filter { options.verbose || $0.severity == .error }
  }
}

/// Where things stand in a site's folder.
enum SitePaths {
  static func site(in source: String) -> String {
    source.hasSuffix("/") ? source + "site" : source + "/site"
  }
}

/// Says which briefs wait and when the next one is due.
enum HeldBackNotice {
  static func print(_ held: Site.HeldBack, verbose: Bool) {
    var parts: [String] = []
    if held.future > 0 {
      parts.append("\(held.future) not yet due" + (held.nextDue.map { " (next on \($0))" } ?? ""))
    }
    if verbose, held.drafts > 0 { parts.append("\(held.drafts) drafts") }
    if verbose, held.expired > 0 { parts.append("\(held.expired) expired") }
    if !parts.isEmpty { Console.out("held back: \(parts.joined(separator: ", "))\n") }
  }
}

/// Prints durations to a sensible precision.
enum Rounded {
  static func seconds(_ value: Double) -> String {
    if value < 1 { return "\(Int((value * 1000).rounded())) ms" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
