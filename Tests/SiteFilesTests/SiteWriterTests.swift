import SiteFiles
import SourceDiagnostics
import Testing
import WorkerThreads

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Writing a site")
struct SiteWriterTests {
  static let first = [
    "index.html": "home", "a/index.html": "page a", "b/index.html": "page b", "style.css": "css",
    "feed.xml": "feed", "data/x.bin": "",
  ]

  @Test("puts every file in place, and nothing else that a reader sees")
  func clean() throws {
    let out = OutputSite()
    let report = try out.build(Self.first)
    #expect(out.content == Self.first)
    #expect(report.written == 6 && report.unchanged == 0 && report.removed == 0)
    #expect(report.bytes == 23 && report.warnings.isEmpty)
    #expect(
      out.folder.names("site").filter { $0.contains(".brevier") }
        == ["site/.brevier-manifest", "site/.brevier-stamps"])
  }

  @Test("touches nothing when nothing changed")
  func unchanged() throws {
    let out = OutputSite()
    try out.build(Self.first)
    let names = out.folder.names("site")
    let stamps = names.map { out.folder.stamp($0) }
    let report = try out.build(Self.first)
    #expect(report.written == 0 && report.unchanged == 6 && report.removed == 0)
    #expect(out.folder.names("site") == names)
    #expect(
      names.filter { !$0.hasSuffix("/") }.map { out.folder.stamp($0) }
        == zip(names, stamps).filter { !$0.0.hasSuffix("/") }.map(\.1))
  }

  @Test("writes what changed, removes what is gone, and the folders that became empty")
  func change() throws {
    let out = OutputSite()
    try out.build(Self.first)
    let kept = out.folder.stamp("site/a/index.html")
    var second = Self.first
    second["b/index.html"] = nil
    second["data/x.bin"] = nil
    second["index.html"] = "home, changed"
    second["c/d/e.html"] = "new"
    let report = try out.build(second)
    #expect(out.content == second)
    #expect(report.written == 2 && report.unchanged == 3 && report.removed == 2)
    #expect(out.folder.stamp("site/a/index.html") == kept)
    #expect(!out.folder.exists("site/b") && !out.folder.exists("site/data"))
  }

  @Test(
    "gives the same manifest whatever the order and the number of threads", arguments: [1, 2, 4])
  func determinism(workers: Int) throws {
    let files = (0..<200).map { ("p\($0 * 37 % 200)/index.html", "page \($0)") }
    let reference = OutputSite()
    try reference.build(Dictionary(uniqueKeysWithValues: files))
    let out = OutputSite()
    let writer = try out.writer()
    let failures = Concurrency.map(files.count, workers: workers) { index -> Bool in
      let (path, text) = files[files.count - 1 - index]
      guard let path = try? OutputPath(path) else { return true }
      return (try? writer.stage(path, Array(text.utf8), phase: .page)) == nil
    }
    #expect(!failures.contains(true))
    #expect(try writer.commit().written == 200)
    #expect(
      out.folder.read("site/.brevier-manifest") == reference.folder.read("site/.brevier-manifest"))
  }

  @Test("shows nothing before the commit, and leaves the old site byte for byte when aborted")
  func abort() throws {
    let out = OutputSite()
    try out.build(Self.first)
    let before = out.everything
    let writer = try out.writer()
    try writer.stage(OutputPath("index.html"), Array("half".utf8), phase: .home)
    try writer.stage(OutputPath("new/x.html"), Array("new".utf8), phase: .page)
    #expect(
      out.folder.snapshot("site").count
        == out.everything.filter { !$0.key.contains(".brevier") }.count)
    #expect(out.content == Self.first)
    writer.abort()
    #expect(out.everything == before)

    try out.writer().stage(OutputPath("index.html"), [1], phase: .home)
    #expect(out.everything == before)
  }

  @Test("leaves no folder behind when the first build is aborted")
  func abortFirst() throws {
    let out = OutputSite()
    let writer = try out.writer()
    try writer.stage(OutputPath("index.html"), [1], phase: .home)
    writer.abort()
    #expect(!out.folder.exists("site"))
  }

  @Test("throws away what a killed build left in staging")
  func staleStaging() throws {
    let out = OutputSite()
    try out.build(Self.first)
    out.folder.write("site/.brevier-staging/17", "half a file").write(
      "site/.brevier-staging/pid", "1")
    let report = try out.build(Self.first)
    #expect(report.unchanged == 6 && report.written == 0)
    #expect(!out.folder.exists("site/.brevier-staging"))
  }

  @Test("keeps a file that somebody changed and the site no longer has, and says so")
  func edited() throws {
    let out = OutputSite()
    try out.build(Self.first)
    out.folder.write("site/b/index.html", "my own words")
    var second = Self.first
    second["b/index.html"] = nil
    let report = try out.build(second)
    #expect(report.removed == 0)
    #expect(report.warnings.map(\.rule.code) == ["W001"])
    #expect(out.folder.text("site/b/index.html") == "my own words")
    // From now on it is foreign, and stays so.
    #expect(try out.build(second).warnings.isEmpty)
    #expect(out.folder.exists("site/b/index.html"))
  }

  @Test("removes a file that was touched but has the bytes that were written")
  func touched() throws {
    let out = OutputSite()
    try out.build(Self.first)
    out.folder.write("site/b/index.html", "page b")
    var second = Self.first
    second["b/index.html"] = nil
    #expect(try out.build(second).removed == 1)
    #expect(!out.folder.exists("site/b"))
  }

  @Test("mends a file of the site that was changed, cut short or removed")
  func mends() throws {
    let out = OutputSite()
    try out.build(Self.first)
    out.folder.write("site/a/index.html", "PAGE A").write("site/index.html", "")
    out.folder.remove("site/style.css")
    let report = try out.build(Self.first)
    #expect(out.content == Self.first)
    #expect(report.written == 3 && report.unchanged == 3)
  }

  @Test("knows its files again when the folder was copied elsewhere")
  func copied() throws {
    let out = OutputSite()
    try out.build(Self.first)
    let copy = OutputSite()
    for (name, bytes) in out.everything where !name.hasSuffix("/") {
      copy.folder.write(name, bytes)
    }
    let report = try copy.build(Self.first)
    #expect(report.written == 0 && report.unchanged == 6)
    #expect(try copy.build([:]).removed == 6)
  }

  @Test("turns a file into a folder and a folder into a file")
  func shapes() throws {
    let out = OutputSite()
    try out.build(["a": "file", "b/c/d": "1", "b/e": "2", "z": "z"])
    let report = try out.build(["a/x/y": "deep", "b": "flat", "z": "z"])
    #expect(out.content == ["a/x/y": "deep", "b": "flat", "z": "z"])
    #expect(report.written == 2 && report.removed == 3 && report.unchanged == 1)
  }

  @Test("refuses two files in one place, naming both, and changes nothing")
  func collisions() throws {
    let out = OutputSite()
    try out.build(Self.first)
    let before = out.everything
    for (a, b, word) in [
      ("x/i.html", "x/i.html", "twice"), ("x/I.html", "x/i.html", "case"),
      ("x", "x/y/z", "folder"), ("X/y", "x/y/z", "folder"), ("x", "x-y", ""),
    ] {
      let writer = try out.writer()
      for path in [a, "m", b] { try writer.stage(OutputPath(path), Array(path.utf8), phase: .page) }
      if word.isEmpty {
        writer.abort()
        continue
      }
      let failure = #expect(throws: FileFailure.self) { try writer.commit() }
      #expect(failure?.kind == .usage)
      #expect(
        failure?.reason.contains("'\(a)'") == true && failure?.reason.contains("'\(b)'") == true)
      #expect(failure?.reason.contains(word) == true)
      #expect(out.everything == before)
    }
  }

  @Test("refuses to replace what it did not write, and adopts it when it is the same")
  func foreign() throws {
    let out = OutputSite()
    out.folder.write("site/README.md", "mine").write("site/.git/HEAD", "ref")
    try out.build(["index.html": "home"])
    out.folder.write("site/x.html", "foreign").write("site/d/foreign.txt", "foreign")
    let before = out.everything
    for files in [
      ["index.html": "other", "x.html": "ours"], ["index.html": "other", "d": "ours"],
      ["index.html": "other", "x.html/y": "ours"], ["index.html": "other", "README.md": "ours"],
    ] {
      let failure = #expect(throws: FileFailure.self) { try out.build(files) }
      #expect(failure?.kind == .usage)
      #expect(failure?.reason.contains("which Brevier did not write") == true)
      #expect(out.everything == before)
    }
    let report = try out.build(["index.html": "home", "x.html": "foreign"])
    #expect(report.unchanged == 2 && report.written == 0)
    #expect(try out.build(["index.html": "home"]).removed == 1)
    #expect(out.folder.text("site/d/foreign.txt") == "foreign")
    #expect(out.folder.text("site/README.md") == "mine")
  }

  @Test("undoes everything when the machine refuses half way")
  func undo() throws {
    let out = OutputSite()
    try out.build(["a": "file", "b/c": "1", "gone/x": "2", "index.html": "old"])
    let before = out.everything
    // A folder that nobody expected stands in the way of the last file: found only on the way.
    let writer = try out.writer()
    for (path, phase) in [("a/n", OutputPhase.asset), ("new/deep/p", .page), ("index.html", .home)]
    {
      try writer.stage(OutputPath(path), Array("new \(path)".utf8), phase: phase)
    }
    try writer.stage(OutputPath("zz"), Array("zz".utf8), phase: .sitemap)
    out.folder.makeFolder("site/zz/inner")
    let failure = #expect(throws: FileFailure.self) { try writer.commit() }
    #expect(failure?.kind == .machine)
    out.folder.remove("site/zz")
    #expect(out.everything == before)
    #expect(try out.build(["a/n": "1", "index.html": "new"]).written == 2)
  }
}

