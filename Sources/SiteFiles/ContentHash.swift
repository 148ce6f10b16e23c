/// A 128-bit digest of bytes that is the same on every machine and in every version.
///
/// It tells contents apart for the manifest and the caches; it is no protection against somebody
/// who wants two texts to look alike.
///
/// The algorithm, version 1. All numbers are unsigned 64-bit, sums wrap. `R(n)` is the first 64 bits
/// of the fractional part of √n. `fold(x, k)` is the exclusive or of the two halves of the 128-bit
/// product of x and k. The state is (a, b) = (R(2), R(5)). For each 16 bytes, the last padded with
/// zeros, with the little-endian words v and w:
///
///     a ← a ⊕ v;  b ← b ⊕ w
///     b ← b + fold(a, R(3));  a ← rotateLeft(a, 29) + fold(b, R(7))
///
/// At the end one more such step with v = the length in bytes and w = 0, then two with v = w = 0.
/// The digest is a, then b. Every step can be undone, so two contents of one length that differ
/// only inside one 16-byte block never share a digest.
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
  func appendHex(to bytes: inout [UInt8]) {
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
  // The fractional bits of the square roots of 2, 3, 5 and 7: numbers nobody could choose.
  private var a: UInt64 = 0x6A09_E667_F3BC_C908
  private var b: UInt64 = 0x3C6E_F372_FE94_F82B
  private static let k0: UInt64 = 0xBB67_AE85_84CA_A73B
  private static let k1: UInt64 = 0xA54F_F53A_5F1D_36F1

  private var length: UInt64 = 0
  private var pending: (UInt64, UInt64) = (0, 0)
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
    var offset = 0
    while pendingCount > 0, offset < bytes.count {
      take(bytes[offset])
      offset += 1
    }
    while bytes.count - offset >= 16 {
      step(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)))
      offset += 16
    }
    while offset < bytes.count {
      take(bytes[offset])
      offset += 1
    }
  }

  /// The digest of all that was added; the hasher itself may go on.
  public func finish() -> ContentHash {
    var copy = self
    if copy.pendingCount > 0 { copy.step(copy.pending.0, copy.pending.1) }
    copy.step(length, 0)
    copy.step(0, 0)
    copy.step(0, 0)
    return ContentHash(high: copy.a, low: copy.b)
  }

  private mutating func take(_ byte: UInt8) {
    if pendingCount < 8 {
      pending.0 |= UInt64(byte) << UInt64(pendingCount * 8)
    } else {
      pending.1 |= UInt64(byte) << UInt64(pendingCount * 8 - 64)
    }
    pendingCount += 1
    if pendingCount == 16 {
      step(pending.0, pending.1)
      pending = (0, 0)
      pendingCount = 0
    }
  }

  @inline(__always)
  private mutating func step(_ v: UInt64, _ w: UInt64) {
    a ^= v
    b ^= w
    b = b &+ Self.fold(a, Self.k0)
    a = (a << 29 | a >> 35) &+ Self.fold(b, Self.k1)
  }

  @inline(__always)
  private static func fold(_ x: UInt64, _ k: UInt64) -> UInt64 {
    let product = x.multipliedFullWidth(by: k)
    return product.high ^ product.low
  }
}
