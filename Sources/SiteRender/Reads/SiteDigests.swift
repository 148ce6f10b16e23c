import Digests
package import SiteModel
import SitePlan
import TemplateEngine
internal import WorkerThreads

/// A digest of everything in a site that a page can read, piece by piece: a page whose pieces all have
/// the digests that they had when it was made would come out the same.
///
/// Each piece has a number, good for this site alone, and a key, which stays the same from build to
/// build: a hash of what the piece is. Pieces are the facets of records (see `Slot`), the cards of each
/// language, the site's own fields, lists, interface strings, and the day.
package struct SiteDigests: Sendable {
  /// The digest of each piece, by number.
  package private(set) var values: [UInt64] = []
  /// The key of each piece, by number.
  package private(set) var keys: [UInt64] = []
  private var numbers = PieceNumbers()

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

  /// Works out all digests.
  ///
  /// - Parameters:
  ///   - pages: the site as it is going to be rendered.
  ///   - texts: the digests of its files.
  ///   - workers: how many threads work.
  package init(
    _ pages: PageRenderer, texts: TextDigests, workers: Int = Concurrency.processorCount
  ) {
    let records = RecordDigests(pages, texts: texts)
    numbers = PieceNumbers(pages)
    var values = [UInt64](repeating: 0, count: numbers.count)
    var keys = [UInt64](repeating: 0, count: numbers.count)
    func set(_ number: Int, _ value: UInt64, _ key: UInt64) {
      values[number] = value
      keys[number] = key
    }
    for kind in SiteRecord.Kind.allCases where kind != .site {
      let names = records.names[Int(kind.rawValue)]
      let found = Concurrency.map(names.count, workers: workers) { records.slots(kind, $0) }
      for (place, slots) in found.enumerated() {
        for slot in Slot.allCases {
          set(
            numbers.record(kind, place, slot), slots[slot.rawValue],
            Self.key("facet", names[place], slot.rawValue))
        }
      }
      set(numbers.whole(kind), Self.digest(names), Self.key("all", UInt64(kind.rawValue), 0))
    }
    for (index, language) in numbers.languages.enumerated() {
      guard let shared = pages.languages[language] else { continue }
      let tongue = Fingerprint.of(language.text)
      for (kind, cards) in shared.cards.byKind {
        let names = records.names[Int(kind.rawValue)]
        let found = Concurrency.map(cards.count, workers: workers) { place in
          records.card(cards[place])
        }
        for (place, digest) in found.enumerated() {
          set(numbers.card(index, kind, place), digest, Self.key("card", names[place], 0, tongue))
        }
      }
      for facet in PieceNumbers.siteFacets {
        set(
          numbers.site(index, facet), records.facet(facet, of: shared.siteRecord),
          Self.key("site", UInt64(facet), 0, tongue))
      }
      for (place, string) in shared.context.words.strings.texts.enumerated() {
        set(
          numbers.string(index, place), records.string(string.text, string.language),
          Self.stringKey(string.key, language))
      }
      for (place, list) in numbers.lists.enumerated() {
        set(
          numbers.list(index, place), records.list(list, language, shared.cards),
          Self.key("list", Fingerprint.of("\(list)"), 0, tongue))
      }
    }
    let day = pages.site.asOf
    set(numbers.day, Fingerprint.of("day", day.description), Self.key("day", 0, 0))
    set(
      numbers.month, Fingerprint.of("month", "\(day.year)-\(day.month)"), Self.key("month", 0, 0))
    self.values = values
    self.keys = keys
  }

  private static func key(
    _ kind: String, _ name: UInt64, _ slot: Int, _ language: UInt64 = 0
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
    Self.key("string", Fingerprint.of(key, language.text), 0)
  }

  private static func digest(_ names: [UInt64]) -> UInt64 {
    var fingerprint = Fingerprint()
    for name in names { fingerprint.add(name) }
    return fingerprint.value
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
      if let place = numbers.lists.firstIndex(of: list) {
        found.append(UInt32(numbers.list(index, place)))
      }
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

/// How the pieces of a site are numbered.
struct PieceNumbers: Sendable {
  private(set) var languages: [LanguageTag] = []
  private(set) var lists: [SiteList] = []
  private(set) var count = 0
  private(set) var day = 0
  private(set) var month = 0
  private var records: [Int] = []
  private var wholes = 0
  private var cards: [[Int]] = []
  private var sites: [Int] = []
  private var strings: [Int] = []
  private var listStarts: [Int] = []

  /// The facets of the site's own record.
  static let siteFacets = [
    RecordShapes.Facet.card, RecordShapes.Facet.relations, RecordShapes.Facet.day,
  ]

  init() {}

  init(_ pages: PageRenderer) {
    let site = pages.site
    languages = site.settings.languages.filter { pages.languages[$0] != nil }
    lists =
      [.briefs, .archive, .events, .entities] + site.settings.desks.map { .desk($0.key) }
    let counts: [Int] = SiteRecord.Kind.allCases.map { site.count(of: $0) }
    for count in counts { records.append(take(count * SiteDigests.Slot.allCases.count)) }
    wholes = take(counts.count)
    day = take(1)
    month = take(1)
    for language in languages {
      cards.append(counts.map { take($0) })
      sites.append(take(Self.siteFacets.count))
      strings.append(take(pages.languages[language]?.context.words.strings.texts.count ?? 0))
      listStarts.append(take(lists.count))
    }
  }

  private mutating func take(_ more: Int) -> Int {
    defer { count += more }
    return count
  }

  @inline(__always)
  func record(_ kind: SiteRecord.Kind, _ place: Int, _ slot: SiteDigests.Slot) -> Int {
    records[Int(kind.rawValue)] + place * SiteDigests.Slot.allCases.count + slot.rawValue
  }

  func whole(_ kind: SiteRecord.Kind) -> Int { wholes + Int(kind.rawValue) }

  @inline(__always)
  func card(_ language: Int, _ kind: SiteRecord.Kind, _ place: Int) -> Int {
    cards[language][Int(kind.rawValue)] + place
  }

  /// Facets that the site's record does not have count as its card.
  func site(_ language: Int, _ facet: UInt8) -> Int {
    sites[language] + (Self.siteFacets.firstIndex(of: facet) ?? 0)
  }

  func string(_ language: Int, _ number: Int) -> Int { strings[language] + number }

  func list(_ language: Int, _ place: Int) -> Int { listStarts[language] + place }
}

extension Site {
  /// How many records of a kind there are.
  func count(of kind: SiteRecord.Kind) -> Int {
    switch kind {
    case .brief: briefs.count
    case .entity: entities.count
    case .topic: topics.count
    case .storyline: storylines.count
    case .event: events.count
    case .page: pages.count
    case .site: 0
    }
  }
}
