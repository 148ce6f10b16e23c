import Testing

@testable import SearchIndex

@Suite("Terms of a text")
struct TermReaderTests {
  private func terms(_ text: String, _ language: String = "en") -> String {
    TermVectors.terms(text, language)
  }

  @Test("texts give the terms of the list that the script is held against too")
  func vectors() {
    let lines = TermVectors().lines
    #expect(lines.count >= 60)
    if TermVectors.isUpdating { return TermVectors.update(lines) }
    for line in lines {
      #expect(terms(line.text, line.language) == line.terms, "\(line.language): \(line.text)")
    }
  }

  @Test(
    "letters are read as plain ones, composed or not",
    arguments: [
      ("đầu tư", "dau tu"), ("Đà Nẵng", "da nang"), ("œuvre", "oeuvr"), ("Łódź", "lodz"),
      ("Straße", "strass"), ("Ærø", "aero"), ("modèle", "model"), ("mode\u{300}le", "model"),
      ("İstanbul", "istanbul"), ("co\u{AD}operate", "cooperat"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
      ("Ёлка", "елка"),
    ])
  func folding(text: String, found: String) {
    // The words of this test end as English ones do, whatever they are.
    #expect(terms(text) == found)
  }

  @Test(
    "a name is a term besides its parts, but not those of one character",
    arguments: [
      ("GPT-4o", "gpt-4o gpt 4o"), ("o3-mini", "o3-mini o3 mini"), ("x.ai", "x.ai ai"),
      ("4.1", "4.1"), ("C++", "c++"), ("C#", "c#"), ("c#-based", "c#-based bas"),
      ("A.I.", "ai"), ("the U.S.A.", "usa"), ("end. Next", "end next"), ("a-", ""),
      ("well—known", "wel known"), ("x‑y", "x-y"), ("100+ sites", "100+ 100 sit"),
    ])
  func names(text: String, found: String) {
    #expect(terms(text) == found)
  }

  @Test(
    "inflected words of a language are one term",
    arguments: [
      ("en", ["model", "models", "modelled", "modelling", "modeling"]),
      ("en", ["company", "companies"]), ("en", ["raise", "raises", "raised", "raising"]),
      ("en", ["plan", "plans", "planned", "planning"]), ("en", ["loss", "losses"]),
      ("en", ["carry", "carries", "carried", "carrying"]), ("en", ["chip", "chips"]),
      ("fr", ["investir", "investissement", "investissements", "investisseurs", "investi"]),
      ("fr", ["modèle", "modèles", "modele"]), ("fr", ["levée", "levées", "lever", "levé"]),
      ("fr", ["réguler", "régulation", "régulateur", "régulateurs"]),
      ("fr", ["signal", "signaux"]),
      ("fr", ["nouveau", "nouveaux"]), ("fr", ["annonce", "annonçait", "annoncer", "annoncées"]),
    ])
  func endings(language: String, forms: [String]) {
    #expect(
      Set(forms.map { terms($0, language) }).count == 1, "\(forms.map { terms($0, language) })")
  }

  @Test("words that only look alike stay apart")
  func apart() {
    for (language, word) in [
      ("en", "king"), ("en", "bring"), ("en", "gas"), ("en", "red"), ("en", "openai"),
      ("fr", "nation"), ("fr", "argent"), ("fr", "moteur"), ("fr", "client"), ("fr", "acteur"),
    ] {
      #expect(terms(word, language) == word)
    }
  }

  @Test("words of a language without rules stay whole")
  func withoutRules() {
    #expect(terms("Die Modelle the", "de") == "die modelle the")
    #expect(terms("đầu tư", "vi") == "dau tu")
    #expect(terms("raised", "en-GB") == "rais")
  }

  @Test("scripts without spaces are read as pairs of characters")
  func pairs() {
    #expect(terms("人工智能") == "人工 工智 智能")
    #expect(terms("人") == "人")
    #expect(terms("GPT-4模型 OpenAI発表") == "gpt 4 模型 openai 発表")
  }

  @Test("a term counts where it weighs most, and stands there once")
  func fields() {
    var reader = TermReader(.english)
    var document = SearchDocument()
    document.add(.body, "Chips for chip makers")
    document.add(.title, "A chip")
    let terms = reader.terms(of: document)
    #expect(terms.texts == ["chip", "maker"])
    #expect(terms.fields == [.title, .body])
  }

  @Test("a document's terms do not depend on what was read before")
  func independence() {
    let document = SearchDocument(texts: [(.body, Array("Two models from Paris".utf8))])
    var fresh = TermReader(.english)
    var used = TermReader(.english)
    _ = used.terms(
      of: SearchDocument(texts: [(.title, Array("Paris models and two more".utf8))]))
    #expect(fresh.terms(of: document) == used.terms(of: document))
  }

  @Test("words longer than forty characters are no terms")
  func long() {
    #expect(terms(String(repeating: "x", count: 41)) == "")
    #expect(terms(String(repeating: "x", count: 40)).utf8.count == 40)
    #expect(terms(String(repeating: "ж", count: 40)).utf8.count == 80)
  }
}
