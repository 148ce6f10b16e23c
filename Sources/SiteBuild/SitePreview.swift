import EditorialRules
package import SiteFiles
package import SiteModel
import SitePlan
import SiteRender
package import SourceDiagnostics
import Synchronization
import WorkerThreads

/// A site kept in memory and up to date with its folder, for somebody to look at while it is written.
///
/// After a change the site is checked anew and shown at once; its pages are made when they are asked
/// for. What takes long, the review and the search for faults in pages that nobody has opened, is done
/// afterwards in small pieces by `work`, so that the next change need not wait. What has errors is not
/// shown: the last good site stays, and of a page whose template fails the last good one.
///
/// `update` and `work` belong to one thread, everything else to any.
package final class SitePreview: Sendable {
  private let request: SiteRequest
  private let line = Mutex(RepeatedCheck())
  private let state = Mutex(State())

  fileprivate struct State {
    /// What is shown.
    var shown: ShownSite?
    /// What was shown before, as long as pages of `shown` may fail.
    var fallback: ShownSite?
    /// The site as it is in the folder, with errors or without.
    var checked: CheckedSite?
    /// Why the folder could not be read.
    var failure: FileFailure?
    var cause: SourceChange?
    /// Faults of templates in `shown`.
    var faults: [Diagnostic] = []
    var editorial: [Diagnostic] = []
    var standings: RuleStandings?
    var errand: Errand?
    /// Whether every page of `shown` was made once without a fault.
    var isVerified = false
  }

  /// What is still to be found out about the site that is shown.
  fileprivate enum Errand {
    case review(EditorialReview, [[Diagnostic]])
    case pages(next: Int)
  }

  /// A preview of the site that a request names; nothing is read yet.
  package init(_ request: SiteRequest) { self.request = request }

  /// Checks the site after a change, and shows it unless it has errors.
  package func update(_ change: SourceChange) {
    do throws(FileFailure) {
      // Only this thread ever checks, so nobody waits for the lock.
      let checked = try line.withLock { line throws(FileFailure) in
        try line.check(request, change)
      }
      accept(checked, change)
    } catch {
      state.withLock { state in
        state.failure = error
        state.cause = change
        state.errand = nil
      }
    }
  }

  private func accept(_ checked: CheckedSite, _ change: SourceChange) {
    let hasErrors = checked.diagnostics.hasErrors
    let standings = state.withLock { $0.standings }
    let isReviewed = checked.site.settings.strictness != .off
    let shown = hasErrors ? nil : ShownSite(checked, standings: isReviewed ? standings : nil)
    let review = hasErrors ? nil : Self.review(of: checked)
    state.withLock { state in
      state.failure = nil
      state.checked = checked
      state.cause = change
      state.editorial = []
      state.errand = review.map { .review($0, []) }
      guard let shown else { return }
      // A site of which nobody has seen all pages may still be at fault; then the one before is safer.
      if state.fallback == nil || state.isVerified { state.fallback = state.shown }
      state.shown = shown
      state.isVerified = false
      state.faults = []
    }
  }

  /// Whether `work` has something to do.
  package var hasWork: Bool { state.withLock { $0.errand != nil } }

  /// Does a piece of what takes long, some hundredths of a second.
  ///
  /// - Returns: whether something was found that changes how the site stands.
  package func work() -> Bool {
    let (errand, shown) = state.withLock { ($0.errand, $0.shown) }
    guard let errand, let shown else { return false }
    switch errand {
    case .review(let review, let done): return self.review(review, done, shown)
    case .pages(let next): return lookForFaults(from: next, in: shown)
    }
  }
}

// MARK: - What takes long

extension SitePreview {
  private static func review(of checked: CheckedSite) -> EditorialReview {
    let tree = checked.tree
    return EditorialReview(
      checked.site, bytes: { tree[$0]?.bytes }, pixelWidth: { tree[$0]?.pixelSize?.width })
  }

  private func review(
    _ review: EditorialReview, _ done: [[Diagnostic]], _ shown: ShownSite
  ) -> Bool {
    let start = done.count
    let count = min(review.partCount - start, request.workers * 4)
    let parts =
      done
      + Concurrency.map(count, workers: request.workers) { index in
        review.findings(part: start + index)
      }
    guard parts.count == review.partCount else {
      state.withLock { $0.errand = .review(review, parts) }
      return false
    }
    var outcome = review.outcome(parts)
    outcome.findings = shown.checked.site.settings.applySeverities(to: outcome.findings)
    var checked = shown.checked
    checked.review = outcome
    let standings = checked.standings
    // The page that says how the site stands shows what was found just now.
    let renewed = standings.map { ShownSite(shown.checked, standings: $0) }
    return state.withLock { [outcome] state in
      let hasChanged = !outcome.findings.isEmpty || !state.editorial.isEmpty || renewed != nil
      state.editorial = outcome.findings
      state.standings = standings
      if let renewed { state.shown = renewed }
      state.errand = .pages(next: 0)
      return hasChanged
    }
  }

