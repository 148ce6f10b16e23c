import FrontMatter
import GFMarkdown
import SourceDiagnostics

/// Reads a brief's header as the model's types.
struct BriefReader {
  let id: BriefID
  let language: LanguageTag
  let fields: MappingReader
  let body: TextBody
  var values: ValueReader

  /// The brief. One whose header lacks a title or a day, which has been reported, is read all the
  /// same, so that its other mistakes show in the same run; a site with errors is not rendered.
  mutating func brief() -> BriefFile {
    var title = values.placed(fields, "title") ?? Placed(id.text, 0..<0)
    let date = values.date(fields, "date")
    title.value = words(title.value) ?? title.value
    if let date, date.value.lowerBound == nil {
      values.diagnostics.append(
        Diagnostic(
          .badDate, "a brief needs a day on which it is published",
          at: SourceSpan(file: values.file, range: date.range),
          label: "not a day", help: "write it as 2026-01-15"))
    }
    var brief = BriefFile(
      id: id, file: values.file, language: language, title: title,
      date: date ?? Placed(.unknown, 0..<0), body: body)
    brief.summary = words(fields.string("summary"))
    brief.topics = values.references(fields, "topics")
    brief.sources = SourceReader.sources(fields, &values)
    values.onlySource = brief.sources.count == 1 ? brief.sources[0].id : ""
    brief.authors = fields.strings("authors")
    brief.kind = fields.word("kind") ?? .brief
    if let entities = fields.mapping("entities") {
      brief.about = values.references(entities, "about")
      brief.mentions = values.references(entities, "mentions")
    }
    brief.claims = claims(sources: brief.sources)
    brief.events = events()
    brief.storyline = values.reference(fields, "storyline")
    brief.importance = fields.integer("importance") ?? 3
    brief.embargo = values.date(fields, "embargo")
    brief.expires = values.date(fields, "expires")
    brief.isDraft = fields.boolean("draft") ?? false
    let words = sharedWords()
    brief.questions = words.questions
    brief.why = words.why
    brief.image = words.image
    brief.corrections = words.corrections
    brief.slug = words.slug
    brief.redirects = words.redirects
    brief.autolink = words.autolink
    values.readWaivers(fields, scope: nil)
    brief.waivers = values.waivers
    return brief
  }

  /// Text for readers, set in the typography of the brief's language.
  private func words(_ text: String?) -> String? { values.words(text, language) }

  /// What a brief and its translation both may hold.
  struct SharedWords {
    var questions: [OpenQuestion]
    var why: String?
    var image: ImageUse?
    var corrections: [Correction]
    var slug: Placed<String>?
    var redirects: [Placed<String>]
    var autolink: AutolinkMode?
  }

  mutating func sharedWords() -> SharedWords {
    SharedWords(
      questions: questions(), why: words(fields.string("why")), image: image(),
      corrections: corrections(), slug: values.slug(fields), redirects: values.redirects(fields),
      autolink: fields.word("autolink"))
  }

  private func questions() -> [OpenQuestion] {
    fields.list("open_questions").compactMap { node in
      switch node.kind {
      case .scalar: return OpenQuestion(text: words(node.text) ?? node.text)
      case .mapping:
        guard let text = node["text"]?.text else { return nil }
        let claims = node["claims"]?.items.compactMap { values.reference($0) } ?? []
        return OpenQuestion(text: words(text) ?? text, claims: claims)
      case .sequence: return nil
      }
    }
  }

  private func image() -> ImageUse? {
    guard let image = fields.mapping("image"), let file = values.reference(image, "file"),
      let alt = image.string("alt"), let licence = image.string("licence")
    else { return nil }
    return ImageUse(file: file, alt: alt, credit: image.string("credit"), licence: licence)
  }

  private mutating func corrections() -> [Correction] {
    fields.mappings("corrections").compactMap { item in
      guard let date = values.calendarDate(item, "date"),
        let kind: Correction.Kind = item.word("kind")
      else { return nil }
      return Correction(
        date: date, kind: kind, was: words(item.string("was")),
        now: words(item.string("now")), why: words(item.string("why")))
    }
  }

