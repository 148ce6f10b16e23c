import IndexReading
import SearchIndex
import SiteFiles
import Testing

/// The search of a whole site: what was built is read back and asked.
@Suite("Search of a site")
struct SiteSearchTests {
  private static let settings = """
    title: Test
    base_url: https://example.org/
    languages: [en, fr]
    strictness: off
    rules: {R013: off}

    """

  /// The built sample of the desks in the default theme, with its texts.
  private static func folder() -> SiteFolder {
    let folder = SiteFolder()
    folder.lay(GoldenSite.root + "/desks") { $0.hasPrefix("content/") }
    folder.write("brevier.yml", settings)
    return folder
  }

  private static func reader(_ folder: SiteFolder, _ language: String = "en") -> IndexReader {
    IndexReader(manifest: Disk.read(folder.output + "/search/\(language).json") ?? []) {
      Disk.read(folder.output + "/search/\(language)/" + $0)
    }
  }

  /// The records of the news, by their numbers in the index: the files of the manifest in order.
  private static func records(_ folder: SiteFolder, _ language: String = "en") -> [Substring] {
    let manifest = folder.text("search/\(language).json") ?? ""
    guard let list = manifest.firstRange(of: "\"newsRecords\":["),
      let end = manifest[list.upperBound...].firstRange(of: "]")
    else { return [] }
    return manifest[list.upperBound..<end.lowerBound].split(separator: ",").flatMap { name in
      (folder.text("search/\(language)/" + name.dropFirst().dropLast()) ?? "")
        .split(separator: "\n").map { $0 }
    }
  }

  @Test("every word of every brief's file finds the brief")
  func words() throws {
    let folder = SiteFolder()
    let sample = Golden.tests + "/../content/"
    for file in Disk.files(in: sample) where file != "README.md" {
      folder.write("content/" + file, Disk.read(sample + file) ?? [])
    }
    folder.write("brevier.yml", Disk.read(sample + "../brevier.yml") ?? [])
    #expect(try SiteRun(folder, asOf: "2026-11-25").written != nil)
    let reader = Self.reader(folder)
    let records = Self.records(folder)
    var asked = 0
    for path in Disk.files(in: folder.source + "/content/briefs") where path.hasSuffix(".md") {
      let text = Disk.text(folder.source + "/content/briefs/" + path) ?? ""
      let name = path.split(separator: "/").last?.dropLast(3) ?? ""
      let borders = text.ranges(of: "---\n")
      guard let title = text.firstMatch(of: #/\ntitle: (.*)/#)?.1, borders.count > 1,
        let number = records.firstIndex(where: { $0.contains("/\(name)/\"") })
      else { continue }
      let body = String(text[borders[1].upperBound...])
      var terms = TermReader(SearchRules.rules(for: "en"))
      var document = SearchDocument()
      document.add(.title, String(title))
      // Marks of citations, what links lead to and numbers of lists are no words of the text.
      document.add(
        .body,
        body.replacing(#/\[\^[^\]]*\]/#, with: "").replacing(#/\|[^\]\n]*\]\]/#, with: "")
          .replacing(#/\]\([^)]*\)/#, with: "").replacing(#/\n[0-9]+\. /#, with: "\n"))
      for term in terms.terms(of: document).texts {
        #expect(reader.news(term).contains(number), "\(path): \(term)")
        asked += 1
      }
    }
    #expect(asked > 5_000)
  }

  @Test("the same site gives the same index on one thread and on two, and built again")
  func determinism() throws {
    let folder = Self.folder()
    _ = try SiteRun(folder, workers: 1)
    let one = folder.snapshot.filter { $0.key.hasPrefix("search/") }
    let again = try SiteRun(folder, workers: 2)
    #expect(one.count > 4)
    #expect(folder.snapshot.filter { $0.key.hasPrefix("search/") } == one)
    #expect(again.written?.written == 0)
  }

  @Test("a site that was edited has the index that it has when built from nothing")
  func increments() throws {
    let edited = Self.folder()
    _ = try SiteRun(edited)
    let before = edited.snapshot
    let name = try #require(
      Disk.files(in: edited.source + "/content/briefs").first { $0.hasSuffix(".md") })
    let path = "content/briefs/" + name
    let text = try #require(Disk.text(edited.source + "/" + path))
    edited.write(path, text + "\nAnd a perfectly unheard-of word: quokkas.\n")
    _ = try SiteRun(edited)
    let clean = Self.folder()
    clean.write(path, text + "\nAnd a perfectly unheard-of word: quokkas.\n")
    _ = try SiteRun(clean)
    #expect(edited.snapshot == clean.snapshot)
    #expect(edited.snapshot["search/en.json"] != before["search/en.json"])
    #expect(Self.reader(edited).news("quokka").count == 1)
  }

  @Test("a site without search has no page, no index, no box and no script of it")
  func off() throws {
    let folder = Self.folder()
    folder.write("brevier.yml", Self.settings + "outputs: {search: false}\n")
    _ = try SiteRun(folder)
    #expect(folder.outputFiles.filter { $0.contains("search") } == [])
    #expect(folder.text("index.html")?.contains("search/") == false)
  }

  @Test("names, aliases and former names find briefs and records")
  func names() throws {
    let folder = GoldenSite(name: "search").make()
    #expect(try SiteRun(folder).report == "")
    let reader = Self.reader(folder)
    for term in ["vinai", "vin", "dau", "tu", "lab"] {
      #expect(reader.news(term) == [0] && reader.subjects(term).count == 1, "\(term)")
    }
    // Topic names and aliases, the title of an event, the text of a record and of a standing page.
    #expect(reader.news("financ") == [0, 1])
    #expect(reader.lists("fund")[1] == [0])
    #expect(reader.subjects("model").count == 1)
    #expect(reader.subjects("editor").count == 1)
    #expect(Self.reader(folder, "fr").news("oeuvr") == [0])
    #expect(Self.reader(folder, "fr").news("hous").isEmpty)
  }

  @Test("the scripts of the search have at most 10 KB when compressed, and never write markup")
  func script() throws {
    // Compressed they are about a third of this; Tests/Browser measures it.
    var bytes = 0
    for name in ["search.js", "search-index.js"] {
      let script = try #require(Disk.text(GoldenSite.defaultTheme + "/assets/search/" + name))
      bytes += script.utf8.count
      for danger in ["innerHTML", "outerHTML", "insertAdjacent", "eval(", "document.write"] {
        #expect(!script.contains(danger), "\(name): \(danger)")
      }
    }
    #expect(bytes < 28_000)
  }
}
