import ArgumentParser
import SiteBuild
import SiteModel
import SourceDiagnostics

/// `brevier check`: everything that can be found without making a file.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the content without building the site.",
    discussion: """
      Checks front matter, references, links, anchors, dates, quantities, templates and collisions of \
      addresses, and reports all mistakes in one run. A site without errors of that kind is then held \
      against the editorial rules: sources, certainty, figures, dates, conflicts, names.
      """)

  @OptionGroup var options: SiteOptions

  @Flag(
    name: .long, help: "Make the replacements that are surely right, then check what remains.")
  var fix = false

  func run() throws {
    let start = Clock.seconds
    let request = try options.request(output: SitePaths.site(in: options.source))
    var checked = try Console.running { try Pipeline.check(request) }
    if fix {
      let mended = try Console.running { try Pipeline.mend(checked, request) }
      checked = mended.checked
      tellMended(mended)
    }
    Console(options: options).report(checked.findings, checked)
    if options.format == .text, !options.quiet {
      let found = Console.counts(checked.findings)
      let seconds = Rounded.seconds(Clock.seconds - start)
      let site = checked.site
      Console.out(
        "\(Console.count(site.briefs.count, "brief")), "
          + "\(Console.count(site.entities.count, "entity", "entities")), "
          + "\(Console.count(site.events.count, "event")) "
          + "checked in \(seconds): \(found.isEmpty ? "no findings" : found)\n")
    }
    if options.format == .text, !checked.isReviewed {
      Console.error("the editorial rules are applied when these errors are mended\n")
    }
    if checked.findings.hasErrors { throw ExitCode(1) }
  }

  /// What `--fix` did, on the error output so that a report for machines stays whole.
  private func tellMended(_ mended: MendedSite) {
    guard !options.quiet else { return }
    let files = Console.count(mended.files.count, "file")
    Console.error(
      mended.edits == 0
        ? "nothing was surely right to replace\n"
        : "\(Console.count(mended.edits, "replacement")) made in \(files): "
          + mended.files.joined(separator: ", ") + "\n")
  }
}
