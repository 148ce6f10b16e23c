import SiteModel
import SitePlan
import TemplateEngine

/// Makes the `site` record of one language, which all its pages share.
struct SiteView {
  let context: ViewContext
  let make: ValueMaker

  private var site: SiteReader { context.site }
  private var settings: SiteSettings { site.settings }
  private var arena: ValueArena { make.arena }

  func record() -> Value {
    let language = context.language
    let home = context.addresses.url(context.addresses.prefix(language))
    let lists = context.plan.lists[language]
    let counts = arena.record(
      RecordShapes.counts,
      [
        .int(lists?.briefs.count ?? 0), .int(visible(site.entities.count) { .entity($0) }),
        .int(visible(site.events.count) { .event($0) }),
        .int(visible(site.topics.count) { .topic($0) }),
        .int(visible(site.storylines.count) { .storyline($0) }),
      ])
    return arena.record(
      RecordShapes.site,
      [
        make.text(settings.title.text(for: language.text)),
        make.text(settings.description?.text(for: language.text) ?? ""),
        make.text(language.text), make.text(context.addresses.absolute("")),
        make.text(settings.baseURL.path), make.text(home), make.date(.day(site.asOf)),
        languages(), make.strings(settings.authors), navigation(), feeds(), counts,
        make.text("Brevier"), desks(), SearchView(context: context, make: make).record(),
      ], id: SiteRecord.site.id)
  }

  private func visible(_ count: Int, _ target: (Int) -> LinkTarget) -> Int {
    (0..<count).count { context.addresses.has(target($0), in: context.language) }
  }

  private func languages() -> Value {
    let present = settings.languages.filter { language in
      context.plan.files.contains { $0.content == .home && $0.language == language }
    }
    guard present.count > 1 else { return make.list([]) }
    return make.list(
      present.map { language in
        arena.record(
          RecordShapes.siteLanguage,
          [
            make.text(language.text), make.text(context.words.vocabulary.ownName(of: language)),
            make.text(context.addresses.url(context.addresses.prefix(language))),
            .bool(language == context.language),
          ])
      })
  }

  /// The sections that the language has, and the standing pages that ask to be there.
  private func navigation() -> Value {
    let prefix = context.addresses.prefix(context.language)
    let addresses = Set(
      context.plan.files.filter { $0.language == context.language }.map(\.address))
    var entries: [Value] = []
    for (key, path) in Self.sections where addresses.contains(prefix + path) {
      entries.append(
        entry(key, context.words.strings.text("nav.\(key)"), context.addresses.url(prefix + path)))
    }
    for (place, page) in site.pages.enumerated() {
      guard
        let edition = page.editions.first(where: { $0.source.language == context.language }),
        edition.source.isInNavigation != false
      else { continue }
      entries.append(
        entry("page.\(page.id.text)", edition.source.title, context.url(.page(place))))
    }
    return make.list(entries)
  }

  /// The desks that the language has.
  private func desks() -> Value {
    let prefix = context.addresses.prefix(context.language)
    return make.list(
      settings.desks.filter { context.plan.has(address: prefix + $0.path) }.map { desk in
        entry(
          desk.key, DeskWords(context.words.strings).title(of: desk),
          context.addresses.url(prefix + desk.path))
      })
  }

  private func entry(_ key: String, _ title: String, _ url: String) -> Value {
    arena.record(RecordShapes.navEntry, [make.text(key), make.text(title), make.text(url)])
  }

  static let sections = [
    ("topics", "topics/"), ("storylines", "storylines/"), ("events", "events/"),
    ("entities", "entities/"), ("archive", "archive/"),
  ]

  private func feeds() -> Value {
    let prefix = context.addresses.prefix(context.language)
    return FeedLinks(context: context, make: make).value(
      at: prefix, title: settings.title.text(for: context.language.text))
  }
}

/// Makes the list of feeds that stand at an address.
struct FeedLinks {
  let context: ViewContext
  let make: ValueMaker

  func value(at address: String, title: String) -> Value {
    let outputs = context.site.settings.outputs
    var formats: [FeedFormat] = []
    if outputs.atom { formats.append(.atom) }
    if outputs.jsonFeed { formats.append(.json) }
    return make.list(
      formats.map { format in
        make.arena.record(
          RecordShapes.feed,
          [
            make.text(format.mediaType), make.text(title),
            make.text(context.addresses.url(address + format.fileName)),
          ])
      })
  }
}
