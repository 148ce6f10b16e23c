/// A 64-bit digest of numbers and texts that is the same on every machine, in every process and in
/// every version.
///
/// It is what is kept of many small things of which only one matters later: whether they are still
/// the same. For the content of files, see `ContentHash`.
///
/// The algorithm, version 1. `fold(x, k)` is the exclusive or of the two halves of the 128-bit product
/// of x and k. The state begins with the first 64 bits of the fractional part of √2; a word w takes it
/// from s to `fold(s ⊕ w, √3)`, rotated left by 23 bits, plus w. A text is its length in bytes and then
/// its bytes in little-endian words, the last one filled up with zeros. At the end the number of words
/// is folded in, twice.
public struct Fingerprint: Sendable {
  @usableFromInline var state: UInt64 = 0x6A09_E667_F3BC_C908
  @usableFromInline var words: UInt64 = 0

  /// The fingerprint of nothing.
  @inlinable
  public init() {}

  /// Adds a number.
  @inlinable
  public mutating func add(_ word: UInt64) {
    words &+= 1
    let folded = Self.fold(state ^ word)
    state = (folded << 23 | folded >> 41) &+ word
  }

  /// Adds a number.
  @inlinable
  public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// Adds a truth value.
  @inlinable
  public mutating func add(_ value: Bool) { add(value ? 1 as UInt64 : 0) }

  /// Adds a text.
  @inlinable
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a text that may be missing; a missing one differs from an empty one.
  @inlinable
  public mutating func add(_ text: String?) {
    add(text == nil)
    if let text { add(text) }
  }

  /// Adds a stretch of memory and its length.
  @inlinable
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    guard offset < bytes.count else { return }
    var last: UInt64 = 0
    for place in offset..<bytes.count {
      last |= UInt64(bytes[place]) << UInt64(8 * (place - offset))
    }
    add(last)
  }

  /// The digest of all that was added; more may be added afterwards.
  @inlinable
  public var value: UInt64 {
    Self.fold(Self.fold(state ^ words) ^ (words &* 0x9E37_79B9_7F4A_7C15))
  }

  /// The digest of some texts.
  @inlinable
  public static func of(_ texts: String...) -> UInt64 {
    var fingerprint = Fingerprint()
    for text in texts { fingerprint.add(text) }
    return fingerprint.value
  }

  @inlinable
  static func fold(_ x: UInt64) -> UInt64 {
    let product = x.multipliedFullWidth(by: 0xBB67_AE85_84CA_A73B)
    return product.high ^ product.low
  }
}
