import Testing

@testable import SiteRender

@Suite("Layered graphs")
struct LayeredGraphTests {
  private static let columns = LayeredGraph.Columns(width: 100, gap: 30, spacing: 10)
  private static let rows = LayeredGraph.Rows(width: 300, spacing: 10, lane: 8)

  /// A generator of SplitMix64, so that a failure comes again.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Random graphs, each with the heights of its boxes.
  private static let random: [(graph: LayeredGraph, heights: [Double])] = {
    var random = Seeded(state: 7)
    return (0..<150).map { _ in
      let count = Int.random(in: 1...14, using: &random)
      var edges: [LayeredGraph.Edge] = []
      for from in 0..<count {
        for to in from + 1..<max(count, from + 1)
        where Int.random(in: 0..<5, using: &random) == 0 {
          edges.append(.init(from: from, to: to))
        }
      }
      let graph = LayeredGraph(layers: LayeredGraph.depths(count, edges), edges: edges)
      return (graph, (0..<count).map { _ in Double.random(in: 20...60, using: &random) })
    }
  }()

  @Test("a node is one layer below the deepest that leads to it; on a circle it stays on top")
  func depths() {
    let edges: [LayeredGraph.Edge] = [
      .init(from: 0, to: 1), .init(from: 1, to: 3), .init(from: 0, to: 3), .init(from: 2, to: 3),
    ]
    #expect(LayeredGraph.depths(4, edges) == [0, 1, 0, 2])
    #expect(LayeredGraph.depths(2, [.init(from: 0, to: 1), .init(from: 1, to: 0)]) == [0, 0])
    #expect(LayeredGraph(layers: [], edges: []).layerCount == 0)
  }

  @Test("boxes of a column stand apart, in their column, below the top")
  func columnsStandApart() {
    for (graph, heights) in Self.random {
      let drawing = graph.across(Self.columns, heights: heights)
      for (layer, nodes) in Dictionary(grouping: graph.layers.indices, by: { graph.layers[$0] }) {
        let boxes = nodes.map { drawing.boxes[$0] }.sorted { $0.y < $1.y }
        #expect(boxes.allSatisfy { $0.x == Double(layer) * 130 && $0.y > -0.001 })
        for (a, b) in zip(boxes, boxes.dropFirst()) {
          #expect(a.y + a.height + 9.999 < b.y)
        }
      }
      let lowest = drawing.boxes.map { $0.y + $0.height } + drawing.routes.joined().map(\.y)
      #expect(lowest.allSatisfy { $0 <= drawing.height + 0.001 })
    }
  }

  @Test("a line leads from box to box, to the right, and through no other box")
  func linesAcross() {
    for (graph, heights) in Self.random {
      let drawing = graph.across(Self.columns, heights: heights)
      #expect(drawing.routes.count == graph.edges.count)
      for (edge, route) in zip(graph.edges, drawing.routes) {
        let (from, to) = (drawing.boxes[edge.from], drawing.boxes[edge.to])
        #expect(route.first?.x == from.x + 100 && route.last?.x == to.x)
        let (start, end) = (route.first?.y ?? .nan, route.last?.y ?? .nan)
        #expect(abs(start - from.y - from.height / 2) < 0.001)
        #expect(abs(end - to.y - to.height / 2) < 0.001)
        for (a, b) in zip(route, route.dropFirst()) {
          #expect(a.x < b.x)
          // Within a column the line is level; between columns there are no boxes.
          guard b.x - a.x == 100 else { continue }
          #expect(a.y == b.y)
          #expect(!drawing.boxes.contains { $0.x == a.x && $0.y < a.y && a.y < $0.y + $0.height })
        }
      }
    }
  }

