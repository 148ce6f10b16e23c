import Synchronization
import TemplateEngine
import Testing

@Suite("What a render cost")
struct RenderProfileTests {
  /// A clock that goes on by one with each look at it.
  private final class Steps: Sendable {
    private let now = Atomic(0)
    func next() -> Int { now.add(1, ordering: .relaxed).newValue }
  }

  private static let templates = [
    ("base.html", "<{% block body %}{% endblock %}>"),
    ("part.html", "part"),
    ("lib.html", "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}"),
    (
      "main.html",
      "{% extends 'base.html' %}{% from 'lib.html' import twice %}"
        + "{% block body %}{{ twice('ab') }}{% include 'part.html' %}{{ twice('c') }}{% endblock %}"
    ),
  ]

  private func costs(
    _ templates: [(String, String)], main: String = "main.html", renders: Int = 1
  ) throws -> RenderCosts {
    let library = Rendering.library(templates)
    let steps = Steps()
    let profile = RenderProfile(library) { steps.next() }
    let renderer = TemplateRenderer(library)
    let template = try #require(library.template(named: main))
    for _ in 0..<renders {
      renderer.beginPage()
      try renderer.render(template, context: .undefined, profile: profile)
    }
    return profile.costs
  }

  private func text(_ parts: [RenderCosts.Part]) -> [String] {
    parts.map { part in
      let cost = part.cost
      return "\(part.kind.rawValue) \(part.name) in \(part.template): \(cost.count) times, "
        + "\(cost.own) of \(cost.total), \(cost.bytes) bytes"
    }.sorted()
  }

  @Test("each part's runs, ticks and bytes are counted, its own apart from those it calls")
  func parts() throws {
    let costs = try costs(Self.templates)
    // The clock is looked at twice for each part: a part that calls nothing takes one tick.
    #expect(
      text(costs.parts) == [
        "block body in main.html: 1 times, 4 of 7, 0 bytes",
        "macro twice in lib.html: 2 times, 2 of 2, 6 bytes",
        "template base.html in base.html: 1 times, 2 of 9, 2 bytes",
        "template lib.html in lib.html: 1 times, 1 of 1, 0 bytes",
        "template main.html in main.html: 1 times, 2 of 3, 0 bytes",
        "template part.html in part.html: 1 times, 1 of 1, 4 bytes",
      ])
  }

  @Test("a template's cost is that of all that is written in it")
  func templates() throws {
    let costs = try costs(Self.templates, renders: 3)
    let byName = Dictionary(uniqueKeysWithValues: costs.templateCosts.map { ($0.0, $0.1) })
    #expect(byName["main.html"] == .init(count: 3, own: 18, total: 30, bytes: 0))
    #expect(byName["lib.html"] == .init(count: 3, own: 9, total: 9, bytes: 18))
    #expect(byName["base.html"]?.bytes == 6)
  }

  @Test("the ways to templates are listed in the order in which they were gone")
  func uses() throws {
    let costs = try costs(Self.templates, renders: 2)
    #expect(
      costs.uses.map { "\($0.user) \($0.relation.rawValue) \($0.template)" } == [
        " page main.html", "main.html imports lib.html", "main.html extends base.html",
        "main.html includes part.html",
      ])
    #expect(costs.uses.first?.path == "templates/main.html")
  }

  @Test("a macro that calls itself is timed once from its outermost call")
  func recursion() throws {
    let main = "{% macro m(n) %}{{ n }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}"
    let parts = try costs([("main.html", main)]).parts
    let macro = try #require(parts.first { $0.kind == .macro })
    #expect(macro.cost == .init(count: 4, own: 7, total: 7, bytes: 4))
  }

  @Test("what is caught and not printed is counted where it was made")
  func captured() throws {
    let main = "{% macro m() %}12345{% endmacro %}{% set x = m() %}ab"
    let parts = try costs([("main.html", main)]).parts
    #expect(parts.map(\.cost.bytes).sorted() == [2, 5])
  }

  @Test("a fault leaves nothing open")
  func fault() throws {
    let library = Rendering.library([
      ("bad.html", "{% macro m() %}{{ nope }}{% endmacro %}{{ m() }}"), ("good.html", "x"),
    ])
    let steps = Steps()
    let profile = RenderProfile(library) { steps.next() }
    let renderer = TemplateRenderer(library)
    let bad = try #require(library.template(named: "bad.html"))
    let good = try #require(library.template(named: "good.html"))
    #expect(throws: TemplateFault.self) {
      try renderer.render(bad, context: .undefined, profile: profile)
    }
    try renderer.render(good, context: .undefined, profile: profile)
    #expect(profile.costs.parts.map(\.name) == ["good.html"])
    #expect(profile.costs.parts.first?.cost == .init(count: 1, own: 1, total: 1, bytes: 1))
  }

  @Test("profiles of several renderers add up")
  func sums() throws {
    let library = Rendering.library(Self.templates)
    let template = try #require(library.template(named: "main.html"))
    var measured = try (0..<2).map { _ in
      let steps = Steps()
      let profile = RenderProfile(library) { steps.next() }
      try TemplateRenderer(library).render(template, context: .undefined, profile: profile)
      return profile.costs
    }
    let once = text(measured[1].parts)
    measured[0].add(measured[1])
    #expect(measured[0].parts.map(\.cost.count).reduce(0, +) == 14)
    #expect(measured[0].uses == measured[1].uses)
    #expect(text(measured[1].parts) == once)
  }
}
