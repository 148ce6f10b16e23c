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

@Suite("Loading a site")
struct SourceLoaderTests {
  @Test(
    "gives all files in the order of their bytes, however many threads read", arguments: [1, 2, 5])
  func order(workers: Int) throws {
    let site = TemporaryFolder.site()
    for index in 0..<300 { site.write("content/a\(index * 7 % 300)/b.md", "text \(index)") }
    site.write("content/a-b.md", "x").write("content/B.md", "y").write("content/a1.md", "z")
    var diagnostics: [Diagnostic] = []
    let tree = try SourceLoader.load(
      root: site.path, workers: workers, diagnostics: &diagnostics)
    #expect(diagnostics.isEmpty)
    #expect(tree.files.count == 305)
    let bytes = tree.files.map { Array($0.path.utf8) }
    #expect(bytes == bytes.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(tree.files.first?.path == "brevier.yml")
    let file = try #require(tree["content/a7/b.md"])
    #expect(String(decoding: file.bytes, as: UTF8.self) == "text 1")
    #expect(file.hash == ContentHash(file.bytes))
    #expect(file.stamp.size == 6)
    #expect(file.stamp.modified > 1_500_000_000_000_000_000)
    #expect(tree["content/a7/c.md"] == nil)
  }

  @Test("passes over hidden files, secrets and what editors leave")
  func leftovers() throws {
    let site = TemporaryFolder.site()
    for name in [
      ".DS_Store", ".env", "prod.env", "PROD.ENV", "a.md~", "#a.md#", ".#a.md", ".a.md.swp",
      "a.swp",
      "4913", "Thumbs.db", ".git/config", ".git/hooks/x.md", ".hidden/a.md",
    ] { site.write("content/" + name, "CANARY") }
    site.write("content/.well-known/security.txt", "Contact: x")
    #expect(
      try site.load().tree.paths == [
        "brevier.yml", "content/.well-known/security.txt", "templates/page.html",
      ])
  }

  @Test("hashes binary files without keeping them, and reads them when they are copied")
  func binary() throws {
    let site = TemporaryFolder.site()
    let picture = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 * 31 / 7) }
    site.write("content/photo.PNG", picture).write("content/unknown", [0xFF])
    let tree = try site.load().tree
    let file = try #require(tree["content/photo.PNG"])
    #expect(file.kind == .binary && file.bytes.isEmpty)
    #expect(file.hash == ContentHash(picture))
    #expect(try SourceLoader.read(file, root: site.path) == picture)
    #expect(tree["content/unknown"]?.kind == .binary)

    site.write("content/photo.PNG", Array(picture.reversed()))
    let failure = #expect(throws: FileFailure.self) { try SourceLoader.read(file, root: site.path) }
    #expect(failure?.reason == "it changed while the site was being built")
  }

  @Test("says line and column of the first byte that is not UTF-8")
  func encoding() throws {
    let site = TemporaryFolder.site()
    site.write("content/a.md", Array("Título\nun café: caf".utf8) + [0xE9] + Array(" x".utf8))
    site.write("content/utf16.md", [0xFF, 0xFE, 0x41, 0])
    site.write("templates/odd.liquid", [0xC0, 0x80])
    let (tree, diagnostics) = try site.load()
    #expect(tree.paths == ["brevier.yml", "templates/page.html"])
    #expect(diagnostics.map(\.rule.code) == ["S001", "S001", "S001"])
    #expect(diagnostics[0].summary == "byte 0xE9 in line 2, column 13 is not UTF-8")
    #expect(diagnostics[1].help == "the file is UTF-16; save it as UTF-8")
    let frame = TextReport { tree.text(of: $0) }.text(diagnostics[0])
    #expect(frame.contains("--> content/a.md:2:13"))
  }

  @Test("accepts and refuses exactly what the standard library's decoder does")
  func encodingProperty() throws {
    let site = TemporaryFolder.site()
    var random = Seeded(7)
    let heads: [UInt8] = [
      0x41, 0x7F, 0x80, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    var expected: [String: Bool] = [:]
    for index in 0..<400 {
      var bytes = Array(repeating: UInt8(0x61), count: Int.random(in: 0...9, using: &random))
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes.append(heads.randomElement(using: &random) ?? 0)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          bytes.append([0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF].randomElement(using: &random) ?? 0)
        }
      }
      site.write("content/\(index).txt", bytes)
      expected["content/\(index).txt"] = String(validating: bytes, as: UTF8.self) != nil
    }
    let tree = try site.load().tree
    for (path, isValid) in expected { #expect((tree[path] != nil) == isValid, "\(path)") }
    #expect(expected.values.contains(true) && expected.values.contains(false))
  }

  @Test("names both of two paths that are one on a careless file system")
  func collisions() throws {
    let site = TemporaryFolder.site()
    for name in [
      "OpenAI.md", "openai.md", "caf\u{E9}.md", "cafe\u{301}.md", "straße.md", "STRASSE.md",
      "ok.md",
      "ı.md", "i.md",
    ] { site.write("content/" + name, "x") }
    let diagnostics = try site.load().diagnostics
    #expect(diagnostics.map(\.rule.code) == ["S005", "S005", "S005"])
    #expect(
      diagnostics.contains {
        $0.summary.hasPrefix("'content/openai.md' and 'content/OpenAI.md' differ only in case")
          && $0.span?.file == "content/openai.md" && $0.related[0].span.file == "content/OpenAI.md"
      })
    #expect(diagnostics.allSatisfy { $0.related.count == 1 })
  }

  @Test("refuses names that nobody can read")
  func names() throws {
    let site = TemporaryFolder.site()
    site.write("content/a\nb.md", "x").write("content/tab\t.md", "x")
    let latin: [UInt8] = [0x63, 0xE9, 0x2E, 0x6D, 0x64]
    site.writeRaw(folder: "content", name: latin)
    defer { site.removeRaw(folder: "content", name: latin) }
    site.write("content/c1\u{85}.md", "x")
    let (tree, diagnostics) = try site.load()
    #expect(tree.files.count == 2)
    #expect(
      diagnostics.map(\.summary).sorted() == [
        "'a\\x0Ab.md' holds a control character", "'c1\u{85}.md' holds a control character",
        "'c\\xE9.md' is not UTF-8",
        "'tab\\x09.md' holds a control character",
      ])
  }

  @Test("refuses a text of more than one mebibyte, and takes one of exactly that")
  func size() throws {
    let site = TemporaryFolder.site()
    site.write("content/big.md", [UInt8](repeating: 0x61, count: 1 << 20 | 1))
    site.write("content/fits.md", [UInt8](repeating: 0x61, count: 1 << 20))
    site.write("content/big.png", [UInt8](repeating: 0x61, count: 1 << 20 | 1))
    let (tree, diagnostics) = try site.load()
    #expect(tree["content/fits.md"] != nil && tree["content/big.png"] != nil)
    #expect(
      diagnostics.map(\.summary) == [
        "'content/big.md' has 1048577 bytes; a text has at most 1048576"
      ])
  }

  @Test("leaves out pipes without waiting for a writer")
  func pipes() throws {
    let site = TemporaryFolder.site()
    mkfifo(site.at("content/pipe.md"), 0o644)
    site.link("content/linked.md", to: "pipe.md")
    let (tree, diagnostics) = try site.load()
    #expect(tree.files.count == 2)
    #expect(diagnostics.map(\.rule.code) == ["S007", "S007"])
  }

  @Test("says what a site's folder holds when a part is missing")
  func missing() throws {
    let site = TemporaryFolder.site()
    site.remove("templates")
    #expect(throws: Never.self) { try site.load() }
    site.remove("content")
    let failure = #expect(throws: FileFailure.self) { try site.load() }
    #expect(failure?.kind == .usage && failure?.exitCode == 64)
    #expect(failure?.reason == "it has no folder 'content'")
    #expect(failure?.hint?.hasPrefix("a site's folder holds content/, brevier.yml") == true)

    site.write("templates", "no folder")
    #expect(throws: FileFailure.self) { try site.load() }
    var diagnostics: [Diagnostic] = []
    let absent = #expect(throws: FileFailure.self) {
      try SourceLoader.load(root: site.at("nowhere"), diagnostics: &diagnostics)
    }
    #expect(absent?.description.hasPrefix("cannot read the site '") == true)
    #expect(absent?.kind == .usage)
  }

  @Test("never reads half of one content and half of another while somebody rewrites a file")
  func restless() throws {
    let site = TemporaryFolder.site()
    let a = [UInt8](repeating: 0x61, count: 40_000)
    let b = [UInt8](repeating: 0x62, count: 30_000)
    for index in 0..<20 { site.write("content/\(index).md", a) }
    let results = Concurrency.map(2, workers: 2) { job -> Bool in
      for round in 0..<15 {
        if job == 0 {
          for index in 0..<20 { site.write("content/\(index).md", round % 2 == 0 ? b : a) }
        } else if let files = try? site.load().tree.files {
          for file in files where file.path.hasPrefix("content/") {
            // A writer that truncates shows a short file for a moment, but never two letters.
            if Set(file.bytes).count > 1 { return false }
          }
        }
      }
      return true
    }
    #expect(results == [true, true])
  }

  @Test("lists all of its rules, with a bad and a good example each")
  func rules() {
    let rules = DiagnosticRule.siteFilesRules
    #expect(Set(rules.map(\.code)).count == rules.count)
    for rule in rules {
      #expect(
        rule.explanation.contains("Bad:") && rule.explanation.contains("Good:"), "\(rule.code)")
      #expect((4...14).contains(rule.explanation.split(separator: "\n").count), "\(rule.code)")
    }
  }
}

extension TemporaryFolder {
  /// The smallest folder that loads.
  static func site() -> TemporaryFolder {
    let site = TemporaryFolder()
    site.write("brevier.yml", "title: T\n").write("templates/page.html", "<p>")
    site.makeFolder("content")
    return site
  }

  /// What loading gives, with the diagnostics in the order of a report.
  func load() throws -> (tree: SourceTree, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let tree = try SourceLoader.load(root: path, diagnostics: &diagnostics)
    return (tree, diagnostics.sortedForReport())
  }

  /// Makes a file whose name is any bytes.
  func writeRaw(folder: String, name: [UInt8]) {
    let path = (Array((at(folder) + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
    close(open(path, O_CREAT | O_WRONLY, 0o644))
  }

  /// Removes such a file, which the folder's own end could not name.
  func removeRaw(folder: String, name: [UInt8]) {
    unlink((Array((at(folder) + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) })
  }
}

extension SourceTree {
  var paths: [String] { files.map(\.path) }
}
