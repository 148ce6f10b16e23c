import EditorialRules
import SiteFiles
import SiteModel
import SitePlan
import SiteRender
import SourceDiagnostics
import WorkerThreads

/// The stages as the pipeline calls them: each spreads its files over threads where they are
/// independent, and gathers findings in the order of the files.
extension Pipeline {
  static func load(
    _ request: SiteRequest, _ diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> SourceTree {
    try SourceLoader.load(
      root: request.source, folders: ["content"], optionalFolders: ["templates"],
      files: ["brevier.yml"], workers: request.workers, diagnostics: &diagnostics)
  }

  static func readSettings(
    _ tree: SourceTree, _ diagnostics: inout [Diagnostic]
  ) -> SiteSettings {
    guard let file = tree["brevier.yml"] else { return SiteSettings() }
    return SettingsReader.read(
      file.bytes, file: file.path, knownRules: RuleCatalog.all, diagnostics: &diagnostics)
  }

  static func parse(
    _ tree: SourceTree, _ settings: SiteSettings, _ theme: Theme, _ request: SiteRequest,
    _ diagnostics: inout [Diagnostic]
  ) -> Parsing {
    let texts = tree.contentTexts
    let parser = ContentParser(settings: settings, labels: theme.markdownLabels)
    let cache =
      request.remembers
      ? ParsedCache(CacheFolder(site: request.source), fingerprint: parser.fingerprint) : nil
    typealias Result = (file: ParsedFile?, diagnostics: [Diagnostic], isFresh: Bool)
    let results = Concurrency.map(texts.count, workers: request.workers) { index -> Result in
      if let known = cache?.parsed(texts[index]) { return (known.file, known.diagnostics, false) }
      var found: [Diagnostic] = []
      let file = parser.parse(
        path: texts[index].path, bytes: texts[index].bytes, diagnostics: &found)
      return (file, found, true)
    }
    for result in results where !result.diagnostics.isEmpty { diagnostics += result.diagnostics }
    return Parsing(
      sources: texts, results: results.map { ($0.file, $0.diagnostics) },
      fresh: results.indices.filter { results[$0].isFresh }, cache: cache)
  }
}

// MARK: - Plan

extension Pipeline {
  /// Reports files whose paths cannot be written; of the pages of one source only the first.
  static func checkPaths(_ plan: SitePlan, _ diagnostics: inout [Diagnostic]) {
    var reported = Set<String>()
    for file in plan.files {
      do throws(OutputPathProblem) {
        _ = try OutputPath(file.path)
      } catch {
        guard reported.insert(file.source).inserted else { continue }
        diagnostics.append(badPath(file, error))
      }
    }
  }

  private static func badPath(_ file: PlannedFile, _ problem: OutputPathProblem) -> Diagnostic {
    Diagnostic(
      .badOutputPath, "'\(file.path)' \(problem)",
      at: SourceSpan(file: file.source, range: file.range), help: "rename it")
  }
}

// MARK: - Review

extension Pipeline {
  /// Holds a site that is sound in form against the rules of judgement, severities as the settings
  /// want them.
  static func review(
    _ site: Site, _ tree: SourceTree, _ request: SiteRequest
  ) -> ReviewOutcome {
    let review = EditorialReview(
      site, bytes: { tree[$0]?.bytes }, pixelWidth: { tree[$0]?.pixelSize?.width })
    let parts = Concurrency.map(review.partCount, workers: request.workers) { part in
      review.findings(part: part)
    }
    var outcome = review.outcome(parts)
    outcome.findings = site.settings.applySeverities(to: outcome.findings)
    return outcome
  }
}

// MARK: - Render and write

extension Pipeline {
  static func readTheme(
    _ files: ThemeFiles, _ settings: SiteSettings, _ diagnostics: inout [Diagnostic]
  ) -> Theme {
    Theme(files.all, settings: settings, diagnostics: &diagnostics)
  }

  /// Renders every planned file and hands it to the writer, which shows nothing before its commit.
  ///
  /// Returns what went wrong in templates: all faults of the run, each place once.
  static func render(
    _ checked: CheckedSite, to writer: SiteWriter, _ request: SiteRequest
  ) throws(FileFailure) -> Rendered {
    let pages = PageRenderer(
      checked.site, checked.plan, checked.theme, standings: checked.standings,
      workers: request.workers)
    let increment = request.remembers ? Increment(checked, pages, request) : nil
    let search = search(pages, request)
    let files = checked.plan.files + pages.furtherFiles + search.planned
    let counter = ProgressCounter(stage: "render", total: files.count, report: request.progress)
    let costs = CostCollector()
    let results = Concurrency.map(
      files.count, workers: request.workers,
      makeWorker: { RenderWorker($0, pages, search, request, costs, watches: increment != nil) },
      body: { worker, index -> Outcome in
        defer { counter.advance(isCaller: worker.number == 0) }
        return make(files[index], worker, checked, increment, writer, request)
      })
    var rendered = Rendered(count: files.count)
    var recorder = increment.map { TraceRecorder($0.digests, old: $0.old) }
    var failures: [Diagnostic] = []
    var measured: [BuildProfile.Page] = []
    for (file, result) in zip(files, results) {
      switch result {
      case .copied: break
      case .made(let page, let cost):
        rendered.made += 1
        if let page {
          recorder?.add(made: page)
          if request.explains, let increment {
            rendered.reasons.append(
              PageReasons(path: file.path, reasons: increment.reasons(for: file, page.base)))
          }
        }
        if let cost { measured.append(cost) }
      case .kept(let trace):
        pages.note(missingStrings: trace.missingStrings, in: file.language)
        recorder?.add(kept: trace)
      case .fault(let diagnostic): failures.append(diagnostic)
      case .failure(let failure): throw failure
      }
    }
    rendered.failures = failures.onePerPlace()
    rendered.findings = checked.site.settings.applySeverities(to: pages.findings)
    rendered.profile = costs.sum.map { BuildProfile($0, pages: measured) }
    rendered.traces = recorder?.finish(workers: request.workers)
    return rendered
  }

