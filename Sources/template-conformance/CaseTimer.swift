import TemplateEngine
import WorkerThreads

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Times one case: loading its templates, rendering it alone, watched, and on two threads.
///
/// Times are medians of many rounds in microseconds; a case that takes long has fewer rounds. Rounds
/// of the ways to render alternate, so that a busy machine is busy for all of them.
struct CaseTimer {
  private let test: ConformanceCase
  private let clock = ContinuousClock()

  init(_ test: ConformanceCase) { self.test = test }

  /// The times as one line of JSON; a quick run only loads and renders.
  func line(quick: Bool) -> String {
    let loads = sampled { [loadTime()] }.map { $0[0] }
    let library = TemplateLibrary(test.sources, options: test.settings)
    guard let template = library.template(named: test.main) else { return "{}" }
    let renderer = TemplateRenderer(library)
    let log = ReadLog()
    let profile = RenderProfile(library, clock: Self.nanoseconds)
    let plain = {
      time(on: renderer) { try? renderer.render(template, context: test.context) }
    }
    let watched = {
      time(on: renderer) {
        log.reset()
        try? renderer.render(template, context: test.context, reads: log)
      }
    }
    let profiled = {
      time(on: renderer) {
        try? renderer.render(template, context: test.context, profile: profile)
      }
    }
    let renders = sampled { quick ? [plain()] : [plain(), watched(), profiled()] }
    var figures: [(String, Double)] = [
      ("load", median(loads)), ("load_best", loads.min() ?? 0),
      ("render", median(renders.map { $0[0] })), ("best", renders.map { $0[0] }.min() ?? 0),
      ("bytes", Double(renderer.withOutput { $0.count })),
    ]
    if !quick {
      let speedup = speedups(library, template, at: median(renders.map { $0[0] }))
      figures += [
        ("watched", median(renders.map { $0[1] })), ("profiled", median(renders.map { $0[2] })),
        ("speedup", speedup.wall), ("cpu_speedup", speedup.cpu),
      ]
    }
    return "{\"id\": \"\(test.id)\", "
      + figures.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
  }

  /// What `measure` gives, again and again: 300 times, or as often as half a second allows.
  private func sampled(_ measure: () -> [Double]) -> [[Double]] {
    let start = clock.now
    var found = [measure()]
    while found.count < 300, clock.now - start < .milliseconds(500) { found.append(measure()) }
    return found
  }

  /// Renders the case a number of times and nothing else: for counters and profilers around the
  /// program.
  func render(times: Int) {
    let library = TemplateLibrary(test.sources, options: test.settings)
    guard let template = library.template(named: test.main) else { return }
    let renderer = TemplateRenderer(library)
    for _ in 0..<times {
      renderer.beginPage()
      try? renderer.render(template, context: test.context)
    }
  }

  // MARK: - Measuring

  private func loadTime() -> Double {
    let sources = test.sources
    let start = clock.now
    let library = TemplateLibrary(sources, options: test.settings)
    let time = microseconds(clock.now - start)
    return library.names.isEmpty ? 0 : time
  }

  /// The time of one render: of ten, unless the first takes long.
  private func time(on renderer: TemplateRenderer, _ render: () -> Void) -> Double {
    let start = clock.now
    var count = 0
    repeat {
      renderer.beginPage()
      render()
      count += 1
    } while count < 10 && clock.now - start < .milliseconds(1)
    return microseconds(clock.now - start) / Double(count)
  }

  /// How many times as many pages two threads make as one in the same time, from the quickest of
  /// seven tries each: by the clock on the wall, which other work on the machine spoils, and by the processors' time,
  /// which shows only what the threads cost each other.
  private func speedups(
    _ library: TemplateLibrary, _ template: TemplateLibrary.Template, at microseconds: Double
  ) -> (wall: Double, cpu: Double) {
    let context = test.context
    // Long enough that starting a thread is nothing: a tenth of a second.
    let pages = max(1, Int(100_000 / max(microseconds, 0.01)))
    func run(threads: Int) -> (wall: Double, cpu: Double) {
      let start = clock.now
      let cpu = Self.processorTime
      // As many pieces as threads: each thread makes its pages alone, and all begin together.
      _ = Concurrency.map(threads, workers: threads) { _ in
        let renderer = TemplateRenderer(library)
        for _ in 0..<pages {
          renderer.beginPage()
          try? renderer.render(template, context: context)
        }
      }
      return (self.microseconds(clock.now - start), Self.processorTime - cpu)
    }
    _ = run(threads: 1)
    var one = (wall: Double.infinity, cpu: Double.infinity)
    var two = one
    for _ in 0..<7 {
      let (alone, both) = (run(threads: 1), run(threads: 2))
      one = (min(one.wall, alone.wall), min(one.cpu, alone.cpu))
      two = (min(two.wall, both.wall), min(two.cpu, both.cpu))
    }
    return (2 * one.wall / two.wall, 4 * one.cpu / two.cpu)
  }

  /// Microseconds that all threads of the program have worked.
  private static var processorTime: Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) * 1e6 + Double(now.tv_nsec) / 1e3
  }

  private func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

  private func microseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
  }

  private static let epoch = ContinuousClock.now

  @Sendable private static func nanoseconds() -> Int {
    let time = epoch.duration(to: .now).components
    return Int(time.seconds) * 1_000_000_000 + Int(time.attoseconds / 1_000_000_000)
  }
}
