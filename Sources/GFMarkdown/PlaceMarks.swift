#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Marks that carry places through the parser: each `[` of a text gets, in front of it, the offset
/// at which it stood.
///
/// The library's own columns are wrong after tabs, container markers, reference definitions,
/// escapes and line breaks inside links, and text that went through an extension has none. So the
/// place travels inside the text, as a character that the grammar treats like the `[` it precedes:
/// a rare character of class Po, then four digits of base 32. Code, addresses, titles and raw HTML
/// that caught a mark are cleaned on output. Where a mark would change what is parsed (before the
/// label of a definition, a task's box, the second half of a reference) none is set. The suite
/// parses every example of the specification with and without marks and compares the HTML.
struct PlaceMarks {
  /// The last byte of the marking character, U+12470 to U+12474, or 0 when the text has them all.
  private(set) var last: UInt8 = 0

  /// The length of a mark in bytes: the character and the digits.
  static let length = 8

  /// The first byte of a mark, `0xF0`; rare enough in text to be looked for.
  static let first: UInt8 = 0xF0

  private static let head: [UInt8] = [0xF0, 0x92, 0x91]

  /// Writes `text` with its marks into `out`.
  mutating func mark(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    out.removeAll(keepingCapacity: true)
    last = Self.freeCharacter(in: text)
    guard last != 0, text.count < 1 << 20 + 1 else {
      out.append(contentsOf: text)
      return
    }
    out.reserveCapacity(text.count + text.count / 16 + 64)
    var copied = 0
    var index = 0
    while let bracket = Self.find(0x5B, in: text, from: index) {
      index = bracket + 1
      guard let place = Self.placeOfMark(text, bracket), place >= copied else { continue }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<place]))
      append(place, to: &out)
      copied = place
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
  }

  /// The offset that the mark at `index` carries, or `nil` when there is no mark.
  func offset(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard last != 0, index + Self.length <= bytes.count, bytes[index] == Self.head[0],
      bytes[index + 1] == Self.head[1], bytes[index + 2] == Self.head[2],
      bytes[index + 3] == last
    else { return nil }
    var value = 0
    for digit in bytes[index + 4..<index + 8] {
      switch digit {
      case 0x30...0x39: value = value << 5 | Int(digit - 0x30)
      case 0x61...0x76: value = value << 5 | Int(digit - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  /// Appends `bytes` without their marks.
  func appendClean(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var copied = 0
    var index = 0
    while let found = Self.find(Self.first, in: bytes, from: index) {
      guard offset(in: bytes, at: found) != nil else {
        index = found + 1
        continue
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<found]))
      index = found + Self.length
      copied = index
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
  }

  /// The first `byte` at or after `start`.
  static func find(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func append(_ place: Int, to out: inout [UInt8]) {
    out.append(contentsOf: Self.head)
    out.append(last)
    for shift in [15, 10, 5, 0] {
      let digit = UInt8(truncatingIfNeeded: place >> shift & 31)
      out.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
  }

  /// The last byte of a marking character that the text does not use.
  private static func freeCharacter(in text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var used: Set<UInt8> = []
    var index = 0
    while let found = find(first, in: text, from: index) {
      index = found + 1
      if found + 3 < text.count, text[found + 1] == head[1], text[found + 2] == head[2] {
        used.insert(text[found + 3])
      }
    }
    return (0xB0...0xB4).first { !used.contains($0) } ?? 0
  }

  /// Where the mark of the bracket at `index` goes, or `nil` when it must have none.
  private static func placeOfMark(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let next: UInt8 = index + 1 < text.count ? text[index + 1] : 0
    if index > 0 {
      switch text[index - 1] {
      case 0x5C, 0x5B: return nil  // an escaped bracket, or the second of two
      case 0x5D where next != 0x5B && next != 0x5E: return nil  // the label of [text][label]
      case 0x41 where index >= 7 && text[index - 7] == 0x21: return nil  // <![CDATA[
      case 0x21:
        let before: UInt8 = index > 1 ? text[index - 2] : 0
        if before == 0x3C { return nil }  // <![
        return before == 0x5C ? index : index - 1
      default: break
      }
    }
    return opensLine(text, index) && mayDefine(text, index) ? nil : index
  }

  /// Whether only white space and the markers of quotes and lists precede the bracket on its line.
  private static func opensLine(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    var index = index - 1
    while index >= 0 {
      switch text[index] {
      case 0x0A, 0x0D: return true
      case 0x20, 0x09, 0x3E, 0x2D, 0x2B, 0x2A, 0x2E, 0x29, 0x30...0x39: index -= 1
      default: return false
      }
    }
    return true
  }

  /// Whether the bracket may be a task's box or begin a definition: a label of at most 1,000 bytes
  /// and a colon.
  private static func mayDefine(_ text: UnsafeBufferPointer<UInt8>, _ bracket: Int) -> Bool {
    var index = bracket + 1
    while index < text.count, index - bracket <= 1_002 {
      switch text[index] {
      case 0x5C: index += 2
      case 0x5B: return false
      case 0x5D:
        if index + 1 < text.count, text[index + 1] == 0x3A { return true }
        guard index == bracket + 2 else { return false }
        return [0x20, 0x78, 0x58, 0x09, 0x0A].contains(text[bracket + 1])
      default: index += 1
      }
    }
    return false
  }
}
