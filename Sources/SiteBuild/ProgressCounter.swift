import Synchronization

/// Counts finished pieces over all threads and tells the caller's thread now and then.
final class ProgressCounter: Sendable {
  private let done = Atomic(0)
  private let stage: String
  private let total: Int
  private let report: (@Sendable (SiteRequest.Progress) -> Void)?

  init(stage: String, total: Int, report: (@Sendable (SiteRequest.Progress) -> Void)?) {
    self.stage = stage
    self.total = total
    self.report = report
  }

  /// Notes one more; reports every sixteenth time, and only from the thread that called the build.
  func advance(isCaller: Bool) {
    let count = done.add(1, ordering: .relaxed).newValue
    guard isCaller, let report, count % 16 == 0 else { return }
    report(SiteRequest.Progress(stage: stage, done: count, total: total))
  }
}
