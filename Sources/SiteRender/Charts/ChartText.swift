/// Breaks words into the lines of a box.
///
/// A picture cannot ask the browser how wide its text is, so widths are guessed from the kinds of
/// letters, on the safe side for the faces of the style sheet's sans-serif stack.
enum ChartText {
  /// How wide a text is at a size of 1.
  static func width(_ text: some StringProtocol) -> Double {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.reduce(0.0) { $0 + ascii[Int($1)] }
    }
    return text.reduce(0.0) { $0 + width($1) }
  }

  /// The widths of ASCII, which most texts are.
  private static let ascii = (0..<0x80 as Range<UInt8>).map {
    width(Character(Unicode.Scalar($0)))
  }

  private static func width(_ character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F000...0x1FAFF, 0x20000...0x3FFFF:
      return 1
    case 0x200B...0x200F, 0x2060: return 0
    default: break
    }
    switch character {
    case "i", "j", "l", "I", "'", "’", ".", ",", ":", ";", "|", "!", "·": return 0.34
    case " ", "\u{A0}", "\u{202F}", "f", "r", "t", "(", ")", "-", "/", "[", "]", "“", "”":
      return 0.42
    case "m", "w", "M", "W", "@", "%", "—", "…": return 0.98
    default: return character.isUppercase ? 0.73 : 0.62
    }
  }

  /// The lines of a text, broken between words and, where a word alone is too wide, inside it; what
  /// does not fit into `limit` lines is cut off with an ellipsis.
  static func lines(_ text: String, size: Double, width: Double, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    func fits(_ text: String) -> Bool { Self.width(text) * size <= width }
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }).map(String.init) {
      let joined = line.isEmpty ? word : line + " " + word
      if fits(joined) {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = word
      while !fits(line), line.count > 1 {
        var head = line
        while !fits(head), head.count > 1 { head.removeLast() }
        lines.append(head)
        line.removeFirst(head.count)
        if lines.count > limit { break }
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > limit else { return lines }
    var last = lines[limit - 1] + "…"
    while !fits(last), last.count > 1 { last.remove(at: last.index(last.endIndex, offsetBy: -2)) }
    return lines.prefix(limit - 1) + [last]
  }
}
