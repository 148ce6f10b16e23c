package import FrontMatter

/// All that is known of types of event: their fields, roles and words, as data.
///
/// A new type is one entry in `EventVocabulary.types`; the schema, the check of roles, the pages and
/// their labels follow from it. Interface strings of a language may say the words differently.
package struct EventType: Sendable {
  /// The word in a brief: `funding`.
  package let key: String
  /// What one such event is called.
  package let label: String
  /// What a page of them is called.
  package let plural: String
  /// The fields that only this type has, in the order of pages and tables.
  package let fields: [EventField]
  /// The roles of its participants; one of the first `principalCount` must be filled.
  package let roles: [EventRole]
  /// How many of the first roles are principal.
  package let principalCount: Int

  init(
    _ key: String, _ label: String, plural: String, _ fields: [EventField], roles: [EventRole],
    principals: Int = 2
  ) {
    self.key = key
    self.label = label
    self.plural = plural
    self.fields = fields
    self.roles = roles
    principalCount = min(principals, roles.count)
  }

  /// The type's word with its article: `a funding`, `an acquisition`.
  var withArticle: String { "aeiou".contains(key.prefix(1)) ? "an \(key)" : "a \(key)" }

  /// The field of this name.
  package func field(_ key: String) -> EventField? { fields.first { $0.key == key } }
  /// The role of this name.
  package func role(_ key: String) -> EventRole? { roles.first { $0.key == key } }
}

/// A field that one type of event has.
package struct EventField: Sendable {
  /// The word in a brief.
  package let key: String
  /// What it is called on a page.
  package let label: String
  /// What its value looks like.
  package let form: Shape
  /// The words of a closed set with their meanings; empty for other forms.
  package let words: [Word]
  /// What it means, for documentation and editors.
  package let meaning: String

  /// The forms of a typed field.
  package enum Shape: Sendable {
    /// Words of the author's choice.
    case text
    /// A list of them.
    case texts
    /// One of a closed set.
    case word([String])
    /// An amount with its qualifier.
    case quantity
    /// A date with its precision.
    case date
    /// True or false.
    case flag
  }

  init(_ key: String, _ label: String, _ form: Shape, _ meaning: String) {
    self.key = key
    self.label = label
    self.form = form
    words = []
    self.meaning = meaning
  }

  init(_ key: String, _ label: String, _ words: [Word], _ meaning: String) {
    self.key = key
    self.label = label
    form = .word(words.map(\.text))
    self.words = words
    self.meaning = meaning
  }
}

/// A part that a participant can play in a type of event.
package struct EventRole: Sendable {
  /// The word in a brief.
  package let key: String
  /// What it is called on a page.
  package let label: String
  /// The kinds of entity that can play it; empty for any.
  package let kinds: [EntityKind]

  init(_ key: String, _ label: String? = nil, _ kinds: [EntityKind] = []) {
    self.key = key
    self.label = label ?? key
    self.kinds = kinds
  }
}

