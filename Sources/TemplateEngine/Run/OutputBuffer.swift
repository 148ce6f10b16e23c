#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The growing bytes of the page that is being rendered.
struct OutputBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 64 << 10) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  var bytes: UTF8Text { UTF8Text(UnsafeBufferPointer(start: base, count: count)) }

  /// The bytes from `start` on.
  func bytes(from start: Int) -> UTF8Text { bytes[start..<count].rebased }

  /// Forgets everything behind the first `count` bytes.
  mutating func truncate(to count: Int) { self.count = min(self.count, count) }

  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    reserve(text.count)
    memcpy(base + count, start, text.count)
    count &+= text.count
  }

  @inline(__always)
  mutating func append(_ text: UTF8Text) { append(text.buffer) }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: [UInt8]) { text.withUnsafeBufferPointer { append($0) } }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends text with `& < > " '` written as references.
  mutating func appendEscaped(_ text: UTF8Text) { appendEscaped(text.buffer) }

  /// Appends text with `& < > " '` written as references.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    // The longest reference has five bytes.
    reserve(text.count &* 5)
    var out = base + count
    var index = 0
    let end = text.count
    while index < end {
      if index &+ 8 <= end {
        let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
        if !TextFacts.hasSpecial(word) {
          UnsafeMutableRawPointer(out).storeBytes(of: word, as: UInt64.self)
          out += 8
          index &+= 8
          continue
        }
      }
      let stop = min(index &+ 8, end)
      while index < stop {
        let byte = start[index]
        index &+= 1
        switch byte {
        case 0x26: out = Self.write("&amp;", to: out)
        case 0x3C: out = Self.write("&lt;", to: out)
        case 0x3E: out = Self.write("&gt;", to: out)
        case 0x22: out = Self.write("&#34;", to: out)
        case 0x27: out = Self.write("&#39;", to: out)
        default:
          out.pointee = byte
          out += 1
        }
      }
    }
    count = out - base
  }

  @inline(__always)
  private static func write(_ text: StaticString, to out: UnsafeMutablePointer<UInt8>)
    -> UnsafeMutablePointer<UInt8>
  {
    out.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    return out + text.utf8CodeUnitCount
  }

  /// Appends an integer in decimal.
  mutating func append(_ number: Int) {
    reserve(20)
    if number < 0 {
      base[count] = UInt8(ascii: "-")
      count += 1
    }
    var magnitude = number.magnitude
    var digits = 1
    var bound: UInt = 10
    while magnitude >= bound, digits < 19 {
      digits += 1
      bound &*= 10
    }
    if digits == 19, magnitude >= 10_000_000_000_000_000_000 { digits = 20 }
    var place = count + digits
    count = place
    repeat {
      place -= 1
      base[place] = UInt8(truncatingIfNeeded: magnitude % 10) + 48
      magnitude /= 10
    } while magnitude > 0
  }
}
