/// Quoted words in the HTML of a body, found without reading its prose: rules ask here first whether
/// there is anything to look at, since most texts quote little.
///
/// A quotation ends with its block. Marks of one kind do not nest; what a rule then reports, it finds
/// in the prose.
struct RawQuotation {
  /// The bytes between the marks.
  let inside: Range<Int>

  /// All of a text, by their ends.
  static func all(in html: [UInt8]) -> [RawQuotation] {
    var found: [RawQuotation] = []
    // Where a quotation was opened by curved marks, by angled ones, and by straight ones.
    var open: (curved: Int?, angled: Int?, straight: Int?)
    func close(_ start: Int?, at end: Int) {
      if let start, start <= end { found.append(RawQuotation(inside: start..<end)) }
    }
    for index in html.indices {
      switch html[index] {
      case 0xE2:
        if html[index...].starts(with: [0xE2, 0x80, 0x9D]) {
          close(open.curved, at: index)
          open.curved = nil
        } else if html[index...].starts(with: [0xE2, 0x80, 0x9C])
          || html[index...].starts(with: [0xE2, 0x80, 0x9E])
        {
          open.curved = open.curved ?? index + 3
        }
      case 0xC2:
        if html[index...].starts(with: [0xC2, 0xBB]) {
          close(open.angled, at: index)
          open.angled = nil
        } else if html[index...].starts(with: [0xC2, 0xAB]) {
          open.angled = open.angled ?? index + 2
        }
      case 0x26 where html[index...].starts(with: "&quot;".utf8):
        close(open.straight, at: index)
        open.straight = open.straight == nil ? index + 6 : nil
      case 0x3C where endsBlock(html, index): open = (nil, nil, nil)
      default: break
      }
    }
    return found
  }

  /// Whether a tag that ends a paragraph, an item, a heading or a cell stands at `index`.
  private static func endsBlock(_ html: [UInt8], _ index: Int) -> Bool {
    guard index + 2 < html.count, html[index + 1] == 0x2F else { return false }
    // </p> </li> </h2> </td> </th>; tags within a line begin with other letters.
    return [0x70, 0x6C, 0x68, 0x74].contains(html[index + 2])
  }

  /// The words, without tags.
  func text(in html: [UInt8]) -> String {
    var bytes: [UInt8] = []
    var isTag = false
    for byte in html[inside] {
      if byte == 0x3C { isTag = true }
      if !isTag { bytes.append(byte) }
      if byte == 0x3E { isTag = false }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
