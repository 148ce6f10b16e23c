/// Turns libyaml's marks, which count Unicode scalars, into byte offsets.
///
/// Marks come almost in order, so a cursor walks from the last one to the next and a whole document
/// costs one pass; text that is all ASCII costs nothing.
struct ScalarOffsets {
  private let isASCII: Bool
  private var scalar = 0
  private var byte = 0

  init(_ text: [UInt8]) {
    isASCII = text.reduce(0, |) < 0x80
  }

  /// The byte offset in `text` (valid UTF-8 up to there) of a count of scalars from its beginning.
  mutating func byteOffset(of mark: Int, in text: [UInt8], limit: Int) -> Int {
    if isASCII { return min(mark, limit) }
    while scalar < mark, byte < limit {
      byte += 1
      while byte < limit, text[byte] & 0xC0 == 0x80 { byte += 1 }
      scalar += 1
    }
    while scalar > mark, byte > 0 {
      byte -= 1
      while byte > 0, text[byte] & 0xC0 == 0x80 { byte -= 1 }
      scalar -= 1
    }
    return byte
  }
}
