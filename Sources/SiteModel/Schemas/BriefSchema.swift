package import FrontMatter

/// What a brief's front matter may hold.
extension Schema {
  /// A brief in its first language.
  package static let brief = Schema(
    "a brief",
    [
      Field("title", .text(limit: 110), .required, "the headline, at most 110 characters"),
      Field("date", .text(format: "date"), .required, "when it is published: a day or an instant"),
      Field(
        "topics", .list(of: .text(format: "reference"), count: 1...4), .required,
        "one to four topics"),
      Field(
        "sources", .list(of: .oneOf([.text(format: "uri"), .mapping(.ownSource)]), count: 1...200),
        .required, "at least one source: an address, or a source with its details"),
      Field(
        "summary", .text(limit: 300), .optional, "two sentences; the first paragraph by default"),
      Field("lang", .text(format: "language"), .optional, "the language of the text"),
      Field("authors", .references, .optional, "who wrote it"),
      Field(
        "kind",
        .word([
          Word("brief", "one story"), Word("update", "what changed in a story"),
          Word("roundup", "several stories"), Word("analysis", "the editor's view"),
        ]), .optional, "what kind of text it is"),
      Field("entities", .mapping(briefEntities), .optional, "whom it is about"),
      Field("events", .list(of: .mapping(.eventAssertion)), .optional, "what it says happened"),
      Field("claims", .list(of: .mapping(.claim)), .optional, "what its figures rest on"),
      Field("storyline", .text(format: "reference"), .optional, "the story that it continues"),
      Field("importance", .integer(in: 1...5), .optional, "1 lead to 5 footnote; 3 by default"),
      Field(
        "open_questions", .list(of: .oneOf([.text(), .mapping(openQuestion)])), .optional,
        "what is not known"),
      Field("why", .text(limit: 1000), .optional, "why it matters: the editor's analysis"),
      Field("image", .mapping(.image), .optional, "a picture with its rights"),
      Field("corrections", .list(of: .mapping(correction)), .optional, "what was changed later"),
      Field("draft", .boolean, .optional, "true: not published"),
      Field("embargo", .text(format: "date"), .optional, "not published before"),
      Field("expires", .text(format: "date"), .optional, "not published from then on"),
      Field("slug", .text(limit: 120, format: "slug"), .optional, "the last part of its address"),
      Field(
        "redirects", .list(of: .text(format: "path")), .optional, "old addresses that lead here"),
      Field(
        "autolink", .word(Word.autolinkModes), .optional,
        "which mentions of names become links"),
      Field("waive", .waivers, .optional, "editorial rules that do not apply, with the reason"),
    ])

  /// A translation of a brief; the rest is the original's.
  package static let briefTranslation = Schema(
    "a translation of a brief",
    [
      Field("title", .text(limit: 110), .required, "the headline, at most 110 characters"),
      Field(
        "summary", .text(limit: 300), .optional, "two sentences; the first paragraph by default"),
      Field("date", .text(format: "date"), .optional, "when the translation came out"),
      Field("authors", .references, .optional, "who translated it"),
      Field(
        "open_questions", .list(of: .oneOf([.text(), .mapping(openQuestion)])), .optional,
        "what is not known"),
      Field("why", .text(limit: 1000), .optional, "why it matters: the editor's analysis"),
      Field("image", .mapping(.image), .optional, "a picture with its rights"),
      Field("corrections", .list(of: .mapping(correction)), .optional, "what was changed later"),
      Field("draft", .boolean, .optional, "true: not published"),
      Field("slug", .text(limit: 120, format: "slug"), .optional, "the last part of its address"),
      Field(
        "redirects", .list(of: .text(format: "path")), .optional, "old addresses that lead here"),
      Field(
        "autolink", .word(Word.autolinkModes), .optional,
        "which mentions of names become links"),
    ])

  static let briefEntities = Schema(
    "the entities of a brief",
    [
      Field("about", .references, .optional, "whom or what it is about"),
      Field("mentions", .references, .optional, "who else occurs; also gathered from the text"),
    ])

  static let claim = Schema(
    "a claim",
    [
      Field("id", .text(limit: 40), .required, "how the text cites it: c1 for [^c1]"),
      Field("source", .text(), .optional, "the source that says so; the only one by default"),
      Field("says", .text(limit: 500), .optional, "what it says, in the editor's words"),
      Field("quote", .text(limit: 300), .optional, "its own words"),
      Field("by", .text(), .optional, "who says so: a source, an entity, or unnamed"),
      Field("at", .text(limit: 40), .optional, "where in the source: §4, p. 12, 03:25"),
      Field("certainty", .word(Word.certainties), .optional, "how well it is known"),
      Field("quantities", .list(of: .quantity), .optional, "the figures in it"),
      Field("lang", .text(format: "language"), .optional, "the language of the quote"),
      Field("waive", .waivers, .optional, "editorial rules that do not apply, with the reason"),
    ])

  static let openQuestion = Schema(
    "an open question",
    [
      Field("text", .text(limit: 300), .required, "the question"),
      Field("claims", .list(of: .text()), .optional, "the claims that raise it"),
    ])

  static let correction = Schema(
    "a correction",
    [
      Field("date", .text(format: "date"), .required, "when it was made"),
      Field(
        "kind",
        .word([
          Word("typo", "a slip that changes no meaning"),
          Word("clarification", "what was right is said better"),
          Word("correction", "what was wrong is put right"),
          Word("update", "what has become known since"),
          Word("retraction", "what was said is taken back"),
        ]), .required, "what kind of change it is"),
      Field("was", .text(), .optional, "what stood there"),
      Field("now", .text(), .optional, "what stands there now"),
      Field("why", .text(), .optional, "why it was changed"),
    ])
}

extension Word {
  static let autolinkModes = [
    Word("first", "the first mention of each name in a text"), Word("all", "every mention"),
    Word("off", "none but those in [[…]]"),
  ]

  static let certainties = [
    Word("rumoured", "unnamed people say so"), Word("reported", "a publication says so"),
    Word("confirmed", "a party, a court or an authority says so"),
    Word("disputed", "it is contested"), Word("denied", "those concerned deny it"),
    Word("retracted", "whoever said so took it back"),
  ]

  static let stages = [
    Word("considered", "thought about"), Word("in_talks", "talked about"),
    Word("expected", "said to be near"), Word("planned", "decided"),
    Word("announced", "made public"), Word("signed", "agreed"), Word("underway", "being done"),
    Word("completed", "done"), Word("postponed", "put off"), Word("cancelled", "given up"),
  ]
}
