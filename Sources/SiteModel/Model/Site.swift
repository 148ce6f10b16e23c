import GFMarkdown

/// The whole site after resolving: every reference is a place in one of these lists, events are
/// folded, indexes built, order fixed. Immutable from here on.
///
/// Briefs are in order of publication, newest first, so a sorted list of their places is a list in
/// that order. All other records are sorted by id.
package struct Site: Sendable {
  package var settings: SiteSettings
  package var asOf: CalendarDate
  package var briefs: [Brief] = []
  package var entities: [Entity] = []
  package var topics: [Topic] = []
  package var storylines: [Storyline] = []
  package var events: [Event] = []
  package var pages: [StandingPage] = []
  /// The assets beside texts that some text uses, by path.
  package var assets: [String] = []
  /// Briefs held back and the day on which the next one is due.
  package var heldBack = HeldBack()
  package var names: NameTable
  /// The names that texts were searched for, by language.
  var linkableNames: [LanguageTag: [[UInt8]]] = [:]

  /// For each brief whether it can be read in a language.
  package func readableBriefs(in language: LanguageTag) -> [Bool] {
    briefs.indices.map { briefs[$0].isReadable(in: language) }
  }

  /// Whether anything in it is excepted from an editorial rule.
  package var hasWaivers: Bool {
    briefs.contains { !$0.source.waivers.isEmpty }
      || entities.contains { !$0.source.waivers.isEmpty }
      || topics.contains { !$0.source.waivers.isEmpty }
  }

  /// What is not published on this day.
  package struct HeldBack: Sendable, Hashable {
    package var drafts = 0
    package var future = 0
    package var expired = 0
    package var nextDue: CalendarDate?
    /// The entities that such briefs name, each once, sorted by place.
    package var entities: [Int] = []
    /// For each such brief its topics.
    package var topics: [Int] = []
  }
}

/// A text of the site in one language: where it came from and what its links mean.
package struct LinkedText: Sendable {
  package var language: LanguageTag
  package var file: String
  package var body: TextBody
  /// The places of the body's HTML to fill, in order.
  package var links: [TextLink]
  /// The entities that occur in it, each once, in order of appearance.
  package var mentions: [Int]
  /// What was found of names in it.
  var found = FoundNames.none

  package init(
    language: LanguageTag, file: String, body: TextBody, links: [TextLink] = [],
    mentions: [Int] = []
  ) {
    self.language = language
    self.file = file
    self.links = links
    self.mentions = mentions
    self.body = body
  }

  /// The bytes of the file on which a link's address stands.
  package func source(of link: TextLink) -> Range<Int>? {
    body.siteLinks.first { $0.html == link.range }?.source
  }
}

/// A place of a text's HTML and what belongs there.
package struct TextLink: Sendable, Hashable {
  /// The bytes of the HTML to replace.
  package var range: Range<Int>
  package var kind: Kind

  package enum Kind: Sendable, Hashable {
    /// A name that becomes a link around the bytes that stand there.
    case mention(LinkTarget)
    /// The value of an `href` or `src`.
    case address(LinkTarget, fragment: String?)
    /// The mark of a claim, by its place in the brief's claims.
    case citation(Int)
  }
}

/// What a link inside the site leads to, by its place in the site's lists.
package enum LinkTarget: Sendable, Hashable {
  case brief(Int)
  case entity(Int)
  case topic(Int)
  case event(Int)
  case storyline(Int)
  case page(Int)
  /// A file beside the text, by its path in the source.
  case asset(String)
  /// A path of the site, from its root.
  case path(String)
}

/// A brief with what it points at.
package struct Brief: Sendable {
  package var source: BriefFile {
    _read { yield boxedSource.value }
    _modify { yield &boxedSource.value }
  }
  /// The text in each language, the original first, then by tag.
  package var editions: [BriefEdition] = []
  package var topics: [Int] = []
  package var about: [Int] = []
  /// Entities that occur without being what it is about, by place.
  package var mentions: [Int] = []
  /// All entities, those it is about first. Stored, since whole lists of briefs are counted by it.
  package var entities: [Int] = []
  package var storyline: Int?
  /// For each of its assertions the event.
  package var events: [Int] = []
  package var origins: OriginGraph
  /// For each source, the publication's record.
  package var publishers: [Int?] = []
  package var sortKey: BriefSortKey
  private var boxedSource: Boxed<BriefFile>

  init(
    _ source: Boxed<BriefFile>, origins: OriginGraph, publishers: [Int?], sortKey: BriefSortKey
  ) {
    boxedSource = source
    self.origins = origins
    self.publishers = publishers
    self.sortKey = sortKey
  }

  package var id: BriefID { source.id }

  /// The first day of its date.
  package var day: CalendarDate? { source.date.value.lowerBound }

  /// Whether it can be read in a language.
  package func isReadable(in language: LanguageTag) -> Bool { place(of: language) != nil }

  /// Which of its editions is that in a language.
  package func place(of language: LanguageTag) -> Int? {
    var place = 0
    while place < editions.count {
      if editions[place].language == language { return place }
      place += 1
    }
    return nil
  }

  /// The edition in a language.
  package func edition(in language: LanguageTag) -> BriefEdition? {
    place(of: language).map { editions[$0] }
  }
}

