import FrontMatter
import SourceDiagnostics
import Testing

@Suite("Planted bombs")
struct BombTests {
  /// Far above what any of them takes, far below what one that goes off would.
  static let patience = Duration.seconds(20)

  private func read(_ yaml: String, _ limits: FrontMatterDocument.Limits = .header) -> Reading {
    let clock = ContinuousClock()
    let start = clock.now
    let reading = Reading(yaml, limits: limits)
    #expect(clock.now - start < Self.patience)
    return reading
  }

  @Test("a bomb of aliases of any level is refused", arguments: 5...12)
  func aliases(_ levels: Int) {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...levels {
      let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let reading = read(yaml)
    #expect(Set(reading.codes) == ["F006"])
  }

  @Test("depth ends at 64 levels, in brackets and by indentation")
  func depth() {
    #expect(read(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).codes == [])
    let bracket = read(String(repeating: "[", count: 65) + String(repeating: "]", count: 65))
    #expect(bracket.codes == ["F010"])
    #expect(bracket.diagnostics.first?.span?.range == 64..<65)
    #expect(bracket.document == nil)
    for open in ["[", "{a: ", "[{a: ", "- ", "? "] {
      let reading = read(String(repeating: open, count: 100_000), .file)
      #expect(reading.codes == ["F010"], "\(open)")
    }
    var indented = ""
    for level in 0..<100 { indented += String(repeating: " ", count: level) + "a:\n" }
    #expect(read(indented).codes == ["F010"])
  }

  @Test("the number of values ends at 10,000, keys counted")
  func nodes() {
    let few = "a: [" + [String](repeating: "x", count: 9_997).joined(separator: ",") + "]"
    #expect(read(few).codes == [])
    let many = "a: [" + [String](repeating: "x", count: 9_998).joined(separator: ",") + "]"
    #expect(read(many).codes == ["F010"])
    #expect(read("[" + String(repeating: "[],", count: 20_000) + "]").codes == ["F010"])
  }

  @Test("a header ends at 64 KiB, a file at 1 MiB")
  func bytes() {
    let text = "a: " + String(repeating: "x", count: (64 << 10) - 3)
    #expect(read(text).codes == [])
    #expect(read(text + "x").codes == ["F010"])
    #expect(read(text + "x", .file).codes == [])
    #expect(read("a: " + String(repeating: "x", count: 1 << 20), .file).codes == ["F010"])
  }

  @Test("many directives, keys, quotes, comments, escapes and blanks take no time")
  func floods() {
    let size = 1 << 20
    _ = read(String(repeating: "%TAG !a! b\n", count: size / 11), .file)
    _ = read("...\n" + String(repeating: "%TAG !a! b\n", count: size / 12), .file)
    _ = read("a\n...\n" + String(repeating: "%TAG !a! b\n", count: size / 12), .file)
    _ = read(String(repeating: "#", count: size), .file)
    _ = read(String(repeating: "#\n", count: size / 2), .file)
    _ = read(String(repeating: "'", count: size), .file)
    _ = read("\"" + String(repeating: "\\x41", count: size / 4 - 1) + "\"", .file)
    _ = read(String(repeating: " ", count: size), .file)
    _ = read("a: |\n" + String(repeating: "\n", count: size - 10), .file)
    _ = read("a: " + String(repeating: "b ", count: size / 2 - 2), .file)
    _ = read(String(repeating: "k: v\n", count: 4_900), .file)
    _ = read((0..<4_900).map { "k\($0): v\n" }.joined(), .file)
    _ = read(String(repeating: "? ", count: 30_000))
    _ = read(String(repeating: "- ", count: 30_000))
    _ = read(String(repeating: "...\n", count: size / 4), .file)
  }

  @Test("ten thousand unknown fields are told apart quickly")
  func unknown() throws {
    let reading = read((0..<4_900).map { "field\($0): v\n" }.joined())
    let schema = Schema("a thing", (0..<60).map { Field("name\($0)", .text(), "a name") })
    var found: [Diagnostic] = []
    let clock = ContinuousClock()
    let start = clock.now
    _ = MappingReader(try #require(reading.document), schema, diagnostics: &found)
    #expect(clock.now - start < Self.patience)
    #expect(found.count == 100)
  }
}
