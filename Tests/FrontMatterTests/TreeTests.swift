import FrontMatter
import SourceDiagnostics
import Testing

@Suite("The tree")
struct TreeTests {
  static let survivors = [
    "no", "NO", "ON", "yes", "012", "0x1F", "1.10", "2025-06", "2026-01-02", "12:30:45", "1_000",
    "1e9", "1E400", ".5", "+1", "-0", "0o14", ".inf", ".NaN", "True", "NULL", "=",
    "2025-06-10T14:00Z",
    "190:20:30", "~50 people", ">100M EUR".replacing(">", with: "› "), "d'OpenAI", "a  b", "a#b",
    "é",
  ]

  @Test("every scalar survives byte for byte as text", arguments: survivors)
  func survives(_ text: String) throws {
    let reading = Reading(
      "a: \(text)\nb: [\(text), x]\n\(text): c\n'q': '\(text.replacing("'", with: "''"))'\n")
    #expect(reading.codes == [])
    let node = try #require(reading["a"])
    #expect(Array(node.text.utf8) == Array(text.utf8))
    #expect(Array(node.bytes) == Array(text.utf8))
    #expect(node.kind == .scalar && !node.isQuoted && !node.isNull)
    #expect(reading["b"]?.items.first?.text == text)
    #expect(reading[text]?.text == "c")
    #expect(reading["q"]?.text == text)
    #expect(reading["q"]?.isQuoted == true)
  }

  @Test("a round trip through double quotes gives the same text back", arguments: survivors)
  func roundTrip(_ text: String) {
    let reading = Reading("a: \"\(text)\"")
    #expect(reading["a"]?.text == text)
    #expect(reading["a"]?.style == .doubleQuoted)
    #expect(reading.source(reading["a"]) == "\"\(text)\"")
  }

  @Test("only a plain empty, null or ~ is null")
  func nulls() {
    let reading = Reading("a:\nb: null\nc: ~\nd: ''\ne: \"null\"\nf: Null\ng: '~'\ni: [~]\nj: |\n")
    #expect(reading.codes == [])
    let found = "abcdefgj".map { reading[String($0)]?.isNull }
    #expect(found == [true, true, true, false, false, false, false, false])
    #expect(reading["i"]?.items.first?.isNull == true)
  }

  @Test("items and entries keep the order of the file")
  func order() throws {
    let reading = Reading("z: 1\na: [3, 1, 2]\nm: {y: 1, b: {c: d}, x: 2}\n")
    let root = try #require(reading.document?.root)
    #expect(root.kind == .mapping && root.style == .block && root.count == 3)
    #expect(root.entries.map(\.key.text) == ["z", "a", "m"])
    #expect(root["a"]?.items.map(\.text) == ["3", "1", "2"])
    #expect(root["a"]?.count == 3)
    #expect(root["m"]?.entries.map(\.key.text) == ["y", "b", "x"])
    #expect(root["m"]?["b"]?["c"]?.text == "d")
    #expect(root["m"]?["c"] == nil && root["a"]?["c"] == nil)
    #expect(root["z"]?.items.isEmpty == true && root["z"]?.entries.isEmpty == true)
  }

  @Test("an empty document is one null")
  func empty() throws {
    for text in ["", "\n\n", "# only a comment\n", "\u{FEFF}"] {
      let reading = Reading(text)
      #expect(reading.codes == [])
      #expect(try #require(reading.document).root.isNull)
    }
  }

  @Test("quotes, escapes, folding and block scalars are undone in the text and kept in the range")
  func readings() {
    let yaml = """
      single: 'it''s'
      double: "tab\\tand \\u00e9"
      folded: "one
        two"
      plain: one
        two
      literal: |
        first
        second

      fold: >-
        first
        second
      last: end

      """
    let reading = Reading(yaml)
    #expect(reading.codes == [])
    #expect(reading["single"]?.text == "it's")
    #expect(reading.source(reading["single"]) == "'it''s'")
    #expect(reading["double"]?.text == "tab\tand é")
    #expect(reading.source(reading["double"]) == "\"tab\\tand \\u00e9\"")
    #expect(reading["folded"]?.text == "one two")
    #expect(reading["plain"]?.text == "one two")
    #expect(reading.source(reading["plain"]) == "one\n  two")
    #expect(reading["literal"]?.text == "first\nsecond\n")
    #expect(reading["literal"]?.style == .literal)
    #expect(reading.source(reading["literal"]) == "|\n  first\n  second")
    #expect(reading["fold"]?.text == "first second")
    #expect(reading.source(reading["fold"]) == ">-\n  first\n  second")
    #expect(reading.source(reading["last"]) == "end")
  }

  @Test("ranges are exact after accents, wide scalars, in flow collections, in CRLF files")
  func ranges() {
    let lines = [
      "título: Café — “déjà vu” 😀 fin # note", "liste: [é, 'ü x', {clé: vàl, ñ: []}]", "seq:",
      "  - { a: 1 }   # c", "  - ", "  - b", "map:", "  κ: 漢字", "end: z",
    ]
    for ending in ["\n", "\r\n", "\r"] {
      for start in ["", "\u{FEFF}"] {
        let reading = Reading(start + lines.joined(separator: ending) + ending)
        #expect(reading.codes == [])
        #expect(reading.source(reading["título"]) == "Café — “déjà vu” 😀 fin")
        #expect(reading.source(reading["liste"]) == "[é, 'ü x', {clé: vàl, ñ: []}]")
        let inner = reading["liste"]?.items.last
        #expect(reading.source(inner) == "{clé: vàl, ñ: []}")
        #expect(inner?.entries.map { reading.source($0.key) } == ["clé", "ñ"])
        #expect(reading.source(inner?["clé"]) == "vàl")
        #expect(reading.source(inner?["ñ"]) == "[]")
        let items = reading["seq"]?.items ?? []
        #expect(items.map { reading.source($0) } == ["{ a: 1 }", "", "b"])
        #expect(
          reading.source(reading["seq"])
            == ["- { a: 1 }   # c", "  - ", "  - b"].joined(separator: ending))
        #expect(reading.source(reading["map"]) == "κ: 漢字")
        #expect(reading.source(reading["end"]) == "z")
        let whole = reading.source(reading.document?.root)
        #expect(whole == lines.joined(separator: ending))
      }
    }
  }

  @Test("places in a header are places in its file")
  func headerPlaces() throws {
    let file = Array("\u{FEFF}---\r\ntitle: Été\r\ntags: [a, \"b\"]\r\n---\r\nBody\r\n".utf8)
    let reading = Reading(file: file)
    #expect(reading.source(reading["title"]) == "Été")
    let second = try #require(reading["tags"]?.items.last)
    #expect(reading.source(second) == "\"b\"")
    #expect(reading.place(second.span) == LineColumn(line: 3, column: 11))
    #expect(second.span.file == "a.md")
  }

  @Test("a value of the same length as its source but read otherwise is not mistaken for it")
  func sameLength() {
    let reading = Reading("a: x\n y\nb: 'x\n y'\n")
    #expect(reading["a"]?.text == "x y")
    #expect(reading["b"]?.text == "x y")
  }

  @Test("flow pairs without braces are mappings that end with their value")
  func pairs() throws {
    let reading = Reading("a: [k: v, w]")
    #expect(reading.codes == [])
    let pair = try #require(reading["a"]?.items.first)
    #expect(pair.kind == .mapping && pair["k"]?.text == "v")
    #expect(reading.source(pair) == "k: v")
  }
}
