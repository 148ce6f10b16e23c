/// Strong entity tags and the conditions that requests make with them (RFC 9110, sections 8.8 and 13).
struct EntityTag: Equatable, Sendable {
  /// The tag as headers write it, in quotation marks.
  let text: String

  /// A tag of a word; words of sources are not trusted to be fit for a header.
  init(_ word: String) {
    let fit = word.utf8.filter { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    text = "\"\(String(decoding: fit, as: UTF8.self))\""
  }

  /// Whether an `If-None-Match` names it: weakly compared, in a list, or by `*`.
  func matches(ifNoneMatch field: String) -> Bool {
    Self.list(field).contains { candidate in
      let strong = candidate.hasPrefix("W/") ? candidate.dropFirst(2) : candidate
      return strong == "*" || strong == text
    }
  }

  /// Whether an `If-Range` allows a part: strongly compared; a date never does, as none is sent.
  func matches(ifRange field: String) -> Bool { field.trimmed == text }

  /// The tags of a list; a comma may stand inside the quotation marks.
  private static func list(_ field: String) -> [Substring] {
    var found: [Substring] = []
    var start = field.startIndex
    var isQuoted = false
    for index in field.indices {
      if field[index] == "\"" { isQuoted.toggle() }
      if field[index] == ",", !isQuoted {
        found.append(field[start..<index].trimmed)
        start = field.index(after: index)
      }
    }
    found.append(field[start...].trimmed)
    return found
  }
}

/// The part of a file that a request asks for (RFC 9110, section 14).
enum ByteRange: Equatable {
  /// All of it: nothing, something unreadable, or several parts were asked for.
  case whole
  /// One part.
  case part(Range<Int>)
  /// A part that the file has not.
  case unsatisfiable

  /// Reads a `Range` for a file of `length` bytes.
  init(_ field: String?, length: Int) {
    self = .whole
    guard let field, field.hasPrefix("bytes="), !field.contains(",") else { return }
    let ends = field.dropFirst(6).trimmed.split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]) else {
      return
    }
    switch (first, last) {
    case (nil, nil): return
    case (nil, let count?):
      self = count == 0 || length == 0 ? .unsatisfiable : .part(max(0, length - count)..<length)
    case (let start?, let end):
      if let end, end < start { return }
      guard start < length else {
        self = .unsatisfiable
        return
      }
      self = .part(start..<min(length, (end ?? length - 1) &+ 1))
    }
  }

  /// A number of digits alone; an inner `nil` for nothing at all, an outer one for something else.
  private static func number(_ text: Substring) -> Int?? {
    if text.isEmpty { return .some(nil) }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    // A number too large for a file is one that no file reaches.
    return .some(Int(text).map { min($0, Int.max - 1) } ?? Int.max - 1)
  }
}

extension StringProtocol {
  /// The text without spaces and tabs around it.
  var trimmed: SubSequence {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
