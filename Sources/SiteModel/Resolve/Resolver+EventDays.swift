/// The days of events that other dates count from.
struct EventDays {
  /// By the event's id: the day of each event from which some date counts.
  var events: [String: UncertainDate] = [:]
  /// The day that an assertion gives its event, where that counts from another event.
  var assertions: [AssertionPlace: UncertainDate] = [:]
}

/// Finds the days of events that are dated from other events.
///
/// The day of an event is folded from its assertions, and an assertion's day may count from another
/// event; so the events are taken in such an order that each comes after those it counts from.
extension Resolver {
  ///
  /// - Parameter places: for each event its assertions.
  func eventDays(of ids: [EventID], _ places: [[AssertionPlace]]) -> EventDays {
    var named = Set<String>()
    for place in places.joined() where !self[place].anchors.isEmpty {
      named.formUnion(eventAnchors(self[place].anchors.map(\.text), place))
    }
    var days = EventDays()
    if named.isEmpty { return days }
    let numbers = Dictionary(
      ids.enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
    let needs = places.map { places in
      places.flatMap { place in
        eventAnchors([dayAnchor(place)].compactMap { $0 }, place).compactMap { numbers[$0] }
      }
    }
    for group in DependencyOrder(needs).groups {
      // Entered only when the whole group is done, so that events that are dated from each other
      // leave their days open.
      var found: [(String, UncertainDate)] = []
      for number in group {
        for place in places[number] {
          guard let date = self[place].date?.value else { continue }
          let brief = site.briefs[place.brief].source
          days.assertions[place] = brief.resolved(date) { days.events[$0] }
        }
        if named.contains(ids[number].text) {
          found.append((ids[number].text, day(of: places[number], days)))
        }
      }
      for (id, day) in found { days.events[id] = day }
    }
    return days
  }

  private func day(of places: [AssertionPlace], _ days: EventDays) -> UncertainDate {
    let assertions = places.map { place in
      status(place, days.assertions[place].map { [("date", .value(.date($0)))] } ?? [])
    }
    return EventFold.fold(assertions).date
  }

  /// What the day that an assertion gives counts from.
  private func dayAnchor(_ place: AssertionPlace) -> String? {
    if case .relative(let relative)? = self[place].date?.value { return relative.anchor }
    return nil
  }

  /// Those of some anchors that are no sources of the brief, and so events.
  private func eventAnchors(_ anchors: [String], _ place: AssertionPlace) -> [String] {
    if anchors.isEmpty { return [] }
    let sources = site.briefs[place.brief].source.sources
    return anchors.filter { anchor in !sources.contains { $0.id == anchor } }
  }
}

extension FoldedEvent where Value == EventContent {
  /// When the event happens; where assertions of equal standing disagree, the time that covers all
  /// that they say.
  var date: UncertainDate {
    .covering(
      (self["date"]?.values ?? []).compactMap { held in
        if case .value(.date(let date)) = held.value { return date }
        return nil
      })
  }
}
