import FrontMatter
import SourceDiagnostics
import Testing

@Suite("What is refused")
struct RefusalTests {
  @Test("a duplicate key names both lines, and the first value counts")
  func duplicates() throws {
    let reading = Reading("title: a\ndate: b\ntitle: c\n")
    #expect(reading.codes == ["F005"])
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(reading.place(diagnostic.span) == LineColumn(line: 3, column: 1))
    #expect(reading.place(diagnostic.related.first?.span) == LineColumn(line: 1, column: 1))
    #expect(reading["title"]?.text == "a")
  }

  @Test("duplicates are found in inner, flow and large mappings, in quotes too")
  func moreDuplicates() {
    #expect(Reading("m: {a: 1, b: 2, \"a\": 3}").codes == ["F005"])
    #expect(Reading("l:\n  - a: 1\n    a: 2\n  - a: 1\n").codes == ["F005"])
    let keys = (0..<200).map { "k\($0): {k1: x}\n" }.joined()
    #expect(Reading(keys).codes == [])
    let reading = Reading(keys + "k7: again\nk199: again\n")
    #expect(reading.codes == ["F005", "F005"])
    #expect(reading.diagnostics.map { reading.place($0.related.first?.span)?.line } == [8, 200])
    #expect(Reading("a: a\nb: a\nc: {a: b}\n").codes == [])
  }

  @Test(
    "anchors, aliases, tags and merge keys are refused where they stand",
    arguments: [
      ("a: &x 1", "F006", "&x"), ("a: &x [1]", "F006", "&x"), ("a: &x {b: c}", "F006", "&x"),
      ("a: [1, *x]", "F006", "*x"), ("a: {<<: {b: c}}", "F006", "<<"),
      ("a: !!int 1", "F007", "!!int"), ("a: !x [1]", "F007", "!x"), ("a: ! 1", "F007", "!"),
      ("a: ! 'q'", "F007", "!"), ("a: !", "F007", "!"), ("a: !<tag:x,2000:y> 1", "F007", "!<tag:x"),
      ("a: !!python/object:os.system x", "F007", "!!python/object:os.system"),
      ("a: !e!f x", "F007", "!e!f x"), ("é: é\na: *Important* news", "F006", "*Important* news"),
    ])
  func marks(_ yaml: String, _ code: String, _ marked: String) {
    let reading = Reading(yaml)
    #expect(reading.codes == [code])
    #expect(reading.marked(reading.diagnostics.first) == marked)
  }

  @Test("quoted, these are text")
  func quotedMarks() {
    let reading = Reading("a: '&x'\nb: \"*x\"\nc: '!x'\n'<<': d\n")
    #expect(reading.codes == [])
    #expect(reading["<<"]?.text == "d")
  }

  @Test("an undefined or self-referring alias is an alias, no crash")
  func selfReference() {
    #expect(Reading("a: &a [*a]").codes == ["F006", "F006"])
    #expect(Reading("a: &a\n  <<: *a\n").codes == ["F006", "F006", "F006"])
  }

  @Test(
    "further documents and directives are refused",
    arguments: [
      "a: 1\n---\nb: 2\n", "a: 1\n...\nb: 2\n", "%YAML 1.1\n---\na: 1\n",
      "# c\n%TAG ! x\n---\na: 1\n",
      "a: 1\n...\n%TAG ! x\n", "a: 1\n--- b\n", "...\n%TAG ! x\n---\na: 1\n",
    ])
  func documents(_ yaml: String) {
    #expect(Reading(yaml).codes == ["F008"])
  }

  @Test("one document may be fenced, ended and followed by comments")
  func oneDocument() {
    for yaml in ["---\na: 1\n", "a: 1\n...\n", "a: 1\n...\n# end\n\n", "--- # c\na: 1\n...\n  \n"] {
      let reading = Reading(yaml)
      #expect(reading.codes == [], "\(yaml)")
      #expect(reading["a"]?.text == "1")
    }
  }

  @Test(
    "a key is text",
    arguments: [
      "{a: b}: c", "? [a]\n: c", "a: {{ b }}", "? \n: c", "~: c", "[a, b]: c", "a: {? : b}",
    ])
  func keys(_ yaml: String) {
    #expect(Reading(yaml).codes.contains("F009"))
  }

  @Test("bytes that are no UTF-8 and control characters are marked exactly")
  func encodings() {
    for (bytes, place) in [
      ([0x61, 0x3A, 0x20, 0xE9, 0x0A] as [UInt8], 3), ([0x61, 0x3A, 0x20, 0xC3, 0xA9, 0xFF], 5),
      ([0x61, 0x3A, 0x20, 0x62, 0x00, 0x63], 4), ([0x61, 0x3A, 0x20, 0x1B, 0x5B], 3),
      ([0x61, 0x3A, 0x20, 0xC3], 3), ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], 3),
      ([0xFF, 0xFE, 0x61, 0x00], 0),
    ] {
      let reading = Reading(bytes: bytes)
      #expect(reading.codes == ["F011"])
      #expect(reading.diagnostics.first?.span?.range?.lowerBound == place)
    }
  }

  @Test("all refusals of a document come in one run, and the tree stays readable")
  func together() {
    let reading = Reading("a: !x 1\nb: &y 2\na: 3\nc: *y\n[d]: 4\ne: 5\n")
    #expect(reading.codes == ["F007", "F006", "F006", "F009", "F005"])
    #expect(reading["e"]?.text == "5")
    #expect(reading["b"]?.text == "2")
  }

  @Test("a thousand mistakes are a hundred, and the last says so")
  func capped() throws {
    let reading = Reading((0..<1000).map { "k\($0): !x 1\n" }.joined())
    #expect(reading.diagnostics.count == 100)
    #expect(reading.diagnostics.last?.notes.isEmpty == false)
  }
}
