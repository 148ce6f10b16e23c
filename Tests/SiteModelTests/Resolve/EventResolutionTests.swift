import SiteModel
import SourceDiagnostics
import Testing

/// What briefs together make of an event: its days, its values, its conflicts.
@Suite("Events of several briefs")
struct EventResolutionTests {
  private let today: CalendarDate
  private let deal = """
      - id: deal
        type: funding
        certainty: rumoured
        participants: [{entity: Acme, role: investee}, {entity: Globex, role: investor}]
    """

  init() throws { today = try CalendarDate(parsing: "2026-06-01") }

  /// The site of `briefs`, the same in any order of its files, without a mistake.
  private func site(_ briefs: [(path: String, text: String)]) -> SiteText {
    let files = SiteText.records + briefs
    let text = SiteText(files, asOf: today)
    #expect(text.diagnostics.isEmpty, "\(text.diagnostics.map(\.summary))")
    let other = SiteText(files.reversed(), asOf: today)
    #expect(text.site.events.map { "\($0.folded)" } == other.site.events.map { "\($0.folded)" })
    #expect(text.site.events.map(\.date) == other.site.events.map(\.date))
    #expect(text.site.events.map(\.conflicts) == other.site.events.map(\.conflicts))
    return text
  }

  // MARK: - Relative dates

  @Test("dates count from events, through several steps, and from sources of sources")
  func chain() {
    let text = site([
      SiteText.brief(
        "one", "2026-01-10",
        sources: [
          "{id: wire, url: https://example.org/w, published: 2026-01-05}",
          "{id: relay, url: https://example.org/r, published: {relative: next-week, anchor: wire}}",
        ],
        events: """
            - {id: c, type: people, certainty: rumoured, date: {relative: next-month, anchor: b},
               participants: [{entity: person/a, role: person}]}
            - {id: b, type: statement, certainty: reported, date: {relative: last-month, anchor: relay},
               due: {relative: end-of-quarter, anchor: c}, participants: [{entity: Acme, role: speaker}]}
          """), ("content/entities/person/a.md", "---\nname: A\n---\n"),
    ])
    #expect(text.event("b")?.date.description == "2025-12")
    #expect(text.event("c")?.date.description == "2026-01")
    // `b` and `c` count from each other in one field, but the day of `c` needs only that of `b`.
    #expect(text.values("c", "date") == ["2026-01"])
  }

  @Test("events that are dated from each other stay undated, and those after them too")
  func circle() {
    let text = site([
      SiteText.brief(
        "one", "2026-01-10",
        events: """
            - {id: a, type: statement, certainty: reported, date: {relative: before, anchor: b}, participants: [{entity: Acme, role: speaker}]}
            - {id: b, type: statement, certainty: reported, date: {relative: after, anchor: a}, participants: [{entity: Acme, role: speaker}]}
            - {id: c, type: statement, certainty: reported, date: {relative: after, anchor: b}, participants: [{entity: Acme, role: speaker}]}
          """)
    ])
    #expect(text.event("a")?.date.description == "{relative: before, anchor: b}")
    #expect(text.event("b")?.date.description == "{relative: after, anchor: a}")
    #expect(text.event("c")?.date.description == "{relative: after, anchor: b}")
  }

  @Test("what a date prints, front matter reads back, whatever its anchor is called")
  func roundTrip() throws {
    var random = SeededRandom(81)
    for _ in 0..<400 {
      var date = random.date()
      let anchor = random.pick(["fr", "s1", "é", "a: b", "#", "null", "12", "it's", "\\\"", "x y"])
      if case .relative(let relative) = date {
        date = .relative(RelativeDate(relative.word, anchor: anchor))
      }
      let file = SiteText.brief("one", "2026-01-10", events: deal + "\n    date: \(date)")
      var found: [Diagnostic] = []
      let parsed = ContentParser(settings: SiteSettings()).parse(
        path: file.path, bytes: Array(file.text.utf8), diagnostics: &found)
      guard case .brief(let brief)? = parsed else {
        Issue.record("\(date): \(found.map(\.summary))")
        return
      }
      #expect(brief.value.events.first?.date?.value == date, "\(date)")
      #expect(found.isEmpty, "\(date)")
    }
  }

  @Test("a word without an anchor counts from the only source")
  func onlySource() {
    let text = site([
      SiteText.brief(
        "one", "2026-01-10", sources: ["{url: https://example.org/w, published: 2026-01-05}"],
        events: deal + "\n    date: {relative: yesterday}")
    ])
    #expect(text.event("deal")?.date.description == "2026-01-04")
  }

