extension DecimalNumber {
  /// Reads the number at the beginning of `reader` and leaves what follows it.
  init(in reader: inout ByteReader, allowingSign: Bool) throws(ParseProblem) {
    let start = reader.position
    let negative = allowingSign && reader.take("-")
    if allowingSign, !negative { _ = reader.take("+") }
    let first = reader.position
    var coefficient: Int128 = 0
    var exponent = 0
    var (significant, zeros) = (0, 0)
    func append(_ digit: UInt8, fraction: Bool) {
      // Zeros wait until a digit follows, so that trailing ones cost no room.
      if fraction { exponent -= 1 }
      if digit == 0x30 {
        zeros += 1
        return
      }
      if significant > 0 { significant += zeros }
      significant += 1
      if significant <= DecimalNumber.maximumDigits {
        for _ in 0..<(coefficient == 0 ? 0 : zeros) { coefficient *= 10 }
        coefficient = coefficient * 10 + Int128(digit - 0x30)
      }
      zeros = 0
    }
    let whole = reader.takeWhile(\.isDigit)
    for byte in reader.bytes[whole] { append(byte, fraction: false) }
    if reader.peek() == 0x2E, reader.peek(1)?.isDigit == true || whole.isEmpty {
      reader.position += 1
      let fraction = reader.takeWhile(\.isDigit)
      for byte in reader.bytes[fraction] { append(byte, fraction: true) }
      if whole.isEmpty && !fraction.isEmpty {
        throw ParseProblem(
          "a digit stands before the decimal point", at: first..<reader.position,
          help: "write 0.\(reader.text(fraction))")
      }
    }
    if whole.isEmpty {
      throw ParseProblem("a number is missing", at: first..<max(first, reader.position))
    }
    exponent += zeros
    exponent += try DecimalNumber.scientificExponent(in: &reader)
    try DecimalNumber.refuseSeparators(reader, start, whole)
    guard significant <= DecimalNumber.maximumDigits,
      let number = DecimalNumber(
        coefficient: negative ? -coefficient : coefficient, exponent: exponent)
    else {
      throw ParseProblem(
        "a number has at most \(DecimalNumber.maximumDigits) digits and "
          + "\(DecimalNumber.maximumExponent) zeros", at: start..<reader.position)
    }
    self = number
  }

  /// `e25`, if digits follow the letter.
  private static func scientificExponent(in reader: inout ByteReader) throws(ParseProblem) -> Int {
    guard let letter = reader.peek(), letter | 0x20 == 0x65 else { return 0 }
    let start = reader.position
    reader.position += 1
    let negative = reader.take("-")
    if !negative { _ = reader.take("+") }
    let digits = reader.takeWhile(\.isDigit)
    if digits.isEmpty {
      reader.position = start
      return 0
    }
    guard digits.count <= 3, let value = Int(reader.text(digits)) else {
      throw ParseProblem(
        "an exponent has at most three digits", at: start..<reader.position)
    }
    return negative ? -value : value
  }

  /// Teaches the one way of writing a number where another way was met.
  private static func refuseSeparators(
    _ reader: ByteReader, _ start: Int, _ whole: Range<Int>
  ) throws(ParseProblem) {
    guard let next = reader.peek() else { return }
    let follows = reader.peek(1)?.isDigit == true
    let isThinSpace = next == 0xE2 && reader.peek(1) == 0x80 && reader.peek(2) == 0xAF
    let isHardSpace = next == 0xC2 && reader.peek(1) == 0xA0
    let width = isThinSpace ? 3 : isHardSpace ? 2 : 1
    let sign = reader.position..<reader.position + width
    if next == 0x2C, follows {
      throw ParseProblem(
        "a comma in a number is read differently from country to country", at: sign,
        help: "decimals have a point: 13.5; thousands have no separator: 13500")
    }
    if next == 0x2E, follows {
      throw ParseProblem(
        "a number has one decimal point", at: sign,
        help: "thousands have no separator: 1000000, or 1M")
    }
    let separated =
      (isThinSpace && reader.peek(3)?.isDigit == true)
      || (isHardSpace && reader.peek(2)?.isDigit == true)
      || ((next == 0x20 || next == 0x5F || next == 0x27) && follows)
    if separated {
      var all = ByteReader(reader.bytes, start..<reader.end)
      let rest = all.takeWhile {
        $0.isDigit || $0 == 0x20 || $0 == 0x5F || $0 == 0x27 || $0 >= 0x80
      }
      let digits = reader.bytes[rest].filter(\.isDigit)
      throw ParseProblem(
        "thousands are written without a separator", at: sign,
        help: "write \(String(decoding: digits, as: UTF8.self))")
    }
  }
}