  /// What rendering all files came to.
  struct Rendered {
    /// Faults of templates; with any, nothing is shown.
    var failures: [Diagnostic] = []
    /// Findings that stop nothing.
    var findings: [Diagnostic] = []
    /// How many files there are.
    var count: Int
    /// How many of them were made, and not kept or copied.
    var made = 0
    /// Why each page was made, when that is asked for.
    var reasons: [PageReasons] = []
    /// What is to be remembered of the pages, when something is.
    var traces: BuildTraces?
    /// What it cost, when that was asked for.
    var profile: BuildProfile?
  }

  /// Keeps in the site's cache what the next build can make use of. When the disk refuses, that build
  /// will make every page, and only a warning is due.
  static func remember(
    _ rendered: Rendered, _ checked: CheckedSite, _ request: SiteRequest
  ) -> [Diagnostic] {
    guard let traces = rendered.traces else { return [] }
    let cache = CacheFolder(site: request.source)
    do throws(FileFailure) {
      try cache.write(BuildTraces.fileName, traces.stored)
      if let parsing = checked.parsing { try parsing.cache?.remember(parsing, in: cache) }
      return []
    } catch {
      return [
        Diagnostic(
          .cacheNotWritten, "what this build did could not be remembered",
          at: SourceSpan(file: CacheFolder.name), notes: [error.description])
      ]
    }
  }

  private enum Outcome: Sendable {
    /// A file of the sources that was copied, or is in place.
    case copied
    /// A page, with what it read and what it cost when that is asked for.
    case made(MadePage?, BuildProfile.Page?)
    /// A page of an earlier build that is what this one would make.
    case kept(PageTrace)
    case fault(Diagnostic)
    case failure(FileFailure)
  }

  private static func make(
    _ file: PlannedFile, _ worker: RenderWorker, _ checked: CheckedSite, _ increment: Increment?,
    _ writer: SiteWriter, _ request: SiteRequest
  ) -> Outcome {
    let path: OutputPath
    do throws(OutputPathProblem) {
      path = try OutputPath(file.path)
    } catch {
      return .fault(badPath(file, error))
    }
    do throws(FileFailure) {
      if case .asset(let source) = file.content {
        try copy(source, to: path, file, checked, writer, request)
        return .copied
      }
      let base = increment?.bases.base(of: file)
      if let base, let freshness = increment?.freshness, freshness.isFresh(file, base),
        let trace = freshness.trace(of: file),
        writer.keep(path, hash: trace.hash, phase: file.phase.output)
      {
        return .kept(trace)
      }
      let made: (bytes: [UInt8], notes: PageNotes?, cost: BuildProfile.Page?)
      do throws(RenderFailure) {
        made = try worker.render(file)
      } catch {
        return .fault(error.diagnostic)
      }
      let hash = try writer.stage(path, made.bytes, phase: file.phase.output)
      guard let increment, let base, let notes = made.notes else { return .made(nil, made.cost) }
      return .made(increment.made(file, base, hash, notes), made.cost)
    } catch {
      return .failure(error)
    }
  }

  /// Puts a file of the sources or of the embedded theme in place as it is.
  private static func copy(
    _ source: String, to path: OutputPath, _ file: PlannedFile, _ checked: CheckedSite,
    _ writer: SiteWriter, _ request: SiteRequest
  ) throws(FileFailure) {
    if let loaded = checked.tree[source] {
      if writer.keep(path, hash: loaded.hash, phase: file.phase.output) { return }
      let bytes = try SourceLoader.read(loaded, root: request.source)
      try writer.stage(path, bytes, phase: file.phase.output)
    } else if let bytes = checked.themeFiles.embeddedAssets[source] {
      try writer.stage(path, bytes, phase: file.phase.output)
    }
  }
}

extension PlannedFile.Phase {
  fileprivate var output: OutputPhase {
    switch self {
    case .assets: .asset
    case .texts: .page
    case .lists: .list
    case .entrances: .home
    }
  }
}

/// What makes two faults of templates one.
private struct FaultKey: Hashable {
  let rule: DiagnosticRule
  let span: SourceSpan?
  let summary: String
}

extension [Diagnostic] {
  /// One finding for each rule and place; a fault in a template shows on many pages, and is one.
  fileprivate func onePerPlace() -> [Diagnostic] {
    var kept: [FaultKey: Int] = [:]
    var found: [Diagnostic] = []
    var more: [Int: Int] = [:]
    for diagnostic in self {
      let key = FaultKey(rule: diagnostic.rule, span: diagnostic.span, summary: diagnostic.summary)
      if let first = kept[key] {
        more[first, default: 0] += 1
      } else {
        kept[key] = found.count
        found.append(diagnostic)
      }
    }
    for (place, count) in more {
      found[place].notes.append("and \(count) more \(count == 1 ? "page" : "pages")")
    }
    return found
  }
}
