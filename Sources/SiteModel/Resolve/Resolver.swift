import GFMarkdown
package import SourceDiagnostics

/// What resolving depends on besides the files.
package struct ResolveOptions: Sendable {
  /// The only “now” there is.
  package var asOf: CalendarDate
  /// Whether drafts are treated as published.
  package var includesDrafts = false
  /// Whether briefs of the future and under embargo are.
  package var includesFuture = false
  /// How many threads work.
  package var workers = 1
  /// Whether briefs that have expired are.
  package var includesExpired = false
  /// What was found of names in texts when the site was resolved before.
  package var memory = MentionMemory()
  /// The files beside texts that may be used as they are, by path.
  package var assets: Set<String> = []

  package init(asOf: CalendarDate) { self.asOf = asOf }
}

/// Turns parsed files into the site: references become places, events are folded, indexes built.
///
/// The same files give the same site, whatever their order. Mistakes are reported and resolving goes
/// on, so that one run finds them all; a site with errors must not be rendered.
package func resolve(
  _ files: [ParsedFile], settings: SiteSettings, options: ResolveOptions,
  diagnostics: inout [Diagnostic]
) -> Site {
  var resolver = Resolver(files, settings: settings, options: options, diagnostics: &diagnostics)
  resolver.resolveRecords(&diagnostics)
  resolver.resolveBriefs(workers: options.workers, &diagnostics)
  resolver.indexBriefs()
  resolver.foldEvents(workers: options.workers, &diagnostics)
  return resolver.site
}

/// The state of resolving: the files by kind, the catalogue to look references up in, the site so far.
struct Resolver: Sendable {
  let content: ContentCollection
  let catalog: LinkCatalog
  let linker: TextLinker
  var site: Site
  /// The published briefs, newest first, as places in `content.briefs`.
  let published: [Int]
  let hidden: [Int]
  /// The ids of all events that published briefs assert, sorted.
  let eventIDs: [String]
  /// The titles of events by their ids, as the last brief by id gives them.
  let eventTitles: [String: String]

  init(
    _ files: [ParsedFile], settings: SiteSettings, options: ResolveOptions,
    diagnostics: inout [Diagnostic]
  ) {
    content = ContentCollection(files, diagnostics: &diagnostics)
    let rule = PublicationRule(
      asOf: options.asOf, includesDrafts: options.includesDrafts,
      includesFuture: options.includesFuture, includesExpired: options.includesExpired)
    var held = Site.HeldBack()
    var published: [(key: BriefSortKey, place: Int)] = []
    var hidden: [Int] = []
    for (place, brief) in content.briefs.enumerated() {
      let reason = rule.held(brief.source)
      switch reason {
      case nil: published.append((Self.sortKey(brief.source), place))
      case .draft: held.drafts += 1
      case .expired: held.expired += 1
      case .future(let day):
        held.future += 1
        held.nextDue = held.nextDue.map { min($0, day) } ?? day
      }
      if reason != nil { hidden.append(place) }
    }
    published.sort { $0.key < $1.key }
    self.published = published.map(\.place)
    self.hidden = hidden
    var titles: [String: String] = [:]
    var ids = Set<String>()
    let unpublished = Set(hidden)
    for (place, brief) in content.briefs.enumerated() {
      let isPublished = !unpublished.contains(place)
      for index in brief.source.events.indices {
        let id = brief.source.events[index].id.value
        if isPublished { ids.insert(id) }
        if let title = brief.source.events[index].title { titles[id] = title }
      }
    }
    eventTitles = titles
    eventIDs = ids.sorted(by: utf8Less)
    catalog = LinkCatalog(
      Self.catalogContent(
        content, published: self.published, hidden: hidden, events: eventIDs, options: options))
    linker = TextLinker(
      catalog: catalog, languages: settings.languages, memory: options.memory)
    site = Site(
      settings: settings, asOf: options.asOf, assets: options.assets.sorted(), heldBack: held,
      names: catalog.names)
    site.linkableNames = linker.linkableNames
  }

  static func sortKey(_ brief: BriefFile) -> BriefSortKey {
    let seconds: Int64 =
      switch brief.date.value {
      case .point(let point): point.startSecond
      case let date: date.lowerBound.map { Instant.midnight($0).seconds } ?? 0
      }
    return BriefSortKey(seconds: seconds, id: brief.id.text)
  }

  private static func catalogContent(
    _ content: ContentCollection, published: [Int], hidden: [Int], events: [String],
    options: ResolveOptions
  ) -> LinkCatalog.Content {
    var known = LinkCatalog.Content()
    known.entities = content.entities.map(\.source)
    known.topics = content.topics.map(\.source)
    known.assets = options.assets
    known.briefs.reserveCapacity(published.count)
    known.texts.reserveCapacity(content.briefs.count + content.entities.count)
    for (place, index) in published.enumerated() {
      let brief = content.briefs[index]
      known.briefs[brief.source.id.text] = place
      known.addText(
        brief.source.file, .brief(place), brief.source.language, brief.source.body,
        brief.translations)
    }
    known.hiddenBriefs = Set(hidden.map { content.briefs[$0].source.id.text })
    known.hiddenTexts = Set(
      hidden.flatMap { place in
        let brief = content.briefs[place]
        return [brief.source.file] + brief.translations.map(\.file)
      })
    for (place, record) in content.storylines.enumerated() {
      known.storylines[record.source.id.text] = place
    }
    known.events.reserveCapacity(events.count)
    for (place, id) in events.enumerated() { known.events[id] = place }
    known.hiddenEvents = Set(hidden.flatMap { content.briefs[$0].source.events.map(\.id.value) })
      .subtracting(events)
    let language = LanguageTag("")
    for (place, record) in content.entities.enumerated() {
      known.addText(
        record.source.file, .entity(place), language, record.source.body, record.translations)
    }
    for (place, record) in content.topics.enumerated() {
      known.addText(
        record.source.file, .topic(place), language, record.source.body, record.translations)
    }
    for (place, record) in content.storylines.enumerated() {
      known.addText(
        record.source.file, .storyline(place), language, record.source.body, record.translations)
    }
    for record in content.events {
      guard let place = known.events[record.source.id.text] else { continue }
      known.addText(
        record.source.file, .event(place), language, record.source.body, record.translations)
    }
    for (place, record) in content.pages.enumerated() {
      known.addText(
        record.source.file, .page(place), record.source.language, record.source.body,
        record.translations)
    }
    return known
  }
}

extension LinkCatalog.Content {
  /// Adds a text and its translations; a link to any of their files leads to the record.
  fileprivate mutating func addText(
    _ file: String, _ target: LinkTarget, _ language: LanguageTag, _ body: TextBody,
    _ translations: [TranslationFile]
  ) {
    texts[file] = LinkCatalog.TextPlace(target, language, body, translations)
    for other in translations {
      texts[other.file] = LinkCatalog.TextPlace(target, other.language, other.body, [])
    }
  }
}
