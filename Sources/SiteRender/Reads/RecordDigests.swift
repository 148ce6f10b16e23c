import Digests
import SiteModel
import SitePlan
import TemplateEngine

/// Makes the digests of a site's records.
///
/// What a digest covers is the contract of its slot in `SiteDigests.Slot`. Where it can, it is taken
/// from what is shown: a card's digest is that of the card's fields. Elsewhere it is taken from the
/// bytes of the file that says it and from what its references were resolved to, by id. A record that
/// another one names counts by its id alone: what is read of that one is noted for itself.
struct RecordDigests: Sendable {
  /// A name for each record, by kind and place, that stays the same from build to build.
  let names: [[UInt64]]
  private let pages: PageRenderer
  private let texts: TextDigests
  /// For each brief when it is from and what it names.
  private let index: [UInt64]

  private var site: Site { pages.site }
  private var plan: SitePlan { pages.plan }

  init(_ pages: PageRenderer, texts: TextDigests) {
    self.pages = pages
    self.texts = texts
    let site = pages.site
    let names = SiteRecord.Kind.allCases.map { kind in
      (0..<site.count(of: kind)).map { Fingerprint.of(SiteRecord(kind, $0).name(in: site)) }
    }
    self.names = names
    index = site.briefs.enumerated().map { place, brief in
      Self.index(brief, names[0][place], names)
    }
  }

  private static func index(_ brief: Brief, _ name: UInt64, _ names: [[UInt64]]) -> UInt64 {
    var found = Fingerprint()
    found.add(name)
    found.add(brief.source.date.value.description)
    found.add(UInt64(bitPattern: brief.sortKey.seconds))
    for edition in brief.editions { found.add(edition.language.text) }
    for (kind, places) in [(1, brief.about), (1, brief.mentions), (2, brief.topics)] {
      found.add(places.count)
      for place in places { found.add(names[kind][place]) }
    }
    found.add(brief.storyline.map { names[3][$0] } ?? 0)
    return found.value
  }

  private func name(_ kind: SiteRecord.Kind, _ place: Int) -> UInt64 {
    names[Int(kind.rawValue)][place]
  }

  /// The name of a record by its number in a log of reads.
  private func name(_ id: RecordID) -> UInt64 {
    let record = SiteRecord(id)
    return record == .site ? 1 : name(record.kind, record.place)
  }

  // MARK: - What is shown

  /// The digest of a card: of those of its fields that are its own.
  func card(_ card: Value) -> UInt64 { facet(RecordShapes.Facet.card, of: card) }

  /// The digest of one facet of a record.
  func facet(_ facet: UInt8, of record: Value) -> UInt64 {
    var found = Fingerprint()
    record.addFacet(facet, to: &found) { name($0) }
    return found.value
  }