/// A site's folder and an output folder in it.
final class OutputSite: Sendable {
  let folder = TemporaryFolder.site()

  func writer(lockWait: Duration = .seconds(30)) throws -> SiteWriter {
    try SiteWriter(output: folder.at("site"), sourceRoot: folder.path, lockWait: lockWait)
  }

  @discardableResult
  func build(_ files: [String: String]) throws -> WriteReport {
    let writer = try writer()
    for (path, text) in files {
      try writer.stage(OutputPath(path), Array(text.utf8), phase: OutputSite.phase(of: path))
    }
    return try writer.commit()
  }

  static func phase(of path: String) -> OutputPhase {
    if path == "index.html" { return .home }
    if path.hasSuffix(".xml") { return .feed }
    return path.hasSuffix(".html") ? .page : .asset
  }

  /// The files of the site, without our records.
  var content: [String: String] {
    var out: [String: String] = [:]
    for (path, bytes) in folder.snapshot("site") where !path.hasSuffix("/") {
      out[String(path.dropFirst(5))] = String(decoding: bytes, as: UTF8.self)
    }
    return out
  }

  /// The files of the output folder with our records.
  var everything: [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for name in folder.names("site") { out[name] = name.hasSuffix("/") ? [] : folder.read(name) }
    return out
  }
}
