package import SiteModel
import SourceDiagnostics

/// The resolved site as rules see it, with the few things that several of them ask for.
package struct ReviewedSite: Sendable {
  /// The resolved site.
  package let site: Site
  /// The bytes of a source file, by its path; nil when there is none.
  package let bytes: @Sendable (String) -> [UInt8]?

  /// Who speaks for whom.
  let parties: PartyIndex
  /// The names that texts may hold.
  let names: SiteNames
  /// The words by which texts are read.
  let words = WordLists.embedded

  /// The width of a picture in pixels, by its path; nil where it is not known.
  let pixelWidth: @Sendable (String) -> Int?

  package init(
    _ site: Site, bytes: @escaping @Sendable (String) -> [UInt8]?,
    pixelWidth: @escaping @Sendable (String) -> Int? = { _ in nil }
  ) {
    self.site = site
    self.bytes = bytes
    self.pixelWidth = pixelWidth
    parties = PartyIndex(site)
    names = SiteNames(site)
  }

  /// The only "now" there is.
  var asOf: CalendarDate { site.asOf }

  /// The entity that a reference means, the one it was merged into when it was; nil when it means
  /// none or several.
  func entity(_ reference: Reference, in language: LanguageTag) -> Int? {
    guard case .entity(let place) = site.names.meaning(of: reference.text, in: language) else {
      return nil
    }
    return site.entities[place].mergedInto ?? place
  }

  /// The brief in which an assertion stands.
  func brief(of place: AssertionPlace) -> ReviewedBrief {
    ReviewedBrief(site: self, place: place.brief)
  }

  /// An assertion with its brief.
  func assertion(_ place: AssertionPlace) -> EventAssertion {
    site.briefs[place.brief].source.events[place.index]
  }

  /// Where an assertion stands: its id.
  func span(_ place: AssertionPlace) -> SourceSpan {
    let brief = site.briefs[place.brief].source
    return SourceSpan(file: brief.file, range: brief.events[place.index].id.range)
  }

  /// The place of a field's value, in the innermost mapping of a file's front matter that holds
  /// `range` and has such a field; nil when the file does not say it.
  ///
  /// Reads the header anew, so ask only when there is something to report.
  func span(of field: String, near range: Range<Int>, in file: String) -> SourceSpan? {
    bytes(file).flatMap { FieldPlaces($0, file: file)?.value(of: field, near: range) }
  }
}

extension ReviewedSite {
  /// The place of the value at the end of a way of keys in a file's front matter.
  ///
  /// Reads the header anew, so ask only when there is something to report.
  func span(at path: [String], in file: String) -> SourceSpan? {
    bytes(file).flatMap { FieldPlaces($0, file: file)?.value(at: path) }
  }

  /// Whether some brief asserts an event of this id; events are sorted by it.
  func hasEvent(_ id: String) -> Bool {
    let wanted = EventID(id)
    var range = site.events.indices
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if site.events[middle].id < wanted {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound < site.events.count && site.events[range.lowerBound].id == wanted
  }

  /// The place of an entity: its name.
  func span(ofEntity place: Int) -> SourceSpan {
    let source = site.entities[place].source
    return SourceSpan(file: source.file, range: source.name.range)
  }
}

/// One brief under review.
struct ReviewedBrief {
  let site: ReviewedSite
  /// Its place among the site's briefs.
  let place: Int
  /// It and its file, taken from the list once: they are large.
  let brief: Brief
  let source: BriefFile

  init(site: ReviewedSite, place: Int) {
    self.site = site
    self.place = place
    brief = site.site.briefs[place]
    source = brief.source
  }

  /// The bytes of a part of its front matter as a place.
  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: source.file, range: range) }

  /// A source's place: its address, which is short and its own, or all that is said of it.
  func span(of source: Source) -> SourceSpan { span(source.url?.range ?? source.range) }

  /// The place of a field's value; of the whole brief's when no `near` is given.
  func span(of field: String, near range: Range<Int>? = nil) -> SourceSpan? {
    site.span(of: field, near: range ?? source.title.range, in: source.file)
  }
}

/// One event under review.
struct ReviewedEvent {
  let site: ReviewedSite
  /// Its place among the site's events.
  let place: Int
  /// It, taken from the list once: it is large.
  let event: Event

  init(site: ReviewedSite, place: Int) {
    self.site = site
    self.place = place
    event = site.site.events[place]
  }