  /// The digest of an interface string in the language that it is taken from.
  func string(_ string: InterfaceStrings.Numbered) -> UInt64 {
    var found = Fingerprint()
    found.add(string.language.text)
    found.add(string.text.other.text)
    for (form, pattern) in string.text.forms.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      found.add(form.rawValue)
      found.add(pattern.text)
    }
    return found.value
  }

  /// The digest of a list: which records stand in it, in which order.
  func list(_ list: SiteList, _ language: LanguageTag) -> UInt64 {
    var found = Fingerprint()
    let lists = plan.lists[language]
    switch list {
    case .briefs: add(.brief, lists?.briefs ?? [], to: &found)
    case .archive:
      for year in lists?.years ?? [] {
        found.add(year.year)
        for month in year.months {
          found.add(month.month)
          add(.brief, month.briefs, to: &found)
        }
      }
    case .events:
      let events = pages.languages[language]?.orders.events ?? []
      add(.event, events, to: &found)
      for event in events { found.add(site.events[event].type.key) }
    case .entities: add(.entity, pages.languages[language]?.orders.entities ?? [], to: &found)
    case .desk(let key):
      let entries = site.settings.desks.first { $0.key == key }
        .flatMap { lists?.desks.entries(of: $0) }
      for entry in entries ?? [] {
        found.add(entry.group)
        switch entry.record {
        case .event(let place): found.add(name(.event, place))
        case .brief(let place): found.add(name(.brief, place))
        case .correction(let brief, let place):
          found.add(name(.brief, brief))
          found.add(place)
        }
      }
    case .addresses: break
    }
    return found.value
  }

  /// The digest of which records of a kind there are, and in which order.
  func value(whole kind: SiteRecord.Kind) -> UInt64 {
    var found = Fingerprint()
    for name in names[Int(kind.rawValue)] { found.add(name) }
    return found.value
  }

  // MARK: - Records

  /// The digest of a slot of a record.
  func value(_ kind: SiteRecord.Kind, _ place: Int, _ slot: SiteDigests.Slot) -> UInt64 {
    var found = Fingerprint()
    func into(_ wanted: SiteDigests.Slot, _ add: (inout Fingerprint) -> Void) {
      if slot == wanted { add(&found) }
    }
    switch kind {
    case .brief:
      let brief = site.briefs[place]
      into(.text) { for edition in brief.editions { add(edition.text, to: &$0) } }
      into(.face) { addFace(of: brief, place, to: &$0) }
      into(.relations) { addRelations(of: brief, place, to: &$0) }
      into(.index) { $0.add(index[place]) }
    case .entity:
      let entity = site.entities[place]
      into(.text) { add(entity.profile, entity.translations, to: &$0) }
      into(.face) { addFace(of: entity, place, to: &$0) }
      into(.relations) { addRelations(of: entity, to: &$0) }
    case .topic:
      let topic = site.topics[place]
      into(.text) { add(topic.text, topic.translations, to: &$0) }
      into(.face) { face in
        addFiles([topic.source.file], topic.translations, to: &face)
        add(.topic, [topic.parent].compactMap { $0 } + topic.related, to: &face)
        addPaths(.topic(place), to: &face)
      }
      into(.relations) { relations in
        add(.topic, topic.children, to: &relations)
        addIndexed(topic.briefs, to: &relations)
      }
    case .storyline:
      let storyline = site.storylines[place]
      into(.text) { add(storyline.text, storyline.translations, to: &$0) }
      into(.face) { face in
        addFiles([storyline.source.file], storyline.translations, to: &face)
        addPaths(.storyline(place), to: &face)
      }
      into(.relations) { addIndexed(storyline.briefs, to: &$0) }
    case .event:
      let event = site.events[place]
      into(.text) { text in
        if let linked = event.linkedText { add(linked, event.translations, to: &text) }
      }
      into(.face) { addFace(of: event, place, to: &$0) }
      into(.relations) { addFace(of: event, place, to: &$0) }
    case .page:
      let page = site.pages[place]
      into(.text) { for edition in page.editions { add(edition.text, to: &$0) } }
      into(.face) { face in
        addFiles(page.editions.map(\.source.file), [], to: &face)
        for edition in page.editions { face.add(edition.source.language.text) }
        addPaths(.page(place), to: &face)
      }
    case .site: break
    }
    return found.value
  }

  /// Adds the names of records.
  private func add(_ kind: SiteRecord.Kind, _ places: [Int], to found: inout Fingerprint) {
    found.add(places.count)
    for place in places { found.add(name(kind, place)) }
  }

  /// Adds briefs with what they name and when they are from.
  private func addIndexed(_ briefs: [Int], to found: inout Fingerprint) {
    found.add(briefs.count)
    for brief in briefs { found.add(index[brief]) }
  }

  /// Adds what the headers of files say.
  private func addFiles(
    _ files: [String], _ translations: [RecordTranslation], to found: inout Fingerprint
  ) {
    for file in files + translations.map(\.text.file) {
      found.add(file)
      found.add(texts.header(file))
    }
  }

  /// Adds where a record's page stands for the readers of each language.
  private func addPaths(_ target: LinkTarget, to found: inout Fingerprint) {
    for language in site.settings.languages {
      found.add(plan.addresses.has(target, in: language))
      found.add(plan.addresses.path(target, for: language))
    }
  }

  // MARK: - Texts

  private func add(
    _ text: LinkedText, _ translations: [RecordTranslation], to found: inout Fingerprint
  ) {
    add(text, to: &found)
    for translation in translations {
      found.add(translation.language.text)
      found.add(translation.title)
      found.add(translation.summary)
      add(translation.text, to: &found)
    }
  }

  /// Adds a text and what its links lead to.
  private func add(_ text: LinkedText, to found: inout Fingerprint) {
    found.add(text.language.text)
    found.add(texts.body(text.file))
    for link in text.links {
      found.add(link.range.lowerBound)
      switch link.kind {
      case .mention(let target):
        found.add(1)
        add(target, to: &found)
      case .address(let target, let fragment):
        found.add(2)
        add(target, to: &found)
        found.add(fragment)
      case .citation(let claim):
        found.add(3)
        found.add(claim)
      }
    }
  }

  private func add(_ target: LinkTarget, to found: inout Fingerprint) {
    if let record = SiteRecord(target) {
      found.add(name(record.kind, record.place))
    } else if case .asset(let file) = target {
      found.add(file)
    } else if case .path(let path) = target {
      found.add(path)
    }
  }
}

