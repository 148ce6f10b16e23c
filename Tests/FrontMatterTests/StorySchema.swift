import FrontMatter

/// A schema that uses every form, for tests.
extension Schema {
  static let story = Schema(
    "a story",
    [
      Field("title", .text(limit: 40), .required, "the headline"),
      Field("date", .text(format: "date"), "the day it came out"),
      Field("topics", .list(of: .text(), count: 1...4), "what it is about"),
      Field("summary", .oneOf([.text(limit: 60), .map(of: .text())]), "the gist, by language"),
      Field("draft", .boolean, "not to be published"),
      Field("importance", .integer(in: 1...5), "1 leads, 5 is a footnote"),
      Field(
        "certainty", .word(["rumoured", "reported", "confirmed", "denied"]), "how well we know"),
      Field(
        "sources", .list(of: .oneOf([.text(format: "uri"), .mapping(source)])), "where it is from"),
      Field("image", .mapping(image), "a picture"),
      Field("events", .list(of: .mapping(event)), "what happened"),
      Field("rules", .map(of: .word(["off", "warning", "error"])), "severities by rule"),
      Field("extra", .anything, "whatever"),
    ])

  static let source = Schema(
    "a source",
    [
      Field("url", .text(format: "uri"), "its address"), Field("title", .text(), "its headline"),
      Field("located", .boolean, "whether it was found"),
    ])

  static let image = Schema(
    "an image",
    [
      Field("file", .text(), .required, "the picture's file"),
      Field("alt", .text(), .required, "what it shows"),
    ])

  static let event = Schema(
    "an event",
    [
      Field("id", .text(), .required, "its name"),
      Field("type", .word(["funding", "launch"]), "what kind of thing happened"),
    ],
    variants: Variants(
      by: "type",
      [
        (
          "funding",
          Schema(
            "a funding event",
            [
              Field("round", .text(), .required, "the round's name"),
              Field("amount", .text(), "how much"),
            ])
        ),
        ("launch", Schema("a launch", [Field("version", .text(), "what came out")])),
      ]))
}
