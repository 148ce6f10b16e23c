/// Filters on strings.
extension Machine {
  mutating func textFilter(
    _ filter: Operations.Filter, _ value: Value, _ bound: Bound, _ escapes: Bool
  ) throws(TemplateFault) -> Value {
    switch filter {
    case .truncate: return try truncated(value, bound)
    case .indent: return try indented(value, bound)
    default: break
    }
    let text = try text(value, operand: 0)
    switch filter {
    case .upper: return cased(text, .upper)
    case .lower: return cased(text, .lower)
    case .capitalize: return cased(text, .capitalized)
    case .title: return cased(text.plain, .sentences)
    case .trim: return trimmed(text, try characters(bound[0], operand: bound.operand(0)))
    case .center:
      let width = bound[0] ?? .int(80)
      guard width.tag == .int || width.tag == .bool else { throw unfit(width, "an integer") }
      return centered(text, Int(truncatingIfNeeded: width.bits))
    case .replace: return try replaced(text, bound, escapes)
    case .striptags: return TagStripper.strip(text, arena)
    case .wordcount: return .int(Self.wordCount(text))
    case .split:
      return try split(
        text, bound[0], bound[1], operands: (bound.operand(0), bound.operand(1)))
    case .lines: return lines(text)
    default:
      var separator = "-"
      if let given = bound[0] {
        guard given.tag == .string else {
          throw TemplateFault(.type, "'sep' is a string, not \(ValueText.kindName(given))")
        }
        separator = given.asString ?? ""
      }
      return arena.string(Slug.make(text.utf8, separator: separator))
    }
  }

  /// A string in another case; safe stays safe.
  mutating func cased(_ text: Value, _ form: CaseMapping.Form) -> Value {
    let start = out.count
    CaseMapping.map(text.utf8, form, to: &out)
    return captured(from: start, safe: text.flags.contains(.safe))
  }

  /// The characters to take away, or nothing for white space.
  func characters(_ value: Value?, operand: Int) throws(TemplateFault) -> Value? {
    guard let value, value.tag != .none else { return nil }
    guard value.tag == .string else { throw unfit(value, "a string of characters") }
    return value
  }

  /// A string without characters at its ends.
  func trimmed(_ text: Value, _ characters: Value?, start: Bool = true, end: Bool = true) -> Value {
    let bytes = text.utf8
    guard let characters else {
      let first = start ? UTF8Scan.leadingSpace(bytes) : 0
      let rest = bytes[first...].rebased
      return StringParts.part(
        text, first..<first + (end ? UTF8Scan.trimmedEnd(rest) : rest.count))
    }
    var set: Set<Unicode.Scalar> = []
    var offset = 0
    while offset < characters.utf8.count {
      let (scalar, width) = UTF8Scan.scalar(characters.utf8, offset: offset)
      set.insert(scalar)
      offset += width
    }
    var low = 0
    while start, low < bytes.count {
      let (scalar, width) = UTF8Scan.scalar(bytes, offset: low)
      guard set.contains(scalar) else { break }
      low += width
    }
    var high = bytes.count
    while end, high > low {
      var place = high - 1
      while place > low, bytes[place] & 0xC0 == 0x80 { place -= 1 }
      guard set.contains(UTF8Scan.scalar(bytes, offset: place).0) else { break }
      high = place
    }
    return StringParts.part(text, low..<high)
  }

  private func centered(_ text: Value, _ width: Int) -> Value {
    let count = StringParts.count(text)
    let room = min(width, Self.sizeLimit) - count
    guard room > 0 else { return text }
    // The reference implementation puts the odd space left when both numbers are odd.
    let left = room / 2 + (room & width & 1)
    var bytes = [UInt8](repeating: 0x20, count: left)
    bytes += text.utf8
    bytes += [UInt8](repeating: 0x20, count: room - left)
    let result = arena.string(utf8: bytes)
    return text.flags.contains(.safe) ? result.safe : result
  }

  // MARK: - Replacing

