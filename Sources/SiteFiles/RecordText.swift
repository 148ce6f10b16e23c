import Digests

/// The form that the records of an output folder share: a heading, lines, and a last line that
/// proves the rest whole.
enum RecordText {
  static let space: UInt8 = 0x20
  static let newline: UInt8 = 0x0A

  /// The lines between heading and end, and the count that the end tells; `nil` when the heading is
  /// another or the proof fails.
  static func body(of bytes: [UInt8], heading: String) -> (lines: ArraySlice<UInt8>, count: Int)? {
    guard bytes.starts(with: heading.utf8), bytes.last == newline,
      let before = bytes.dropLast().lastIndex(of: newline)
    else { return nil }
    var end = Reader(bytes[(before + 1)...])
    guard end.word("end "), let count = end.number(), end.space(), let hash = end.hash(),
      end.newline(), end.isAtEnd, (0...Int64(bytes.count)).contains(count),
      bytes.withUnsafeBytes({
        ContentHash(UnsafeRawBufferPointer(rebasing: $0[...before]))
      }) == hash
    else { return nil }
    return (bytes[heading.utf8.count...before], Int(count))
  }

  /// Appends the last line.
  static func close(_ bytes: inout [UInt8], count: Int) {
    let hash = ContentHash(bytes)
    bytes += "end ".utf8
    append(Int64(count), to: &bytes)
    bytes.append(space)
    hash.appendHex(to: &bytes)
    bytes.append(newline)
  }

  /// Appends a number in decimal.
  static func append(_ number: Int64, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(0x2D) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Takes a record apart from left to right; every step says whether it found what it wanted.
  struct Reader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func byte() -> UInt8? { rest.popFirst() }

    mutating func space() -> Bool { byte() == RecordText.space }

    mutating func newline() -> Bool { byte() == RecordText.newline }

    mutating func word(_ text: String) -> Bool {
      guard rest.starts(with: text.utf8) else { return false }
      rest = rest.dropFirst(text.utf8.count)
      return true
    }

    mutating func hash() -> ContentHash? {
      guard rest.count >= 32, let hash = ContentHash(hex: rest.prefix(32)) else { return nil }
      rest = rest.dropFirst(32)
      return hash
    }

    mutating func number() -> Int64? {
      let isNegative = rest.first == 0x2D
      if isNegative { rest = rest.dropFirst() }
      var value: Int64 = 0
      var digits = 0
      while let byte = rest.first, (0x30...0x39).contains(byte) {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, more) = product.subtractingReportingOverflow(Int64(byte - 0x30))
        if overflow || more { return nil }
        value = sum
        digits += 1
        rest = rest.dropFirst()
      }
      // Counted downwards, because the least number has no positive counterpart.
      guard digits > 0, isNegative || value > .min else { return nil }
      return isNegative ? value : -value
    }

    mutating func restOfLine() -> String? {
      guard let end = rest.firstIndex(of: RecordText.newline) else { return nil }
      let text = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      return text
    }
  }
}
