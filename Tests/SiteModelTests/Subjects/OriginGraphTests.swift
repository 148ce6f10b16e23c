import SourceDiagnostics
import Testing

@testable import SiteModel

@Suite("Origins")
struct OriginGraphTests {
  /// A source as the tests write it.
  private struct Item {
    var id: String
    var publisher: String?
    var url: String?
    var via: [String] = []
  }

  private func source(_ item: Item) -> Source {
    var source = Source(id: item.id, range: 0..<0)
    source.publisher = item.publisher.map { Reference($0, file: "b.md", range: 0..<0) }
    source.url = item.url.map { Placed($0, 0..<0) }
    source.isLocated = item.url != nil
    source.via = item.via.map { Reference($0, file: "b.md", range: 0..<0) }
    return source
  }

  private func graph(_ items: [Item]) -> (graph: OriginGraph, codes: [String]) {
    var found: [Diagnostic] = []
    let graph = OriginGraph(items.map(source), diagnostics: &found)
    return (graph, found.map(\.rule.code))
  }

  /// The origins as sets of ids, and for each source those it rests on, in an order of their own.
  private func facts(_ items: [Item]) -> [String] {
    let graph = graph(items).graph
    func ids(_ origin: Int) -> String {
      graph.origins[origin].sources.map { items[$0].id }.sorted().joined(separator: "+")
    }
    let origins = graph.origins.indices.map { "origin \(ids($0))" }
    let standing = graph.places.enumerated().map { place, standing in
      "\(items[place].id) \(standing.hops) \(standing.origins.map(ids).sorted())"
    }
    return (origins + standing).sorted()
  }

  @Test("a chain of three has one origin, two hops away")
  func chain() {
    let (graph, codes) = graph([
      Item(id: "page", via: ["relay"]), Item(id: "relay", url: "https://a.example/", via: ["root"]),
      Item(id: "root", publisher: "Agency"),
    ])
    #expect(codes.isEmpty)
    #expect(graph.isSingle)
    #expect(graph.hops == 2)
    #expect(graph.origins[0].isLocated == false)
  }

  @Test("a diamond has one origin, and the longest way to it counts")
  func diamond() {
    let graph = graph([
      Item(id: "top", via: ["left", "right", "root"]), Item(id: "left", via: ["root"]),
      Item(id: "right", via: ["left"]), Item(id: "root"),
    ]).graph
    #expect(graph.origins.map(\.source) == [3])
    #expect(graph.places.map(\.hops) == [3, 1, 2, 0])
  }

  @Test("roots of one publisher or one address are one origin, however the list joins them")
  func merged() {
    let items = [
      Item(id: "a", publisher: "Agency", url: "https://one.example/x"),
      Item(id: "b", url: "http://www.Two.example/y/#end"),
      Item(id: "c", publisher: "agency", url: "https://two.example/y"),
      Item(id: "d", url: "https://two.example/Y"),
    ]
    for order in Self.permutations(items) {
      let graph = graph(order).graph
      let origins = graph.origins.map { Set($0.sources.map { order[$0].id }) }
      #expect(Set(origins) == [["a", "b", "c"], ["d"]])
      #expect(graph.origins.map { $0.sources[0] } == graph.origins.map { $0.sources[0] }.sorted())
    }
  }

  @Test("an origin is named by the source that says its publisher")
  func naming() {
    let graph = graph([
      Item(id: "bare", url: "https://one.example/"),
      Item(id: "named", publisher: "Agency", url: "https://one.example"),
    ]).graph
    #expect(graph.origins.map(\.sources) == [[0, 1]])
    #expect(graph.origins.map(\.source) == [1])
  }

  @Test("two hundred random lists have the same origins in every order that was tried")
  func permutation() {
    var random = SeededRandom(20_260_115)
    for _ in 0..<200 {
      var items: [Item] = []
      for place in 0..<Int.random(in: 1...9, using: &random) {
        let via = (0..<place).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        items.append(
          Item(
            id: "s\(place)",
            publisher: Bool.random(using: &random)
              ? ["A", "B", "C"].randomElement(using: &random) : nil,
            url: Bool.random(using: &random)
              ? "https://\(Int.random(in: 0..<3, using: &random)).example/" : nil,
            via: via.map { "s\($0)" }))
      }
      let due = facts(items)
      for _ in 0..<5 { #expect(facts(items.shuffled(using: &random)) == due) }
    }
  }

  @Test("a circle is reported once, and the rest is still counted")
  func circle() {
    let (graph, codes) = graph([
      Item(id: "a", via: ["b"]), Item(id: "b", via: ["c"]), Item(id: "c", via: ["a"]),
      Item(id: "d", via: ["root"]), Item(id: "root", publisher: "Agency"),
    ])
    #expect(codes == [DiagnosticRule.circularSources.code])
    #expect(graph.places[3].origins.map { graph.origins[$0].source } == [4])
  }

  @Test("an event's origins are those of all its briefs, merged, in whatever order they came")
  func event() {
    func front(_ sources: String) -> String {
      "sources: [\(sources)]\nevents: [{id: e, type: legal, certainty: reported, "
        + "participants: [{entity: company/acme, role: defendant}]}]"
    }
    let briefs = [
      front(
        "{id: x, publisher: Agency, located: false}, {id: p, url: 'https://p.example/', via: x}"),
      front("{url: 'https://agency.example/1', publisher: agency}, 'https://q.example/'"),
      front("'https://www.q.example', {url: 'https://r.example/', publisher: R}"),
    ]
    for order in Self.permutations([0, 1, 2]) {
      let made = SmallSite(
        briefs: order.enumerated().map { ($0 + 1, briefs[$1]) }, records: [("company/acme", "")])
      #expect(made.codes.isEmpty)
      #expect(made.site.events[0].origins.count == 3)
      #expect(made.site.briefs.map(\.origins.origins.count).sorted() == [1, 2, 2])
    }
  }

  private static func permutations<Element>(_ items: [Element]) -> [[Element]] {
    if items.isEmpty { return [[]] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }
}
