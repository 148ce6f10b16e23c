/// A word, a number or a sign of a text, by its bytes; blanks lie between.
struct ProseToken: Sendable, Hashable {
  /// What it is.
  enum Kind: Sendable, Hashable {
    /// Letters, and digits behind a letter: `Meta`, `H100`, `d` of `d'après`.
    case word
    /// Digits with the signs that belong to a number: `1,234.5`, « 1 234,5 ».
    case number
    /// One character that is neither.
    case sign
  }

  var kind: Kind
  /// Its bytes in the text.
  var range: Range<Int>
  /// Its number in the lexicon, 0 when no list of the language has it.
  var word: Int
  /// Whether it begins with a capital letter.
  var isCapital: Bool
}

/// Cuts texts into tokens in one pass.
struct ProseTokenizer {
  let lexicon: Lexicon

  /// The tokens of `text[range]`, in order.
  func tokens(of text: [UInt8], _ range: Range<Int>) -> [ProseToken] {
    var tokens: [ProseToken] = []
    tokens.reserveCapacity(range.count / 5)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte <= 0x20 {
        index += 1
      } else if Self.isDigit(byte) {
        let end = endOfNumber(text, index, range.upperBound)
        tokens.append(
          ProseToken(kind: .number, range: index..<end, word: 0, isCapital: false))
        index = end
      } else if Self.isLetter(text, index) {
        let end = endOfWord(text, index, range.upperBound)
        tokens.append(
          ProseToken(
            kind: .word, range: index..<end, word: lexicon.word(text, index..<end),
            isCapital: Self.isCapital(text, index)))
        index = end
      } else {
        let end = min(index + Self.length(byte), range.upperBound)
        tokens.append(
          ProseToken(
            kind: .sign, range: index..<end, word: lexicon.word(text, index..<end),
            isCapital: false))
        index = end
      }
    }
    return tokens
  }

  private func endOfWord(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, Self.isDigit(text[index]) || Self.isLetter(text, index) {
      index += Self.length(text[index])
    }
    return min(index, end)
  }

  /// The end of a number: digits, a decimal sign between digits, groups of three digits.
  private func endOfNumber(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    var isGrouped = true
    while index < end {
      if Self.isDigit(text[index]) {
        index += 1
        continue
      }
      let byte = text[index]
      guard index + 1 < end, Self.isDigit(text[index + 1]) else { break }
      if byte == 0x2E || byte == 0x2C {
        index += 1
        isGrouped = isGrouped && byte == lexicon.group
      } else if byte == 0x20, lexicon.group == 0x20, isGrouped,
        index - start <= 3 || text[index - 4] == 0x20, isGroup(text, index + 1, end)
      {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private func isGroup(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start + 3 <= end, (start..<start + 3).allSatisfy({ Self.isDigit(text[$0]) }) else {
      return false
    }
    return start + 3 == end || !Self.isDigit(text[start + 3]) && !Self.isLetter(text, start + 3)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// How many bytes the character has that begins with `byte`.
  static func length(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// Whether a letter stands at `index`. Beyond ASCII everything is one except the blocks of
  /// punctuation, symbols and currency signs that occur in running text.
  static func isLetter(_ text: [UInt8], _ index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
    let next = index + 1 < text.count ? text[index + 1] : 0
    switch byte {
    case 0xC2: return next == 0xAA || next == 0xB5 || next == 0xBA
    case 0xC3: return next != 0x97 && next != 0xB7
    case 0xE2: return false
    case 0xE3: return next != 0x80
    case 0xEF: return next != 0xBC && next != 0xBB && next != 0xBF
    case 0xF0: return next != 0x9F
    default: return byte >= 0xC0
    }
  }

  /// Whether a capital of the Latin alphabet stands at `index`.
  static func isCapital(_ text: [UInt8], _ index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte &- 0x41 < 26 }
    guard index + 1 < text.count else { return false }
    let next = text[index + 1]
    return byte == 0xC3 && (0x80...0x9E).contains(next) && next != 0x97
      || byte == 0xC5 && next == 0x92
  }
}
