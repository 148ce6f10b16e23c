import GFMarkdown
import SourceDiagnostics
import WorkerThreads

/// Resolves briefs: their references, sources and texts; then the lists that lead to them.
extension Resolver {
  mutating func resolveBriefs(workers: Int, _ diagnostics: inout [Diagnostic]) {
    let resolver = self
    let results = Concurrency.map(published.count, workers: workers) { index in
      var found: [Diagnostic] = []
      let record = resolver.content.briefs[resolver.published[index]]
      let brief = resolver.resolve(record, &found)
      return (brief, found)
    }
    site.briefs = results.map(\.0)
    for (_, found) in results { diagnostics += found }
    // Briefs held back are resolved too, so that their mistakes show before they are due. What they
    // lead to may be held back with them.
    var found: [Diagnostic] = []
    var named = Set<Int>()
    for place in hidden {
      let brief = resolve(content.briefs[place], &found)
      named.formUnion(brief.entities)
      named.formUnion(brief.publishers.compactMap { $0 })
      site.heldBack.topics += brief.topics
    }
    site.heldBack.entities = named.sorted()
    diagnostics += found.filter { $0.rule != .hiddenTarget }
  }

  private func resolve(
    _ record: ContentCollection.Record<BriefFile>, _ diagnostics: inout [Diagnostic]
  ) -> Brief {
    resolve(record.source, record, &diagnostics)
  }

  private func resolve(
    _ source: BriefFile, _ record: ContentCollection.Record<BriefFile>,
    _ diagnostics: inout [Diagnostic]
  ) -> Brief {
    let language = source.language
    var publishers: [Int?] = []
    for item in source.sources {
      publishers.append(publisher(item, language, &diagnostics))
    }
    let origins = OriginGraph(
      source.sources, publishers: publishers, diagnostics: &diagnostics)
    var brief = Brief(
      record.boxed, origins: origins, publishers: publishers, sortKey: Self.sortKey(source))
    brief.editions.append(original(source, &diagnostics))
    for file in record.translations where !file.isDraft {
      brief.editions.append(translation(file, of: source, &diagnostics))
    }
    brief.topics = distinct(
      source.topics.compactMap { catalog.topic($0, diagnostics: &diagnostics) })
    brief.about = distinct(
      source.about.compactMap { catalog.entity($0, in: language, diagnostics: &diagnostics) })
    let named = source.mentions.compactMap {
      catalog.entity($0, in: language, diagnostics: &diagnostics)
    }
    if let storyline = source.storyline {
      brief.storyline = catalog.storyline(storyline, diagnostics: &diagnostics)
    }
    for edition in brief.editions { checkImage(edition, &diagnostics) }
    let participants = checkEvents(of: source, &diagnostics)
    checkClaims(of: source, &diagnostics)
    let written = brief.editions.flatMap(\.text.mentions)
    let about = brief.about
    brief.mentions = distinct(named + participants + written).filter { !about.contains($0) }
      .sorted()
    brief.entities = brief.about + brief.mentions
    return brief
  }

  private func distinct(_ places: [Int]) -> [Int] {
    if places.count < 2 { return places }
    if places.count < 16 {
      var kept: [Int] = []
      for place in places where !kept.contains(place) { kept.append(place) }
      return kept
    }
    var seen = Set<Int>()
    return places.filter { seen.insert($0).inserted }
  }

  /// The publication's record; plain names without a record are allowed, ids without one are not.
  private func publisher(
    _ source: Source, _ language: LanguageTag, _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let reference = source.publisher else { return nil }
    if reference.text.hasPrefix("publication/") || reference.text.hasPrefix("company/") {
      return catalog.entity(reference, in: language, diagnostics: &diagnostics)
    }
    return catalog.entity(named: reference.text, in: language)
  }

  private func checkImage(_ edition: BriefEdition, _ diagnostics: inout [Diagnostic]) {
    guard let image = edition.image else { return }
    let path = SourcePath.resolve(image.file.text, from: edition.file)
    if let path, catalog.assets.contains(path) { return }
    let near = Spelling.question(
      for: image.file.text,
      among: catalog.assets.sorted().compactMap { $0.split(separator: "/").last.map(String.init) })
    diagnostics.append(
      Diagnostic(
        .brokenLink,
        "image '\(image.file.text)': there is no file '\(path ?? image.file.text)'\(near)",
        at: image.file.span, label: "no such file", help: "put the picture beside the text"))
  }

