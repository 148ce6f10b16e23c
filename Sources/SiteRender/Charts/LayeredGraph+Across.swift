/// The wide drawing: each layer a column, lines from left to right.
extension LayeredGraph {
  /// The distances of a wide drawing, in its units.
  struct Columns {
    /// How wide each box is.
    var width: Double
    /// Between two columns.
    var gap: Double
    /// Between two boxes of a column.
    var spacing: Double
  }

  /// The graph with its layers as columns; `heights` are those of the boxes.
  func across(_ columns: Columns, heights: [Double]) -> Drawing {
    let order = LayerOrder(self)
    func height(_ node: Int) -> Double { node < heights.count ? heights[node] : 0 }
    let middles = Self.middles(order, spacing: columns.spacing, height: height)
    func left(_ layer: Int) -> Double { Double(layer) * (columns.width + columns.gap) }
    let boxes = layers.indices.map { node in
      Box(
        x: left(layers[node]), y: middles[node] - heights[node] / 2, width: columns.width,
        height: heights[node])
    }
    let routes = zip(edges, order.chains).map { edge, chain -> [Point] in
      let first = layers[edge.from]
      return chain.enumerated().flatMap { step, node -> [Point] in
        let x = left(first + step)
        let start = Point(x: x, y: middles[node])
        let end = Point(x: x + columns.width, y: middles[node])
        if step == 0 { return [end] }
        return step == chain.count - 1 ? [start] : [start, end]
      }
    }
    let lowest = routes.joined().map(\.y).max() ?? 0
    let bottom = boxes.map { $0.y + $0.height }.max().map { max($0, lowest) } ?? 0
    let width = left(max(layerCount - 1, 0)) + columns.width
    return Drawing(width: width, height: bottom, boxes: boxes, routes: routes)
  }

  /// For each node, stand-ins included, how far below the top its middle is.
  private static func middles(
    _ order: LayerOrder, spacing: Double, height: (Int) -> Double
  ) -> [Double] {
    var middles = [Double](repeating: 0, count: order.before.count)
    for layer in order.layers {
      var y = 0.0
      for node in layer {
        middles[node] = y + height(node) / 2
        y += height(node) + spacing
      }
    }
    // There and back and there again: what a layer gains is kept by the next.
    let indices = Array(order.layers.indices)
    let passes = [(indices.reversed(), order.after), (indices, order.before)]
    for (layers, neighbours) in passes + passes {
      for layer in layers {
        let nodes = order.layers[layer]
        let wanted = nodes.map { node -> Double in
          let own = neighbours[node]
          guard !own.isEmpty else { return middles[node] }
          return own.reduce(0.0) { $0 + middles[$1] } / Double(own.count)
        }
        let moved = spread(wanted, heights: nodes.map(height), spacing: spacing)
        for (node, y) in zip(nodes, moved) { middles[node] = y }
      }
    }
    let top = middles.indices.map { middles[$0] - height($0) / 2 }.min() ?? 0
    return middles.map { $0 - top }
  }

  /// The places nearest to `wanted`, in the least squares, at which boxes keep their order and their
  /// distance: adjacent boxes that come too near are pooled and moved as one.
  static func spread(_ wanted: [Double], heights: [Double], spacing: Double) -> [Double] {
    var offsets: [Double] = []
    var offset = 0.0
    for (index, height) in heights.enumerated() {
      if index > 0 { offset += heights[index - 1] / 2 + spacing + height / 2 }
      offsets.append(offset)
    }
    var pools: [(sum: Double, count: Int)] = []
    for (want, offset) in zip(wanted, offsets) {
      var pool = (sum: want - offset, count: 1)
      while let last = pools.last, last.sum / Double(last.count) > pool.sum / Double(pool.count) {
        pool = (last.sum + pool.sum, last.count + pool.count)
        pools.removeLast()
      }
      pools.append(pool)
    }
    let bases = pools.flatMap { pool in
      repeatElement(pool.sum / Double(pool.count), count: pool.count)
    }
    return zip(bases, offsets).map { $0 + $1 }
  }
}
