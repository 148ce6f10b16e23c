/// Writes JSON (RFC 8259) as bytes, keys in the order they are given.
///
/// It stands here because reports for machines need it; feeds and data files use the same one. The
/// caller opens and closes; commas and escapes are the writer's business. Non-ASCII letters stay as
/// they are. With `inHTML`, what could end or disturb a `<script>` element (`<`, `>`, `&`, U+2028,
/// U+2029) is written as `\u00XX`.
public struct JSONWriter {
  /// The text so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let inHTML: Bool
  private let pretty: Bool
  private var depth = 0
  private var needsComma = false
  private var afterKey = false

  /// An empty document; `pretty` indents by two spaces, `inHTML` makes it safe inside `<script>`,
  /// `capacity` is how many bytes are expected.
  public init(pretty: Bool = false, inHTML: Bool = false, capacity: Int = 0) {
    self.pretty = pretty
    self.inHTML = inHTML
    bytes.reserveCapacity(capacity)
  }

  /// The text as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object whose members `content` writes with `key`.
  public mutating func object(_ content: (inout JSONWriter) -> Void) {
    nest(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), content)
  }

  /// Writes an array whose elements `content` writes.
  public mutating func array(_ content: (inout JSONWriter) -> Void) {
    nest(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), content)
  }

  /// Writes a member's name; a value must follow.
  public mutating func key(_ name: String) {
    separate()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    if pretty { bytes.append(UInt8(ascii: " ")) }
    afterKey = true
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    quoted(value)
  }

  /// Writes a string given as UTF-8.
  public mutating func string(utf8 value: [UInt8]) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    value.withUnsafeBufferPointer { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a value that another writer with the same settings, not `pretty`, has written.
  public mutating func written(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
  }

  /// Writes an integer.
  public mutating func int(_ value: Int) { raw(String(value)) }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Writes a number given by its digits, which must be JSON's.
  public mutating func number(_ digits: String) { raw(digits) }

  /// Writes a member that is a string.
  public mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// Writes a member that is a string, unless there is none.
  public mutating func member(_ name: String, _ value: String?) {
    if let value { member(name, value) }
  }

  /// Writes a member that is an integer.
  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    int(value)
  }

  /// Writes a member that is an array of strings, unless it is empty.
  public mutating func member(_ name: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    array { for value in values { $0.string(value) } }
  }

  /// Writes a member that is an object.
  public mutating func object(_ name: String, _ content: (inout JSONWriter) -> Void) {
    key(name)
    object(content)
  }

  /// Writes a member that is an array.
  public mutating func array(_ name: String, _ content: (inout JSONWriter) -> Void) {
    key(name)
    array(content)
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func nest(open: UInt8, close: UInt8, _ content: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    depth += 1
    needsComma = false
    content(&self)
    depth -= 1
    let wasEmpty = !needsComma
    if pretty, !wasEmpty { newLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
    } else {
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      if pretty, depth > 0 { newLine() }
    }
    needsComma = true
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private mutating func quoted(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    func flush(_ out: inout [UInt8], to end: Int) {
      if start < end { out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end])) }
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      // Letters, digits and what stands between them need no thought.
      if byte >= 0x3F ? byte < 0x7F && byte != 0x5C : Self.isPlain(low: byte) {
        index += 1
        continue
      }
      var length = 1
      var replacement: String?
      switch byte {
      case 0x22: replacement = "\\\""
      case 0x5C: replacement = "\\\\"
      case 0x0A: replacement = "\\n"
      case 0x0D: replacement = "\\r"
      case 0x09: replacement = "\\t"
      case 0..<0x20, 0x7F: replacement = Self.unicodeEscape(UInt16(byte))
      case 0x3C, 0x3E, 0x26:
        if inHTML { replacement = Self.unicodeEscape(UInt16(byte)) }
      case 0xE2:
        let isSeparator =
          index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
        if inHTML, isSeparator {
          replacement = Self.unicodeEscape(0x2028 + UInt16(text[index + 2] & 1))
          length = 3
        }
      default: break
      }
      if let replacement {
        flush(&bytes, to: index)
        bytes.append(contentsOf: replacement.utf8)
        start = index + length
      }
      index += length
    }
    flush(&bytes, to: text.count)
  }

  /// Whether a byte below `?` stands as it is: not a control character, `"`, `&`, `<` or `>`.
  @inline(__always)
  private static func isPlain(low byte: UInt8) -> Bool {
    let plain: UInt64 = 0x2FFF_FFBB_0000_0000
    return plain & (1 << UInt64(byte)) != 0
  }

  private static func unicodeEscape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
