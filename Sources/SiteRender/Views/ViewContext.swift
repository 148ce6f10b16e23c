import SiteModel
import SitePlan
import TemplateEngine

/// What all views of one language need: the site, where things stand, the words, and the cards that
/// pages share.
struct ViewContext: Sendable {
  var site: SiteReader
  let plan: SitePlan
  var words: PageWords
  let related: RelatedTable?
  let uses: SourceUses

  var language: LanguageTag { words.language }
  var addresses: SiteAddresses { plan.addresses }
  private var notes: PageNotes? { site.notes }

  /// The same for the making of a page, with reads noted.
  func noting(_ notes: PageNotes?) -> ViewContext {
    var copy = self
    copy.site = site.noting(notes)
    copy.words = words.noting(notes)
    return copy
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

  /// The events of the language, in the order of `cards`.
  func events(_ cards: CardBook) -> [Int] {
    notes?.note(.events)
    return cards.eventOrder
  }

  /// The entities of the language, in the order of `cards`.
  func entities(_ cards: CardBook) -> [Int] {
    notes?.note(.entities)
    return cards.entityOrder
  }

  /// The briefs next to one in the order of publication.
  func neighbours(of brief: Int) -> (newer: Int?, older: Int?) {
    notes?.note(.brief(brief), RecordShapes.Facet.relations)
    return plan.neighbours(of: brief, in: language)
  }

  /// A brief's text for readers of the language, else its original.
  func edition(_ place: Int) -> BriefEdition {
    let brief = site.briefs[place]
    return brief.edition(in: language) ?? brief.editions[0]
  }

  /// Those of `briefs` that can be read in the language.
  func readable(_ briefs: [Int]) -> [Int] {
    plan.lists[language]?.only(briefs) ?? briefs
  }
}

/// Makes the small records that all views use: dates, quantities, badges, words.
struct ValueMaker {
  let arena: ValueArena
  let words: PageWords
  let rates: ExchangeRates?
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

  func date(_ date: UncertainDate) -> Value {
    let day = date.lowerBound
    return arena.record(
      RecordShapes.date,
      [
        text(date.text(in: words.dates)), text(date.htmlDateTime), text(date.edtf ?? ""),
        text(day?.description), day.map { .int($0.year) } ?? .none,
        day.map { .int($0.month) } ?? .none, .bool(isExact(date)),
      ])
  }

  func date(_ date: UncertainDate?) -> Value { date.map { self.date($0) } ?? .none }

  private func isExact(_ date: UncertainDate) -> Bool {
    if case .point(let point) = date { return point.approximation == .exact }
    return false
  }

  // MARK: - Quantities

  /// A quantity, converted where a rate was known on `day`.
  func quantity(_ quantity: Quantity, on day: CalendarDate?) -> Value {
    arena.record(
      RecordShapes.quantity,
      [
        text(quantity.text(in: words.numbers)), text(quantity.verbatim),
        text(quantity.exactValue?.description), text(quantity.qualifier.rawValue),
        text(quantity.unit?.symbol), text(quantity.currency?.code),
        text(converted(quantity, on: day)), text(quantity.nature?.rawValue),
        strings(quantity.inferred.map(\.rawValue)),
      ])
  }

  /// The amount in the base currency, when it is given in another and a rate was known.
  func converted(_ quantity: Quantity, on day: CalendarDate?) -> String? {
    guard let rates, let day, let result = rates.converted(quantity, on: day), result.isConverted
    else { return nil }
    return result.quantity.text(in: words.numbers)
  }

  /// A typed value as text for people.
  func text(of value: EventValue, field: String) -> String {
    switch value {
    case .text(let text): words.vocabulary.term(text, field: field) ?? text
    case .texts(let texts): texts.joined(separator: "; ")
    case .word(let word): words.vocabulary.word(word, field: field)
    case .quantity(let quantity): quantity.text(in: words.numbers)
    case .date(let date): date.text(in: words.dates)
    case .flag(let flag): words.strings.text(flag ? "vocabulary.yes" : "vocabulary.no")
    }
  }

  // MARK: - Status

  func badge(_ badge: Badge, _ certainty: Certainty?, _ stage: Stage?) -> Value {
    arena.record(
      RecordShapes.badge,
      [
        text(badge.kind.rawValue), text(words.vocabulary.badge(badge)), text(certainty?.rawValue),
        text(stage?.rawValue),
      ])
  }

  func certainty(_ certainty: Certainty) -> Value {
    keyed(certainty.rawValue, words.vocabulary.certainty(certainty))
  }

  func stage(_ stage: Stage) -> Value { keyed(stage.rawValue, words.vocabulary.stage(stage)) }
}
