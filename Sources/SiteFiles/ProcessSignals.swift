#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What this process does about signals that stand for failed system calls.
public enum ProcessSignals {
  /// Makes writing too large a file (SIGXFSZ), and writing to a pipe that nobody reads (SIGPIPE),
  /// fail with an error in place of ending the process. Call it once, when the program starts.
  public static func ignoreForFiles() {
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
  }
}
