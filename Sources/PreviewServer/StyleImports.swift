/// The addresses that a stylesheet imports or shows, found by `@import` and `url(…)` alone.
enum StyleImports {
  /// The addresses as they are written, in order.
  static func addresses(in css: [UInt8]) -> [String] {
    let text = css[...]
    var found: [String] = []
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      if rest.starts(with: "/*".utf8) {
        index = skip(to: "*/", in: rest)
      } else if rest.starts(with: "url(".utf8) {
        index += 4
        if let (address, end) = word(text[index...]) {
          found.append(address)
          index = end
        }
      } else if rest.starts(with: "@import".utf8) {
        index += 7
        if let (address, end) = quoted(text[index...]) {
          found.append(address)
          index = end
        }
      } else {
        index += 1
      }
    }
    return found
  }

  private static func skip(to word: String, in text: ArraySlice<UInt8>) -> Int {
    text.firstRange(of: Array(word.utf8)).map(\.upperBound) ?? text.endIndex
  }

  private static func word(_ text: ArraySlice<UInt8>) -> (String, Int)? {
    if let quoted = quoted(text) { return quoted }
    guard let end = text.firstIndex(of: UInt8(ascii: ")")) else { return nil }
    return (String(String(decoding: text[..<end], as: UTF8.self).trimmed), end)
  }

  private static func quoted(_ text: ArraySlice<UInt8>) -> (String, Int)? {
    let start = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let quote = start.first, quote == 0x22 || quote == 0x27,
      let end = start.dropFirst().firstIndex(of: quote)
    else { return nil }
    return (String(decoding: start[(start.startIndex + 1)..<end], as: UTF8.self), end + 1)
  }
}
