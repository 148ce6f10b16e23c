/// Steps through UTF-8 held as bytes.
enum UTF8Scan {
  /// The scalar at `index` and how many bytes it has; bytes that are not UTF-8 stand for U+FFFD.
  @inline(__always)
  static func scalar(_ bytes: some RandomAccessCollection<UInt8>, offset: Int) -> (
    Unicode.Scalar, Int
  ) {
    let index = bytes.index(bytes.startIndex, offsetBy: offset)
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard width > 1, offset + width <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(width + 1))
    for step in 1..<width {
      let byte = bytes[bytes.index(index, offsetBy: step)]
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", width) }
    return (scalar, width)
  }

  static func scalar(_ bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int) {
    scalar(bytes[index...], offset: 0)
  }

  /// Whether a scalar counts as white space: the property, and the four separators that the
  /// reference implementation counts too.
  @inline(__always)
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return scalar.value == 0x20 || (scalar.value >= 9 && scalar.value <= 13)
        || (scalar.value >= 0x1C && scalar.value <= 0x1F)
    }
    return scalar.properties.isWhitespace
  }

  /// How many bytes of white space `bytes` begins with.
  static func leadingSpace(_ bytes: some RandomAccessCollection<UInt8>) -> Int {
    var offset = 0
    let count = bytes.count
    while offset < count {
      let (scalar, width) = scalar(bytes, offset: offset)
      guard isSpace(scalar) else { break }
      offset += width
    }
    return offset
  }

  /// How many bytes are left when white space is taken from the end.
  static func trimmedEnd(_ bytes: some RandomAccessCollection<UInt8>) -> Int {
    var end = bytes.count
    while end > 0 {
      var start = end - 1
      while start > 0, start > end - 4,
        bytes[bytes.index(bytes.startIndex, offsetBy: start)] & 0xC0 == 0x80
      {
        start -= 1
      }
      guard isSpace(scalar(bytes, offset: start).0) else { break }
      end = start
    }
    return end
  }

  /// The bytes with `\r\n` and `\r` made `\n`.
  static func withPlainNewlines(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D {
        if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
        out.append(0x0A)
      } else {
        out.append(byte)
      }
    }
    return out
  }

  /// Appends a scalar's bytes.
  static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { out.append(byte) }
  }
}
