import SiteModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The clock, read once by the program; nothing else knows what time it is.
enum Clock {
  /// Today in UTC.
  static var today: CalendarDate { Instant(seconds: Int64(time(nil))).date }

  /// Nanoseconds of a clock that only goes forward.
  @Sendable static func stopwatch() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec)
  }

  /// Seconds of a clock that only goes forward.
  static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}

/// What the program was started in.
enum Environment {
  /// A variable of the environment, if it is set and not empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether the error output is a terminal that a person looks at.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 && value("TERM") != "dumb" }

  /// Whether to use colours: on a terminal, unless NO_COLOR is set (no-color.org).
  static var usesColours: Bool { isTerminal && value("NO_COLOR") == nil }
}
