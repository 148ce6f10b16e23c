package import EditorialRules
package import SiteFiles
package import SiteModel
package import SitePlan
package import SiteRender
package import SourceDiagnostics
import WorkerThreads

/// What a build is asked for: where the site is, where it goes, and which day it is.
package struct SiteRequest: Sendable {
  /// The site's folder.
  package var source: String
  /// The folder that the site is written to.
  package var output: String
  /// The only “now” there is.
  package var asOf: CalendarDate
  /// Whether drafts are built.
  package var includesDrafts = false
  /// Whether briefs of the future and under embargo are.
  package var includesFuture = false
  /// Whether briefs that have expired are; only to explain what is missing.
  var includesExpired = false
  /// How long to wait while another build works in the output folder.
  package var lockWait = Duration.zero
  /// Whether the build remembers in the site's folder `.brevier` what it did, and makes use of what an
  /// earlier one remembered.
  package var remembers = false
  /// Whether the build says of each page that it makes why.
  package var explains = false
  /// How many threads work.
  package var workers = Concurrency.processorCount
  /// Called now and then with the stage and how much of it is done, from the calling thread.
  package var progress: (@Sendable (Progress) -> Void)?
  /// Nanoseconds of a clock that only goes forward, when what the build costs is to be measured.
  package var stopwatch: (@Sendable () -> Int)?

  package init(source: String, output: String, asOf: CalendarDate) {
    self.source = source
    self.output = output
    self.asOf = asOf
  }

  func resolveOptions(_ tree: SourceTree) -> ResolveOptions {
    var options = ResolveOptions(asOf: asOf)
    options.workers = workers
    options.includesDrafts = includesDrafts
    options.includesFuture = includesFuture
    options.includesExpired = includesExpired
    options.assets = tree.contentAssets
    return options
  }

  /// How far a stage has got.
  package struct Progress: Sendable {
    package var stage: String
    package var done: Int
    package var total: Int
  }
}

/// A site that was checked: all of the line without render and write.
package struct CheckedSite: Sendable {
  package var tree: SourceTree
  package var site: Site
  package var plan: SitePlan
  package var theme: Theme
  package var themeFiles: ThemeFiles
  /// What is wrong in form, severities as the settings want them.
  package var diagnostics: [Diagnostic]
  /// What the rules of judgement say; nil when errors of form had to be mended first.
  package var review: ReviewOutcome?
  /// What was parsed, when the next build may want it.
  package var parsing: Parsing?

  /// All that was found.
  package var findings: [Diagnostic] { diagnostics + editorialFindings }
  /// What the rules of judgement say; empty also when they were not applied.
  package var editorialFindings: [Diagnostic] { review?.findings ?? [] }
  /// Whether the rules of judgement were applied.
  package var isReviewed: Bool { review != nil }

  /// How the site stands against the rules of judgement; nil when they are not asked.
  var standings: RuleStandings? {
    guard let review, site.settings.strictness != .off else { return nil }
    let found = Dictionary(grouping: review.findings, by: \.rule.code)
    let rules = DiagnosticRule.editorialRules.sorted { $0.code < $1.code }.map { rule in
      // What is declared, or excepted in part, may be less than the rule's own severity.
      let worst = found[rule.code]?.map(\.severity).max()
      return RuleStandings.Standing(
        rule: rule, severity: worst ?? site.settings.severities[rule.code] ?? rule.severity,
        count: found[rule.code]?.count ?? 0)
    }
    return RuleStandings(rules: rules, waivers: review.waivers)
  }

  /// The text of a file of the site or of the embedded theme, for the frames of a report.
  package func text(of path: String) -> SourceText? {
    tree.text(of: path) ?? themeFiles.text(of: path)
  }

  /// The same site with more findings.
  package func adding(_ more: [Diagnostic]) -> CheckedSite {
    var copy = self
    copy.diagnostics += more
    return copy
  }
}

/// Why a page was made.
package struct PageReasons: Sendable, Hashable {
  /// The page's path in the output.
  package var path: String
  /// What is not as it was when the page was made last, in words.
  package var reasons: [String]
}

/// A site that was built, or not, when it had errors.
package struct BuiltSite: Sendable {
  package var checked: CheckedSite
  /// What was written; `nil` when there were errors and nothing was.
  package var report: WriteReport?
  /// How many files the site has.
  package var planned = 0
  /// How many of them were made, and not kept from an earlier build or copied.
  package var made = 0
  /// Why each page was made, by path; empty unless the request asks.
  package var reasons: [PageReasons] = []
  /// What rendering cost, when the request came with a stopwatch.
  package var profile: BuildProfile?
}

extension SourceTree {
  /// The texts of `content/`, each of which is parsed.
  var contentTexts: [LoadedFile] {
    files.filter {
      $0.path.hasPrefix("content/") && $0.path.hasSuffix(".md") && $0.path != "content/README.md"
    }
  }

  /// The files beside texts: everything in `content/` that is no text of ours.
  var contentAssets: Set<String> {
    Set(files.map(\.path).filter { $0.hasPrefix("content/") && !$0.hasSuffix(".md") })
  }
}

extension SiteSettings {
  /// The findings with the severities that the site chose, without those it switched off.
  func applySeverities(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !severities.isEmpty else { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      guard diagnostic.rule.isAdjustable, let chosen = severities[diagnostic.rule.code] else {
        return diagnostic
      }
      guard let chosen else { return nil }
      var changed = diagnostic
      changed.severity = chosen
      return changed
    }
  }
}
