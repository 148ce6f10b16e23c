/// A 64-bit digest by which what was stored is told apart from what is damaged or of another text.
///
/// It is the same on every machine. Each step multiplies to 128 bits and folds the halves, so that
/// every bit of a word reaches every bit of the result. Texts that differ share one by chance alone,
/// once in 2⁶⁴; it is no protection against somebody who looks for two.
struct TextDigest {
  // The first 64 bits of the fractional parts of √2 and √3, and of √5 made odd.
  private var state: UInt64 = 0x6A09_E667_F3BC_C908
  private static let key: UInt64 = 0xBB67_AE85_84CA_A73B
  private static let other: UInt64 = 0x3C6E_F372_FE94_F82B

  /// Adds a number.
  mutating func add(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: Self.key)
    state = (product.high ^ product.low) &+ Self.other
  }

  /// Adds bytes and how many they are.
  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  /// Adds bytes and how many they are.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    // Two lanes, so that one multiplication need not wait for the other.
    var (first, second) = (state, state ^ Self.other)
    while index + 16 <= bytes.count {
      let one = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let two = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
      let a = (first ^ one).multipliedFullWidth(by: Self.key)
      let b = (second ^ two).multipliedFullWidth(by: Self.key)
      first = (a.high ^ a.low) &+ Self.other
      second = (b.high ^ b.low) &+ Self.other
      index += 16
    }
    // Only where the lanes have taken something: as they begin, each cancels what the other holds.
    if index > 0 {
      state = first
      add(second)
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
      if index % 8 == 0 {
        add(rest)
        rest = 0
      }
    }
    add(rest)
    add(UInt64(bytes.count))
  }

  /// The digest of all that was added.
  var value: UInt64 {
    let product = state.multipliedFullWidth(by: Self.other)
    return product.high ^ product.low
  }
}
