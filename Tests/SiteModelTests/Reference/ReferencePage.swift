import Foundation
import Testing

/// A page of `docs/reference/` with parts that are made from the program's own data.
///
/// A made part stands between `<!-- made: NAME -->` and `<!-- end -->`. `UPDATE_GOLDEN=1` writes
/// what the data give now into the page, to be read as a diff.
struct ReferencePage {
  let name: String
  private let url: URL
  private(set) var text: String

  /// The page called `name`, without its ending.
  init(_ name: String) throws {
    self.name = name
    url =
      URL(filePath: #filePath).appending(path: "../../../../docs/reference/\(name).md")
      .standardized
    text = try String(contentsOf: url, encoding: .utf8)
  }

  /// The names of the made parts, in the order of the page.
  var partNames: [String] {
    text.split(separator: "\n").compactMap { line in
      line.hasPrefix(Self.opening) && line.hasSuffix(" -->")
        ? String(line.dropFirst(Self.opening.count).dropLast(4)) : nil
    }
  }

  /// The examples in fences of a language, in the order of the page.
  func examples(_ language: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().map { rest in
      rest.components(separatedBy: "```").first ?? ""
    }
  }

  /// Holds each made part against `make`, which gives nothing for a name it does not know.
  func check(_ make: (String) -> String?, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    var made = text
    for part in partNames {
      let opening = Self.opening + part + " -->\n"
      let fresh = try #require(make(part), "\(name): \(part)", sourceLocation: sourceLocation)
      let start = try #require(made.range(of: opening)?.upperBound)
      let end = try #require(made.range(of: Self.closing, range: start..<made.endIndex)?.lowerBound)
      if !Self.updates {
        #expect(made[start..<end] == fresh, "\(name): \(part)", sourceLocation: sourceLocation)
      }
      made.replaceSubrange(start..<end, with: fresh)
    }
    if Self.updates { try made.write(to: url, atomically: true, encoding: .utf8) }
  }

  private static let opening = "<!-- made: "
  private static let closing = "<!-- end -->"
  private static let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
}

/// A Markdown table; bars in cells are escaped.
func referenceTable(_ heading: [String], _ rows: [[String]]) -> String {
  func line(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }
  return line(heading) + line(heading.map { _ in "---" }) + rows.map(line).joined()
}
