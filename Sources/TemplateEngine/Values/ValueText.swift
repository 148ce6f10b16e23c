import SourceDiagnostics

/// Values as text: what is printed, how lists show their elements, what messages call things.
enum ValueText {
  /// Lists nested deeper than this are not printed.
  static let depthLimit = 100
  /// A value's text is not longer than this many bytes.
  static let sizeLimit = 64 << 20

  /// Appends what printing a value gives, not escaped.
  static func write(
    _ value: Value, to out: inout OutputBuffer, _ reads: ReadLog?, _ program: Program
  ) throws(TemplateFault) {
    switch value.tag {
    case .string: out.append(value.utf8)
    case .int: out.append(Int(truncatingIfNeeded: value.bits))
    case .bool: out.append(value.bits != 0 ? "True" : "False")
    case .none: out.append("None")
    case .double: out.append(double(Double(bitPattern: value.bits)))
    case .undefined: break
    default: try writeParts(value, to: &out, reads, program, 0)
    }
  }

  /// Appends how a value shows inside a list.
  private static func writeQuoted(
    _ value: Value, to out: inout OutputBuffer, _ reads: ReadLog?, _ program: Program, _ depth: Int
  ) throws(TemplateFault) {
    switch value.tag {
    case .string: quote(value.utf8, to: &out)
    case .undefined: out.append("Undefined")
    case .list, .tuple, .map, .record, .object:
      try writeParts(value, to: &out, reads, program, depth)
    default: try write(value, to: &out, reads, program)
    }
  }

  private static func writeParts(
    _ value: Value, to out: inout OutputBuffer, _ reads: ReadLog?, _ program: Program, _ depth: Int
  ) throws(TemplateFault) {
    if depth > depthLimit || out.count > sizeLimit {
      throw TemplateFault(.runtime, "this value is too deep or too large to be printed")
    }
    switch value.tag {
    case .list, .tuple:
      out.append(value.tag == .list ? "[" : "(")
      for (index, element) in value.elements.enumerated() {
        if index > 0 { out.append(", ") }
        if let reads, let query = element.queryID { reads.note(query) }
        try writeQuoted(element, to: &out, reads, program, depth + 1)
      }
      if value.tag == .tuple, value.length == 1 { out.append(",") }
      out.append(value.tag == .list ? "]" : ")")
    case .map, .record: try writeEntries(value, to: &out, reads, program, depth)
    default: try writeObject(value, to: &out, reads, program, depth)
    }
  }

  private static func writeEntries(
    _ value: Value, to out: inout OutputBuffer, _ reads: ReadLog?, _ program: Program, _ depth: Int
  ) throws(TemplateFault) {
    if let reads, let shape = value.shape, let id = value.recordID {
      for facet in shape.facets[0..<shape.fields.count] { reads.note(id, facet: facet) }
    }
    var entries: [(Value, Value)] = []
    value.forEachEntry { entries.append(($0, $1)) }
    out.append("{")
    for (index, entry) in entries.enumerated() {
      if index > 0 { out.append(", ") }
      try writeQuoted(entry.0, to: &out, reads, program, depth + 1)
      out.append(": ")
      try writeQuoted(entry.1, to: &out, reads, program, depth + 1)
    }
    out.append("}")
  }

  private static func writeObject(
    _ value: Value, to out: inout OutputBuffer, _ reads: ReadLog?, _ program: Program, _ depth: Int
  ) throws(TemplateFault) {
    switch value.objectKind {
    case .macro:
      let chunk = value.object(.macro, as: MacroObject.self)?.pointee.chunk ?? 0
      out.append("<Macro '" + program.name(program.chunks[Int(chunk)].name) + "'>")
    case .loop:
      guard let loop = value.object(.loop, as: LoopObject.self)?.pointee else { return }
      out.append("<LoopContext \(loop.index + 1)/\(loop.sequence.length)>")
    case .namespace:
      out.append("<Namespace ")
      let map = Value(.map, bits: value.bits)
      try writeEntries(map, to: &out, reads, program, depth + 1)
      out.append(">")
    case .module:
      guard let module = value.object(.module, as: ModuleObject.self)?.pointee else { return }
      if depth == 0 {
        out.append(module.text.utf8)
      } else {
        out.append("<TemplateModule '" + program.templates[Int(module.template)].name + "'>")
      }
    case .block, .blocks: out.append("<block>")
    case .cycler: out.append("<cycler>")
    case .joiner: out.append("<joiner>")
    case .function, .siteFunction, nil: out.append("<function>")
    }
  }

