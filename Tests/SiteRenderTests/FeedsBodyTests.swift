import SiteModel
import SourceDiagnostics
import Testing

@testable import SiteRender

/// The HTML of texts, with their links and citations in place.
@Suite("Bodies of texts")
struct FeedsBodyTests {
  private let tiny = FeedsSite.tiny

  private func html(
    _ id: String, _ language: String = "en", in place: BodyHTML.Place = .page
  ) -> String {
    String(decoding: tiny.body(id, language, in: place)?.html ?? [], as: UTF8.self)
  }

  @Test("the tiny site has no mistakes")
  func noMistakes() {
    #expect(tiny.diagnostics.map(\.summary) == [])
  }

  @Test("a name becomes a link with the class of its kind and the base path")
  func mentions() {
    let page = html("deal")
    #expect(
      page.contains("<a class=\"entity-link\" href=\"/sub/companies/meta/\">Meta</a> may pay"))
    #expect(page.contains("<a class=\"brief-link\" href=\"/sub/briefs/before/\">"))
    #expect(page.contains("<a class=\"topic-link\" href=\"/sub/topics/business/\">"))
  }

  @Test("a reference by id shows what the record is called, words of the author's stay")
  func bareReferences() {
    #expect(html("deal").contains("href=\"/sub/briefs/before/\">Before</a>"))
    #expect(html("deal").contains("href=\"/sub/topics/business/\">Business</a>"))
    let page = html("before")
    #expect(page.contains("href=\"/sub/companies/scale-ai/\">Scale AI</a> had"))
    #expect(page.contains("href=\"/sub/storylines/meta-scale/\">Meta and Scale</a>"))
    #expect(page.contains("<a class=\"event-link\" href=\"/sub/events/meta-scale-ai/\">so</a>"))
  }

  @Test("addresses of files and paths become addresses of pages, with their anchors")
  func addresses() {
    let page = html("deal")
    #expect(page.contains("<a href=\"/sub/briefs/closed/#end\">the end</a>"))
    #expect(page.contains("<a href=\"#the-money\">above</a>"))
    #expect(page.contains("<a href=\"/sub/topics/business/\">path</a>"))
    #expect(page.contains("href=\"https://other.example/?a=1&amp;b=2\""))
  }

  @Test("claims are numbered by first citation, and each mark has its own id")
  func citations() {
    let page = html("deal")
    let marks = [("c2", 1, 1), ("c1", 2, 1), ("c2", 1, 2)]
    var rest = page[...]
    for (id, number, mark) in marks {
      let text =
        "<sup class=\"claim-ref\"><a href=\"#claim-\(id)\" id=\"claimref-\(id)-\(mark)\""
        + " role=\"doc-noteref\">\(number)</a></sup>"
      let found = rest.firstRange(of: text)
      #expect(found != nil, "\(id) \(mark)")
      if let found { rest = rest[found.upperBound...] }
    }
    let brief = tiny.site.briefs[tiny.brief("deal")]
    let numbers = ClaimNumbers(brief.editions[0].text, claims: 3)
    #expect(numbers.order == [1, 0, 2])
    #expect((0..<3).map { numbers.number(of: $0) } == [2, 1, 3])
    #expect(numbers.backlinks(of: 1, id: "c2") == ["claimref-c2-1", "claimref-c2-2"])
    #expect(numbers.backlinks(of: 2, id: "c3") == [])
  }

  @Test("what a text links is told, each record once")
  func linked() {
    let linked = tiny.body("deal")?.linked ?? []
    #expect(linked.contains(.entity(tiny.entity("company/meta"))))
    #expect(linked.contains(.brief(tiny.brief("closed"))))
    #expect(linked.contains(.topic(tiny.topic("business"))))
    #expect(Set(linked).count == linked.count)
  }

  @Test("a French text links French pages, and the original where there is no translation")
  func languages() {
    let page = html("deal", "fr")
    #expect(page.contains("href=\"/sub/fr/companies/meta/\""))
    #expect(page.contains("<a href=\"/sub/briefs/closed/\">la suite</a>"))
  }

  @Test("in a feed every address is whole and no id is left")
  func feeds() {
    let text = html("deal", in: .feed(page: "https://example.org/sub/briefs/deal/"))
    #expect(!text.contains("href=\"#") && !text.contains("href=\"/"))
    #expect(!text.contains(" id="))
    #expect(text.contains("href=\"https://example.org/sub/briefs/deal/#the-money\""))
    #expect(text.contains("href=\"https://example.org/sub/briefs/deal/#claim-c2\""))
    #expect(text.contains("href=\"https://example.org/sub/companies/meta/\""))
    #expect(text.contains("<h3>The money</h3>"))
  }

  @Test("words that look like attributes are not touched")
  func wordsLikeAttributes() {
    let html = "<p title=\"a>b\" id=\"x\">href=\"#a\" id=\"b\" < <a href='#c'>c</a></p>"
    let out = AnchorRewriter.rewrite(Array(html.utf8), page: "https://e.org/p/")
    #expect(
      String(decoding: out, as: UTF8.self)
        == "<p title=\"a>b\">href=\"#a\" id=\"b\" < <a href='https://e.org/p/#c'>c</a></p>")
  }

  @Test(
    "broken HTML of any shape is passed through without end",
    arguments: [
      "<", "<a", "<a href=\"", "<a href='#x", "<p id=\"", "<a =\"#x\">", "\"#\"", "<a id=\"x\"",
    ])
  func brokenHTML(_ html: String) {
    let out = AnchorRewriter.rewrite(Array(html.utf8), page: "P")
    #expect(out.count <= html.utf8.count + 1)
  }

  @Test("claims with strange ids stay inside their attributes")
  func strangeIDs() {
    let site = FeedsSite(
      settings: "title: T",
      [
        ("content/topics/t.md", "---\nname: T\n---\n"),
        (
          "content/briefs/b.md",
          """
          ---
          title: B
          date: 2025-01-01
          topics: [t]
          sources: [https://a.example/]
          claims: [{id: 'a"b<', says: x}]
          ---
          Text.[^a"b<]
          """
        ),
      ])
    let html = String(decoding: site.body("b")?.html ?? [], as: UTF8.self)
    #expect(html.contains("href=\"#claim-a%22b%3C\" id=\"claimref-a&quot;b&lt;-1\""))
  }
}
