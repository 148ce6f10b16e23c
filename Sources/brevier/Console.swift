import ArgumentParser
import SiteBuild
import SiteFiles
import SourceDiagnostics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Prints: findings and progress on the error output, results on the standard output.
struct Console {
  let options: SiteOptions

  /// Writes to the standard output, whole, however it is buffered.
  static func out(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes to the error output.
  static func error(_ text: String) { write(text, to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeBufferPointer(rebasing: rest)
        let count = systemWrite(descriptor, part.baseAddress, part.count)
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Prints findings in the format asked for; formats for machines go to the standard output.
  func report(_ diagnostics: [Diagnostic], _ site: CheckedSite) {
    let text = { (path: String) in site.text(of: path) }
    switch options.format {
    case .text:
      Self.error(TextReport(colours: Environment.usesColours, source: text).text(diagnostics))
    case .json: Self.out(MachineReport(source: text).json(diagnostics))
    case .sarif: Self.out(MachineReport(source: text).sarif(diagnostics, toolVersion: Version.text))
    case .github: Self.out(MachineReport(source: text).gitHub(diagnostics))
    }
  }

  /// Prints findings for people on the error output, beside a result in another format.
  func reportAside(_ diagnostics: [Diagnostic], _ site: CheckedSite) {
    let report = TextReport(colours: Environment.usesColours, source: site.text)
    Self.error(report.text(diagnostics))
  }

  /// `3 errors, 1 warning`, or nothing.
  static func counts(_ diagnostics: [Diagnostic]) -> String {
    let sorted = diagnostics.sortedForReport()
    return [Severity.error, .warning, .note].compactMap { severity in
      let count = sorted.count { $0.severity == severity }
      return count == 0 ? nil : self.count(count, severity.rawValue)
    }.joined(separator: ", ")
  }

  /// `1 brief`, `2 briefs`; `plural` where an s is not enough.
  static func count(_ count: Int, _ word: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? word : plural ?? word + "s")"
  }

  /// Runs `work`; a machine or usage failure is printed in one line and becomes the exit code.
  static func running<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let failure as FileFailure {
      Self.error("brevier: \(failure)\n")
      throw ExitCode(failure.exitCode)
    }
  }
}

/// A line on the terminal that says how far a long build has got; nothing in a pipe.
final class ProgressLine: Sendable {
  private let start = Clock.seconds

  /// What to give to a request; `nil` when nobody would see it.
  static func handler(_ options: SiteOptions) -> (@Sendable (SiteRequest.Progress) -> Void)? {
    guard Environment.isTerminal, !options.quiet, options.format == .text else { return nil }
    let line = ProgressLine()
    return { line.show($0) }
  }

  /// Clears the line after the work.
  static func clear(_ options: SiteOptions) {
    guard Environment.isTerminal, !options.quiet, options.format == .text else { return }
    Console.error("\r\u{1B}[K")
  }

  private func show(_ progress: SiteRequest.Progress) {
    guard Clock.seconds - start > 0.5 else { return }
    let share = progress.total == 0 ? 100 : progress.done * 100 / progress.total
    Console.error("\r\u{1B}[K\(progress.stage) \(progress.done) of \(progress.total) (\(share) %)")
  }
}

private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int
) -> Int {
  #if canImport(Darwin)
    Darwin.write(descriptor, bytes, count)
  #else
    Glibc.write(descriptor, bytes, count)
  #endif
}
