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
    let dates = LastModified(site.site, site.plan).dates
    let place = try #require(site.plan.files.firstIndex { $0.address == "launches/" })
    #expect(dates[place]?.text == "2026-01-10")
    #expect(site.plan.mapped.contains(place))
  }
}
