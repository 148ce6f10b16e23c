/// Tells when the sources of a site change, whatever program changes them and in whatever way.
///
/// The kernel's events say only *that* something changed; what is there is found out by loading
/// again. So a lost or doubtful event costs a look at the folder and never a wrong site. Where the
/// kernel cannot watch (too many folders, another system), the folder is looked over now and then.
///
/// Used by one thread, but `stop`, which any may call.
public final class SourceWatcher: Sendable {
  /// Why the folder is looked over now and then instead of being watched; `nil` while it is watched.
  public let pollingReason: String?
  private let watch: any SourceWatch
  private let stopper: Stopper

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - root: the site's folder.
  ///   - folders: folders to watch whole, relative to `root`; they may come and go.
  ///   - files: single files in `root`, which may too.
  ///   - polling: whether to look over the folder even where the kernel could watch it.
  /// - Throws: when the machine has no more open files to give.
  public init(
    root: String, folders: [String] = ["content", "templates"], files: [String] = ["brevier.yml"],
    polling: Bool = false
  ) throws(FileFailure) {
    let names = WatchedNames(folders: folders, files: files)
    do throws(SystemError) {
      stopper = try Stopper()
    } catch {
      throw FileFailure("watch", path: root, errno: error.code)
    }
    var reason: String? = "it was asked for"
    var watch: any SourceWatch = PollingWatch(root: root, names: names)
    #if os(Linux)
      if !polling {
        do throws(SystemError) {
          watch = try EventWatch(root: root, names: names)
          reason = nil
        } catch {
          reason = EventWatch.reason(error)
        }
      }
    #else
      if !polling { reason = "this system's way of watching folders is not used yet" }
    #endif
    self.watch = watch
    pollingReason = reason
  }

  /// Waits for the next change and gathers what comes together with it.
  ///
  /// - Parameter timeout: how long to wait; `nil` for ever.
  /// - Returns: the change; `nil` when the time is over or somebody called `stop`.
  public func next(timeout: Duration? = nil) -> SourceChange? {
    let end = timeout.map { SystemCalls.ticks() + $0.nanoseconds }
    return watch.next(until: end, stopper: stopper)
  }

  /// Has `next` return, now and from now on.
  public func stop() { stopper.pipe.wake() }
}

/// What `SourceWatcher` watches with.
protocol SourceWatch: Sendable {
  /// The next change; `nil` at `end` (in ticks) or when the stopper is awake.
  func next(until end: Int?, stopper: Stopper) -> SourceChange?
}

/// Ends waiting from another thread.
final class Stopper: Sendable {
  let pipe: WakePipe

  init() throws(SystemError) { pipe = try WakePipe() }
}

extension Duration {
  var nanoseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
  }
}
