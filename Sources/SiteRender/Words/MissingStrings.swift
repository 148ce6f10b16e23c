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

  /// A diagnostic for each key that nobody has, and one for each language with all keys that others
  /// have; built-in English for English is no mistake.
  package func diagnostics(for strings: [InterfaceStrings]) -> [Diagnostic] {
    let entries = entries.filter { $0.fallback != .builtIn || !$0.language.text.hasPrefix("en") }
    return strings.sorted { $0.language < $1.language }.flatMap { table in
      let own = entries.filter { $0.language == table.language }
      let unknown = own.filter { $0.fallback == .key }
      let borrowed = own.filter { $0.fallback != .key }
      return unknown.map { diagnostic([$0], table) }
        + (borrowed.isEmpty ? [] : [diagnostic(borrowed, table)])
    }
  }

  private func diagnostic(_ entries: [Entry], _ table: InterfaceStrings) -> Diagnostic {
    let named = entries.prefix(Self.namedKeys).map { "'\($0.key)'" }.joined(separator: ", ")
    let more = entries.count - Self.namedKeys
    let isOne = entries.count == 1
    let question =
      isOne && entries[0].fallback == .key
      ? Spelling.question(for: entries[0].key, among: table.keys) : ""
    var shown: [String] = []
    for text in entries.map(\.fallback.text) where !shown.contains(text) { shown.append(text) }
    return Diagnostic(
      .missingWord,
      "\(named)\(more > 0 ? " and \(more) more" : "") \(isOne ? "is" : "are")"
        + " not in the words of '\(table.language)'\(question)",
      at: SourceSpan(file: table.file), label: "asked for by a page",
      notes: ["pages show " + shown.joined(separator: " or ")],
      help: "add \(isOne ? "it" : "them") to \(table.file)")
  }

  /// How many keys of a language a finding names.
  private static let namedKeys = 8
}

extension MissingStrings.Fallback {
  fileprivate var text: String {
    switch self {
    case .builtIn: "the built-in English text"
    case .language(let other): "the text of '\(other)'"
    case .key: "the key itself"
    }
  }
}
