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
  private let first: [String: Entry]
  /// Told which strings are read, while a page is made.
  private var notes: PageNotes?

  /// Where a key's text stands, and the key's number among all keys of the language.
  private struct Entry: Sendable {
    let table: Int
    let text: StringTable.Text
    let number: Int
  }

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
    var first: [String: Entry] = [:]
    for (place, table) in tables.enumerated() {
      for key in table.keys where first[key] == nil {
        first[key] = table.texts[key].map { Entry(table: place, text: $0, number: first.count) }
      }
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
    noteIfMissing(key)
    guard let entry = entry(key) else { return key }
    return filled(entry.text, in: tables[entry.table].language, n, arguments)
  }

  /// Notes in `missing` that a page shows the text of a key, when the language's own table lacks it.
  func noteIfMissing(_ key: String) {
    let fallback: MissingStrings.Fallback
    if let entry = first[key] {
      if entry.table < ownCount { return }
      let isBuiltIn = entry.table == tables.count - 1
      fallback = isBuiltIn ? .builtIn : .language(tables[entry.table].language)
    } else {
      fallback = .key
    }
    missing.add(.init(language: language, key: key, fallback: fallback))
    notes?.note(missingString: key)
  }

  /// The place of a key's text, noted as read.
  private func entry(_ key: String) -> Entry? {
    guard let entry = first[key] else {
      notes?.note(absentString: key)
      return nil
    }
    notes?.note(string: entry.number)
    return entry
  }

  /// The same strings for the making of a page.
  func noting(_ notes: PageNotes?) -> InterfaceStrings {
    var copy = self
    copy.notes = notes
    return copy
  }

  /// A string with its key and the language that it is taken from.
  struct Numbered: Sendable {
    let key: String
    let text: StringTable.Text
    let language: LanguageTag
  }

  /// All strings in the order of their numbers.
  var numbered: [Numbered] {
    first.sorted { $0.value.number < $1.value.number }.map { key, entry in
      Numbered(key: key, text: entry.text, language: tables[entry.table].language)
    }
  }

  /// The text of a key in any of the tables; `nil`, without a note, when none has it.
  package func find(
    _ key: String, n: Int? = nil, arguments: [(String, String)] = []
  ) -> String? {
    entry(key).map { filled($0.text, in: tables[$0.table].language, n, arguments) }
  }

  /// The text of a key in the language's own table, or in that of its language without the region;
  /// `nil`, without a note, when neither has it.
  package func ownText(_ key: String) -> String? {
    guard let entry = entry(key), entry.table < ownCount else { return nil }
    return filled(entry.text, in: tables[entry.table].language, nil, [])
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
