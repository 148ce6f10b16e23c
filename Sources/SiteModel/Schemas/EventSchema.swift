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
        "reason", .text(limit: 300), .optional,
        "why it moves backwards, or how a conflict was settled"),
      Field(
        "rank",
        .word([
          Word("normal"), Word("preferred", "counts before others"),
          Word("deprecated", "no longer counts"),
        ]),
        .optional, "whether it counts"),
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
      }))

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

extension EventField {
  fileprivate var schemaForm: Form {
    switch form {
    case .text: .text(limit: 300)
    case .texts: .list(of: .text(limit: 300))
    case .word(let words): .word(words.map { Word($0) })
    case .quantity: .quantity
    case .date: .date
    case .flag: .boolean
    }
  }
}
