/// A role that a person has or had, from the person's record or from confirmed events.
package struct CareerRole: Sendable, Hashable {
  package var organisation: Int
  package var title: String?
  package var from: UncertainDate?
  package var until: UncertainDate?
  /// Its place among the roles of the record.
  package var role: Int?
  /// The events that its dates come from.
  package var events: [Int] = []
}

extension Site {
  /// The roles of a person, present ones first, then by when they began, the newest first.
  ///
  /// Confirmed moves fill what the record leaves open: a new role, and the end of one.
  package func career(of person: Int) -> [CareerRole] {
    let entity = entities[person]
    var career = zip(entity.source.roles, entity.roleOrganisations).enumerated().compactMap {
      index, item -> CareerRole? in
      item.1.map {
        CareerRole(
          organisation: $0, title: item.0.title, from: item.0.from, until: item.0.until,
          role: index)
      }
    }
    for place in newestFirst(entity.events).reversed() {
      let event = events[place]
      guard event.type.key == "people", event.folded.certainty == .confirmed,
        event.hasHappened, event.participants(in: ["person"]).contains(person)
      else { continue }
      let date = event.date(in: "effective") ?? (event.date.isDated ? event.date : nil)
      for organisation in event.participants(in: ["from"]) {
        Self.end(organisation, event.text(in: "from_title"), date, place, in: &career)
      }
      for organisation in event.participants(in: ["to"]) {
        Self.begin(organisation, event.text(in: "to_title"), date, place, in: &career)
      }
    }
    return career.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if (first.until == nil) != (second.until == nil) { return first.until == nil }
      let one = (first.from ?? first.until)?.sortKey ?? UncertainDate.unknown.sortKey
      let other = (second.from ?? second.until)?.sortKey ?? UncertainDate.unknown.sortKey
      return one != other ? other < one : a.offset < b.offset
    }.map(\.element)
  }

  private static func begin(
    _ organisation: Int, _ title: String?, _ date: UncertainDate?, _ event: Int,
    in career: inout [CareerRole]
  ) {
    if let known = career.lastIndex(where: { role in
      role.organisation == organisation && role.isSame(title, role.from, date)
        && (role.role != nil || role.until == nil)
    }) {
      career[known].title = career[known].title ?? title
      career[known].from = career[known].from ?? date
      career[known].events.append(event)
    } else {
      career.append(
        CareerRole(organisation: organisation, title: title, from: date, events: [event]))
    }
  }

  private static func end(
    _ organisation: Int, _ title: String?, _ date: UncertainDate?, _ event: Int,
    in career: inout [CareerRole]
  ) {
    if let known = career.lastIndex(where: { role in
      role.organisation == organisation && role.isSame(title, role.until, date)
    }) {
      career[known].title = career[known].title ?? title
      career[known].until = career[known].until ?? date
      career[known].events.append(event)
    } else {
      career.append(
        CareerRole(organisation: organisation, title: title, until: date, events: [event]))
    }
  }
}

extension Event {
  /// Whether its stage speaks of something done or decided, not of something to come.
  fileprivate var hasHappened: Bool {
    switch folded.stage {
    case nil, .announced, .signed, .underway, .completed: true
    case .considered, .inTalks, .expected, .planned, .postponed, .cancelled: false
    }
  }
}

extension CareerRole {
  /// Whether a title and a date, in the same organisation, are those of this role: either gives no
  /// title, both give the same, or one is a part of the other and the dates do not contradict.
  fileprivate func isSame(
    _ title: String?, _ own: UncertainDate?, _ date: UncertainDate?
  ) -> Bool {
    guard let title, let known = self.title else { return true }
    let (a, b) = (NameKey.fold(title), NameKey.fold(known))
    if a == b { return true }
    let isPart = " \(a) ".contains(" \(b) ") || " \(b) ".contains(" \(a) ")
    guard isPart else { return false }
    guard let first = own?.lowerBound, let last = own?.upperBound,
      let from = date?.lowerBound, let until = date?.upperBound
    else { return true }
    return first <= until && from <= last
  }
}
