import SiteModel
import Testing

@testable import SiteRender

/// CLDR's cardinal rules for whole numbers.
@Suite("Plural rules")
struct WordsPluralTests {
  /// For each language the numbers of each form, written as CLDR's samples are.
  static let samples: [(String, [PluralCategory: [Int]])] = [
    ("en", [.one: [1], .other: [0, 2, 11, 21, 1_000_000]]),
    ("de", [.one: [1], .other: [0, 2, 100]]), ("nl", [.one: [1], .other: [0, 2, 100]]),
    ("sv", [.one: [1], .other: [0, 2, 100]]), ("da", [.one: [1], .other: [0, 2, 100]]),
    ("nb", [.one: [1], .other: [0, 2, 100]]), ("fi", [.one: [1], .other: [0, 2, 100]]),
    ("tr", [.one: [1], .other: [0, 2, 100]]),
    ("fr", [.one: [0, 1], .many: [1_000_000, 3_000_000], .other: [2, 17, 1000, 1_000_001]]),
    ("es", [.one: [1], .many: [1_000_000, 2_000_000], .other: [0, 2, 1_000_001]]),
    ("it", [.one: [1], .many: [1_000_000], .other: [0, 2, 100]]),
    ("pt", [.one: [0, 1], .many: [1_000_000], .other: [2, 100]]),
    ("pt-BR", [.one: [0, 1], .other: [2]]), ("pt-PT", [.one: [1], .other: [0, 2]]),
    (
      "pl",
      [
        .one: [1], .few: [2, 3, 4, 22, 24, 102, 1002],
        .many: [0, 5, 11, 12, 14, 19, 21, 25, 101, 112, 1000],
      ]
    ),
    ("cs", [.one: [1], .few: [2, 3, 4], .other: [0, 5, 22, 100]]),
    (
      "ru",
      [.one: [1, 21, 101, 1001], .few: [2, 4, 22, 34], .many: [0, 5, 11, 12, 14, 19, 111, 1000]]
    ),
    ("uk", [.one: [1, 31], .few: [3, 52], .many: [0, 11, 13, 20]]),
    ("he", [.one: [1], .two: [2], .other: [0, 3, 20, 100]]),
    (
      "ar",
      [
        .zero: [0], .one: [1], .two: [2], .few: [3, 10, 103, 110], .many: [11, 26, 99, 111],
        .other: [100, 101, 102, 200, 1000],
      ]
    ),
    ("ja", [.other: [0, 1, 2, 100]]), ("ko", [.other: [0, 1, 2]]), ("zh", [.other: [0, 1, 2]]),
    ("zh-Hant", [.other: [1]]), ("vi", [.other: [0, 1, 2]]),
    ("sl", [.one: [1, 101], .two: [2, 102], .few: [3, 4, 103], .other: [0, 5, 100]]),
    ("lt", [.one: [1, 21], .few: [2, 9, 22], .other: [0, 10, 11, 19, 20]]),
    ("lv", [.zero: [0, 10, 11, 20], .one: [1, 21], .other: [2, 9, 22]]),
    ("ro", [.one: [1], .few: [0, 2, 19, 101], .other: [20, 100]]),
    ("hr", [.one: [1, 21], .few: [2, 24], .other: [0, 5, 11, 12]]),
    ("xx", [.one: [1], .other: [0, 2]]),
  ]

  @Test("each number has the form of its language", arguments: samples)
  func forms(_ language: String, _ expected: [PluralCategory: [Int]]) {
    for category in PluralCategory.allCases {
      for number in expected[category] ?? [] {
        let found = PluralRules.category(number, in: LanguageTag(language))
        #expect(found == category, "\(number) in \(language)")
        #expect(PluralRules.category(-number, in: LanguageTag(language)) == category)
      }
    }
  }

  @Test("the least number has a form too")
  func extremes() {
    for (language, _) in Self.samples {
      _ = PluralRules.category(.min, in: LanguageTag(language))
    }
    #expect(PluralRules.category(.min, in: LanguageTag("pl")) == .many)
  }
}
