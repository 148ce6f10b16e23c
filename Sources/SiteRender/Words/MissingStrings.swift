package import SiteModel
package import SourceDiagnostics
import Synchronization

/// Remembers which keys were asked for and not found, from any number of threads.
package final class MissingStrings: Sendable {
  /// A key that the table of a language does not have.
  package struct Entry: Sendable, Hashable {
    package var language: LanguageTag
    package var key: String
    /// Where its text was found instead.
    package var fallback: Fallback
  }

  /// What a page shows for a missing key.
  package enum Fallback: Sendable, Hashable {
    /// The text of another language of the site.
    case language(LanguageTag)
    /// The built-in English text.
    case builtIn
    /// The key itself.
    case key
  }

  private let found = Mutex<Set<Entry>>([])

  /// Nothing missing so far.
  package init() {}

  func add(_ entry: Entry) {
    _ = found.withLock { $0.insert(entry) }
  }

  /// All of them, by language and key.
  package var entries: [Entry] {
    found.withLock { Array($0) }.sorted { a, b in
      a.language != b.language
        ? a.language < b.language : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
  }

  /// A diagnostic for each of them; built-in English for English is no mistake.
  package func diagnostics(for strings: [InterfaceStrings]) -> [Diagnostic] {
    entries.compactMap { entry in
      guard let table = strings.first(where: { $0.language == entry.language }) else { return nil }
      let shown: String
      switch entry.fallback {
      case .builtIn where entry.language.text.hasPrefix("en"): return nil
      case .builtIn: shown = "pages show the built-in English text"
      case .language(let other): shown = "pages show the text of '\(other)'"
      case .key: shown = "pages show the key itself"
      }
      return Diagnostic(
        .missingWord,
        "'\(entry.key)' is not in the words of '\(entry.language)'"
          + (entry.fallback == .key ? Spelling.question(for: entry.key, among: table.keys) : ""),
        at: SourceSpan(file: table.file), label: "asked for by a page", notes: [shown],
        help: "add it to \(table.file)")
    }
  }
}
