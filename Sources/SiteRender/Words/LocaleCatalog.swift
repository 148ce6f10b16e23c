package import SiteModel
package import SourceDiagnostics

/// Gathers the tables of words of a theme, the files of `templates/locales/`.
package struct LocaleCatalog: Sendable {
  private let defaultLanguage: LanguageTag
  private var tables: [StringTable] = []
  private let missing = MissingStrings()

  /// A catalog without tables.
  package init(defaultLanguage: LanguageTag) { self.defaultLanguage = defaultLanguage }

  /// Reads the file of one language, which is named by its tag: `fr.yml`.
  package mutating func add(
    _ bytes: [UInt8], file: String, diagnostics: inout [Diagnostic]
  ) {
    let name = file.split(separator: "/").last ?? ""
    let ending = [".yml", ".yaml"].first { name.hasSuffix($0) }
    guard let ending, LanguageTag.isTag(name.dropLast(ending.count)) else {
      diagnostics.append(
        Diagnostic(
          .localeName, "'\(name)' is not named by a language",
          at: SourceSpan(file: file), help: "name it by the tag of its language, such as 'fr.yml'"))
      return
    }
    tables.append(
      StringTable.read(
        bytes, file: file, language: LanguageTag(String(name.dropLast(ending.count))),
        diagnostics: &diagnostics))
  }

  /// The words of a language.
  package func strings(for language: LanguageTag) -> InterfaceStrings {
    InterfaceStrings(
      language, tables: tables, defaultLanguage: defaultLanguage, missing: missing)
  }
}
