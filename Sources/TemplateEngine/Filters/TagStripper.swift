/// Takes tags and comments out of HTML, folds white space, and decodes character references.
enum TagStripper {
  static func strip(_ text: Value, _ arena: ValueArena) -> Value {
    var bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: "<")) {
      bytes = without(open: Array("<!--".utf8), close: Array("-->".utf8), bytes)
      bytes = without(open: [UInt8(ascii: "<")], close: [UInt8(ascii: ">")], bytes)
    }
    bytes = folded(bytes)
    if bytes.contains(UInt8(ascii: "&")) { bytes = CharacterReferences.decoded(bytes) }
    return arena.string(utf8: bytes)
  }

  /// The bytes without stretches from `open` to the next `close`; the joins are looked at again.
  private static func without(open: [UInt8], close: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    let lastClose = last(close, in: bytes)
    while index < bytes.count {
      out.append(bytes[index])
      index += 1
      guard out.count >= open.count, out.suffix(open.count).elementsEqual(open) else { continue }
      // The closing mark is looked for from the opening one on, which it may overlap.
      let kept = out.count - open.count
      guard let lastClose, let end = find(close, in: bytes, from: index, opened: open, lastClose)
      else {
        out += bytes[index...]
        return out
      }
      out.removeSubrange(kept...)
      index = end
    }
    return out
  }

  private static func last(_ mark: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= mark.count else { return nil }
    var index = bytes.count - mark.count
    while index >= 0 {
      if bytes[index..<index + mark.count].elementsEqual(mark) { return index }
      index -= 1
    }
    return nil
  }

  /// Where the closing mark ends, looked for behind (or overlapping) the opening one.
  private static func find(
    _ mark: [UInt8], in bytes: [UInt8], from start: Int, opened: [UInt8], _ last: Int
  ) -> Int? {
    var index = max(0, start - (opened.count > 1 ? 2 : 0))
    while index <= last {
      if bytes[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return nil
  }

  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var offset = 0
    var pending = false
    while offset < bytes.count {
      let (scalar, width) = UTF8Scan.scalar(bytes, at: offset)
      if UTF8Scan.isSpace(scalar) {
        pending = !out.isEmpty
      } else {
        if pending { out.append(0x20) }
        pending = false
        out += bytes[offset..<min(offset + width, bytes.count)]
      }
      offset += width
    }
    return out
  }
}
