package import SiteModel

/// One file that the site will have: where it stands and what it shows. Nothing of it is made yet.
package struct PlannedFile: Sendable, Hashable {
  /// The file's path in the output, such as `briefs/meta/index.html`.
  package var path: String
  /// The address of the page, from the site's root: `briefs/meta/`.
  package var address: String
  /// The language of the page; that of the site for files without one.
  package var language: LanguageTag
  /// What it shows.
  package var content: Content
  /// Which page of a list it is, from 1.
  package var number: Int
  /// Of how many.
  package var total: Int
  /// The source file that calls for it, for messages about collisions.
  package var source: String
  /// The place in it that does, where there is one.
  package var range: Range<Int>?

  package init(
    address: String, language: LanguageTag, content: Content, number: Int = 1, total: Int = 1,
    source: String
  ) {
    self.address = address
    path = address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
    self.language = language
    self.content = content
    self.number = number
    self.total = total
    self.source = source
  }

  /// What a file shows.
  package enum Content: Sendable, Hashable {
    case home
    case brief(Int)
    case event(Int)
    case events(type: String?)
    /// The list of a desk, by its word.
    case desk(String)
    case entity(Int)
    case entities(kind: EntityKind?)
    case topic(Int)
    case topics
    case storyline(Int)
    case storylines
    case archive(year: Int?, month: Int?)
    case page(Int)
    /// How the site works and how it stands against its rules, with the standing page that tells.
    case method(page: Int?)
    case notFound
    case search
    /// What names the other files of a language's search index.
    case searchManifest
    /// One of those files: a shard of words, a file of records, the facets.
    case searchFile
    case redirect(to: String)
    case feed(FeedSubject, FeedFormat)
    case sitemapIndex
    case sitemap(part: Int)
    case robots
    /// A file copied from the source: of `content/`, or of `templates/assets/`.
    case asset(String)
  }

  /// The template that makes it; `nil` for files made without one.
  package var template: String? {
    switch content {
    case .home: "home.html"
    case .brief: "brief.html"
    case .event: "event.html"
    case .events: "events.html"
    case .desk(let key): Desk.named(key)?.template ?? "events.html"
    case .entity: "entity.html"
    case .entities: "entities.html"
    case .topic: "topic.html"
    case .topics: "topics.html"
    case .storyline: "storyline.html"
    case .storylines: "storylines.html"
    case .archive: "archive.html"
    case .page: "page.html"
    case .method: "method.html"
    case .notFound: "404.html"
    case .search: "search.html"
    case .redirect: "redirect.html"
    case .feed, .sitemapIndex, .sitemap, .robots, .searchManifest, .searchFile, .asset: nil
    }
  }

  /// When it is put in place: what is linked comes before what links it.
  package var phase: Phase {
    switch content {
    case .asset, .searchFile: .assets
    case .brief, .page, .method, .event, .redirect, .notFound, .search: .texts
    case .home, .feed, .sitemapIndex, .sitemap, .robots, .searchManifest: .entrances
    default: .lists
    }
  }

  /// The order of writing.
  package enum Phase: Int, Sendable, Hashable, Comparable, CaseIterable {
    case assets, texts, lists, entrances

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }
}

extension Desk {
  /// The template that makes its pages.
  package var template: String {
    switch content {
    case .events, .expected: "events.html"
    case .disputed: "disputed.html"
    case .singleOrigin: "single-origin.html"
    case .corrections: "corrections.html"
    }
  }
}

/// What a feed is about.
package enum FeedSubject: Sendable, Hashable {
  case site
  case topic(Int)
  case entity(Int)
  case storyline(Int)
}

/// The format of a feed.
package enum FeedFormat: String, Sendable, Hashable, CaseIterable {
  /// Atom (RFC 4287).
  case atom
  /// JSON Feed 1.1.
  case json

  /// The file's name.
  package var fileName: String { self == .atom ? "feed.xml" : "feed.json" }
  /// The media type of links to it.
  package var mediaType: String {
    self == .atom ? "application/atom+xml" : "application/feed+json"
  }
}
