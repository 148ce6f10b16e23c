import SiteModel
import SourceDiagnostics

/// V1: one thing that happened is one event.
enum DuplicateEvent: SiteRule {
  static let rule = DiagnosticRule(
    "V1", .warning, "one thing that happened is one event",
    explanation: """
      Two ids for one deal split its history: the rumour stays a rumour under one of them. Reported are
      events of one family (rounds and acquisitions are one) with the same principal, up the line of
      parents, whose dates overlap and nothing of which differs: no other role, no amount beyond
      rounding, no round, product or title. Events of one brief, and events that name each other, are
      meant to be two. Two that share \(sharedClaims) or more claims (one source, at one place or with
      one quote) are an error.

      Wrong:

          one brief:      {id: acme-round, type: funding, date: 2026-01-09, …}
          the next one:   {id: acme-raises-money, type: funding, date: 2026-01, …}

      Right:

          one brief:      {id: acme-round, type: funding, date: 2026-01-09, …}
          the next one:   {id: acme-round, certainty: confirmed}
      """)

  /// How many claims two events may not share.
  static let sharedClaims = 2
  /// How vague a date may be, in days, to tell one event by: a month.
  static let vaguestDays = 31
  /// With how many of the next events of its kind one is compared, so that no pile of events on
  /// one day costs more than its length.
  static let neighbours = 16

  private struct Candidate {
    var event: ReviewedEvent
    var from: CalendarDate
    var until: CalendarDate
  }

