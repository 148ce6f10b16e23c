import FrontMatter
import SourceDiagnostics
import Testing

@Suite("Reading fields by a schema")
struct MappingReaderTests {
  private enum Certainty: String { case rumoured, reported, confirmed, denied }

  private func read(
    _ yaml: String, _ schema: Schema = .story
  ) -> (reader: MappingReader?, diagnostics: [Diagnostic]) {
    var found: [Diagnostic] = []
    let bytes = Array(yaml.utf8)
    guard
      let document = FrontMatterDocument.parse(
        bytes, range: 0..<bytes.count, file: "a.yml", diagnostics: &found)
    else { return (nil, found) }
    return (MappingReader(document, schema, diagnostics: &found), found)
  }

  @Test("every form comes back as the value that the schema promises")
  func values() throws {
    let (reader, found) = read(
      """
      title: "NO"
      date: 2025-06
      topics: [a/b, c]
      draft: true
      importance: 3
      certainty: denied
      summary: {fr: Un mot, en: A word}
      sources:
        - https://example.org/
        - {url: https://example.com/, located: false}
      image: {file: a.png, alt: A chart}
      events:
        - {id: e1, type: funding, round: A, amount: 13.5B USD}
        - {id: e2, type: launch, version: 1.10}
        - {id: e3, round: B}
      rules: {P2: off}
      """)
    let story = try #require(reader)
    #expect(found == [])
    #expect(story.string("title") == "NO")
    #expect(story.string("date") == "2025-06")
    #expect(story.strings("topics") == ["a/b", "c"])
    #expect(story.boolean("draft") == true)
    #expect(story.integer("importance") == 3)
    #expect(story.word("certainty", as: Certainty.self) == .denied)
    #expect(story.string("summary") == nil)
    #expect(story.entries("summary").map(\.key.text) == ["fr", "en"])
    let sources = story.list("sources")
    #expect(sources.map(\.kind) == [.scalar, .mapping])
    #expect(sources.first.flatMap { story.mapping($0, in: "sources") } == nil)
    let second = sources.last.flatMap { story.mapping($0, in: "sources") }
    #expect(second?.string("url") == "https://example.com/" && second?.boolean("located") == false)
    #expect(story.mappings("sources").count == 1)
    #expect(story.mapping("image")?.string("alt") == "A chart")
    let events = story.mappings("events")
    #expect(events.map { $0.string("id") } == ["e1", "e2", "e3"])
    #expect(events.map { $0.string("round") } == ["A", nil, "B"])
    #expect(events.map { $0.string("version") } == [nil, "1.10", nil])
    #expect(story.entries("rules").map(\.value.text) == ["off"])
    #expect(story.key("draft")?.range.count == 5)
    #expect(story.node("extra") == nil && story.key("extra") == nil)
  }

  @Test("what is mistaken or null reads as absent, and what is right beside it still reads")
  func absent() throws {
    let (reader, found) = read(
      "title: ok\ndate: ~\ntopics: [a, [b], c]\ndraft: yes\nimportance: 9\nsummary: [x]\nimage: x\n"
        + "certainty: maybe\nsources:\n")
    let story = try #require(reader)
    #expect(found.map(\.rule.code) == ["F013", "F016", "F015", "F013", "F013", "F014"])
    #expect(story.string("title") == "ok")
    #expect(story.isNull("date") && story.node("date") == nil && !story.isNull("title"))
    #expect(story.strings("topics") == ["a", "c"])
    #expect(story.boolean("draft") == nil && story.integer("importance") == nil)
    #expect(story.node("summary") == nil && story.mapping("image") == nil)
    #expect(story.word("certainty", as: Certainty.self) == nil)
    #expect(story.list("sources").isEmpty && story.isNull("sources"))
  }

  @Test("a value refused by the parser is not reported a second time")
  func refused() throws {
    let (reader, found) = read("title: &t x\nimage: *t\ntopics: [*t, b]\ndraft: {{ x }}\n")
    #expect(found.map(\.rule.code) == ["F006", "F006", "F006", "F009"])
    #expect(reader?.strings("topics") == ["b"])
    #expect(reader?.mapping("image") == nil)
    #expect(reader?.boolean("draft") == nil)
  }

  @Test(
    "whole numbers are digits and fit",
    arguments: [
      ("0", 0), ("-7", -7), ("012", 12), ("9223372036854775807", Int.max),
      ("9223372036854775808", nil), ("1_000", nil), ("1e9", nil), ("+1", nil), ("--", nil),
      ("''", nil),
      ("0x1F", nil), ("٣", nil),
    ] as [(String, Int?)])
  func integers(_ text: String, _ value: Int?) {
    let schema = Schema("a thing", [Field("n", .integer(), "a number")])
    let (reader, found) = read("n: \(text)", schema)
    #expect(reader?.integer("n") == value)
    #expect(found.map(\.rule.code) == (value == nil ? ["F015"] : []))
  }

  @Test("an empty document is an empty mapping; a list is none")
  func roots() {
    let optional = Schema.story.requiring(only: [])
    #expect(read("", optional).diagnostics == [])
    #expect(read("", optional).reader?.string("title") == nil)
    #expect(read("# nothing").diagnostics.map(\.rule) == [.missingField])
    #expect(read("[a]").reader == nil)
    #expect(read("[a]").diagnostics.map(\.rule) == [.wrongKind])
  }

  @Test("a schema lists its fields, words and variants for whoever documents it")
  func description() {
    #expect(Schema.story.fields.first?.name == "title")
    #expect(Schema.story.field(named: "title")?.presence == .required)
    #expect(Schema.story.requiring(only: ["date"]).field(named: "title")?.presence == .optional)
    #expect(Schema.event.variants?.cases.map(\.word) == ["funding", "launch"])
    guard case .word(let words)? = Schema.story.field(named: "certainty")?.form else {
      Issue.record("certainty is a word")
      return
    }
    #expect(words.map(\.text) == ["rumoured", "reported", "confirmed", "denied"])
  }
}
