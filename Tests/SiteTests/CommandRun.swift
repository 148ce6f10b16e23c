#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One run of the built program in a process of its own, by a line for the shell.
struct CommandRun {
  let exitCode: Int32
  /// What it printed, with what differs from run to run (durations, the folder) made equal.
  let standardOutput: String
  let errorOutput: String

  /// Runs `line` in the sources of `folder`, where `brevier` is the built program.
  ///
  /// - Parameter variables: are added to an environment that has `PATH` alone.
  init(_ line: String, in folder: SiteFolder, variables: [String] = []) {
    let out = folder.path + "/stdout"
    let error = folder.path + "/stderr"
    let script = "cd '\(folder.source)' && { \(line)\n} >'\(out)' 2>'\(error)' </dev/null"
    exitCode = Self.shell(script, ["PATH=\(Self.programFolder):/usr/bin:/bin"] + variables)
    standardOutput = Self.equalised(Disk.text(out) ?? "", folder)
    errorOutput = Self.equalised(Disk.text(error) ?? "", folder)
  }

  /// The folder that the program was built into: that of the tests' own program.
  static let programFolder: String = {
    var candidates = [Golden.tests + "/../.build/debug"]
    #if os(Linux)
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
      if count > 0 {
        let own = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        candidates.insert(String(own[..<(own.lastIndex(of: "/") ?? own.endIndex)]), at: 0)
      }
    #endif
    return candidates.first { access($0 + "/brevier", X_OK) == 0 } ?? ""
  }()

  private static func shell(_ script: String, _ environment: [String]) -> Int32 {
    var arguments = strings(["/bin/sh", "-c", script])
    var variables = strings(environment)
    defer {
      for text in arguments + variables { free(text) }
    }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, &variables) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // The exit code, or the negated signal that ended it.
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    for text in texts { copies.append(strdup(text)) }
    return copies + [nil]
  }

  private static func equalised(_ text: String, _ folder: SiteFolder) -> String {
    text.replacing(folder.source, with: "SITE").replacing(folder.path, with: "DIR")
      .replacing(/\b[0-9]+(\.[0-9])? [mµ]?s\b/, with: "TIME")
  }
}