  @Test("boxes below each other keep the order of their layers and stand apart")
  func rowsStandApart() {
    for (graph, heights) in Self.random {
      let drawing = graph.down(Self.rows, heights: heights)
      let order = graph.layers.indices.sorted { drawing.boxes[$0].y < drawing.boxes[$1].y }
      for (a, b) in zip(order, order.dropFirst()) {
        #expect(drawing.boxes[a].y + drawing.boxes[a].height + 9.999 < drawing.boxes[b].y)
        #expect(graph.layers[a] <= graph.layers[b])
      }
      #expect(drawing.boxes.allSatisfy { $0.x + $0.width == 300 })
    }
  }

  @Test("lines down go straight to the next box, others in a lane beside all boxes")
  func linesDown() {
    for (graph, heights) in Self.random {
      let drawing = graph.down(Self.rows, heights: heights)
      var lanes: [(x: Double, from: Double, to: Double, target: Int)] = []
      for (edge, route) in zip(graph.edges, drawing.routes) {
        let (from, to) = (drawing.boxes[edge.from], drawing.boxes[edge.to])
        if route.count == 2 {
          #expect(route[0].y == from.y + from.height && route[1].y == to.y)
          let between = drawing.boxes.contains { $0.y > from.y && $0.y < to.y }
          #expect(!between)
        } else {
          #expect(route.count == 4 && route[1].x == route[2].x)
          #expect(route[1].x >= 0 && route[1].x < to.x)
          lanes.append((route[1].x, route[1].y, route[2].y, edge.to))
        }
      }
      for (index, a) in lanes.enumerated() {
        for b in lanes[(index + 1)...] where a.x == b.x && a.target != b.target {
          #expect(a.to < b.from || b.to < a.from, "two lines share a lane")
        }
      }
    }
  }

  @Test("a layer is sorted so that lines do not cross where they need not")
  func crossings() {
    let crossed = LayeredGraph(
      layers: [0, 0, 0, 1, 1, 1],
      edges: [.init(from: 0, to: 5), .init(from: 1, to: 4), .init(from: 2, to: 3)])
    #expect(LayerOrder(crossed).crossings == 0)
    // Two by two, all with all: one crossing cannot be helped.
    let full = LayeredGraph(
      layers: [0, 0, 1, 1],
      edges: [(0, 2), (0, 3), (1, 2), (1, 3)].map { .init(from: $0.0, to: $0.1) })
    #expect(LayerOrder(full).crossings == 1)
  }

  @Test("boxes move no farther than they must: alone to their wish, crowded around it")
  func spread() {
    #expect(
      LayeredGraph.spread([0, 100], heights: [20, 20], spacing: 10) == [0, 100])
    #expect(
      LayeredGraph.spread([50, 50, 50], heights: [20, 20, 20], spacing: 10) == [20, 50, 80])
    #expect(
      LayeredGraph.spread([60, 40, 200], heights: [20, 20, 20], spacing: 10) == [35, 65, 200])
  }
}

@Suite("Text in pictures")
struct ChartTextTests {
  private static let texts = [
    "The International Federation of Rather Long Newspaper Names", "Reuters", "",
    "Donaudampfschifffahrtsgesellschaftskapitän", "日本経済新聞社と朝日新聞社", "a b c d e f g h",
  ]

  @Test("no line is wider than the box, and no word is lost while there is room")
  func lines() {
    for text in Self.texts {
      let lines = ChartText.lines(text, size: 12, width: 80, limit: 40)
      #expect(lines.allSatisfy { ChartText.width($0) * 12 <= 80 })
      #expect(
        lines.joined().filter { $0 != " " } == text.filter { $0 != " " },
        "\(text)")
    }
  }

  @Test("what does not fit ends in an ellipsis on the last line")
  func limit() {
    let lines = ChartText.lines(Self.texts[0], size: 12, width: 80, limit: 2)
    #expect(lines.count == 2)
    #expect(lines[1].hasSuffix("…"))
    #expect(ChartText.width(lines[1]) * 12 <= 80)
    #expect(ChartText.lines("Reuters", size: 12, width: 80, limit: 1) == ["Reuters"])
  }
}
