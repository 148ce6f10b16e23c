import SiteModel
import SitePlan
import SourceDiagnostics
import Testing

@testable import SiteRender

/// Feeds in both formats: the same entries, never changing ids, dates of changes.
@Suite("Feeds")
struct FeedsTests {
  private let tiny = FeedsSite.tiny

  @Test(
    "feeds of the tiny site are as they were",
    arguments: [
      ("site.en", FeedSubject.site, "en"), ("site.fr", .site, "fr"), ("topic.en", .topic(0), "en"),
      ("entity.en", .entity(0), "en"), ("storyline.fr", .storyline(0), "fr"),
    ])
  func goldens(_ name: String, _ subject: FeedSubject, _ language: String) throws {
    let feed = tiny.feed(subject, language)
    let atom = AtomFeed.bytes(feed)
    let json = JSONFeed.bytes(feed)
    _ = try FeedsXML.read(atom)
    _ = try FeedsJSON.object(json)
    #expect(matchesFeedsGolden(name + ".xml", atom))
    #expect(matchesFeedsGolden(name + ".json", json))
  }

  @Test("a feed holds as many briefs as the settings say, newest first")
  func size() throws {
    let feed = try FeedsXML.read(AtomFeed.bytes(tiny.feed(.site)))
    let titles = feed.all("entry").compactMap { $0.first("title")?.text }
    #expect(
      titles == [
        "Llama after the deal", "Meta closes the deal with Scale AI",
        "Meta in talks to invest in Scale AI",
      ])
  }

  @Test("an id is made of host, first day, brief and language, and does not follow the address")
  func ids() {
    let english = tiny.feed(.site).entries.map(\.id)
    #expect(english.last == "tag:example.org,2025-06-08:brief/deal")
    #expect(
      tiny.feed(.site, "fr").entries.map(\.id) == [
        "tag:example.org,2025-06-08:brief/deal/fr"
      ])
  }

  @Test("'updated' is the last correction or move of an event's status, never the day of the build")
  func updated() {
    let entries = tiny.feed(.site).entries
    // The third brief repeats a status, which moves nothing.
    #expect(
      entries.map { $0.updated?.rfc3339 } == [
        "2025-07-01T00:00:00Z", "2025-06-20T00:00:00Z", "2025-06-13T00:00:00Z",
      ])
    #expect(
      entries.map { $0.published?.rfc3339 } == [
        "2025-07-01T00:00:00Z", "2025-06-13T00:00:00Z", "2025-06-08T14:00:00+02:00",
      ])
    #expect(tiny.feed(.site).updated?.text == "2025-07-01")
  }

  @Test("the site's feed has full texts, others have summaries unless the settings say 'full'")
  func content() {
    #expect(tiny.feed(.site).entries.allSatisfy { $0.html != nil })
    #expect(tiny.feed(.entity(0)).entries.allSatisfy { $0.html == nil })
    let settings = FeedsSite.tinySettings.replacing("{size: 3}", with: "{content: full}")
    let whole = FeedsSite(settings: settings, FeedsSite.tinyFiles)
    #expect(whole.feed(.topic(0)).entries.allSatisfy { $0.html != nil })
  }

  @Test("an author given by id is named")
  func authors() {
    #expect(tiny.feed(.site).entries[1].authors == ["Alexandr Wang"])
    #expect(tiny.feed(.site).entries[0].authors == ["The desk"])
  }

  @Test("an empty feed is valid and does not know the day")
  func empty() throws {
    let site = FeedsSite(settings: "title: Nothing", [])
    let feed = try FeedsXML.read(AtomFeed.bytes(site.feed(.site)))
    #expect(feed.first("updated")?.text == "1970-01-01T00:00:00Z")
    #expect(feed.first("author")?.first("name")?.text == "Nothing")
  }

  static let hostile = [
    "</script><script>p=1</script><!--", "]]>", "a & b &amp; c < d > e", "\"quoted\" 'too'",
    "line\u{2028}separator\u{2029}", "null\u{0}", "vertical\u{B}tab\u{1F}",
    "no character \u{FFFE}\u{FFFF}",
    "<![CDATA[x]]>", "&#0; &undefined;", "emoji 👩‍🚀 and \u{E000}\u{ED}", "carriage\rreturn",
  ]

  @Test(
    "hostile titles survive in every format, with U+FFFD for what XML cannot hold",
    arguments: hostile)
  func hostileTitles(_ title: String) throws {
    let illegal = Set<Unicode.Scalar>(["\u{0}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
    var expected = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      expected.append(illegal.contains(scalar) ? "\u{FFFD}" : scalar)
    }
    var feed = tiny.feed(.site)
    feed.title = title
    feed.summary = title
    feed.authors = [title]
    feed.entries[0].title = title
    feed.entries[0].summary = title
    feed.entries[0].authors = [title]
    feed.entries[0].topics = [.init(term: title, label: title)]
    feed.entries[0].html = Array(title.utf8)
    let atom = try FeedsXML.read(AtomFeed.bytes(feed))
    let entry = try #require(atom.first("entry"))
    for text in [
      atom.first("title")?.text, entry.first("title")?.text, entry.first("summary")?.text,
      entry.first("content")?.text, entry.first("category")?["label"],
      entry.first("author")?.first("name")?.text,
    ] {
      #expect(text?.unicodeScalars.elementsEqual(expected) == true)
    }
    let json = try FeedsJSON.object(JSONFeed.bytes(feed))
    #expect(json.text("title")?.unicodeScalars.elementsEqual(title.unicodeScalars) == true)
    let item = json.objects("items")[0]
    #expect(item.text("content_html")?.unicodeScalars.elementsEqual(title.unicodeScalars) == true)
  }

  @Test("every control character and both non-characters become U+FFFD, all others stay")
  func illegalCharacters() throws {
    for value in Array(UInt32(0)...0x9F) + [0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x10FFFF] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var out: [UInt8] = []
      out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?><a>")
      out.append(xml: String(Character(scalar)))
      out.append("</a>")
      let isIllegal =
        value < 0x20 && ![9, 10, 13].contains(value) || value == 0xFFFE || value == 0xFFFF
      let text = try FeedsXML.read(out).text
      #expect(text.unicodeScalars.map(\.value) == [isIllegal ? 0xFFFD : value])
    }
  }

  @Test("a surrogate that came as bytes becomes U+FFFD")
  func surrogates() throws {
    var out: [UInt8] = []
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?><a>")
    out.append(xml: [0x41, 0xED, 0xA0, 0x80, 0x42])
    out.append("</a>")
    #expect(try FeedsXML.read(out).text == "A\u{FFFD}B")
  }

  @Test("a character that XML cannot hold is reported with its file and place")
  func illegalReport() throws {
    let site = FeedsSite(
      settings: "title: T",
      [
        ("content/topics/t.md", "---\nname: T\n---\n"),
        (
          "content/briefs/b.md",
          "---\ntitle: \"a\\x0Bb\"\ndate: 2025-01-01\ntopics: [t]\n"
            + "sources: [https://a.example/]\n---\nText.\n"
        ),
      ])
    let found = IllegalCharacterCheck.check(site.site)
    let first = try #require(found.first)
    #expect(first.rule.code == "R020" && first.severity == .warning)
    #expect(first.summary.hasPrefix("U+000B in the title"))
    #expect(first.span?.file == "content/briefs/b.md" && first.span?.range?.lowerBound == 11)
  }

  @Test(
    "the strict reader refuses what is not well-formed",
    arguments: [
      "<a>]]></a>", "<a><b></a></b>", "<a x=\"1\" x=\"2\"/>", "<a x=1/>", "<a>&nbsp;</a>",
      "<a>&#0;</a>",
      "<a>\u{B}</a>", "<a/><b/>", "<a", "<x:a/>", "<a b=\"<\"/>",
    ])
  func strictReader(_ text: String) {
    let bytes = Array(("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text).utf8)
    #expect(throws: FeedsXML.Refusal.self) { try FeedsXML.read(bytes) }
  }
}
