import FrontMatter
import SourceDiagnostics
import WorkerThreads

/// Gathers what briefs assert of each event, checks that it fits together, and folds it.
extension Resolver {
  mutating func foldEvents(workers: Int, _ diagnostics: inout [Diagnostic]) {
    let ids = eventIDs.map(EventID.init)
    let gathered = gatherAssertions()
    let texts = Dictionary(
      content.events.map { ($0.source.id, $0) }, uniquingKeysWith: { first, _ in first })
    var types: [EventType?] = []
    types.reserveCapacity(ids.count)
    for (number, id) in ids.enumerated() {
      let type = type(of: id, gathered[number], &diagnostics)
      types.append(type)
      guard let type else { continue }
      for place in gathered[number] where self[place].type == nil {
        readUntyped(place, type, &diagnostics)
      }
    }
    site.events = events(ids, types, gathered, texts, workers: workers, &diagnostics)
    // Every assertion of a site without errors has its event; with errors nothing is rendered.
    guard site.events.count == ids.count else { return }
    for (place, assertions) in gathered.enumerated() {
      for assertion in assertions { site.briefs[assertion.brief].events.append(place) }
    }
    for brief in site.briefs.indices where site.briefs[brief].events.count > 1 {
      let order = Dictionary(
        site.briefs[brief].source.events.enumerated().map { ($1.id.value, $0) },
        uniquingKeysWith: { first, _ in first })
      site.briefs[brief].events.sort {
        (order[ids[$0].text] ?? 0) < (order[ids[$1].text] ?? 0)
      }
    }
    relateEvents(&diagnostics)
    reportOrphanTexts(texts.values.map(\.source), &diagnostics)
  }

  /// For each event its assertions, those of newer briefs first.
  private func gatherAssertions() -> [[AssertionPlace]] {
    var gathered = [[AssertionPlace]](repeating: [], count: eventIDs.count)
    for brief in site.briefs.indices {
      for index in site.briefs[brief].source.events.indices {
        guard let number = catalog.events[site.briefs[brief].source.events[index].id.value] else {
          continue
        }
        gathered[number].append(AssertionPlace(brief: brief, index: index))
      }
    }
    return gathered
  }

  /// The events whose type is known, in the order of their ids.
  private func events(
    _ ids: [EventID], _ types: [EventType?], _ gathered: [[AssertionPlace]],
    _ texts: [EventID: ContentCollection.Record<EventFile>], workers: Int,
    _ diagnostics: inout [Diagnostic]
  ) -> [Event] {
    let days = eventDays(of: ids, gathered)
    let results = Concurrency.map(ids.count, workers: workers) { number in
      var found: [Diagnostic] = []
      let made = types[number].map { type in
        event(ids[number], type, gathered[number], texts[ids[number]], days, &found)
      }
      return (made, found)
    }
    for (_, found) in results where !found.isEmpty { diagnostics += found }
    return results.compactMap(\.0)
  }

  /// An assertion, read where it is.
  subscript(place: AssertionPlace) -> EventAssertion {
    _read { yield site.briefs[place.brief].source.events[place.index] }
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
    checkAnchors(values.anchors, of: self[place].id.value, in: brief, &diagnostics)
    site.briefs[place.brief].source.events[place.index].anchors += values.anchors
  }

  // MARK: - Checks

