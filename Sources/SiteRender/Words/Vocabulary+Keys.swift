import SiteModel

/// Lists the words that a complete table of a language has, so that a test or a tool can find gaps.
extension Vocabulary {
  /// The keys of all words but the languages' names, sorted.
  package static let keys: [String] = {
    var keys: Set<String> = ["badge_with_stage", "yes", "no", "badge.closed"]
    func add(_ group: String, _ words: some Sequence<String>) {
      for word in words { keys.insert(group + "." + word) }
    }
    add("kind", EntityKind.allCases.map(\.rawValue))
    add("kinds", EntityKind.allCases.map(\.rawValue))
    add("fact", facts)
    add("brief_kind", BriefKind.allCases.map(\.rawValue))
    add("source_kind", SourceKind.allCases.map(\.rawValue))
    add("correction_kind", Correction.Kind.allCases.map(\.rawValue))
    add("storyline_state", StorylineFile.State.allCases.map(\.rawValue))
    add("certainty", Certainty.allCases.map(\.rawValue))
    add("stage", Stage.allCases.map(\.rawValue))
    add("type", EventVocabulary.types.map(\.key))
    add("types", EventVocabulary.types.map(\.key))
    add("field", ["title", "type", "certainty", "stage", "date", "place", "participants"])
    for type in EventVocabulary.types {
      add("field", type.fields.map(\.key))
      add("role", type.roles.map(\.key))
      for field in type.fields {
        if case .word(let words) = field.form { add("word." + field.key, words) }
      }
    }
    return keys.map { "vocabulary." + $0 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }()

  /// What pages show of an entity's record.
  private static let facts = [
    "founded", "dissolved", "founders", "born", "hq", "country", "website", "ticker", "maker",
    "parent", "family", "released", "licence", "open_weights", "params", "context",
  ]
}
