import SiteModel
import SitePlan
import Testing

@testable import SiteRender

/// JSON-LD of pages.
@Suite("Structured data")
struct FeedsStructuredDataTests {
  private let tiny = FeedsSite.tiny
  private var data: StructuredData { StructuredData(tiny.site, tiny.plan, changes: tiny.changes) }

  private func graph(
    _ address: String, title: String = "Title", trail: [StructuredData.Crumb] = []
  ) throws -> [[String: Any]] {
    let file = try #require(tiny.file(address))
    let bytes = try #require(data.json(for: file, title: title, trail: trail))
    let json = try FeedsJSON.object(bytes)
    #expect(json.text("@context") == "https://schema.org")
    return json.objects("@graph")
  }

  @Test(
    "pages of the tiny site are described as they were",
    arguments: [
      ("home", ""), ("brief", "briefs/deal/"), ("brief.fr", "fr/briefs/deal/"),
      ("company", "companies/meta/"), ("person", "people/alexandr-wang/"),
      ("model", "models/llama/"),
      ("topic", "topics/business/"), ("event", "events/meta-scale-ai/"),
    ])
  func goldens(_ name: String, _ address: String) throws {
    let file = try #require(tiny.file(address))
    let bytes = try #require(
      data.json(
        for: file, title: "The title", description: "A sentence.",
        trail: [("Topics", "/sub/topics/"), ("The title", "/sub/" + address)]))
    _ = try FeedsJSON.object(bytes)
    #expect(matchesFeedsGolden("page.\(name).json", bytes + [0x0A]))
  }

  @Test("a brief cites what can be read, and rests only on origins that can be read")
  func article() throws {
    let article = try graph("briefs/deal/")[0]
    #expect(article.text("@type") == "NewsArticle")
    #expect(article.text("datePublished") == "2025-06-08T14:00:00+02:00")
    #expect(article.text("dateModified") == "2025-06-13")
    #expect(
      article.objects("citation").map { $0.text("url") } == ["https://relay.example/a?b=1&c=2"])
    #expect(article["isBasedOn"] == nil)
    #expect(article.objects("about").compactMap { $0.text("name") } == ["Meta", "Scale AI"])
    #expect(article.objects("workTranslation").first?.text("inLanguage") == "fr")
    let closed = try graph("briefs/closed/")[0]
    #expect(closed.texts("isBasedOn") == ["https://meta.example/news"])
    #expect(
      closed.objects("correction").first?.text("text") == "misread → 48 per cent → 49 per cent")
    #expect(closed.objects("author").first?.text("@type") == "Person")
  }

  @Test("a translation says what it translates")
  func translation() throws {
    let article = try graph("fr/briefs/deal/")[0]
    let original = article.object("translationOfWork")
    #expect(original.text("@id") == "https://example.org/sub/briefs/deal/#article")
    #expect(article.text("inLanguage") == "fr")
  }

  @Test("a date of an entity is as precise as it was given, and doubtful ones are left out")
  func entityDates() throws {
    let meta = try graph("companies/meta/")[1]
    #expect(meta.text("foundingDate") == "2004-02")
    #expect(meta.texts("sameAs") == ["https://www.wikidata.org/wiki/Q380"])
    #expect(meta.texts("alternateName") == ["Meta Platforms", "Facebook"])
    let scale = try graph("companies/scale-ai/")[1]
    #expect(scale["foundingDate"] == nil)
    #expect(scale.object("parentOrganization").text("name") == "Meta")
  }

  @Test("a person works where a role has no end")
  func person() throws {
    let wang = try graph("people/alexandr-wang/")[1]
    #expect(wang.objects("worksFor").compactMap { $0.text("name") } == ["Meta"])
    #expect(wang.texts("jobTitle") == ["Chief AI officer"])
    #expect(wang.text("birthDate") == "1997")
  }

  @Test("an event's page states nothing but whom it concerns")
  func event() throws {
    let nodes = try graph("events/meta-scale-ai/")
    #expect(nodes.count == 1 && nodes[0].text("@type") == "WebPage")
    #expect(Set(nodes[0].keys) == ["@type", "@id", "url", "name", "inLanguage", "about"])
  }

  @Test("a hostile title neither ends the script nor changes", arguments: FeedsTests.hostile)
  func hostile(_ title: String) throws {
    let file = try #require(tiny.file("about/"))
    let bytes = try #require(
      data.json(for: file, title: title, description: title, trail: [(title, "/x/")]))
    for byte in [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&")] {
      #expect(!bytes.contains(byte))
    }
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    #expect(!text.contains("\u{2028}") && !text.contains("\u{2029}"))
    let name = try FeedsJSON.object(bytes).objects("@graph")[0].text("name")
    #expect(name?.unicodeScalars.elementsEqual(title.unicodeScalars) == true)
  }

  @Test("pages for nobody have none, and the settings switch it off")
  func none() throws {
    let file = try #require(tiny.file("404.html"))
    #expect(data.json(for: file, title: "x") == nil)
    let off = FeedsSite(
      settings: FeedsSite.tinySettings + "\noutputs: {json_ld: false}", FeedsSite.tinyFiles)
    let home = try #require(off.file(""))
    let silent = StructuredData(off.site, off.plan, changes: off.changes)
    #expect(silent.json(for: home, title: "x") == nil)
  }

  @Test("ids of other catalogues become addresses, unknown ones nothing")
  func sameAs() {
    #expect(SameAs.address("wikidata", "Q1") == "https://www.wikidata.org/wiki/Q1")
    #expect(
      SameAs.address("orcid", "0000-0002-1825-0097") == "https://orcid.org/0000-0002-1825-0097")
    #expect(SameAs.address("x", "@meta") == "https://x.com/meta")
    #expect(
      SameAs.address("wikipedia", "Meta Platforms")
        == "https://en.wikipedia.org/wiki/Meta_Platforms")
    #expect(SameAs.address("any", "https://a.example/x y") == "https://a.example/x%20y")
    #expect(SameAs.address("any", "x1") == nil)
  }
}
