/// Finds the first byte that is not UTF-8 or is NUL (Unicode 15, table 3-7).
enum UTF8Check {
  /// The offset of the first byte that cannot stay, or `nil`.
  static func firstFault(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let count = text.count
    while index < count {
      index += plainBytes(text, from: index)
      guard index < count else { return nil }
      let byte = text[index]
      if byte < 0x80 {
        if byte == 0 { return index }
        index += 1
        continue
      }
      let length: Int
      var allowed: ClosedRange<UInt8> = 0x80...0xBF
      switch byte {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, allowed) = (3, 0xA0...0xBF)
      case 0xED: (length, allowed) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, allowed) = (4, 0x90...0xBF)
      case 0xF4: (length, allowed) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return index
      }
      guard index + length <= count, allowed.contains(text[index + 1]) else { return index }
      for next in index + 1..<index + length where text[next] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }

  /// How many whole words of eight bytes, from `start` on, are ASCII without NUL.
  @inline(__always)
  private static func plainBytes(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(text)
    var index = start
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The second part has a high bit wherever a byte is zero.
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word
      guard (word | zeros) & 0x8080_8080_8080_8080 == 0 else { break }
      index += 8
    }
    return index - start
  }
}
