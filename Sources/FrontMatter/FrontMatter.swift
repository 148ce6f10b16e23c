public import SourceDiagnostics

/// Finds the header of a content file: the lines between a `---` on its very first line and the
/// next line that is `---`.
public enum FrontMatter {
  /// Where the header's YAML stands (without the two `---` lines) and where the body begins.
  ///
  /// A byte order mark before the first line is skipped, spaces and tabs after `---` do not count,
  /// and lines end at `\n`, `\r\n` or `\r`. A file that does not start with `---` has no header and
  /// its body begins after the mark. A header that is never closed is reported (F001); its file
  /// then has neither header nor body.
  public static func split(
    _ bytes: [UInt8], file: String, diagnostics: inout [Diagnostic]
  ) -> (header: Range<Int>?, bodyStart: Int) {
    let start = startAfterMark(bytes)
    guard let headerStart = endOfFence(bytes, at: start) else { return (nil, start) }
    var line = headerStart
    while line < bytes.count {
      if let bodyStart = endOfFence(bytes, at: line) { return (headerStart..<line, bodyStart) }
      line = nextLine(bytes, from: line)
    }
    diagnostics.append(neverClosed(bytes, start: start, headerStart: headerStart, file: file))
    return (nil, bytes.count)
  }

  /// Behind the UTF-8 byte order mark, if there is one.
  static func startAfterMark(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// When the line at `start` is `---`: where the next line begins.
  private static func endOfFence(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D,
      bytes[start + 2] == 0x2D
    else { return nil }
    var end = start + 3
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    guard end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D else { return nil }
    return nextLine(bytes, from: end)
  }

  private static func nextLine(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
    return min(end + 1, bytes.count)
  }

  private static func neverClosed(
    _ bytes: [UInt8], start: Int, headerStart: Int, file: String
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      .neverClosed, "the header that opens on the first line is never closed",
      at: SourceSpan(file: file, range: start..<start + 3), label: "opened here",
      help: "end the header with a line '---'; for a rule at the top of a text write '***'")
    var line = headerStart
    while line < bytes.count {
      let next = nextLine(bytes, from: line)
      var content = bytes[line..<next]
      content = content.drop { $0 == 0x20 || $0 == 0x09 }
      while let last = content.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) {
        content.removeLast()
      }
      if looksLikeFence(content) {
        let span = SourceSpan(file: file, range: content.startIndex..<content.endIndex)
        diagnostic.related = [
          Diagnostic.Related(span, "meant to close it? it is not exactly '---'")
        ]
        break
      }
      line = next
    }
    return diagnostic
  }

  /// Two or more hyphens, an em or en dash, `...`: what people write instead of `---`.
  private static func looksLikeFence(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 2 else { return false }
    return line.allSatisfy { $0 == 0x2D } || line.elementsEqual("...".utf8)
      || line.elementsEqual("—".utf8) || line.elementsEqual("–".utf8)
      || line.elementsEqual("—-".utf8) || line.elementsEqual("–-".utf8)
  }
}
