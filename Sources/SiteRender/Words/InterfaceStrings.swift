package import SiteModel
import SourceDiagnostics

/// Finds the words of the interface in one language: its own table first, then that of the language
/// without its region, then the default language's, then the built-in English one.
package struct InterfaceStrings: Sendable {
  /// The language of the pages.
  package let language: LanguageTag
  /// The file that the words of the language belong into.
  package let file: String
  /// The keys asked for and not found; shared by the languages of a catalog.
  package let missing: MissingStrings
  private let tables: [StringTable]
  /// How many of the tables are the language's own.
  private let ownCount: Int
  /// For each key the first table that has it, with its text: what pages ask for most is one look-up.
  private let first: [String: (table: Int, text: StringTable.Text)]

  /// The words of a language among the tables of a site.
  package init(
    _ language: LanguageTag, tables: [StringTable], defaultLanguage: LanguageTag,
    missing: MissingStrings = MissingStrings()
  ) {
    self.language = language
    self.missing = missing
    var found = tables.filter { $0.language == language }
    let base = LanguageNames.base(language).map { LanguageTag($0) }
    if let base { found += tables.filter { $0.language == base } }
    ownCount = found.count
    if defaultLanguage != language, defaultLanguage != base {
      found += tables.filter { $0.language == defaultLanguage }
    }
    let tables = found + [BuiltInStrings.english]
    self.tables = tables
    var first: [String: (table: Int, text: StringTable.Text)] = [:]
    for (place, table) in tables.enumerated().reversed() {
      for (key, text) in table.texts { first[key] = (place, text) }
    }
    self.first = first
    file = ownCount > 0 ? found[0].file : "templates/locales/\(language).yml"
  }

  /// The text of a key, with the plural form for `n` and `{name}` filled from `arguments`; `{n}` is
  /// the number's digits unless an argument says it otherwise. A key that no table has is shown
  /// itself. What the language's own table lacks is noted in `missing`.
  package func text(
    _ key: String, n: Int? = nil, arguments: [(String, String)] = []
  ) -> String {
    guard let (place, found) = first[key] else {
      missing.add(.init(language: language, key: key, fallback: .key))
      return key
    }
    let text = filled(found, in: tables[place].language, n, arguments)
    if place >= ownCount {
      let isBuiltIn = place == tables.count - 1
      missing.add(
        .init(
          language: language, key: key,
          fallback: isBuiltIn ? .builtIn : .language(tables[place].language)))
    }
    return text
  }

  /// The text of a key in any of the tables; `nil`, without a note, when none has it.
  package func find(
    _ key: String, n: Int? = nil, arguments: [(String, String)] = []
  ) -> String? {
    first[key].map { filled($0.text, in: tables[$0.table].language, n, arguments) }
  }

  /// The text of a key in the language's own table, or in that of its language without the region;
  /// `nil`, without a note, when neither has it.
  package func ownText(_ key: String) -> String? {
    guard let (place, text) = first[key], place < ownCount else { return nil }
    return filled(text, in: tables[place].language, nil, [])
  }

  /// Whether any table has a text for the key.
  package func has(_ key: String) -> Bool { first[key] != nil }

  /// The keys that were probably meant by one that no table has; at most three.
  package func suggestions(for key: String) -> [String] {
    Spelling.suggestions(for: key, among: keys)
  }

  /// All keys that have a text, sorted.
  package var keys: [String] {
    first.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The form is chosen by the rules of the language that the text is in.
  private func filled(
    _ text: StringTable.Text, in language: LanguageTag, _ n: Int?, _ arguments: [(String, String)]
  ) -> String {
    guard let n, !text.forms.isEmpty else { return text.other.filled(n, arguments) }
    let form = text.forms[PluralRules.category(n, in: language)] ?? text.other
    return form.filled(n, arguments)
  }
}