// MARK: - Faces

extension RecordDigests {
  private func addFace(of brief: Brief, _ place: Int, to found: inout Fingerprint) {
    for edition in brief.editions {
      found.add(edition.file)
      found.add(texts.header(edition.file))
      found.add(edition.language.text)
      found.add(edition.title)
      found.add(edition.summary)
      found.add(pages.changes.changed(place, in: edition.language)?.text)
      for author in edition.authors { add(entityNamed: site.author(author), to: &found) }
    }
    add(.topic, brief.topics, to: &found)
    add(.entity, brief.about, to: &found)
    add(.entity, brief.mentions, to: &found)
    add(.event, brief.events, to: &found)
    found.add(brief.storyline.map { name(.storyline, $0) } ?? 0)
    for publisher in brief.publishers { add(entityNamed: publisher, to: &found) }
    for origin in brief.origins.origins {
      found.add(origin.source)
      for source in origin.sources { found.add(source) }
    }
    // Whom names stand for that are looked up while a page is made.
    let language = brief.source.language
    for claim in brief.source.claims {
      guard let by = claim.by else { continue }
      add(meaning: site.names.meaning(of: by.text, in: language), to: &found)
    }
    for event in brief.source.events {
      for participant in event.participants {
        add(meaning: site.names.meaning(of: participant.entity.text, in: language), to: &found)
      }
    }
    addPaths(.brief(place), to: &found)
  }

  private func add(entityNamed place: Int?, to found: inout Fingerprint) {
    found.add(place.map { name(.entity, $0) } ?? 0)
  }

  private func add(meaning: NameTable.Meaning, to found: inout Fingerprint) {
    if case .entity(let place) = meaning { found.add(name(.entity, place)) } else { found.add(0) }
  }

  private func addRelations(of brief: Brief, _ place: Int, to found: inout Fingerprint) {
    for language in site.settings.languages where brief.edition(in: language) != nil {
      let (newer, older) = plan.neighbours(of: place, in: language)
      found.add(newer.map { name(.brief, $0) } ?? 0)
      found.add(older.map { name(.brief, $0) } ?? 0)
      for relation in pages.related?.related(to: place, in: language) ?? [] {
        found.add(name(.brief, relation.brief))
        for reason in relation.reasons { add(reason, to: &found) }
      }
    }
  }

  private func add(_ reason: RelatedBriefs.Reason, to found: inout Fingerprint) {
    switch reason {
    case .storyline(let place): found.add(name(.storyline, place))
    case .entity(let place): found.add(name(.entity, place))
    case .topic(let place): found.add(name(.topic, place))
    case .event(let place): found.add(name(.event, place))
    }
  }

