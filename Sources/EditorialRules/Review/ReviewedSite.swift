package import SiteModel
import SourceDiagnostics

/// The resolved site as rules see it, with the few things that several of them ask for.
package struct ReviewedSite: Sendable {
  /// The resolved site.
  package let site: Site
  /// The bytes of a source file, by its path; nil when there is none.
  package let bytes: @Sendable (String) -> [UInt8]?

  /// The names that texts may hold.
  let names: SiteNames
  /// The words by which texts are read.
  let words = WordLists.embedded

  package init(_ site: Site, bytes: @escaping @Sendable (String) -> [UInt8]?) {
    self.site = site
    self.bytes = bytes
    names = SiteNames(site)
  }

  /// The only "now" there is.
  var asOf: CalendarDate { site.asOf }

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

  /// The newest assertion that says something about a field, and the place of what it says; the
  /// assertion's id where the field cannot be found.
  func span(of field: String) -> SourceSpan {
    for (place, assertion) in assertions.reversed() {
      let file = site.site.briefs[place.brief].source.file
      if let span = site.span(of: field, near: assertion.id.range, in: file) { return span }
    }
    return event.assertions.last.map(site.span) ?? SourceSpan(file: site.site.settings.file)
  }
}

/// The text of a brief in one language under review.
struct ReviewedEdition {
  let brief: ReviewedBrief
  let edition: BriefEdition
  /// What it says.
  let prose: Prose

  init(brief: ReviewedBrief, edition: BriefEdition) {
    self.brief = brief
    self.edition = edition
    let site = brief.site
    prose = Prose(
      edition, of: brief.source, lexicon: site.words.lexicon(for: edition.language),
      names: site.names)
  }

  var site: ReviewedSite { brief.site }

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