  private struct Kin: Hashable {
    var family: String
    var principals: [Int]
  }

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    var groups: [Kin: [Candidate]] = [:]
    for place in site.site.events.indices {
      let event = ReviewedEvent(site: site, place: place)
      guard let kin = kin(of: event), let from = event.event.date.lowerBound,
        let until = event.event.date.upperBound, until.dayNumber - from.dayNumber < vaguestDays
      else { continue }
      groups[kin, default: []].append(Candidate(event: event, from: from, until: until))
    }
    for group in groups.values where group.count > 1 {
      let sorted = group.sorted { ($0.from, $0.event.event.id) < ($1.from, $1.event.event.id) }
      for (index, first) in sorted.enumerated() {
        for second in sorted[(index + 1)...].prefix(neighbours) {
          guard second.from <= first.until else { break }
          if let finding = compare(first.event, second.event) { findings.append(finding) }
        }
      }
    }
  }

  /// What two events must have in common to be compared; nil for types of which many a day are
  /// nothing strange.
  private static func kin(of event: ReviewedEvent) -> Kin? {
    let type = event.event.type
    if ["statement", "incident"].contains(type.key) { return nil }
    let principals = actors(mainRoles(of: type), event)
    // Of a partnership with one party nobody knows which it is.
    guard principals.count >= (type.key == "partnership" ? 2 : 1) else { return nil }
    let houses = principals.map { place in
      switch event.site.site.entities[place].kind {
      case .person, .model, .product, .dataset: place
      default: event.site.parties.houses(of: place).first ?? place
      }
    }
    return Kin(
      family: ["funding", "acquisition"].contains(type.key) ? "deal" : type.key,
      principals: Set(houses).sorted())
  }

  private static func mainRoles(of type: EventType) -> [String] {
    type.key == "partnership" ? type.roles.map(\.key) : [type.roles[0].key]
  }

  /// Who plays some roles, sorted and each once.
  private static func actors(_ roles: [String], _ event: ReviewedEvent) -> [Int] {
    Set(event.event.participants.filter { roles.contains($0.role) }.map(\.entity)).sorted()
  }

  // MARK: - Two events

  private static func compare(_ a: ReviewedEvent, _ b: ReviewedEvent) -> Diagnostic? {
    guard Set(a.event.briefs).isDisjoint(with: b.event.briefs), !areRelated(a, b),
      haveOneCast(a, b), haveOneContent(a, b)
    else { return nil }
    let (first, second) = isOlder(a, b) ? (a, b) : (b, a)
    let files = second.event.assertions.map { second.site.site.briefs[$0.brief].source.file }
    var finding = Diagnostic(
      rule, "events '\(first.event.id)' and '\(second.event.id)' look like one", at: second.span,
      label: "the same as '\(first.event.id)'?", related: [.init(first.span, "the other one")],
      notes: files.map {
        "to merge them, in \($0): 'id: \(second.event.id)' becomes 'id: \(first.event.id)'"
      },
      help: "give both one id; or, when they are two, say in each what the other has not")
    let shared = claimKeys(a).intersection(claimKeys(b)).count
    if shared >= sharedClaims {
      finding.severity = .error
      finding.notes.append("they share \(shared) claims")
    }
    return finding
  }

  private static func isOlder(_ a: ReviewedEvent, _ b: ReviewedEvent) -> Bool {
    let (first, second) = (a.event.briefs.last ?? 0, b.event.briefs.last ?? 0)
    // Briefs come newest first.
    return first != second ? first > second : a.event.id < b.event.id
  }

  private static func areRelated(_ a: ReviewedEvent, _ b: ReviewedEvent) -> Bool {
    let links = { (event: Event) in
      event.dependsOn + event.supersedes + event.parts + [event.partOf].compactMap { $0 }
    }
    return links(a.event).contains(b.place) || links(b.event).contains(a.place)
  }

  /// Whether the principals are the same, or one's are parts of the other's, and no other role that
  /// both fill is filled by others. Who buys is one role of all deals.
  private static func haveOneCast(_ a: ReviewedEvent, _ b: ReviewedEvent) -> Bool {
    let main = mainRoles(of: a.event.type) + mainRoles(of: b.event.type)
    guard
      areOneCast(
        actors(mainRoles(of: a.event.type), a), actors(mainRoles(of: b.event.type), b), a.site)
    else { return false }
    let buyers = ["acquirer", "lead", "investor"]
    let roles = Set((a.event.participants + b.event.participants).map(\.role))
    let lists = roles.subtracting(buyers + main).sorted().map { [$0] } + [buyers]
    return lists.allSatisfy { roles in
      let (first, second) = (actors(roles, a), actors(roles, b))
      return first.isEmpty || second.isEmpty
        || first.contains { one in
          second.contains { a.site.parties.areInLine(one, $0) }
        }
    }
  }

  /// Whether two lists name the same, but for parts that stand for their wholes.
  private static func areOneCast(_ a: [Int], _ b: [Int], _ site: ReviewedSite) -> Bool {
    let mine = a.filter { !b.contains($0) }
    let theirs = b.filter { !a.contains($0) }
    let isMatched = { (one: Int, others: [Int]) in
      others.contains { site.parties.areInLine(one, $0) }
    }
    return mine.count == theirs.count && mine.allSatisfy { isMatched($0, theirs) }
      && theirs.allSatisfy { isMatched($0, mine) }
  }

  /// Whether no field that both have differs.
  private static func haveOneContent(_ a: ReviewedEvent, _ b: ReviewedEvent) -> Bool {
    var agreeing = 0
    for field in a.event.type.fields {
      guard let first = a.value(of: field.key)?.value else { continue }
      let same = b.value(of: field.key)?.value
      let price = field.key == "amount" ? "price" : field.key == "price" ? "amount" : field.key
      guard let second = same ?? b.value(of: price)?.value else { continue }
      guard agree(first, second) else { return false }
      agreeing += 1
    }
    // A body adopts many acts on one day; only their names tell them apart.
    return a.event.type.key != "regulation" || agreeing > 0
  }

  private static func agree(_ a: EventValue, _ b: EventValue) -> Bool {
    switch (a, b) {
    case (.quantity(let a), .quantity(let b)): return !a.differsBeyondRounding(from: b)
    case (.date(let a), .date(let b)):
      guard let start = a.lowerBound, let end = a.upperBound, let from = b.lowerBound,
        let until = b.upperBound
      else { return true }
      return start <= until && from <= end
    case (.texts, .texts): return true
    default: return NameKey.fold(a.foldText) == NameKey.fold(b.foldText)
    }
  }

  /// The claims of an event by where they stand: the source's address, and the place or the words.
  private static func claimKeys(_ event: ReviewedEvent) -> Set<[String]> {
    var keys = Set<[String]>()
    for (place, assertion) in event.assertions {
      let brief = event.site.brief(of: place)
      for claim in brief.claims(of: assertion) {
        guard let source = brief.sourcePlace(of: claim),
          let url = brief.source.sources[source].url?.value, let words = claim.quote ?? claim.at
        else { continue }
        keys.insert([url, words])
      }
    }
    return keys
  }
}