  // MARK: - Claims

  private mutating func claims(sources: [Source]) -> [Claim] {
    var claims: [Claim] = []
    for item in fields.mappings("claims") {
      guard let id = item.string("id") else { continue }
      var claim = Claim(id: id, range: item.node.range)
      claim.source = values.reference(item, "source")
      if claim.source == nil, sources.count == 1 {
        claim.source = Reference(sources[0].id, file: values.file, range: item.node.range)
      }
      claim.says = words(item.string("says"))
      claim.quote = item.string("quote")
      claim.by = values.reference(item, "by")
      claim.at = item.string("at")
      claim.certainty = item.word("certainty")
      claim.quantities = item.list("quantities").compactMap { values.quantity($0) }
      claim.language = item.string("lang")
      values.readWaivers(item, scope: item.node.range)
      if let first = claims.first(where: { $0.id == id }) {
        reportDouble("claim", id, at: claim.range, first: first.range)
      } else {
        claims.append(claim)
      }
    }
    return claims
  }

  private mutating func reportDouble(
    _ what: String, _ id: String, at range: Range<Int>, first: Range<Int>
  ) {
    values.diagnostics.append(
      Diagnostic(
        .duplicateLocalID, "two \(what)s of this brief are called '\(id)'",
        at: SourceSpan(file: values.file, range: range), label: "the second",
        related: [.init(SourceSpan(file: values.file, range: first), "the first")]))
  }

  // MARK: - Events

  private mutating func events() -> [EventAssertion] {
    var events: [EventAssertion] = []
    for item in fields.mappings("events") {
      guard let event = event(item) else { continue }
      if let first = events.first(where: { $0.id.value == event.id.value }) {
        reportDouble("event", event.id.value, at: event.id.range, first: first.id.range)
      } else {
        events.append(event)
      }
    }
    return events
  }

  private mutating func event(_ item: MappingReader) -> EventAssertion? {
    guard let id = values.placed(item, "id") else { return nil }
    let made = Slug.make(id.value).text
    if made != id.value {
      values.diagnostics.append(
        Diagnostic(
          .badSlug, "'\(id.value)' cannot be an event's id",
          at: SourceSpan(file: values.file, range: id.range),
          label: "small letters, digits and hyphens only", help: "write '\(made)'",
          fix: .init(SourceSpan(file: values.file, range: id.range), replacement: made)))
      return nil
    }
    var event = EventAssertion(id: id)
    let firstAnchor = values.anchors.count
    event.type = values.placed(item, "type")
    event.title = words(item.string("title"))
    event.certainty = item.word("certainty")
    event.stage = item.word("stage")
    event.date = values.date(item, "date")
    event.place = values.reference(item, "place")
    event.claims = values.references(item, "claims")
    event.dependsOn = values.references(item, "depends_on")
    event.supersedes = values.references(item, "supersedes")
    event.partOf = values.reference(item, "part_of")
    event.asOf = values.calendarDate(item, "as_of")
    event.reason = words(item.string("reason"))
    event.rank = item.word("rank") ?? .normal
    values.readWaivers(item, scope: item.node.range)
    let type = event.type.flatMap { EventVocabulary.type($0.value) }
    event.namesParticipants = item.node("participants") != nil
    event.participants = participants(item, type)
    event.conflicts = item.mappings("conflicts").compactMap { conflict($0, type) }
    for field in type?.fields ?? [] {
      if let value = value(of: field, item) { event.fields.append((field.key, value)) }
    }
    if event.type == nil {
      event.untyped = item.node.entries.filter { key, _ in
        Schema.eventAssertion.field(named: key.text) == nil
      }
    }
    event.anchors = Array(values.anchors[firstAnchor...])
    return event
  }

