/// The layers of a graph in order, with a stand-in wherever an edge passes through a layer.
struct LayerOrder {
  /// In each layer its nodes, from above; those beyond the graph's own nodes are stand-ins.
  private(set) var layers: [[Int]]
  /// For each edge of the graph the nodes that it passes, both ends included.
  private(set) var chains: [[Int]]
  /// For each node its neighbours in the layer before and in the layer after.
  private(set) var before: [[Int]]
  private(set) var after: [[Int]]

  /// How often the layers are gone through; more changes nothing in graphs of this size.
  private static let sweeps = 8

  init(_ graph: LayeredGraph) {
    let count = graph.layers.count
    layers = Array(repeating: [], count: graph.layerCount)
    for node in 0..<count { layers[graph.layers[node]].append(node) }
    before = Array(repeating: [], count: count)
    after = before
    chains = []
    for edge in graph.edges {
      var chain = [edge.from]
      for layer in graph.layers[edge.from] + 1..<graph.layers[edge.to] {
        let standIn = before.count
        before.append([])
        after.append([])
        layers[layer].append(standIn)
        chain.append(standIn)
      }
      chain.append(edge.to)
      for (a, b) in zip(chain, chain.dropFirst()) {
        after[a].append(b)
        before[b].append(a)
      }
      chains.append(chain)
    }
    sort()
  }

  /// Sorts the layers by the mean places of neighbours, and keeps the order with fewest crossings.
  private mutating func sort() {
    var best = (layers: layers, crossings: crossings)
    for sweep in 0..<Self.sweeps where best.crossings > 0 || sweep < 2 {
      let isForward = sweep % 2 == 0
      let order = isForward ? Array(layers.indices) : layers.indices.reversed()
      for layer in order { sort(layer, by: isForward ? before : after) }
      let now = crossings
      if now < best.crossings { best = (layers, now) }
    }
    layers = best.layers
  }

  private mutating func sort(_ layer: Int, by neighbours: [[Int]]) {
    let places = self.places
    let keyed = layers[layer].map { node -> (node: Int, key: Double) in
      let own = neighbours[node]
      guard !own.isEmpty else { return (node, Double(places[node])) }
      return (node, own.reduce(0.0) { $0 + Double(places[$1]) } / Double(own.count))
    }
    layers[layer] = keyed.enumerated().sorted { a, b in
      a.element.key != b.element.key ? a.element.key < b.element.key : a.offset < b.offset
    }.map(\.element.node)
  }

  /// For each node its place in its layer.
  private var places: [Int] {
    var places = [Int](repeating: 0, count: before.count)
    for layer in layers { for (place, node) in layer.enumerated() { places[node] = place } }
    return places
  }

  /// How many pairs of lines between neighbouring layers cross.
  var crossings: Int {
    let places = self.places
    var crossings = 0
    for layer in layers {
      let lines = layer.enumerated().flatMap { place, node in
        after[node].map { (place, places[$0]) }
      }
      for (index, a) in lines.enumerated() {
        for b in lines[(index + 1)...] where (a.0 - b.0) * (a.1 - b.1) < 0 { crossings += 1 }
      }
    }
    return crossings
  }
}
