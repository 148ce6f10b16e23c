import ArgumentParser
import PreviewServer
import SiteBuild
import SiteFiles
import SourceDiagnostics
import WorkerThreads

/// `brevier serve`: the site on this machine, while it is being written.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site in a browser while it is being written.",
    discussion: """
      The site is built into memory; its output folder is never touched. Pages that are open show \
      each change by themselves. With errors the last good site stays, and the page says what is \
      wrong until it is mended.

      Only programs on this machine are answered, unless --host says otherwise.
      """)

  @OptionGroup var options: SiteOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The port; 0 for any.", discussion: "Default: 4000, or the next one that is free.",
      valueName: "port"))
  var port: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The address to listen at, for browsers on other machines; 0.0.0.0 for all.",
      valueName: "address"))
  var host: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A further name by which browsers may ask; may be given several times.", valueName: "name"))
  var allowedHost: [String] = []

  @Flag(name: .long, help: "Open the site in a browser.")
  var open = false

  @Flag(
    name: .long,
    help: "Look the folder over now and then instead of waiting for the system's word.")
  var poll = false

  mutating func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("'--port' is a number from 0 to 65535.")
    }
    if options.format != .text {
      throw ValidationError("'serve' tells its findings as text and in the browser.")
    }
  }

  func run() throws {
    let request = try options.request(output: SitePaths.site(in: options.source))
    let preview = SitePreview(request)
    let watcher = try Console.running {
      try SourceWatcher(root: options.source, polling: poll)
    }
    let report = ServeReport(preview, quiet: options.quiet)
    let server = makeServer(preview, report)
    let port = try start(server)
    if let reason = watcher.pollingReason, !poll {
      Console.error("brevier: the folder is looked over now and then: \(reason)\n")
    }
    if let host, host != "127.0.0.1", host != "::1", host != "localhost" {
      Console.error("brevier: with --host \(host) other machines can read the site, drafts too\n")
    }
    report.begin()
    preview.update(SourceChange(isWhole: true))
    if let failure = preview.standing.failure { try Console.running { throw failure } }
    let mount = preview.standing.mount
    report.tell(to: server)
    Console.out("\(server.address(port: port, mount: mount)) shows the site; Control-C ends it\n")
    if open { BrowserLauncher.open(server.address(port: port, mount: mount)) }
    watch(watcher, preview, report, server)
  }

  private func makeServer(_ preview: SitePreview, _ report: ServeReport) -> PreviewServer {
    let configuration = PreviewConfiguration(host: host, port: port, allowedHosts: allowedHosts)
    let source = PreviewedSite(preview) { report.askToTell() }
    let server = PreviewServer(configuration, source: source)
    report.server = server
    return server
  }

  /// The names that were allowed, and the one that `--host` listens at.
  private var allowedHosts: [String] {
    allowedHost + (host.map { [$0.contains(":") ? "[\($0)]" : $0] } ?? [])
  }

  private func start(_ server: PreviewServer) throws -> Int {
    let started = BlockingWait.result { () -> Result<Int, PreviewFailure> in
      do throws(PreviewFailure) {
        return .success(try await server.start())
      } catch {
        return .failure(error)
      }
    }
    do {
      return try started.get()
    } catch {
      Console.error("brevier: \(error)\n")
      throw ExitCode(74)
    }
  }

  /// Follows changes until the program is ended, and looks further into the site in between.
  private func watch(
    _ watcher: SourceWatcher, _ preview: SitePreview, _ report: ServeReport, _ server: PreviewServer
  ) {
    // Whoever is writing saves again soon; what takes long can wait for a pause.
    var isPause = false
    while true {
      let patience: Duration? = preview.hasWork ? (isPause ? .zero : .milliseconds(300)) : nil
      if let change = watcher.next(timeout: patience) {
        isPause = false
        report.begin()
        preview.update(change)
        report.tell(to: server, change)
      } else if preview.hasWork {
        isPause = true
        if preview.work() || !preview.hasWork { report.tell(to: server) }
      }
    }
  }
}
