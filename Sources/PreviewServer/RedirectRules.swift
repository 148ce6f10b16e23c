/// The rules of a site's `_redirects`, as static hosts read them: `from to [status][!]`.
///
/// The first line that matches wins. A file of the site goes before a rule, unless its status is
/// marked with `!`. Lines with conditions (`Country=…`, a query) are about what a preview does not
/// know, and are passed over.
struct RedirectRules: Equatable, Sendable {
  private struct Rule: Equatable, Sendable {
    let from: PathPattern
    let to: Substring
    let status: Int
    let isForced: Bool
  }

  private let rules: [Rule]

  /// No rules.
  init() { rules = [] }

  /// Reads a file; lines that are no rules are passed over, as hosts do.
  init(_ text: String) {
    rules = text.split(whereSeparator: \.isNewline).compactMap(Self.rule)
  }

  /// Where a request goes instead.
  enum Outcome: Equatable {
    /// To another address, with this status.
    case redirect(to: String, status: Int)
    /// To what stands at another path of the site, with this status.
    case rewrite(path: String, status: Int)
  }

  /// What the rules say of a path.
  ///
  /// - Parameter isTaken: whether a file of the site stands there.
  func outcome(for path: String, isTaken: Bool) -> Outcome? {
    for rule in rules where !isTaken || rule.isForced {
      guard let values = rule.from.values(in: path) else { continue }
      let target = PathPattern.filled(rule.to, values)
      guard Self.isSafe(target) else { continue }
      if (300..<400).contains(rule.status) {
        return .redirect(to: target, status: rule.status)
      }
      if target.hasPrefix("/") { return .rewrite(path: target, status: rule.status) }
    }
    return nil
  }

  private static func rule(_ line: Substring) -> Rule? {
    let words = line.split { $0 == " " || $0 == "\t" }
    guard words.count == 2 || words.count == 3, words[0].first != "#",
      let from = PathPattern(words[0])
    else { return nil }
    let isForced = words.count == 3 && words[2].hasSuffix("!")
    let number = words.count == 3 ? (isForced ? words[2].dropLast() : words[2]) : "301"
    guard let status = Int(number), [200, 301, 302, 303, 307, 308, 404, 410].contains(status) else {
      return nil
    }
    return Rule(from: from, to: words[1], status: status, isForced: isForced)
  }

  /// What came out of a path must not end a header or lead to a site that the path named.
  private static func isSafe(_ target: String) -> Bool {
    !target.hasPrefix("//") && target.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}
