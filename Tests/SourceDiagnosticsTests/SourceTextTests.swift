import SourceDiagnostics
import Testing

@Suite("Lines and columns")
struct SourceTextTests {
  private func text(_ content: String) -> SourceText {
    SourceText(path: "a.md", bytes: Array(content.utf8))
  }

  @Test(
    "a line ends at LF, at CR LF and at a lone CR",
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb", ["a", "b"]),
      ("a\r\nb", ["a", "b"]), ("a\rb", ["a", "b"]), ("a\r\r\nb", ["a", "", "b"]),
      ("a\n\rb", ["a", "", "b"]), ("\n\n", ["", "", ""]), ("\r\n", ["", ""]),
      ("a\u{2028}b\u{85}c", ["a\u{2028}b\u{85}c"]),
    ])
  func lines(_ content: String, _ expected: [String]) {
    let text = text(content)
    #expect(text.lineCount == expected.count)
    #expect((1...text.lineCount).map { text.line($0) } == expected)
  }

  @Test("a column counts scalars, not bytes and not what looks like one letter")
  func columns() {
    let text = text("é中👍e\u{301}x")
    let starts = [0, 2, 5, 9, 10, 12, 13]
    let positions = starts.map { text.position(of: $0) }
    #expect(positions == (1...7).map { LineColumn(line: 1, column: $0) })
  }

  @Test("an offset within a scalar is the scalar's place")
  func withinScalar() {
    let text = text("a👍b")
    for offset in 1...4 {
      #expect(text.position(of: offset) == LineColumn(line: 1, column: 2), "offset \(offset)")
    }
    #expect(text.position(of: 5) == LineColumn(line: 1, column: 3))
  }

  @Test("offsets outside the text are its ends")
  func clamped() {
    let text = text("ab\ncd")
    #expect(text.position(of: -5) == LineColumn(line: 1, column: 1))
    #expect(text.position(of: 99) == LineColumn(line: 2, column: 3))
    #expect(text.offset(of: LineColumn(line: 0, column: 1)) == 0)
    #expect(text.offset(of: LineColumn(line: 1, column: 99)) == 2)
    #expect(text.offset(of: LineColumn(line: 2, column: -1)) == 3)
    #expect(text.offset(of: LineColumn(line: 9, column: 1)) == 5)
  }

  @Test("the end of a line belongs to that line, and what follows to the next")
  func lineEnds() {
    let text = text("ab\r\ncd\n")
    #expect(text.position(of: 2) == LineColumn(line: 1, column: 3))
    #expect(text.position(of: 4) == LineColumn(line: 2, column: 1))
    #expect(text.position(of: 7) == LineColumn(line: 3, column: 1))
    #expect(text.lineRange(1) == 0..<2)
    #expect(text.lineRange(2) == 4..<6)
    #expect(text.lineRange(3) == 7..<7)
  }

  @Test(
    "every scalar's place leads back to its offset, and a naive count agrees", arguments: 0..<60)
  func roundTrip(_ seed: UInt64) {
    var random = SeededRandom(seed)
    let parts = ["a", "é", "中", "👍", "\n", "\r\n", "\r", "\t", "\u{301}", ""]
    let content = (0..<random.int(0...40)).map { _ in random.pick(parts) }.joined()
    let text = text(content)
    var (offset, line, column) = (0, 1, 1)
    var last: Unicode.Scalar?
    for scalar in content.unicodeScalars {
      let isSecondHalf = last == "\r" && scalar == "\n"
      if last == "\n" || (last == "\r" && !isSecondHalf) { (line, column) = (line + 1, 1) }
      #expect(text.position(of: offset) == LineColumn(line: line, column: column))
      if !isSecondHalf {
        #expect(text.offset(of: LineColumn(line: line, column: column)) == offset)
      }
      offset += scalar.utf8.count
      column += 1
      last = scalar
    }
    #expect(offset == text.bytes.count)
  }

  @Test("bytes that are no UTF-8 have places too")
  func brokenBytes() {
    let text = SourceText(path: "x", bytes: [0xFF, 0x80, 0x80, 0x0A, 0xC3])
    #expect(text.lineCount == 2)
    #expect(text.position(of: 5) == LineColumn(line: 2, column: 2))
    #expect(!text.line(1).isEmpty)
  }
}
