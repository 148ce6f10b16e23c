/// The characters of a text as rules see them: one kind of blank, apostrophe and hyphen.
enum ProseText {
  /// A text so written.
  static func normalised(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let (byte, length) = character(bytes, index)
      if let byte {
        out.append(byte)
      } else {
        out.append(contentsOf: bytes[index..<index + length])
      }
      index += length
    }
    return out
  }

  /// What stands for the character at `index`, nil for itself, and how many bytes it has.
  static func character(_ bytes: [UInt8], _ index: Int) -> (replacement: UInt8?, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (byte <= 0x20 ? 0x20 : nil, 1) }
    let length = min(ProseTokenizer.length(byte), bytes.count - index)
    if byte == 0xC2, length == 2, bytes[index + 1] == 0xA0 { return (0x20, 2) }
    guard byte == 0xE2, length == 3, bytes[index + 1] == 0x80 else { return (nil, length) }
    switch bytes[index + 2] {
    case 0x80...0x8A, 0xAF: return (0x20, 3)
    case 0x90, 0x91: return (0x2D, 3)
    case 0x99: return (0x27, 3)
    default: return (nil, length)
    }
  }

  /// The same for HTML, in which some characters are written as entities.
  static func htmlCharacter(_ html: [UInt8], _ index: Int) -> (replacement: UInt8?, length: Int) {
    guard html[index] == 0x26 else { return character(html, index) }
    for (name, byte) in entities {
      let count = name.utf8CodeUnitCount
      if index + count <= html.count,
        name.withUTF8Buffer({ html[index..<index + count].elementsEqual($0) })
      {
        return (byte, count)
      }
    }
    return (nil, 1)
  }

  private static let entities: KeyValuePairs<StaticString, UInt8> = [
    "&amp;": 0x26, "&lt;": 0x3C, "&gt;": 0x3E, "&quot;": 0x22, "&#39;": 0x27, "&nbsp;": 0x20,
  ]
}
