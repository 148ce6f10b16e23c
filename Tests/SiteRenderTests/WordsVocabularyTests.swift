import SiteModel
import SourceDiagnostics
import Testing

@testable import SiteRender

/// The words of the content model.
@Suite("Vocabulary")
struct WordsVocabularyTests {
  private func vocabulary(_ text: String, _ language: String) -> Vocabulary {
    var catalog = LocaleCatalog(defaultLanguage: LanguageTag("en"))
    var found: [Diagnostic] = []
    catalog.add(
      Array(text.utf8), file: "templates/locales/\(language).yml", diagnostics: &found)
    #expect(found.isEmpty)
    return Vocabulary(catalog.strings(for: LanguageTag(language)))
  }

  private let french = """
    vocabulary:
      kind: {company: Entreprise}
      kinds: {company: Entreprises}
      type: {funding: Levée de fonds}
      field: {amount: Montant}
      role: {investor: Investisseur}
      certainty: {reported: Rapporté}
      stage: {postponed: reporté}
      badge: {closed: Conclu}
      word: {kind: {full: totalité}}
      language: {vi: vietnamien}
    """

  @Test("words come from the table of the language")
  func fromTable() throws {
    let words = vocabulary(french, "fr")
    #expect(words.kind(.company) == "Entreprise" && words.kinds(.company) == "Entreprises")
    let funding = try #require(EventVocabulary.type("funding"))
    #expect(
      words.type(funding) == "Levée de fonds" && words.type(key: "funding") == "Levée de fonds")
    #expect(try words.field(#require(funding.field("amount"))) == "Montant")
    #expect(try words.role(#require(funding.role("investor"))) == "Investisseur")
    #expect(words.word("full", field: "kind") == "totalité")
    #expect(words.language("vi") == "vietnamien" && words.language("vi-VN") == "vietnamien")
  }

  @Test("without a table the model's own labels serve")
  func fromModel() throws {
    let words = vocabulary("a: b", "en")
    #expect(words.kind(.dataset) == "data set" && words.kinds(.person) == "people")
    let funding = try #require(EventVocabulary.type("funding"))
    #expect(words.type(funding) == "funding round" && words.plural(funding) == "Funding")
    #expect(try words.field(#require(funding.field("pre_money"))) == "Valuation before")
    #expect(words.word("price_change", field: "action") == "price change")
    #expect(words.sourceKind(.pressRelease) == "press release")
    #expect(words.stage(.inTalks) == "in talks" && words.field(key: "as_of") == "as of")
    #expect(words.language("vi") == "Tiếng Việt" && words.language("qq") == "qq")
  }

  @Test("a badge joins the certainty and the stage")
  func badges() {
    let words = vocabulary(french, "fr")
    #expect(words.badge(.derive(.reported, .postponed)) == "Rapporté · reporté")
    #expect(words.badge(.derive(.confirmed, .completed)) == "Conclu")
    #expect(vocabulary("a: b", "en").badge(.derive(.confirmed, .completed)) == "Closed")
  }

  @Test("a language is called by its own name, with its region where it has one")
  func ownNames() {
    let words = vocabulary("a: b", "en")
    #expect(words.ownName(of: LanguageTag("fr")) == "Français")
    #expect(words.ownName(of: LanguageTag("fr-CA")) == "Français (CA)")
    #expect(words.ownName(of: LanguageTag("pt-BR")) == "Português (Brasil)")
    #expect(words.ownName(of: LanguageTag("qq")) == "qq")
  }

  @Test("the keys of all words are listed")
  func keys() {
    #expect(Set(Vocabulary.keys).count == Vocabulary.keys.count)
    for key in ["vocabulary.kind.company", "vocabulary.field.amount", "vocabulary.word.kind.full"] {
      #expect(Vocabulary.keys.contains(key))
    }
  }
}
