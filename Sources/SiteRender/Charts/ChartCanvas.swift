/// Writes a picture as inline SVG: shapes with classes for the style sheet, no colour, no script, no
/// inline style, whole units and halves only.
struct ChartCanvas {
  private var body = ""

  /// The finished picture.
  ///
  /// - Parameters:
  ///   - id: the beginning of the ids of title and description, once in a page.
  static func picture(
    id: String, class name: String, width: Double, height: Double, title: String,
    description: String, _ draw: (inout ChartCanvas) -> Void
  ) -> String {
    var canvas = ChartCanvas()
    draw(&canvas)
    let size = "\(number(width)) \(number(height))"
    return """
      <svg class="\(name)" viewBox="0 0 \(size)" width="\(number(width))" \
      height="\(number(height))" role="img" aria-labelledby="\(id)-title \(id)-desc">
      <title id="\(id)-title">\(escaped(title))</title>
      <desc id="\(id)-desc">\(escaped(description))</desc>
      \(canvas.body)</svg>
      """
  }

  /// A rectangle with rounded corners.
  mutating func box(_ box: LayeredGraph.Box, class name: String, radius: Double) {
    body += """
      <rect class="\(name)" x="\(Self.number(box.x))" y="\(Self.number(box.y))" \
      width="\(Self.number(box.width))" height="\(Self.number(box.height))" \
      rx="\(Self.number(radius))"/>

      """
  }

  /// A line of text; `y` is that of its base line.
  mutating func text(_ text: String, x: Double, y: Double, class name: String) {
    body += """
      <text class="\(name)" x="\(Self.number(x))" y="\(Self.number(y))">\(Self.escaped(text))</text>

      """
  }

  /// A line that bends softly from column to column, and ends in an arrow.
  mutating func curve(_ points: [LayeredGraph.Point], class name: String) {
    guard let first = points.first, let last = points.last else { return }
    var path = "M" + Self.pair(first)
    for (index, point) in points.enumerated().dropFirst() {
      let before = points[index - 1]
      // The tip of the arrow stands on the point, the line ends where the arrow begins.
      let end = index == points.count - 1 ? point.moved(x: -Self.arrow) : point
      if before.y == end.y {
        path += "H" + Self.number(end.x)
      } else {
        let middle = Self.number((before.x + end.x) / 2)
        path +=
          "C\(middle) \(Self.number(before.y)) \(middle) \(Self.number(end.y)) "
          + Self.pair(end)
      }
    }
    line(path, name)
    let base = last.moved(x: -Self.arrow)
    tip([base.moved(y: -Self.arrow / 2), last, base.moved(y: Self.arrow / 2)])
  }

  /// A line of upright and level pieces with round corners, that ends in an arrow.
  mutating func lane(_ points: [LayeredGraph.Point], class name: String) {
    guard let first = points.first, let last = points.last, points.count > 1 else { return }
    if points.count == 2 {
      let base = last.moved(y: -Self.arrow)
      line("M\(Self.pair(first))V\(Self.number(base.y))", name)
      tip([base.moved(x: -Self.arrow / 2), last, base.moved(x: Self.arrow / 2)])
      return
    }
    let (start, end) = (points[1], points[2])
    let bend = Self.arrow / 2
    let base = last.moved(x: -Self.arrow)
    line(
      "M\(Self.pair(first))H\(Self.number(start.x + bend))"
        + "Q\(Self.pair(start)) \(Self.pair(start.moved(y: bend)))V\(Self.number(end.y - bend))"
        + "Q\(Self.pair(end)) \(Self.pair(end.moved(x: bend)))H\(Self.number(base.x))", name)
    tip([base.moved(y: -Self.arrow / 2), last, base.moved(y: Self.arrow / 2)])
  }

  /// How long and how wide the tip of an arrow is.
  private static let arrow = 6.0

  private mutating func line(_ path: String, _ name: String) {
    body += "<path class=\"\(name)\" d=\"\(path)\"/>\n"
  }

  private mutating func tip(_ points: [LayeredGraph.Point]) {
    body += "<path class=\"tip\" d=\"M\(points.map(Self.pair).joined(separator: "L"))Z\"/>\n"
  }

  private static func pair(_ point: LayeredGraph.Point) -> String {
    number(point.x) + " " + number(point.y)
  }

  /// A number with at most one half behind the point.
  static func number(_ value: Double) -> String {
    let halves = Int((value * 2).rounded())
    let whole = halves / 2
    guard halves % 2 != 0 else { return String(whole) }
    return (halves < 0 && whole == 0 ? "-0" : String(whole)) + ".5"
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }
}

extension LayeredGraph.Point {
  fileprivate func moved(x: Double = 0, y: Double = 0) -> Self {
    Self(x: self.x + x, y: self.y + y)
  }
}
