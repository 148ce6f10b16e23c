import SourceDiagnostics

/// The bytes are none that a `StoredWriter` wrote, or not all of them.
package struct StoredDamage: Error, Hashable {
  package init() {}
}

/// Reads what a `StoredWriter` wrote.
///
/// The bytes may be damaged: every step is checked against their end, no length is believed that is
/// longer than what is left, and nothing is reserved that the bytes could not fill. The pointer is
/// read only, and only within the call that lends it.
struct StoredReader {
  private let base: UnsafeRawBufferPointer
  private var position = 0
  /// The file that the values come from.
  let file: String
  /// Where the content of the file's body is.
  let bodyPlace: BodyPlace?
  /// The rule with a code.
  let rules: (String) -> DiagnosticRule?

  enum BodyPlace {
    case archive(BodyArchive, Range<Int>)
    case memory(TextContent)
  }

  init(
    _ bytes: UnsafeRawBufferPointer, file: String = "", body: BodyPlace? = nil,
    rules: @escaping (String) -> DiagnosticRule? = { _ in nil }
  ) {
    base = bytes
    self.file = file
    bodyPlace = body
    self.rules = rules
  }

  /// How many bytes are left.
  var left: Int { base.count - position }

  /// Nothing may follow.
  func finish() throws(StoredDamage) {
    guard left == 0 else { throw StoredDamage() }
  }

  mutating func byte() throws(StoredDamage) -> UInt8 {
    guard position < base.count else { throw StoredDamage() }
    defer { position += 1 }
    return base[position]
  }

  mutating func flag() throws(StoredDamage) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw StoredDamage()
    }
  }

  mutating func unsigned() throws(StoredDamage) -> UInt64 {
    var number = UInt64(try byte())
    if number < 0x80 { return number }
    number &= 0x7F
    var shift: UInt64 = 7
    while true {
      let next = UInt64(try byte())
      guard shift < 63 || next <= 1 else { throw StoredDamage() }
      number |= (next & 0x7F) << shift
      if next < 0x80 { return number }
      shift += 7
    }
  }

  mutating func signed() throws(StoredDamage) -> Int64 {
    let number = try unsigned()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  /// A place in a file or list.
  mutating func place() throws(StoredDamage) -> Int {
    let number = try unsigned()
    guard number <= UInt64(Self.greatestPlace) else { throw StoredDamage() }
    return Int(number)
  }

  /// The length of something of which every item takes at least one byte.
  mutating func count() throws(StoredDamage) -> Int {
    let number = try unsigned()
    guard number <= UInt64(left) else { throw StoredDamage() }
    return Int(number)
  }

  /// The bytes of a text or content.
  private mutating func stretch() throws(StoredDamage) -> UnsafeRawBufferPointer {
    let count = try count()
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: base[position..<position + count])
  }

  mutating func text() throws(StoredDamage) -> String {
    String(decoding: try stretch(), as: UTF8.self)
  }

  mutating func content() throws(StoredDamage) -> [UInt8] { Array(try stretch()) }

  mutating func range() throws(StoredDamage) -> Range<Int> {
    let start = try place()
    return start..<start + (try place())
  }

  /// Numbers of 32 bits.
  mutating func numbers() throws(StoredDamage) -> [UInt32] {
    let count = try unsigned()
    guard count <= UInt64(left / 4) else { throw StoredDamage() }
    let start = position
    position += Int(count) * 4
    return (0..<Int(count)).map { index in
      UInt32(
        littleEndian: base.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self))
    }
  }

  /// A fixed number of bytes.
  mutating func word() throws(StoredDamage) -> UInt64 {
    guard left >= 8 else { throw StoredDamage() }
    defer { position += 8 }
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// Far beyond any file, far below what overflows when two are added.
  private static let greatestPlace = 1 << 48
}