  @Test("a source's id is taken before an event's of the same name")
  func precedence() {
    let text = site([
      SiteText.brief(
        "one", "2026-01-10",
        sources: ["{id: deal, url: https://example.org/w, published: 2026-01-05}"],
        events: deal + "\n    date: {relative: today, anchor: deal}")
    ])
    #expect(text.event("deal")?.date.description == "2026-01-05")
  }

  // MARK: - Values

  @Test("an amount quoted in two languages is one amount")
  func agreement() {
    let amounts = ["several billion US dollars", "plusieurs milliards de dollars"]
    let text = site(
      amounts.enumerated().map { index, words in
        SiteText.brief(
          "b\(index)", "2026-01-10",
          events: deal + "\n    amount: {magnitude: 9, currency: USD, verbatim: \(words)}")
      })
    #expect(text.values("deal", "amount") == ["several billion USD"])
    #expect(text.event("deal")?.folded["amount"]?.values.first?.assertions == [0, 1])
  }

  @Test("the same participants in another order are the same; others are all kept")
  func participants() {
    let swapped = """
        - id: deal
          type: funding
          certainty: rumoured
          participants: [{entity: Globex, role: investor}, {entity: Acme, role: investee}]
      """
    let same = site([
      SiteText.brief("a", "2026-01-10", events: deal),
      SiteText.brief("b", "2026-01-10", events: swapped),
    ])
    #expect(same.event("deal")?.folded["participants"]?.isDisputed == false)
    let other = site([
      SiteText.brief("a", "2026-01-10", events: deal),
      SiteText.brief(
        "b", "2026-01-10",
        events: swapped.replacing("{entity: Globex, role: investor}, ", with: "")),
    ])
    #expect(other.event("deal")?.folded["participants"]?.isDisputed == true)
    #expect(other.event("deal")?.participants.count == 2)
    #expect(other.site.entities.allSatisfy { $0.events == [0] })
  }

  @Test("where the day is disputed, the event's date covers all that are named")
  func disputedDay() {
    let text = site(
      ["2026-01-12", "2026-01-10", "2026-01"].enumerated().map { index, day in
        SiteText.brief("b\(index)", "2026-01-20", events: deal + "\n    date: \(day)")
      })
    #expect(text.values("deal", "date") == ["2026-01", "2026-01-10", "2026-01-12"])
    #expect(text.event("deal")?.date.description == "2026-01")
  }

  // MARK: - Conflicts

  private func conflict(_ lines: String) -> String { deal + "\n    conflicts: [\(lines)]" }

  @Test("a conflict is open until a later brief settles it, and a later one can open it again")
  func conflicts() throws {
    let declared = SiteText.brief(
      "a", "2026-01-10",
      events: conflict("{field: amount, values: [5M USD, 7M USD], note: two reports}"))
    let settled = SiteText.brief(
      "b", "2026-02-10", events: conflict("{field: amount, resolved: the filing says 7}"))
    let reopened = SiteText.brief(
      "c", "2026-03-10",
      events: conflict("{field: amount, values: [7.0M USD, 9M USD], note: another filing}"))

    let first = try #require(site([declared]).event("deal")?.conflicts.first)
    #expect(first.field == "amount" && first.resolved == nil && first.values.count == 2)
    let second = try #require(site([settled, declared]).event("deal")?.conflicts.first)
    #expect(second.resolved == "the filing says 7" && second.values == first.values)
    #expect(second.notes == ["two reports"])
    let third = try #require(site([reopened, declared, settled]).event("deal")?.conflicts.first)
    #expect(third.resolved == nil && third.values.count == 3)
    #expect(third.notes == ["two reports", "another filing"])
  }

  @Test("what a deprecated assertion says of a conflict does not count")
  func deprecatedConflict() {
    let text = site([
      SiteText.brief(
        "a", "2026-01-10", events: conflict("{field: amount, values: [5M USD, 7M USD]}")),
      SiteText.brief(
        "b", "2026-02-10",
        events: conflict("{field: amount, resolved: wrongly}") + "\n    rank: deprecated"),
    ])
    #expect(text.event("deal")?.conflicts.count == 1)
    #expect(text.event("deal")?.conflicts.first?.resolved == nil)
  }

  @Test("the values of a conflict are read like the field, though the brief leaves out the type")
  func untypedConflict() {
    let text = site([
      SiteText.brief("a", "2026-01-10", events: deal),
      SiteText.brief(
        "b", "2026-02-10",
        events: """
            - id: deal
              amount: 5M USD
              conflicts: [{field: amount, values: [5000k USD, {value: {magnitude: 6, currency: USD}}, a lot]}]
          """),
    ])
    let values = text.event("deal")?.conflicts.first?.values.map(\.value.foldText) ?? []
    #expect(values.count == 3)
    #expect(values.first?.hasPrefix("5M USD") == true && values.last == "a lot")
  }
}
