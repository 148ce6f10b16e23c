import GFMarkdown
import SearchIndex
import SiteModel
import SitePlan
import SourceDiagnostics
import TemplateEngine

/// Makes the documents of one language's index: what each is found by, what is shown of it, and what
/// it can be chosen by.
struct SearchDocuments {
  /// A document before its terms are read.
  struct Made {
    var document = SearchDocument()
    var record: [UInt8] = []
    var facets: [String] = []
  }

  private let pages: PageRenderer
  private let section: SiteSearch.Section
  private let language: LanguageTag
  private let words: PageWords?
  private let events: EventFacts?

  init(_ pages: PageRenderer, _ section: SiteSearch.Section) {
    self.pages = pages
    self.section = section
    language = section.language
    let shared = pages.languages[language]
    words = shared?.context.words
    events = shared.map {
      // Titles of events are words; nothing is put into the arena, which is frozen.
      EventFacts(
        context: $0.context,
        make: ValueMaker(arena: $0.arena, context: $0.context))
    }
  }

  private var site: Site { pages.site }

  private func url(_ target: LinkTarget) -> String {
    let addresses = pages.plan.addresses
    return addresses.url(addresses.path(target, for: language))
  }

  // MARK: - News

  /// A brief.
  func news(_ place: Int) -> Made {
    var made = Made()
    let brief = site.briefs[place]
    guard let edition = brief.edition(in: language) else { return made }
    made.document.add(.title, edition.title)
    for entity in brief.entities { addNames(of: site.entities[entity], .name, to: &made.document) }
    for topic in brief.topics { addNames(of: site.topics[topic], .name, to: &made.document) }
    for event in brief.events {
      if let title = events?.title(site.events[event]) { made.document.add(.name, title) }
    }
    if let storyline = brief.storyline {
      made.document.add(.name, site.storylines[storyline].title(in: language))
    }
    made.document.add(.summary, edition.summary)
    made.document.texts.append((.body, edition.text.body.content.plainText))
    if let why = edition.why { made.document.add(.body, why) }
    for question in edition.questions { made.document.add(.body, question.text) }
    made.facets = facets(of: brief)
    var json = JSONWriter()
    json.array { json in
      json.string(url(.brief(place)))
      json.string(edition.title)
      json.string(edition.summary)
      json.string(words.map { edition.date.text(in: $0.dates) } ?? "")
      json.string(edition.date.htmlDateTime ?? "")
    }
    made.record = json.bytes
    return made
  }

  private func facets(of brief: Brief) -> [String] {
    var facets: [String] = []
    if let year = brief.source.date.value.lowerBound?.year {
      facets.append(SiteSearch.facet("year", String(year), String(year)))
    }
    for topic in brief.topics {
      var next: Int? = topic
      while let place = next {
        facets.append(section.topicFacets[place])
        next = site.topics[place].parent
      }
    }
    for event in brief.events {
      let type = site.events[event].type
      facets.append(
        SiteSearch.facet("type", type.key, words?.vocabulary.plural(type) ?? type.key))
    }
    for entity in brief.entities { facets.append(section.entityFacets[entity]) }
    return facets
  }

  // MARK: - Subjects

  /// A name, topic, storyline or standing page.
  func subject(_ target: LinkTarget) -> Made {
    switch target {
    case .entity(let place):
      let entity = site.entities[place]
      var document = SearchDocument()
      addNames(of: entity, .title, to: &document)
      add(entity.summary(in: language), entity.profile, entity.translations, to: &document)
      return made(
        document, target, entity.name(in: language), entity.summary(in: language),
        words?.vocabulary.kind(entity.kind))
    case .topic(let place):
      let topic = site.topics[place]
      var document = SearchDocument()
      addNames(of: topic, .title, to: &document)
      add(topic.summary(in: language), topic.text, topic.translations, to: &document)
      return made(
        document, target, topic.name(in: language), topic.summary(in: language),
        words?.strings.text("search.topic"))
    case .storyline(let place):
      let storyline = site.storylines[place]
      let title = storyline.title(in: language)
      var document = SearchDocument()
      document.add(.name, title)
      add(storyline.summary(in: language), storyline.text, storyline.translations, to: &document)
      return made(
        document, target, title, storyline.summary(in: language),
        words?.strings.text("search.storyline"))
    case .page(let place): return page(place)
    case .brief, .event, .asset, .path: return Made()
    }
  }

  private func page(_ place: Int) -> Made {
    let page = site.pages[place]
    guard let edition = page.editions.first(where: { $0.source.language == language }) else {
      return Made()
    }
    var document = SearchDocument()
    document.add(.name, edition.source.title)
    document.add(.summary, edition.source.summary ?? "")
    document.texts.append((.body, edition.text.body.content.plainText))
    return made(document, .page(place), edition.source.title, edition.source.summary, nil)
  }

  /// Adds the summary of a record and its text, where it is in the language.
  private func add(
    _ summary: String?, _ text: LinkedText, _ translations: [RecordTranslation],
    to document: inout SearchDocument
  ) {
    document.add(.summary, summary ?? "")
    let own = translations.first { $0.language == language }?.text ?? text
    if own.language == language { document.texts.append((.body, own.body.content.plainText)) }
  }

  private func made(
    _ document: SearchDocument, _ target: LinkTarget, _ title: String, _ summary: String?,
    _ kind: String?
  ) -> Made {
    var json = JSONWriter()
    json.array { json in
      json.string(url(target))
      json.string(title)
      json.string(summary ?? "")
      json.string(kind ?? "")
    }
    return Made(document: document, record: json.bytes)
  }

  // MARK: - Names

  /// Every name that an entity has or had for readers of the language.
  private func addNames(
    of entity: Entity, _ field: SearchDocument.Field, to document: inout SearchDocument
  ) {
    let source = entity.source
    add(source.name.value, field, to: &document)
    let translated = entity.name(in: language)
    if translated != source.name.value { add(translated, field, to: &document) }
    add(source.aliases + source.weakAliases, field, to: &document)
    for previous in source.previousNames { add(previous.name.value, field, to: &document) }
  }

  private func addNames(
    of topic: Topic, _ field: SearchDocument.Field, to document: inout SearchDocument
  ) {
    add(topic.name(in: language), field, to: &document)
    add(topic.source.aliases, field, to: &document)
  }

  private func add(
    _ aliases: [EntityFile.Alias], _ field: SearchDocument.Field,
    to document: inout SearchDocument
  ) {
    for alias in aliases where alias.language == nil || alias.language == language {
      add(alias.text, field, to: &document)
    }
  }

  /// Adds a name: what is asked by its one word means it rather than what has that word among others.
  private func add(
    _ name: String, _ field: SearchDocument.Field, to document: inout SearchDocument
  ) {
    let isOneWord = name.utf8.allSatisfy { byte in
      byte >= 0x80 || byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10
    }
    document.add(field == .title && !isOneWord ? .name : field, name)
  }
}
