import Testing

/// Tables are plain tables, and a small script of the theme's own makes their headings buttons.
@Suite("Sorting of tables")
struct TableSortingTests {
  @Test("the script has at most 3 KB, and pages with sortable tables load it, deferred")
  func script() throws {
    let script = try #require(Disk.text(GoldenSite.defaultTheme + "/assets/sort.js"))
    #expect(script.utf8.count <= 3072)
    for danger in ["innerHTML", "eval(", "document.write", "setAttribute(\"on"] {
      #expect(!script.contains(danger))
    }
    let pages = try pages()
    let sortable = pages.filter { $0.value.contains(" sortable\"") }
    #expect(
      Set(sortable.keys).isSuperset(of: [
        "deals/index.html", "expected/index.html", "single-origin/index.html",
        "corrections/index.html", "events/index.html",
      ]))
    for (path, page) in sortable {
      #expect(page.contains("<script src=\"/assets/sort.js\" defer></script>"), "\(path)")
      #expect(page.contains("data-type=\"date\""), "\(path)")
    }
  }

  @Test("no page has a script or a handler of its own, so that a strict policy lets all work")
  func policy() throws {
    for (path, page) in try pages() {
      let scripts = page.split(separator: "<script").dropFirst()
      #expect(
        scripts.allSatisfy {
          $0.hasPrefix(" src=\"/assets/") || $0.hasPrefix(" type=\"application/ld+json\"")
        }, "\(path)")
      for handler in [" onclick=", " onload=", "javascript:", " style=\""] {
        #expect(!page.contains(handler), "\(path)")
      }
    }
  }

  /// The pages of the golden site of desks in the default theme.
  private func pages() throws -> [String: String] {
    let folder = SiteFolder()
    folder.lay(GoldenSite.root + "/desks") { $0.hasPrefix("content/") || $0 == "brevier.yml" }
    #expect(try SiteRun(folder).report == "")
    let paths = folder.outputFiles.filter { $0.hasSuffix(".html") }
    return Dictionary(uniqueKeysWithValues: paths.map { ($0, folder.text($0) ?? "") })
  }
}
