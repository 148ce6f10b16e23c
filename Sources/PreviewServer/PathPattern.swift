/// A path in `_headers` or `_redirects`: plain, with `:name` for one part, or with `*` for any rest.
struct PathPattern: Equatable, Sendable {
  private enum Part: Equatable, Sendable {
    case text(Substring)
    /// One part of the path, up to a slash.
    case name(Substring)
    /// Everything that is left, or everything up to what follows.
    case splat
  }

  private let parts: [Part]

  /// Reads a pattern; `nil` for what is no path of this site.
  init?(_ text: Substring) {
    guard text.hasPrefix("/") else { return nil }
    var parts: [Part] = []
    var rest = text
    while !rest.isEmpty {
      if rest.first == "*" {
        parts.append(.splat)
        rest = rest.dropFirst()
      } else if rest.first == ":", let end = Self.nameEnd(rest) {
        parts.append(.name(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[end...]
      } else {
        let end = rest.dropFirst().firstIndex { $0 == "*" || $0 == ":" } ?? rest.endIndex
        parts.append(.text(rest[..<end]))
        rest = rest[end...]
      }
    }
    self.parts = parts
  }

  private static func nameEnd(_ text: Substring) -> Substring.Index? {
    let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return name.isEmpty ? nil : name.endIndex
  }

  /// What the places of the pattern hold in a path, by name, `splat` for `*`; `nil` when it does not
  /// match.
  func values(in path: String) -> [Substring: Substring]? {
    var values: [Substring: Substring] = [:]
    var rest = path[...]
    for (index, part) in parts.enumerated() {
      switch part {
      case .text(let text):
        guard rest.hasPrefix(text) else { return nil }
        rest = rest.dropFirst(text.count)
      case .name(let name):
        let value = rest.prefix { $0 != "/" }
        guard !value.isEmpty else { return nil }
        values[name] = value
        rest = rest[value.endIndex...]
      case .splat:
        guard index + 1 < parts.count, case .text(let next) = parts[index + 1] else {
          values["splat"] = rest
          return index + 1 == parts.count ? values : nil
        }
        guard let found = rest.firstRange(of: next) else { return nil }
        values["splat"] = rest[..<found.lowerBound]
        rest = rest[found.lowerBound...]
      }
    }
    return rest.isEmpty ? values : nil
  }

  /// `text` with each `:name` replaced by its value.
  static func filled(_ text: Substring, _ values: [Substring: Substring]) -> String {
    var out = ""
    var rest = text
    while let first = rest.first {
      if first == ":", let end = nameEnd(rest) {
        let name = rest[rest.index(after: rest.startIndex)..<end]
        if let value = values[name] {
          out += value
          rest = rest[end...]
          continue
        }
      }
      out.append(first)
      rest = rest.dropFirst()
    }
    return out
  }
}
