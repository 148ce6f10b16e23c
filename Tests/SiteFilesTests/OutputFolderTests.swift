import SiteFiles
import Testing
import WorkerThreads

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("The output folder")
struct OutputFolderTests {
  @Test("is never the root, a home, the site, what holds them, or a folder of sources")
  func dangerous() throws {
    let parent = TemporaryFolder()
    parent.write("work/site/brevier.yml", "").write("work/site/content/a.md", "A")
    parent.makeFolder("work/site/templates")
    let source = parent.at("work/site")
    let home = getenv("HOME").map { String(cString: $0) } ?? "/root"
    let before = parent.names()
    for (output, reason) in [
      ("/", "it is the root of the file system"), ("//", "it is the root of the file system"),
      (home, "it is a home folder"), (source, "it is the site's own folder"),
      (source + "/", "it is the site's own folder"),
      (source + "/content/..", "it is the site's own folder"),
      (parent.at("work"), "it holds the site's own folder"),
      (source + "/content", "it lies in the site's 'content' folder"),
      (source + "/content/new/deep", "it lies in the site's 'content' folder"),
      (source + "/templates/x", "it lies in the site's 'templates' folder"),
    ] {
      let failure = #expect(throws: FileFailure.self) {
        try SiteWriter(output: output, sourceRoot: source)
      }
      #expect(failure?.reason == reason, "\(output)")
      #expect(failure?.exitCode == 64)
    }
    #expect(parent.names() == before)
  }

  @Test("is not used when it holds what Brevier did not write")
  func foreign() throws {
    let folder = TemporaryFolder.site()
    folder.write("out/b.txt", "precious").write("out/a.txt", "precious")
    let failure = #expect(throws: FileFailure.self) {
      try SiteWriter(output: folder.at("out"), sourceRoot: folder.path)
    }
    #expect(failure?.reason == "it holds files that Brevier did not write ('a.txt' and 1 more)")
    #expect(folder.names("out") == ["out/a.txt", "out/b.txt"])
  }

  @Test("may hold a README and the marks of version control before the first build")
  func almostEmpty() throws {
    let folder = TemporaryFolder.site()
    folder.write("out/README.md", "what lands here").write("out/.gitignore", "*")
    let writer = try SiteWriter(output: folder.at("out"), sourceRoot: folder.path)
    try writer.stage(OutputPath("index.html"), [1], phase: .home)
    #expect(try writer.commit().written == 1)
    #expect(folder.text("out/README.md") == "what lands here")
  }

  @Test("is no symbolic link and no file")
  func kinds() throws {
    let folder = TemporaryFolder.site()
    folder.makeFolder("real")
    folder.link("out", to: "real")
    folder.write("file", "x")
    for (name, reason) in [
      ("out", "it is a symbolic link"), ("out/", "it is a symbolic link"),
      ("file", "it is no folder"),
    ] {
      let failure = #expect(throws: FileFailure.self) {
        try SiteWriter(output: folder.at(name), sourceRoot: folder.path)
      }
      #expect(failure?.reason == reason)
    }
    #expect(folder.names("real").isEmpty)
  }

  @Test("is made with the folders above it, also from a relative path")
  func made() throws {
    let folder = TemporaryFolder.site()
    let writer = try SiteWriter(output: folder.at("x/./y/z"), sourceRoot: folder.path)
    try writer.stage(OutputPath("i"), [1], phase: .asset)
    #expect(try writer.commit().written == 1)
    #expect(folder.exists("x/y/z/i"))
    #expect(throws: FileFailure.self) {
      try SiteWriter(output: folder.at("no/../../up"), sourceRoot: folder.path)
    }
  }

  @Test("takes one build at a time: the second names the first, or waits for it")
  func lock() throws {
    let out = OutputSite()
    let first = try out.writer()
    let failure = #expect(throws: FileFailure.self) { try out.writer(lockWait: .zero) }
    #expect(failure?.kind == .busy && failure?.exitCode == 75)
    #expect(failure?.reason == "another build (process \(getpid())) is at work there")
    let results = Concurrency.map(2, workers: 2) { job -> Bool in
      if job == 0 {
        usleep(100_000)
        first.abort()
        return true
      }
      return (try? out.build(["a": "a"]).written) == 1
    }
    #expect(results == [true, true])
  }

  @Test("comes out whole when four builds of it run at once")
  func contest() throws {
    let out = OutputSite()
    let sites = (0..<4).map { job in
      Dictionary(uniqueKeysWithValues: (0..<30).map { ("p\(job)-\($0)", "job \(job)") })
    }
    let results = Concurrency.map(4, workers: 4) { job in
      (try? out.build(sites[job]).written) == 30
    }
    #expect(results == [true, true, true, true])
    #expect(sites.contains(out.content))
  }

  @Test("is never left through a link that somebody put into it")
  func links() throws {
    let outside = TemporaryFolder()
    outside.write("keep.html", "CANARY").write("index.html", "CANARY")
    let out = OutputSite()
    try out.build(["a/index.html": "1", "b/index.html": "2", "c.html": "3"])
    for name in ["site/a/index.html", "site/a", "site/c.html"] { out.folder.remove(name) }
    out.folder.link("site/a", to: outside.path)
    out.folder.link("site/c.html", to: outside.at("keep.html"))

    // Through the folder link, a change and a removal would both reach the outside.
    let failure = #expect(throws: FileFailure.self) {
      try out.build(["a/index.html": "changed", "b/index.html": "2", "c.html": "3"])
    }
    #expect(failure?.reason.contains("site/a', which Brevier did not write") == true)
    #expect(throws: FileFailure.self) { try out.build(["a/keep.html": "CANARY"]) }
    let report = try out.build(["b/index.html": "2", "c.html": "3"])
    // The link in a file's place was itself replaced; what it led to was not.
    #expect(report.written == 1)
    #expect(out.folder.text("site/c.html") == "3")
    #expect(
      outside.snapshot() == ["keep.html": Array("CANARY".utf8), "index.html": Array("CANARY".utf8)])
  }
}
