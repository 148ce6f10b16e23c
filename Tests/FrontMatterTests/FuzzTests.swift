import FrontMatter
import SourceDiagnostics
import Testing

/// SplitMix64: the same numbers on every machine.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Any bytes whatever")
struct FuzzTests {
  static let pieces: [String] = [
    "a", "b: ", ": ", "- ", "\n", "\n  ", "\n    ", "\t", "[", "]", "{", "}", ",", "'", "\"", "|",
    ">",
    "&x ", "*x", "!t ", "<<", "? ", "#c", " #", "%", "@", "`", "\\", "\\x4", "---", "...", "\r\n",
    "é",
    "😀", "\u{FEFF}", "\u{85}", "\u{2028}", "~", "null", "\u{0}", "-", ":", "key: value\n",
    "x: [1, 2]\n",
  ]

  private func text(_ numbers: inout SeededNumbers) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<40, using: &numbers) {
      if Int.random(in: 0..<30, using: &numbers) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &numbers))
      } else {
        bytes += Array((Self.pieces.randomElement(using: &numbers) ?? "").utf8)
      }
    }
    return bytes
  }

  private static let schema = Schema(
    "a thing",
    [
      Field("a", .text(limit: 3), .required, "text"), Field("b", .list(of: .integer()), "numbers"),
      Field("key", .oneOf([.word(["value", "values"]), .map(of: .boolean)]), "a word"),
      Field(
        "x", .list(of: .oneOf([.text(), .mapping(Schema("an x", [Field("a", .anything, "")]))])), ""
      ),
    ])

  @Test(
    "never crash, keep every place inside the file, and give a tree or a reason", arguments: 1...8)
  func anything(_ seed: Int) {
    var numbers = SeededNumbers(state: UInt64(seed))
    for _ in 0..<1_500 {
      let bytes = text(&numbers)
      let fenced = Array("---\n".utf8) + bytes + Array("\n---\n".utf8)
      for reading in [Reading(bytes: bytes), Reading(file: bytes), Reading(file: fenced)] {
        var found = reading.diagnostics
        if let document = reading.document {
          check(document.root, within: 0..<reading.bytes.count)
          let reader = MappingReader(document, Self.schema, diagnostics: &found)
          _ = (
            reader?.string("a"), reader?.list("b"), reader?.entries("key"), reader?.mappings("x")
          )
        }
        let report = TextReport { SourceText(path: $0, bytes: reading.bytes) }
        for diagnostic in found {
          let ranges = ([diagnostic.span, diagnostic.fix?.span] + diagnostic.related.map(\.span))
            .compactMap { $0?.range }
          #expect(ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= reading.bytes.count })
          #expect(!report.text(diagnostic).isEmpty)
        }
      }
      let bare = Reading(bytes: bytes)
      #expect(bare.document != nil || !bare.diagnostics.isEmpty)
    }
  }

  @Test("truncating a real header anywhere never crashes and keeps its places")
  func truncations() {
    let header = """
      ---
      title: "Étude: l'accord"
      topics: [business/funding, people/talent]
      sources:
        - {id: fr, url: 'https://example.org/a?b=c#d', via: [x, y]}
        - id: vnn
          quote: >-
            Words
            on two lines
      events:
        - amount: {q: several, magnitude: 9}
      ---
      Body
      """
    let bytes = Array(header.utf8)
    for end in 0...bytes.count {
      let reading = Reading(file: Array(bytes[..<end]))
      if let document = reading.document { check(document.root, within: 0..<end) }
      #expect(end < 8 || reading.document != nil || !reading.diagnostics.isEmpty)
    }
  }

  /// Each node lies inside its parent, and siblings follow each other.
  private func check(_ root: Node, within bounds: Range<Int>) {
    var waiting = [(root, bounds)]
    while let (node, bounds) = waiting.popLast() {
      #expect(
        bounds.lowerBound <= node.range.lowerBound && node.range.upperBound <= bounds.upperBound)
      var last = node.range.lowerBound
      let children = node.items + node.entries.flatMap { [$0.key, $0.value] }
      for child in children {
        #expect(last <= child.range.lowerBound)
        last = child.range.upperBound
        waiting.append((child, node.range))
      }
    }
  }
}
