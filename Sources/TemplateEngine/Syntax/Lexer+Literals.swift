/// Numbers and strings.
extension Lexer {
  /// A number: decimal, `0x`, `0o`, `0b`, or with a fraction or exponent; `_` between digits.
  mutating func number() throws(TemplateFault) -> Token {
    let start = position
    if peek(start) == UInt8(ascii: "0"), let radix = radix(of: peek(start + 1) | 0x20) {
      let end = digits(from: start + 2, radix: radix, leadingUnderscore: true)
      if end > start + 2 { return try integer(start + 2, end, radix: radix, start: start) }
    }
    let whole = digits(from: start, radix: 10)
    var end = whole
    if !followsDot(start) {
      var fraction = whole
      if peek(whole) == UInt8(ascii: "."), isDigit(peek(whole + 1)) {
        fraction = digits(from: whole + 1, radix: 10)
        end = fraction
      }
      if peek(fraction) | 0x20 == UInt8(ascii: "e") {
        let sign = peek(fraction + 1)
        let signed = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
        let first = fraction + (signed ? 2 : 1)
        if isDigit(peek(first)) { end = digits(from: first, radix: 10) }
      }
      if end > whole { return try float(start, end) }
    }
    // A zero is a number of its own: `012` is `0` and `12`.
    if peek(start) == UInt8(ascii: "0") {
      end = start
      while peek(end) == UInt8(ascii: "0")
        || (peek(end) == UInt8(ascii: "_") && peek(end + 1) == UInt8(ascii: "0"))
      {
        end += 1
      }
    }
    return try integer(start, end, radix: 10, start: start)
  }

  private func followsDot(_ start: Int) -> Bool {
    start > 0 && peek(start - 1) == UInt8(ascii: ".")
  }

  private func radix(of letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private func digits(from start: Int, radix: Int, leadingUnderscore: Bool = false) -> Int {
    func valid(_ byte: UInt8) -> Bool {
      if isDigit(byte) { return Int(byte &- UInt8(ascii: "0")) < radix }
      return radix == 16 && (byte | 0x20) &- UInt8(ascii: "a") < 6
    }
    var index = start
    while true {
      if valid(peek(index)) {
        index += 1
      } else if peek(index) == UInt8(ascii: "_"), valid(peek(index + 1)),
        index > start || leadingUnderscore
      {
        index += 2
      } else {
        return index
      }
    }
  }

  private mutating func integer(_ from: Int, _ to: Int, radix: Int, start: Int)
    throws(TemplateFault) -> Token
  {
    var result = 0
    for index in from..<to where peek(index) != UInt8(ascii: "_") {
      let byte = peek(index)
      let digit = isDigit(byte) ? Int(byte - 48) : Int((byte | 0x20) - 87)
      let (product, over) = result.multipliedReportingOverflow(by: radix)
      let (sum, tooLarge) = product.addingReportingOverflow(digit)
      if over || tooLarge {
        throw fault("an integer has at most 64 bits", at: Span(start, to))
      }
      result = sum
    }
    position = to
    return Token(kind: .integer, span: Span(start, to), value: .int(result))
  }

  private mutating func float(_ start: Int, _ end: Int) throws(TemplateFault) -> Token {
    let text = String(
      decoding: (start..<end).map { peek($0) }.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    guard let value = Double(text) else {
      throw fault("'\(text)' is not a number", at: Span(start, end))
    }
    position = end
    return Token(kind: .float, span: Span(start, end), value: .double(value))
  }

  /// A string in either quotes, its escapes replaced.
  mutating func string(quote: UInt8) throws(TemplateFault) -> Token {
    let start = position
    var index = start + 1
    var plain = true
    while index < count, peek(index) != quote {
      if peek(index) == UInt8(ascii: "\\") {
        plain = false
        index += 1
      } else if peek(index) == 0x0D {
        plain = false
      }
      index += 1
    }
    guard index < count else {
      throw fault("a string is not closed", at: Span(start, start + 1))
    }
    let end = index
    position = end + 1
    let value = plain ? plainText(start + 1..<end) : try unescaped(start + 1..<end)
    return Token(kind: .string, span: Span(start, position), value: value)
  }

  private func unescaped(_ range: Range<Int>) throws(TemplateFault) -> Value {
    var out: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = peek(index)
      if byte == 0x0D {
        out.append(0x0A)
        index += index + 1 < range.upperBound && peek(index + 1) == 0x0A ? 2 : 1
      } else if byte == UInt8(ascii: "\\") {
        index = try escape(at: index, in: range, &out)
      } else {
        out.append(byte)
        index += 1
      }
    }
    return made(out)
  }

  /// Appends what the escape at `index` stands for; returns where it ends.
  private func escape(at index: Int, in range: Range<Int>, _ out: inout [UInt8])
    throws(TemplateFault) -> Int
  {
    let letter = peek(index + 1)
    switch Character(UnicodeScalar(letter)) {
    case "\n": return index + 2
    case "\r": return index + (peek(index + 2) == 0x0A ? 3 : 2)
    case "\\", "'", "\"": out.append(letter)
    case "n": out.append(0x0A)
    case "r": out.append(0x0D)
    case "t": out.append(0x09)
    case "b": out.append(0x08)
    case "f": out.append(0x0C)
    case "a": out.append(0x07)
    case "v": out.append(0x0B)
    case "x": return try hexadecimal(index, 2, range, &out)
    case "u": return try hexadecimal(index, 4, range, &out)
    case "U": return try hexadecimal(index, 8, range, &out)
    case "N":
      throw fault("'\\N{…}' is not an escape of the language", at: Span(index, index + 2))
    case "0"..."7":
      var value: UInt32 = 0
      var end = index + 1
      while end < min(index + 4, range.upperBound), peek(end) & 0xF8 == 0x30 {
        value = value * 8 + UInt32(peek(end) - 48)
        end += 1
      }
      UTF8Scan.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &out)
      return end
    default:
      out.append(UInt8(ascii: "\\"))
      return index + 1
    }
    return index + 2
  }

  private func hexadecimal(_ index: Int, _ digits: Int, _ range: Range<Int>, _ out: inout [UInt8])
    throws(TemplateFault) -> Int
  {
    let end = index + 2 + digits
    var value: UInt32 = 0
    for place in index + 2..<end {
      let byte = place < range.upperBound ? peek(place) : 0
      let lower = (byte | 0x20) &- UInt8(ascii: "a")
      guard isDigit(byte) || lower < 6 else {
        throw fault(
          "\(digits) hexadecimal digits are expected here",
          at: Span(index, min(end, range.upperBound)))
      }
      value = value &* 16 &+ UInt32(isDigit(byte) ? byte - 48 : lower + 10)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw fault("this is not a Unicode scalar value", at: Span(index, end))
    }
    UTF8Scan.append(scalar, to: &out)
    return end
  }
}