  /// A double in the shortest form that reads back the same: `1.0`, `1e+16`, `1e-05`.
  static func double(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    // Swift changes to an exponent at 2^53, the language at 10^16; between them all are whole.
    if value.magnitude >= 9_007_199_254_740_992, value.magnitude < 1e16 {
      return "\(Int64(value)).0"
    }
    return value.description
  }

  /// A string in quotes, as lists show it.
  static func quote(_ text: UTF8Text, to out: inout OutputBuffer) {
    let quote: UInt8 =
      text.contains(UInt8(ascii: "'")) && !text.contains(UInt8(ascii: "\"")) ? 0x22 : 0x27
    out.append(quote)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x20, byte < 0x7F {
        if byte == quote || byte == UInt8(ascii: "\\") { out.append(UInt8(ascii: "\\")) }
        out.append(byte)
        index += 1
        continue
      }
      let (scalar, width) = UTF8Scan.scalar(text, offset: index)
      if isPrintable(scalar) {
        out.append(text[index..<min(index + width, text.count)].rebased)
      } else {
        escape(scalar, to: &out)
      }
      index += width
    }
    out.append(quote)
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return scalar == " "
    default: return true
    }
  }

  private static func escape(_ scalar: Unicode.Scalar, to out: inout OutputBuffer) {
    switch scalar {
    case "\n": out.append("\\n")
    case "\r": out.append("\\r")
    case "\t": out.append("\\t")
    default:
      let value = scalar.value
      let digits = value < 0x100 ? 2 : value < 0x10000 ? 4 : 8
      out.append(digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U")
      let hex = String(value, radix: 16)
      out.append(String(repeating: "0", count: digits - hex.count) + hex)
    }
  }

  // MARK: - Messages

  /// A value in a message.
  static func plain(_ value: Value, _ program: Program) -> String {
    var out = OutputBuffer(capacity: 64)
    try? writeQuoted(value, to: &out, nil, program, 0)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// What a message calls a value of this kind.
  static func kindName(_ value: Value) -> String {
    switch value.tag {
    case .undefined: return "an undefined value"
    case .none: return "none"
    case .bool: return "a truth value"
    case .int: return "an integer"
    case .double: return "a float"
    case .string: return "a string"
    case .list: return "a list"
    case .tuple: return "a tuple"
    case .map: return "a map"
    case .record: return value.shape.map { $0.name == "map" ? "a map" : "a \($0.name)" } ?? "a map"
    case .object: return objectName(value)
    }
  }

  private static func objectName(_ value: Value) -> String {
    switch value.objectKind {
    case .macro: "a macro"
    case .loop: "a loop"
    case .block: "a block"
    case .blocks: "the template"
    case .module: "an imported template"
    case .namespace: "a namespace"
    case .cycler: "a cycler"
    case .joiner: "a joiner"
    case .function, .siteFunction, nil: "a function"
    }
  }

  static func suggestions(for name: String, among names: [String]) -> [String] {
    Spelling.suggestions(for: name, among: names)
  }

  /// Keys of a map or fields of a record that are spelt alike.
  static func similarKeys(to name: String, in container: Value) -> [String] {
    var keys: [String] = []
    container.forEachEntry { key, _ in
      if let key = key.asString, keys.count < 1000 { keys.append(key) }
    }
    return suggestions(for: name, among: keys)
  }
}
