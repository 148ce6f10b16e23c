/// Escapes text for the three places where it can stand: HTML, XML, and an address.
///
/// Whatever this room writes by hand goes through one of these; nothing is escaped twice. HTML and
/// XML escapes are good both between tags and between double quotes.
extension [UInt8] {
  /// Appends literal markup.
  mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends text with `& < > "` escaped for HTML.
  mutating func append(html text: String) {
    for byte in text.utf8 {
      if let entity = Self.entity(byte) { append(entity) } else { append(byte) }
    }
  }

  /// Appends text escaped for XML 1.0; characters that XML cannot hold become U+FFFD.
  mutating func append(xml text: String) {
    append(xml: Array(text.utf8)[...])
  }

  /// Appends UTF-8 escaped for XML 1.0; characters that XML cannot hold become U+FFFD.
  ///
  /// XML allows tab, line feed, carriage return and U+0020 up, without surrogates, U+FFFE and
  /// U+FFFF (XML 1.0, section 2.2). A carriage return is written as a reference, since a parser
  /// would turn it into a line feed.
  mutating func append(xml text: ArraySlice<UInt8>) {
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      // Letters and all other bytes that stay as they are.
      if byte > 0x3E && byte < 0xED || byte == 0xEE {
        index += 1
        continue
      }
      var length = 1
      var replacement = byte == 0x0D ? "&#13;" : Self.entity(byte)
      if let illegal = Self.illegalLength(text, index) {
        replacement = "\u{FFFD}"
        length = illegal
      }
      if let replacement {
        append(contentsOf: text[start..<index])
        append(replacement)
        start = index + length
      }
      index += length
    }
    append(contentsOf: text[start...])
  }

  /// Appends an address for a quoted attribute of HTML or XML: bytes that no URL holds are
  /// percent-encoded, `&` and `'` are escaped. Percent signs stay: what was encoded is not encoded
  /// again.
  mutating func append(address: String) {
    for byte in address.utf8 {
      switch byte {
      case 0x26: append("&amp;")
      case 0x27: append("&#39;")
      default: append(addressByte: byte)
      }
    }
  }

  /// Appends an address as it stands in text formats: only percent-encoded.
  mutating func append(plainAddress: String) {
    for byte in plainAddress.utf8 { append(addressByte: byte) }
  }

  private mutating func append(addressByte byte: UInt8) {
    if byte.isAddressByte {
      append(byte)
    } else {
      append(0x25)
      append(Self.hexadecimal(byte >> 4))
      append(Self.hexadecimal(byte & 15))
    }
  }

  private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    default: nil
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? 0x30 + digit : 0x41 + digit - 10
  }

  /// How many bytes a character has that XML cannot hold; `nil` for one that it can.
  static func illegalLength(_ text: ArraySlice<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case 0x09, 0x0A, 0x0D: return nil
    case 0..<0x20: return 1
    case 0xEF:
      let isNoCharacter =
        index + 2 < text.endIndex && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
      return isNoCharacter ? 3 : nil
    case 0xED:
      let isSurrogate = index + 2 < text.endIndex && text[index + 1] >= 0xA0
      return isSurrogate ? 3 : nil
    case 0xF5...: return 1
    default: return nil
    }
  }
}

extension String {
  /// The text as an address in plain text: bytes that no URL holds percent-encoded.
  var percentEncoded: String {
    // Most addresses are made of slugs.
    let isPlain = utf8.withContiguousStorageIfAvailable { $0.allSatisfy(\.isAddressByte) }
    if isPlain ?? false { return self }
    var bytes: [UInt8] = []
    bytes.append(plainAddress: self)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether an address may hold the byte as it stands.
  @inline(__always)
  fileprivate var isAddressByte: Bool {
    let bit: UInt64 = 1 << UInt64(self & 63)
    // `!`, `#` to `;`, `=`, `?`; then `@`, letters, `_`, `~`.
    return switch self >> 6 {
    case 0: bit & 0xAFFF_FFFA_0000_0000 != 0
    case 1: bit & 0x47FF_FFFE_87FF_FFFF != 0
    default: false
    }
  }
}
