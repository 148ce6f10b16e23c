/// Scalars, slices and searches in strings, by Unicode scalar values.
enum StringParts {
  /// How many scalars a string has.
  static func count(_ value: Value) -> Int {
    if value.flags.contains(.ascii) { return Int(value.length) }
    var count = 0
    for byte in value.utf8 where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The bytes that a scalar beginning with `first` has.
  @inline(__always)
  static func width(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
  }

  /// A stretch of a string's bytes as a string; what was known of the whole holds for it.
  static func part(_ value: Value, _ range: Range<Int>, keepsSafe: Bool = true) -> Value {
    var flags = value.flags.intersection([.clean, .ascii, .safe])
    if !keepsSafe { flags.remove(.safe) }
    return Value(
      text: value.utf8[range],
      flags: range.isEmpty ? flags.union([.clean, .ascii]) : flags)
  }

  /// The scalars of a string as a list of strings, which are not safe.
  static func scalars(of value: Value, in arena: ValueArena) -> Value {
    let list = arena.newSequence(.list, count: count(value))
    guard let place = arena.elementAddress(list) else { return list }
    let bytes = value.utf8
    var offset = 0
    var index = 0
    while offset < bytes.count, index < Int(list.length) {
      let end = min(offset + width(bytes[offset]), bytes.count)
      place[index] = part(value, offset..<end, keepsSafe: false)
      offset = end
      index += 1
    }
    return list
  }

  /// The byte offset of a scalar; the end for one past the last.
  static func offset(ofScalar index: Int, in value: Value) -> Int {
    let bytes = value.utf8
    if value.flags.contains(.ascii) { return min(index, bytes.count) }
    var offset = 0
    var left = index
    while left > 0, offset < bytes.count {
      offset += width(bytes[offset])
      left -= 1
    }
    return min(offset, bytes.count)
  }

  /// The scalar at an index, counted from the end when negative; `nil` outside.
  static func scalar(at index: Int, of value: Value) -> Value? {
    let count = count(value)
    let index = index < 0 ? index + count : index
    guard index >= 0, index < count else { return nil }
    let start = offset(ofScalar: index, in: value)
    return part(value, start..<min(start + width(value.utf8[start]), value.utf8.count))
  }

  /// `value[from:to:step]` of a string, list or tuple.
  static func slice(_ value: Value, _ from: Int?, _ to: Int?, _ step: Int, in arena: ValueArena)
    -> Value
  {
    let count = value.tag == .string ? count(value) : Int(value.length)
    func bound(_ index: Int?, _ standard: Int) -> Int {
      guard let index else { return standard }
      let low = step > 0 ? 0 : -1
      let high = step > 0 ? count : count - 1
      return min(max(index < 0 ? index + count : index, low), high)
    }
    let start = bound(from, step > 0 ? 0 : count - 1)
    let end = bound(to, step > 0 ? count : -1)
    if value.tag == .string, step == 1 {
      guard start < end else { return part(value, 0..<0) }
      let first = offset(ofScalar: start, in: value)
      let tail = part(value, first..<value.utf8.count)
      return part(value, first..<first + offset(ofScalar: end - start, in: tail))
    }
    var indices: [Int] = []
    var index = start
    while step > 0 ? index < end : index > end {
      indices.append(index)
      let (next, over) = index.addingReportingOverflow(step)
      if over { break }
      index = next
    }
    if value.tag != .string {
      let elements = value.elements
      let tag = value.tag
      let chosen = indices.map { elements[$0] }
      return tag == .list ? arena.list(chosen) : arena.tuple(chosen)
    }
    let scalars = scalars(of: value, in: arena).elements
    let bytes = indices.flatMap { Array(scalars[$0].utf8) }
    let result = arena.string(utf8: bytes)
    return value.flags.contains(.safe) ? result.safe : result
  }

  /// Where `part` is found in `text`, from an offset on.
  static func find(
    _ part: UTF8Text, in text: UTF8Text, from start: Int
  ) -> Int? {
    guard part.count > 0 else { return start <= text.count ? start : nil }
    guard text.count - start >= part.count else { return nil }
    let first = part[0]
    var index = start
    let last = text.count - part.count
    while index <= last {
      if text[index] == first,
        TextFacts.equal(
          text[index..<index + part.count].rebased, part)
      {
        return index
      }
      index += 1
    }
    return nil
  }
}

extension Value {
  /// The string as HTML that is not escaped.
  var safe: Value {
    var value = self
    if tag == .string { value.flags.insert(.safe) }
    return value
  }

  /// The string without the mark of being HTML.
  var plain: Value {
    var value = self
    if tag == .string { value.flags.remove(.safe) }
    return value
  }
}
