import TemplateEngine

/// The fields of small records that templates see, in the order in which views fill them; large ones
/// have a `FieldTable` beside what makes them.
///
/// `docs/reference/template-data.md` describes them to theme authors.
/// A record's fields are grouped in facets, the grain in which a page's reads are noted: what lists
/// show (card), and on a record's own page its text, sources, events and relations.
enum RecordShapes {
  /// Facets by what changes together.
  enum Facet {
    static let card: UInt8 = 0
    static let text: UInt8 = 1
    static let sources: UInt8 = 2
    static let events: UInt8 = 3
    static let relations: UInt8 = 4
    /// What was corrected: shown by the ledger of all corrections, which shows nothing else of a text.
    static let corrections: UInt8 = 5
    /// The record's own words and references, as Swift code reads them without a template.
    static let face: UInt8 = 6
    /// What changes from day to day.
    static let day: UInt8 = 7
    /// When a brief is from and what it names: what counts over many briefs are made of.
    static let index: UInt8 = 8

    /// Their names, by number.
    private static let names = [
      "card", "text", "sources", "events", "relations", "corrections", "face", "day", "index",
    ]

    /// A facet's name.
    static func name(_ facet: UInt8) -> String {
      Int(facet) < names.count ? names[Int(facet)] : "facet \(facet)"
    }
  }

  static let quantity = RecordShape(
    "quantity",
    ["text", "verbatim", "value", "q", "unit", "currency", "usd", "nature", "inferred"])
  static let badge = RecordShape("badge", ["key", "text", "certainty", "stage"])
  static let keyed = RecordShape("word", ["key", "text"])
  static let link = RecordShape("link", ["title", "url"])
  static let kind = RecordShape("kind", ["key", "text", "plural", "url"])

  static let site = RecordShape(
    "site",
    [
      "title", "description", "language", "base_url", "base_path", "home_url",
    ].map { RecordShape.Field($0) } + [RecordShape.Field("as_of", facet: Facet.day)]
      + ["languages", "authors", "nav", "feeds"].map { RecordShape.Field($0) }
      + [RecordShape.Field("counts", facet: Facet.relations)]
      + ["generator", "desks", "search"].map { RecordShape.Field($0) })
  static let search = RecordShape("search", ["url", "index_url"])
  static let siteLanguage = RecordShape("language", ["code", "name", "url", "is_current"])
  static let counts = RecordShape(
    "counts", ["briefs", "entities", "events", "topics", "storylines"])
  static let navEntry = RecordShape("navigation entry", ["key", "title", "url"])
  static let feed = RecordShape("feed", ["type", "title", "url"])
  static let alternate = RecordShape(
    "alternate", ["language", "name", "title", "url", "absolute_url", "is_current"])
  static let pagination = RecordShape(
    "pagination",
    ["number", "total", "count", "first", "last", "previous_url", "next_url", "pages"])
  static let paginationPage = RecordShape("page number", ["number", "url", "is_current"])

  static let origins = RecordShape("origins", ["count", "text", "roots", "hops", "is_single"])
  static let chart = RecordShape("chart", ["svg", "caption"])
  static let originRoot = RecordShape("origin", ["name", "url", "entity", "is_located"])
  static let named = RecordShape("name", ["name", "entity"])
  static let sourceLanguage = RecordShape("language", ["code", "name"])
  static let archive = RecordShape("archived copy", ["url", "taken"])
  static let claimant = RecordShape("claimant", ["text", "entity"])
  static let question = RecordShape("question", ["text", "claims"])
  static let correction = RecordShape("correction", ["date", "kind", "was", "now", "why"])
  static let image = RecordShape("image", ["url", "alt", "credit", "licence", "width", "height"])
  static let relation = RecordShape("related brief", ["brief", "reasons"])
  static let part = RecordShape("part", ["number", "total", "previous", "next"])
  static let heading = RecordShape("heading", ["level", "id", "text"])
  static let translation = RecordShape("translation", ["language", "name", "title", "url"])

  static let change = RecordShape("change", ["label", "was", "now", "key"])
  static let assertedField = RecordShape("field", ["key", "label", "text", "is_overtaken"])
  static let said = RecordShape("mark", ["number", "anchor"])
  static let saidOf = RecordShape("marks", ["status", "date", "participants", "place"])
  static let denial = RecordShape(
    "denial", ["badge", "date", "brief", "event", "voices", "reason"])
  static let participant = RecordShape("participant", ["role", "entity", "name"])
  static let field = RecordShape("field", ["key", "label", "text"])
  static let foldedField = RecordShape(
    "field", ["key", "label", "text", "values", "is_disputed"])
  static let fieldValue = RecordShape("value", ["text", "briefs", "said"])
  static let conflict = RecordShape("conflict", ["field", "label", "values", "note", "resolved"])
  static let conflictValue = RecordShape("value", ["text", "claims", "is_standing"])
  static let eventType = RecordShape("event type", ["key", "text", "url"])
  static let previousName = RecordShape("previous name", ["name", "from", "until"])
  static let fact = RecordShape("fact", ["key", "label", "text", "url", "source_url"])
  static let role = RecordShape("role", ["organisation", "title", "from", "until", "events"])
  static let holder = RecordShape("holder of a role", ["person", "title", "from", "until"])
  static let sameAs = RecordShape("identity", ["name", "url"])
  static let roleEvents = RecordShape("role", ["role", "label", "events", "count"])
  static let entityCount = RecordShape("entity with count", ["entity", "count"])
  static let monthCount = RecordShape("month", ["month", "label", "count"])

  static let storyPart = RecordShape("part", ["number", "brief"])
  static let storyQuestion = RecordShape("question", ["text", "brief"])

  static let ruleStanding = RecordShape(
    "rule", ["code", "title", "severity", "count", "exceptions"])
  static let exception = RecordShape("exception", ["rule", "why", "until", "subject"])
  static let moved = RecordShape("change", ["event", "brief", "date", "text"])
  static let typeCount = RecordShape("event type", ["key", "text", "url", "count", "is_current"])
  static let kindCount = RecordShape("kind", ["key", "plural", "url", "count", "is_current"])
  static let yearCount = RecordShape("year", ["year", "url", "count", "months"])
  static let monthLink = RecordShape("month", ["month", "label", "url", "count"])
  static let period = RecordShape("period", ["year", "month", "label"])
}
