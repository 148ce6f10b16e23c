package import SiteModel

/// Knows the address of everything: each record's page in each language, from the site's root.
///
/// The default language stands at the root, every other below its tag. A record has a page in the
/// default language, and in another when at least one brief of it can be read in that language; where
/// it has none, links lead to the default language's page.
package struct SiteAddresses: Sendable {
  private let site: Site
  private let base: String
  /// For each language after the default one, whether a record has a page in it.
  private let present: [LanguageTag: Presence]
  /// For the readers of each language where every record is read, since pages ask for it all the time.
  private var paths: [LanguageTag: Paths] = [:]

  private struct Presence: Sendable {
    var entities: [Bool]
    var topics: [Bool]
    var storylines: [Bool]
    var events: [Bool]
  }

  private struct Paths: Sendable {
    var briefs: [String]
    var entities: [String]
    var topics: [String]
    var events: [String]
  }

  /// Works out which records have pages in which languages.
  package init(_ site: Site) {
    self.site = site
    base = site.settings.baseURL.path
    var present: [LanguageTag: Presence] = [:]
    for language in site.settings.languages.dropFirst() {
      let readable = site.readableBriefs(in: language)
      func any(_ briefs: [Int]) -> Bool { briefs.contains { readable[$0] } }
      present[language] = Presence(
        entities: site.entities.map { any($0.briefs) }, topics: site.topics.map { any($0.briefs) },
        storylines: site.storylines.map { any($0.briefs) },
        events: site.events.map { any($0.briefs) })
    }
    self.present = present
    for language in site.settings.languages {
      paths[language] = Paths(
        briefs: site.briefs.indices.map { made(.brief($0), for: language) },
        entities: site.entities.indices.map { made(.entity($0), for: language) },
        topics: site.topics.indices.map { made(.topic($0), for: language) },
        events: site.events.indices.map { made(.event($0), for: language) })
    }
  }

  /// The default language.
  package var defaultLanguage: LanguageTag { site.settings.language }

  /// The first part of all paths of a language: empty, or `fr/`.
  package func prefix(_ language: LanguageTag) -> String {
    language == defaultLanguage ? "" : language.text.lowercased() + "/"
  }

  /// A path as a link: the base path before it.
  package func url(_ path: String) -> String { base + path }

  /// A path as a full address with scheme and host.
  package func absolute(_ path: String) -> String { site.settings.baseURL.origin + base + path }

  // MARK: - Records

  /// The language in which the record of a link is read by a reader of `language`.
  package func language(of target: LinkTarget, for language: LanguageTag) -> LanguageTag {
    has(target, in: language) ? language : fallback(target)
  }

  /// Whether the record of a link has a page in a language.
  package func has(_ target: LinkTarget, in language: LanguageTag) -> Bool {
    if case .brief(let brief) = target { return site.briefs[brief].isReadable(in: language) }
    if case .page(let page) = target {
      return site.pages[page].editions.contains { $0.source.language == language }
    }
    guard let presence = present[language] else { return language == defaultLanguage }
    switch target {
    case .entity(let entity): return presence.entities[entity]
    case .topic(let topic): return presence.topics[topic]
    case .storyline(let storyline): return presence.storylines[storyline]
    case .event(let event): return presence.events[event]
    default: return false
    }
  }

  private func fallback(_ target: LinkTarget) -> LanguageTag {
    switch target {
    case .brief(let brief): site.briefs[brief].editions[0].language
    case .page(let page): site.pages[page].editions[0].source.language
    default: defaultLanguage
    }
  }

  /// The path of a record's page for a reader of `language`, from the site's root, without a slash
  /// before it and with one after it.
  package func path(_ target: LinkTarget, for reader: LanguageTag) -> String {
    guard let paths = paths[reader] else { return made(target, for: reader) }
    return switch target {
    case .brief(let place): paths.briefs[place]
    case .entity(let place): paths.entities[place]
    case .topic(let place): paths.topics[place]
    case .event(let place): paths.events[place]
    default: made(target, for: reader)
    }
  }

  private func made(_ target: LinkTarget, for reader: LanguageTag) -> String {
    let language = language(of: target, for: reader)
    return prefix(language) + bare(target, language)
  }

  private func bare(_ target: LinkTarget, _ language: LanguageTag) -> String {
    switch target {
    case .brief(let place):
      let edition = site.briefs[place].place(of: language) ?? 0
      return site.settings.briefPermalink.path(
        slug: site.briefs[place].editions[edition].slug, id: site.briefs[place].id,
        date: site.briefs[place].day) + "/"
    case .entity(let place):
      let entity = site.entities[place]
      return entity.kind.folder + "/" + entity.slug + "/"
    case .topic(let place): return "topics/" + site.topics[place].id.text + "/"
    case .storyline(let place): return "storylines/" + site.storylines[place].id.text + "/"
    case .event(let place): return "events/" + site.events[place].id.text + "/"
    case .page(let place): return site.pages[place].id.text + "/"
    case .asset(let file): return SiteAddresses.assetPath(file)
    case .path(let path): return String(path.drop { $0 == "/" })
    }
  }

  /// Where a file beside a text comes to stand: its path below `content/`.
  package static func assetPath(_ file: String) -> String {
    file.hasPrefix("content/") ? String(file.dropFirst("content/".count)) : file
  }

  /// The path of an archive page.
  package func archive(year: Int?, month: Int?, _ language: LanguageTag) -> String {
    var path = prefix(language) + "archive/"
    if let year { path += "\(year)/" }
    if let month { path += (month < 10 ? "0" : "") + "\(month)/" }
    return path
  }

  /// The path of the `number`th page of the list at `path`.
  package func page(_ number: Int, of path: String) -> String {
    number <= 1 ? path : path + "page/\(number)/"
  }
}
