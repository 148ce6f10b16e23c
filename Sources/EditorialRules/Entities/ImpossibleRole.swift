import SiteModel
import SourceDiagnostics

/// X6: a role lies within the lives of the person and the organisation, and is held once.
enum ImpossibleRole: SiteRule {
  static let rule = DiagnosticRule(
    "X6", .error, "a role lies within the lives of its two sides, and is held once",
    isAdjustable: true,
    explanation: """
      A role ends after it begins; nobody has one before being born, or in an organisation over a year
      before it was founded or after it was dissolved. A person does not hold one title twice at a
      time in one organisation, and two people are not both its chief executive; those who share the
      office are called co-chief executives. A month's handover is no overlap. Circles of parents are
      C036.

      Wrong:

          person/ada-hart:   roles: [{organisation: company/acme, title: chief executive, from: 2020}]
          person/ben-moor:   roles: [{organisation: company/acme, title: CEO, from: 2024}]

      Right:

          person/ada-hart:   roles: [{organisation: company/acme, title: chief executive, until: 2024}]
          person/ben-moor:   roles: [{organisation: company/acme, title: CEO, from: 2024}]
      """)

  /// How long, in days, two may hold an office together when one hands it over.
  static let handoverDays = 31
  /// By how many days the work may come before the papers of an organisation, or go on after them.
  static let paperDays = 366

  /// The titles that one person at a time has, folded, each with what it is called here.
  private static let soleTitles: [String: String] = [
    "ceo": "chief executive", "chief executive": "chief executive",
    "chief executive officer": "chief executive", "directeur general": "chief executive",
    "directrice generale": "chief executive", "pdg": "chief executive",
    "cfo": "chief financial officer", "chief financial officer": "chief financial officer",
  ]

  /// A role with its place.
  private struct Held {
    var person: Int
    var role: EntityFile.Role
    /// The title under which it is compared; nil when several may have it.
    var soleTitle: String?

    var title: String { NameKey.fold(role.title ?? "") }
    var from: CalendarDate { role.from?.lowerBound ?? .first }
    var until: CalendarDate { role.until?.upperBound ?? .last }
  }

  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic]) {
    for (place, entity) in site.site.entities.enumerated() {
      if entity.kind == .person { checkLives(place, site, &findings) }
      let roles = entity.people.map { person, index -> Held in
        let role = site.site.entities[person].source.roles[index]
        return Held(
          person: person, role: role,
          soleTitle: role.title.flatMap { soleTitles[NameKey.fold($0)] })
      }
      if roles.count > 1 { checkOverlaps(roles, entity, site, &findings) }
    }
  }

  // MARK: - Lives

  private static func fact(_ key: String, _ entity: Entity) -> UncertainDate? {
    for fact in entity.source.facts where fact.key == key {
      if case .date(let date) = fact.value { return date }
    }
    return nil
  }

  private static func checkLives(
    _ place: Int, _ site: ReviewedSite, _ findings: inout [Diagnostic]
  ) {
    let person = site.site.entities[place]
    let born = fact("born", person)?.lowerBound
    for (role, organisation) in zip(person.source.roles, person.roleOrganisations) {
      let start = role.from?.upperBound
      let end = role.until?.lowerBound ?? role.from?.lowerBound
      var wrong: String?
      if let from = role.from?.lowerBound, let until = role.until?.upperBound, until < from {
        wrong = "ends before it begins"
      } else if let born, let start, start < born {
        wrong = "begins before \(person.source.name.value) was born"
      } else if let organisation {
        let body = site.site.entities[organisation]
        if let founded = fact("founded", body)?.lowerBound,
          let first = start ?? role.until?.upperBound, first.adding(days: paperDays) < founded
        {
          wrong = "begins long before '\(body.id)' was founded"
        } else if let dissolved = fact("dissolved", body)?.upperBound, let end,
          end > dissolved.adding(days: paperDays)
        {
          wrong = "goes on long after '\(body.id)' was dissolved"
        }
      }
      guard let wrong else { continue }
      findings.append(
        Diagnostic(
          rule, "a role of '\(person.id)' \(wrong)", at: role.organisation.span,
          label: "\(dates(of: role))", help: "correct one of the dates"))
    }
  }

  private static func dates(of role: EntityFile.Role) -> String {
    let from = role.from.map { "from \($0)" }
    let until = role.until.map { "until \($0)" }
    return [from, until].compactMap { $0 }.joined(separator: " ")
  }

  // MARK: - Overlaps

  private static func checkOverlaps(
    _ roles: [Held], _ organisation: Entity, _ site: ReviewedSite, _ findings: inout [Diagnostic]
  ) {
    var byTitle: [String: [Held]] = [:]
    for held in roles where held.role.title != nil {
      byTitle[held.soleTitle ?? "\(held.person) \(held.title)", default: []].append(held)
    }
    for group in byTitle.values where group.count > 1 {
      let ordered = group.sorted { ($0.from, $0.person) < ($1.from, $1.person) }
      // The one that lasts longest of those before is the one to overlap.
      var longest = ordered[0]
      for held in ordered.dropFirst() {
        if held.from.adding(days: handoverDays) < longest.until,
          held.until > held.from.adding(days: handoverDays)
        {
          findings.append(overlap(longest, held, organisation, site))
        }
        if held.until > longest.until { longest = held }
      }
    }
  }

  private static func overlap(
    _ first: Held, _ second: Held, _ organisation: Entity, _ site: ReviewedSite
  ) -> Diagnostic {
    let names = [first.person, second.person].map { "'\(site.site.entities[$0].id)'" }
    let title = second.soleTitle ?? second.role.title ?? "the same"
    return Diagnostic(
      rule,
      first.person == second.person
        ? "\(names[0]) is \(title) of '\(organisation.id)' twice at a time"
        : "\(names[0]) and \(names[1]) are both \(title) of '\(organisation.id)'",
      at: second.role.organisation.span, label: dates(of: second.role),
      related: [.init(first.role.organisation.span, dates(of: first.role))],
      help: "give the earlier role an 'until', or correct the dates")
  }
}
