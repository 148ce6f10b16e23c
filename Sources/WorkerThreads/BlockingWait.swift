import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A bridge from a thread that may wait to work that is asynchronous.
///
/// Only for threads of our own, such as the main one: to block one of those on which the tasks
/// themselves run could keep the awaited work from running at all.
public enum BlockingWait {
  /// Runs `work` as a task and waits for its result.
  public static func result<Output: Sendable>(
    of work: @escaping @Sendable () async -> Output
  ) -> Output {
    let gate = Gate<Output>()
    Task { gate.open(with: await work()) }
    return gate.wait()
  }
}

/// A place for one result, at which one thread waits.
///
/// Unchecked, because pointers are shared: the mutex and the condition are made before and destroyed
/// after all use, and the value is touched only while the mutex is held.
private final class Gate<Output: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Output?

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func open(with output: Output) {
    pthread_mutex_lock(mutex)
    value = output
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }

  func wait() -> Output {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let value { return value }
      pthread_cond_wait(condition, mutex)
    }
  }
}