  private mutating func replaced(_ text: Value, _ bound: Bound, _ escapes: Bool)
    throws(TemplateFault) -> Value
  {
    let old = try self.text(bound[0] ?? .undefined, operand: bound.operand(0))
    let new = try self.text(bound[1] ?? .undefined, operand: bound.operand(1))
    var limit = -1
    if let count = bound[2], count.tag != .none {
      limit = try integer(count, "count", operand: bound.operand(2))
    }
    guard escapes else { return replaced(text.plain, old, new.plain, limit) }
    let oldIsSafe = old.flags.contains(.safe)
    if oldIsSafe || (new.flags.contains(.safe) && !text.flags.contains(.safe)) {
      return replaced(try escaped(text), old, try escaped(new), limit)
    }
    guard text.flags.contains(.safe) else { return replaced(text, old, new, limit) }
    return replaced(text, old, try escaped(new), limit)
  }

  /// A string with `limit` places of `old` made `new`; all of them when it is below zero.
  func replaced(_ text: Value, _ old: Value, _ new: Value, _ limit: Int) -> Value {
    let bytes = text.utf8
    let part = old.utf8
    var buffer = OutputBuffer(capacity: bytes.count + 64)
    var start = 0
    var left = limit
    if part.count == 0 {
      while start < bytes.count, left != 0 {
        buffer.append(new.utf8)
        let width = min(StringParts.width(bytes[start]), bytes.count - start)
        buffer.append(bytes[start..<start + width].rebased)
        start += width
        left -= 1
      }
      if left != 0 { buffer.append(new.utf8) }
    } else {
      while left != 0, let place = StringParts.find(part, in: bytes, from: start) {
        buffer.append(bytes[start..<place].rebased)
        buffer.append(new.utf8)
        start = place + part.count
        left -= 1
      }
    }
    if start < bytes.count { buffer.append(bytes[start...].rebased) }
    let result = arena.string(utf8: buffer.bytes)
    return text.flags.contains(.safe) ? result.safe : result
  }

  // MARK: - Lines and words

  private mutating func indented(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    var indent = Value.none
    switch bound[0]?.tag {
    case .string: indent = bound[0] ?? .none
    case nil: indent = arena.string("    ")
    default:
      let width = try integer(bound[0] ?? .none, "width", operand: bound.operand(0))
      indent = arena.string(String(repeating: " ", count: max(0, min(width, 10_000))))
    }
    guard value.tag == .string else {
      if value.tag == .undefined { throw undefined(value, operand: 0) }
      throw TemplateFault(.type, "\(ValueText.kindName(value)) has no lines")
    }
    let safe = value.flags.contains(.safe)
    let first = try bound[1].map { value throws(TemplateFault) in try isTrue(value) } ?? false
    let blank = try bound[2].map { value throws(TemplateFault) in try isTrue(value) } ?? false
    var buffer = OutputBuffer(capacity: value.utf8.count * 2 + 64)
    let lines = LineSplitter.split(value.utf8, addsNewline: true)
    for (index, line) in lines.enumerated() {
      if index > 0 { buffer.append(UInt8(0x0A)) }
      if index > 0 ? blank || !line.isEmpty : first { buffer.append(indent.utf8) }
      buffer.append(value.utf8[line])
    }
    let result = arena.string(utf8: buffer.bytes)
    return safe ? result.safe : result
  }

  private mutating func truncated(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    let length =
      try bound[0].map { value throws(TemplateFault) in
        try integer(value, "length", operand: bound.operand(0))
      } ?? 255
    let kills =
      try bound[1].map { value throws(TemplateFault) in
        try isTrue(value, operand: bound.operand(1))
      } ?? false
    let end = bound[2] ?? arena.string("...")
    var leeway = 5
    if let given = bound[3], given.tag != .none {
      leeway = try integer(given, "leeway", operand: bound.operand(3))
    }
    let endLength = try self.length(end)
    guard length >= endLength else {
      throw TemplateFault(.value, "'length' is at least \(endLength), the length of 'end'")
    }
    guard leeway >= 0 else { throw TemplateFault(.value, "'leeway' is not below 0") }
    let count = try self.length(value)
    if count <= length || count - length <= leeway { return value }
    guard value.tag == .string, end.tag == .string else {
      throw TemplateFault(.type, "\(ValueText.kindName(value)) cannot be cut")
    }
    let cut = StringParts.slice(value, 0, length - endLength, 1, in: arena)
    var kept = cut
    if !kills {
      let bytes = cut.utf8
      if let space = bytes.lastIndex(of: 0x20) { kept = StringParts.part(cut, 0..<space) }
    }
    return joined([kept, end], safe: value.flags.contains(.safe) || end.flags.contains(.safe))
  }

