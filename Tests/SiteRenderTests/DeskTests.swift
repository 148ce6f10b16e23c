import SiteModel
import SitePlan
import SourceDiagnostics
import Testing

@testable import SiteRender

/// Which desks a site has, what stands on them, and in which order.
@Suite("Desks")
struct DeskTests {
  /// A site on 15 January 2026 with one brief that asserts `events`.
  private func site(
    _ events: [String], role: String = "product", settings: String = ""
  ) -> FeedsSite {
    let brief = """
      ---
      title: All in one
      date: 2026-01-10
      topics: [news]
      sources: [https://a.example/, https://b.example/]
      events:
      \(events.map { "  - {\($0), participants: [{entity: Acme, role: \(role)}]}" }
        .joined(separator: "\n"))
      ---
      Text.
      """
    return FeedsSite(
      settings: "title: Desks\n" + settings,
      [
        ("content/topics/news.md", "---\nname: News\n---\n"),
        ("content/entities/product/acme.md", "---\nname: Acme\n---\n"),
        ("content/briefs/all.md", brief),
      ])
  }

  private func desks(_ site: FeedsSite) -> [String] {
    site.plan.files.compactMap { file in
      if case .desk(let key) = file.content, file.number == 1 { key } else { nil }
    }
  }

  private func events(_ key: String, _ site: FeedsSite) -> [String] {
    guard let desk = Desk.named(key) else { return [] }
    return site.plan.lists[LanguageTag("en")]?.desks.events(of: desk).map {
      site.site.events[$0].id.text
    } ?? []
  }

  private let launch = "id: one, type: launch, certainty: reported, stage: expected, date: 2025-11"

  @Test("a desk without entries has no page, and none stands in the way of a page")
  func empty() {
    #expect(desks(site([launch])) == ["expected", "launches"])
    #expect(desks(FeedsSite(settings: "title: Nothing", [])) == [])
  }

  @Test("settings choose the desks and their order, or none")
  func settings() {
    let two = site([launch], settings: "desks: [launches, deals, expected, launches]")
    #expect(two.diagnostics == [])
    #expect(two.site.settings.desks.map(\.key) == ["launches", "deals", "expected"])
    #expect(desks(site([launch], settings: "desks: [expected]")) == ["expected"])
    #expect(desks(site([launch], settings: "desks: []")) == [])
    #expect(desks(site([launch], settings: "outputs: {desks: false}")) == [])
    // Tables of events would link to pages that are not there.
    #expect(desks(site([launch], settings: "outputs: {events: false}")) == [])
    #expect(site([launch], settings: "desks: [deal]").diagnostics.map(\.rule.code) == ["F014"])
  }

  @Test("each desk has a title, a description and headings without any table of words")
  func words() {
    let strings = LocaleCatalog(defaultLanguage: LanguageTag("en")).strings(for: LanguageTag("en"))
    func has(_ key: String) -> Bool { strings.has(key) }
    for desk in Desk.all {
      #expect(has("desk.\(desk.wordKey).title"), "\(desk.key)")
      #expect(has("desk.\(desk.wordKey).description"), "\(desk.key)")
      for column in desk.columns {
        if case .field(let keys) = column.content, keys.count == 1 { continue }
        var word = column.key
        if case .field(let keys) = column.content { word = keys.joined(separator: "_") }
        #expect(has("desk.column.\(word)"), "\(desk.key): \(word)")
      }
    }
    for reason in AmountTotal.Reason.allCases {
      #expect(has("desk.left_out.\(reason.rawValue)"))
    }
    for unit in ElapsedTime.Unit.allCases {
      for kind in ["late", "in", "within"] {
        #expect(has("desk.wait.\(kind)_\(unit.rawValue)"))
      }
    }
  }

  @Test("fields, types and roles that desks name exist")
  func vocabulary() {
    for desk in Desk.all {
      guard case .events(let choices) = desk.content else { continue }
      let types = choices.compactMap { EventVocabulary.type($0.type) }
      #expect(types.count == choices.count, "\(desk.key)")
      func hasField(_ key: String) -> Bool { types.contains { $0.field(key) != nil } }
      func hasRole(_ key: String) -> Bool { types.contains { $0.role(key) != nil } }
      for column in desk.columns {
        switch column.content {
        case .field(let keys), .inBase(let keys):
          #expect(keys.allSatisfy(hasField), "\(desk.key)")
        case .event(let roles): #expect(roles.allSatisfy(hasRole), "\(desk.key)")
        case .roles(let roles, let title):
          #expect(roles.allSatisfy(hasRole) && title.map(hasField) ?? true, "\(desk.key)")
        default: break
        }
      }
      #expect(desk.totals.allSatisfy(hasField))
    }
  }

