package import FrontMatter

/// What an event assertion may hold: the fields of all, and those of its type from the vocabulary.
extension Schema {
  /// What a brief says of an event.
  package static let eventAssertion = Schema(
    "an event",
    [
      Field(
        "id", .text(limit: 120, format: "slug"), .required,
        "the event's id, repeated by later briefs"),
      Field(
        "type", .word(EventVocabulary.types.map { Word($0.key, $0.label) }), .optional,
        "what happened; may be left out when an earlier brief says it"),
      Field("title", .text(limit: 110), .optional, "what the event's page is called"),
      Field("certainty", .word(Word.certainties), .optional, "how well it is known"),
      Field("stage", .word(Word.stages), .optional, "how far it has got"),
      Field("date", .date, .optional, "when it happens, as precise as its source"),
      Field("participants", .list(of: .mapping(participant)), .optional, "who takes part"),
      Field("place", .text(), .optional, "where: a place's id or plain words"),
      Field("claims", .list(of: .text()), .optional, "the claims of this brief that it rests on"),
      Field("depends_on", .list(of: .text()), .optional, "events that must come first"),
      Field("supersedes", .list(of: .text()), .optional, "events that it replaces"),
      Field("part_of", .text(), .optional, "the event that it is a part of"),
      Field("conflicts", .list(of: .mapping(conflict)), .optional, "where its sources differ"),
      Field(
        "as_of", .text(format: "date"), .optional,
        "when this was known; the brief's date by default"),
      Field(
        "reason", .text(limit: 300), .optional, "why its certainty or stage moves backwards"),
      Field(
        "rank",
        .word([
          Word("normal", "counts like any other"), Word("preferred", "counts before others"),
          Word("deprecated", "no longer counts"),
        ]),
        .optional, "whether it counts"),
      Field("waive", .waivers, .optional, "editorial rules that do not apply, with the reason"),
    ],
    variants: Schema.Variants(
      by: "type",
      EventVocabulary.types.map { type in
        (
          type.key,
          Schema(
            "\(type.withArticle) event",
            type.fields.map { Field($0.key, $0.schemaForm, .optional, $0.meaning) })
        )
      },
      narrowing: EventVocabulary.types.map { type in
        (
          type.key,
          [
            Field(
              "participants", .list(of: .mapping(participant(of: type))), .optional,
              "who takes part in \(type.withArticle) event")
          ]
        )
      }))

  /// A participant with the roles that a type of event has.
  private static func participant(of type: EventType) -> Schema {
    let roles = type.roles.enumerated().map { index, role in
      let kinds = role.kinds.map(\.rawValue)
      let who = kinds.isEmpty ? "any entity" : kinds.uniqued().joined(separator: ", ")
      return Word(role.key, index < type.principalCount ? who + "; the event needs one" : who)
    }
    return Schema(
      "a participant of \(type.withArticle) event",
      [
        Field("entity", .text(format: "reference"), .required, "who it is"),
        Field("role", .word(roles), .required, "the part it plays in \(type.withArticle) event"),
      ])
  }

  static let participant = Schema(
    "a participant",
    [
      Field("entity", .text(format: "reference"), .required, "who it is"),
      Field("role", .text(), .required, "the part it plays"),
    ])

  static let conflict = Schema(
    "a conflict",
    [
      Field("field", .text(), .required, "the field on which sources differ"),
      Field(
        "values", .list(of: .oneOf([.text(), .mapping(conflictValue)])), .optional,
        "what they say; left out where a later brief settles it"),
      Field("note", .text(limit: 300), .optional, "what to know about it"),
      Field("resolved", .text(limit: 300), .optional, "why it is settled"),
    ])

  static let conflictValue = Schema(
    "a value of a conflict",
    [
      Field(
        "value", .oneOf([.text(), .mapping(.quantity)]), .required,
        "what is said: what the field itself takes"),
      Field("claims", .list(of: .text()), .optional, "the claims that say so"),
      Field("source", .text(), .optional, "the source that says so"),
      Field("note", .text(limit: 300), .optional, "what to know about it"),
    ])
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  fileprivate func uniqued() -> [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}

extension EventField {
  fileprivate var schemaForm: Form {
    switch form {
    case .text: .text(limit: 300)
    case .texts: .list(of: .text(limit: 300))
    case .word: .word(words)
    case .quantity: .quantity
    case .date: .date
    case .flag: .boolean
    }
  }
}
