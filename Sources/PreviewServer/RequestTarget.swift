/// What a request names: the path as a key of the site's table, and its query.
///
/// Nothing here resolves `.` and `..` or joins paths. A name that is not a key of the table is not
/// found, however it is spelt; so there is no way to spell another file.
struct RequestTarget: Equatable {
  /// The decoded path, with its first slash.
  let path: String
  /// What stands behind the question mark, not decoded.
  let query: Substring?

  /// Reads a target; `nil` for what names nothing: no path, a broken escape, a byte that no path of a
  /// site has, or a slash that was hidden by an escape.
  init?(_ raw: String) {
    let parts = raw.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    query = parts.count > 1 ? parts[1] : nil
    guard let first = parts.first, first.utf8.first == UInt8(ascii: "/"),
      let path = Self.decoded(first)
    else { return nil }
    self.path = path
  }

  /// The value of a field of the query, decoded.
  func value(of name: String) -> String? {
    guard let query else { return nil }
    for field in query.split(separator: "&") {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, parts[0] == name { return Self.unescaped(parts[1]) }
    }
    return nil
  }

  private static func decoded(_ text: Substring) -> String? {
    let escapedSlashes = ["%2f", "%2F", "%5c", "%5C"]
    guard !escapedSlashes.contains(where: { text.contains($0) }),
      let path = unescaped(text),
      !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    else { return nil }
    return path
  }

  /// The text with `%41` as `A`; `nil` when an escape is broken or the bytes are not UTF-8.
  private static func unescaped(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// A path fit for a `Location`: everything but unreserved characters and slashes escaped.
  static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
