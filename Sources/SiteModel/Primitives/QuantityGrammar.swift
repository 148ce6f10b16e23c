/// The parts of a quantity's short form, each read by one function.
enum QuantityGrammar {
  /// What a sign or words before a number say.
  enum Limit: Equatable {
    case qualified(Quantity.Qualifier)
    case atLeast
  }

  /// The signs and words before a number; longer ones before those they begin with.
  private static let limits: KeyValuePairs<String, Limit> = [
    ">=": .atLeast, "<=": .qualified(.upTo), "≥": .atLeast, "≤": .qualified(.upTo),
    "~": .qualified(.about), "≈": .qualified(.about), ">": .qualified(.over),
    "<": .qualified(.under), "about ": .qualified(.about), "around ": .qualified(.about),
    "over ": .qualified(.over), "more than ": .qualified(.over), "under ": .qualified(.under),
    "less than ": .qualified(.under), "up to ": .qualified(.upTo), "at least ": .atLeast,
  ]

  /// Letters and words for powers of ten.
  static let scales: [String: Int] = [
    "k": 3, "K": 3, "M": 6, "B": 9, "T": 12, "mn": 6, "bn": 9, "tn": 12, "Md": 9, "Mrd": 9,
    "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9,
    "billion": 9, "billions": 9, "trillion": 12, "trillions": 12,
  ]

  /// Takes a limit and the blanks behind it.
  static func takeQualifier(
    in reader: inout ByteReader
  ) -> (meaning: Limit, text: String, end: Int)? {
    for (text, meaning) in limits where reader.bytes[reader.position...].starts(with: text.utf8) {
      reader.position += text.utf8.count
      let word = text.hasSuffix(" ") ? String(text.dropLast()) : text
      let end = reader.position - (text.utf8.count - word.utf8.count)
      _ = reader.takeWhile(\.isBlank)
      return (meaning, word, end)
    }
    return nil
  }

  /// The other end of a range, if a hyphen, a dash or `to` follows the first number.
  ///
  /// A scale right behind the first number belongs to it alone; without one it takes that of the
  /// second.
  static func rangeEnd(
    in reader: inout ByteReader, _ first: DecimalNumber
  ) throws(ParseProblem) -> (min: DecimalNumber, minIsScaled: Bool, max: DecimalNumber)? {
    var ahead = reader
    let scale = ahead.takeWhile(\.isLetter)
    let power = scales[ahead.text(scale)]
    if !scale.isEmpty && power == nil { return nil }
    let blanks = ahead.takeWhile(\.isBlank)
    if ahead.bytes[ahead.position..<ahead.end].starts(with: "–".utf8) {
      ahead.position += 3
    } else if !blanks.isEmpty, ahead.bytes[ahead.position..<ahead.end].starts(with: "to ".utf8) {
      ahead.position += 2
    } else if !ahead.take("-") {
      return nil
    }
    _ = ahead.takeWhile(\.isBlank)
    let start = reader.position
    let max = try DecimalNumber(in: &ahead, allowingSign: true)
    reader = ahead
    guard let power else { return (first, false, max) }
    return (try scaled(first, power, start..<scale.upperBound), true, max)
  }

  /// The scale and the measure that follow a number.
  static func tail(
    in reader: ByteReader
  ) throws(ParseProblem) -> (power: Int, measure: Quantity.Measure?) {
    let words = words(in: reader)
    guard let first = words.first else { return (0, nil) }
    let isAttached = first.lowerBound == reader.position
    let name = reader.text(first)
    guard let power = scales[name] else {
      let (measure, power) = try measure(reader, words[...])
      return (power, measure)
    }
    if words.count == 1 {
      if name == "B" && !isAttached {
        throw ParseProblem(
          "B alone may mean billion or bytes", at: first,
          help: "write 5B for five billion, 5 bytes for bytes")
      }
      return (power, nil)
    }
    let (measure, prefix) = try measure(reader, words.dropFirst())
    if prefix != 0 {
      throw ParseProblem(
        "a scale and a prefix do not go together", at: first.lowerBound..<reader.end,
        help: "write one of them")
    }
    if case .unit(let unit)? = measure, unit.isAttached {
      throw ParseProblem("a scale does not go with '\(unit.symbol)'", at: first)
    }
    return (power, measure)
  }

  /// `number` × 10^`power`, or a problem where it has no room.
  static func scaled(
    _ number: DecimalNumber, _ power: Int, _ range: Range<Int>
  ) throws(ParseProblem) -> DecimalNumber {
    if let result = number.shifted(by: power) { return result }
    throw ParseProblem("the number is too great or too fine", at: range)
  }

  /// The words that are left, split at blanks; the first may touch the number. A no-break space
  /// counts as a blank.
  static func words(in reader: ByteReader) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var index = reader.position
    while index < reader.end {
      let width = blankWidth(reader.bytes, index, reader.end)
      if width > 0 {
        if let begin = start { words.append(begin..<index) }
        start = nil
        index += width
      } else {
        start = start ?? index
        index += 1
      }
    }
    if let start { words.append(start..<reader.end) }
    return words
  }

  /// How many bytes the blank at `index` has: a space, a tab, U+00A0 or U+202F; 0 for none.
  private static func blankWidth(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    if bytes[index].isBlank { return 1 }
    if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
    if bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF {
      return 3
    }
    return 0
  }

  /// The measure that `words` name, with its prefix's power of ten.
  static func measure(
    _ reader: ByteReader, _ words: ArraySlice<Range<Int>>
  ) throws(ParseProblem) -> (Quantity.Measure?, Int) {
    guard let first = words.first, let last = words.last else { return (nil, 0) }
    if words.count == 1, let found = try lookUp(reader.text(first), at: first) { return found }
    let range = first.lowerBound..<last.upperBound
    throw words.count == 1 || slips[reader.text(first)] != nil
      ? unknownMeasure(reader.text(first), at: first, after: reader)
      : ParseProblem(
        "a quantity has one currency or unit", at: range,
        help: "further words belong into 'verbatim', and a kind of figure into 'nature'")
  }

  /// The measure named `name`; nil when there is none.
  static func lookUp(
    _ name: String, at range: Range<Int>
  ) throws(ParseProblem) -> (Quantity.Measure?, Int)? {
    if let found = MeasureUnit.named(name) { return (.unit(found.unit), found.power) }
    return Currency(code: name).map { (.currency($0), 0) }
  }
}
