import GFMarkdown
import SourceDiagnostics

/// Resolves the records beside briefs: entities, topics, storylines, pages.
extension Resolver {
  mutating func resolveRecords(_ diagnostics: inout [Diagnostic]) {
    resolveEntities(&diagnostics)
    resolveTopics(&diagnostics)
    for record in content.storylines {
      site.storylines.append(
        Storyline(
          source: record.source,
          text: link(record.source.body, record.source.file, nil, &diagnostics),
          translations: translations(record.translations, nil, &diagnostics)))
    }
    for record in content.pages {
      let original = record.source
      var editions = [
        (
          source: original,
          text: link(original.body, original.file, original.language, &diagnostics)
        )
      ]
      for other in record.translations where !other.isDraft {
        var page = original
        page.file = other.file
        page.language = other.language
        page.title = other.title?.value ?? original.title
        page.summary = other.summary
        page.redirects = []
        page.body = other.body
        editions.append((page, link(other.body, other.file, other.language, &diagnostics)))
      }
      if !original.isDraft { site.pages.append(StandingPage(id: original.id, editions: editions)) }
    }
  }

  private func link(
    _ body: TextBody, _ file: String, _ language: LanguageTag?, subject: Int? = nil,
    _ diagnostics: inout [Diagnostic]
  ) -> LinkedText {
    var request = TextLinker.Request(
      file: file, language: language ?? site.settings.language, autolink: site.settings.autolink)
    request.subject = subject
    return linker.link(body, request, diagnostics: &diagnostics)
  }

  private func translations(
    _ files: [TranslationFile], _ subject: Int?, _ diagnostics: inout [Diagnostic]
  ) -> [RecordTranslation] {
    files.filter { !$0.isDraft }.map { file in
      RecordTranslation(
        language: file.language, title: file.title?.value, summary: file.summary,
        text: link(file.body, file.file, file.language, subject: subject, &diagnostics))
    }
  }

  // MARK: - Entities

  private mutating func resolveEntities(_ diagnostics: inout [Diagnostic]) {
    let language = site.settings.language
    for (place, record) in content.entities.enumerated() {
      let source = record.source
      let name = source.id.text.split(separator: "/").last.map(String.init) ?? source.id.text
      var entity = Entity(
        record.boxed, slug: source.slug?.value ?? Slug.make(name).text,
        profile: link(source.body, source.file, nil, subject: place, &diagnostics),
        translations: translations(record.translations, place, &diagnostics))
      if let parent = source.parent?.value {
        entity.parent = catalog.entity(parent, in: language, diagnostics: &diagnostics)
      }
      if let maker = source.maker?.value {
        entity.maker = catalog.entity(maker, in: language, diagnostics: &diagnostics)
      }
      entity.founders = source.founders.compactMap {
        catalog.entity($0, in: language, kinds: [], diagnostics: &diagnostics)
      }
      entity.roleOrganisations = source.roles.map {
        catalog.entity($0.organisation, in: language, diagnostics: &diagnostics)
      }
      if let target = source.mergedInto {
        entity.mergedInto = catalog.entity(target, in: language, diagnostics: &diagnostics)
      }
      site.entities.append(entity)
    }
    breakCircles(&diagnostics)
    breakMergers(&diagnostics)
    for (place, entity) in site.entities.enumerated() {
      if let parent = entity.parent { site.entities[parent].children.append(place) }
      if let maker = entity.maker { site.entities[maker].products.append(place) }
      for founder in entity.founders { site.entities[founder].founded.append(place) }
      for (role, organisation) in entity.roleOrganisations.enumerated() {
        if let organisation { site.entities[organisation].people.append((place, role)) }
      }
    }
  }

  private mutating func breakCircles(_ diagnostics: inout [Diagnostic]) {
    for place in site.entities.indices {
      var seen: Set<Int> = [place]
      var next = site.entities[place].parent
      while let parent = next, seen.insert(parent).inserted { next = site.entities[parent].parent }
      guard next == place, let reference = site.entities[place].source.parent?.value else {
        continue
      }
      diagnostics.append(
        Diagnostic(
          .circularParents, "'\(site.entities[place].id)' is a part of itself",
          at: reference.span, label: "leads back to '\(site.entities[place].id)'"))
      site.entities[place].parent = nil
    }
  }

  private mutating func breakMergers(_ diagnostics: inout [Diagnostic]) {
    var targets = content.entities.map { $0.source.mergedInto.flatMap { catalog.unmerged($0) } }
    for place in targets.indices {
      guard let reference = content.entities[place].source.mergedInto else { continue }
      var seen: Set<Int> = [place]
      var next = targets[place]
      while let target = next, seen.insert(target).inserted { next = targets[target] }
      guard next == place else { continue }
      diagnostics.append(
        Diagnostic(
          .circularParents, "'\(site.entities[place].id)' is merged into itself",
          at: reference.span, label: "leads back to '\(site.entities[place].id)'"))
      targets[place] = nil
      site.entities[place].mergedInto = nil
    }
  }

  // MARK: - Topics

  private mutating func resolveTopics(_ diagnostics: inout [Diagnostic]) {
    let places = Dictionary(
      content.topics.enumerated().map { ($1.source.id, $0) }, uniquingKeysWith: { a, _ in a })
    for record in content.topics {
      let source = record.source
      var topic = Topic(
        source: source, text: link(source.body, source.file, nil, &diagnostics),
        translations: translations(record.translations, nil, &diagnostics))
      if source.id.depth > 3 {
        diagnostics.append(
          Diagnostic(
            .topicTooDeep,
            "topic '\(source.id)' is \(source.id.depth) levels deep; three are allowed",
            at: SourceSpan(file: source.file), help: "move it up, or make it an alias of its parent"
          ))
      }
      if let parent = source.id.parent {
        topic.parent = places[parent]
        if topic.parent == nil {
          diagnostics.append(
            Diagnostic(
              .missingParentTopic,
              "topic '\(source.id)' has no parent: there is no topic '\(parent)'",
              at: SourceSpan(file: source.file), help: "add 'content/topics/\(parent).md'"))
        }
      }
      topic.related = source.related.compactMap { catalog.topic($0, diagnostics: &diagnostics) }
      site.topics.append(topic)
    }
    for (place, topic) in site.topics.enumerated() {
      if let parent = topic.parent { site.topics[parent].children.append(place) }
    }
  }
}