  private func addFace(of entity: Entity, _ place: Int, to found: inout Fingerprint) {
    addFiles([entity.source.file], entity.translations, to: &found)
    found.add(entity.source.name.value)
    add(.entity, entity.founders, to: &found)
    for other in [entity.parent, entity.maker, entity.mergedInto] + entity.roleOrganisations {
      add(entityNamed: other, to: &found)
    }
    addPaths(.entity(place), to: &found)
  }

  private func addRelations(of entity: Entity, to found: inout Fingerprint) {
    for places in [entity.children, entity.products, entity.founded] {
      add(.entity, places, to: &found)
    }
    for (person, role) in entity.people {
      found.add(name(.entity, person))
      found.add(role)
    }
    add(.event, entity.events, to: &found)
    addIndexed(entity.briefs, to: &found)
  }
}

// MARK: - Events

extension RecordDigests {
  /// Adds all that an event is: nothing of it is said in a file of its own but its text.
  private func addFace(of event: Event, _ place: Int, to found: inout Fingerprint) {
    found.add(event.type.key)
    found.add(event.title)
    addFiles(event.text.map { [$0.file] } ?? [], event.translations, to: &found)
    found.add(event.date.description)
    found.add(event.badge.kind.rawValue)
    found.add(event.badge.stage?.rawValue)
    for participant in event.participants { add(participant, to: &found) }
    if let place = event.place { add(.place(place), to: &found) }
    for assertion in event.assertions {
      found.add(name(.brief, assertion.brief))
      found.add(assertion.index)
    }
    add(event.folded, to: &found)
    for conflict in event.conflicts { add(conflict, to: &found) }
    for places in [
      event.dependsOn, event.enables, event.supersedes, event.supersededBy, event.parts,
      [event.partOf].compactMap { $0 },
    ] { add(.event, places, to: &found) }
    addIndexed(event.briefs, to: &found)
    for origin in event.origins {
      found.add(origin.sources.count)
      for source in origin.sources {
        found.add(name(.brief, source.brief))
        found.add(source.source)
      }
    }
    addPaths(.event(place), to: &found)
  }

  private func add(_ participant: EventParticipant, to found: inout Fingerprint) {
    found.add(participant.role)
    found.add(name(.entity, participant.entity))
  }

  private func add(_ content: EventContent, to found: inout Fingerprint) {
    switch content {
    case .value(let value): found.add(value.foldText)
    case .participants(let list):
      found.add(list.count)
      for participant in list { add(participant, to: &found) }
    case .place(.entity(let place)): found.add(name(.entity, place))
    case .place(.words(let words)): found.add(words)
    }
  }

  private func add(_ folded: FoldedEvent<EventContent>, to found: inout Fingerprint) {
    found.add(folded.certainty?.rawValue)
    found.add(folded.stage?.rawValue)
    for field in folded.fields {
      found.add(field.name)
      found.add(field.isDisputed)
      for held in field.values {
        add(held.value, to: &found)
        for assertion in held.assertions { found.add(assertion) }
      }
    }
    for entry in folded.history {
      found.add(entry.assertion.rank.rawValue)
      found.add(entry.certainty.rawValue)
      found.add(entry.assertion.stage?.rawValue)
      found.add(entry.moves.count)
      for name in entry.overtaken + entry.changes { found.add(name) }
      for field in entry.assertion.fields {
        found.add(field.name)
        add(field.value, to: &found)
      }
    }
  }

  private func add(_ conflict: EventConflict, to found: inout Fingerprint) {
    found.add(conflict.field)
    for value in conflict.values {
      found.add(value.value.foldText)
      for claim in value.claims { found.add(claim.text) }
    }
    for note in conflict.notes { found.add(note) }
    found.add(conflict.resolved)
  }
}
