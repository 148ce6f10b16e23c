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
  package func correctionKind(_ kind: Correction.Kind) -> String {
    word("correction_kind", kind.rawValue) ?? kind.rawValue
  }

  /// Whether more of a storyline is to come.
  package func storylineState(_ state: StorylineFile.State) -> String {
    word("storyline_state", state.rawValue) ?? state.rawValue
  }

  // MARK: - Events

  /// What one event of a type is called: “Funding round”.
  package func eventType(_ key: String) -> String {
    word("type", key) ?? EventVocabulary.type(key)?.label ?? Self.spoken(key)
  }

  /// What a list of events of a type is called: “Funding”.
  package func eventTypes(_ key: String) -> String {
    word("types", key) ?? EventVocabulary.type(key)?.plural ?? Self.spoken(key)
  }

  /// The label of a field, common or of a type; `vocabulary.type_field.TYPE.FIELD` comes before
  /// `vocabulary.field.FIELD`.
  package func field(_ key: String, of type: String? = nil) -> String {
    if let type, let own = word("type_field", type + "." + key) { return own }
    if let label = word("field", key) { return label }
    if let type, let field = EventVocabulary.type(type)?.field(key) { return field.label }
    return Self.spoken(key)
  }

  /// The part that a participant plays; `vocabulary.type_role.TYPE.ROLE` comes first.
  package func role(_ key: String, of type: String? = nil) -> String {
    if let type, let own = word("type_role", type + "." + key) { return own }
    if let label = word("role", key) { return label }
    if let type, let role = EventVocabulary.type(type)?.role(key) { return role.label }
    return Self.spoken(key)
  }

  /// One word of a closed set, such as `acquihire`, the value of a field.
  package func value(_ key: String) -> String { word("value", key) ?? Self.spoken(key) }

  /// True or false, as the value of a field.
  package func flag(_ value: Bool) -> String {
    word("flag", value ? "true" : "false") ?? (value ? "yes" : "no")
  }

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
  ///
  /// - Parameter kind: the first part of the badge's key, such as `closed` or `reported`.
  package func badge(_ kind: String, stage: Stage? = nil) -> String {
    let first = word("badge", kind) ?? word("certainty", kind) ?? Self.capitalised(kind)
    guard let stage else { return first }
    return strings.text(
      "vocabulary.badge_with_stage", arguments: [("badge", first), ("stage", self.stage(stage))])
  }

  // MARK: - Languages

  /// What a language is called by its own speakers: `Français`.
  package func ownName(of language: LanguageTag) -> String {
    LanguageNames.own(language) ?? language.text
  }

  /// What a language is called in the language of the page, else in its own, else its tag.
  package func language(_ tag: LanguageTag) -> String {
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
