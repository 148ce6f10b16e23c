import SiteModel
import SourceDiagnostics

/// C2: an entity's record does not contradict what happened to it.
enum ContradictedRecord: SiteRule {
  static let rule = DiagnosticRule(
    "C2", .error, "a record does not contradict what happened to its entity", isAdjustable: true,
    explanation: """
      Records are facts of today; events move them. A completed takeover changes the parent, a
      departure ends a role, and nothing happens to a company before it was founded or raises money
      after it was dissolved. Only events that are confirmed or reported, completed and dated count; a
      record that leaves the fact out contradicts nothing.

      Wrong:

          a brief:                              Acme has bought Globex
          content/entities/company/globex.md:   parent: company/initech

      Right:

          a brief:                              Acme has bought Globex
          content/entities/company/globex.md:   parent: {value: company/acme, from: 2026-01-10}
      """)

  /// By how many days the papers of a company may follow the fact, or a notice the departure.
  static let slackDays = 31

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    for place in site.site.entities.indices where !site.site.entities[place].events.isEmpty {
      let events = site.site.entities[place].events
        .map { ReviewedEvent(site: site, place: $0) }.filter(isDone)
      if events.isEmpty { continue }
      if site.site.entities[place].kind == .person {
        checkRoles(place, events, &findings)
      } else {
        checkParent(place, events, &findings)
        checkLife(place, events, &findings)
      }
    }
  }

  private static func isDone(_ event: ReviewedEvent) -> Bool {
    let folded = event.event.folded
    return folded.stage == .completed && event.event.date.isDated
      && (folded.certainty == .confirmed || folded.certainty == .reported)
  }

  private static func word(_ key: String, _ event: ReviewedEvent) -> String? {
    guard let found = event.value(of: key), case .word(let word) = found.value else { return nil }
    return word
  }

  // MARK: - Parents

  private static func checkParent(
    _ place: Int, _ events: [ReviewedEvent], _ findings: inout [Diagnostic]
  ) {
    let takeovers = events.filter {
      $0.event.type.key == "acquisition" && $0.participants("target") == [place] && isWhole($0)
    }
    let newest = takeovers.max { a, b in
      (a.event.date.sortKey, a.event.id) < (b.event.date.sortKey, b.event.id)
    }
    guard let newest, let site = events.first?.site else { return }
    let entity = site.site.entities[place]
    let acquirers = newest.participants("acquirer")
    guard let parent = entity.parent, let said = entity.source.parent, said.until == nil,
      !acquirers.isEmpty,
      !acquirers.contains(where: { site.parties.areOfOneHouse($0, parent) || $0 == place })
    else { return }
    if let from = said.from?.lowerBound, let day = newest.event.date.upperBound, from > day {
      return
    }
    let names = acquirers.map { "'\(site.site.entities[$0].id)'" }
    findings.append(
      Diagnostic(
        rule,
        "'\(entity.id)' was taken over by \(names.joined(separator: " and ")), "
          + "and its record names another parent",
        at: said.value.span, label: "not who took it over",
        related: [.init(newest.span, "taken over")],
        help: "correct 'parent', or give it an 'until'"))
  }

  /// Whether all or most of the target changed hands.
  private static func isWhole(_ event: ReviewedEvent) -> Bool {
    switch word("kind", event) {
    case "full", "majority", "merger": true
    case nil: event.event.folded["stake"] == nil
    default: false
    }
  }

  // MARK: - Roles

  private static let arrivals: Set<String> = [
    "hire", "appointment", "promotion", "return", "board", "founding",
  ]

  private static func checkRoles(
    _ place: Int, _ events: [ReviewedEvent], _ findings: inout [Diagnostic]
  ) {
    let moves = events.filter {
      $0.event.type.key == "people" && $0.participants("person").contains(place)
    }
    guard let site = moves.first?.site else { return }
    let person = site.site.entities[place]
    var arrived: [Int: CalendarDate] = [:]
    for event in moves where word("move", event).map(arrivals.contains) ?? false {
      guard let day = day(of: event) else { continue }
      for organisation in event.participants("to") {
        arrived[organisation] = max(arrived[organisation] ?? day, day)
      }
    }
    for event in moves where word("move", event) == "departure" {
      guard let day = day(of: event), day <= site.asOf else { continue }
      for organisation in event.participants("from") {
        if let back = arrived[organisation], back >= day { continue }
        for (index, role) in person.source.roles.enumerated()
        where person.roleOrganisations[index] == organisation && goesOn(role, day, event) {
          findings.append(
            Diagnostic(
              rule,
              "'\(person.id)' left '\(site.site.entities[organisation].id)', "
                + "and the role there has no end",
              at: role.organisation.span, label: "no 'until'",
              related: [.init(event.span, "left on \(event.event.date)")],
              help: "add 'until: \(event.event.date)' to the role"))
        }
      }
    }
  }

  private static func day(of event: ReviewedEvent) -> CalendarDate? {
    (event.date(of: "effective")?.value ?? event.event.date).upperBound
  }

  /// Whether a role that began before a departure has no end, and is the one that was left.
  private static func goesOn(
    _ role: EntityFile.Role, _ day: CalendarDate, _ event: ReviewedEvent
  ) -> Bool {
    guard role.until == nil else { return false }
    if let from = role.from?.lowerBound, from.adding(days: slackDays) >= day { return false }
    guard let title = role.title.map({ NameKey.fold($0) }) else { return true }
    if let left = event.value(of: "from_title"), case .text(let text) = left.value {
      return NameKey.fold(text) == title
    }
    return !isLasting(title)
  }

  /// Whether one keeps a title when one leaves: founders stay founders, and who goes may stay on
  /// the board or give advice.
  private static func isLasting(_ title: String) -> Bool {
    if ["founder", "co-founder", "cofounder"].contains(title) { return true }
    return ["advis", "board", "chair", "director", "emerit", "shareholder"].contains {
      title.contains($0)
    }
  }

  // MARK: - Beginning and end

  private static func checkLife(
    _ place: Int, _ events: [ReviewedEvent], _ findings: inout [Diagnostic]
  ) {
    guard let site = events.first?.site else { return }
    let entity = site.site.entities[place]
    for fact in entity.source.facts {
      guard case .date(let date) = fact.value else { continue }
      let clash = events.first { event in
        switch fact.key {
        case "founded":
          guard let start = date.lowerBound, let day = event.event.date.upperBound else {
            return false
          }
          return takesPart(place, event) && day.adding(days: slackDays) < start
        case "dissolved":
          guard let end = date.upperBound, let day = event.event.date.lowerBound else {
            return false
          }
          return ["funding", "launch", "partnership"].contains(event.event.type.key)
            && takesPart(place, event) && day > end.adding(days: slackDays)
        default: return false
        }
      }
      guard let clash else { continue }
      findings.append(
        Diagnostic(
          rule,
          "'\(entity.id)' took part in event '\(clash.event.id)' "
            + (fact.key == "founded" ? "before it was founded" : "after it was dissolved"),
          at: site.span(at: [fact.key], in: entity.source.file) ?? site.span(ofEntity: place),
          label: "\(fact.key) \(date)",
          related: [.init(clash.span, "on \(clash.event.date)")],
          help: "correct one of the dates, or name the predecessor or successor in the event"))
    }
  }

  /// Whether an entity acts in an event, rather than being talked of.
  private static func takesPart(_ place: Int, _ event: ReviewedEvent) -> Bool {
    let principals = event.event.type.roles.prefix(event.event.type.principalCount).map(\.key)
    return event.event.type.key != "statement"
      && event.event.participants.contains { $0.entity == place && principals.contains($0.role) }
  }
}