  // MARK: - Editions

  private func original(_ source: BriefFile, _ diagnostics: inout [Diagnostic]) -> BriefEdition {
    var request = TextLinker.Request(
      file: source.file, language: source.language,
      autolink: source.autolink ?? site.settings.autolink)
    request.claims = source.claims.map(\.id)
    return BriefEdition(
      language: source.language, file: source.file, isOriginal: true, title: source.title.value,
      summary: source.summary ?? excerpt(of: source.body, in: source.language),
      text: linker.link(source.body, request, diagnostics: &diagnostics),
      date: source.date.value,
      authors: source.authors.isEmpty ? site.settings.authors : source.authors,
      questions: source.questions, why: source.why, image: source.image,
      corrections: source.corrections, slug: source.slug?.value ?? Slug.make(source.id.text).text,
      redirects: source.redirects, isDraft: source.isDraft)
  }

  private func translation(
    _ file: TranslationFile, of source: BriefFile, _ diagnostics: inout [Diagnostic]
  ) -> BriefEdition {
    var request = TextLinker.Request(
      file: file.file, language: file.language,
      autolink: file.autolink ?? source.autolink ?? site.settings.autolink)
    request.claims = source.claims.map(\.id)
    let authors = file.authors.isEmpty ? source.authors : file.authors
    return BriefEdition(
      language: file.language, file: file.file, isOriginal: false,
      title: file.title?.value ?? source.title.value,
      summary: file.summary ?? excerpt(of: file.body, in: file.language),
      text: linker.link(file.body, request, diagnostics: &diagnostics),
      date: file.date ?? source.date.value,
      authors: authors.isEmpty ? site.settings.authors : authors,
      questions: file.questions.isEmpty ? source.questions : file.questions,
      why: file.why ?? source.why, image: file.image ?? source.image,
      corrections: file.corrections.isEmpty ? source.corrections : file.corrections,
      slug: file.slug?.value ?? source.slug?.value ?? Slug.make(source.id.text).text,
      redirects: file.redirects, isDraft: source.isDraft)
  }

  /// A summary made from the first paragraph, in which references by id stand as titles, as they do
  /// on the page.
  private func excerpt(of body: TextBody, in language: LanguageTag) -> String {
    var text = body.excerpt(maximum: Self.excerptLength)
    for link in body.wikiLinks where link.label == link.target && text.contains(link.label) {
      guard let title = title(link.target, in: language) else { continue }
      text = text.replacing(link.label, with: title)
    }
    return text
  }

