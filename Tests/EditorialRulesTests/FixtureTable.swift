import Foundation
import Testing

/// A table in a file: one input per line, `⇒`, and what it must give; `#` begins a comment.
///
/// `UPDATE_GOLDEN=1` writes what is given now into the file, to be read as a diff.
enum FixtureTable {
  static func check(
    _ name: String, _ output: (String) -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures").appending(path: name + ".txt")
    let lines = try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    var written: [String] = []
    var rows = 0
    for line in lines {
      if line.isEmpty || line.hasPrefix("#") {
        written.append(String(line))
        continue
      }
      let cells = line.split(separator: " ⇒", maxSplits: 1, omittingEmptySubsequences: false)
      let input = String(cells[0])
      let actual = output(input)
      let expected = cells.count > 1 ? cells[1].drop { $0 == " " } : ""
      if !updates {
        #expect(actual == expected, "\(name): \(input)", sourceLocation: sourceLocation)
      }
      written.append(input + " ⇒ " + actual)
      rows += 1
    }
    #expect(rows > 0, sourceLocation: sourceLocation)
    if updates {
      try written.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
    }
  }

  private static let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
}
