import SiteBuild
import SiteModel
import SourceDiagnostics
import Testing

@Suite("Names that are one slip apart")
struct NearDuplicateTests {
  /// Names of few different letters, so that many are near to others, from a fixed seed.
  private static let names: [String] = {
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    var seen = Set<String>()
    while seen.count < 220 {
      let length = 6 + Int(next(3))
      seen.insert(String((0..<length).map { _ in Array("bcdn")[Int(next(4))] }))
    }
    return seen.sorted()
  }()

  /// The distance of two names by the textbook: insertions, deletions, substitutions, swaps.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in 1...a.count {
      for j in 1...b.count {
        let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }

  @Test("the table of shortened names finds just the pairs that comparing all with all finds")
  func pairs() throws {
    let folder = SiteFolder()
    folder.write("brevier.yml", "title: Test\nbase_url: https://example.org/\n")
    for name in Self.names {
      folder.write(
        "content/entities/company/\(name).md", "---\nname: \(name)\ndescription: \(name).\n---\n")
    }
    let site = try Pipeline.check(
      SiteRequest(
        source: folder.source, output: folder.output,
        asOf: try CalendarDate(parsing: SiteRun.today)))
    let found = site.findings.filter { $0.rule.code == "X3" }.compactMap { finding in
      finding.related.first.map { [$0.span.file, finding.span?.file ?? ""].sorted() }
    }
    var due = Set<[String]>()
    for (index, first) in Self.names.enumerated() {
      for second in Self.names[(index + 1)...]
      where first.first == second.first && Self.distance(Array(first), Array(second)) == 1 {
        due.insert([first, second].map { "content/entities/company/\($0).md" }.sorted())
      }
    }
    #expect(due.count > 20)
    #expect(found.count == due.count)
    #expect(Set(found) == due)
  }
}
