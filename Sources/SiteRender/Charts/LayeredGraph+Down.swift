/// The narrow drawing: one box below the other, lines to farther boxes in lanes beside them.
extension LayeredGraph {
  /// The distances of a narrow drawing, in its units.
  struct Rows {
    /// How wide the whole is.
    var width: Double
    /// Between two boxes.
    var spacing: Double
    /// Between two lanes.
    var lane: Double
  }

  /// The graph with one node in each row, layer after layer.
  ///
  /// A line to the next row goes straight down. Others go round by a lane at the left, one for each
  /// box that they lead to, so that boxes are never crossed; lanes are used again further down.
  func down(_ rows: Rows, heights: [Double]) -> Drawing {
    let order = LayerOrder(self).layers.flatMap { $0.filter { $0 < layers.count } }
    var row = [Int](repeating: 0, count: layers.count)
    for (place, node) in order.enumerated() { row[node] = place }
    let lanes = self.lanes(row)
    let left = Double((lanes.values.max() ?? -1) + 1) * rows.lane
    var boxes = [Box](
      repeating: Box(x: left, y: 0, width: rows.width - left, height: 0), count: layers.count)
    var y = 0.0
    for node in order {
      boxes[node].y = y
      boxes[node].height = heights[node]
      y += heights[node] + rows.spacing
    }
    let routes = edges.map { edge -> [Point] in
      let (from, to) = (boxes[edge.from], boxes[edge.to])
      guard row[edge.to] > row[edge.from] + 1, let lane = lanes[edge.to] else {
        let x = from.x + from.width / 2
        return [Point(x: x, y: from.y + from.height), Point(x: x, y: to.y)]
      }
      // What arrives and what leaves meet a box at different heights, so that lanes never seem to
      // run on through it.
      let x = left - Double(lane + 1) * rows.lane
      let start = from.y + from.height * 2 / 3
      let end = to.y + to.height / 3
      return [
        Point(x: left, y: start), Point(x: x, y: start), Point(x: x, y: end),
        Point(x: left, y: end),
      ]
    }
    let height = max(y - rows.spacing, 0)
    return Drawing(width: rows.width, height: height, boxes: boxes, routes: routes)
  }

  /// For each node that lines reach by a lane, the lane, from the boxes outwards.
  private func lanes(_ row: [Int]) -> [Int: Int] {
    var firstRow: [Int: Int] = [:]
    for edge in edges where row[edge.to] > row[edge.from] + 1 {
      firstRow[edge.to] = min(firstRow[edge.to] ?? .max, row[edge.from])
    }
    let spans = firstRow.map { (node: $0.key, from: $0.value, to: row[$0.key]) }
      .sorted { a, b in (a.to - a.from, a.to) < (b.to - b.from, b.to) }
    var taken: [[(from: Int, to: Int)]] = []
    var lanes: [Int: Int] = [:]
    for span in spans {
      let free = taken.firstIndex { lane in
        lane.allSatisfy { $0.to <= span.from || span.to <= $0.from }
      }
      let lane = free ?? taken.count
      if free == nil { taken.append([]) }
      taken[lane].append((span.from, span.to))
      lanes[span.node] = lane
    }
    return lanes
  }
}
