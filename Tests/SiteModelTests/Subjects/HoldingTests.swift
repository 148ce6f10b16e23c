import SiteModel
import Testing

@Suite("Shares")
struct HoldingTests {
  private static func site(_ events: [String]) -> SmallSite {
    SmallSite(
      briefs: [
        (2, "sources: ['https://a.example/']\nevents:\n" + events.map { "  - \($0)\n" }.joined())
      ],
      records: ["company/acme", "company/globex", "fund/one", "fund/two"].map { ($0, "") })
  }

  private static func buys(_ more: String) -> String {
    "{id: e, type: acquisition, certainty: reported, participants: "
      + "[{entity: company/globex, role: acquirer}, {entity: company/acme, role: target}], \(more)}"
  }

  private func taken(_ made: SmallSite, _ id: String) -> [Holding] {
    let place = made.entity(id)
    let events = made.site.newestFirst(made.site.entities[place].events)
    return made.site.shares(of: place, in: events).taken
  }

  private func held(_ made: SmallSite, _ id: String) -> [Holding] {
    let place = made.entity(id)
    let events = made.site.newestFirst(made.site.entities[place].events)
    return made.site.shares(of: place, in: events).held
  }

  @Test("are those of a round with a stake, held by all who took part, the newest first")
  func rounds() {
    let made = Self.site([
      "{id: a, type: funding, certainty: confirmed, date: 2025-03, stake: 10%, participants: "
        + "[{entity: company/acme, role: investee}, {entity: fund/one, role: lead}, "
        + "{entity: fund/two, role: investor}]}",
      "{id: b, type: funding, certainty: rumoured, date: 2025-09, stake: 49%, participants: "
        + "[{entity: company/acme, role: investee}, {entity: company/globex, role: investor}]}",
      "{id: c, type: funding, certainty: confirmed, date: 2025-10, participants: "
        + "[{entity: company/acme, role: investee}, {entity: fund/one, role: investor}]}",
    ])
    #expect(made.codes.isEmpty)
    let shares = taken(made, "company/acme")
    #expect(made.ids(shares.map(\.event)) == ["b", "a"])
    #expect(made.names(shares[1].owners) == ["fund/one", "fund/two"])
    #expect(shares.map(\.share) == [.stake, .stake])
    let found = held(made, "fund/one")
    #expect(made.ids(found.map(\.event)) == ["a"])
    #expect(held(made, "company/acme").isEmpty)
  }

  @Test("are told by the kind of an acquisition where nobody says how much")
  func kinds() {
    for (more, due) in [
      ("kind: full", Holding.Share.kind("full")), ("kind: majority", .kind("majority")),
      ("kind: full, stake: 80%", .stake),
    ] {
      let made = Self.site([Self.buys(more)])
      #expect(made.codes.isEmpty)
      #expect(taken(made, "company/acme").map(\.share) == [due])
    }
    #expect(taken(Self.site([Self.buys("kind: assets")]), "company/acme").isEmpty)
  }

  @Test("are none of what was denied or called off")
  func givenUp() {
    for more in ["kind: full, stage: cancelled", "stake: 20%, certainty: denied"] {
      let event = Self.buys(more).replacing(
        more.contains("denied") ? "certainty: reported, " : "\u{0}", with: "")
      let made = Self.site([event])
      #expect(made.codes.isEmpty)
      #expect(taken(made, "company/acme").isEmpty)
      #expect(held(made, "company/globex").isEmpty)
    }
  }
}
