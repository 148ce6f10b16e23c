/// A phrase of some language with named gaps, such as `{day} {month} {year}`.
///
/// What is no known gap stays as it is, braces and all, so that a mistake in a table of words can
/// be seen on the page instead of losing text.
package struct PhrasePattern: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The phrase with its gaps.
  package let text: String

  /// A pattern from its text.
  package init(_ text: String) { self.text = text }

  package init(stringLiteral text: String) { self.init(text) }

  /// The phrase with its gaps filled. What is filled in is not searched for gaps again.
  package func filled(_ gaps: KeyValuePairs<String, String>) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else {
        rest = rest[open...]
        break
      }
      let name = rest[rest.index(after: open)..<close]
      if let gap = gaps.first(where: { $0.key == name }) {
        result += gap.value
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
