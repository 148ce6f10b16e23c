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
  /// How many processors this machine has to offer; at least one.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The results of `body` for 0, 1, … `count - 1`, in this order.
  ///
  /// Pieces are handed out in chunks, in order, to whichever thread is free. The calling thread works
  /// too; when the machine refuses another thread, those that run do all the work.
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
    guard count > 0 else { return [] }
    let workers = min(max(workers, 1), count)
    // Small enough that the threads end together, large enough that the counter costs nothing.
    let chunk = min(max(count / (workers * 16), 1), 64)
    return [Output](unsafeUninitializedCapacity: count) { buffer, initialized in
      let slots = Slots(buffer)
      let next = Counter()
      run(workers: workers) { number in
        var worker = makeWorker(number)
        while true {
          let start = next.value.add(chunk, ordering: .relaxed).oldValue
          if start >= count { break }
          for index in start..<min(start + chunk, count) {
            slots.fill(index, with: body(&worker, index))
          }
        }
      }
      // The counter hands out each index once and every thread has ended, so all slots are filled.
      initialized = count
    }
  }

  /// The results of `body` for 0, 1, … `count - 1`, in this order, without state per thread.
  public static func map<Output: Sendable>(
    _ count: Int, workers: Int = processorCount, body: @Sendable (Int) -> Output
  ) -> [Output] {
    map(count, workers: workers, makeWorker: { _ in }) { _, index in body(index) }
  }

  /// Runs `work` with 0 on this thread and with 1, 2, … on new ones; returns when all have ended.
  private static func run(workers: Int, _ work: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(work) { work in
      var threads: [pthread_t] = []
      for number in 1..<max(workers, 1) {
        guard let thread = start(ThreadStart(number: number, work: work)) else { break }
        threads.append(thread)
      }
      work(0)
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  /// A new thread with the stack of a main thread: parsers recurse a little, and the 512 KiB that
  /// some systems give to other threads are tight.
  private static func start(_ job: ThreadStart) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 8 << 20)
    let context = Unmanaged.passRetained(job)
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, &attributes, { runThread($0) }, context.toOpaque())
    #else
      var thread = pthread_t()
      let status = pthread_create(
        &thread, &attributes, { $0.flatMap { runThread($0) } }, context.toOpaque())
    #endif
    guard status == 0 else {
      context.release()
      return nil
    }
    return thread
  }
}

/// Where a new thread begins; it owns the retained `ThreadStart` behind the pointer.
private func runThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  let job = Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue()
  job.work(job.number)
  return nil
}

/// What a new thread is to do.
private final class ThreadStart: Sendable {
  let number: Int
  let work: @Sendable (Int) -> Void

  init(number: Int, work: @escaping @Sendable (Int) -> Void) {
    self.number = number
    self.work = work
  }
}

/// The first index that nobody has taken.
private final class Counter: Sendable {
  let value = Atomic(0)
}

/// The places of the results.
///
/// Unchecked, because a pointer is shared: each index is handed out once, so no two threads touch
/// one place, and the places are read only after the threads were joined.
private struct Slots<Output: Sendable>: @unchecked Sendable {
  private let buffer: UnsafeMutableBufferPointer<Output>

  init(_ buffer: UnsafeMutableBufferPointer<Output>) { self.buffer = buffer }

  func fill(_ index: Int, with output: Output) {
    buffer.initializeElement(at: index, to: output)
  }
}
