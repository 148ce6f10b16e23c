import SiteModel
import SitePlan
import Testing

@testable import SiteRender

/// Sitemaps, robots.txt, and the dates of change that they rest on.
@Suite("Sitemaps and dates of change")
struct FeedsSitemapTests {
  private let tiny = FeedsSite.tiny
  private var modified: LastModified { LastModified(tiny.site, tiny.plan, tiny.changes) }
  private func make(_ limits: Sitemap.Limits = .standard) -> Sitemap {
    Sitemap(tiny.site, tiny.plan, modified, limits: limits)
  }

  private func date(_ address: String) -> String? {
    guard let place = tiny.plan.files.firstIndex(where: { $0.address == address }) else {
      return "?"
    }
    return modified.dates[place]?.text
  }

  @Test("sitemap and robots.txt of the tiny site are as they were")
  func goldens() throws {
    let sitemap = make()
    #expect(sitemap.parts.count == 1)
    _ = try FeedsXML.read(sitemap.index)
    _ = try FeedsXML.read(sitemap.parts[0])
    #expect(matchesFeedsGolden("sitemap.xml", sitemap.index))
    #expect(matchesFeedsGolden("sitemap-1.xml", sitemap.parts[0]))
    #expect(matchesFeedsGolden("robots.txt", RobotsFile.bytes(tiny.site, tiny.plan)))
    #expect(sitemap.unplanned(tiny.plan, source: "brevier.yml").isEmpty)
  }

  @Test(
    "every mapped page is there once, whatever the limits",
    arguments: [
      Sitemap.Limits(addresses: 4, bytes: 1 << 20), .init(addresses: 1000, bytes: 2000),
      .init(addresses: 1, bytes: 10),
    ])
  func split(_ limits: Sitemap.Limits) throws {
    let sitemap = make(limits)
    #expect(sitemap.parts.count > 3)
    var addresses: [String] = []
    for part in sitemap.parts {
      let urls = try FeedsXML.read(part).all("url")
      #expect(urls.count <= limits.addresses && !urls.isEmpty)
      #expect(part.count <= limits.bytes || urls.count == 1)
      addresses += urls.compactMap { $0.first("loc")?.text }
    }
    #expect(
      addresses
        == tiny.plan.mapped.map { tiny.plan.addresses.absolute(tiny.plan.files[$0].address) })
    let index = try FeedsXML.read(sitemap.index).all("sitemap")
    #expect(index.count == sitemap.parts.count)
    #expect(index.last?.first("loc")?.text.hasSuffix("sitemap-\(index.count).xml") == true)
    let more = sitemap.unplanned(tiny.plan, source: "brevier.yml")
    #expect(more.first?.path == "sitemap-2.xml" && more.count == sitemap.parts.count - 1)
  }

  @Test("a page in two languages names both and one for everybody else")
  func alternates() throws {
    let urls = try FeedsXML.read(make().parts[0]).all("url")
    let deal = try #require(
      urls.first { $0.first("loc")?.text == "https://example.org/sub/briefs/deal/" })
    let french = try #require(
      urls.first { $0.first("loc")?.text == "https://example.org/sub/fr/briefs/deal/" })
    let links = deal.all("xhtml:link").map { [$0["hreflang"], $0["href"]] }
    #expect(
      links == [
        ["en", "https://example.org/sub/briefs/deal/"],
        ["fr", "https://example.org/sub/fr/briefs/deal/"],
        ["x-default", "https://example.org/sub/briefs/deal/"],
      ])
    #expect(french.all("xhtml:link").map { [$0["hreflang"], $0["href"]] } == links)
    let closed = urls.first { $0.first("loc")?.text == "https://example.org/sub/briefs/closed/" }
    #expect(closed?.all("xhtml:link").isEmpty == true)
  }

  @Test("a page changes with what it shows: a brief, its corrections, the status of its events")
  func dates() {
    #expect(date("briefs/deal/") == "2025-06-13")
    #expect(date("fr/briefs/deal/") == "2025-06-13")
    #expect(date("briefs/closed/") == "2025-06-20")
    #expect(date("briefs/before/") == "2025-05-02")
    #expect(date("companies/meta/") == "2025-06-20")
    #expect(date("fr/companies/meta/") == "2025-06-13")
    #expect(date("topics/business/funding/") == "2025-06-20")
    #expect(date("topics/") == "2025-07-01")
    #expect(date("") == "2025-07-01")
    #expect(date("events/meta-scale-ai/") == "2025-07-01")
    #expect(date("archive/2025/05/") == "2025-05-02")
    #expect(date("archive/2025/06/") == "2025-06-20")
    #expect(date("feed.xml") == "2025-07-01")
    #expect(date("about/") == nil)
    #expect(date("404.html") == nil)
  }

  @Test("an instant keeps its offset, a longer stretch counts as its first day")
  func contentDates() throws {
    let instant = try ContentDate(UncertainDate(parsing: "2025-06-08T14:00+02:00"))
    #expect(instant?.rfc3339 == "2025-06-08T14:00:00+02:00")
    let month = try ContentDate(UncertainDate(parsing: "2025-06~"))
    #expect(month?.text == "2025-06-01" && month?.rfc3339 == "2025-06-01T00:00:00Z")
    #expect(ContentDate(.unknown) == nil)
    let day = try ContentDate(UncertainDate(parsing: "2025-06-08"))
    #expect(ContentDate.latest(day, instant) == instant)
    #expect(ContentDate.latest(nil, day) == day)
  }
}
