/// Reads what a `StateWriter` wrote; every step is checked against the end of the bytes.
struct StateReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }
  /// Where the next byte is.
  var place: Int { position }

  mutating func unsigned() throws(StateDamage) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard shift < 63 || byte <= 1 else { throw StateDamage() }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw StateDamage()
  }

  mutating func word() throws(StateDamage) -> UInt64 {
    guard position + 8 <= bytes.count else { throw StateDamage() }
    defer { position += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// How many items follow, each of which takes at least `size` bytes.
  mutating func count(ofSize size: Int) throws(StateDamage) -> Int {
    let number = try unsigned()
    guard number <= UInt64((bytes.count - position) / size) else { throw StateDamage() }
    return Int(number)
  }

  /// A length of something that stands elsewhere in these bytes.
  mutating func length() throws(StateDamage) -> Int {
    let number = try unsigned()
    guard number <= UInt64(bytes.count) else { throw StateDamage() }
    return Int(number)
  }

  mutating func text() throws(StateDamage) -> String {
    let length = try count(ofSize: 1)
    defer { position += length }
    return String(
      decoding: UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]),
      as: UTF8.self)
  }
}

/// Bytes of the cache that are not what a `StateWriter` wrote.
struct StateDamage: Error {}
