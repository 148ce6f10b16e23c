import FrontMatter
import SourceDiagnostics

/// Gathers what briefs assert of each event, checks that it fits together, and folds it.
extension Resolver {
  mutating func foldEvents(_ diagnostics: inout [Diagnostic]) {
    let gathered = gatherAssertions()
    let texts = Dictionary(
      content.events.map { ($0.source.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = gathered.keys.sorted()
    var types: [EventID: EventType] = [:]
    for id in ids {
      let places = gathered[id] ?? []
      types[id] = type(of: id, places, &diagnostics)
      guard let type = types[id] else { continue }
      for place in places { readUntyped(place, type, &diagnostics) }
    }
    let days = eventDays(of: ids, gathered)
    for id in ids {
      guard let type = types[id] else { continue }
      site.events.append(event(id, type, gathered[id] ?? [], texts[id], days, &diagnostics))
    }
    // Every assertion of a site without errors has its event; with errors nothing is rendered.
    guard site.events.count == ids.count else { return }
    for (place, id) in ids.enumerated() {
      for assertion in gathered[id] ?? [] {
        site.briefs[assertion.brief].events.append(place)
      }
    }
    for brief in site.briefs.indices {
      let order = Dictionary(
        site.briefs[brief].source.events.enumerated().map { ($1.id.value, $0) },
        uniquingKeysWith: { first, _ in first })
      site.briefs[brief].events.sort {
        (order[ids[$0].text] ?? 0) < (order[ids[$1].text] ?? 0)
      }
    }
    relateEvents(&diagnostics)
    for place in site.events.indices {
      site.events[place].origins = site.mergedOrigins(of: site.events[place].briefs)
    }
    reportOrphanTexts(texts.values.map(\.source), &diagnostics)
  }

  private func gatherAssertions() -> [EventID: [AssertionPlace]] {
    var gathered: [EventID: [AssertionPlace]] = [:]
    for (brief, item) in site.briefs.enumerated() {
      for (index, assertion) in item.source.events.enumerated() {
        gathered[EventID(assertion.id.value), default: []].append(
          AssertionPlace(brief: brief, index: index))
      }
    }
    return gathered
  }

  func assertion(_ place: AssertionPlace) -> EventAssertion {
    site.briefs[place.brief].source.events[place.index]
  }

  private func span(_ place: AssertionPlace, _ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: site.briefs[place.brief].source.file, range: range)
  }

  /// Reads the typed fields of an assertion that leaves its type to another brief.
  private mutating func readUntyped(
    _ place: AssertionPlace, _ type: EventType, _ diagnostics: inout [Diagnostic]
  ) {
    let brief = site.briefs[place.brief].source
    var values = ValueReader(file: brief.file, language: brief.language)
    values.onlySource = brief.sources.count == 1 ? brief.sources[0].id : ""
    for (key, node) in brief.events[place.index].untyped where !node.isNull {
      guard let field = type.field(key.text) else {
        values.diagnostics.append(
          Diagnostic(
            .unknownEventField,
            "'\(key.text)' is not a field of a \(type.key) event"
              + Spelling.question(for: key.text, among: type.fields.map(\.key)),
            at: key.span, label: "unknown field",
            help: "its fields are: " + type.fields.map(\.key).joined(separator: ", ")))
        continue
      }
      if case .word(let words) = field.form, node.kind != .scalar || !words.contains(node.text) {
        values.diagnostics.append(
          Diagnostic(
            .unknownEventField,
            "'\(node.text)' is not a word for '\(key.text)'"
              + Spelling.question(for: node.text, among: words),
            at: node.span, label: "unknown word",
            help: "one of: " + words.joined(separator: ", ")))
        continue
      }
      if let value = values.eventValue(node, field.form) {
        site.briefs[place.brief].source.events[place.index].fields.append(
          (field.key, Placed(value, node.range)))
      }
    }
    diagnostics += values.diagnostics
    if brief.events[place.index].type == nil {
      diagnostics += brief.events[place.index].conflicts.compactMap {
        type.unknownConflictField($0.field, in: brief.file)
      }
    }
    checkAnchors(values.anchors, of: assertion(place).id.value, in: brief, &diagnostics)
    site.briefs[place.brief].source.events[place.index].anchors += values.anchors
  }

  // MARK: - Checks

  /// The event's type, which one assertion must give and none may change.
  private func type(
    of id: EventID, _ places: [AssertionPlace], _ diagnostics: inout [Diagnostic]
  ) -> EventType? {
    let oldestFirst = places.sorted {
      site.briefs[$0.brief].sortKey > site.briefs[$1.brief].sortKey
    }
    var found: (type: Placed<String>, place: AssertionPlace)?
    for place in oldestFirst {
      guard let type = assertion(place).type else { continue }
      if let found, found.type.value != type.value {
        diagnostics.append(
          Diagnostic(
            .changedType,
            "event '\(id)' has the type '\(found.type.value)' elsewhere, here '\(type.value)'",
            at: span(place, type.range), label: "another type",
            related: [.init(span(found.place, found.type.range), "first said to be this")],
            help: "keep one type, and note the other under 'conflicts'"))
      } else if found == nil {
        found = (type, place)
      }
    }
    guard let first = oldestFirst.first else { return nil }
    guard let found, let type = EventVocabulary.type(found.type.value) else {
      let known = EventVocabulary.types.map(\.key).joined(separator: ", ")
      let near = Spelling.question(
        for: id.text,
        among: Set(site.briefs.flatMap { $0.source.events.map(\.id.value) }).subtracting([id.text])
          .sorted())
      diagnostics.append(
        Diagnostic(
          .eventWithoutType, "no brief gives the type of event '\(id)'\(near)",
          at: span(first, assertion(first).id.range), label: "first named here",
          help: "add 'type:', one of: \(known)"))
      return nil
    }
    if !places.contains(where: { assertion($0).certainty != nil }) {
      diagnostics.append(
        Diagnostic(
          .eventWithoutCertainty, "no brief says how certain event '\(id)' is",
          at: span(first, assertion(first).id.range), label: "first named here",
          help: "add 'certainty:', one of: "
            + Certainty.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    if !places.contains(where: { assertion($0).namesParticipants }) {
      let principals = type.roles.prefix(type.principalCount).map(\.key)
      diagnostics.append(
        Diagnostic(
          .missingRole, "event '\(id)' has no participants",
          at: span(first, assertion(first).id.range),
          label: "\(type.withArticle) event needs \(principals.joined(separator: " or "))",
          help: "add 'participants: [{entity: …, role: \(principals[0])}]'"))
    }
    return type
  }

  private func reportOrphanTexts(_ texts: [EventFile], _ diagnostics: inout [Diagnostic]) {
    let known = site.events.map(\.id.text)
    for text in texts where !known.contains(text.id.text) {
      diagnostics.append(
        Diagnostic(
          .unknownEvent,
          "no brief asserts an event '\(text.id)'"
            + Spelling.question(for: text.id.text, among: known),
          at: SourceSpan(file: text.file), help: "name the file like the event's id"))
    }
  }

  // MARK: - Folding

  private func event(
    _ id: EventID, _ type: EventType, _ places: [AssertionPlace],
    _ text: (source: EventFile, translations: [TranslationFile])?,
    _ days: EventDays, _ diagnostics: inout [Diagnostic]
  ) -> Event {
    let folded = EventFold.fold(places.map { foldable($0, days) })
    let byBrief = Dictionary(
      places.map { (site.briefs[$0.brief].id.text, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = folded.history.compactMap { byBrief[$0.assertion.brief] }
    let titles = ordered.compactMap { assertion($0).title }
    let live = ordered.filter { assertion($0).rank != .deprecated }
    var event = Event(
      id: id, type: type, assertions: ordered, folded: folded, title: titles.last,
      text: text?.source, participants: [], date: .unknown, badge: folded.badge)
    event.participants = participants(folded["participants"])
    event.date = folded.date
    if case .place(let place) = folded["place"]?.values.last?.value { event.place = place }
    event.conflicts = EventConflict.fold(live.flatMap { assertion($0).conflicts })
    reportSettledUntold(event, live, &diagnostics)
    event.briefs = Set(places.map(\.brief)).sorted()
    if let text {
      var request = TextLinker.Request(
        file: text.source.file, language: site.settings.language, autolink: site.settings.autolink)
      event.linkedText = linker.link(text.source.body, request, diagnostics: &diagnostics)
      event.translations = text.translations.filter { !$0.isDraft }.map { other in
        request.file = other.file
        request.language = other.language
        return RecordTranslation(
          language: other.language, title: other.title?.value, summary: other.summary,
          text: linker.link(other.body, request, diagnostics: &diagnostics))
      }
    }
    return event
  }

  /// Reports conflicts that are settled without any brief having said what they are about.
  private func reportSettledUntold(
    _ event: Event, _ live: [AssertionPlace], _ diagnostics: inout [Diagnostic]
  ) {
    let untold = Set(event.conflicts.filter(\.values.isEmpty).map(\.field))
    for place in live {
      for conflict in assertion(place).conflicts where untold.contains(conflict.field.value) {
        diagnostics.append(
          Diagnostic(
            .emptyConflict,
            "no brief lists what sources say of '\(conflict.field.value)' of event '\(event.id)'",
            at: span(place, conflict.field.range), label: "settled, but never told",
            help: "add 'values: […]'"))
      }
    }
  }

  /// Who takes part; where assertions of equal standing disagree, everybody whom they name.
  private func participants(_ field: FoldedEvent<EventContent>.Field?) -> [EventParticipant] {
    var all: [EventParticipant] = []
    for held in field?.values ?? [] {
      guard case .participants(let list) = held.value else { continue }
      all += list.filter { !all.contains($0) }
    }
    return all
  }

  private func foldable(
    _ place: AssertionPlace, _ days: EventDays
  ) -> Assertion<EventContent> {
    let brief = site.briefs[place.brief]
    let given = brief.source.events[place.index]
    var fields: [(name: String, value: EventContent)] = given.fields.map { key, placed in
      guard case .date(let date) = placed.value else { return (key, .value(placed.value)) }
      return (key, .value(.date(brief.source.resolved(date) { days.events[$0] })))
    }
    if let date = given.date {
      let day = days.assertions[place] ?? brief.source.resolved(date.value)
      fields.append(("date", .value(.date(day))))
    }
    let participants = given.participants.compactMap { participant in
      catalog.entity(named: participant.entity.text, in: brief.source.language).map {
        EventParticipant(entity: $0, role: participant.role.value)
      }
    }
    if !participants.isEmpty { fields.append(("participants", .participants(participants))) }
    if let location = given.place {
      let entity =
        location.text.contains("/")
        ? catalog.entity(named: location.text, in: brief.source.language) : nil
      fields.append(("place", .place(entity.map { .entity($0) } ?? .words(location.text))))
    }
    return status(place, fields)
  }

  /// An assertion's status with some fields.
  func status(
    _ place: AssertionPlace, _ fields: [(name: String, value: EventContent)]
  ) -> Assertion<EventContent> {
    let brief = site.briefs[place.brief]
    let given = brief.source.events[place.index]
    return Assertion(
      brief: brief.id.text, ordinal: place.index,
      asOf: (given.asOf ?? brief.source.date.value).sortKey, certainty: given.certainty,
      stage: given.stage, reason: given.reason, rank: given.rank, fields: fields)
  }

  // MARK: - Relations between events

  private mutating func relateEvents(_ diagnostics: inout [Diagnostic]) {
    let places = Dictionary(
      site.events.enumerated().map { ($1.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    reportCircles("depends on itself", places, &diagnostics) { $0.dependsOn }
    reportCircles("is a part of itself", places, &diagnostics) { $0.partOf.map { [$0] } ?? [] }
    for (place, event) in site.events.enumerated() {
      var dependsOn = Set<Int>()
      var supersedes = Set<Int>()
      for assertion in event.assertions.map(assertion) {
        dependsOn.formUnion(assertion.dependsOn.compactMap { places[$0.text] })
        supersedes.formUnion(assertion.supersedes.compactMap { places[$0.text] })
        if let whole = assertion.partOf.flatMap({ places[$0.text] }) {
          site.events[place].partOf = whole
        }
      }
      site.events[place].dependsOn = dependsOn.sorted()
      site.events[place].supersedes = supersedes.subtracting([place]).sorted()
      for participant in Set(event.participants.map(\.entity)).sorted() {
        site.entities[participant].events.append(place)
      }
    }
    for place in site.events.indices {
      for other in site.events[place].dependsOn { site.events[other].enables.append(place) }
      for other in site.events[place].supersedes { site.events[other].supersededBy.append(place) }
      if let whole = site.events[place].partOf { site.events[whole].parts.append(place) }
    }
  }

  /// Reports each circle of `edges` once, at the reference by which its first event leads into it.
  private func reportCircles(
    _ what: String, _ places: [String: Int], _ diagnostics: inout [Diagnostic],
    edges: (EventAssertion) -> [Reference]
  ) {
    let references = site.events.map { $0.assertions.flatMap { edges(assertion($0)) } }
    var graph = references.map { $0.compactMap { places[$0.text] } }
    for (place, event) in site.events.enumerated() {
      let back = references[place].first {
        guard let next = places[$0.text] else { return false }
        return Self.reaches(place, from: next, graph)
      }
      guard let back, !graph[place].isEmpty else { continue }
      diagnostics.append(
        Diagnostic(
          .circularEvents, "event '\(event.id)' \(what)", at: back.span,
          label: "leads back to '\(event.id)'"))
      graph[place] = []
    }
  }

  private static func reaches(_ goal: Int, from start: Int, _ graph: [[Int]]) -> Bool {
    var seen: Set<Int> = [start]
    var stack = [start]
    while let next = stack.popLast() {
      if next == goal { return true }
      for other in graph[next] where seen.insert(other).inserted { stack.append(other) }
    }
    return false
  }
}
