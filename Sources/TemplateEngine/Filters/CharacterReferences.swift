/// Decodes HTML's character references, named and numbered, as the HTML standard says.
enum CharacterReferences {
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "&") else {
        out.append(byte)
        index += 1
        continue
      }
      index = reference(bytes, at: index, &out)
    }
    return out
  }

  /// Appends what the reference at `start` stands for; returns where to go on.
  private static func reference(_ bytes: [UInt8], at start: Int, _ out: inout [UInt8]) -> Int {
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    if next == UInt8(ascii: "#") { return number(bytes, at: start, &out) }
    var end = start + 1
    while end < bytes.count, end - start <= 32, !stopsName(bytes[end]) { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";"), end - start <= 33 { end += 1 }
    // The longest name counts; those without a semicolon may have text behind them.
    var length = end - start - 1
    while length > 1 {
      let name = String(decoding: bytes[start + 1..<start + 1 + length], as: UTF8.self)
      if let text = NamedReferences.table[name] {
        out += text.utf8
        return start + 1 + length
      }
      length -= 1
    }
    out.append(UInt8(ascii: "&"))
    return start + 1
  }

  private static func stopsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x20, UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "#"),
      UInt8(ascii: ";"):
      true
    default: false
    }
  }

  private static func number(_ bytes: [UInt8], at start: Int, _ out: inout [UInt8]) -> Int {
    var index = start + 2
    let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < bytes.count {
      let byte = bytes[index]
      let lower = (byte | 0x20) &- UInt8(ascii: "a")
      if byte &- 48 < 10 {
        value = min(value &* (isHexadecimal ? 16 : 10) &+ UInt32(byte - 48), 0x20_0000)
      } else if isHexadecimal, lower < 6 {
        value = min(value &* 16 &+ UInt32(lower) + 10, 0x20_0000)
      } else {
        break
      }
      index += 1
    }
    guard index > first else {
      out.append(UInt8(ascii: "&"))
      return start + 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    if let scalar = scalar(value) { UTF8Scan.append(scalar, to: &out) }
    return index
  }

  /// The scalar of a number, with the standard's replacements; `nil` for those that vanish.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
    if value == 0 { return "\u{FFFD}" }
    if value == 0x0D { return "\r" }
    if (0x80...0x9F).contains(value) { return windows[Int(value) - 0x80] }
    if (0xD800...0xDFFF).contains(value) || value > 0x10_FFFF { return "\u{FFFD}" }
    if value < 0x20, value != 9, value != 10, value != 12 { return nil }
    if value == 0x7F || (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
      || value == 0x0B
    {
      return nil
    }
    return Unicode.Scalar(value)
  }

  /// Numbers 128 to 159 mean what they meant in Windows-1252.
  private static let windows: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
