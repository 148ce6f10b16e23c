import FrontMatter

/// A brief as its file says it: typed, placed, and pointing at nothing yet.
package struct BriefFile: Sendable {
  package var id: BriefID
  package var file: String
  package var language: LanguageTag
  package var title: Placed<String>
  package var summary: String?
  package var date: Placed<UncertainDate>
  package var topics: [Reference] = []
  package var sources: [Source] = []
  package var authors: [String] = []
  package var kind = BriefKind.brief
  package var about: [Reference] = []
  package var mentions: [Reference] = []
  package var events: [EventAssertion] = []
  package var claims: [Claim] = []
  package var storyline: Reference?
  package var importance = 3
  package var questions: [OpenQuestion] = []
  package var why: String?
  package var image: ImageUse?
  package var corrections: [Correction] = []
  package var isDraft = false
  package var embargo: Placed<UncertainDate>?
  package var expires: Placed<UncertainDate>?
  package var slug: Placed<String>?
  package var redirects: [Placed<String>] = []
  package var autolink: AutolinkMode?
  /// Exceptions from editorial rules, of the brief and of what is in it.
  package var waivers: [Waiver] = []
  package var body: TextBody

  package init(
    id: BriefID, file: String, language: LanguageTag, title: Placed<String>,
    date: Placed<UncertainDate>, body: TextBody
  ) {
    self.id = id
    self.file = file
    self.language = language
    self.title = title
    self.date = date
    self.body = body
  }
}

extension BriefFile {
  /// A date of this brief with relative words made a date where the day that they count from is
  /// known: that on which a source of the brief was published, or else that of an event, as `event`
  /// gives it. Other dates, and those that stay open, are returned as they are.
  package func resolved(
    _ date: UncertainDate, event: (String) -> UncertainDate? = { _ in nil }
  ) -> UncertainDate {
    guard case .relative(let relative) = date else { return date }
    let anchor =
      sources.contains { $0.id == relative.anchor }
      ? publication(of: relative.anchor) : event(relative.anchor)
    return anchor.flatMap { relative.resolved(against: $0) } ?? date
  }

  /// When a source was published, where that may itself be told in relation to another source.
  private func publication(of source: String) -> UncertainDate? {
    var words: [RelativeDate] = []
    var next = source
    // Sources that count from each other in a circle leave the day open.
    while words.count <= sources.count {
      guard let published = sources.first(where: { $0.id == next })?.published else { return nil }
      guard case .relative(let relative) = published else {
        return words.reversed().reduce(published) { day, word in
          day.flatMap { word.resolved(against: $0) }
        }
      }
      words.append(relative)
      next = relative.anchor
    }
    return nil
  }
}

/// What kind of text a brief is.
package enum BriefKind: String, Sendable, Hashable, CaseIterable {
  case brief, update, roundup, analysis
}

/// Which mentions of known names become links by themselves.
package enum AutolinkMode: String, Sendable, Hashable, CaseIterable {
  /// The first mention of each entity in a text.
  case first
  /// Every mention.
  case all
  /// None.
  case off
}

/// A source as a brief or record describes it.
package struct Source: Sendable, Hashable {
  package var id: String
  package var range: Range<Int>
  package var url: Placed<String>?
  package var isLocated = true
  package var publisher: Reference?
  package var title: String?
  package var authors: [String] = []
  package var language: String?
  package var published: UncertainDate?
  package var accessed: UncertainDate?
  package var kind: SourceKind?
  package var via: [Reference] = []
  package var credit: String?
  package var unnamed: String?
  package var archive: Archive?

  package struct Archive: Sendable, Hashable {
    package var url: String
    package var taken: UncertainDate?
  }
}

/// What a source is.
package enum SourceKind: String, Sendable, Hashable, CaseIterable {
  case original, relay, translation, primary, filing, social, dataset
  case pressRelease = "press_release"
}

/// What something in the text rests on: one statement of one source.
package struct Claim: Sendable, Hashable {
  package var id: String
  package var range: Range<Int>
  package var source: Reference?
  package var says: String?
  package var quote: String?
  package var by: Reference?
  package var at: String?
  package var certainty: Certainty?
  package var quantities: [Placed<Quantity>] = []
  package var language: String?
}

