import SiteModel
import SitePlan
import TemplateEngine

/// What all views of one language need: the site, where things stand, and the words.
///
/// One object for all threads, so that handing it on costs one reference count.
final class ViewContext: Sendable {
  let site: SiteReader
  let plan: SitePlan
  let words: PageWords
  let related: RelatedTable?
  let uses: SourceUses

  init(
    site: SiteReader, plan: SitePlan, words: PageWords, related: RelatedTable?, uses: SourceUses
  ) {
    self.site = site
    self.plan = plan
    self.words = words
    self.related = related
    self.uses = uses
  }

  var language: LanguageTag { words.language }
  var addresses: SiteAddresses { plan.addresses }

  private var notes: PageNotes? { site.notes }

  /// The same with what is read noted: by views that make one page after the other.
  func noting(_ notes: PageNotes) -> ViewContext {
    ViewContext(
      site: site.noting(notes), plan: plan, words: words.noting(notes), related: related,
      uses: uses)
  }

  /// A record's page as a link.
  func url(_ target: LinkTarget) -> String {
    if let record = SiteRecord(target) { notes?.noteFace(record.kind, record.place) }
    return addresses.url(addresses.path(target, for: language))
  }

  /// Whether a record has a page in the language.
  func has(_ target: LinkTarget) -> Bool {
    if let record = SiteRecord(target) { notes?.noteFace(record.kind, record.place) }
    return addresses.has(target, in: language)
  }

  // MARK: - Lists

  /// The briefs that can be read in the language, the newest first.
  var briefs: [Int] {
    notes?.note(.briefs)
    return plan.lists[language]?.briefs ?? []
  }

  /// The same by year and month.
  var years: [SiteLists.Year] {
    notes?.note(.archive)
    return plan.lists[language]?.years ?? []
  }

  /// What a desk shows.
  func entries(of desk: Desk) -> [DeskLists.Entry] {
    notes?.note(.desk(desk.key))
    return plan.lists[language]?.desks.entries(of: desk) ?? []
  }

  /// The orders of all records, of which those of events are read.
  func eventOrders(_ cards: CardBook) -> ListOrders {
    notes?.note(.events)
    return cards.orders
  }

  /// The orders of all records, of which those of entities are read.
  func entityOrders(_ cards: CardBook) -> ListOrders {
    notes?.note(.entities)
    return cards.orders
  }

  /// The briefs next to one in the order of publication.
  func neighbours(of brief: Int) -> (newer: Int?, older: Int?) {
    notes?.note(.brief(brief), RecordShapes.Facet.relations)
    return plan.neighbours(of: brief, in: language)
  }

  // MARK: - Briefs

  /// A brief's text for readers of the language, else its original.
  func edition(_ place: Int) -> BriefEdition {
    site.briefs[place].editions[editionPlace(ofBrief: place)]
  }

  /// Where that text stands among the brief's editions.
  func editionPlace(ofBrief place: Int) -> Int {
    // Most briefs have one; and to look for a language means to compare strings.
    guard site.briefs[place].editions.count > 1 else { return 0 }
    return site.briefs[place].editions.firstIndex { $0.language == language } ?? 0
  }

  /// Those of `briefs` that can be read in the language.
  func readable(_ briefs: [Int]) -> [Int] {
    plan.lists[language]?.only(briefs) ?? briefs
  }
}

/// Makes the small records that all views use: dates, quantities, badges, words.
struct ValueMaker {
  let arena: ValueArena
  let context: ViewContext
  /// Records that all pages of a thread share; without it each is made where it is wanted.
  var common: CommonValues?
  /// Where reads are noted; `nil` when nobody asks.
  var notes: PageNotes?

  func text(_ text: String) -> Value { arena.string(text) }

  /// A string, or `none` when there is none.
  func text(_ text: String?) -> Value { text.map { arena.string($0) } ?? .none }

  func list(_ values: some Sequence<Value>) -> Value { arena.list(Array(values)) }

  /// A choice of records that depends on the page: opening it is noted as a read of its own.
  func query(_ name: String, _ values: some Sequence<Value>) -> Value {
    arena.list(Array(values), query: notes?.query(name))
  }

  func strings(_ texts: [String]) -> Value { arena.list(texts.map { arena.string($0) }) }

  func keyed(_ key: String, _ label: String) -> Value {
    arena.record(RecordShapes.keyed, [text(key), text(label)])
  }

  func link(_ title: String, _ url: String) -> Value {
    arena.record(RecordShapes.link, [text(title), text(url)])
  }

  // MARK: - Dates

  func date(_ date: UncertainDate) -> Value { common?.date(date) ?? newDate(date) }

  func date(_ date: UncertainDate?) -> Value { date.map { self.date($0) } ?? .none }

