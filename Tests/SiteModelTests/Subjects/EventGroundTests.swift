import SiteModel
import Testing

@Suite("What an event stands or falls with")
struct EventGroundTests {
  private static func event(_ id: String, _ more: String, type: String = "legal") -> String {
    let role = type == "statement" ? "speaker" : "defendant"
    return "  - {id: \(id), type: \(type), "
      + "participants: [{entity: company/acme, role: \(role)}], \(more)}\n"
  }

  private static func site(_ events: [String]) -> SmallSite {
    SmallSite(
      briefs: [(1, "sources: ['https://a.example/']\nevents:\n" + events.joined())],
      records: [("company/acme", "")])
  }

  @Test("it lacks its ground when what it depends on, near or far, was denied or called off")
  func failed() {
    let made = Self.site([
      Self.event("a", "certainty: reported, depends_on: [b, c]"),
      Self.event("b", "certainty: reported, depends_on: [d, e]"),
      Self.event("c", "certainty: confirmed, stage: cancelled, depends_on: [e]"),
      Self.event("d", "certainty: denied"),
      Self.event("e", "certainty: reported, stage: postponed"),
    ])
    #expect(made.codes.isEmpty)
    #expect(made.ids(made.site.failedDependencies(of: made.event("a"))) == ["c", "d"])
    #expect(made.ids(made.site.failedDependencies(of: made.event("b"))) == ["d"])
    #expect(made.site.failedDependencies(of: made.event("c")).isEmpty)
  }

  @Test("statements that deny it are found by what they refer to")
  func denials() {
    let made = Self.site([
      Self.event("deal", "certainty: rumoured"),
      Self.event(
        "no", "certainty: confirmed, form: denial, supersedes: [deal]", type: "statement"),
      Self.event("yes", "certainty: confirmed, form: claim, part_of: deal", type: "statement"),
      Self.event("part", "certainty: confirmed, form: denial, part_of: deal", type: "statement"),
      Self.event("other", "certainty: confirmed, form: denial", type: "statement"),
    ])
    #expect(made.codes.isEmpty)
    #expect(made.ids(made.site.denials(of: made.event("deal"))) == ["no", "part"])
    #expect(made.site.denials(of: made.event("other")).isEmpty)
  }

  @Test("a goal is open until it is due, then overdue, until somebody says how it turned out")
  func outcomes() {
    let due: [(String, StatementOutcome)] = [
      ("form: goal, due: 2026-03", .open), ("form: goal", .open),
      ("form: promise, due: 2026-01-30", .overdue), ("form: promise, due: 2026-01-31", .open),
      ("form: forecast, due: 2025, resolution: missed", .resolved("missed")),
      ("form: claim, due: 2025", .none), ("form: denial", .none),
      ("form: goal, due: 2025, stage: cancelled", .takenBack),
    ]
    for (more, outcome) in due {
      let made = Self.site([Self.event("s", "certainty: confirmed, " + more, type: "statement")])
      #expect(made.codes.isEmpty)
      #expect(
        StatementOutcome(made.site.events[0], asOf: made.site.asOf) == outcome, "\(more)")
    }
    let made = Self.site([Self.event("a", "certainty: denied")])
    #expect(StatementOutcome(made.site.events[0], asOf: made.site.asOf) == nil)
  }
}