  /// Its assertions, oldest first, each with its place.
  var assertions: [(place: AssertionPlace, assertion: EventAssertion)] {
    event.assertions.map { ($0, site.assertion($0)) }
  }

  /// The place of the event: the id in its newest assertion.
  var span: SourceSpan {
    event.assertions.last.map(site.span) ?? SourceSpan(file: site.site.settings.file)
  }

  /// The place of a field in the newest assertion that has it, for fields that no brief has of its
  /// own; the event's id where there is none.
  func span(of field: String) -> SourceSpan {
    for (place, assertion) in assertions.reversed() {
      let file = site.site.briefs[place.brief].source.file
      if let span = site.span(of: field, near: assertion.id.range, in: file) { return span }
    }
    return self.span
  }

  /// The one value that stands for a typed field, with its place; nil when there is none or it is
  /// disputed.
  func value(of key: String) -> (value: EventValue, span: SourceSpan)? {
    guard let field = event.folded[key], !field.isDisputed, let held = field.values.first,
      case .value(let value) = held.value, let newest = held.assertions.last
    else { return nil }
    let place = event.assertions[newest]
    let assertion = site.assertion(place)
    let given =
      key == "date"
      ? assertion.date?.range : assertion.fields.first { $0.key == key }?.value.range
    guard let given else { return nil }
    return (value, SourceSpan(file: site.site.briefs[place.brief].source.file, range: given))
  }

  /// The one amount that stands for a typed field, with its place.
  func quantity(of key: String) -> (value: Quantity, span: SourceSpan)? {
    guard let found = value(of: key), case .quantity(let quantity) = found.value else {
      return nil
    }
    return (quantity, found.span)
  }

  /// The one date that stands for a typed field or for the event, with its place.
  func date(of key: String) -> (value: UncertainDate, span: SourceSpan)? {
    guard let found = value(of: key), case .date(let date) = found.value else { return nil }
    return (date, found.span)
  }

  /// Who plays a role now, sorted.
  func participants(_ role: String) -> [Int] {
    event.participants.filter { $0.role == role }.map(\.entity).sorted()
  }
}

/// The text of a brief in one language under review.
struct ReviewedEdition {
  let brief: ReviewedBrief
  let edition: BriefEdition
  private let readings = Readings()

  /// What was read of it so far. Reading costs more than most rules, and most rules can tell from
  /// the records that they have nothing to look for in this text.
  private final class Readings {
    var prose: Prose?
    var headline: Prose?
  }

  init(brief: ReviewedBrief, edition: BriefEdition) {
    self.brief = brief
    self.edition = edition
  }

  var site: ReviewedSite { brief.site }
  var lexicon: Lexicon { site.words.lexicon(for: edition.language) }

  /// What it says: title, summary and body. Read when a rule asks for it first.
  var prose: Prose {
    if let known = readings.prose { return known }
    let prose = Prose(edition, of: brief.source, lexicon: lexicon, names: site.names)
    readings.prose = prose
    return prose
  }

  /// What its title says.
  var headline: Prose {
    if let known = readings.prose ?? readings.headline { return known }
    let headline = Prose(
      headline: edition, of: brief.source, lexicon: lexicon, names: site.names)
    readings.headline = headline
    return headline
  }

  /// The bytes of a stretch of the prose in its file; where they cannot be found, the title's.
  func span(_ range: Range<Int>) -> SourceSpan {
    let file = edition.file
    let title = edition.isOriginal ? brief.source.title.range : 0..<0
    let fallback = SourceSpan(file: file, range: title)
    guard let bytes = site.bytes(file) else { return fallback }
    let block = prose.blocks.last { $0.range.lowerBound <= range.lowerBound }
    switch block?.kind {
    case .title, .summary:
      let field = block?.kind == .title ? "title" : "summary"
      guard let value = site.span(of: field, near: title, in: file), let area = value.range else {
        return fallback
      }
      let place = WordSearch(bytes).find(
        Array(prose.text[range]), from: area.lowerBound, end: area.upperBound)
      return place.map { SourceSpan(file: file, range: $0) } ?? value
    default:
      let places = ProsePlaces(prose: prose, text: edition.text, source: bytes)
      return places.place(of: range).map { SourceSpan(file: file, range: $0) } ?? fallback
    }
  }
}
