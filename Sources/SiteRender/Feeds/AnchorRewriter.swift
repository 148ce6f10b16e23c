/// Takes a page's own places out of its HTML: `href="#…"` gets the page's address, `id="…"` goes.
///
/// Reads tags only as far as needed: quoted values are passed over, and text between tags is never
/// touched, so words that look like attributes stay.
enum AnchorRewriter {
  /// `html` as it can stand on somebody else's page.
  static func rewrite(_ html: [UInt8], page: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(html.count + 64)
    var copied = 0
    var index = 0
    while index < html.count {
      guard html[index] == 0x3C, index + 1 < html.count, isLetter(html[index + 1]) else {
        index += 1
        continue
      }
      index += 1
      while index < html.count, html[index] != 0x3E {
        guard html[index] == 0x22 || html[index] == 0x27 else {
          index += 1
          continue
        }
        let quote = html[index]
        let name = nameBefore(html, index)
        index += 1
        let value = index
        while index < html.count, html[index] != quote { index += 1 }
        guard let name, index < html.count else { continue }
        if html[name].elementsEqual("href".utf8), value < index, html[value] == 0x23 {
          out += html[copied..<value]
          out.append(address: page)
          copied = value
        } else if html[name].elementsEqual("id".utf8), name.lowerBound > 0,
          html[name.lowerBound - 1] == 0x20
        {
          out += html[copied..<name.lowerBound - 1]
          copied = index + 1
        }
        index += 1
      }
    }
    out += html[copied...]
    return out
  }

  /// The attribute's name that ends before the `="` whose quote is at `quote`.
  private static func nameBefore(_ html: [UInt8], _ quote: Int) -> Range<Int>? {
    guard quote > 1, html[quote - 1] == 0x3D else { return nil }
    var start = quote - 1
    while start > 0, isLetter(html[start - 1]) || html[start - 1] == 0x2D { start -= 1 }
    return start..<quote - 1
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