  /// Pieces between separators, or between white space when there is none.
  func split(_ text: Value, _ separator: Value?, _ limit: Value?, operands: (Int, Int))
    throws(TemplateFault) -> Value
  {
    var left = -1
    if let limit { left = try integer(limit, "maxsplit", operand: operands.1) }
    let bytes = text.utf8
    var parts: [Value] = []
    guard let separator, separator.tag != .none else {
      var place = UTF8Scan.leadingSpace(bytes)
      while place < bytes.count {
        var end = place
        while end < bytes.count {
          let (scalar, width) = UTF8Scan.scalar(bytes, offset: end)
          if UTF8Scan.isSpace(scalar) { break }
          end += width
        }
        if left == 0 {
          parts.append(StringParts.part(text, place..<bytes.count))
          break
        }
        left -= 1
        parts.append(StringParts.part(text, place..<end))
        place = end + UTF8Scan.leadingSpace(bytes[end...].rebased)
      }
      return arena.list(parts)
    }
    guard separator.tag == .string else { throw unfit(separator, "a string to split at") }
    guard separator.length > 0 else { throw TemplateFault(.value, "'sep' is not empty") }
    var start = 0
    while left != 0, let place = StringParts.find(separator.utf8, in: bytes, from: start) {
      parts.append(StringParts.part(text, start..<place))
      start = place + Int(separator.length)
      left -= 1
    }
    parts.append(StringParts.part(text, start..<bytes.count))
    return arena.list(parts)
  }

  private func lines(_ text: Value) -> Value {
    let bytes = text.utf8
    var parts: [Value] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else {
        index += 1
        continue
      }
      parts.append(StringParts.part(text, start..<index, keepsSafe: false))
      index += byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      start = index
    }
    // What a last newline leaves behind it is no line; a lone carriage return's is.
    if bytes.count > 0, start < bytes.count || bytes[bytes.count - 1] != 0x0A {
      parts.append(StringParts.part(text, start..<bytes.count, keepsSafe: false))
    }
    return arena.list(parts)
  }

  /// Runs of letters, numbers and underscores.
  private static func wordCount(_ text: Value) -> Int {
    let bytes = text.utf8
    var count = 0
    var inside = false
    var offset = 0
    while offset < bytes.count {
      let (scalar, width) = UTF8Scan.scalar(bytes, offset: offset)
      offset += width
      let isWord = scalar == "_" || isAlphanumeric(scalar)
      if isWord, !inside { count += 1 }
      inside = isWord
    }
    return count
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return scalar.properties.numericType != nil
    }
  }
}

/// Finds lines as the reference implementation's `splitlines` does.
enum LineSplitter {
  /// The lines' bytes; with `addsNewline` as if a newline stood behind the text.
  static func split(
    _ bytes: UTF8Text, addsNewline: Bool = false, keepsEnds: Bool = false
  ) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var offset = 0
    while offset < bytes.count {
      let (scalar, width) = UTF8Scan.scalar(bytes, offset: offset)
      var end = offset + width
      guard endsLine(scalar) else {
        offset = end
        continue
      }
      if scalar == "\r", end < bytes.count, bytes[end] == 0x0A { end += 1 }
      lines.append(start..<(keepsEnds ? end : offset))
      start = end
      offset = end
    }
    // A carriage return at the end and the newline put behind it are one end of line.
    let absorbed = addsNewline && bytes.last == 0x0D
    if start < bytes.count || (addsNewline && !absorbed) { lines.append(start..<bytes.count) }
    return lines
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
