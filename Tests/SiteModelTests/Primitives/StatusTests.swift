import SiteModel
import Testing

@Suite("Certainty, stage and badge")
struct StatusTests {
  @Test("each certainty and stage has the badge of the table")
  func badges() throws {
    try FixtureTable.check("badges.txt") { text in
      let words = text.split(separator: " ").map(String.init)
      guard let certainty = Certainty(rawValue: words[0]) else { return "no such certainty" }
      return Badge.derive(certainty, words.count > 1 ? Stage(rawValue: words[1]) : nil).key
    }
  }

  @Test("each certainty says which moves take something back")
  func certainties() throws {
    try FixtureTable.check("backward-certainties.txt") { text in
      guard let from = Certainty(rawValue: text) else { return "no such certainty" }
      return Certainty.allCases.filter { from.isBackward(to: $0) }.map(\.rawValue)
        .joined(separator: " ")
    }
  }

  @Test("each stage says which moves take something back")
  func stages() throws {
    try FixtureTable.check("backward-stages.txt") { text in
      guard let from = Stage(rawValue: text) else { return "no such stage" }
      return Stage.allCases.filter { from.isBackward(to: $0) }.map(\.rawValue)
        .joined(separator: " ")
    }
  }
}

@Suite("Localised texts")
struct LocalisedTextTests {
  @Test("a text is found by its language, then without the region, then by the fallbacks")
  func lookUp() throws {
    let text = try #require(
      LocalisedText(
        [("fr", "bonjour"), ("en", "hello"), ("zh-Hant", "你好"), ("PT-br", "oi")],
        standardLanguage: "en"))
    #expect(text.text(for: "fr-CA") == "bonjour")
    #expect(text.text(for: "FR") == "bonjour")
    #expect(text.text(for: "zh-Hant-TW") == "你好")
    #expect(text.text(for: "zh") == "hello")
    #expect(text.text(for: "pt-BR") == "oi")
    #expect(text.text(for: "de", fallback: ["nl", "fr"]) == "bonjour")
    #expect(text.text(for: "de") == "hello")
    #expect(text.text(for: "") == "hello")
    #expect(text.text(for: "fr-x-special") == "bonjour")
    #expect(text.has("fr-BE") && !text.has("de"))
  }

  @Test("without the standard language the first by tag stands for the rest, in any order")
  func order() throws {
    let pairs = [("vi", "b"), ("fr", "a")]
    let text = LocalisedText(pairs, standardLanguage: "en")
    #expect(text == LocalisedText(pairs.reversed(), standardLanguage: "en"))
    #expect(text?.standard == "a")
    #expect(LocalisedText([], standardLanguage: "en") == nil)
    #expect(LocalisedText("x").text(for: "fr", fallback: ["en"]) == "x")
  }
}
