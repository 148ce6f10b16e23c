/// A text with places to fill: `{name}`.
struct StringPattern: Sendable, Hashable {
  /// The pieces: words, or a place by its name.
  private let pieces: [Piece]

  /// The pattern as it is written.
  var text: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .place(let name): "{\(name)}"
      }
    }.joined()
  }

  private enum Piece: Sendable, Hashable {
    case words(String)
    case place(String)
  }

  /// Reads `{name}` where the name is letters, digits, `_` and `-`; other braces are words.
  init(_ text: String) {
    var pieces: [Piece] = []
    var words: Substring = text[..<text.startIndex]
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{") {
      words = text[words.startIndex..<brace]
      let name = text[text.index(after: brace)...].prefix { Self.isNameLetter($0) }
      guard !name.isEmpty, name.endIndex < text.endIndex, text[name.endIndex] == "}" else {
        rest = text[text.index(after: brace)...]
        continue
      }
      if !words.isEmpty { pieces.append(.words(String(words))) }
      pieces.append(.place(String(name)))
      rest = text[text.index(after: name.endIndex)...]
      words = text[rest.startIndex..<rest.startIndex]
    }
    words = text[words.startIndex...]
    if !words.isEmpty { pieces.append(.words(String(words))) }
    self.pieces = pieces
  }

  /// The text with its places filled; a place without a value stays as it is written.
  func filled(_ n: Int?, _ arguments: [(String, String)]) -> String {
    if pieces.count == 1, case .words(let text) = pieces[0] { return text }
    var out = ""
    for piece in pieces {
      switch piece {
      case .words(let text): out += text
      case .place(let name):
        if let value = arguments.first(where: { $0.0 == name })?.1 {
          out += value
        } else if name == "n", let n {
          out += String(n)
        } else {
          out += "{" + name + "}"
        }
      }
    }
    return out
  }

  private static func isNameLetter(_ letter: Character) -> Bool {
    letter.isASCII && (letter.isLetter || letter.isNumber || letter == "_" || letter == "-")
  }
}
