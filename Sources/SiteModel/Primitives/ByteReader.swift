/// Reads a short text byte by byte, for the parsers of this folder.
struct ByteReader {
  /// The text's UTF-8 bytes.
  let bytes: [UInt8]
  /// Where the next byte stands.
  var position = 0
  /// One past the last byte that may be read.
  let end: Int

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
    end = bytes.count
  }

  /// A reader of a part of the bytes; positions stay those of the whole.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position >= end }

  /// The byte `distance` after the next one, without taking it.
  func peek(_ distance: Int = 0) -> UInt8? {
    let index = position + distance
    return index < end && index >= 0 ? bytes[index] : nil
  }

  /// Takes the next byte if it is the ASCII character `byte`.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard let next = peek(), UInt32(next) == byte.value else { return false }
    position += 1
    return true
  }

  /// Takes `count` decimal digits, or nothing.
  mutating func takeDigits(_ count: Int) -> Int? {
    guard position + count <= end else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    position += count
    return value
  }

  /// The number that a few digits make; nil for none and for too many.
  func number(_ digits: Range<Int>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    return bytes[digits].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  /// Takes bytes while `condition` holds, and says which.
  mutating func takeWhile(_ condition: (UInt8) -> Bool) -> Range<Int> {
    let start = position
    while let byte = peek(), condition(byte) { position += 1 }
    return start..<position
  }

  /// The text of some bytes.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether this is `0` … `9` in ASCII.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether this is an ASCII letter.
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  /// Whether this is a space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}

/// A number in at least `width` decimal digits, zeros in front.
func padded(_ number: Int, _ width: Int) -> String {
  var digits: [UInt8] = []
  digits.append(padded: number, width)
  return String(decoding: digits, as: UTF8.self)
}

extension [UInt8] {
  /// Appends a number in at least `width` decimal digits, zeros in front.
  mutating func append(padded number: Int, _ width: Int) {
    if number < 0 { append(0x2D) }
    let magnitude = number.magnitude
    var place: UInt = 1
    var digits = 1
    while digits < width || magnitude / place >= 10 {
      place *= 10
      digits += 1
    }
    for _ in 0..<digits {
      append(0x30 + UInt8(magnitude / place % 10))
      place /= 10
    }
  }
}
