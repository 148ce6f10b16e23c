/// The text of one file, with the one place that turns byte offsets into lines and columns.
///
/// Everything inside Brevier speaks of bytes; people are told lines and columns, both counted from
/// one. A line ends at `\n`, `\r\n` or a lone `\r`; a column counts Unicode scalar values.
public struct SourceText: Sendable {
  /// The file's path relative to the site's root, with `/` between its parts.
  public let path: String
  /// The file's bytes, UTF-8.
  public let bytes: [UInt8]
  private let lineStarts: [Int]

  /// Reads `bytes` once to find its lines.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
    lineStarts = starts
  }

  /// How many lines the text has; at least one.
  public var lineCount: Int { lineStarts.count }

  /// The line and column, both from one, of a byte offset. An offset within a scalar counts as the
  /// scalar's own, one past the end as the end.
  public func position(of offset: Int) -> LineColumn {
    var offset = min(max(offset, 0), bytes.count)
    while offset > 0, offset < bytes.count, isContinuation(bytes[offset]) { offset -= 1 }
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return LineColumn(
      line: low + 1, column: scalarCount(in: lineStarts[low]..<offset) + 1)
  }

  /// The byte offset of a line and column, clamped to the text.
  public func offset(of position: LineColumn) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= lineStarts.count else { return bytes.count }
    let range = lineRange(position.line)
    var offset = range.lowerBound
    var column = 1
    while column < position.column, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, isContinuation(bytes[offset]) { offset += 1 }
      column += 1
    }
    return offset
  }

  /// The byte range of a line without the characters that end it. Lines count from one; asking for
  /// one that is not there is a bug of the caller.
  public func lineRange(_ line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// A line's text, from one.
  public func line(_ line: Int) -> String {
    String(decoding: bytes[lineRange(line)], as: UTF8.self)
  }

  private func scalarCount(in range: Range<Int>) -> Int {
    bytes[range].reduce(0) { isContinuation($1) ? $0 : $0 + 1 }
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

/// A place as people say it: line and column, both counted from one.
public struct LineColumn: Sendable, Hashable, Comparable {
  /// The line, from one.
  public var line: Int
  /// The column in Unicode scalar values, from one.
  public var column: Int

  /// A place from its line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Earlier lines first, then earlier columns.
  public static func < (a: LineColumn, b: LineColumn) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of bytes in a named file, or the file as a whole.
public struct SourceSpan: Sendable, Hashable {
  /// The file's path relative to the site's root.
  public var file: String
  /// The bytes meant; `nil` when the whole file is.
  public var range: Range<Int>?

  /// A span of bytes in a file, or the whole file when no range is given.
  public init(file: String, range: Range<Int>? = nil) {
    self.file = file
    self.range = range
  }
}