/// Newest first; briefs of one instant by id.
package struct BriefSortKey: Sendable, Hashable, Comparable {
  package var seconds: Int64
  package var id: String

  package static func < (a: Self, b: Self) -> Bool {
    a.seconds != b.seconds
      ? a.seconds > b.seconds : utf8Less(a.id, b.id)
  }
}

/// A brief in one language.
package struct BriefEdition: Sendable {
  package var language: LanguageTag
  package var file: String
  package var isOriginal: Bool
  package var title: String
  package var summary: String
  package var text: LinkedText
  package var date: UncertainDate
  package var authors: [String]
  package var questions: [OpenQuestion]
  package var why: String?
  package var image: ImageUse?
  package var corrections: [Correction]
  package var slug: String
  package var redirects: [Placed<String>]
  package var isDraft: Bool
}

/// An entity with what points at it.
package struct Entity: Sendable {
  package var source: EntityFile {
    _read { yield boxedSource.value }
    _modify { yield &boxedSource.value }
  }
  package var slug: String
  package var profile: LinkedText
  /// Profiles in other languages.
  package var translations: [RecordTranslation] = []
  package var parent: Int?
  package var maker: Int?
  package var founders: [Int] = []
  package var mergedInto: Int?
  /// For each of a person's roles the organisation.
  package var roleOrganisations: [Int?] = []
  package var children: [Int] = []
  package var products: [Int] = []
  package var founded: [Int] = []
  /// People with a role in it, and which of their roles.
  package var people: [(person: Int, role: Int)] = []
  package var briefs: [Int] = []
  package var events: [Int] = []

  private var boxedSource: Boxed<EntityFile>

  init(
    _ source: Boxed<EntityFile>, slug: String, profile: LinkedText,
    translations: [RecordTranslation]
  ) {
    boxedSource = source
    self.slug = slug
    self.profile = profile
    self.translations = translations
  }

  package var id: EntityID { source.id }
  package var kind: EntityKind { source.kind }
}

/// The words and text of a record in another language.
package struct RecordTranslation: Sendable {
  package var language: LanguageTag
  package var title: String?
  package var summary: String?
  package var text: LinkedText
}

/// A topic with its place in the tree.
package struct Topic: Sendable {
  package var source: TopicFile
  package var text: LinkedText
  package var translations: [RecordTranslation] = []
  package var parent: Int?
  package var children: [Int] = []
  package var related: [Int] = []
  /// Briefs of this topic and of those below it.
  package var briefs: [Int] = []

  package var id: TopicID { source.id }
}

/// A storyline with its briefs.
package struct Storyline: Sendable {
  package var source: StorylineFile
  package var text: LinkedText
  package var translations: [RecordTranslation] = []
  package var briefs: [Int] = []

  package var id: StorylineID { source.id }
}

/// A standing page in its languages, the original first.
package struct StandingPage: Sendable {
  package var id: PageID
  package var editions: [(source: PageFile, text: LinkedText)]
}

/// An event: what its assertions amount to.
package struct Event: Sendable {
  package var id: EventID
  package var type: EventType
  /// Its assertions in the order in which they were made.
  package var assertions: [AssertionPlace]
  package var folded: FoldedEvent<EventContent>
  package var title: String?
  package var text: EventFile?
  package var linkedText: LinkedText?
  package var translations: [RecordTranslation] = []
  /// Who takes part now.
  package var participants: [EventParticipant]
  /// When it happens; where assertions of equal standing disagree, the time that covers them all.
  package var date: UncertainDate
  /// Where its sources differ, as its briefs declare it.
  package var conflicts: [EventConflict] = []
  package var place: EventPlace?
  package var badge: Badge
  package var dependsOn: [Int] = []
  package var enables: [Int] = []
  package var supersedes: [Int] = []
  package var supersededBy: [Int] = []
  package var partOf: Int?
  package var parts: [Int] = []
  /// Briefs that assert something of it, newest first.
  package var briefs: [Int] = []
  /// The distinct origins of all its briefs.
  package var origins: [EventOrigin] = []
}

/// One origin of an event: the roots, in any of its briefs, that are the same publisher or address.
package struct EventOrigin: Sendable, Hashable {
  /// Its sources, those of newer briefs first.
  package var sources: [SourcePlace]
}

/// Where a source stands: its brief and its place among the brief's sources.
package struct SourcePlace: Sendable, Hashable {
  package var brief: Int
  package var source: Int

  package init(brief: Int, source: Int) {
    self.brief = brief
    self.source = source
  }
}

/// Where an assertion stands: its brief and its place among the brief's events.
package struct AssertionPlace: Sendable, Hashable {
  package var brief: Int
  package var index: Int

  package init(brief: Int, index: Int) {
    self.brief = brief
    self.index = index
  }
}

/// One who takes part in an event.
package struct EventParticipant: Sendable, Hashable {
  package var entity: Int
  package var role: String

  package init(entity: Int, role: String) {
    self.entity = entity
    self.role = role
  }
}

/// Where an event is: a record or words.
package enum EventPlace: Sendable, Hashable {
  case entity(Int)
  case words(String)
}
