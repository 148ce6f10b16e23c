import SiteFiles
import Testing
import WorkerThreads

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A first build writes each file where it will stand and moves whole branches into place.
@Suite("Writing a site into an empty folder")
struct StagedTreeTests {
  @Test("comes out the same from many threads as from one, and the next build finds it unchanged")
  func threads() throws {
    let site = DamageTests.numbered(3)
    let paths = site.keys.sorted()
    for workers in [1, 4] {
      let out = OutputSite()
      let writer = try out.writer()
      _ = Concurrency.map(paths.count, workers: workers) { index in
        guard let path = try? OutputPath(paths[index]), let text = site[paths[index]] else {
          return
        }
        _ = try? writer.stage(path, Array(text.utf8), phase: OutputSite.phase(of: path.text))
      }
      let report = try writer.commit()
      #expect(out.content == site)
      #expect(report.written == site.count)
      #expect(!out.folder.exists("site/.brevier-staging"))
      let again = try out.build(site)
      #expect(again.unchanged == site.count && again.written == 0)
    }
  }

  @Test("an empty folder that was there serves as well as none, one with a README as before")
  func presentFolders() throws {
    for file in [nil, "README.md"] {
      let out = OutputSite()
      out.folder.makeFolder("site")
      if let file { out.folder.write("site/" + file, "mine") }
      try out.build(SiteWriterTests.first)
      var expected = SiteWriterTests.first
      if let file { expected[file] = "mine" }
      #expect(out.content == expected)
    }
  }

  @Test(
    "refuses two files in one place, naming both, and leaves no folder",
    arguments: [
      ("x/i.html", "x/i.html", "twice"), ("x/I.html", "x/i.html", "case"),
      ("x", "x/y/z", "folder"), ("x/y/z", "x", "folder"), ("X/y", "x/y/z", "folder"),
    ])
  func collisions(a: String, b: String, word: String) throws {
    let out = OutputSite()
    let writer = try out.writer()
    for path in [a, "m", b] { try writer.stage(OutputPath(path), Array(path.utf8), phase: .page) }
    let failure = #expect(throws: FileFailure.self) { try writer.commit() }
    #expect(failure?.kind == .usage)
    #expect(
      failure?.reason.contains("'\(a)'") == true && failure?.reason.contains("'\(b)'") == true)
    #expect(failure?.reason.contains(word) == true)
    #expect(!out.folder.exists("site"))
  }

  @Test("replaces nothing that somebody put there meanwhile", arguments: ["b", "index.html"])
  func meanwhile(name: String) throws {
    let out = OutputSite()
    let writer = try out.writer()
    for (path, text) in SiteWriterTests.first {
      try writer.stage(OutputPath(path), Array(text.utf8), phase: OutputSite.phase(of: path))
    }
    out.folder.write("site/" + name, "foreign")
    let failure = #expect(throws: FileFailure.self) { try writer.commit() }
    #expect(failure?.kind == .usage)
    #expect(failure?.reason.contains("which Brevier did not write") == true)
    #expect(out.content == [name: "foreign"])
  }

  @Test("throws away the tree that a killed build left, however deep it is")
  func leftTree() throws {
    let out = OutputSite()
    let deep = (0..<200).map { "d\($0)" }.joined(separator: "/")
    out.folder.write("site/.brevier-staging/tree/\(deep)/x", "half a file")
    out.folder.write("site/.brevier-staging/tree/1/x", "another")
    try out.build(SiteWriterTests.first)
    #expect(out.content == SiteWriterTests.first)
    #expect(!out.folder.exists("site/.brevier-staging"))
  }

  @Test("killed at any moment, leaves whole files, and the next build makes it whole")
  func killed() async throws {
    let site = DamageTests.numbered(1)
    for round in 1...6 {
      let out = OutputSite()
      let root = out.folder.path
      let delay = round * round * 211 % 9_000
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [root = root as String, delay = delay as Int] in
        try killedBuild(root: root, round: 1, delay: delay)
      }
      for (path, text) in out.content { #expect(text == site[path], "round \(round): \(path)") }
      try out.build(site)
      #expect(out.content == site)
    }
  }
}
