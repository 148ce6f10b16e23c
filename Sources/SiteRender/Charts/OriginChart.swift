import SiteModel
import SitePlan

/// Draws where a brief's story comes from: what we read at the left, whom that credits, the origins
/// at the right, and behind them people who were not named.
///
/// It repeats what the list of sources says in words. Two drawings are made where one would be too
/// small on a telephone; the style sheet shows the one that fits.
struct OriginChart {
  private let words: PageWords
  private var nodes: [Node] = []
  private var graph: LayeredGraph
  private let originLayer: Int

  /// More boxes than these are not a picture any more; the list says it better.
  static let mostNodes = 40

  /// One box.
  private struct Node {
    /// The numbers of its sources in the list.
    var numbers: [Int]
    var name: String
    var language: String?
    var isOrigin = false
    var isLocated = true
    /// People whom a source relies on without naming them.
    var isUnnamed = false

    var boxClass: String {
      (isUnnamed ? "box ghost" : "box") + (isOrigin ? " origin" : "")
        + (isLocated ? "" : " unlocated")
    }
  }

  /// The chart of a brief; nothing where no source credits another, since lists say as much.
  init?(_ brief: Brief, in context: ViewContext, name: (Int) -> String) {
    let places = brief.origins.places
    let sources = brief.source.sources
    guard places.contains(where: { !$0.via.isEmpty }), places.count <= Self.mostNodes else {
      return nil
    }
    words = context.words
    func language(_ sources: [Source]) -> String? {
      let tags = sources.compactMap(\.language)
      guard let first = tags.first, tags.allSatisfy({ $0 == first }) else { return nil }
      return context.words.vocabulary.language(first)
    }
    var node: [Int] = []
    var nodeOf: [Int: Int] = [:]
    for (place, source) in sources.enumerated() {
      if places[place].via.isEmpty, let origin = places[place].origins.first {
        let item = brief.origins.origins[origin]
        if let known = nodeOf[origin] {
          node.append(known)
          continue
        }
        nodeOf[origin] = nodes.count
        node.append(nodes.count)
        nodes.append(
          Node(
            numbers: item.sources.map { $0 + 1 }, name: name(item.source),
            language: language(item.sources.map { sources[$0] }), isOrigin: true,
            isLocated: item.isLocated))
      } else {
        node.append(nodes.count)
        nodes.append(
          Node(
            numbers: [place + 1], name: name(place), language: language([source]),
            isLocated: source.isLocated && source.url != nil))
      }
    }
    var edges: [LayeredGraph.Edge] = []
    for (place, standing) in places.enumerated() {
      for other in standing.via {
        // Two sources of one origin are one box, and what credits both has one line to it.
        let edge = LayeredGraph.Edge(from: node[place], to: node[other])
        if !edges.contains(edge) { edges.append(edge) }
      }
    }
    var layers = LayeredGraph.depths(nodes.count, edges)
    let last = layers.max() ?? 0
    for (place, item) in nodes.enumerated() where item.isOrigin { layers[place] = last }
    for (place, source) in sources.enumerated() {
      guard let unnamed = source.unnamed else { continue }
      edges.append(.init(from: node[place], to: nodes.count))
      nodes.append(Node(numbers: [], name: unnamed, isLocated: true, isUnnamed: true))
      layers.append(last + 1)
    }
    if nodes.count > Self.mostNodes { return nil }
    originLayer = last
    graph = LayeredGraph(layers: layers, edges: edges)
  }

  /// What the arrows, dashes and dots mean, as far as they occur.
  var caption: String {
    var parts = [words.strings.text("chart.arrows")]
    if nodes.contains(where: { !$0.isLocated }) { parts.append(words.strings.text("chart.dashed")) }
    if nodes.contains(where: \.isUnnamed) { parts.append(words.strings.text("chart.dotted")) }
    return parts.joined(separator: " ")
  }

  /// The drawing or drawings, as inline SVG.
  var svg: String {
    let wide = across
    return Self.fitsEverywhere.contains(graph.layerCount) ? wide : wide + "\n" + down
  }

  /// With so few columns one drawing is legible on every screen.
  private static let fitsEverywhere = 0...2

  // MARK: - Words

  /// “Translation (French, not located) has it from VietNamNet (Vietnamese).”
  private var description: String {
    graph.edges.map { edge in
      let key = nodes[edge.to].isUnnamed ? "chart.relies_on" : "chart.has_it_from"
      return words.strings.text(
        key, arguments: [("name", label(edge.from)), ("origin", label(edge.to))])
    }.joined(separator: " ")
  }

  private func label(_ node: Int) -> String {
    let details = self.details(node, saysOrigin: false)
    return details.isEmpty
      ? nodes[node].name : "\(nodes[node].name) (\(details.joined(separator: ", ")))"
  }

  /// What is said of a node below its name.
  private func details(_ node: Int, saysOrigin: Bool) -> [String] {
    let node = nodes[node]
    var details: [String] = []
    if saysOrigin, node.isOrigin { details.append(words.strings.text("chart.origin")) }
    if let language = node.language { details.append(language) }
    if !node.isLocated { details.append(words.strings.text("chart.not_located")) }
    return details
  }

  // MARK: - Drawing

  /// A box's lines of text.
  private struct Lines {
    var name: [String]
    var details: [String]

