/// Filters that write for other languages: JSON, HTML attributes, addresses.
extension Machine {
  // MARK: - JSON

  mutating func json(_ value: Value, indent: Value?) throws(TemplateFault) -> Value {
    var unit: [UInt8]?
    if let indent, indent.tag != .none {
      if indent.tag == .string {
        unit = Array(indent.utf8)
      } else {
        let width = try integer(indent, "indent", operand: 1)
        unit = [UInt8](repeating: 0x20, count: max(0, min(width, 1000)))
      }
    }
    let start = out.count
    do {
      try writeJSON(value, unit, 0)
    } catch {
      out.truncate(to: start)
      throw error
    }
    return captured(from: start, safe: true)
  }

  private mutating func writeJSON(_ value: Value, _ unit: [UInt8]?, _ depth: Int)
    throws(TemplateFault)
  {
    if depth > ValueText.depthLimit || out.count > ValueText.sizeLimit {
      throw TemplateFault(.value, "this value is too deep or too large for JSON")
    }
    switch value.tag {
    case .none: out.append("null")
    case .bool: out.append(value.bits != 0 ? "true" : "false")
    case .int: out.append(Int(truncatingIfNeeded: value.bits))
    case .double: out.append(Self.jsonNumber(value.number))
    case .string: writeJSONString(value.utf8)
    case .list, .tuple:
      let elements = value.elements
      out.append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(unit == nil ? ", " : ",") }
        newLine(unit, depth + 1)
        if let reads, let query = element.queryID { reads.note(query) }
        try writeJSON(element, unit, depth + 1)
      }
      if elements.count > 0 { newLine(unit, depth) }
      out.append("]")
    case .map, .record:
      noteWhole(value)
      var entries: [(Value, Value)] = []
      value.forEachEntry { entries.append(($0, $1)) }
      out.append("{")
      for (index, entry) in entries.enumerated() {
        if index > 0 { out.append(unit == nil ? ", " : ",") }
        newLine(unit, depth + 1)
        try writeJSONKey(entry.0)
        out.append(": ")
        try writeJSON(entry.1, unit, depth + 1)
      }
      if !entries.isEmpty { newLine(unit, depth) }
      out.append("}")
    case .undefined, .object:
      throw TemplateFault(.type, "\(ValueText.kindName(value)) cannot be written as JSON")
    }
  }

  private mutating func newLine(_ unit: [UInt8]?, _ depth: Int) {
    guard let unit else { return }
    out.append(UInt8(0x0A))
    for _ in 0..<depth { out.append(unit) }
  }

  private mutating func writeJSONKey(_ key: Value) throws(TemplateFault) {
    switch key.tag {
    case .string: writeJSONString(key.utf8)
    case .none, .bool, .int, .double:
      out.append(UInt8(ascii: "\""))
      try writeJSON(key, nil, 0)
      out.append(UInt8(ascii: "\""))
    default: throw TemplateFault(.type, "\(ValueText.kindName(key)) cannot be a key in JSON")
    }
  }

  private static func jsonNumber(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return ValueText.double(value)
  }

  private mutating func writeJSONString(_ text: UTF8Text) {
    out.append(UInt8(ascii: "\""))
    out.reserve(text.count)
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): out.append("\\\"")
      case UInt8(ascii: "\\"): out.append("\\\\")
      case 0x0A: out.append("\\n")
      case 0x0D: out.append("\\r")
      case 0x09: out.append("\\t")
      case 0x08: out.append("\\b")
      case 0x0C: out.append("\\f")
      case UInt8(ascii: "<"): out.append("\\u003c")
      case UInt8(ascii: ">"): out.append("\\u003e")
      case UInt8(ascii: "&"): out.append("\\u0026")
      case UInt8(ascii: "'"): out.append("\\u0027")
      case 0..<0x20:
        out.append(byte < 0x10 ? "\\u000" : "\\u001")
        out.append(Self.lowerHex[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  private static let lowerHex = Array("0123456789abcdef".utf8)
  private static let upperHex = Array("0123456789ABCDEF".utf8)

  // MARK: - HTML attributes

  mutating func xmlAttributes(_ value: Value, _ bound: Bound, _ escapes: Bool)
    throws(TemplateFault) -> Value
  {
    guard value.isMap else {
      if value.tag == .undefined { throw undefined(value, operand: 0) }
      throw TemplateFault(.type, "a map is needed, not \(ValueText.kindName(value))")
    }
    let leadingSpace =
      try bound[0].map { value throws(TemplateFault) in
        try isTrue(value, operand: bound.operand(0))
      } ?? true
    noteWhole(value)
    var entries: [(Value, Value)] = []
    value.forEachEntry { entries.append(($0, $1)) }
    let start = out.count
    for (key, entry) in entries where entry.tag != .none && entry.tag != .undefined {
      guard key.tag == .string else {
        throw TemplateFault(.type, "the name of an attribute is a string")
      }
      let name = key.utf8
      if name.contains(where: { byte in
        byte == 0x20 || (byte >= 9 && byte <= 13) || byte == 0x2F || byte == 0x3E || byte == 0x3D
      }) {
        throw TemplateFault(
          .value, "\(ValueText.plain(key, program)) cannot be the name of an attribute")
      }
      if out.count > start || leadingSpace { out.append(UInt8(0x20)) }
      out.append(try escaped(key).utf8)
      out.append("=\"")
      out.append(try escaped(entry).utf8)
      out.append("\"")
    }
    return captured(from: start, safe: escapes)
  }

  // MARK: - Addresses

  mutating func urlEncoded(_ value: Value) throws(TemplateFault) -> Value {
    let start = out.count
    switch value.tag {
    case .list, .tuple, .map, .record, .undefined:
      let pairs = value.isMap ? try entries(.items, value) : try items(of: value, operand: 0)
      for (index, pair) in pairs.elements.enumerated() {
        if pair.tag == .undefined { throw undefined(pair, operand: 255) }
        guard pair.tag == .list || pair.tag == .tuple || pair.tag == .string || pair.isMap else {
          throw TemplateFault(.type, "pairs are needed, not \(ValueText.kindName(pair))")
        }
        let parts = try items(of: pair, operand: 255).elements
        guard parts.count == 2 else { throw TemplateFault(.value, "a pair has two parts") }
        if index > 0 { out.append("&") }
        try encode(parts[0], forQuery: true)
        out.append("=")
        try encode(parts[1], forQuery: true)
      }
    default: try encode(value, forQuery: false)
    }
    return captured(from: start, safe: false)
  }

  private mutating func encode(_ value: Value, forQuery: Bool) throws(TemplateFault) {
    let text = try text(value, operand: 0)
    for byte in text.utf8 {
      let isLetter = (byte | 0x20) &- 97 < 26
      if isLetter || byte &- 48 < 10 || byte == 0x5F || byte == 0x2E || byte == 0x2D || byte == 0x7E
        || (byte == 0x2F && !forQuery)
      {
        out.append(byte)
      } else if byte == 0x20, forQuery {
        out.append("+")
      } else {
        out.append("%")
        out.append(Self.upperHex[Int(byte >> 4)])
        out.append(Self.upperHex[Int(byte & 15)])
      }
    }
  }
}
