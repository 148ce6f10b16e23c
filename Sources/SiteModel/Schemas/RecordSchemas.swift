package import FrontMatter

/// What the records beside briefs may hold: entities, topics, storylines, events' texts, pages.
extension Schema {
  /// An entity of a kind; some fields belong to some kinds alone.
  package static func entity(_ kind: EntityKind) -> Schema {
    switch kind {
    case .person: personEntity
    case .model: modelEntity
    case .product: productEntity
    default: otherEntity(kind)
    }
  }

  private static let commonEntityFields: [Field] = [
    Field("name", .text(limit: 120), .required, "what it is called"),
    Field("aliases", .names, .optional, "other names that mean only this, perhaps by language"),
    Field("weak_aliases", .names, .optional, "names that are searched for but never linked"),
    Field(
      "previous_names", .list(of: .oneOf([.text(), .mapping(previousName)])), .optional,
      "names it had"),
    Field("description", .localised(limit: 300), .optional, "one sentence"),
    Field("website", .sourced(.text(format: "website"), "a website"), .optional, "its own site"),
    Field("country", .sourced(.text(limit: 60), "a country"), .optional, "ISO 3166 code or name"),
    Field("same_as", .map(of: .text()), .optional, "ids elsewhere: wikidata, orcid …"),
    Field(
      "sources", .list(of: .oneOf([.text(format: "uri"), .mapping(.ownSource)])), .optional,
      "what its facts rest on"),
    Field("merged_into", .text(format: "reference"), .optional, "the entity that this one became"),
    Field("slug", .text(limit: 120, format: "slug"), .optional, "the last part of its address"),
    Field("redirects", .list(of: .text(format: "path")), .optional, "old addresses that lead here"),
    Field("note", .text(), .optional, "a remark for editors; not shown"),
    Field("waive", .waivers, .optional, "editorial rules that do not apply, with the reason"),
  ]

  private static let bodyFields: [Field] = [
    Field(
      "parent", .sourced(.text(format: "reference"), "a parent"), .optional, "what it belongs to"),
    Field("founded", .sourced(.text(format: "date"), "a date"), .optional, "when it began"),
    Field("dissolved", .sourced(.text(format: "date"), "a date"), .optional, "when it ended"),
    Field("founders", .sourced(.references, "founders"), .optional, "who founded it"),
    Field("hq", .sourced(.text(limit: 120), "a seat"), .optional, "where it sits"),
    Field("ticker", .sourced(.text(limit: 30), "a ticker"), .optional, "its symbol at an exchange"),
  ]

  private static let workFields: [Field] = [
    Field("maker", .sourced(.text(format: "reference"), "a maker"), .optional, "who makes it"),
    Field(
      "parent", .sourced(.text(format: "reference"), "a parent"), .optional, "what it is part of"),
    Field("released", .sourced(.text(format: "date"), "a date"), .optional, "when it came out"),
    Field(
      "family", .sourced(.text(limit: 120), "a family"), .optional, "the line that it belongs to"),
    Field(
      "licence", .sourced(.text(limit: 120), "a licence"), .optional, "under which it may be used"),
  ]

  private static let personEntity = Schema(
    "a person",
    commonEntityFields + [
      Field("roles", .list(of: .mapping(personRole)), .optional, "what the person does and did"),
      Field("born", .sourced(.text(format: "date"), "a date"), .optional, "when born"),
    ])

  private static let modelEntity = Schema(
    "a model",
    commonEntityFields + workFields + [
      Field(
        "open_weights", .sourced(.text(format: "boolean"), "a statement"), .optional,
        "true if anyone can have its weights"),
      Field("params", .sourced(.quantity, "a size"), .optional, "how many parameters"),
      Field(
        "context", .sourced(.quantity, "a length"), .optional, "how long its context is, in tokens"),
    ])

  private static let productEntity = Schema("a product", commonEntityFields + workFields)

  private static let otherEntities = Dictionary(
    uniqueKeysWithValues: EntityKind.allCases.map { kind in
      let article = "aeio".contains(kind.rawValue.prefix(1)) ? "an" : "a"
      return (kind, Schema("\(article) \(kind.rawValue)", commonEntityFields + bodyFields))
    })

  private static func otherEntity(_ kind: EntityKind) -> Schema {
    otherEntities[kind] ?? productEntity
  }

  static let previousName = Schema(
    "a previous name",
    [
      Field("name", .text(limit: 120), .required, "the name"),
      Field("from", .text(format: "date"), .optional, "since when"),
      Field("until", .text(format: "date"), .optional, "until when"),
      Field("source", .text(), .optional, "a source's id in this file, or an address"),
    ])

  static let personRole = Schema(
    "a role",
    [
      Field("organisation", .text(format: "reference"), .required, "where"),
      Field("title", .text(limit: 120), .optional, "as what"),
      Field("from", .text(format: "date"), .optional, "since when"),
      Field("until", .text(format: "date"), .optional, "until when"),
      Field("source", .text(), .optional, "a source's id in this file, or an address"),
      Field("note", .text(), .optional, "a remark for editors; not shown"),
    ])

  /// A topic.
  package static let topic = Schema(
    "a topic",
    [
      Field("name", .localised(limit: 80), .required, "what it is called"),
      Field("description", .localised(limit: 300), .optional, "one sentence"),
      Field("aliases", .names, .optional, "other names of it"),
      Field("related", .references, .optional, "topics near to it"),
      Field("waive", .waivers, .optional, "editorial rules that do not apply, with the reason"),
      Field(
        "redirects", .list(of: .text(format: "path")), .optional, "old addresses that lead here"),
    ])

  /// A storyline.
  package static let storyline = Schema(
    "a storyline",
    [
      Field("title", .localised(limit: 110), .required, "what it is called"),
      Field("summary", .localised(limit: 600), .optional, "what is known now"),
      Field(
        "state",
        .word([
          Word("open", "more is to come"), Word("dormant", "nothing new for long"),
          Word("closed", "it is over"),
        ]), .optional, "whether more is to come; open by default"),
      Field(
        "redirects", .list(of: .text(format: "path")), .optional, "old addresses that lead here"),
    ])

  /// The text of an event's page.
  package static let eventText = Schema(
    "an event's text",
    [
      Field("title", .localised(limit: 110), .optional, "what the event's page is called"),
      Field(
        "redirects", .list(of: .text(format: "path")), .optional, "old addresses that lead here"),
    ])

  /// A standing page such as About.
  package static let page = Schema(
    "a page",
    [
      Field("title", .text(limit: 110), .required, "what it is called"),
      Field("summary", .text(limit: 300), .optional, "what it is about"),
      Field("nav", .boolean, .optional, "true: shown in the navigation"),
      Field("draft", .boolean, .optional, "true: not published"),
      Field(
        "redirects", .list(of: .text(format: "path")), .optional, "old addresses that lead here"),
    ])

  /// A translation of a record beside briefs: its words and its text.
  package static let recordTranslation = Schema(
    "a translation",
    [
      Field("title", .text(limit: 110), .optional, "what it is called"),
      Field("name", .text(limit: 120), .optional, "what it is called"),
      Field("summary", .text(limit: 600), .optional, "what it is about"),
      Field("description", .text(limit: 300), .optional, "one sentence"),
      Field("draft", .boolean, .optional, "true: not published"),
    ])
}
