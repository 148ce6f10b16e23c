package import SiteModel

/// Finds the words of the interface in one language: its own table first, then that of the language
/// without its region, then the default language's, then the built-in English one.
package struct InterfaceStrings: Sendable {
  /// The language of the pages.
  package let language: LanguageTag
  /// The file that the words of the language belong into.
  package let file: String
  /// The keys asked for and not found; shared by all languages that were made with it.
  package let missing: MissingStrings
  private let tables: [StringTable]
  private let ownCount: Int

  /// The words of a language among the tables of a site.
  package init(
    _ language: LanguageTag, tables: [StringTable], defaultLanguage: LanguageTag,
    missing: MissingStrings = MissingStrings()
  ) {
    self.language = language
    self.missing = missing
    var found = tables.filter { $0.language == language }
    let base = language.text.split(separator: "-").first.map { LanguageTag(String($0)) }
    if let base, base != language { found += tables.filter { $0.language == base } }
    let ownCount = found.count
    if defaultLanguage != language, defaultLanguage != base {
      found += tables.filter { $0.language == defaultLanguage }
    }
    file = (ownCount > 0 ? found.first?.file : nil) ?? "templates/locales/\(language).yml"
    self.ownCount = ownCount
    self.tables = found + [BuiltInStrings.english]
  }

  /// The text of a key, with the plural form for `n` and `{name}` filled from `arguments`; `{n}` is
  /// the number's digits unless an argument says it otherwise. A key that no table has is shown
  /// itself, and noted in `missing`.
  package func text(
    _ key: String, n: Int? = nil, arguments: [(name: String, value: String)] = []
  ) -> String {
    guard let place = tables.firstIndex(where: { $0.texts[key] != nil }) else {
      missing.add(.init(language: language, key: key, fallback: .key))
      return key
    }
    if place >= ownCount {
      let isBuiltIn = place == tables.count - 1
      missing.add(
        .init(
          language: language, key: key,
          fallback: isBuiltIn ? .builtIn : .language(tables[place].language)))
    }
    return text(key, in: tables[place], n, arguments) ?? key
  }

  /// The text of a key in any of the tables; `nil`, without a note, when none has it.
  package func find(
    _ key: String, n: Int? = nil, arguments: [(name: String, value: String)] = []
  ) -> String? {
    for table in tables {
      if let text = text(key, in: table, n, arguments) { return text }
    }
    return nil
  }

  /// The text of a key in the language's own table alone, or in that of its language without region.
  package func own(_ key: String) -> String? {
    for table in tables.prefix(ownCount) {
      if let text = text(key, in: table, nil, []) { return text }
    }
    return nil
  }

  /// All keys that have a text.
  package var keys: [String] {
    Set(tables.flatMap(\.keys)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The form is chosen by the rules of the language that the text is in.
  private func text(
    _ key: String, in table: StringTable, _ n: Int?, _ arguments: [(name: String, value: String)]
  ) -> String? {
    guard let text = table.texts[key] else { return nil }
    guard let n, !text.forms.isEmpty else { return text.other.filled(n, arguments) }
    let form = text.forms[PluralRules.category(n, in: table.language)] ?? text.other
    return form.filled(n, arguments)
  }
}

/// English words for the keys that the program itself asks for, so that a site without tables has
/// whole sentences.
enum BuiltInStrings {
  static let english: StringTable = {
    var table = StringTable(language: LanguageTag("en"), file: "")
    table.set("vocabulary.badge_with_stage", "{badge} · {stage}")
    table.set("list.briefs", one: "{n} brief", other: "{n} briefs")
    table.set("list.events", one: "{n} event", other: "{n} events")
    table.set("list.entities", one: "{n} name", other: "{n} names")
    table.set("brief.minutes", one: "{n} min read", other: "{n} min read")
    table.set("brief.origin_count", one: "one origin", other: "{n} origins")
    table.set("nav.briefs", "Briefs")
    table.set("nav.events", "Events")
    table.set("nav.topics", "Topics")
    table.set("nav.storylines", "Storylines")
    table.set("nav.entities", "Names")
    table.set("nav.archive", "Archive")
    table.set("nav.home", "Front page")
    return table
  }()
}
