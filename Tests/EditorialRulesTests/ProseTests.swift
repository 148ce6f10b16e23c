import SiteModel
import SourceDiagnostics
import Testing

@testable import EditorialRules

@Suite("Prose")
struct ProseTests {
  @Test("the word lists have no mistakes, and are those of the languages")
  func lists() {
    #expect(WordLists.embedded.mistakes == [])
    #expect(WordLists.embedded.all.map(\.language) == ["en", "fr"])
  }

  @Test("figures, dates and quoted words are found and read", arguments: ["en", "fr"])
  func figures(_ language: String) throws {
    try FixtureTable.check("figures-\(language)") { text in
      let prose = Self.prose(text, language)
      var found: [(Int, String)] = []
      for figure in prose.figures {
        found.append((figure.range.lowerBound, "\(figure.text) ‹\(prose.string(figure.range))›"))
      }
      for date in prose.dates {
        found.append((date.range.lowerBound, "\(date.text) ‹\(prose.string(date.range))›"))
      }
      for quote in prose.quotes {
        found.append((quote.range.lowerBound, "quoted ‹\(prose.string(quote.inside))›"))
      }
      return found.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "; ")
    }
  }

  @Test("a text is cut into sentences", arguments: ["en", "fr"])
  func sentences(_ language: String) throws {
    try FixtureTable.check("sentences-\(language)") { text in
      let prose = Self.prose(text, language)
      return prose.sentences.map { prose.string($0.range) }.joined(separator: " ‖ ")
    }
  }

  @Test("everything lies within the text, in order, whatever the text", arguments: 0..<40)
  func damaged(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "5", "billion", "milliards", "$", "€", "-", "–", "de ", "d'", " ", ".", ",", "12", "June",
      "2025", "“", "”", "«", "»", "\"", "several", "plusieurs", "%", "GW", "and", "et", "US",
      "\u{FF}",
      "é", "1er", "|", "\u{7F}", "cinquantaine", "vingt", "quatre", "😀", "to", "à", "between",
      "entre",
    ]
    var text = ""
    for _ in 0..<200 { text += pieces.randomElement(using: &random) ?? "" }
    for language in ["en", "fr", "de"] {
      let prose = Self.prose(text, language)
      let all = prose.text.indices
      for figure in prose.figures {
        #expect(all.contains(figure.range.lowerBound) && figure.range.upperBound <= all.upperBound)
        #expect(!figure.range.isEmpty)
      }
      let starts = prose.figures.map(\.range.lowerBound)
      #expect(starts == starts.sorted())
      #expect(prose.dates.allSatisfy { !$0.range.isEmpty && $0.range.upperBound <= all.upperBound })
      let parts = prose.sentences.map(\.tokens)
      #expect(parts.reduce(0) { $0 + $1.count } == prose.tokens.count)
    }
  }

  static func prose(_ text: String, _ language: String) -> Prose {
    Prose(plain: text, lexicon: WordLists.embedded.lexicon(for: LanguageTag(language)))
  }
}

extension Figure {
  fileprivate var text: String {
    let number =
      switch amount {
      case .value(let value): value.description
      case .magnitude(let power): "several e\(power)"
      }
    let name =
      switch measure {
      case .money(let code)?: " " + code
      case .unit(let unit)?: " " + unit
      case nil: ""
      }
    return (isRound ? "about " : "") + number + name
  }
}

extension ProseDate {
  fileprivate var text: String {
    "date " + [year, month, day].map { $0.map(String.init) ?? "·" }.joined(separator: "-")
  }
}

/// Numbers that are the same for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