  /// A date's record in this arena; a thread's own makes its fields when they are read.
  func newDate(_ date: UncertainDate) -> Value {
    let maker = DateMaker(date: date, make: self)
    if common != nil { return arena.record(DateMaker.fields.shape, from: maker) }
    let table = DateMaker.fields
    return arena.record(
      table.shape, table.shape.fields.indices.map { table.value($0, maker, 0) })
  }

  // MARK: - Quantities

  /// A quantity, converted where a rate was known on `day`.
  func quantity(_ quantity: Quantity, on day: CalendarDate?) -> Value {
    arena.record(
      RecordShapes.quantity,
      [
        text(quantity.text(in: context.words.numbers)), text(quantity.verbatim),
        text(quantity.exactValue?.description), text(quantity.qualifier.rawValue),
        text(quantity.unit?.symbol), text(quantity.currency?.code),
        text(converted(quantity, on: day)), text(quantity.nature?.rawValue),
        strings(quantity.inferred.map(\.rawValue)),
      ])
  }

  /// The amount in the base currency, when it is given in another and a rate was known.
  func converted(_ quantity: Quantity, on day: CalendarDate?) -> String? {
    guard let rates = context.site.settings.rates, let day,
      let result = rates.converted(quantity, on: day), result.isConverted
    else { return nil }
    return result.quantity.text(in: context.words.numbers)
  }

  /// A typed value as text for people.
  func text(of value: EventValue, field: String) -> String {
    switch value {
    case .text(let text): context.words.vocabulary.term(text, field: field) ?? text
    case .texts(let texts): texts.joined(separator: "; ")
    case .word(let word): context.words.vocabulary.word(word, field: field)
    case .quantity(let quantity): quantity.text(in: context.words.numbers)
    case .date(let date): date.text(in: context.words.dates)
    case .flag(let flag): context.words.strings.text(flag ? "vocabulary.yes" : "vocabulary.no")
    }
  }

  // MARK: - Status

  func badge(_ badge: Badge, _ certainty: Certainty?, _ stage: Stage?) -> Value {
    common?.badge(badge, certainty, stage) ?? newBadge(badge, certainty, stage)
  }

  /// A badge's record in this arena.
  func newBadge(_ badge: Badge, _ certainty: Certainty?, _ stage: Stage?) -> Value {
    arena.record(
      RecordShapes.badge,
      [
        text(badge.kind.rawValue), text(context.words.vocabulary.badge(badge)),
        text(certainty?.rawValue), text(stage?.rawValue),
      ])
  }

  func certainty(_ certainty: Certainty) -> Value {
    common?.certainty(certainty)
      ?? keyed(certainty.rawValue, context.words.vocabulary.certainty(certainty))
  }

  func stage(_ stage: Stage) -> Value {
    common?.stage(stage) ?? keyed(stage.rawValue, context.words.vocabulary.stage(stage))
  }

  func kind(_ kind: BriefKind) -> Value {
    common?.kind(kind) ?? keyed(kind.rawValue, context.words.vocabulary.briefKind(kind))
  }

  func kind(_ kind: SourceKind) -> Value {
    common?.kind(kind) ?? keyed(kind.rawValue, context.words.vocabulary.sourceKind(kind))
  }

  /// The part that somebody plays in events of a type.
  func role(_ role: String, of type: EventType) -> Value {
    common?.role(role, of: type)
      ?? keyed(role, type.role(role).map { context.words.vocabulary.role($0) } ?? role)
  }
}

extension ValueMaker {
  /// A change made after publication.
  func correction(_ correction: Correction) -> Value {
    arena.record(
      RecordShapes.correction,
      [
        date(correction.date),
        keyed(
          correction.kind.rawValue, context.words.vocabulary.correction(correction.kind)),
        text(correction.was), text(correction.now), text(correction.why),
      ])
  }
}

/// Makes the fields of a date.
final class DateMaker: FieldSource {
  private let date: UncertainDate
  private let make: ValueMaker

  init(date: UncertainDate, make: ValueMaker) {
    self.date = date
    self.make = make
  }

  override func value(ofField field: Int, of subject: Int) -> Value {
    Self.fields.value(field, self, subject)
  }

  static let fields = FieldTable<DateMaker>(
    "date",
    [
      .init("text") { maker, _ in
        maker.make.text(maker.date.text(in: maker.make.context.words.dates))
      },
      .init("datetime") { maker, _ in maker.make.text(maker.date.htmlDateTime) },
      .init("iso") { maker, _ in maker.make.text(maker.date.edtf ?? "") },
      .init("day") { maker, _ in maker.make.text(maker.date.lowerBound?.description) },
      .init("year") { maker, _ in maker.date.lowerBound.map { .int($0.year) } ?? .none },
      .init("month") { maker, _ in maker.date.lowerBound.map { .int($0.month) } ?? .none },
      .init("is_exact") { maker, _ in .bool(maker.isExact) },
    ])

  private var isExact: Bool {
    if case .point(let point) = date { return point.approximation == .exact }
    return false
  }
}
