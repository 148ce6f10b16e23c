/// Reads JSON into values of an arena, keeping the order of keys and the difference between `2`
/// and `2.0` (RFC 8259; a key given twice keeps its last value).
///
/// It goes through brackets with a stack of its own, so that no depth of input exhausts the
/// thread's.
public struct JSONReader {
  /// What is wrong with a text, and where.
  public struct Mistake: Error, Sendable {
    /// The byte offset.
    public let offset: Int
    /// What is expected there.
    public let message: String
  }

  private let bytes: [UInt8]
  private let arena: ValueArena
  private var position = 0

  private enum Container {
    case list([Value])
    case map([(String, Value)], key: String)
  }

  /// The value that a JSON text stands for, made in `arena`.
  public static func read(_ bytes: [UInt8], into arena: ValueArena) throws(Mistake) -> Value {
    var reader = JSONReader(bytes: bytes, arena: arena)
    let value = try reader.document()
    reader.skipSpace()
    if reader.position < bytes.count { throw reader.mistake("the end of the text") }
    return value
  }

  private init(bytes: [UInt8], arena: ValueArena) {
    self.bytes = bytes
    self.arena = arena
  }

  private func mistake(_ message: String) -> Mistake { Mistake(offset: position, message: message) }

  private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func skip(_ mark: Character) -> Bool {
    skipSpace()
    guard byte == mark.asciiValue, position < bytes.count else { return false }
    position += 1
    return true
  }

  private mutating func document() throws(Mistake) -> Value {
    var open: [Container] = []
    while true {
      var value: Value?
      if skip("[") {
        if skip("]") { value = arena.list([]) } else { open.append(.list([])) }
      } else if skip("{") {
        if skip("}") { value = arena.map([]) } else { open.append(.map([], key: try key())) }
      } else {
        value = try scalar()
      }
      while let done = value {
        guard let container = open.popLast() else { return done }
        value = try close(container, with: done, &open)
      }
    }
  }

  /// Puts a value into the innermost container; returns the container's value when it ends.
  private mutating func close(
    _ container: Container, with value: Value, _ open: inout [Container]
  ) throws(Mistake) -> Value? {
    switch container {
    case .list(var values):
      values.append(value)
      if skip("]") { return arena.list(values) }
      guard skip(",") else { throw mistake("',' or ']'") }
      open.append(.list(values))
    case .map(var entries, let name):
      entries.append((name, value))
      if skip("}") { return arena.map(entries) }
      guard skip(",") else { throw mistake("',' or '}'") }
      open.append(.map(entries, key: try key()))
    }
    return nil
  }

  private mutating func key() throws(Mistake) -> String {
    guard skip("\"") else { throw mistake("a key in quotes") }
    let text = String(decoding: try string(), as: UTF8.self)
    guard skip(":") else { throw mistake("':'") }
    return text
  }

  private mutating func scalar() throws(Mistake) -> Value {
    skipSpace()
    switch byte {
    case UInt8(ascii: "\""):
      position += 1
      return arena.string(utf8: try string())
    case UInt8(ascii: "t"): return try word("true", .true)
    case UInt8(ascii: "f"): return try word("false", .false)
    case UInt8(ascii: "n"): return try word("null", .none)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: Value) throws(Mistake) -> Value {
    guard bytes[position...].starts(with: word.utf8) else { throw mistake("a value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(Mistake) -> Value {
    let start = position
    var isInteger = true
    while position < bytes.count {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
      case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        isInteger = false
      default:
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return try number(text, isInteger)
      }
      position += 1
    }
    return try number(String(decoding: bytes[start..<position], as: UTF8.self), isInteger)
  }

  private func number(_ text: String, _ isInteger: Bool) throws(Mistake) -> Value {
    if isInteger, let value = Int(text) { return .int(value) }
    guard !text.isEmpty, let value = Double(text) else { throw mistake("a value") }
    return .double(value)
  }

  /// The string whose opening quote was passed.
  private mutating func string() throws(Mistake) -> [UInt8] {
    var out: [UInt8] = []
    while position < bytes.count {
      let next = byte
      position += 1
      if next == UInt8(ascii: "\"") { return out }
      if next != UInt8(ascii: "\\") {
        out.append(next)
        continue
      }
      let letter = byte
      position += 1
      switch letter {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "u"): UTF8Scan.append(try escapedScalar(), to: &out)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
      default: throw mistake("an escape")
      }
    }
    throw mistake("'\"'")
  }

  private mutating func escapedScalar() throws(Mistake) -> Unicode.Scalar {
    let first = try unit()
    guard (0xD800..<0xDC00).contains(first), byte == UInt8(ascii: "\\"),
      position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    position += 2
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00) ?? "\u{FFFD}"
  }

  private mutating func unit() throws(Mistake) -> UInt32 {
    guard position + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw mistake("four hexadecimal digits") }
    position += 4
    return value
  }
}