    var height: Double {
      Measure.padding * 2 + Double(name.count) * Measure.nameLine
        + Double(details.count) * Measure.detailLine
    }
  }

  /// Distances and sizes of letters, in pixels at the drawing's own size.
  private enum Measure {
    static let padding = 7.0
    static let name = 12.0
    static let nameLine = 15.0
    static let detail = 11.0
    static let detailLine = 14.0
    /// How much wider bold letters are.
    static let bold = 1.13
    /// Room for the outer half of a line.
    static let edge = 2.0
    /// Room for the names of the columns.
    static let heading = 24.0
    static let nameLines = 3
    static let detailLines = 3
  }

  private func lines(_ width: Double, saysOrigin: Bool) -> [Lines] {
    nodes.indices.map { node in
      let room = width - Measure.padding * 2
      let details = self.details(node, saysOrigin: saysOrigin).joined(separator: " · ")
      return Lines(
        name: ChartText.lines(
          nodes[node].name, size: Measure.name * Measure.bold, width: room,
          limit: Measure.nameLines),
        details: ChartText.lines(
          details, size: Measure.detail, width: room, limit: Measure.detailLines))
    }
  }

  private var across: String {
    let columns: LayeredGraph.Columns =
      switch graph.layerCount {
      case ...2: .init(width: 122, gap: 40, spacing: 18)
      case 3: .init(width: 132, gap: 40, spacing: 18)
      case 4: .init(width: 104, gap: 20, spacing: 18)
      default: .init(width: 98, gap: 20, spacing: 18)
      }
    let lines = lines(columns.width, saysOrigin: false)
    let drawing = graph.across(columns, heights: lines.map(\.height))
    let top = Measure.heading
    return ChartCanvas.picture(
      id: "origin-chart", class: graph.layerCount > 2 ? "chart-wide" : "chart-only",
      width: drawing.width + Measure.edge * 2, height: drawing.height + top + Measure.edge * 2,
      title: words.strings.text("chart.origins_title"), description: description
    ) { canvas in
      headings(columns, &canvas)
      for (edge, route) in zip(graph.edges, drawing.routes) {
        canvas.curve(
          route.map { .init(x: $0.x + Measure.edge, y: $0.y + top + Measure.edge) },
          class: lineClass(edge))
      }
      draw(drawing.boxes, lines, top: top, &canvas)
    }
  }

  private func headings(_ columns: LayeredGraph.Columns, _ canvas: inout ChartCanvas) {
    let origins = nodes.count(where: \.isOrigin)
    var headings = [
      (0, words.strings.text("chart.read")),
      (originLayer, words.strings.text("chart.origins", n: origins)),
    ]
    if nodes.contains(where: \.isUnnamed) {
      headings.append((originLayer + 1, words.strings.text("chart.unnamed")))
    }
    for (layer, text) in headings {
      canvas.text(
        text, x: Measure.edge + Double(layer) * (columns.width + columns.gap), y: 12,
        class: "heading")
    }
  }

  private var down: String {
    let rows = LayeredGraph.Rows(width: 288, spacing: 22, lane: 12)
    // Lanes take from the boxes' width; how much is known once the boxes are in order.
    let plain = graph.down(rows, heights: nodes.map { _ in 0 })
    let width = plain.boxes.first?.width ?? rows.width
    let lines = lines(width, saysOrigin: true)
    let drawing = graph.down(rows, heights: lines.map(\.height))
    return ChartCanvas.picture(
      id: "origin-chart-narrow", class: "chart-narrow", width: drawing.width + Measure.edge * 2,
      height: drawing.height + Measure.edge * 2 + Measure.padding,
      title: words.strings.text("chart.origins_title"), description: description
    ) { canvas in
      for (edge, route) in zip(graph.edges, drawing.routes) {
        canvas.lane(
          route.map {
            .init(x: $0.x + Measure.edge, y: $0.y + Measure.edge + Measure.padding)
          }, class: lineClass(edge))
      }
      draw(drawing.boxes, lines, top: Measure.padding, &canvas)
    }
  }

  private func lineClass(_ edge: LayeredGraph.Edge) -> String {
    nodes[edge.to].isUnnamed ? "line ghost" : "line"
  }

  /// The boxes with their words; the numbers of the list stand on the upper edge.
  private func draw(
    _ boxes: [LayeredGraph.Box], _ lines: [Lines], top: Double, _ canvas: inout ChartCanvas
  ) {
    for (node, box) in boxes.enumerated() {
      var box = box
      box.x += Measure.edge
      box.y += top + Measure.edge
      canvas.box(box, class: nodes[node].boxClass, radius: nodes[node].isUnnamed ? 14 : 2)
      let x = box.x + Measure.padding
      var y = box.y + Measure.padding - 3
      for line in lines[node].name {
        y += Measure.nameLine
        canvas.text(line, x: x, y: y, class: nodes[node].isUnnamed ? "name ghost" : "name")
      }
      for line in lines[node].details {
        y += Measure.detailLine
        canvas.text(line, x: x, y: y, class: "detail")
      }
      if !nodes[node].numbers.isEmpty {
        let numbers = nodes[node].numbers.map(String.init).joined(separator: ", ")
        canvas.text(numbers, x: x, y: box.y + 4, class: "number")
      }
    }
  }
}
