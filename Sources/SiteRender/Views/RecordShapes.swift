import TemplateEngine

/// The fields of every record that templates see, in the order in which views fill them.
///
/// `docs/reference/template-data.md` describes them to theme authors; a test holds the two together.
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

    /// Their names, by number.
    private static let names = ["card", "text", "sources", "events", "relations", "corrections"]

    /// A facet's name.
    static func name(_ facet: UInt8) -> String {
      Int(facet) < names.count ? names[Int(facet)] : "facet \(facet)"
    }
  }

  static let date = RecordShape(
    "date", ["text", "datetime", "iso", "day", "year", "month", "is_exact"])
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
      "title", "description", "language", "base_url", "base_path", "home_url", "as_of",
      "languages", "authors", "nav", "feeds", "counts", "generator", "desks", "search",
    ])
  static let search = RecordShape("search", ["url", "index_url"])
  static let siteLanguage = RecordShape("language", ["code", "name", "url", "is_current"])
  static let counts = RecordShape(
    "counts", ["briefs", "entities", "events", "topics", "storylines"])
  static let navEntry = RecordShape("navigation entry", ["key", "title", "url"])
  static let feed = RecordShape("feed", ["type", "title", "url"])
  static let page = RecordShape(
    "page",
    [
      "kind", "url", "canonical", "title", "description", "language", "alternates",
      "breadcrumbs", "feeds", "json_ld", "pagination", "section", "noindex",
    ])
  static let alternate = RecordShape(
    "alternate", ["language", "name", "title", "url", "absolute_url", "is_current"])
  static let pagination = RecordShape(
    "pagination",
    ["number", "total", "count", "first", "last", "previous_url", "next_url", "pages"])
  static let paginationPage = RecordShape("page number", ["number", "url", "is_current"])

  private static let briefCardFields = [
    "id", "url", "absolute_url", "title", "summary", "date", "updated", "language", "kind",
    "importance", "topics", "about", "badge", "storyline", "origins", "source_count", "authors",
    "is_draft", "reading_minutes",
  ].map { RecordShape.Field($0, facet: Facet.card) }
  static let briefCard = RecordShape("brief", briefCardFields)
  static let brief = RecordShape(
    "brief",
    briefCardFields
      + ["body", "headings", "why", "questions"].map { RecordShape.Field($0, facet: Facet.text) }
      + ["corrections"].map { RecordShape.Field($0, facet: Facet.corrections) }
      + ["image", "cite_as"].map { RecordShape.Field($0, facet: Facet.text) }
      + ["sources", "claims", "source_chart"].map {
        RecordShape.Field($0, facet: Facet.sources)
      }
      + ["events"].map { RecordShape.Field($0, facet: Facet.events) }
      + ["mentions", "related", "previous", "next", "part", "translations"].map {
        RecordShape.Field($0, facet: Facet.relations)
      })
  static let origins = RecordShape("origins", ["count", "text", "roots", "hops", "is_single"])
  static let chart = RecordShape("chart", ["svg", "caption"])
  static let originRoot = RecordShape("origin", ["name", "url", "entity", "is_located"])
  static let source = RecordShape(
    "source",
    [
      "number", "id", "anchor", "title", "publisher", "url", "language", "published", "accessed",
      "kind", "via", "hops", "is_origin", "unnamed", "credit", "archive", "is_located",
    ])
  static let named = RecordShape("name", ["name", "entity"])
  static let sourceLanguage = RecordShape("language", ["code", "name"])
  static let archive = RecordShape("archived copy", ["url", "taken"])
  static let claim = RecordShape(
    "claim",
    [
      "number", "id", "anchor", "says", "quote", "by", "source", "at", "certainty", "quantities",
      "backlinks",
    ])
  static let claimant = RecordShape("claimant", ["text", "entity"])
  static let question = RecordShape("question", ["text", "claims"])
  static let correction = RecordShape("correction", ["date", "kind", "was", "now", "why"])
  static let image = RecordShape("image", ["url", "alt", "credit", "licence", "width", "height"])
  static let relation = RecordShape("related brief", ["brief", "reasons"])
  static let part = RecordShape("part", ["number", "total", "previous", "next"])
  static let heading = RecordShape("heading", ["level", "id", "text"])
  static let translation = RecordShape("translation", ["language", "name", "title", "url"])

  static let assertion = RecordShape(
    "assertion",
    [
      "event", "badge", "date", "fields", "participants", "place", "claims", "conflicts",
      "reason", "brief", "as_of", "is_current", "is_overtaken", "changes", "number", "anchor",
      "voices",
    ])
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
  private static let eventCardFields = [
    "id", "url", "title", "type", "badge", "date", "participants", "summary_fields", "certainty",
    "stage", "origin_count", "brief_count", "is_open", "is_overdue", "last_change",
  ].map { RecordShape.Field($0, facet: Facet.card) }
  static let eventCard = RecordShape("event", eventCardFields)
  static let event = RecordShape(
    "event",
    eventCardFields
      + ["fields", "history", "conflicts", "place", "denials", "said"].map {
        RecordShape.Field($0, facet: Facet.events)
      }
      + ["body"].map { RecordShape.Field($0, facet: Facet.text) }
      + [
        "depends_on", "enables", "supersedes", "superseded_by", "part_of", "parts", "briefs",
        "failed_dependencies", "is_given_up",
      ].map { RecordShape.Field($0, facet: Facet.relations) })

  private static let entityCardFields = [
    "id", "url", "name", "kind", "description", "brief_count", "event_count", "last_seen",
    "country",
  ].map { RecordShape.Field($0, facet: Facet.card) }
  static let entityCard = RecordShape("entity", entityCardFields)
  static let entity = RecordShape(
    "entity",
    entityCardFields
      + ["profile", "aliases", "previous_names", "facts", "same_as"].map {
        RecordShape.Field($0, facet: Facet.text)
      }
      + (["now", "events_by_role", "unit_events"] + EntityView.recordFields).map {
        RecordShape.Field($0, facet: Facet.events)
      }
      + [
        "parent", "children", "roles", "people", "products", "comentions", "briefs", "activity",
      ].map { RecordShape.Field($0, facet: Facet.relations) })
  static let previousName = RecordShape("previous name", ["name", "from", "until"])
  static let fact = RecordShape("fact", ["key", "label", "text", "url", "source_url"])
  static let role = RecordShape("role", ["organisation", "title", "from", "until", "events"])
  static let holder = RecordShape("holder of a role", ["person", "title", "from", "until"])
  static let sameAs = RecordShape("identity", ["name", "url"])
  static let roleEvents = RecordShape("role", ["role", "label", "events", "count"])
  static let entityCount = RecordShape("entity with count", ["entity", "count"])
  static let monthCount = RecordShape("month", ["month", "label", "count"])

  private static let topicCardFields = [
    "id", "url", "name", "description", "brief_count", "depth", "last_seen",
  ].map { RecordShape.Field($0, facet: Facet.card) }
  static let topicCard = RecordShape("topic", topicCardFields)
  static let topic = RecordShape(
    "topic",
    topicCardFields
      + ["parent", "children", "ancestors", "related", "entities", "briefs", "body"].map {
        RecordShape.Field($0, facet: Facet.relations)
      })

  private static let storylineCardFields = [
    "id", "url", "title", "summary", "state", "brief_count", "first", "last",
  ].map { RecordShape.Field($0, facet: Facet.card) }
  static let storylineCard = RecordShape("storyline", storylineCardFields)
  static let storyline = RecordShape(
    "storyline",
    storylineCardFields
      + ["parts", "cast", "events", "questions", "body"].map {
        RecordShape.Field($0, facet: Facet.relations)
      })
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
