package import SourceDiagnostics

/// The site's settings, read from `brevier.yml`; every one has a default except the title.
package struct SiteSettings: Sendable {
  package var title = LocalisedText("")
  package var description: LocalisedText?
  package var baseURL = BaseURL.example
  package var language = LanguageTag("en")
  /// All languages, the default one first.
  package var languages = [LanguageTag("en")]
  package var authors: [String] = []
  package var listPageSize = 25
  package var entityPageSize = 50
  /// Events on a page of a table of events: twice the briefs on a page of an entity.
  package var eventPageSize: Int { entityPageSize * 2 }
  /// Names on a page of an index of entities, which are one line each.
  package var indexPageSize: Int { entityPageSize * 4 }
  /// Rows on a page of a desk.
  package var deskPageSize: Int { entityPageSize * 2 }
  package var feedSize = 20
  package var feedContent = FeedContent.summaries
  package var outputs = Outputs()
  /// The desks that the site has, in the order of its navigation.
  package var desks = Desk.all
  package var autolink = AutolinkMode.first
  package var allowsRawHTML = false
  package var allowsTypography = true
  package var briefPermalink = PermalinkPattern.brief
  package var trimBlocks = false
  package var lstripBlocks = false
  /// How much the editorial rules ask.
  package var strictness = Strictness.light
  /// Severities that differ from those of the rules; `nil` switches a rule off.
  package var severities: [String: Severity?] = [:]
  /// Dated exchange rates into the base currency.
  package var rates = Currency(code: "USD").map { ExchangeRates(base: $0, []) }
  /// Where each setting stands, for messages.
  package var file = "brevier.yml"

  package init() {}

  /// What the feeds of topics, entities and storylines carry.
  package enum FeedContent: String, Sendable, CaseIterable {
    case summaries, full
  }

  /// How much the editorial rules ask of a brief.
  package enum Strictness: String, Sendable, CaseIterable {
    /// They are not asked.
    case off
    /// Figures need claims only in briefs that have claims.
    case light
    /// Figures need claims in every brief.
    case newsroom
  }

  /// Which kinds of file are made besides pages.
  package struct Outputs: Sendable, Hashable {
    package var atom = true
    package var jsonFeed = true
    package var sitemap = true
    package var robots = true
    package var jsonLD = true
    /// Feeds for each topic, entity and storyline, not only for the site.
    package var recordFeeds = true
    package var redirects = true
    package var archive = true
    package var events = true
    /// Lists of deals, moves, overdue events, corrections … as `desks` says.
    package var desks = true
    /// Briefs related to a brief, on its page.
    package var related = true
    /// The search page, its box on every page, and the index that both ask.
    package var search = true
  }
}

/// The address under which the site will be found.
package struct BaseURL: Sendable, Hashable {
  /// Scheme and host, without a slash at the end: `https://example.org`.
  package let origin: String
  /// The path, with a slash at both ends: `/` or `/sub/`.
  package let path: String

  /// The address used when none is set: a name that never exists (RFC 2606).
  package static let example = BaseURL(origin: "https://example.org", path: "/")

  private init(origin: String, path: String) {
    self.origin = origin
    self.path = path
  }

  /// Reads an `http` or `https` address without query and fragment; `nil` for anything else.
  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let isHost = host.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x5B, 0x5D: true
      default: false
      }
    }
    let path = rest.dropFirst(host.count)
    let isPath = path.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: true
      default: false
      }
    }
    guard !host.isEmpty, isHost, isPath else { return nil }
    origin = scheme + host
    let parts = path.split(separator: "/")
    guard !parts.contains(".."), !parts.contains(".") else { return nil }
    self.path = parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
  }
}

/// How the address of a brief is made: fixed parts and `:slug :id :year :month :day`.
package struct PermalinkPattern: Sendable, Hashable {
  /// The pattern as written, without slashes at its ends.
  package let text: String
  private let parts: [String]

  /// `briefs/:slug`
  package static let brief = PermalinkPattern(["briefs", ":slug"])

  private init(_ parts: [String]) {
    self.parts = parts
    text = parts.joined(separator: "/")
  }

  /// The words that a pattern may hold.
  package static let words = [":slug", ":id", ":year", ":month", ":day"]

  /// Reads a pattern; `nil` when it has neither `:slug` nor `:id`, an unknown word, or a part that an
  /// address cannot have.
  package init?(_ text: String) {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.contains(":slug") || parts.contains(":id") else { return nil }
    for part in parts where !Self.words.contains(part) && part != Slug.make(part).text {
      return nil
    }
    self.init(parts)
  }

  /// The path of a brief, without slashes at its ends.
  package func path(slug: String, id: BriefID, date: CalendarDate?) -> String {
    var path = ""
    for part in parts {
      if !path.isEmpty { path += "/" }
      switch part {
      case ":slug": path += slug
      case ":id": path += id.text
      case ":year": path += date.map { padded($0.year, 4) } ?? "undated"
      case ":month": path += date.map { padded($0.month, 2) } ?? "00"
      case ":day": path += date.map { padded($0.day, 2) } ?? "00"
      default: path += part
      }
    }
    return path
  }
}
