/// Writes values as bytes, one behind the other, for a later run to read.
///
/// Numbers take seven bits a byte, the lowest first; texts and lists begin with their length.
struct StoredWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []
  /// The file that the values come from; places in it are stored without its name.
  let file: String

  init(file: String = "") { self.file = file }

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(unsigned number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number that may be negative; small ones of either sign are short.
  mutating func write(signed number: Int64) {
    write(unsigned: UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  /// A length or place, which is never negative.
  mutating func write(count: Int) { write(unsigned: UInt64(count)) }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(count: utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func write(_ content: [UInt8]) {
    write(count: content.count)
    bytes.append(contentsOf: content)
  }

  mutating func write(_ range: Range<Int>) {
    write(count: range.lowerBound)
    write(count: range.count)
  }

  /// Numbers of 32 bits, each with all its bytes.
  mutating func write(_ numbers: [UInt32]) {
    write(count: numbers.count)
    for number in numbers {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
  }

  /// A fixed number of bytes, the lowest first.
  mutating func write(word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
}
