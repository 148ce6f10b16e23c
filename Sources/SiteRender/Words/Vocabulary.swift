package import SiteModel

/// Says the words of the content model in a language: kinds, types, fields, roles, statuses.
///
/// Each comes from the interface strings (`vocabulary.type.funding`); where no table has it, the
/// English label of the model itself serves, so a new type of event needs no words to be shown.
package struct Vocabulary: Sendable {
  private let strings: InterfaceStrings

  /// The words of the language of `strings`.
  package init(_ strings: InterfaceStrings) { self.strings = strings }

  // MARK: - Records

  /// What one of a kind is called: “Company”.
  package func kind(_ kind: EntityKind) -> String {
    word("kind", kind.rawValue) ?? kind.label
  }

  /// What a list of a kind is called: “Companies”.
  package func kinds(_ kind: EntityKind) -> String {
    word("kinds", kind.rawValue) ?? Self.spoken(kind.folder)
  }

  /// The label of a fact of an entity's profile: `hq`, `founded` …
  package func fact(_ key: String) -> String { word("fact", key) ?? Self.spoken(key) }

  /// What kind of text a brief is.
  package func briefKind(_ kind: BriefKind) -> String {
    word("brief_kind", kind.rawValue) ?? kind.rawValue
  }

  /// What a source is.
  package func sourceKind(_ kind: SourceKind) -> String {
    word("source_kind", kind.rawValue) ?? Self.spoken(kind.rawValue)
  }

  /// What was done to a text after publication.
  package func correction(_ kind: Correction.Kind) -> String {
    word("correction_kind", kind.rawValue) ?? kind.rawValue
  }

  /// Whether more of a storyline is to come.
  package func state(_ state: StorylineFile.State) -> String {
    word("storyline_state", state.rawValue) ?? state.rawValue
  }

  // MARK: - Events

  /// What one event of a type is called: “Funding round”.
  package func type(_ type: EventType) -> String { word("type", type.key) ?? type.label }

  /// What one event of a type is called, by the type's word.
  package func type(key: String) -> String {
    EventVocabulary.type(key).map { type($0) } ?? word("type", key) ?? Self.spoken(key)
  }

  /// What a list of events of a type is called: “Funding”.
  package func plural(_ type: EventType) -> String { word("types", type.key) ?? type.plural }

  /// The label of a typed field.
  package func field(_ field: EventField) -> String { word("field", field.key) ?? field.label }

  /// The label of any field by its word, typed or common (`date`, `certainty`, `place` …).
  package func field(key: String) -> String { word("field", key) ?? Self.spoken(key) }

  /// The part that a participant plays.
  package func role(_ role: EventRole) -> String { word("role", role.key) ?? role.label }

  /// One word of a closed set, such as `acquihire`, the value of the field `kind`.
  package func word(_ value: String, field: String) -> String {
    word("word", field + "." + value) ?? Self.spoken(value)
  }

  /// A word that authors may choose freely, such as `series_a` for a round, where the tables know it.
  package func term(_ value: String, field: String) -> String? { word("word", field + "." + value) }

  // MARK: - Status

  /// How well a thing is known.
  package func certainty(_ certainty: Certainty) -> String {
    word("certainty", certainty.rawValue) ?? certainty.rawValue
  }

  /// How far a thing has got.
  package func stage(_ stage: Stage) -> String {
    word("stage", stage.rawValue) ?? Self.spoken(stage.rawValue)
  }

  /// The mark of both: “Reported · postponed”.
  package func badge(_ badge: Badge) -> String {
    let kind = badge.kind.rawValue
    let first = word("badge", kind) ?? word("certainty", kind) ?? Self.capitalised(kind)
    guard let stage = badge.stage else { return first }
    let arguments = [("badge", first), ("stage", self.stage(stage))]
    return strings.find("vocabulary.badge_with_stage", arguments: arguments) ?? first
  }

  // MARK: - Languages

  /// What a language is called by its own speakers: `Français`.
  package func ownName(of language: LanguageTag) -> String {
    LanguageNames.own(language) ?? language.text
  }

  /// What a language is called in the language of the page, else in its own, else its tag.
  ///
  /// - Parameter text: the language's tag.
  package func language(_ text: String) -> String {
    let tag = LanguageTag(text)
    if let name = word("language", tag.text) { return name }
    if let base = LanguageNames.base(tag), let name = word("language", base) { return name }
    return LanguageNames.own(tag) ?? tag.text
  }

  // MARK: - Look-up

  private func word(_ group: String, _ key: String) -> String? {
    strings.find("vocabulary." + group + "." + key)
  }

  /// A key as words: `press_release` is “press release”.
  private static func spoken(_ key: String) -> String {
    String(key.map { $0 == "_" ? " " : $0 })
  }

  private static func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