  @Test("overdue events come first, the longest overdue on top, and what has no date last")
  func expected() {
    func event(_ id: String, _ rest: String) -> String {
      "id: \(id), type: launch, certainty: reported, \(rest)"
    }
    let site = site([
      event("soon", "stage: expected, date: 2026-01-20"),
      event("undated", "stage: planned, date: null"),
      event("open-end", "stage: expected, date: 2025-03/.."),
      event("late", "stage: expected, date: 2025-12"),
      event("later", "stage: planned, date: 2024"),
      event("today", "stage: planned, date: 2026-01-15"),
      event("this-year", "stage: expected, date: 2026"),
      event("from-spring", "stage: announced, date: 2026-03-01/.."),
      event("put-off", "stage: postponed, date: 2025-06-01"),
      event("announced", "stage: announced, date: 2025-06-01"),
      event("done", "stage: completed, date: 2026-02-01"),
      event("denied", "stage: expected, date: 2025-02-01").replacing("reported", with: "denied"),
    ])
    #expect(
      events("expected", site) == [
        "later", "late", "today", "soon", "this-year", "from-spring", "undated", "open-end",
        "put-off",
      ])
  }

  @Test("a goal is due without a stage, until a resolution says how it turned out")
  func goals() {
    func goal(_ id: String, _ rest: String) -> String {
      "id: \(id), type: statement, form: goal, certainty: confirmed, date: 2024-01-01, \(rest)"
    }
    let goals = [
      goal("missed", "due: 2025-06"), goal("ahead", "due: 2027"),
      goal("kept", "due: 2025-06, resolution: kept"), goal("denied", "due: 2027, stage: cancelled"),
      goal("aimless", "targets: [more]"),
    ]
    let site = site(goals, role: "speaker")
    #expect(site.diagnostics == [])
    #expect(events("expected", site) == ["missed", "ahead"])
  }

  @Test("a desk changes when what it shows changes, and has its address in the sitemap")
  func lastChange() throws {
    let site = site([launch])
    let dates = LastModified(site.site, site.plan, site.changes).dates
    let place = try #require(site.plan.files.firstIndex { $0.address == "launches/" })
    #expect(dates[place]?.text == "2026-01-10")
    #expect(site.plan.mapped.contains(place))
  }

  // MARK: - Totals

  private func funding(_ id: String, _ rest: String) -> String {
    "id: \(id), type: funding, certainty: confirmed, date: 2025-06-01, \(rest)"
  }

  private func totals(_ site: FeedsSite) throws -> DeskTotals {
    let desk = try #require(Desk.named("deals"))
    let events = site.plan.lists[LanguageTag("en")]?.desks.events(of: desk) ?? []
    return DeskTotals(
      events, of: desk, in: SiteReader(site.site), rates: try #require(site.site.settings.rates))
  }

  @Test("parts count with their whole when it counts, and what was replaced never does")
  func parts() throws {
    let site = site(
      [
        funding("whole", "amount: 10M USD"), funding("part", "amount: 4M USD, part_of: whole"),
        funding("part-of-part", "amount: 1M USD, part_of: part"),
        funding("vague", "amount: \"~9M USD\""),
        funding("first-half", "amount: 3M USD, part_of: vague"),
        funding("second-half", "amount: 2M USD, part_of: vague"),
        funding("old", "amount: 70M USD"), funding("new", "amount: 80M USD, supersedes: [old]"),
      ], role: "lead")
    let all = try totals(site).all
    #expect(all.total.sum?.description == "95000000")
    #expect(all.total.leftOut == [.elsewhere: 3, .vague: 1])
    #expect(all.events == all.total.counted + all.total.leftOutCount)
  }

  @Test("years add up to all, and an interval counts in the year in which it begins")
  func years() throws {
    let site = site(
      [
        funding("a", "amount: 1M USD"),
        funding("b", "amount: 2M USD").replacing("2025-06-01", with: "2024-12/2025-02"),
        funding("c", "amount: 4M USD").replacing("2025-06-01", with: "null"),
        funding("d", "amount: 8M USD").replacing("2025-06-01", with: "2024-Q1"),
      ], role: "lead")
    let found = try totals(site)
    #expect(found.years.map(\.year) == [2025, 2024, nil])
    #expect(
      found.years.map { $0.total.sum?.description } == ["1000000", "10000000", "4000000"])
    #expect(found.all.total.sum?.description == "15000000")
  }

  @Test("an amount is as certain as those who give it, and a declared conflict makes it disputed")
  func doubts() throws {
    let site = site(
      [
        funding("told", "amount: 1M USD").replacing("confirmed", with: "reported"),
        funding("both", "amount: 2M USD, conflicts: [{field: amount, values: [2M USD, 3M USD]}]"),
        funding("other", "amount: 4M USD, conflicts: [{field: stake, values: [1%, 2%]}]"),
        funding(
          "settled",
          "amount: 8M USD, conflicts: [{field: amount, values: [8M USD, 9M USD], resolved: eight}]"),
      ], role: "lead")
    #expect(site.diagnostics == [])
    let all = try totals(site).all.total
    #expect(all.sum?.description == "12000000")
    #expect(all.leftOut == [.notConfirmed: 1, .disputed: 1])
  }

  @Test("a confirmed deal whose sum only a report gives is left out")
  func reportedAmount() throws {
    let head = "title: T\ntopics: [news]\nsources: [https://a.example/]"
    let who = "participants: [{entity: Acme, role: investee}]"
    let site = FeedsSite(
      settings: "title: Desks",
      [
        ("content/topics/news.md", "---\nname: News\n---\n"),
        ("content/entities/company/acme.md", "---\nname: Acme\n---\n"),
        (
          "content/briefs/report.md",
          "---\n\(head)\ndate: 2025-06-01\nevents: [{id: deal, type: funding, certainty: reported, "
            + "amount: 5M USD, \(who)}]\n---\nText.\n"
        ),
        (
          "content/briefs/word.md",
          "---\n\(head)\ndate: 2025-06-02\nevents: [{id: deal, certainty: confirmed, "
            + "stage: completed}]\n---\nText.\n"
        ),
      ])
    #expect(try totals(site).all.total.leftOut == [.notConfirmed: 1])
  }

  // MARK: - Disputes

  @Test("one amount in several words is not disputed, other amounts are, with who says so")
  func disputes() throws {
    func brief(_ day: Int, _ verbatim: String, _ value: Int) -> String {
      """
      ---
      title: Brief \(day)
      date: 2025-06-01
      topics: [news]
      sources: [{id: a, url: "https://a\(day).example/"}]
      claims: [{id: c1, source: a, says: words}]
      events:
        - id: deal
          type: funding
          certainty: confirmed
          amount: {value: \(value), q: over, currency: USD, verbatim: \(verbatim)}
          participants: [{entity: Acme, role: investee}]
          claims: [c1]
      ---
      Text.
      """
    }
    func site(_ last: Int) -> FeedsSite {
      FeedsSite(
        settings: "title: Desks",
        [
          ("content/topics/news.md", "---\nname: News\n---\n"),
          ("content/entities/company/acme.md", "---\nname: Acme\n---\n"),
          ("content/briefs/one.md", brief(1, "over 5", 5)),
          ("content/briefs/two.md", brief(2, "more than 5", 5)),
          ("content/briefs/three.md", brief(3, "over \(last)", last)),
        ])
    }
    let same = site(5)
    #expect(same.site.disputes(of: same.site.events[0]).isEmpty && events("disputed", same) == [])
    let other = site(6)
    let dispute = try #require(other.site.disputes(of: other.site.events[0]).first)
    #expect(dispute.field == "amount" && dispute.versions.count == 2)
    #expect(
      dispute.versions.map { $0.holders.map { other.site.briefs[$0.brief].id.text }.sorted() }
        == [["one", "two"], ["three"]])
    #expect(dispute.versions.allSatisfy { $0.holders.allSatisfy { $0.claims == [0] } })
  }
}
