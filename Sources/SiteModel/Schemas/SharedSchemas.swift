import FrontMatter

/// The forms that several kinds of file share: dates, quantities, references, localised text.
///
/// Each description serves three readers: the check of a file, the code that reads it, and the JSON
/// Schema that an editor completes names from.
extension Schema {
  static let relativeDate = Schema(
    "a relative date",
    [
      Field(
        "relative", .text(format: "relative-date"), .required,
        "the words of the source as one word: last-month"),
      Field("anchor", .text(), .optional, "the source or event that it counts from"),
    ])

  static let quantity = Schema(
    "a quantity",
    [
      Field(
        "value", .text(format: "decimal"), .optional, "the figure, decimal: 14300000000 or 14.3B"),
      Field("min", .text(format: "decimal"), .optional, "the lower end of a range"),
      Field("max", .text(format: "decimal"), .optional, "the upper end of a range"),
      Field(
        "magnitude", .integer(in: Quantity.magnitudes), .optional,
        "a power of ten, when only that is said: 9 for “several billion”"),
      Field(
        "q",
        .word([
          Word("exact", "the figure as given"), Word("about", "roughly"), Word("over", "more than"),
          Word("under", "less than"), Word("up_to", "at most"), Word("several", "a few"),
        ]), .optional, "how the source qualifies it"),
      Field("currency", .text(format: "currency"), .optional, "ISO 4217 code: USD"),
      Field("unit", .text(format: "unit"), .optional, "what is counted: people, W, tokens, %"),
      Field("verbatim", .text(limit: 120), .optional, "the words of the source"),
      Field(
        "nature",
        .word([
          Word("committed", "promised, not yet spent or done"),
          Word("target", "what is aimed at"), Word("capacity", "what would be possible"),
          Word("cumulative", "all so far together"),
          Word("annualised", "a short time's figure, as if for a year"),
          Word("estimated", "reckoned by somebody"),
        ]), .optional, "what kind of figure it is"),
      Field(
        "inferred",
        .list(
          of: .word([
            Word("value", "the number"), Word("currency", "which currency"),
            Word("unit", "which unit"), Word("nature", "what kind of figure"),
          ])), .optional, "what the source does not say and the writer supplied"),
      Field("source", .text(), .optional, "the id of the source it comes from"),
    ])

  static let ownSource = Schema(
    "a source",
    [
      Field(
        "id", .text(limit: 40), .optional,
        "how claims and other sources refer to it; s1, s2 … by default"),
      Field("url", .text(format: "uri"), .optional, "where it can be read"),
      Field("located", .boolean, .optional, "false when it is cited but was never linked"),
      Field("publisher", .text(), .optional, "a publication's id or name, or a plain name"),
      Field("title", .text(limit: 300), .optional, "its headline"),
      Field("authors", .list(of: .text()), .optional, "who wrote it"),
      Field("lang", .text(format: "language"), .optional, "its language"),
      Field(
        "published", .oneOf([.text(format: "date"), .mapping(relativeDate)]), .optional,
        "when it came out"),
      Field("accessed", .text(format: "date"), .optional, "when it was read"),
      Field(
        "kind",
        .word([
          Word("original", "the one who found it out"), Word("relay", "repeats another report"),
          Word("translation", "a translation of another text"),
          Word("primary", "a document of those concerned"), Word("filing", "an official filing"),
          Word("social", "a post"), Word("dataset", "data"),
          Word("press_release", "a party's own announcement"),
        ]), .optional, "what it is"),
      Field(
        "via", .oneOf([.text(), .list(of: .text())]), .optional,
        "the sources of this brief that it got the story from"),
      Field("credit", .text(limit: 300), .optional, "the words by which it credits its origin"),
      Field("unnamed", .text(limit: 200), .optional, "how it describes people it does not name"),
      Field("archive", .mapping(archive), .optional, "a saved copy"),
      Field("waive", .waivers, .optional, "editorial rules that do not apply, with the reason"),
    ])

  static let archive = Schema(
    "an archived copy",
    [
      Field("url", .text(format: "uri"), .required, "where the copy is"),
      Field("taken", .text(format: "date"), .optional, "when it was made"),
    ])

  static let waiver = Schema(
    "a waiver",
    [
      Field("rule", .text(limit: 8), .required, "the code of the rule that does not apply: P2"),
      Field("why", .text(limit: 300), .required, "why not, for readers"),
      Field("until", .text(format: "date"), .optional, "the last day or month on which it holds"),
    ])

  static let image = Schema(
    "an image",
    [
      Field("file", .text(), .required, "the picture's file, beside the text"),
      Field("alt", .text(limit: 300), .required, "what it shows, for those who cannot see it"),
      Field("credit", .text(limit: 200), .optional, "who made it"),
      Field("licence", .text(limit: 200), .required, "under which licence it may be shown"),
    ])
}

extension Form {
  /// A date with its precision, or a relative one.
  static let date = Form.oneOf([.text(format: "date"), .mapping(.relativeDate)])
  /// A quantity, short or long.
  static let quantity = Form.oneOf([.text(format: "quantity"), .mapping(.quantity)])
  /// Text, or text by language.
  static func localised(limit: Int? = nil) -> Form {
    .oneOf([.text(limit: limit), .map(of: .text(limit: limit))])
  }
  /// A list of names, or such lists by language.
  static let names = Form.oneOf([.list(of: .text()), .map(of: .list(of: .text()))])
  /// Exceptions from editorial rules.
  static let waivers = Form.list(of: .mapping(.waiver))
  /// A list of references.
  static let references = Form.list(of: .text(format: "reference"))
  /// A value, or a value with its source.
  static func sourced(_ form: Form, _ name: String) -> Form {
    let long = Schema(
      name,
      [
        Field("value", form, .required, "the value"),
        Field("source", .text(), .optional, "a source's id in this file, or an address"),
        Field("note", .text(), .optional, "a remark for editors"),
        Field("from", .text(format: "date"), .optional, "since when"),
        Field("until", .text(format: "date"), .optional, "until when"),
      ])
    return .oneOf([form, .mapping(long)])
  }
}
