package import SiteModel

/// Everything that one language says: interface strings, vocabulary, dates and numbers.
package struct PageWords: Sendable {
  package let language: LanguageTag
  package private(set) var strings: InterfaceStrings
  package private(set) var vocabulary: Vocabulary
  package let dates: DateWords
  package let numbers: NumberWords

  /// The words of a language, made from its interface strings.
  package init(_ strings: InterfaceStrings, language: LanguageTag) {
    self.language = language
    self.strings = strings
    vocabulary = Vocabulary(strings)
    dates = DateWords(strings)
    numbers = NumberWords(strings)
  }

  /// The same words for the making of a page, with reads of interface strings noted. Dates and numbers
  /// are written in a form on which every page of the language depends.
  func noting(_ notes: PageNotes?) -> PageWords {
    var copy = self
    copy.strings = strings.noting(notes)
    copy.vocabulary = Vocabulary(copy.strings)
    return copy
  }

  func name(of entity: Entity) -> String { entity.source.name.value }
  func summary(of entity: Entity) -> String? { entity.summary(in: language) }
  func name(of topic: Topic) -> String { topic.name(in: language) }
  func summary(of topic: Topic) -> String? { topic.summary(in: language) }
  func title(of storyline: Storyline) -> String { storyline.title(in: language) }
  func summary(of storyline: Storyline) -> String? { storyline.summary(in: language) }
  func author(_ text: String, _ site: SiteReader) -> String { site.authorName(text) }

  /// A small number as a word where the language has one (`number.spelled`), else in digits.
  func spelled(_ number: Int) -> String {
    strings.find("number.spelled.\(number)") ?? String(number)
  }

  /// A month's name as it stands in dates.
  func monthName(_ month: Int) -> String {
    dates.months.indices.contains(month - 1) ? dates.months[month - 1] : String(month)
  }

  /// “June 2025”.
  func monthLabel(year: Int, month: Int) -> String {
    dates.month.filled(["month": monthName(month), "year": String(year)])
  }

  /// A year or a month of it.
  func period(_ year: Int, _ month: Int?) -> String {
    month.map { monthLabel(year: year, month: $0) } ?? String(year)
  }
}
