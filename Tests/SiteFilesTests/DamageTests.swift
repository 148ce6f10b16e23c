import Digests
import SiteFiles
import SourceDiagnostics
import Testing
import WorkerThreads

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("After damage")
struct DamageTests {
  static let first = ["index.html": "1", "a/x": "old a", "b/x": "old b", "gone/y": "gone"]
  static let second = ["index.html": "2", "a/x": "new a", "b/x": "old b", "new/z": "new"]

  @Test("the site is right whatever bit of our records is flipped, and nothing foreign is lost")
  func bitFlips() throws {
    let out = OutputSite()
    try out.build(Self.first)
    out.folder.write("site/foreign.txt", "foreign")
    let saved = out.everything
    var random = Seeded(3)
    for round in 0..<120 {
      for (name, bytes) in saved where !name.hasSuffix("/") { out.folder.write(name, bytes) }
      out.folder.remove("site/new")
      let record = round % 2 == 0 ? "site/.brevier-manifest" : "site/.brevier-stamps"
      var bytes = try #require(saved[record])
      if round % 10 < 8 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
          1 << UInt8.random(in: 0...7, using: &random)
      } else {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      }
      out.folder.write(record, bytes)
      let report = try out.build(Self.second)
      var expected = Self.second
      expected["foreign.txt"] = "foreign"
      if round % 2 == 0 {
        #expect(report.warnings.map(\.rule.code) == ["W002"], "round \(round)")
        #expect(report.removed == 0)
        expected["gone/y"] = "gone"
      } else {
        #expect(report.warnings.isEmpty && report.removed == 1)
      }
      #expect(out.content == expected, "round \(round)")
      #expect(try out.build(Self.second).written == 0)
    }
  }

  @Test("a manifest that was made up cannot reach out of the folder")
  func madeUp() throws {
    let out = OutputSite()
    try out.build(Self.first)
    out.folder.write("victim", "CANARY")
    let hash = ContentHash(Array("CANARY".utf8)).hex
    var text = Array("brevier-manifest 1\na \(hash) 6 ../victim\n".utf8)
    text += "end 1 \(ContentHash(text).hex)\n".utf8
    #expect(OutputManifest(bytes: text) == nil)
    out.folder.write("site/.brevier-manifest", text)
    #expect(try out.build([:]).warnings.map(\.rule.code) == ["W002"])
    #expect(out.folder.text("victim") == "CANARY")
  }

  @Test("a manifest is read back as it was written")
  func roundTrip() throws {
    let out = OutputSite()
    try out.build(Self.first)
    let manifest = try #require(try OutputManifest.load(output: out.folder.at("site")))
    #expect(manifest.entries.map(\.path.text) == ["a/x", "b/x", "gone/y", "index.html"])
    #expect(manifest.entries.last?.phase == .home && manifest.entries.last?.size == 1)
    #expect(OutputManifest(bytes: manifest.bytes) == manifest)
    #expect(try OutputManifest.load(output: out.folder.path) == nil)
  }

  @Test("a build that was killed at any moment leaves whole files, and the next one mends the rest")
  func killed() async throws {
    var kills = 0
    let out = OutputSite()
    try out.build(Self.numbered(0))
    out.folder.write("site/foreign.txt", "foreign")
    for round in 1...12 {
      let root = out.folder.path
      let delay = round * round * 97 % 12_000
      let result = await #expect(processExitsWith: .signal(SIGKILL)) {
        [root = root as String, round = round as Int, delay = delay as Int] in
        try killedBuild(root: root, round: round, delay: delay)
      }
      if result != nil { kills += 1 }
      let old = Self.numbered(round - 1)
      let new = Self.numbered(round)
      for (path, text) in out.content where path != "foreign.txt" {
        #expect(text == old[path] || text == new[path], "round \(round): \(path)")
      }
      // Sometimes what was killed is finished, sometimes another site comes instead.
      let next = round % 2 == 0 ? new : Self.numbered(round + 100)
      let report = try out.build(next)
      #expect(report.warnings.isEmpty)
      var expected = next
      expected["foreign.txt"] = "foreign"
      #expect(out.content == expected)
      try out.build(new)
    }
    #expect(kills == 12)
  }

  /// A site that shares some files, by name or content, with its neighbours.
  static func numbered(_ round: Int) -> [String: String] {
    var files = ["index.html": "round \(round)"]
    for index in 0..<60 {
      files["d\((index + round) % 90)/p\(index % 7).html"] = "text \(index * round % 11)"
      files["s\(index).css"] = "style \(index % 3 == 0 ? round : 0)"
    }
    return files
  }

  @Test("a file larger than the process may write is a failure with a reason, not a crash")
  func fileSizeLimit() async {
    await #expect(processExitsWith: .success) {
      ProcessSignals.ignoreForFiles()
      let out = OutputSite()
      try out.build(["a": "old"])
      var limit = rlimit(rlim_cur: 4096, rlim_max: 1 << 30)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let writer = try out.writer()
      try writer.stage(OutputPath("small"), [1], phase: .page)
      do {
        try writer.stage(OutputPath("a"), [UInt8](repeating: 1, count: 10_000), phase: .page)
        exit(1)
      } catch let error as FileFailure {
        guard error.exitCode == 74, error.reason == "the file would be larger than allowed" else {
          exit(2)
        }
      }
      writer.abort()
      limit.rlim_cur = 1 << 30
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      guard out.content == ["a": "old"], out.folder.names("site").count == 3 else { exit(3) }
    }
  }

  @Test("too many open files is a failure that says how to raise the limit")
  func openFilesLimit() async {
    await #expect(processExitsWith: .success) {
      let out = OutputSite()
      var limit = rlimit(rlim_cur: 64, rlim_max: 64)
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      let deep = (0..<100).map { "d\($0)" }.joined(separator: "/")
      do {
        try out.build([deep + "/x": "x"])
        exit(1)
      } catch let error as FileFailure {
        guard error.reason == "this process has too many files open", error.exitCode == 74 else {
          exit(2)
        }
      }
      guard !out.folder.exists("site") else { exit(3) }
    }
  }
}

/// Builds a site and is killed by its own second thread.
func killedBuild(root: String, round: Int, delay: Int) throws {
  _ = Concurrency.map(2, workers: 2) { job in
    if job == 0 {
      let writer = try? SiteWriter(output: root + "/site", sourceRoot: root)
      for (path, text) in DamageTests.numbered(round) {
        guard let path = try? OutputPath(path) else { continue }
        _ = try? writer?.stage(path, Array(text.utf8), phase: OutputSite.phase(of: path.text))
      }
      _ = try? writer?.commit()
    } else {
      usleep(UInt32(delay))
      kill(getpid(), SIGKILL)
    }
  }
}
