import SiteModel
import SitePlan

/// The site as the code that makes one page sees it: whatever record it looks at is noted.
///
/// Views, feeds and structured data get at the site through this alone, so that nobody has to
/// remember to note a read. A look at a record notes its own words and references (the facet `face`).
/// What other records say of it, such as the briefs that name an entity, belongs to the facet
/// `relations`, and its text to `text`: who uses those of another record than the page's own notes
/// that.
struct SiteReader: Sendable {
  /// The site behind a reference, so that copies of a reader cost one count and not one for each list.
  private final class Storage: Sendable {
    let site: Site

    init(_ site: Site) {
      self.site = site
    }
  }

  private let storage: Storage
  let notes: PageNotes?

  /// A reader that notes nothing, until `noting` makes one that does.
  init(_ site: Site) {
    storage = Storage(site)
    notes = nil
  }

  private init(_ storage: Storage, _ notes: PageNotes?) {
    self.storage = storage
    self.notes = notes
  }

  /// The same site for the making of a page.
  func noting(_ notes: PageNotes?) -> SiteReader { SiteReader(storage, notes) }

  /// The site itself, for what is made once for all pages, whose parts have digests of their own.
  var unnoted: Site { _read { yield storage.site } }

  /// The settings; every page depends on them.
  var settings: SiteSettings { _read { yield storage.site.settings } }

  /// What names mean. A name's meaning belongs to the face of the record that uses the name.
  var names: NameTable { _read { yield storage.site.names } }

  // MARK: - Records

  var briefs: Records<Brief> { Records(storage.site.briefs, .brief, notes) }
  var entities: Records<Entity> { Records(storage.site.entities, .entity, notes) }
  var topics: Records<Topic> { Records(storage.site.topics, .topic, notes) }
  var storylines: Records<Storyline> { Records(storage.site.storylines, .storyline, notes) }
  var events: Records<Event> { Records(storage.site.events, .event, notes) }
  var pages: Records<StandingPage> { Records(storage.site.pages, .page, notes) }

  // MARK: - The day

  /// The day for which the site is built.
  var asOf: CalendarDate {
    notes?.noteDay()
    return storage.site.asOf
  }

  /// The month of that day, counted from the year 0; it changes less often than the day.
  var month: Int {
    notes?.noteMonth()
    return storage.site.asOf.year * 12 + storage.site.asOf.month - 1
  }
}

/// The records of one kind as the making of a page sees them: a look at one is noted.
struct Records<Record>: RandomAccessCollection {
  private let records: [Record]
  private let kind: SiteRecord.Kind
  private let notes: PageNotes?

  init(_ records: [Record], _ kind: SiteRecord.Kind, _ notes: PageNotes?) {
    self.records = records
    self.kind = kind
    self.notes = notes
  }

  var startIndex: Int { 0 }
  /// Who goes through all records depends on which there are.
  var endIndex: Int {
    notes?.noteAll(kind)
    return records.count
  }

  subscript(place: Int) -> Record {
    _read {
      notes?.noteFace(kind, place)
      yield records[place]
    }
  }
}

// MARK: - Questions that look at many records

extension SiteReader {
  /// Events by their newest brief, the newest first.
  func newestFirst(_ events: [Int]) -> [Int] {
    note(events)
    return unnoted.newestFirst(events)
  }

  /// Who holds what of whom, by `events`.
  func shares(of entity: Int, in events: [Int]) -> (taken: [Holding], held: [Holding]) {
    note(events)
    return unnoted.shares(of: entity, in: events)
  }

  /// The roles of a person.
  func career(of person: Int) -> [CareerRole] {
    notes?.note(.entity(person), RecordShapes.Facet.relations)
    note(entities[person].events)
    return unnoted.career(of: person)
  }

  /// The events on which one depends and that will not come.
  func failedDependencies(of event: Int) -> [Int] {
    noteAll(from: event) { $0.dependsOn }
    return unnoted.failedDependencies(of: event)
  }

  /// The statements that deny an event.
  func denials(of event: Int) -> [Int] {
    let item = events[event]
    note(item.supersededBy + item.enables + item.parts)
    return unnoted.denials(of: event)
  }

  /// The origins on which an assertion rests, by their places in its brief.
  func origins(of assertion: AssertionPlace) -> [Int] {
    notes?.noteFace(.brief, assertion.brief)
    return unnoted.origins(of: assertion)
  }

  /// Where the sources of an event differ.
  func disputes(of event: Int) -> [Dispute] {
    noteTold(event)
    return unnoted.disputes(of: unnoted.events[event])
  }

  /// What `events` add to a total.
  func amountEntries(
    of events: [Int], fields: [String], rates: ExchangeRates
  ) -> [AmountTotal.Entry] {
    for event in events {
      noteAll(from: event) { [$0.partOf].compactMap { $0 } + $0.parts }
      noteTold(event)
    }
    return unnoted.amountEntries(of: events, fields: fields, rates: rates)
  }

  /// The day whose exchange rate holds for an event.
  func rateDay(of event: Event) -> CalendarDate? { unnoted.rateDay(of: event) }

  /// What became of the stories that a publication told first.
  func record(ofPublication place: Int, uses: SourceUses) -> PublicationRecord {
    for use in uses.uses(of: place) {
      note(briefs[use.brief].events)
      for event in unnoted.briefs[use.brief].events { noteTold(event) }
    }
    notes?.note(.entity(place), RecordShapes.Facet.relations)
    return PublicationRecord(of: place, in: unnoted, uses: uses)
  }

  /// The record of an author given by id.
  func author(_ text: String) -> Int? { unnoted.author(text) }

  /// An author's name: that of the record, when it is one.
  func authorName(_ text: String) -> String {
    unnoted.author(text).map { entities[$0].source.name.value } ?? text
  }

  private func note(_ events: [Int]) {
    guard let notes else { return }
    for event in events { notes.noteFace(.event, event) }
  }

  /// Notes an event and the briefs that tell of it.
  private func noteTold(_ event: Int) {
    guard let notes else { return }
    notes.noteFace(.event, event)
    for assertion in unnoted.events[event].assertions { notes.noteFace(.brief, assertion.brief) }
  }

  /// Notes an event and all that can be reached from it.
  private func noteAll(from event: Int, _ next: (Event) -> [Int]) {
    guard let notes else { return }
    var seen: Set<Int> = [event]
    var waiting = [event]
    while let place = waiting.popLast() {
      notes.noteFace(.event, place)
      for other in next(unnoted.events[place]) where seen.insert(other).inserted {
        waiting.append(other)
      }
    }
  }
}
