package import SiteModel
package import SitePlan

/// What a feed says, before it becomes Atom or JSON: its own data and its entries, newest first.
package struct FeedDocument: Sendable {
  package var language: LanguageTag
  package var title: String
  package var summary: String?
  /// The full address of the page that the feed follows.
  package var page: String
  /// The full address of the feed in each format, as paths of the plan say.
  package var folder: String
  package var authors: [String]
  /// The last change of any entry; `nil` without entries.
  package var updated: ContentDate?
  package var entries: [Entry]

  /// One brief in the feed's language.
  package struct Entry: Sendable {
    /// A tag URI (RFC 4151) that never changes.
    package var id: String
    package var url: String
    package var title: String
    package var summary: String
    package var published: ContentDate?
    package var updated: ContentDate?
    package var authors: [String]
    package var topics: [Category]
    /// The full text as HTML; `nil` in feeds of summaries.
    package var html: [UInt8]?
  }

  /// A topic of an entry.
  package struct Category: Sendable, Hashable {
    package var term: String
    package var label: String
  }

  /// The feed of a subject in a language.
  package init(
    _ subject: FeedSubject, in language: LanguageTag, _ site: Site, _ plan: SitePlan,
    changes: BriefChanges
  ) {
    self.init(subject, in: language, reading: SiteReader(site), plan, changes: changes)
  }

  /// The same, with what it reads of the site noted.
  init(
    _ subject: FeedSubject, in language: LanguageTag, reading site: SiteReader, _ plan: SitePlan,
    changes: BriefChanges
  ) {
    let addresses = plan.addresses
    let settings = site.settings
    self.language = language
    let siteTitle = settings.title.text(for: language.text)
    let path = Self.path(of: subject, addresses, language)
    page = addresses.absolute(path).percentEncoded
    folder = page
    if let name = Self.name(of: subject, site, language) {
      title = "\(name) – \(siteTitle)"
    } else {
      title = siteTitle
    }
    summary = Self.summary(of: subject, site, language)
    authors = settings.authors.isEmpty ? [siteTitle] : settings.authors.map(site.authorName)
    let isFull = subject == .site || settings.feedContent == .full
    let host = settings.baseURL.host
    entries = Self.briefs(of: subject, site, plan, language).compactMap { place in
      Self.entry(place, site, addresses, language, host, isFull: isFull, changes: changes)
    }
    updated = entries.reduce(nil) { ContentDate.latest($0, $1.updated) }
  }

  /// The briefs of a feed, newest first: as many as the settings say.
  static func briefs(
    of subject: FeedSubject, _ site: SiteReader, _ plan: SitePlan, _ language: LanguageTag
  ) -> [Int] {
    guard let lists = plan.lists[language] else { return [] }
    note(subject, site)
    let briefs =
      switch subject {
      case .site: lists.briefs
      case .topic(let topic): lists.only(site.topics[topic].briefs)
      case .entity(let entity): lists.only(site.entities[entity].briefs)
      case .storyline(let storyline): lists.only(site.storylines[storyline].briefs)
      }
    return Array(briefs.prefix(site.settings.feedSize))
  }

  private static func entry(
    _ place: Int, _ site: SiteReader, _ addresses: SiteAddresses, _ language: LanguageTag,
    _ host: String, isFull: Bool, changes: BriefChanges
  ) -> Entry? {
    // Read where it stands: a copy of it costs more than all that is made of it here.
    let editions = site.briefs[place].editions
    guard let own = editions.firstIndex(where: { $0.language == language }) else { return nil }
    if isFull { site.notes?.note(.brief(place), RecordShapes.Facet.text) }
    let url = addresses.absolute(addresses.path(.brief(place), for: language)).percentEncoded
    let body = BodyHTML(addresses, for: language, in: .feed(page: url), reading: site)
    let published = ContentDate(editions[own].date)
    return Entry(
      id: id(of: site.briefs[place], isOriginal: editions[own].isOriginal, language, host),
      url: url,
      title: editions[own].title, summary: editions[own].summary,
      published: published, updated: changes.changed(place, in: language) ?? published,
      authors: editions[own].authors.map(site.authorName),
      topics: site.briefs[place].topics.map { topic in
        Category(
          term: site.topics[topic].id.text, label: site.topics[topic].name(in: language))
      },
      html: isFull
        ? body.make(editions[own].text, claims: site.briefs[place].source.claims).html : nil)
  }

  /// `tag:HOST,YYYY-MM-DD:brief/ID`, and the language after it for a translation.
  static func id(
    of brief: Brief, isOriginal: Bool, _ language: LanguageTag, _ host: String
  ) -> String {
    let source = brief.source
    let day = source.date.value.lowerBound.map(\.description) ?? "1970-01-01"
    let language = isOriginal ? "" : "/" + language.text
    return "tag:\(host),\(day):brief/\(source.id)\(language)".percentEncoded
  }

  /// Notes that it is read which briefs a subject has.
  private static func note(_ subject: FeedSubject, _ site: SiteReader) {
    let record: SiteRecord
    switch subject {
    case .site:
      site.notes?.note(.briefs)
      return
    case .topic(let place): record = .topic(place)
    case .entity(let place): record = .entity(place)
    case .storyline(let place): record = .storyline(place)
    }
    site.notes?.note(record, RecordShapes.Facet.face, RecordShapes.Facet.relations)
  }

  private static func path(
    of subject: FeedSubject, _ addresses: SiteAddresses, _ language: LanguageTag
  ) -> String {
    switch subject {
    case .site: addresses.prefix(language)
    case .topic(let topic): addresses.path(.topic(topic), for: language)
    case .entity(let entity): addresses.path(.entity(entity), for: language)
    case .storyline(let storyline): addresses.path(.storyline(storyline), for: language)
    }
  }

  private static func name(
    of subject: FeedSubject, _ site: SiteReader, _ language: LanguageTag
  ) -> String? {
    switch subject {
    case .site: nil
    case .topic(let topic): site.topics[topic].name(in: language)
    case .entity(let entity): site.entities[entity].name(in: language)
    case .storyline(let storyline): site.storylines[storyline].title(in: language)
    }
  }

  private static func summary(
    of subject: FeedSubject, _ site: SiteReader, _ language: LanguageTag
  ) -> String? {
    switch subject {
    case .site: site.settings.description?.text(for: language.text)
    case .topic(let topic): site.topics[topic].summary(in: language)
    case .entity(let entity): site.entities[entity].summary(in: language)
    case .storyline(let storyline): site.storylines[storyline].summary(in: language)
    }
  }
}