/// The thirteen types of event.
package enum EventVocabulary {
  /// A body that can own, buy, sell, hire and be sued.
  private static let bodies: [EntityKind] = [
    .company, .organisation, .unit, .publication, .fund, .facility,
  ]
  private static let works: [EntityKind] = [.product, .model, .dataset, .unit, .facility]

  /// The types in the order in which they are listed.
  package static let types: [EventType] = [
    EventType(
      "funding", "funding round", plural: "Funding",
      [
        EventField("round", "Round", .text, "seed, A, B …, strategic, debt, ipo"),
        EventField("amount", "Amount", .quantity, "what was raised or invested"),
        EventField("pre_money", "Valuation before", .quantity, "the value before the money"),
        EventField("post_money", "Valuation after", .quantity, "the value with the money"),
        EventField("stake", "Stake", .quantity, "the share bought, in per cent"),
        EventField("instrument", "Instrument", .text, "equity, convertible note, debt, grant …"),
        EventField("closed", "Closed", .date, "when the money changed hands"),
      ],
      roles: [
        EventRole("investee", "investee", bodies), EventRole("lead", "lead investor"),
        EventRole("investor"), EventRole("seller"),
      ]),
    EventType(
      "acquisition", "acquisition", plural: "Acquisitions",
      [
        EventField(
          "kind", "Kind",
          [
            Word("full", "the whole company"),
            Word("majority", "control, not all of it"),
            Word("assets", "some of what it owns"),
            Word("acquihire", "its people, in the first place"),
            Word("licence_and_hire", "a licence, and its people"),
            Word("merger", "two become one"),
          ], "what was taken over"),
        EventField("price", "Price", .quantity, "what was paid or offered"),
        EventField("consideration", "Paid in", .text, "cash, shares, both"),
        EventField("stake", "Stake", .quantity, "the share bought, in per cent"),
        EventField("expected_close", "Expected close", .date, "when it should be done"),
        EventField("closed", "Closed", .date, "when it was done"),
      ],
      roles: [
        EventRole("target", "target", bodies + works), EventRole("acquirer"), EventRole("seller"),
        EventRole("regulator", "regulator", [.organisation]),
      ]),
    EventType(
      "launch", "launch", plural: "Launches",
      [
        EventField(
          "action", "Action",
          [
            Word("preview", "shown, or open to a few"),
            Word("release", "open to anyone, perhaps as a beta"),
            Word("ga", "generally available, with support"),
            Word("open_weights", "the weights can be downloaded"),
            Word("update", "a new version of what was there"),
            Word("price_change", "it costs more or less"),
            Word("postpone", "put off"),
            Word("deprecate", "on its way out"),
            Word("shutdown", "gone"),
          ], "what happened to the product"),
        EventField("version", "Version", .text, "the version's name"),
        EventField("licence", "Licence", .text, "the licence's name"),
        EventField("context", "Context", .quantity, "the context length in tokens"),
        EventField("params", "Parameters", .quantity, "how many parameters"),
        EventField("price", "Price", .text, "the price in the words used"),
        EventField("benchmarks", "Benchmarks", .texts, "results in the words used"),
      ],
      roles: [
        EventRole("product", "product", works), EventRole("maker"), EventRole("partner"),
        EventRole("customer"),
      ]),
    EventType(
      "people", "move", plural: "People",
      [
        EventField(
          "move", "Move",
          [
            Word("hire", "came from elsewhere"),
            Word("departure", "left"),
            Word("appointment", "was given an office"),
            Word("promotion", "rose within"),
            Word("return", "came back"),
            Word("board", "joined or left a board"),
            Word("founding", "founded something"),
          ], "what the person did"),
        EventField("from_title", "From", .text, "the title left"),
        EventField("to_title", "To", .text, "the title taken"),
        EventField("effective", "Effective", .date, "when it takes effect"),
      ],
      roles: [EventRole("person", "person", [.person]), EventRole("from"), EventRole("to")],
      principals: 1),
    EventType(
      "organisation", "reorganisation", plural: "Organisation",
      [
        EventField(
          "action", "Action",
          [
            Word("create_unit", "a new unit"),
            Word("dissolve", "a unit or body ends"),
            Word("reorganise", "units change shape or place"),
            Word("layoffs", "people lose their jobs"),
            Word("rename", "another name"),
            Word("relocate", "another place"),
          ], "what was done"),
        EventField("headcount", "People", .quantity, "how many people it concerns"),
      ],
      roles: [
        EventRole("organisation", "organisation", bodies), EventRole("unit", "unit", bodies),
        EventRole("leader", "leader", [.person]),
      ]),
    EventType(
      "partnership", "partnership", plural: "Partnerships",
      [
        EventField(
          "kind", "Kind",
          [
            Word("compute", "computing power"),
            Word("data", "data"),
            Word("distribution", "a way to customers"),
            Word("licensing", "rights of use"),
            Word("research", "research"),
            Word("joint_venture", "a company of both"),
          ], "what the parties share"),
        EventField("value", "Value", .quantity, "what it is worth"),
        EventField("term", "Term", .text, "how long it runs"),
        EventField("exclusive", "Exclusive", .flag, "whether it excludes others"),
      ],
      roles: [EventRole("party"), EventRole("provider"), EventRole("customer")]),
    EventType(
      "regulation", "regulation", plural: "Regulation",
      [
        EventField("instrument", "Instrument", .text, "the law, order or code"),
        EventField("reference", "Reference", .text, "its official number"),
        EventField("jurisdiction", "Jurisdiction", .text, "where it holds"),
        EventField("adopted", "Adopted", .date, "when it was adopted"),
        EventField("in_force", "In force", .date, "when it came into force"),
        EventField("applies", "Applies", .date, "when its duties begin"),
        EventField("penalty", "Penalty", .quantity, "the highest or the imposed penalty"),
      ],
      roles: [EventRole("body"), EventRole("addressee")]),
    EventType(
      "legal", "case", plural: "Courts",
      [
        EventField(
          "kind", "Kind",
          [
            Word("lawsuit", "somebody sues"),
            Word("investigation", "an authority looks into it"),
            Word("settlement", "the parties agree"),
            Word("ruling", "a court decides"),
            Word("appeal", "the decision is contested"),
            Word("fine", "a penalty is imposed"),
          ], "what step it is"),
        EventField("case", "Case", .text, "the case's name or number"),
        EventField("court", "Court", .text, "the court or authority"),
        EventField("amount", "Amount", .quantity, "what is claimed, paid or imposed"),
        EventField("outcome", "Outcome", .text, "how it ended"),
      ],
      roles: [
        EventRole("defendant"), EventRole("plaintiff"),
        EventRole("authority", "authority", [.organisation, .person]),
      ]),
    EventType(
      "research", "research result", plural: "Research",
      [
        EventField("doi", "DOI", .text, "the digital object identifier"),
        EventField("arxiv", "arXiv", .text, "the arXiv number"),
        EventField("venue", "Venue", .text, "the journal, conference or prize"),
        EventField("artefacts", "Artefacts", .texts, "code, weights, data that came with it"),
        EventField("results", "Results", .texts, "results in the words used"),
      ],
      roles: [
        EventRole("author"), EventRole("institution"), EventRole("model", "model", works),
      ]),
    EventType(
      "incident", "incident", plural: "Incidents",
      [
        EventField(
          "kind", "Kind",
          [
            Word("outage", "a service stops"),
            Word("breach", "data or systems are laid open"),
            Word("safety", "harm, or the danger of it"),
            Word("misuse", "used for what it must not be"),
          ], "what it was"),
        EventField("started", "Started", .date, "when it began"),
        EventField("ended", "Ended", .date, "when it was over"),
        EventField("affected", "Affected", .quantity, "how many people or systems"),
        EventField("cause", "Cause", .text, "the cause given"),
      ],
      roles: [EventRole("service"), EventRole("operator")]),
    EventType(
      "infrastructure", "project", plural: "Infrastructure",
      [
        EventField("site", "Site", .text, "where it stands"),
        EventField("power", "Power", .quantity, "in watts"),
        EventField("energy", "Energy", .quantity, "in watt-hours"),
        EventField("chips", "Chips", .quantity, "how many"),
        EventField("capex", "Investment", .quantity, "what is or was to be spent"),
        EventField("phase", "Phase", .text, "the part of the project"),
        EventField("online", "Online", .date, "when it starts to work"),
      ],
      roles: [EventRole("owner"), EventRole("operator"), EventRole("supplier")]),
    EventType(
      "financials", "results", plural: "Results",
      [
        EventField("period", "Period", .text, "the period, such as Q4 FY2026"),
        EventField("metric", "Metric", .text, "revenue, net income, market value …"),
        EventField("value", "Value", .quantity, "the figure"),
        EventField("yoy", "Against a year before", .quantity, "the change in per cent"),
        EventField("guidance", "Guidance", .quantity, "what is forecast for the next period"),
        EventField("basis", "Basis", .text, "GAAP, IFRS, adjusted …"),
      ],
      roles: [EventRole("company")]),
    EventType(
      "statement", "statement", plural: "Statements",
      [
        EventField(
          "form", "Form",
          [
            Word("goal", "what the speaker wants"),
            Word("forecast", "what the speaker expects"),
            Word("claim", "what the speaker says is so"),
            Word("denial", "what the speaker says is not so"),
            Word("promise", "what the speaker will do"),
          ], "what kind of statement"),
        EventField("due", "Due", .date, "when it should come true"),
        EventField("targets", "Targets", .texts, "what it aims at, in the words used"),
        EventField("resolution", "Resolution", .text, "how it turned out"),
      ],
      roles: [EventRole("speaker"), EventRole("subject")]),
  ]

  /// The fields of all types on which sources may differ, besides those of its own.
  static let commonConflictFields = [
    "type", "date", "participants", "certainty", "stage", "place",
  ]

  /// The form of a field before its event's type is known: that of the types which have such a
  /// field, where one says more than text does; nil when no type has it.
  static func form(ofAny key: String) -> EventField.Shape? {
    let forms = types.compactMap { $0.field(key)?.form }
    return forms.first { if case .text = $0 { false } else { true } } ?? forms.first
  }

  private static let index = Dictionary(uniqueKeysWithValues: types.map { ($0.key, $0) })

  /// The type with this word.
  package static func type(_ key: String) -> EventType? { index[key] }
}
