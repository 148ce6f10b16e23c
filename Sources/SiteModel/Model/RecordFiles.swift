/// An entity as its file says it.
package struct EntityFile: Sendable {
  package var id: EntityID
  package var kind: EntityKind
  package var file: String
  package var name: Placed<String>
  package var aliases: [Alias] = []
  package var weakAliases: [Alias] = []
  package var previousNames: [PreviousName] = []
  package var summary: LocalisedText?
  package var parent: Sourced<Reference>?
  package var maker: Sourced<Reference>?
  package var founders: [Reference] = []
  package var roles: [Role] = []
  package var mergedInto: Reference?
  package var website: Sourced<String>?
  package var facts: [Fact] = []
  package var sameAs: [(site: String, id: String)] = []
  package var sources: [Source] = []
  package var slug: Placed<String>?
  package var redirects: [Placed<String>] = []
  package var waivers: [Waiver] = []
  package var body: TextBody

  package init(
    id: EntityID, kind: EntityKind, file: String, name: Placed<String>, body: TextBody
  ) {
    self.id = id
    self.kind = kind
    self.file = file
    self.name = name
    self.body = body
  }

  /// A name besides the main one.
  package struct Alias: Sendable, Hashable {
    package var text: String
    /// The language in which it is used; all when none is given.
    package var language: LanguageTag?
    package var range: Range<Int>
  }

  package struct PreviousName: Sendable, Hashable {
    package var name: Placed<String>
    package var from: UncertainDate?
    package var until: UncertainDate?
    package var source: String?
  }

  package struct Role: Sendable, Hashable {
    package var organisation: Reference
    package var title: String?
    package var from: UncertainDate?
    package var until: UncertainDate?
    package var source: String?
  }

  /// A fact that is only shown: seat, ticker, licence …
  package struct Fact: Sendable, Hashable {
    package var key: String
    package var value: EventValue
    package var source: String?
  }
}

/// A topic as its file says it.
package struct TopicFile: Sendable {
  package var id: TopicID
  package var file: String
  package var name: LocalisedText
  package var nameRange: Range<Int>
  package var summary: LocalisedText?
  package var aliases: [EntityFile.Alias] = []
  package var related: [Reference] = []
  package var redirects: [Placed<String>] = []
  package var waivers: [Waiver] = []
  package var body: TextBody
}

/// A storyline as its file says it.
package struct StorylineFile: Sendable {
  package var id: StorylineID
  package var file: String
  package var title: LocalisedText
  package var summary: LocalisedText?
  package var state = State.open
  package var redirects: [Placed<String>] = []
  package var body: TextBody

  package enum State: String, Sendable, Hashable, CaseIterable {
    case open, dormant, closed
  }
}

/// The text of an event's page as its file says it.
package struct EventFile: Sendable {
  package var id: EventID
  package var file: String
  package var title: LocalisedText?
  package var redirects: [Placed<String>] = []
  package var body: TextBody
}

/// A standing page as its file says it.
package struct PageFile: Sendable {
  package var id: PageID
  package var file: String
  package var language: LanguageTag
  package var title: String
  package var summary: String?
  package var isInNavigation: Bool?
  package var isDraft = false
  package var redirects: [Placed<String>] = []
  package var body: TextBody
}

/// A translation beside its original: the same path with a language tag before the ending.
package struct TranslationFile: Sendable {
  /// The original's path.
  package var original: String
  package var file: String
  package var language: LanguageTag
  package var title: Placed<String>?
  package var summary: String?
  package var date: UncertainDate?
  package var authors: [String] = []
  package var questions: [OpenQuestion] = []
  package var why: String?
  package var image: ImageUse?
  package var corrections: [Correction] = []
  package var isDraft = false
  package var slug: Placed<String>?
  package var redirects: [Placed<String>] = []
  package var autolink: AutolinkMode?
  package var body: TextBody
}

/// One content file, parsed. All are boxed: lists of files are sorted and handed on.
package enum ParsedFile: Sendable {
  case brief(Boxed<BriefFile>)
  case entity(Boxed<EntityFile>)
  case topic(Boxed<TopicFile>)
  case storyline(Boxed<StorylineFile>)
  case event(Boxed<EventFile>)
  case page(Boxed<PageFile>)
  case translation(Boxed<TranslationFile>)
}
