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
    var text = text
    text.withUTF8 { text in
      var start = 0
      for index in text.indices {
        guard text[index] <= 0x3E, let entity = Self.entity(text[index]) else { continue }
        append(contentsOf: text[start..<index])
        append(entity)
        start = index + 1
      }
      append(contentsOf: text[start...])
    }
  }

  /// Appends text escaped for XML 1.0; characters that XML cannot hold become U+FFFD.
  mutating func append(xml text: String) {
    var text = text
    text.withUTF8 { append(xml: $0) }
  }

  /// Appends UTF-8 escaped for XML 1.0; characters that XML cannot hold become U+FFFD.
  mutating func append(xml text: [UInt8]) {
    text.withUnsafeBufferPointer { append(xml: $0) }
  }

  /// XML allows tab, line feed, carriage return and U+0020 up, without surrogates, U+FFFE and
  /// U+FFFF (XML 1.0, section 2.2). A carriage return is written as a reference, since a parser
  /// would turn it into a line feed.
  private mutating func append(xml text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
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
    appendAddress(address) { byte in
      switch byte {
      case 0x26: "&amp;"
      case 0x27: "&#39;"
      default: nil
      }
    }
  }

  /// Appends an address as it stands in text formats: only percent-encoded.
  mutating func append(plainAddress: String) { appendAddress(plainAddress) { _ in nil } }

  /// Appends an address with some of its bytes escaped and those percent-encoded that no URL holds.
  private mutating func appendAddress(
    _ address: String, escape: (UInt8) -> StaticString?
  ) {
    var address = address
    address.withUTF8 { text in
      var start = 0
      for index in text.indices {
        let byte = text[index]
        let entity = byte < 0x28 ? escape(byte) : nil
        if entity == nil, byte.isAddressByte { continue }
        append(contentsOf: text[start..<index])
        start = index + 1
        if let entity {
          append(entity)
        } else {
          append(0x25)
          append(Self.hexadecimal(byte >> 4))
          append(Self.hexadecimal(byte & 15))
        }
      }
      append(contentsOf: text[start...])
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
  static func illegalLength<Text: RandomAccessCollection>(
    _ text: Text, _ index: Int
  ) -> Int? where Text.Element == UInt8, Text.Index == Int {
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