  /// The event's type, which one assertion must give and none may change.
  private func type(
    of id: EventID, _ places: [AssertionPlace], _ diagnostics: inout [Diagnostic]
  ) -> EventType? {
    let oldestFirst =
      places.count < 2
      ? places
      : places.sorted { site.briefs[$0.brief].sortKey > site.briefs[$1.brief].sortKey }
    var found: (type: Placed<String>, place: AssertionPlace)?
    for place in oldestFirst {
      guard let type = self[place].type else { continue }
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
          at: span(first, self[first].id.range), label: "first named here",
          help: "add 'type:', one of: \(known)"))
      return nil
    }
    if !places.contains(where: { self[$0].certainty != nil }) {
      diagnostics.append(
        Diagnostic(
          .eventWithoutCertainty, "no brief says how certain event '\(id)' is",
          at: span(first, self[first].id.range), label: "first named here",
          help: "add 'certainty:', one of: "
            + Certainty.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    if !places.contains(where: { self[$0].namesParticipants }) {
      let principals = type.roles.prefix(type.principalCount).map(\.key)
      diagnostics.append(
        Diagnostic(
          .missingRole, "event '\(id)' has no participants",
          at: span(first, self[first].id.range),
          label: "\(type.withArticle) event needs \(principals.joined(separator: " or "))",
          help: "add 'participants: [{entity: …, role: \(principals[0])}]'"))
    }
    return type
  }

  private func reportOrphanTexts(_ texts: [EventFile], _ diagnostics: inout [Diagnostic]) {
    for text in texts where catalog.events[text.id.text] == nil {
      diagnostics.append(
        Diagnostic(
          .unknownEvent,
          "no brief asserts an event '\(text.id)'"
            + Spelling.question(for: text.id.text, among: site.events.map(\.id.text)),
          at: SourceSpan(file: text.file), help: "name the file like the event's id"))
    }
  }

  // MARK: - Folding

  private func event(
    _ id: EventID, _ type: EventType, _ places: [AssertionPlace],
    _ text: ContentCollection.Record<EventFile>?,
    _ days: EventDays, _ diagnostics: inout [Diagnostic]
  ) -> Event {
    let folded = EventFold.fold(places.map { foldable($0, days) })
    var ordered = places
    if places.count > 1 {
      let byBrief = Dictionary(
        places.map { (site.briefs[$0.brief].id.text, $0) },
        uniquingKeysWith: { first, _ in first })
      ordered = folded.history.compactMap { byBrief[$0.assertion.brief] }
    }
    let titles = ordered.compactMap { self[$0].title }
    let live = ordered.filter { self[$0].rank != .deprecated }
    var event = Event(
      id: id, type: type, assertions: ordered, folded: folded, title: titles.last,
      text: text?.source, participants: [], date: .unknown, badge: folded.badge)
    event.participants = participants(folded["participants"])
    event.date = folded.date
    if case .place(let place) = folded["place"]?.values.last?.value { event.place = place }
    event.conflicts = EventConflict.fold(live.flatMap { self[$0].conflicts })
    reportSettledUntold(event, live, &diagnostics)
    event.briefs = places.count == 1 ? [places[0].brief] : Set(places.map(\.brief)).sorted()
    event.origins = site.mergedOrigins(of: event.briefs)
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
      for conflict in self[place].conflicts where untold.contains(conflict.field.value) {
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
    foldable(place, site.briefs[place.brief].source, self[place], days)
  }

  private func foldable(
    _ place: AssertionPlace, _ source: BriefFile, _ given: EventAssertion, _ days: EventDays
  ) -> Assertion<EventContent> {
    var fields: [(name: String, value: EventContent)] = given.fields.map { key, placed in
      guard case .date(let date) = placed.value else { return (key, .value(placed.value)) }
      return (key, .value(.date(source.resolved(date) { days.events[$0] })))
    }
    if let date = given.date {
      let day = days.assertions[place] ?? source.resolved(date.value)
      fields.append(("date", .value(.date(day))))
    }
    let participants = given.participants.compactMap { participant in
      catalog.entity(named: participant.entity.text, in: source.language).map {
        EventParticipant(entity: $0, role: participant.role.value)
      }
    }
    if !participants.isEmpty { fields.append(("participants", .participants(participants))) }
    if let location = given.place {
      let entity =
        location.text.contains("/")
        ? catalog.entity(named: location.text, in: source.language) : nil
      fields.append(("place", .place(entity.map { .entity($0) } ?? .words(location.text))))
    }
    return status(place, fields)
  }

  /// An assertion's status with some fields.
  func status(
    _ place: AssertionPlace, _ fields: [(name: String, value: EventContent)]
  ) -> Assertion<EventContent> {
    status(place, site.briefs[place.brief].source, self[place], fields)
  }

  private func status(
    _ place: AssertionPlace, _ source: BriefFile, _ given: EventAssertion,
    _ fields: [(name: String, value: EventContent)]
  ) -> Assertion<EventContent> {
    Assertion(
      brief: source.id.text, ordinal: place.index,
      asOf: (given.asOf ?? source.date.value).sortKey, certainty: given.certainty,
      stage: given.stage, reason: given.reason, rank: given.rank, fields: fields)
  }

  // MARK: - Relations between events

  private mutating func relateEvents(_ diagnostics: inout [Diagnostic]) {
    let places = catalog.events
    reportCircles("depends on itself", places, &diagnostics) { $0.dependsOn }
    reportCircles("is a part of itself", places, &diagnostics) { $0.partOf.map { [$0] } ?? [] }
    for place in site.events.indices {
      var dependsOn = Set<Int>()
      var supersedes = Set<Int>()
      for assertion in site.events[place].assertions {
        dependsOn.formUnion(self[assertion].dependsOn.compactMap { places[$0.text] })
        supersedes.formUnion(self[assertion].supersedes.compactMap { places[$0.text] })
        if let whole = self[assertion].partOf.flatMap({ places[$0.text] }) {
          site.events[place].partOf = whole
        }
      }
      if !dependsOn.isEmpty { site.events[place].dependsOn = dependsOn.sorted() }
      if !supersedes.isEmpty {
        site.events[place].supersedes = supersedes.subtracting([place]).sorted()
      }
      for participant in Set(site.events[place].participants.map(\.entity)) {
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
    // Few events lead to others.
    var references: [Int: [Reference]] = [:]
    for place in site.events.indices {
      for assertion in site.events[place].assertions {
        let own = edges(self[assertion])
        if !own.isEmpty { references[place, default: []] += own }
      }
    }
    if references.isEmpty { return }
    var graph = site.events.indices.map { place in
      (references[place] ?? []).compactMap { places[$0.text] }
    }
    for place in references.keys.sorted() {
      let back = references[place]?.first {
        guard let next = places[$0.text] else { return false }
        return Self.reaches(place, from: next, graph)
      }
      guard let back, !graph[place].isEmpty else { continue }
      diagnostics.append(
        Diagnostic(
          .circularEvents, "event '\(site.events[place].id)' \(what)", at: back.span,
          label: "leads back to '\(site.events[place].id)'"))
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
