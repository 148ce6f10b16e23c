import Foundation
import SiteModel
import Testing

/// A table in a file: one input per line, `⇒`, and what it must give; `#` begins a comment.
///
/// `UPDATE_GOLDEN=1` writes what is given now into the file, to be read as a diff.
enum FixtureTable {
  static func check(
    _ name: String, _ output: (String) throws -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures").appending(path: name)
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
      let actual = given { try output(input) }
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

  /// What `output` gives, or its problem: the bytes meant, the message, the help.
  private static func given(_ output: () throws -> String) -> String {
    do {
      return try output()
    } catch let problem as ParseProblem {
      return line(problem)
    } catch let problem as FieldProblem {
      return "\(problem.field) \(line(problem.problem))"
    } catch {
      return "\(error)"
    }
  }

  private static func line(_ problem: ParseProblem) -> String {
    "✗ \(problem.range.lowerBound)..<\(problem.range.upperBound) \(problem.message)"
      + (problem.help.map { " (\($0))" } ?? "")
  }
}

/// SplitMix64: the same numbers on every machine for one seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<T>(_ from: [T]) -> T { from[Int.random(in: 0..<from.count, using: &self)] }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
