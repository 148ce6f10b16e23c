import SiteBuild
import SiteModel
import SourceDiagnostics
import Testing

/// The repository's own site, built and read as a crawler reads it.
@Suite("The sample site")
struct SampleSiteTests {
  @Test("builds without a finding, and each link inside it leads to a file and an anchor")
  func links() throws {
    let folder = SiteFolder()
    let root = String(GoldenSite.root.dropLast("/Tests/GoldenSites".count))
    let request = SiteRequest(
      source: root, output: folder.output, asOf: try CalendarDate(parsing: "2026-11-23"))
    let built = try Pipeline.build(request)
    #expect(built.checked.diagnostics == [])
    let crawl = Crawl(folder.output)
    #expect(crawl.links > 10_000)
    #expect(crawl.broken == [])
  }

  @Test("a crawl finds a missing file and a missing anchor")
  func crawl() {
    let folder = SiteFolder()
    Disk.write(
      folder.output + "/index.html",
      Array(##"<a id="a" href="#a">a</a><a href="#b">b</a><a href="/none/">c</a>"##.utf8))
    #expect(Crawl(folder.output).broken == ["#b in index.html", "/none/ in index.html"])
  }
}

/// Every link of the pages below a folder, looked up.
struct Crawl {
  private(set) var links = 0
  /// The links that lead nowhere, each with the first page that has it.
  private(set) var broken: [String] = []

  init(_ output: String) {
    let files = Set(Disk.files(in: output))
    let pages = files.filter { $0.hasSuffix(".html") }.sorted()
    let texts = Dictionary(
      uniqueKeysWithValues: pages.map { ($0, Disk.text(output + "/" + $0) ?? "") })
    let anchors = texts.mapValues { Set(Self.values(of: " id=\"", in: $0)) }
    var seen = Set<String>()
    for page in pages {
      let text = texts[page] ?? ""
      for link in Self.values(of: "href=\"", in: text) + Self.values(of: "src=\"", in: text) {
        if ["http:", "https:", "mailto:", "data:"].contains(where: link.hasPrefix) { continue }
        links += 1
        guard seen.insert(link.hasPrefix("#") ? page + link : link).inserted else { continue }
        if !Self.leads(link, from: page, files, anchors) { broken.append("\(link) in \(page)") }
      }
    }
  }

  private static func leads(
    _ link: String, from page: String, _ files: Set<String>, _ anchors: [String: Set<String>]
  ) -> Bool {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var target = parts[0].isEmpty ? page : String(parts[0].drop { $0 == "/" })
    if target.isEmpty || target.hasSuffix("/") { target += "index.html" }
    guard files.contains(target) else { return false }
    guard parts.count == 2, !parts[1].isEmpty, let known = anchors[target] else { return true }
    return known.contains(String(parts[1]))
  }

  /// What stands between `start` and the next quotation mark, wherever `start` occurs.
  private static func values(of start: String, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let needle = Array(start.utf8)
    var found: [String] = []
    var index = 0
    while index + needle.count < bytes.count {
      if bytes[index] == needle[0], bytes[index..<index + needle.count].elementsEqual(needle) {
        let begin = index + needle.count
        let end = bytes[begin...].firstIndex(of: 0x22) ?? bytes.count
        found.append(String(decoding: bytes[begin..<end], as: UTF8.self))
        index = end
      }
      index += 1
    }
    return found
  }
}
