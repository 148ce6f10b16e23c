/// A strict reader of the XML that this program writes: it refuses whatever is not well-formed,
/// uses an undeclared prefix, or holds a character that XML 1.0 does not allow.
struct FeedsXML {
  /// An element with its attributes, its own text and its children.
  struct Element {
    var name: String
    var attributes: [(name: String, value: String)] = []
    var text = ""
    var children: [Element] = []

    subscript(_ attribute: String) -> String? {
      attributes.first { $0.name == attribute }?.value
    }
    func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
    func first(_ name: String) -> Element? { children.first { $0.name == name } }
  }

  /// What is wrong, and where.
  struct Refusal: Error {
    var reason: String
    var offset: Int
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// The outermost element.
  static func read(_ bytes: [UInt8]) throws -> Element {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(reason: "not UTF-8", offset: 0)
    }
    var reader = FeedsXML(scalars: Array(text.unicodeScalars))
    return try reader.document()
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func document() throws -> Element {
    for (offset, scalar) in scalars.enumerated() where !Self.isLegal(scalar) {
      throw Refusal(
        reason: "illegal character U+\(String(scalar.value, radix: 16))", offset: offset)
    }
    try expect("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
    skipSpace()
    let root = try element(prefixes: ["xml"])
    skipSpace()
    guard index == scalars.count else { throw refusal("text after the end") }
    return root
  }

  private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private mutating func element(prefixes: Set<String>) throws -> Element {
    try expect("<")
    var element = Element(name: try name())
    var prefixes = prefixes
    while try space(), peek() != ">", peek() != "/" {
      let key = try name()
      try expect("=\"")
      let value = try characters(until: "\"", inAttribute: true)
      try expect("\"")
      guard element[key] == nil else { throw refusal("attribute \(key) twice") }
      element.attributes.append((key, value))
      if key.hasPrefix("xmlns:") { prefixes.insert(String(key.dropFirst(6))) }
    }
    for used in [element.name] + element.attributes.map(\.name) {
      let parts = used.split(separator: ":")
      if parts.count == 2, parts[0] != "xmlns", !prefixes.contains(String(parts[0])) {
        throw refusal("prefix of \(used) is not declared")
      }
    }
    if peek() == "/" {
      try expect("/>")
      return element
    }
    try expect(">")
    while true {
      element.text += try characters(until: "<", inAttribute: false)
      if index + 1 < scalars.count, scalars[index + 1] == "/" { break }
      element.children.append(try self.element(prefixes: prefixes))
    }
    try expect("</\(element.name)>")
    return element
  }

  private mutating func characters(
    until end: Unicode.Scalar, inAttribute: Bool
  ) throws -> String {
    var out = String.UnicodeScalarView()
    while let scalar = peek(), scalar != end {
      if scalar == "<" { throw refusal("'<' in a value") }
      if scalar == "&" {
        out.append(try reference())
        continue
      }
      let isEnd = scalars[index...].starts(with: "]]>".unicodeScalars)
      if !inAttribute, isEnd { throw refusal("']]>' in text") }
      out.append(scalar)
      index += 1
    }
    return String(out)
  }

  private mutating func reference() throws -> Unicode.Scalar {
    guard let end = scalars[index...].prefix(12).firstIndex(of: ";") else {
      throw refusal("'&' without ';'")
    }
    let name = String(String.UnicodeScalarView(scalars[index + 1..<end]))
    let known: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]
    var found = known[name]
    if name.hasPrefix("#x") {
      found = UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
    } else if name.hasPrefix("#") {
      found = UInt32(name.dropFirst(1)).flatMap { Unicode.Scalar($0) }
    }
    guard let found, Self.isLegal(found) else { throw refusal("reference &\(name);") }
    index = end + 1
    return found
  }

  private mutating func name() throws -> String {
    let start = index
    while let scalar = peek(),
      scalar.properties.isAlphabetic || "-_:.0123456789".unicodeScalars.contains(scalar)
    {
      index += 1
    }
    guard index > start, scalars[start].properties.isAlphabetic else { throw refusal("no name") }
    return String(String.UnicodeScalarView(scalars[start..<index]))
  }

  private func peek() -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skipSpace() {
    while let scalar = peek(), scalar == " " || scalar == "\n" { index += 1 }
  }

  /// Skips white space; throws when an element ends without any.
  private mutating func space() throws -> Bool {
    let start = index
    skipSpace()
    guard let next = peek() else { throw refusal("the end in a tag") }
    if next != ">", next != "/", index == start { throw refusal("no space before an attribute") }
    return true
  }

  private mutating func expect(_ text: String) throws {
    guard scalars[index...].starts(with: text.unicodeScalars) else {
      throw refusal("'\(text)' was expected")
    }
    index += text.unicodeScalars.count
  }

  private func refusal(_ reason: String) -> Refusal { Refusal(reason: reason, offset: index) }
}
