/// Swift code with comments and the insides of string literals blanked out, line by line, so that
/// a rule about code is not set off by words about code.
struct CodeText {
  /// The code's lines; as many as the text has.
  let lines: [String]

  private enum State {
    case code
    case comment(depth: Int)
    case string(hashes: Int, quotes: Int)
  }

  init(_ text: String) {
    var lines: [String] = []
    var line = ""
    var state = State.code
    let scalars = Array(text.unicodeScalars)
    var index = 0
    func next(_ distance: Int) -> Unicode.Scalar? {
      index + distance < scalars.count ? scalars[index + distance] : nil
    }
    func count(of scalar: Unicode.Scalar, from start: Int) -> Int {
      scalars[min(start, scalars.count)...].prefix { $0 == scalar }.count
    }
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\n" {
        lines.append(line)
        line = ""
        index += 1
        if case .string(_, 1) = state { state = .code }
        continue
      }
      var step = 1
      switch state {
      case .code:
        if scalar == "/", next(1) == "/" {
          while index < scalars.count, scalars[index] != "\n" { index += 1 }
          continue
        } else if scalar == "/", next(1) == "*" {
          state = .comment(depth: 1)
          step = 2
        } else if scalar == "\"" || scalar == "#" {
          let hashes = count(of: "#", from: index)
          let quotes = count(of: "\"", from: index + hashes)
          if quotes == 0 {
            line.unicodeScalars.append(scalar)
          } else if quotes == 2 {
            step = hashes + 2 + hashes
          } else {
            state = .string(hashes: hashes, quotes: quotes >= 3 ? 3 : 1)
            step = hashes + (quotes >= 3 ? 3 : 1)
          }
          if quotes > 0 { line += "\"\"" }
        } else {
          line.unicodeScalars.append(scalar)
        }
      case .comment(let depth):
        if scalar == "*", next(1) == "/" {
          state = depth == 1 ? .code : .comment(depth: depth - 1)
          step = 2
        } else if scalar == "/", next(1) == "*" {
          state = .comment(depth: depth + 1)
          step = 2
        }
      case .string(let hashes, let quotes):
        if scalar == "\\", hashes == 0 {
          step = 2
        } else if scalar == "\"", count(of: "\"", from: index) >= quotes,
          count(of: "#", from: index + quotes) >= hashes
        {
          state = .code
          step = quotes + hashes
        }
      }
      index += step
    }
    lines.append(line)
    self.lines = lines
  }
}
