#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the engine wants to know about a stretch of UTF-8: is it ASCII, is it free of characters
/// that HTML gives a meaning, is it equal to another.
enum TextFacts {
  /// Whether the two hold the same bytes, which for valid UTF-8 means the same scalars.
  @inline(__always)
  static func equal(_ a: UTF8Text, _ b: UTF8Text) -> Bool {
    guard a.count == b.count else { return false }
    guard let first = a.buffer.baseAddress, let second = b.buffer.baseAddress else { return true }
    return first == second || memcmp(first, second, a.count) == 0
  }

  /// The order of bytes, which for UTF-8 is the order of scalars: below zero when `a` is first.
  static func order(_ a: UTF8Text, _ b: UTF8Text) -> Int {
    let shared = min(a.count, b.count)
    if shared > 0, let first = a.buffer.baseAddress, let second = b.buffer.baseAddress {
      let order = memcmp(first, second, shared)
      if order != 0 { return Int(order) }
    }
    return a.count - b.count
  }

  /// Where a byte stands first.
  static func first(_ byte: UInt8, in text: UTF8Text) -> Int? {
    guard let base = text.buffer.baseAddress, let found = memchr(base, Int32(byte), text.count)
    else { return nil }
    return text.startIndex + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
  }

  /// A hash that is the same in every process (FNV-1a).
  @inline(__always)
  static func hash(_ text: UTF8Text) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in text.buffer { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash ^ (hash >> 15)
  }

  /// The flags `clean` and `ascii` where they hold.
  static func flags(of text: UTF8Text) -> Value.Flags {
    let text = text.buffer
    guard let base = text.baseAddress else { return [.clean, .ascii] }
    var high: UInt64 = 0
    var index = 0
    var special = false
    while index + 8 <= text.count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      high |= word
      if hasSpecial(word) { special = true }
      index += 8
    }
    while index < text.count {
      let byte = base[index]
      high |= UInt64(byte)
      if isSpecial(byte) { special = true }
      index += 1
    }
    var flags: Value.Flags = special ? [] : .clean
    if high & 0x8080_8080_8080_8080 == 0 { flags.insert(.ascii) }
    return flags
  }

  /// Whether a byte is one of `& < > " '`.
  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
  }

  /// Whether any of eight bytes may be one of `& < > " '`: never misses one. A false alarm (only
  /// above a real one, from the borrow of the subtraction) costs a second look, not a mistake.
  @inline(__always)
  static func hasSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    // '&' and '\'' differ in the lowest bit, '<' and '>' in the second.
    let ampersand = (word | ones) ^ (ones &* 0x27)
    let angle = (word | (ones &* 2)) ^ (ones &* 0x3E)
    let quote = word ^ (ones &* 0x22)
    let found =
      ((ampersand &- ones) & ~ampersand) | ((angle &- ones) & ~angle)
      | ((quote &- ones) & ~quote)
    return found & highs != 0
  }
}
