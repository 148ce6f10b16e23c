/// A phrase of some language with named gaps, such as `{day} {month} {year}`.
///
/// What is no known gap stays as it is, braces and all, so that a mistake in a table of words can
/// be seen on the page instead of losing text.
package struct PhrasePattern: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The phrase with its gaps.
  package let text: String
  /// The phrase cut at its gaps, since each is filled thousands of times.
  private let pieces: [Piece]

  private enum Piece: Sendable, Hashable {
    case words(String)
    /// A gap by its name, and as it is written.
    case gap(String, written: String)
  }

  /// A pattern from its text.
  package init(_ text: String) {
    self.text = text
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      let name = rest[rest.index(after: open)..<close]
      pieces.append(.gap(String(name), written: String(rest[open...close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    self.pieces = pieces
  }

  package init(stringLiteral text: String) { self.init(text) }

  /// The phrase with its gaps filled. What is filled in is not searched for gaps again.
  package func filled(_ gaps: KeyValuePairs<String, String>) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .words(let words): result += words
      case .gap(let name, let written):
        result += gaps.first { $0.key == name }?.value ?? written
      }
    }
    return result
  }
}
