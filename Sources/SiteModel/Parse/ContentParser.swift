import FrontMatter
package import GFMarkdown
package import SourceDiagnostics

/// Turns one content file into a typed record; knows from the path what kind it is.
///
/// Works on one file at a time and reads only the settings, so files may be parsed on any number of
/// threads. Mistakes are reported; a file whose header cannot be used gives nothing.
package struct ContentParser: Sendable {
  // All that parsing depends on besides the file: `fingerprint` must hold what is added or read here.
  let settings: SiteSettings
  let options: [LanguageTag: MarkdownOptions]

  /// A parser for a site; `labels` are the words that HTML itself needs, by language.
  package init(settings: SiteSettings, labels: [LanguageTag: MarkdownOptions.Labels] = [:]) {
    self.settings = settings
    options = Dictionary(
      settings.languages.map { language in
        var options = MarkdownOptions(
          rawHTML: settings.allowsRawHTML ? .allowed : .escaped, language: language.text,
          typography: settings.allowsTypography)
        if let labels = labels[language] { options.labels = labels }
        return (language, options)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The record in the file at `path` (relative to the site's root), if it can be used.
  package func parse(
    path: String, bytes: [UInt8], diagnostics: inout [Diagnostic]
  ) -> ParsedFile? {
    guard let place = ContentPlace(path: path) else {
      diagnostics.append(misplaced(path))
      return nil
    }
    if let language = place.language, !settings.languages.contains(language) {
      let known = settings.languages.map(\.text)
      diagnostics.append(
        Diagnostic(
          .unknownLanguage,
          "'\(language)' in the file's name is not a language of the site"
            + Spelling.question(for: language.text, among: known),
          at: SourceSpan(file: path),
          help: "add '\(language)' to 'languages' in brevier.yml, or rename the file"))
      return nil
    }
    let split = FrontMatter.split(bytes, file: path, diagnostics: &diagnostics)
    guard let header = split.header else {
      if !diagnostics.contains(where: { $0.span?.file == path }) {
        diagnostics.append(missingHeader(path))
      }
      return nil
    }
    let document = FrontMatterDocument.parse(
      bytes, range: header, file: path, diagnostics: &diagnostics)
    let language = place.language ?? settings.language
    let markdown = Markdown.parse(
      bytes[split.bodyStart...], file: path, offset: split.bodyStart,
      options: options[language] ?? MarkdownOptions(language: language.text),
      diagnostics: &diagnostics)
    guard let document,
      let fields = MappingReader(document, place.schema, diagnostics: &diagnostics)
    else { return nil }
    let body = TextBody(markdown)
    var values = ValueReader(
      file: path, language: settings.language, setsTypography: settings.allowsTypography)
    let record = record(place, fields, body, &values)
    diagnostics += values.diagnostics
    return record
  }

  private func record(
    _ place: ContentPlace, _ fields: MappingReader, _ body: TextBody,
    _ values: inout ValueReader
  ) -> ParsedFile? {
    if let language = place.language, language != settings.language || place.isTranslation {
      return translation(place, language, fields, body, &values)
    }
    switch place.kind {
    case .brief:
      var language = settings.language
      if let own = fields.string("lang") { language = LanguageTag(own) }
      guard settings.languages.contains(language) else {
        reportLanguage(fields, &values)
        return nil
      }
      var reader = BriefReader(
        id: BriefID(place.id), language: language, fields: fields, body: body, values: values)
      defer { values = reader.values }
      return .brief(Boxed(reader.brief()))
    case .entity(let kind):
      var reader = EntityReader(
        id: EntityID(place.id), kind: kind, fields: fields, body: body, values: values)
      defer { values = reader.values }
      if let entity = reader.entity() { return .entity(Boxed(entity)) }
      return nil
    case .topic, .storyline, .event, .page:
      return smallRecord(place, fields, body, &values)
    }
  }

  private func smallRecord(
    _ place: ContentPlace, _ fields: MappingReader, _ body: TextBody,
    _ values: inout ValueReader
  ) -> ParsedFile? {
    let file = values.file
    let redirects = values.redirects(fields)
    switch place.kind {
    case .topic:
      guard let name = values.localised(fields, "name"), let node = fields.node("name")
      else { return nil }
      values.readWaivers(fields, scope: nil)
      return .topic(
        Boxed(
          TopicFile(
            id: TopicID(place.id), file: file, name: name, nameRange: node.range,
            summary: values.localised(fields, "description"),
            aliases: values.aliases(fields, "aliases"),
            related: values.references(fields, "related"), redirects: redirects,
            waivers: values.waivers,
            body: body)))
    case .storyline:
      guard let title = values.localised(fields, "title") else { return nil }
      return .storyline(
        Boxed(
          StorylineFile(
            id: StorylineID(place.id), file: file, title: title,
            summary: values.localised(fields, "summary"), state: fields.word("state") ?? .open,
            redirects: redirects, body: body)))
    case .event:
      return .event(
        Boxed(
          EventFile(
            id: EventID(place.id), file: file, title: values.localised(fields, "title"),
            redirects: redirects, body: body)))
    case .page:
      guard let title = fields.string("title") else { return nil }
      return .page(
        Boxed(
          PageFile(
            id: PageID(place.id), file: file, language: settings.language,
            title: values.words(title, settings.language) ?? title,
            summary: values.words(fields.string("summary"), settings.language),
            isInNavigation: fields.boolean("nav"),
            isDraft: fields.boolean("draft") ?? false, redirects: redirects, body: body)))
    case .brief, .entity: return nil
    }
  }

  private func translation(
    _ place: ContentPlace, _ language: LanguageTag, _ fields: MappingReader, _ body: TextBody,
    _ values: inout ValueReader
  ) -> ParsedFile? {
    var file = TranslationFile(
      original: place.original, file: values.file, language: language, body: body)
    file.isDraft = fields.boolean("draft") ?? false
    guard case .brief = place.kind else {
      file.title = values.placed(fields, "title") ?? values.placed(fields, "name")
      if let title = file.title?.value {
        file.title?.value = values.words(title, language) ?? title
      }
      file.summary = values.words(
        fields.string("summary") ?? fields.string("description"), language)
      return .translation(Boxed(file))
    }
    guard var title = values.placed(fields, "title") else { return nil }
    title.value = values.words(title.value, language) ?? title.value
    file.title = title
    file.summary = values.words(fields.string("summary"), language)
    file.date = values.calendarDate(fields, "date")
    file.authors = fields.strings("authors")
    var reader = BriefReader(
      id: BriefID(place.id), language: language, fields: fields, body: body, values: values)
    let words = reader.sharedWords()
    values = reader.values
    file.questions = words.questions
    file.why = words.why
    file.image = words.image
    file.corrections = words.corrections
    file.slug = words.slug
    file.redirects = words.redirects
    file.autolink = words.autolink
    return .translation(Boxed(file))
  }

  private func reportLanguage(_ fields: MappingReader, _ values: inout ValueReader) {
    guard let node = fields.node("lang") else { return }
    values.diagnostics.append(
      Diagnostic(
        .unknownLanguage,
        "'\(node.text)' is not a language of the site"
          + Spelling.question(for: node.text, among: settings.languages.map(\.text)),
        at: node.span, label: "unknown language",
        help: "add it to 'languages' in brevier.yml"))
  }

  private func misplaced(_ path: String) -> Diagnostic {
    let folders = ["briefs", "entities", "topics", "storylines", "events", "pages"]
    let folder = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    let parts = path.split(separator: "/").map(String.init)
    if folder == "entities", parts.count > 3, EntityKind(rawValue: parts[2]) == nil {
      let kinds = EntityKind.allCases.map(\.rawValue)
      return Diagnostic(
        .misplacedFile,
        "'\(parts[2])' is not a kind of entity" + Spelling.question(for: parts[2], among: kinds),
        at: SourceSpan(file: path), help: "the kinds are: " + kinds.joined(separator: ", "))
    }
    return Diagnostic(
      .misplacedFile,
      path.hasPrefix("content/entities/")
        ? "an entity's file stands in the folder of its kind, 'content/entities/KIND/NAME.md'"
        : "'\(path)' is in no folder of the content"
          + Spelling.question(for: folder, among: folders),
      at: SourceSpan(file: path),
      help: path.hasPrefix("content/entities/")
        ? "the kinds are: " + EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
        : "content stands in: " + folders.map { "content/\($0)/" }.joined(separator: ", "))
  }

  private func missingHeader(_ path: String) -> Diagnostic {
    Diagnostic(
      .missingHeader, "the file has no front matter", at: SourceSpan(file: path, range: 0..<0),
      label: "a line '---' must come first",
      help: "begin the file with '---', the fields, and '---' again")
  }
}

/// What a content file is, from its path alone.
struct ContentPlace {
  enum Kind: Hashable {
    case brief, topic, storyline, event, page
    case entity(EntityKind)
  }

  let kind: Kind
  /// The record's id: what the path says between its folder and the language.
  let id: String
  /// The language in the file's name.
  let language: LanguageTag?
  /// The path of the file that a translation translates.
  let original: String

  /// Whether the name holds a language; such a file translates the one without.
  var isTranslation: Bool { language != nil }

  /// Reads a path such as `content/briefs/2026/01/name.fr.md`; `nil` when it is in no known folder.
  init?(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count >= 3, parts[0] == "content", let last = parts.last, last.hasSuffix(".md")
    else { return nil }
    var name = String(last.dropLast(3))
    var language: LanguageTag?
    if let point = name.lastIndex(of: "."), point != name.startIndex {
      let tag = name[name.index(after: point)...]
      if LanguageTag.isTag(tag) {
        language = LanguageTag(String(tag))
        name = String(name[..<point])
      }
    }
    self.language = language
    original = (parts.dropLast() + [name + ".md"]).joined(separator: "/")
    switch parts[1] {
    case "briefs":
      kind = .brief
      id = name
    case "entities":
      guard parts.count == 4, let entity = EntityKind(rawValue: parts[2]) else { return nil }
      kind = .entity(entity)
      id = parts[2] + "/" + name
    case "topics":
      kind = .topic
      id = (parts[2...].dropLast() + [name]).joined(separator: "/")
    case "storylines":
      kind = .storyline
      id = name
    case "events":
      kind = .event
      id = name
    case "pages":
      kind = .page
      id = (parts[2...].dropLast() + [name]).joined(separator: "/")
    default: return nil
    }
  }

  /// The schema of its header.
  var schema: Schema {
    if isTranslation { return kind == .brief ? .briefTranslation : .recordTranslation }
    return switch kind {
    case .brief: .brief
    case .entity(let kind): .entity(kind)
    case .topic: .topic
    case .storyline: .storyline
    case .event: .eventText
    case .page: .page
    }
  }
}
