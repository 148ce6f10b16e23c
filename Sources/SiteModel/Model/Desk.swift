/// A section of the site that gathers what belongs to one beat: deals, moves, what is overdue …
///
/// The desks are data: one entry in `Desk.all`, its words in the tables of words, and there is a page
/// with its lists, its navigation, its place in the sitemap and its structured data.
package struct Desk: Sendable {
  /// Its word in settings and the last part of its address: `single-origin`.
  package let key: String
  /// What it gathers, for documentation and editors.
  package let meaning: String
  /// What it gathers.
  package let content: Content
  /// The columns of its table, for desks that list events.
  package let columns: [EventColumn]
  /// The fields whose amounts its totals sum up; empty for a desk without totals.
  package let totals: [String]

  /// What a desk gathers.
  package enum Content: Sendable {
    /// Events of some types, newest first.
    case events([Choice])
    /// Events that are overdue, ahead, or planned without a date.
    case expected
    /// Events about which sources or briefs disagree.
    case disputed
    /// Briefs that rest on one origin, by origin.
    case singleOrigin
    /// Corrections of briefs, newest first.
    case corrections
  }

  /// Events of one type, all or those with a word in a field.
  package struct Choice: Sendable {
    /// The type's word.
    package let type: String
    /// The field and the word that it must have; `nil` for all events of the type.
    package let only: (field: String, word: String)?

    /// Whether the event is one of them. A disputed field has each of its words.
    package func contains(_ event: Event) -> Bool {
      guard event.type.key == type else { return false }
      guard let only else { return true }
      return event.folded[only.field]?.values.contains {
        $0.value == .value(.word(only.word))
      } ?? false
    }
  }

  private init(
    _ key: String, _ meaning: String, _ content: Content, _ columns: [EventColumn] = [],
    totals: [String] = []
  ) {
    self.key = key
    self.meaning = meaning
    self.content = content
    self.columns = columns
    self.totals = totals
  }

  /// Its address below the top of a language.
  package var path: String { key + "/" }

  /// Its part of the keys of its words: `single_origin`.
  package var wordKey: String { key.replacing("-", with: "_") }

  /// The desk with this word.
  package static func named(_ key: String) -> Desk? { all.first { $0.key == key } }
}

// MARK: - The desks

extension Desk {
  private static func all(_ type: String) -> Choice { Choice(type: type, only: nil) }

  /// All desks, in the order in which they are shown.
  package static let all: [Desk] = [
    Desk(
      "deals", "funding and acquisitions, with totals",
      .events([all("funding"), all("acquisition")]),
      [
        .event("investee", "target"), .date, .roles("buyers", "lead", "investor", "acquirer"),
        .field("amount", "price"), EventColumn("in_base", .inBase(["amount", "price"])),
        .field("round", "kind"), .field("stake"), .origins,
      ], totals: ["amount", "price"]),
    Desk(
      "moves", "people who join, leave and rise", .events([all("people")]),
      [
        .event("person"), .date, .field("move"), .roles("from", "from", title: "from_title"),
        .roles("to", "to", title: "to_title"), .origins,
      ]),
    Desk(
      "launches", "products and models that come out, change or end", .events([all("launch")]),
      [
        .event("product"), .date, .roles("maker", "maker"), .field("action"), .field("version"),
        .field("licence"), .origins,
      ]),
    Desk(
      "policy", "laws and rules", .events([all("regulation")]),
      [
        .event, .date, .field("instrument"), .field("jurisdiction"), .field("adopted"),
        .field("in_force"), .field("applies"), .field("penalty"), .origins,
      ]),
    Desk(
      "courts", "lawsuits, rulings and fines", .events([all("legal")]),
      [
        .event, .date, .field("kind"), .field("case"), .field("court"), .field("amount"),
        .field("outcome"), .origins,
      ]),
    Desk(
      "compute", "data centres, chips and power",
      .events([
        all("infrastructure"), Choice(type: "partnership", only: (field: "kind", word: "compute")),
      ]),
      [
        .event, .date, .field("site"), .field("power"), .field("chips"), .field("capex", "value"),
        .field("online"), .origins,
      ]),
    Desk(
      "incidents", "outages, breaches and misuse", .events([all("incident")]),
      [
        .event("service"), .date, .field("kind"), .field("started"), .field("ended"),
        .field("affected"), .field("cause"), .origins,
      ]),
    Desk(
      "expected", "what is to come, and what is overdue", .expected,
      [
        .event, EventColumn("expected", .expected), EventColumn("wait", .wait),
        EventColumn("type", .type), .origins,
      ]),
    Desk("disputed", "events about which sources differ", .disputed),
    Desk("single-origin", "briefs that rest on one origin", .singleOrigin),
    Desk("corrections", "what was corrected in briefs", .corrections),
  ]
}
