import Testing

@testable import SourceDiagnostics

@Suite("Did you mean")
struct SpellingTests {
  @Test(
    "a slip of the finger is one step",
    arguments: [
      ("sumary", "summary", 1), ("summmary", "summary", 1), ("sunmary", "summary", 1),
      ("smumary", "summary", 1), ("", "abc", 3), ("abc", "", 3), ("", "", 0), ("ca", "abc", 3),
      ("kitten", "sitting", 3), ("éa", "ea", 1),
    ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(distance(a, b) == expected)
  }

  @Test("none to itself, the same both ways, and bounded by the lengths", arguments: 0..<40)
  func properties(_ seed: UInt64) {
    var random = SeededRandom(seed)
    let (a, b) = (word(&random), word(&random))
    #expect(distance(a, a) == 0)
    #expect(distance(a, b) == distance(b, a))
    #expect((distance(a, b) == 0) == (a == b))
    #expect(distance(a, b) >= abs(a.unicodeScalars.count - b.unicodeScalars.count))
    #expect(distance(a, b) <= max(a.unicodeScalars.count, b.unicodeScalars.count))
    #expect(distance(a + "x", b + "x") <= distance(a, b))
  }

  @Test("so many edits are at most so many steps", arguments: 0..<60)
  func edits(_ seed: UInt64) {
    var random = SeededRandom(seed)
    let original = word(&random)
    var edited = Array(original.unicodeScalars)
    let count = random.int(0...3)
    for _ in 0..<count {
      let place = edited.isEmpty ? 0 : random.int(0...edited.count - 1)
      switch random.int(0...2) {
      case 0: edited.insert("q", at: place)
      case 1 where !edited.isEmpty: edited.remove(at: place)
      default: if !edited.isEmpty { edited[place] = "z" }
      }
    }
    #expect(Spelling.editDistance(Array(original.unicodeScalars), edited) <= count)
  }

  @Test("the nearest come first, then the order of the list; at most three")
  func order() {
    #expect(
      Spelling.suggestions(for: "dates", among: ["rates", "date", "data", "dates2", "datess"])
        == ["rates", "date", "dates2"])
    #expect(
      Spelling.suggestions(for: "titel", among: ["tile", "titles", "title"]) == ["title", "titles"])
  }

  @Test("case does not count, and what is far is not proposed")
  func reach() {
    #expect(Spelling.suggestions(for: "TITLE", among: ["title"]) == ["title"])
    #expect(Spelling.suggestions(for: "sources", among: ["title", "date"]) == [])
    #expect(Spelling.suggestions(for: "abcd", among: ["wxyd"]) == [])
  }

  @Test("a word of which nothing is left is not proposed, and none twice")
  func nothingLeft() {
    #expect(Spelling.suggestions(for: "x", among: ["q"]) == [])
    #expect(Spelling.suggestions(for: "", among: ["a", ""]) == [])
    #expect(Spelling.suggestions(for: "at", among: ["as"]) == ["as"])
    #expect(Spelling.suggestions(for: "date", among: ["dates", "dates"]) == ["dates"])
  }

  @Test("the question lists its words as a sentence does")
  func question() {
    #expect(Spelling.question(for: "zzzz", among: ["a"]) == "")
    #expect(Spelling.question(for: "dat", among: ["date"]) == "; did you mean 'date'?")
    #expect(
      Spelling.question(for: "dat", among: ["date", "data"]) == "; did you mean 'date' or 'data'?")
    #expect(
      Spelling.question(for: "dat", among: ["date", "data", "dab"])
        == "; did you mean 'date', 'data' or 'dab'?")
  }

  private func distance(_ a: String, _ b: String) -> Int {
    Spelling.editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars))
  }

  private func word(_ random: inout SeededRandom) -> String {
    (0..<random.int(0...7)).map { _ in random.pick(["a", "b", "c", "é"]) }.joined()
  }
}
