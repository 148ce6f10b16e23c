/// Where things stand in a text: its lines, and its place in the file.
struct SourceMap {
  /// The text as the author wrote it; valid during the parse.
  let text: UnsafeBufferPointer<UInt8>
  let file: String
  /// The byte of the file at which the text begins.
  let offset: Int
  private let lineStarts: [Int]

  /// Finds the lines: they end at `\n`, `\r\n` or a lone `\r`.
  init(_ text: UnsafeBufferPointer<UInt8>, file: String, offset: Int) {
    self.text = text
    self.file = file
    self.offset = offset
    var starts = [0]
    let hasReturns = PlaceMarks.find(0x0D, in: text, from: 0) != nil
    var index = 0
    if hasReturns {
      while index < text.count {
        let byte = text[index]
        index += 1
        if byte == 0x0D, index < text.count, text[index] == 0x0A { index += 1 }
        if byte == 0x0A || byte == 0x0D { starts.append(index) }
      }
    } else {
      while let newline = PlaceMarks.find(0x0A, in: text, from: index) {
        index = newline + 1
        starts.append(index)
      }
    }
    lineStarts = starts
  }

  /// The start of a line, counted from zero; lines past the end start at the end.
  func start(ofLine line: Int) -> Int {
    line < lineStarts.count ? lineStarts[max(0, line)] : text.count
  }

  /// The line, counted from zero, on which an offset lies.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The lines `first` to `last`, counted from zero, without the last line's end.
  func lines(_ first: Int, _ last: Int) -> Range<Int> {
    let start = start(ofLine: first)
    var end = self.start(ofLine: last + 1)
    while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// A range of the text as a range of the file.
  func inFile(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound + offset..<range.upperBound + offset
  }

  /// Where `needle` is first found in a range of the text.
  func find(_ needle: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Range<Int>? {
    guard let first = needle.first, range.upperBound <= text.count else { return nil }
    let area = UnsafeBufferPointer(rebasing: text[range])
    var index = 0
    while let found = PlaceMarks.find(first, in: area, from: index),
      found + needle.count <= area.count
    {
      let candidate = area[found..<found + needle.count]
      if candidate.elementsEqual(needle) {
        return found + range.lowerBound..<found + range.lowerBound + needle.count
      }
      index = found + 1
    }
    return nil
  }

  /// The end of the link whose first bracket (or `!`) is at `start`: after its address in
  /// parentheses or its label, or after its text when neither follows.
  func endOfLink(from start: Int) -> Int {
    var index = start
    if index < text.count, text[index] == 0x21 { index += 1 }
    index = endOfBrackets(from: index, open: 0x5B, close: 0x5D)
    guard index < text.count else { return index }
    switch text[index] {
    case 0x28: return endOfBrackets(from: index, open: 0x28, close: 0x29)
    case 0x5B: return endOfBrackets(from: index, open: 0x5B, close: 0x5D)
    default: return index
    }
  }

  private func endOfBrackets(from start: Int, open: UInt8, close: UInt8) -> Int {
    var depth = 0
    var index = start
    while index < text.count {
      switch text[index] {
      case 0x5C: index += 1
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 { return index + 1 }
      // No link goes beyond a blank line.
      case 0x0A where index + 1 < text.count && text[index + 1] == 0x0A: return index
      default: break
      }
      index += 1
    }
    return min(index, text.count)
  }
}
