import HTTPTypes

/// The rules of a site's `_headers`, as static hosts read them: a path, and below it, indented, the
/// headers of what stands there.
///
/// All rules that match apply; a header that several of them set has all values. `! Name` takes a
/// header away again. What only the server can know (lengths, tags, caching of a preview) is left to
/// it, and nothing opens the preview to other origins.
struct HeaderRules: Equatable, Sendable {
  private struct Rule: Equatable, Sendable {
    let path: PathPattern
    var lines: [Line] = []
  }

  private enum Line: Equatable, Sendable {
    case set(HTTPField.Name, String)
    case remove(HTTPField.Name)
  }

  private var rules: [Rule] = []

  /// No rules.
  init() {}

  /// Reads a file; what is neither a path nor a header is passed over, as hosts do.
  init(_ text: String) {
    var isOpen = false
    for line in text.split(whereSeparator: \.isNewline) {
      let content = line.trimmed
      if content.isEmpty || content.first == "#" { continue }
      if line.first != " ", line.first != "\t" {
        let path = PathPattern(content)
        if let path { rules.append(Rule(path: path)) }
        isOpen = path != nil
      } else if isOpen, let header = Self.header(content) {
        rules[rules.count - 1].lines.append(header)
      }
    }
  }

  /// Adds to `fields` what the rules say of a path.
  func apply(to fields: inout HTTPFields, path: String) {
    var set = HTTPFields()
    for rule in rules where rule.path.values(in: path) != nil {
      for line in rule.lines {
        switch line {
        case .set(let name, let value): set.append(HTTPField(name: name, value: value))
        case .remove(let name):
          set[values: name] = []
          fields[values: name] = []
        }
      }
    }
    var names: [HTTPField.Name] = []
    for field in set where !names.contains(field.name) { names.append(field.name) }
    for name in names { fields[name] = set[values: name].joined(separator: ", ") }
  }

  private static func header(_ text: Substring) -> Line? {
    if text.first == "!" {
      return HTTPField.Name(String(text.dropFirst().trimmed)).map { .remove($0) }
    }
    guard let colon = text.firstIndex(of: ":"),
      let name = HTTPField.Name(String(text[..<colon].trimmed)),
      !reserved.contains(name.canonicalName),
      !name.canonicalName.hasPrefix("access-control-")
    else { return nil }
    let value = String(text[text.index(after: colon)...].trimmed)
    return HTTPField.isValidValue(value) ? .set(name, value) : nil
  }

  private static let reserved: Set<String> = [
    "content-length", "transfer-encoding", "connection", "date", "etag", "last-modified",
    "accept-ranges", "content-range", "content-encoding", "cache-control", "expires", "vary",
    "location", "allow", "strict-transport-security", "cross-origin-resource-policy",
    "clear-site-data",
  ]
}
