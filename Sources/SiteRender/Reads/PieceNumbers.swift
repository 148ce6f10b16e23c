import SiteModel
import SitePlan

/// Something of a site that a page can read and that has a digest.
enum Piece: Sendable, Hashable {
  /// A slot of a record.
  case record(SiteRecord.Kind, Int, SiteDigests.Slot)
  /// Which records of a kind there are, and in which order.
  case whole(SiteRecord.Kind)
  case day
  case month
  /// A record's card in a language.
  case card(LanguageTag, SiteRecord.Kind, Int)
  /// A facet of the site's own record.
  case site(LanguageTag, UInt8)
  /// An interface string, by its number.
  case string(LanguageTag, Int)
  case list(LanguageTag, SiteList)
}

/// How the pieces of a site are numbered: section by section.
struct PieceNumbers: Sendable {
  private(set) var count = 0
  let languages: [LanguageTag]
  let lists: [SiteList]
  private var sections: [Section] = []
  private var recordStarts: [Int] = []
  private var cardStarts: [[Int]] = []
  private var siteStarts: [Int] = []
  private var stringStarts: [Int] = []
  private var listStarts: [Int] = []
  private var wholes = 0
  private(set) var day = 0
  private(set) var month = 0

  private struct Section: Sendable {
    var start: Int
    var content: Content

    enum Content: Sendable {
      case records(SiteRecord.Kind), wholes, day, month
      case cards(Int, SiteRecord.Kind), sites(Int), strings(Int), lists(Int)
    }
  }

  private static let slots = SiteDigests.Slot.allCases

  /// The facets of the site's own record.
  static let siteFacets = [
    RecordShapes.Facet.card, RecordShapes.Facet.relations, RecordShapes.Facet.day,
  ]

  /// - Parameter strings: how many interface strings each language has.
  init(_ site: Site, languages: [LanguageTag], strings: [Int]) {
    self.languages = languages
    lists = [.briefs, .archive, .events, .entities] + site.settings.desks.map { .desk($0.key) }
    let counts = SiteRecord.Kind.allCases.map { (kind: $0, count: site.count(of: $0)) }
    for (kind, count) in counts {
      recordStarts.append(take(count * Self.slots.count, .records(kind)))
    }
    wholes = take(counts.count, .wholes)
    day = take(1, .day)
    month = take(1, .month)
    for (place, more) in zip(languages.indices, strings) {
      cardStarts.append(counts.map { take($0.count, .cards(place, $0.kind)) })
      siteStarts.append(take(Self.siteFacets.count, .sites(place)))
      stringStarts.append(take(more, .strings(place)))
      listStarts.append(take(lists.count, .lists(place)))
    }
  }

  private mutating func take(_ more: Int, _ content: Section.Content) -> Int {
    defer { count += more }
    if more > 0 { sections.append(Section(start: count, content: content)) }
    return count
  }

  // MARK: - From pieces to numbers

  func record(_ kind: SiteRecord.Kind, _ place: Int, _ slot: SiteDigests.Slot) -> Int {
    recordStarts[Int(kind.rawValue)] + place * Self.slots.count + slot.rawValue
  }

  func whole(_ kind: SiteRecord.Kind) -> Int { wholes + Int(kind.rawValue) }

  func card(_ language: Int, _ kind: SiteRecord.Kind, _ place: Int) -> Int {
    cardStarts[language][Int(kind.rawValue)] + place
  }

  /// Facets that the site's record does not have count as its card.
  func site(_ language: Int, _ facet: UInt8) -> Int {
    siteStarts[language] + (Self.siteFacets.firstIndex(of: facet) ?? 0)
  }

  func string(_ language: Int, _ number: Int) -> Int { stringStarts[language] + number }

  func list(_ language: Int, _ list: SiteList) -> Int? {
    lists.firstIndex(of: list).map { listStarts[language] + $0 }
  }

  // MARK: - From numbers to pieces

  func piece(_ number: Int) -> Piece {
    var low = 0
    var high = sections.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sections[middle].start <= number { low = middle } else { high = middle }
    }
    let place = number - sections[low].start
    switch sections[low].content {
    case .records(let kind):
      let (record, slot) = place.quotientAndRemainder(dividingBy: Self.slots.count)
      return .record(kind, record, Self.slots[slot])
    case .wholes: return .whole(SiteRecord.Kind.allCases[place])
    case .day: return .day
    case .month: return .month
    case .cards(let language, let kind): return .card(languages[language], kind, place)
    case .sites(let language): return .site(languages[language], Self.siteFacets[place])
    case .strings(let language): return .string(languages[language], place)
    case .lists(let language): return .list(languages[language], lists[place])
    }
  }
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
