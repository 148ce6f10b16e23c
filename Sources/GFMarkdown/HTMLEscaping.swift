/// The one place where text becomes HTML: as content or inside quotes, and as an address.
///
/// `appendText` makes a value safe between tags and between double quotes alike; whatever writes an
/// attribute goes through it or through `appendAddress`.
extension [UInt8] {
  /// Appends text with `& < > "` escaped.
  mutating func appendText(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    for index in text.indices {
      guard let entity = Self.entity(text[index]) else { continue }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
      append(entity)
      copied = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
  }

  /// Appends text with `& < > "` escaped.
  mutating func appendText(_ text: String) {
    for byte in text.utf8 {
      if let entity = Self.entity(byte) { append(entity) } else { append(byte) }
    }
  }

  /// Appends an address: bytes that no URL holds are percent-encoded, those that HTML must not see
  /// are escaped. Percent signs stay, so what was encoded is not encoded again.
  mutating func appendAddress(_ address: UnsafeBufferPointer<UInt8>) {
    for byte in address {
      switch byte {
      case 0x26: append("&amp;")
      case 0x27: append("&#x27;")
      case 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E:
        append(byte)
      default:
        append(0x25)
        append(Self.hexadecimal(byte >> 4))
        append(Self.hexadecimal(byte & 15))
      }
    }
  }

  /// Appends literal HTML.
  @inline(__always)
  mutating func append(_ html: StaticString) {
    html.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a number in decimal.
  mutating func append(number: Int) {
    append(contentsOf: String(number).utf8)
  }

  @inline(__always)
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
}
