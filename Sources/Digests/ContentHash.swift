/// A 128-bit digest of bytes that is the same on every machine and in every version.
///
/// It tells contents apart for the manifest and the caches; it is no protection against somebody
/// who wants two texts to look alike.
///
/// The algorithm, version 1. All numbers are unsigned 64-bit, sums wrap. `R(n)` is the first 64 bits
/// of the fractional part of √n. `fold(x, k)` is the exclusive or of the two halves of the 128-bit
/// product of x and k. A lane is a pair (a, b); it takes two words v and w in this step:
///
///     a ← a ⊕ v;  b ← b ⊕ w
///     b ← b + fold(a, R(3));  a ← rotateLeft(a, 29) + fold(b, R(7))
///
/// There are two lanes, (R(2), R(5)) and (R(11), R(13)), so that a processor can work on both at
/// once. The content is padded with zeros to whole blocks of 32 bytes; the first takes a block's
/// first two little-endian words, the second the other two. At the end the first lane takes the
/// second's (a, b), then the content's length in bytes and 0, then twice 0 and 0. The digest is its
/// a, then its b. Every step can be undone, so two contents of one length that differ only inside
/// one lane's 16 bytes of a block never share a digest.
public struct ContentHash: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The first half of the digest.
  public let high: UInt64
  /// The second half of the digest.
  public let low: UInt64

  /// The digest with the given halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The digest of an array.
  public init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ContentHash($0) }
  }

  /// The digest of a stretch of memory.
  public init(_ bytes: UnsafeRawBufferPointer) {
    var hasher = ContentHasher()
    hasher.update(bytes)
    self = hasher.finish()
  }

  /// Reads the 32 hexadecimal digits that `hex` writes, lower case only; `nil` for anything else.
  public init?(hex: some Collection<UInt8>) {
    guard hex.count == 32 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    var index = 0
    for digit in hex {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x57
      default: return nil
      }
      if index < 16 {
        halves.0 = halves.0 << 4 | UInt64(value)
      } else {
        halves.1 = halves.1 << 4 | UInt64(value)
      }
      index += 1
    }
    self.init(high: halves.0, low: halves.1)
  }

  /// The digest's 16 bytes, those of each half lowest first.
  public var bytes: [UInt8] {
    [high, low].flatMap { half in
      stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: half >> UInt64($0)) }
    }
  }

  /// The digest as 32 lower-case hexadecimal digits.
  public var hex: String {
    var digits: [UInt8] = []
    appendHex(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// The hexadecimal form.
  public var description: String { hex }

  /// By the digest read as one large number.
  public static func < (a: ContentHash, b: ContentHash) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }

  /// Appends the 32 digits of `hex`.
  public func appendHex(to bytes: inout [UInt8]) {
    for half in [high, low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let value = UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 15
        bytes.append(value < 10 ? 0x30 + value : 0x57 + value)
      }
    }
  }
}

/// Makes a `ContentHash` from a content that comes in pieces; where it is cut does not matter.
public struct ContentHasher: Sendable {
  private var first = Lane(a: 0x6A09_E667_F3BC_C908, b: 0x3C6E_F372_FE94_F82B)
  private var second = Lane(a: 0x510E_527F_ADE6_82D1, b: 0x9B05_688C_2B3E_6C1F)
  private var length: UInt64 = 0
  /// The beginning of a block, zeros behind it.
  private var pending = SIMD32<UInt8>()
  private var pendingCount = 0

  /// An empty content.
  public init() {}

  /// Adds an array.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds the UTF-8 bytes of a text.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a stretch of memory.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if pendingCount > 0 {
      let head = rest.prefix(Self.block - pendingCount)
      keep(head)
      rest = rest.dropFirst(head.count)
      guard pendingCount == Self.block else { return }
      takePending()
    }
    let whole = UnsafeRawBufferPointer(rebasing: rest.prefix(rest.count / Self.block * Self.block))
    takeBlocks(whole)
    keep(rest.dropFirst(whole.count))
  }

  /// The digest of all that was added; the hasher itself may go on.
  public func finish() -> ContentHash {
    var copy = self
    if pendingCount > 0 { copy.takePending() }
    var lane = copy.first
    lane.take(copy.second.a, copy.second.b)
    lane.take(length, 0)
    lane.take(0, 0)
    lane.take(0, 0)
    return ContentHash(high: lane.a, low: lane.b)
  }

  private static let block = 32

  private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
    let start = pendingCount
    withUnsafeMutableBytes(of: &pending) { buffer in
      UnsafeMutableRawBufferPointer(rebasing: buffer[start...]).copyBytes(from: bytes)
    }
    pendingCount += bytes.count
  }

  private mutating func takePending() {
    let block = pending
    withUnsafeBytes(of: block) { takeBlocks($0) }
    pending = SIMD32()
    pendingCount = 0
  }

  private mutating func takeBlocks(_ bytes: UnsafeRawBufferPointer) {
    // Local copies stay in registers for the whole loop.
    var one = first
    var two = second
    var offset = 0
    while offset < bytes.count {
      one.take(Self.word(bytes, offset), Self.word(bytes, offset + 8))
      two.take(Self.word(bytes, offset + 16), Self.word(bytes, offset + 24))
      offset += Self.block
    }
    first = one
    second = two
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Half of the state. The constants are the fractional bits of √3 and √7, those above of √2, √5,
  /// √11 and √13: numbers nobody could choose.
  private struct Lane {
    var a: UInt64
    var b: UInt64

    @inline(__always)
    mutating func take(_ v: UInt64, _ w: UInt64) {
      a ^= v
      b ^= w
      b = b &+ Self.fold(a, 0xBB67_AE85_84CA_A73B)
      a = (a << 29 | a >> 35) &+ Self.fold(b, 0xA54F_F53A_5F1D_36F1)
    }

    @inline(__always)
    private static func fold(_ x: UInt64, _ k: UInt64) -> UInt64 {
      let product = x.multipliedFullWidth(by: k)
      return product.high ^ product.low
    }
  }
}