/// A question that the brief leaves open.
package struct OpenQuestion: Sendable, Hashable {
  package var text: String
  package var claims: [Reference] = []
}

/// A change made after publication.
package struct Correction: Sendable, Hashable {
  package var date: UncertainDate
  package var kind: Kind
  package var was: String?
  package var now: String?
  package var why: String?

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case typo, clarification, correction, update, retraction
  }
}

/// A picture used by a text.
package struct ImageUse: Sendable, Hashable {
  package var file: Reference
  package var alt: String
  package var credit: String?
  package var licence: String
}

/// What one brief says of one event.
package struct EventAssertion: Sendable, Hashable {
  package var id: Placed<String>
  package var type: Placed<String>?
  package var title: String?
  package var certainty: Certainty?
  package var stage: Stage?
  /// When it happens; said to be unknown is something said.
  package var date: Placed<UncertainDate>?
  package var participants: [Participant] = []
  /// Whether it says who takes part, rightly or not.
  package var namesParticipants = false
  package var place: Reference?
  package var claims: [Reference] = []
  package var dependsOn: [Reference] = []
  package var supersedes: [Reference] = []
  package var partOf: Reference?
  package var conflicts: [Conflict] = []
  /// The sources and events that its relative dates count from, where they name them.
  package var anchors: [Reference] = []
  package var asOf: UncertainDate?
  package var reason: String?
  package var rank = Assertion<EventContent>.Rank.normal
  /// The typed fields that it gives, in the order of the vocabulary.
  package var fields: [(key: String, value: Placed<EventValue>)] = []
  /// Further fields of an assertion that does not repeat the type: they are read when it is known.
  var untyped: [(key: Node, value: Node)] = []

  package struct Participant: Sendable, Hashable {
    package var entity: Reference
    package var role: Placed<String>
  }

  package struct Conflict: Sendable, Hashable {
    package var field: Placed<String>
    package var values: [Value]
    package var note: String?
    package var resolved: String?

    package struct Value: Sendable, Hashable {
      package var value: EventValue
      package var claims: [Reference]
      package var source: Reference?
      package var note: String?
    }
  }

  package static func == (a: Self, b: Self) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Anything that assertions give and the fold compares: typed fields and the common ones.
package enum EventContent: FoldValue, Hashable {
  case value(EventValue)
  case participants([EventParticipant])
  case place(EventPlace)

  package var foldText: String {
    switch self {
    case .value(let value): value.foldText
    case .participants(let list): list.map { "\($0.role):\($0.entity)" }.joined(separator: ",")
    case .place(.entity(let entity)): "e\(entity)"
    case .place(.words(let words)): "w" + words
    }
  }

  /// Amounts agree whatever the words they were quoted in, lists of participants in any order.
  package func agrees(with other: EventContent) -> Bool {
    switch (self, other) {
    case (.value(let mine), .value(let others)): mine.agrees(with: others)
    case (.participants(let mine), .participants(let others)): Set(mine) == Set(others)
    default: self == other
    }
  }
}

extension EventValue {
  /// A text by which values are ordered, the same for equal values and for no others of one form.
  package var foldText: String {
    switch self {
    case .text(let text), .word(let text): text
    case .texts(let texts): texts.joined(separator: "\u{1}")
    case .quantity(let quantity):
      ([quantity.description, quantity.verbatim ?? "", quantity.nature?.rawValue ?? ""]
        + quantity.inferred.map(\.rawValue)).joined(separator: "\u{1}")
    case .date(let date): date.description
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  /// The value as a brief would give it, for messages.
  package var plainText: String {
    switch self {
    case .quantity(let quantity): quantity.description
    case .texts(let texts): texts.joined(separator: ", ")
    default: foldText
    }
  }

  /// Whether both say the same: the same amount of the same thing, whichever words it was told in,
  /// else the same value.
  package func agrees(with other: EventValue) -> Bool {
    if case .quantity(let mine) = self, case .quantity(let others) = other {
      return mine.amount == others.amount && mine.qualifier == others.qualifier
        && mine.measure == others.measure
    }
    return self == other
  }
}

/// The value of a typed field.
package enum EventValue: Sendable, Hashable {
  case text(String)
  case texts([String])
  case word(String)
  case quantity(Quantity)
  case date(UncertainDate)
  case flag(Bool)
}
