import Digests
package import SiteModel
import SitePlan
import TemplateEngine
import WorkerThreads

/// A digest of everything in a site that a page can read, piece by piece: a page whose pieces all have
/// the digests that they had when it was made would come out the same.
///
/// Each piece has a number, good for this site alone, and a key, which stays the same from build to
/// build: a hash of what the piece is. Pieces are the facets of records (see `Slot`), the cards of each
/// language, the site's own fields, lists, interface strings, and the day. Digests are worked out when
/// they are asked for, since few of them matter to an increment.
package final class SiteDigests: Sendable {
  /// The key of each piece, by number.
  package let keys: [UInt64]
  private let pages: PageRenderer
  private let numbers: PieceNumbers
  private let records: RecordDigests
  private let strings: [LanguageTag: [InterfaceStrings.Numbered]]

  /// What of a record changes together, as far as digests tell it apart. Facets that come from the
  /// same lines of a file share one.
  enum Slot: Int, CaseIterable {
    /// The text and what its links lead to.
    case text
    /// The record's own words and references.
    case face
    /// What other records say of it: the briefs that name it, what is next to it.
    case relations
    /// For a brief, when it is from and what it names.
    case index

    /// The slot of a facet; `nil` for the card, which differs by language.
    init?(_ facet: UInt8, of kind: SiteRecord.Kind) {
      typealias Facet = RecordShapes.Facet
      switch facet {
      case Facet.card: return nil
      case Facet.text: self = .text
      case Facet.relations: self = .relations
      case Facet.events where kind == .entity: self = .relations
      case Facet.index: self = .index
      default: self = .face
      }
    }
  }

  /// - Parameters:
  ///   - pages: the site as it is going to be rendered.
  ///   - texts: the digests of its files.
  package init(_ pages: PageRenderer, texts: TextDigests) {
    self.pages = pages
    records = RecordDigests(pages, texts: texts)
    let languages = pages.site.settings.languages.filter { pages.languages[$0] != nil }
    var strings: [LanguageTag: [InterfaceStrings.Numbered]] = [:]
    for language in languages {
      strings[language] = pages.languages[language]?.context.words.strings.numbered
    }
    self.strings = strings
    numbers = PieceNumbers(
      pages.site, languages: languages, strings: languages.map { strings[$0]?.count ?? 0 })
    keys = Self.keys(numbers, records.names, strings)
  }

  private static func keys(
    _ numbers: PieceNumbers, _ names: [[UInt64]],
    _ strings: [LanguageTag: [InterfaceStrings.Numbered]]
  ) -> [UInt64] {
    var tongues: [LanguageTag: UInt64] = [:]
    for language in numbers.languages { tongues[language] = Fingerprint.of(language.text) }
    return (0..<numbers.count).map { number in
      switch numbers.piece(number) {
      case .record(let kind, let place, let slot):
        key(1, names[Int(kind.rawValue)][place], slot.rawValue)
      case .whole(let kind): key(2, UInt64(kind.rawValue))
      case .day: key(3)
      case .month: key(4)
      case .card(let language, let kind, let place):
        key(5, names[Int(kind.rawValue)][place], 0, tongues[language] ?? 0)
      case .site(let language, let facet): key(6, UInt64(facet), 0, tongues[language] ?? 0)
      case .string(let language, let place):
        stringKey(strings[language]?[place].key ?? "", language)
      case .list(let language, let list):
        key(8, Fingerprint.of("\(list)"), 0, tongues[language] ?? 0)
      }
    }
  }

  private static func key(
    _ kind: Int, _ name: UInt64 = 0, _ slot: Int = 0, _ language: UInt64 = 0
  ) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(kind)
    fingerprint.add(name)
    fingerprint.add(slot)
    fingerprint.add(language)
    return fingerprint.value
  }

  /// The key of an interface string; that of one which is not there has no digest.
  private static func stringKey(_ key: String, _ language: LanguageTag) -> UInt64 {
    Self.key(7, Fingerprint.of(key, language.text))
  }

  // MARK: - Digests

  /// The digests of some pieces, in the order of the numbers.
  package func values(of pieces: [UInt32], workers: Int = Concurrency.processorCount) -> [UInt64] {
    Concurrency.map(
      pieces.count, workers: workers, makeWorker: { [pages] _ in CardReader(pages) },
      body: { [self] cards, index in value(of: numbers.piece(Int(pieces[index])), &cards) })
  }

  private func value(of piece: Piece, _ cards: inout CardReader) -> UInt64 {
    switch piece {
    case .record(let kind, let place, let slot): records.value(kind, place, slot)
    case .whole(let kind): records.value(whole: kind)
    case .day: Fingerprint.of("day", pages.site.asOf.description)
    case .month: Fingerprint.of("month", "\(pages.site.asOf.year)-\(pages.site.asOf.month)")
    case .card(let language, let kind, let place):
      cards.card(language, kind, place).map { records.card($0) } ?? 0
    case .site(let language, let facet):
      pages.languages[language].map { records.facet(facet, of: $0.siteRecord) } ?? 0
    case .string(let language, let place):
      strings[language].map { records.string($0[place]) } ?? 0
    case .list(let language, let list): records.list(list, language)
    }
  }
}

