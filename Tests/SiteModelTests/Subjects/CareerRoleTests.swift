import SiteModel
import Testing

@Suite("A person's roles")
struct CareerRoleTests {
  /// Ada, with roles of her record and a brief's moves; each role as one line.
  private func career(_ roles: String, _ moves: [String]) -> [String] {
    let events = moves.enumerated().map { place, move in
      "  - {id: e\(place), type: people, move: hire, \(move)}\n"
    }
    let made = SmallSite(
      briefs: [(2, "sources: ['https://a.example/']\nevents:\n" + events.joined())],
      records: [
        ("person/ada", "roles: [\(roles)]"), ("company/acme", ""), ("company/globex", ""),
      ])
    #expect(made.codes.isEmpty)
    return made.site.career(of: made.entity("person/ada")).map { role in
      [
        made.names([role.organisation])[0].dropFirst("company/".count).description,
        role.title ?? "-", role.from?.description ?? "?", role.until?.description ?? "now",
        made.ids(role.events).joined(separator: "+"),
      ].joined(separator: " ")
    }
  }

  private static func move(
    _ certainty: String, _ from: String?, _ to: String?, _ more: String = "date: 2025-06"
  ) -> String {
    var people = ["{entity: person/ada, role: person}"]
    if let from { people.append("{entity: company/\(from), role: from}") }
    if let to { people.append("{entity: company/\(to), role: to}") }
    return "certainty: \(certainty), \(more), participants: [\(people.joined(separator: ", "))]"
  }

  @Test("are those of the record, present ones first, then the newest")
  func record() {
    #expect(
      career(
        "{organisation: company/acme, title: A, from: 2010, until: 2012}, "
          + "{organisation: company/globex, title: B, from: 2011, until: 2013}, "
          + "{organisation: company/acme, title: C, from: 2005}",
        [Self.move("reported", "acme", "globex")])
        == ["acme C 2005 now ", "globex B 2011 2013 ", "acme A 2010 2012 "])
  }

  @Test("a confirmed move begins one and ends another")
  func confirmed() {
    #expect(
      career(
        "{organisation: company/acme, title: chief, from: 2020}",
        [Self.move("confirmed", "acme", "globex", "to_title: head, effective: 2025-07-01")])
        == ["globex head 2025-07-01 now e0", "acme chief 2020 2025-07-01 e0"])
  }

  @Test("a rumour, a plan and what was called off begin nothing")
  func unsure() {
    for (certainty, more) in [
      ("rumoured", "date: 2025"), ("reported", "date: 2025"), ("denied", "date: 2025"),
      ("confirmed", "date: 2025, stage: planned"), ("confirmed", "date: 2025, stage: cancelled"),
    ] {
      #expect(career("", [Self.move(certainty, nil, "globex", more)]).isEmpty)
    }
  }

  @Test("one that record and move both tell is one role, when the titles agree")
  func same() {
    let title = "to_title: Chief Officer, date: 2025-06"
    #expect(
      career(
        "{organisation: company/globex, title: chief officer, from: 2025}",
        [Self.move("confirmed", nil, "globex", title)])
        == ["globex chief officer 2025 now e0"])
    #expect(
      career(
        "{organisation: company/globex, title: founder and chief officer, from: 2025}",
        [Self.move("confirmed", nil, "globex", title)])
        == ["globex founder and chief officer 2025 now e0"])
    #expect(
      career(
        "{organisation: company/globex, title: adviser, from: 2025}",
        [Self.move("confirmed", nil, "globex", title)]
      ).count == 2)
    #expect(
      career(
        "{organisation: company/globex, title: deputy chief officer, from: 2019}",
        [Self.move("confirmed", nil, "globex", title)]
      ).count == 2)
  }
}
