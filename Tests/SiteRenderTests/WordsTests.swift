import SiteModel
import SourceDiagnostics
import Testing

@testable import SiteRender

/// Tables of words: plural forms, places to fill, fallbacks, mistakes.
@Suite("Words of the interface")
struct WordsTests {
  private func catalog(_ files: [(String, String)], _ language: String = "en") -> LocaleCatalog {
    var catalog = LocaleCatalog(defaultLanguage: LanguageTag(language))
    var found: [Diagnostic] = []
    for (name, text) in files {
      catalog.add(Array(text.utf8), file: "templates/locales/" + name, diagnostics: &found)
    }
    #expect(found.map(\.summary) == [])
    return catalog
  }

  private func mistakes(_ text: String, file: String = "templates/locales/en.yml") -> [Diagnostic] {
    var catalog = LocaleCatalog(defaultLanguage: LanguageTag("en"))
    var found: [Diagnostic] = []
    catalog.add(Array(text.utf8), file: file, diagnostics: &found)
    return found
  }

  @Test("groups are flattened with points, lists are numbered from one")
  func flattening() {
    let words = catalog([("en.yml", "a: {b: {c: deep}}\nd: [one, two]\nno: text\n")])
      .strings(for: LanguageTag("en"))
    #expect(words.text("a.b.c") == "deep")
    #expect(words.text("d.2") == "two")
    #expect(words.text("no") == "text")
    #expect(words.has("a.b.c") && !words.has("a.b"))
  }

  @Test("places are filled by name; a place without value and other braces stay")
  func places() {
    let words = catalog([("en.yml", "a: '{x} of {n}, {y} {} { x } {x'\nb: plain\nc: '{x}'\n")])
      .strings(for: LanguageTag("en"))
    #expect(words.text("a", n: 3, arguments: [("x", "{n}")]) == "{n} of 3, {y} {} { x } {x")
    #expect(words.text("a", n: 3000, arguments: [("n", "3,000")]).contains("of 3,000"))
    #expect(words.text("b", n: 1) == "plain")
    #expect(words.text("c", arguments: [("x", "y")]) == "y")
  }

  @Test("the plural form is chosen by the language of the table that has the text")
  func plurals() {
    let catalog = catalog([
      ("en.yml", "a: {one: '{n} brief', other: '{n} briefs'}\nb: {one: x, other: y}\n"),
      (
        "pl.yml",
        "a: {one: '{n} tekst', few: '{n} teksty', many: '{n} tekstów', other: '{n} tekstu'}\n"
      ),
      ("fr.yml", "a: {one: '{n} brève', other: '{n} brèves'}\n"),
    ])
    let polish = catalog.strings(for: LanguageTag("pl"))
    #expect(
      [1, 2, 5, 22, 112].map { polish.text("a", n: $0) } == [
        "1 tekst", "2 teksty", "5 tekstów", "22 teksty", "112 tekstów",
      ])
    // The text is English here, so English rules hold: 0 is not one.
    let french = catalog.strings(for: LanguageTag("fr"))
    #expect(french.text("a", n: 0) == "0 brève" && french.text("b", n: 0) == "y")
    // French 'many' has no form of its own in the table.
    #expect(french.text("a", n: 1_000_000) == "1000000 brèves")
  }

  @Test("a missing key is taken from the language without region, the default, then the program")
  func fallbacks() {
    let catalog = catalog([
      ("en.yml", "only: {english: E}\nboth: E\n"), ("fr.yml", "both: F\nbase: F\n"),
      ("fr-CA.yml", "own: C\n"),
    ])
    let words = catalog.strings(for: LanguageTag("fr-CA"))
    #expect(words.text("own") == "C" && words.text("both") == "F")
    #expect(words.missing.entries.isEmpty)
    #expect(words.text("only.english") == "E")
    #expect(words.text("origins.unnamed") == "an unnamed source")
    #expect(words.text("only.englisch") == "only.englisch")
    #expect(words.ownText("base") == "F" && words.ownText("only.english") == nil)
    #expect(words.suggestions(for: "only.englisch") == ["only.english"])
    let found = words.missing.entries
    #expect(found.map(\.key) == ["only.englisch", "only.english", "origins.unnamed"])
    #expect(found.map(\.fallback) == [.key, .language(LanguageTag("en")), .builtIn])
    let diagnostics = words.missing.diagnostics(for: [words])
    #expect(diagnostics.map(\.rule.code) == ["R013", "R013"])
    #expect(diagnostics[0].summary.hasSuffix("did you mean 'only.english'?"))
    #expect(diagnostics[1].summary.hasPrefix("'only.english', 'origins.unnamed' are not in"))
    #expect(diagnostics[0].span?.file == "templates/locales/fr-CA.yml")
  }

  @Test("the built-in English text is no gap of an English table")
  func builtInEnglish() {
    let words = catalog([("en.yml", "a: b\n")]).strings(for: LanguageTag("en"))
    _ = words.text("event.or")
    #expect(words.missing.entries.count == 1)
    #expect(words.missing.diagnostics(for: [words]).isEmpty)
  }

  @Test(
    "each mistake of a table is reported at its place",
    arguments: [
      ("a:\n  b:\n", "R010", "'a.b' has no text"),
      ("a: {one: x}\n", "R011", "the plural forms of 'a' lack 'other'"),
      (
        "a: {one: x, othr: y, other: z}\n", "R012",
        "'othr' is not a plural form; did you mean 'other'?"
      ),
      ("a: {one: [x], other: y}\n", "R010", "the form 'one' of 'a' is not a text"),
      ("a: {other: }\n", "R010", "the form 'other' of 'a' is not a text"),
      ("- x\n", "R014", "a table of words is a mapping of keys"),
      ("a: [x, ~]\n", "R010", "'a.2' has no text"),
    ])
  func mistakes(_ text: String, _ code: String, _ summary: String) {
    let found = mistakes(text)
    #expect(found.map(\.rule.code) == [code])
    #expect(found.map(\.summary) == [summary])
    #expect(found.first?.span?.range != nil)
  }

  @Test("a table is named by its language")
  func names() {
    #expect(mistakes("a: b", file: "templates/locales/french.yml").map(\.rule.code) == ["R015"])
    #expect(mistakes("a: b", file: "templates/locales/fr.txt").map(\.rule.code) == ["R015"])
    #expect(mistakes("a: b", file: "templates/locales/pt-BR.yml").isEmpty)
    #expect(mistakes("", file: "templates/locales/fr.yml").isEmpty)
  }

  @Test("each rule has its own code, a title and two examples")
  func rules() {
    let rules = DiagnosticRule.wordsRules + DiagnosticRule.feedRules
    #expect(Set(rules.map(\.code)).count == rules.count)
    for rule in rules {
      #expect(rule.code.hasPrefix("R0") && rule.code.count == 4)
      #expect(!rule.title.hasSuffix(".") && rule.explanation.contains("Wrong:\n\n    "))
      #expect(rule.explanation.contains("Right:\n\n    "))
    }
  }
}