// MARK: - What a page read

extension SiteDigests {
  /// The pieces that a page read, by number, each once and sorted, and the keys of what it looked for
  /// in vain.
  package func pieces(
    readBy notes: PageNotes, in language: LanguageTag
  ) -> (numbers: [UInt32], absent: [UInt64]) {
    let index = numbers.languages.firstIndex(of: language) ?? 0
    var found: [UInt32] = []
    for (id, facets) in notes.log.records {
      let record = SiteRecord(id)
      var rest = facets
      while rest != 0 {
        let facet = UInt8(rest.trailingZeroBitCount)
        rest &= rest - 1
        if record == .site {
          found.append(UInt32(numbers.site(index, facet)))
        } else if let slot = Slot(facet, of: record.kind) {
          found.append(UInt32(numbers.record(record.kind, record.place, slot)))
        } else {
          found.append(UInt32(numbers.card(index, record.kind, record.place)))
        }
      }
    }
    for kind in notes.wholeKinds { found.append(UInt32(numbers.whole(kind))) }
    for list in notes.lists {
      if let number = numbers.list(index, list) { found.append(UInt32(number)) }
    }
    for string in notes.strings.members { found.append(UInt32(numbers.string(index, string))) }
    if notes.readsDay { found.append(UInt32(numbers.day)) }
    if notes.readsMonth { found.append(UInt32(numbers.month)) }
    found.sort()
    var pieces: [UInt32] = []
    pieces.reserveCapacity(found.count)
    for number in found where pieces.last != number { pieces.append(number) }
    return (pieces, notes.absentStrings.map { Self.stringKey($0, language) })
  }
}

// MARK: - In words

extension SiteDigests {
  /// The piece of a key in words; `nil` when the site has none with it.
  package func name(of key: UInt64) -> String? {
    keys.firstIndex(of: key).map { name(of: UInt32($0)) }
  }

  /// A piece in words: `card of brief meta-in-talks`.
  package func name(of number: UInt32) -> String {
    func record(_ kind: SiteRecord.Kind, _ place: Int) -> String {
      SiteRecord(kind, place).name(in: pages.site)
    }
    switch numbers.piece(Int(number)) {
    case .record(let kind, let place, let slot): return "\(slot) of \(record(kind, place))"
    case .whole(let kind): return "list of every \(kind)"
    case .day: return "day"
    case .month: return "month"
    case .card(let language, let kind, let place):
      return "card of \(record(kind, place)) (\(language))"
    case .site(let language, let facet):
      let part =
        switch facet {
        case RecordShapes.Facet.relations: "counts"
        case RecordShapes.Facet.day: "day"
        default: "title, navigation and feeds"
        }
      return "\(part) of the site (\(language))"
    case .string(let language, let place):
      return "interface string \(strings[language]?[place].key ?? "") (\(language))"
    case .list(let language, let list):
      if case .desk(let key) = list { return "desk \(key) (\(language))" }
      return "list of \(list) (\(language))"
    }
  }
}

/// Makes cards to be digested, on one thread; lets them go from time to time.
private struct CardReader {
  private let pages: PageRenderer
  private var books: [LanguageTag: (book: CardBook, used: Int)] = [:]
  /// After so many cards a book is closed and a new one begun, so that memory does not grow.
  private static let most = 2_048

  init(_ pages: PageRenderer) { self.pages = pages }

  mutating func card(_ language: LanguageTag, _ kind: SiteRecord.Kind, _ place: Int) -> Value? {
    guard let shared = pages.languages[language] else { return nil }
    if let known = books[language], known.used < Self.most {
      books[language]?.used += 1
      return known.book.card(kind, place)
    }
    let book = CardBook(shared.context, orders: shared.orders)
    books[language] = (book, 1)
    return book.card(kind, place)
  }
}