  private func title(_ target: String, in language: LanguageTag) -> String? {
    let parts = target.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "brief":
      guard let brief = Self.record(parts[1], in: content.briefs, id: \.id.text) else {
        return nil
      }
      let own = brief.translations.first { $0.language == language && !$0.isDraft }
      return own?.title?.value ?? brief.source.title.value
    case "topic":
      return Self.record(parts[1], in: content.topics, id: \.id.text)?
        .source.name.text(for: language.text)
    case "storyline":
      return Self.record(parts[1], in: content.storylines, id: \.id.text)?
        .source.title.text(for: language.text)
    case "event": return eventTitles[parts[1]] ?? parts[1]
    default: return nil
    }
  }

  /// The record with an id, in a list that is sorted by it.
  private static func record<File>(
    _ wanted: String, in records: [ContentCollection.Record<File>], id: (File) -> String
  ) -> ContentCollection.Record<File>? {
    var (low, high) = (0, records.count)
    while low < high {
      let middle = (low + high) / 2
      if utf8Less(id(records[middle].source), wanted) { low = middle + 1 } else { high = middle }
    }
    guard low < records.count, id(records[low].source) == wanted else { return nil }
    return records[low]
  }

  /// How long a summary made from the first paragraph may be, in characters.
  private static let excerptLength = 300

  // MARK: - Events and claims of one brief

  /// Looks up what the brief's events refer to; returns the entities that take part.
  private func checkEvents(
    of source: BriefFile, _ diagnostics: inout [Diagnostic]
  ) -> [Int] {
    var entities: [Int] = []
    let claims = source.claims.map(\.id)
    for index in source.events.indices {
      let assertion = source.events[index]
      let type = assertion.type.flatMap { EventVocabulary.type($0.value) }
      for participant in assertion.participants {
        let role = type?.role(participant.role.value)
        if let entity = catalog.entity(
          participant.entity, in: source.language, kinds: role?.kinds ?? [],
          diagnostics: &diagnostics)
        {
          entities.append(entity)
        }
      }
      if let place = assertion.place, place.text.contains("/") {
        _ = catalog.entity(place, in: source.language, diagnostics: &diagnostics)
      }
      let cited = assertion.claims + assertion.conflicts.flatMap { $0.values.flatMap(\.claims) }
      for reference in cited { checkClaim(reference, among: claims, &diagnostics) }
      checkAnchors(assertion.anchors, of: assertion.id.value, in: source, &diagnostics)
      for reference in assertion.dependsOn + assertion.supersedes
        + [assertion.partOf].compactMap({ $0 })
      {
        _ = catalog.event(reference, diagnostics: &diagnostics)
      }
    }
    return entities
  }

  /// Whether what relative dates of an event count from is there: a source of the brief, or another
  /// event.
  func checkAnchors(
    _ anchors: [Reference], of event: String, in brief: BriefFile,
    _ diagnostics: inout [Diagnostic]
  ) {
    let sources = brief.sources.map(\.id)
    for anchor in anchors where !sources.contains(anchor.text) {
      if anchor.text == event {
        diagnostics.append(
          Diagnostic(
            .unknownAnchor, "event '\(event)' cannot be dated from itself", at: anchor.span,
            label: "this very event", help: "name a source of the brief, or another event"))
      } else if catalog.hasEvent(anchor.text) {
        _ = catalog.event(anchor, diagnostics: &diagnostics)
      } else {
        diagnostics.append(
          Diagnostic(
            .unknownAnchor,
            "'\(anchor.text)' is neither a source of this brief nor an event"
              + Spelling.question(for: anchor.text, among: sources + catalog.eventIDs),
            at: anchor.span, label: "nothing has this id",
            help: "the sources here are: " + sources.joined(separator: ", ")))
      }
    }
  }

  private func checkClaims(of source: BriefFile, _ diagnostics: inout [Diagnostic]) {
    let ids = source.sources.map(\.id)
    for claim in source.claims {
      if let reference = claim.source, !ids.contains(reference.text) {
        diagnostics.append(
          Diagnostic(
            .unknownSource,
            "source '\(reference.text)' is not in this file"
              + Spelling.question(for: reference.text, among: ids),
            at: reference.span, label: "no source has this id",
            help: OriginGraph.help(ids)))
      }
      if let by = claim.by, !ids.contains(by.text), by.text.contains("/") {
        _ = catalog.entity(by, in: source.language, diagnostics: &diagnostics)
      }
    }
    let cited = source.questions.flatMap(\.claims)
    for reference in cited {
      checkClaim(reference, among: source.claims.map(\.id), &diagnostics)
    }
  }

  private func checkClaim(
    _ reference: Reference, among claims: [String], _ diagnostics: inout [Diagnostic]
  ) {
    guard !claims.contains(reference.text) else { return }
    diagnostics.append(
      Diagnostic(
        .unknownClaim,
        "claim '\(reference.text)' is not in this file"
          + Spelling.question(for: reference.text, among: claims),
        at: reference.span, label: "no claim has this id"))
  }

  // MARK: - Lists

  /// Enters each brief into the lists of its topics, entities and storyline. Briefs come newest
  /// first, so the lists do too.
  mutating func indexBriefs() {
    for place in site.briefs.indices {
      for entity in site.briefs[place].entities { site.entities[entity].briefs.append(place) }
      if let storyline = site.briefs[place].storyline {
        site.storylines[storyline].briefs.append(place)
      }
      // A handful, so a list is searched faster than a table.
      var reached: [Int] = []
      for topic in site.briefs[place].topics {
        var next: Int? = topic
        while let place = next, !reached.contains(place) {
          reached.append(place)
          next = site.topics[place].parent
        }
      }
      for topic in reached { site.topics[topic].briefs.append(place) }
    }
  }
}