  private mutating func participants(
    _ item: MappingReader, _ type: EventType?
  ) -> [EventAssertion.Participant] {
    let found = item.mappings("participants").compactMap { node -> EventAssertion.Participant? in
      guard let entity = values.reference(node, "entity"), let role = values.placed(node, "role")
      else { return nil }
      if let type, type.role(role.value) == nil {
        let known = type.roles.map(\.key)
        values.diagnostics.append(
          Diagnostic(
            .unknownRole,
            "'\(role.value)' is not a role of \(type.withArticle) event"
              + Spelling.question(for: role.value, among: known),
            at: SourceSpan(file: values.file, range: role.range), label: "unknown role",
            help: "the roles are: " + known.joined(separator: ", ")))
        return nil
      }
      return EventAssertion.Participant(entity: entity, role: role)
    }
    if let type, !found.isEmpty, let key = item.key("participants") {
      let principals = type.roles.prefix(type.principalCount).map(\.key)
      if !found.contains(where: { principals.contains($0.role.value) }) {
        values.diagnostics.append(
          Diagnostic(
            .missingRole,
            "\(type.withArticle) event needs \(principals.joined(separator: " or ")) among its participants",
            at: key.span, label: "none of them has this role"))
      }
    }
    return found
  }

  private mutating func value(
    of field: EventField, _ item: MappingReader
  ) -> Placed<EventValue>? {
    guard let node = item.node(field.key) else { return nil }
    return values.eventValue(node, field.form).map { Placed($0, node.range) }
  }

  // MARK: - Conflicts

  /// What a source says in a conflict: a value of the field's form, or else the words it uses, since
  /// sources that differ are often vague.
  private mutating func conflictValue(_ node: Node, _ form: EventField.Shape) -> EventValue? {
    var trial = self
    let before = values.diagnostics.count
    if let value = trial.values.eventValue(node, form), trial.values.diagnostics.count == before {
      self = trial
      return value
    }
    return node.kind == .scalar ? .text(node.text) : values.eventValue(node, form)
  }

  private mutating func conflict(
    _ item: MappingReader, _ type: EventType?
  ) -> EventAssertion.Conflict? {
    guard let field = values.placed(item, "field") else { return nil }
    let own =
      type == nil ? EventVocabulary.form(ofAny: field.value) : type?.field(field.value)?.form
    let form = own ?? (field.value == "date" ? .date : .text)
    if let type, let problem = type.unknownConflictField(field, in: values.file) {
      values.diagnostics.append(problem)
      return nil
    }
    let found = item.list("values").compactMap { node -> EventAssertion.Conflict.Value? in
      let inner = node.kind == .mapping ? node["value"] : node
      guard let inner, let value = conflictValue(inner, form) else { return nil }
      return EventAssertion.Conflict.Value(
        value: value, claims: node["claims"]?.items.compactMap { values.reference($0) } ?? [],
        source: node["source"].flatMap { values.reference($0) }, note: node["note"]?.text)
    }
    let resolved = words(item.string("resolved"))
    if item.list("values").isEmpty, resolved == nil {
      values.diagnostics.append(
        Diagnostic(
          .emptyConflict, "the conflict on '\(field.value)' has neither 'values' nor 'resolved'",
          at: SourceSpan(file: values.file, range: field.range), label: "what differs?",
          help: "add 'values: […]', or 'resolved: …' where an earlier brief has listed them"))
      return nil
    }
    return EventAssertion.Conflict(
      field: field, values: found, note: words(item.string("note")), resolved: resolved)
  }
}

extension EventType {
  /// The diagnostic of a conflict on a field that events of this type do not have; nil when they do.
  func unknownConflictField(_ field: Placed<String>, in file: String) -> Diagnostic? {
    let known = EventVocabulary.commonConflictFields + fields.map(\.key)
    if known.contains(field.value) { return nil }
    return Diagnostic(
      .unknownConflictField,
      "'\(field.value)' is not a field of \(withArticle) event"
        + Spelling.question(for: field.value, among: known),
      at: SourceSpan(file: file, range: field.range), label: "unknown field")
  }
}
