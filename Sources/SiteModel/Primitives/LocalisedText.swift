/// A text in one or several languages.
package struct LocalisedText: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The text where no language matches.
  package let standard: String
  /// The texts by language tag (BCP 47, in lower case), sorted by tag.
  package let byLanguage: [Entry]

  /// One language's text.
  package struct Entry: Sendable, Hashable {
    /// The tag, in lower case.
    package let language: String
    /// The text.
    package let text: String

    init(_ language: String, _ text: String) {
      self.language = language
      self.text = text
    }
  }

  /// The same text in every language.
  package init(_ text: String) {
    standard = text
    byLanguage = []
  }

  package init(stringLiteral text: String) { self.init(text) }

  /// A text as it was stored.
  init(standard: String, byLanguage: [Entry]) {
    self.standard = standard
    self.byLanguage = byLanguage
  }

  /// Texts by language, where that of `standardLanguage` serves for the languages that have none;
  /// without it, the first by tag. Of two texts for one tag the first counts; nil for no text.
  package init?(_ texts: [(language: String, text: String)], standardLanguage: String) {
    var entries: [Entry] = []
    for (language, text) in texts {
      let tag = language.lowercased()
      if !entries.contains(where: { $0.language == tag }) { entries.append(Entry(tag, text)) }
    }
    entries.sort { $0.language.utf8.lexicographicallyPrecedes($1.language.utf8) }
    let found = LocalisedText.find(standardLanguage, in: entries) ?? entries.first?.text
    guard let found else { return nil }
    byLanguage = entries
    standard = found
  }

  /// The text for a language: its own (`fr-CA`), that of the language without its region (`fr`),
  /// the same for each of `fallback`, and then the standard one (RFC 4647, lookup).
  package func text(for language: String, fallback: [String] = []) -> String {
    if byLanguage.isEmpty { return standard }
    for wanted in [language] + fallback {
      if let text = LocalisedText.find(wanted, in: byLanguage) { return text }
    }
    return standard
  }

  /// Whether there is a text of the language's own, with or without its region.
  package func has(_ language: String) -> Bool {
    LocalisedText.find(language, in: byLanguage) != nil
  }

  private static func find(_ language: String, in entries: [Entry]) -> String? {
    var tag = language.lowercased()[...]
    while !tag.isEmpty {
      if let entry = entries.first(where: { $0.language == tag }) { return entry.text }
      guard let hyphen = tag.lastIndex(of: "-") else { return nil }
      tag = tag[..<hyphen]
      // A single letter introduces what was cut off with it.
      if tag.count > 2, tag.dropLast().last == "-" { tag = tag.dropLast(2) }
    }
    return nil
  }
}
