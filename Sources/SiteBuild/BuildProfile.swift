import SitePlan
import SiteRender
import Synchronization
import TemplateEngine

/// What rendering a site cost: the templates with their parts, and the pages. Times are nanoseconds
/// of the request's stopwatch, summed over all threads.
package struct BuildProfile: Sendable {
  /// The templates, each with all that is written in it, in the order of their files.
  package let templates: [Part]
  /// The blocks, macros, bodies of calls and recursive loops.
  package let parts: [Part]
  /// The files that were rendered, in the order of the plan.
  package let pages: [Page]

  /// What all runs of a template, or of a part of one, cost together.
  package struct Part: Sendable {
    /// What it is: `template`, `block`, `macro`, `caller`, `loop`.
    package var kind: String
    /// The name of the template, block or macro.
    package var name: String
    /// The template that it is written in.
    package var template: String
    /// How often it ran.
    package var runs: Int
    /// The time in it, without what it called.
    package var own: Int
    /// The time from its beginning to its end.
    package var total: Int
    /// What it printed, without what it called.
    package var bytes: Int
  }

  /// What one file cost.
  package struct Page: Sendable {
    /// The file's path in the output.
    package var path: String
    /// The template that made it; `nil` for a file made without one.
    package var template: String?
    /// From its data to its bytes.
    package var time: Int
    /// How long it is.
    package var bytes: Int
  }

  init(_ costs: RenderCosts, pages: [Page]) {
    templates = costs.templateCosts.map { name, cost in
      Part(
        kind: RenderCosts.Part.Kind.template.rawValue, name: name, template: name,
        runs: cost.count, own: cost.own, total: cost.total, bytes: cost.bytes)
    }
    parts = costs.parts.filter { $0.kind != .template }.map { part in
      Part(
        kind: part.kind.rawValue, name: part.name, template: part.template,
        runs: part.cost.count, own: part.cost.own, total: part.cost.total,
        bytes: part.cost.bytes)
    }
    self.pages = pages
  }

  /// All pages together: what the shares of parts and pages are shares of.
  package var time: Int { pages.reduce(0) { $0 + $1.time } }

  /// The part of it that was spent in templates; the rest went into the data of pages and into
  /// files made without templates.
  package var timeInTemplates: Int { templates.reduce(0) { $0 + $1.own } }
}

/// A thread's state while files are rendered; with a stopwatch it measures what they cost.
final class RenderWorker {
  let number: Int
  private let pages: PageWorker
  private let stopwatch: (@Sendable () -> Int)?
  private let profile: RenderProfile?
  private let collector: CostCollector
  /// What the page in the making reads, when somebody asks.
  private let notes: PageNotes?

  init(
    _ number: Int, _ pages: PageRenderer, _ search: SearchFiles, _ request: SiteRequest,
    _ collector: CostCollector, watches: Bool = false
  ) {
    notes = watches ? PageNotes() : nil
    self.number = number
    self.pages = PageWorker(pages, search: search)
    stopwatch = request.stopwatch
    profile = request.stopwatch.map { pages.profile(clock: $0) }
    self.collector = collector
  }

  /// Hands over what was measured, when the thread has no more work.
  deinit {
    if let profile { collector.add(profile.costs) }
  }

  func render(
    _ file: PlannedFile
  ) throws(RenderFailure) -> (bytes: [UInt8], notes: PageNotes?, cost: BuildProfile.Page?) {
    notes?.begin(file)
    guard let stopwatch else { return (try pages.render(file, notes: notes), notes, nil) }
    let start = stopwatch()
    let bytes = try pages.render(file, notes: notes, profile: profile)
    let page = BuildProfile.Page(
      path: file.path, template: file.template, time: stopwatch() - start, bytes: bytes.count)
    return (bytes, notes, page)
  }
}

/// Sums what the threads measured.
final class CostCollector: Sendable {
  private let total = Mutex<RenderCosts?>(nil)

  func add(_ costs: RenderCosts) {
    total.withLock { sum in
      if sum == nil { sum = costs } else { sum?.add(costs) }
    }
  }

  /// The sum; `nil` when nothing was measured.
  var sum: RenderCosts? { total.withLock { $0 } }
}
