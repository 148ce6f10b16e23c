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
  let pages: PageRenderer
  let texts: TextDigests
  /// For each brief when it is from and what it names.
  private let index: [UInt64]

  var site: Site { pages.site }
  var plan: SitePlan { pages.plan }

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

  func name(_ kind: SiteRecord.Kind, _ place: Int) -> UInt64 {
    names[Int(kind.rawValue)][place]
  }

  /// The name of a record by its number in a log of reads.
  func name(_ id: RecordID) -> UInt64 {
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
  func add(_ kind: SiteRecord.Kind, _ places: [Int], to found: inout Fingerprint) {
    found.add(places.count)
    for place in places { found.add(name(kind, place)) }
  }

  /// Adds briefs with what they name and when they are from.
  func addIndexed(_ briefs: [Int], to found: inout Fingerprint) {
    found.add(briefs.count)
    for brief in briefs { found.add(index[brief]) }
  }

  /// Adds what the headers of files say.
  func addFiles(
    _ files: [String], _ translations: [RecordTranslation], to found: inout Fingerprint
  ) {
    for file in files + translations.map(\.text.file) {
      found.add(file)
      found.add(texts.header(file))
    }
  }

  /// Adds where a record's page stands for the readers of each language.
  func addPaths(_ target: LinkTarget, to found: inout Fingerprint) {
    for language in site.settings.languages {
      found.add(plan.addresses.has(target, in: language))
      found.add(plan.addresses.path(target, for: language))
    }
  }

  // MARK: - Texts

  func add(
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
  func add(_ text: LinkedText, to found: inout Fingerprint) {
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

  func add(_ target: LinkTarget, to found: inout Fingerprint) {
    if let record = SiteRecord(target) {
      found.add(name(record.kind, record.place))
    } else if case .asset(let file) = target {
      found.add(file)
    } else if case .path(let path) = target {
      found.add(path)
    }
  }
}
