import ArgumentParser
import SiteBuild
import SiteFiles
import SiteModel
import SourceDiagnostics

/// The options that all commands about a site share.
struct SiteOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The site's folder.", valueName: "dir"))
  var source = "."

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The only \u{201C}now\u{201D}: briefs, embargoes and expected dates are judged by this day.",
      discussion: "Default: today in UTC, or the day of SOURCE_DATE_EPOCH.", valueName: "date"))
  var asOf: String?

  @Flag(name: .long, help: "Treat drafts as published.")
  var drafts = false

  @Flag(name: .long, help: "Treat briefs of the future and under embargo as published.")
  var future = false

  @Option(
    name: .long, help: ArgumentHelp("How findings are written.", valueName: "format"))
  var format = ReportFormat.text

  @Option(name: .long, help: ArgumentHelp("How many threads work.", valueName: "number"))
  var jobs: Int?

  @Flag(name: [.short, .long], help: "Print findings only.")
  var quiet = false

  @Flag(
    name: [.short, .long],
    help: "Say more: which briefs are held back, drafts and expired ones included.")
  var verbose = false

  mutating func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("'--jobs' is a number from 1 to 256.")
    }
    if let asOf, (try? CalendarDate(parsing: asOf)) == nil {
      throw ValidationError("'--as-of \(asOf)' is not a day; write it as 2026-01-15.")
    }
  }

  /// The request that the options make, writing to `output`.
  func request(output: String) throws -> SiteRequest {
    var request = SiteRequest(source: source, output: output, asOf: try day())
    request.includesDrafts = drafts
    request.includesFuture = future
    if let jobs { request.workers = jobs }
    return request
  }

  private func day() throws -> CalendarDate {
    if let asOf { return try CalendarDate(parsing: asOf) }
    guard let text = Environment.value("SOURCE_DATE_EPOCH") else { return Clock.today }
    guard let seconds = Int64(text), seconds >= 0, seconds < 253_402_300_800 else {
      throw ValidationError("SOURCE_DATE_EPOCH is '\(text)', not a number of seconds since 1970.")
    }
    return Instant(seconds: seconds).date
  }
}

/// How findings are written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github
}
