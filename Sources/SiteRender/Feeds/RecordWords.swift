import SiteModel

/// The words of records in a language: a translation's first, then those of the record itself.
extension Topic {
  func name(in language: LanguageTag) -> String {
    translations.title(in: language) ?? source.name.text(for: language.text)
  }

  func summary(in language: LanguageTag) -> String? {
    translations.summary(in: language) ?? source.summary?.text(for: language.text)
  }
}

extension Storyline {
  func title(in language: LanguageTag) -> String {
    translations.title(in: language) ?? source.title.text(for: language.text)
  }

  func summary(in language: LanguageTag) -> String? {
    translations.summary(in: language) ?? source.summary?.text(for: language.text)
  }
}

extension Entity {
  func name(in language: LanguageTag) -> String {
    translations.title(in: language) ?? source.name.value
  }

  func summary(in language: LanguageTag) -> String? {
    translations.summary(in: language) ?? source.summary?.text(for: language.text)
  }
}

extension [RecordTranslation] {
  fileprivate func title(in language: LanguageTag) -> String? {
    first { $0.language == language }?.title
  }

  fileprivate func summary(in language: LanguageTag) -> String? {
    first { $0.language == language }?.summary
  }
}

extension Site {
  /// The name of an author: that of the person's record when the text is its id.
  func authorName(_ text: String) -> String {
    author(text).map { entities[$0].source.name.value } ?? text
  }

  /// The record of an author given by id.
  func author(_ text: String) -> Int? { text.contains("/") ? names.entity(id: text) : nil }
}

extension BaseURL {
  /// The host alone, in lower case, without a port.
  var host: String {
    let full = origin.split(separator: "/").last.map { $0.lowercased() } ?? ""
    guard let colon = full.lastIndex(of: ":"), !full.hasSuffix("]") else { return full }
    return String(full[..<colon])
  }
}
