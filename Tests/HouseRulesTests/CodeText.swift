/// Swift code with comments and the insides of string literals blanked out, line by line, so that
/// a rule about code is not set off by words about code.
struct CodeText: Sendable {
  /// The code's lines; as many as the text has.
  let lines: [String]

  init(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    while reader.index < reader.bytes.count { reader.step() }
    reader.endLine()
    lines = reader.lines
  }

  /// Reads the text once, knowing whether it is in code, a comment or a string.
  private struct Reader {
    let bytes: [UInt8]
    var index = 0
    var lines: [String] = []
    private var line: [UInt8] = []
    private var state = State.code

    private enum State {
      case code
      case comment(depth: Int)
      case string(hashes: Int, quotes: Int)
    }

    private static let (quote, hash, slash, star) = (
      UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "*")
    )

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func endLine() {
      lines.append(String(decoding: line, as: UTF8.self))
      line.removeAll(keepingCapacity: true)
    }

    mutating func step() {
      if bytes[index] == 0x0A {
        endLine()
        index += 1
        // A string on one line that is not closed there is a mistake of the compiler's to find.
        if case .string(_, 1) = state { state = .code }
        return
      }
      switch state {
      case .code: stepInCode()
      case .comment(let depth): stepInComment(depth)
      case .string(let hashes, let quotes): stepInString(hashes, quotes)
      }
    }

    private mutating func stepInCode() {
      if has(Self.slash, Self.slash) {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      } else if has(Self.slash, Self.star) {
        state = .comment(depth: 1)
        index += 2
      } else {
        let hashes = count(of: Self.hash, from: index)
        let quotes = count(of: Self.quote, from: index + hashes)
        if quotes == 0 {
          line.append(bytes[index])
          index += 1
          return
        }
        line += [Self.quote, Self.quote]
        let opening = quotes >= 3 ? 3 : 1
        if quotes == 2 {
          index += hashes + 2 + hashes
        } else {
          state = .string(hashes: hashes, quotes: opening)
          index += hashes + opening
        }
      }
    }

    private mutating func stepInComment(_ depth: Int) {
      if has(Self.star, Self.slash) {
        state = depth == 1 ? .code : .comment(depth: depth - 1)
        index += 2
      } else if has(Self.slash, Self.star) {
        state = .comment(depth: depth + 1)
        index += 2
      } else {
        index += 1
      }
    }

    private mutating func stepInString(_ hashes: Int, _ quotes: Int) {
      if bytes[index] == UInt8(ascii: "\\"), hashes == 0 {
        index += 2
      } else if bytes[index] == Self.quote, count(of: Self.quote, from: index) >= quotes,
        count(of: Self.hash, from: index + quotes) >= hashes
      {
        state = .code
        index += quotes + hashes
      } else {
        index += 1
      }
    }

    private func has(_ first: UInt8, _ second: UInt8) -> Bool {
      bytes[index] == first && index + 1 < bytes.count && bytes[index + 1] == second
    }

    private func count(of byte: UInt8, from start: Int) -> Int {
      var end = start
      while end < bytes.count, bytes[end] == byte { end += 1 }
      return end - start
    }
  }
}
