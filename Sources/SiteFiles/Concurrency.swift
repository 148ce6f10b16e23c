import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The one place where Brevier does two things at once.
///
/// Threads rather than tasks: every caller has a known number of independent pieces and waits for
/// all, and each thread needs a worker of its own (buffers, a parser) that is never shared. Which
/// thread does which piece is left to chance; what comes out is not.
public enum Concurrency {
  /// How many processors this process may use.
  public static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The results of `body` for 0, 1, … `count - 1`, in this order.
  ///
  /// - Parameters:
  ///   - count: how many pieces there are.
  ///   - workers: how many threads at most, the calling one included.
  ///   - makeWorker: makes a thread's own state, on that thread; its argument counts the workers.
  ///   - body: does one piece. To fail, return a `Result`.
  public static func map<Worker, Output: Sendable>(
    _ count: Int, workers: Int = processorCount, makeWorker: @Sendable (Int) -> Worker,
    body: @Sendable (inout Worker, Int) -> Output
  ) -> [Output] {
    []
  }

  /// The results of `body` for 0, 1, … `count - 1`, in this order, without state per thread.
  public static func map<Output: Sendable>(
    _ count: Int, workers: Int = processorCount, body: @Sendable (Int) -> Output
  ) -> [Output] {
    map(count, workers: workers, makeWorker: { _ in }) { _, index in body(index) }
  }
}