  private func lookForFaults(from start: Int, in shown: ShownSite) -> Bool {
    let end = min(start + request.workers * 16, shown.files.count)
    let found = shown.faults(of: start..<end, workers: request.workers)
    return state.withLock { state in
      let known = state.faults.count
      state.add(found)
      if end < shown.files.count {
        state.errand = .pages(next: end)
      } else {
        state.errand = nil
        state.isVerified = state.faults.isEmpty
        // Every page can be made, so nothing older is needed.
        if state.isVerified { state.fallback = nil }
      }
      return state.faults.count != known
    }
  }
}

// MARK: - What is shown

extension SitePreview {
  /// The file at a path of the site.
  package func file(at path: String) -> Answer {
    let (shown, fallback) = state.withLock { ($0.shown, $0.fallback) }
    guard let shown else { return .missing }
    switch shown.file(at: path, root: request.source) {
    case nil: return .missing
    case .success(let file): return .file(file)
    case .failure(let fault):
      let isNews = state.withLock { state -> Bool in
        guard state.shown === shown, let diagnostic = fault.diagnostic else { return false }
        let known = state.faults.count
        state.add([diagnostic])
        return state.faults.count != known
      }
      if case .success(let file) = fallback?.file(at: path, root: request.source) {
        return .stale(file, isNews: isNews)
      }
      return .failed(isNews: isNews)
    }
  }

  /// What a path has.
  package enum Answer: Sendable {
    case file(PreviewedFile)
    /// The last good one; `isNews` when the fault that keeps us from a newer one was unknown.
    case stale(PreviewedFile, isNews: Bool)
    case missing
    case failed(isNews: Bool)
  }

  /// Whether a file stands at a path.
  package func holds(_ path: String) -> Bool {
    state.withLock { $0.shown }?.planned(path) != nil
  }

  /// How the site stands now.
  package var standing: Standing {
    state.withLock { state in
      var diagnostics: [Diagnostic] = []
      if state.failure == nil, let checked = state.checked {
        diagnostics = checked.diagnostics + state.editorial + state.faults
        if !checked.diagnostics.hasErrors, let shown = state.shown {
          diagnostics += shown.findings
        }
      }
      return Standing(
        hasSite: state.shown != nil, failure: state.failure, checked: state.checked,
        diagnostics: diagnostics, isComplete: state.errand == nil,
        mount: state.shown?.checked.site.settings.baseURL.path ?? "/")
    }
  }

  /// How a site stands.
  package struct Standing: Sendable {
    /// Whether there is something to show.
    package let hasSite: Bool
    /// Why the folder could not be read.
    package let failure: FileFailure?
    /// The site as it is in the folder.
    package let checked: CheckedSite?
    /// What was found so far.
    package let diagnostics: [Diagnostic]
    /// Whether everything was looked at.
    package let isComplete: Bool
    /// The path that the site's links begin with.
    package let mount: String
  }
}

// MARK: - What is told of a page

extension SitePreview {
  /// What is to be known of the page at a path beside what it shows.
  package func facts(about path: String) -> Facts? {
    let (shown, cause) = state.withLock { ($0.shown, $0.cause) }
    guard let shown, let planned = shown.planned(path) else { return nil }
    let site = shown.checked.site
    let rule = PublicationRule(asOf: request.asOf)
    var held: PublicationRule.Held?
    if case .brief(let place) = planned.content { held = rule.held(site.briefs[place].source) }
    let waiting = site.briefs.indices.filter { rule.held(site.briefs[$0].source) != nil }
    let links = waiting.prefix(20).compactMap { place -> (text: String, address: String)? in
      guard let edition = site.briefs[place].editions.first else { return nil }
      let address = shown.checked.plan.addresses.path(.brief(place), for: planned.language)
      return (edition.title, shown.checked.plan.addresses.url(address))
    }
    return Facts(
      source: planned.source, held: held, causes: cause?.isWhole == true ? [] : cause?.paths ?? [],
      links: Array(links), hiddenDrafts: site.heldBack.drafts, hiddenFuture: site.heldBack.future)
  }

  /// What is to be known of a page.
  package struct Facts: Sendable {
    /// The file that calls for it.
    package let source: String
    /// Why a build of today would hold it back.
    package let held: PublicationRule.Held?
    /// The files for which the site was made anew, last time.
    package let causes: [String]
    /// Briefs that are shown here and would be held back.
    package let links: [(text: String, address: String)]
    /// How many briefs are not shown here because they are drafts, or of the future.
    package let hiddenDrafts: Int, hiddenFuture: Int
  }
}

extension SitePreview.State {
  /// Adds faults of templates, each place once.
  mutating fileprivate func add(_ found: [Diagnostic]) {
    for fault in found
    where !faults.contains(where: {
      $0.rule == fault.rule && $0.span == fault.span && $0.summary == fault.summary
    }) { faults.append(fault) }
  }
}
