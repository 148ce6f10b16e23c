/// A graph whose edges all lead from a lower layer to a higher one, and its drawing as boxes and
/// lines: `across` for a wide picture, layer beside layer, `down` for a narrow one, box below box.
///
/// The method is that of Sugiyama, Tagawa and Toda (1981): long edges are cut by stand-ins, each
/// layer is sorted by the mean place of its neighbours, then boxes are moved towards them. Equal
/// graphs give equal drawings; ties are broken by the order of the nodes.
struct LayeredGraph: Sendable, Hashable {
  /// For each node its layer, from 0.
  var layers: [Int]
  var edges: [Edge]

  /// A line from one node to another, by their places.
  struct Edge: Sendable, Hashable {
    var from: Int
    var to: Int
  }

  /// A place of a drawing, in its units; y grows downwards.
  struct Point: Sendable, Hashable {
    var x: Double
    var y: Double
  }

  /// A node's place in a drawing.
  struct Box: Sendable, Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  /// A finished drawing, in the order of nodes and edges.
  struct Drawing: Sendable, Hashable {
    var width: Double
    var height: Double
    var boxes: [Box]
    var routes: [[Point]]
  }

  /// A graph with the layers given; edges that do not lead to a higher layer are left out.
  init(layers: [Int], edges: [Edge]) {
    self.layers = layers
    self.edges = edges.filter { layers[$0.from] < layers[$0.to] }
  }

  /// How many layers there are.
  var layerCount: Int { (layers.max() ?? -1) + 1 }

  /// For each node the longest way to it from a node without predecessors, in edges; nodes on a
  /// circle are in layer 0.
  static func depths(_ count: Int, _ edges: [Edge]) -> [Int] {
    var waiting = [Int](repeating: 0, count: count)
    var next = [[Int]](repeating: [], count: count)
    for edge in edges {
      waiting[edge.to] += 1
      next[edge.from].append(edge.to)
    }
    var depths = [Int](repeating: 0, count: count)
    var ready = (0..<count).filter { waiting[$0] == 0 }[...]
    while let node = ready.popFirst() {
      for other in next[node] {
        depths[other] = max(depths[other], depths[node] + 1)
        waiting[other] -= 1
        if waiting[other] == 0 { ready.append(other) }
      }
    }
    return (0..<count).map { waiting[$0] > 0 ? 0 : depths[$0] }
  }
}
