import Testing

@testable import GFMarkdown

@Suite("Typography")
struct TypographyTests {
  private func set(_ text: String, _ language: String) -> String {
    Parsed(text, MarkdownOptions(language: language)).plain
  }

  @Test(
    "French texts get thin spaces, guillemets, apostrophes, dashes and ellipses",
    arguments: [
      ("Vrai ?", "Vrai\u{202F}?"), ("Vrai?", "Vrai\u{202F}?"), ("Quoi ?!", "Quoi\u{202F}?!"),
      ("a ; b", "a\u{202F}; b"), ("Note : ceci", "Note\u{202F}: ceci"),
      ("Note: ceci", "Note\u{202F}: ceci"), ("à 12:30", "à 12:30"), ("a:b", "a:b"),
      ("\"mot\"", "«\u{202F}mot\u{202F}»"), ("le \" mot \" dit", "le «\u{202F}mot\u{202F}» dit"),
      ("« mot »", "«\u{202F}mot\u{202F}»"), ("«mot»", "«\u{202F}mot\u{202F}»"),
      ("«\u{A0}mot\u{A0}»\u{A0}!", "«\u{A0}mot\u{A0}»\u{A0}!"), ("l'été", "l’été"),
      ("fin...", "fin…"), ("a -- b --- c", "a – b — c"), ("2020--2025", "2020–2025"),
      ("un 15\" long", "un 15\" long"), ("lance --force", "lance --force"), ("....", "...."),
      ("**Note :** oui", "Note\u{202F}: oui"), ("*mot*!", "mot\u{202F}!"),
      ("(quoi?)", "(quoi\u{202F}?)"),
      ("`a ? b` ?", "a ? b\u{202F}?"), ("\"*mot*\" dit", "«\u{202F}mot\u{202F}» dit"),
    ])
  func french(text: String, expected: String) {
    #expect(set(text, "fr") == expected)
    #expect(set(text, "fr-CA") == expected)
  }

  @Test(
    "English texts get curly quotes, dashes and ellipses",
    arguments: [
      ("\"word\"", "“word”"), ("it's", "it’s"), ("'word'", "‘word’"), ("the '90s", "the ’90s"),
      ("dogs' and", "dogs’ and"), ("(\"a\")", "(“a”)"), ("a--b...", "a–b…"), ("What ?", "What ?"),
      ("\"*word*\"", "“word”"), ("`\"a\"`", "\"a\""), ("6' 15\" tall", "6’ 15\" tall"),
      ("say \"it's 'so'\".", "say “it’s ‘so’”."),
    ])
  func english(text: String, expected: String) { #expect(set(text, "en-GB") == expected) }

  @Test("other languages, code, addresses and a site that wants none keep their signs")
  func untouched() {
    #expect(set("\"a\" -- it's...", "vi") == "\"a\" -- it's...")
    let off = Parsed("\"a\" -- it's", MarkdownOptions(typography: false))
    #expect(off.plain == "\"a\" -- it's")
    let parsed = Parsed(
      "[x](a--b'c.md \"d--e\") http://a.b/--x\n\n    \"a\"...\n", MarkdownOptions(language: "fr"))
    #expect(parsed.body.links[0].destination == "a--b'c.md")
    #expect(parsed.html.contains("title=\"d--e\""))
    #expect(parsed.html.contains("<code>&quot;a&quot;..."))
  }

  @Test("what was set once stays as it is", arguments: ["fr", "en"])
  func idempotent(language: String) {
    let parts = [
      "\"", "'", "...", ".", "--", "-", "---", " ", " ", " ", "a", "é", "7", ":", ";", "!", "?",
      "«",
      "»", "\u{A0}", "\u{202F}", "(", ")", "mot", "’", "“", "”", "…", "–", ",",
    ]
    var random = SeededGenerator(seed: 11)
    for round in 0..<6_000 {
      var text = "x"
      for _ in 0..<Int.random(in: 1...14, using: &random) {
        text += parts[Int.random(in: 0..<parts.count, using: &random)]
      }
      let once = set(text, language)
      #expect(set(once, language) == once, "round \(round): \(text.debugDescription)")
    }
  }
}
