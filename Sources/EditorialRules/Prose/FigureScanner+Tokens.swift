import SiteModel

/// Looking at tokens.
extension FigureScanner {
  /// What is known of the token's word.
  func meaning(_ index: Int) -> Lexicon.Meaning {
    index < tokens.count ? lexicon.meanings[tokens[index].word] : lexicon.meanings[0]
  }

  /// Whether the token is exactly these bytes.
  func has(_ index: Int, _ sign: StaticString) -> Bool {
    guard tokens.indices.contains(index), tokens[index].range.count == sign.utf8CodeUnitCount
    else { return false }
    return sign.withUTF8Buffer { text[tokens[index].range].elementsEqual($0) }
  }

  /// Whether nothing stands between the token and the one before it.
  func isAdjacent(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
  }

  /// The longest phrase of a use that begins at a token, and the token after it.
  func phrase(
    at index: Int, where isWanted: (Lexicon.PhraseUse) -> Bool
  ) -> (phrase: Lexicon.Phrase, end: Int)? {
    guard index < tokens.count else { return nil }
    for number in lexicon.meanings[tokens[index].word].phrases {
      let phrase = lexicon.phrases[number]
      guard isWanted(phrase.use), index + phrase.words.count <= tokens.count else { continue }
      var isSame = true
      for offset in phrase.words.indices.dropFirst()
      where tokens[index + offset].word != phrase.words[offset] {
        isSame = false
        break
      }
      if isSame { return (phrase, index + phrase.words.count) }
    }
    return nil
  }

  /// Passes over "of", « de », « d' ».
  mutating func skipOf() {
    if let (_, end) = phrase(at: index, where: { $0 == .of }) { index = end }
  }

  /// Passes over a hyphen inside a compound: `20-day`, `multi-billion`.
  mutating func skipHyphen() {
    if has(index, "-"), isAdjacent(index), index + 1 < tokens.count, isAdjacent(index + 1) {
      index += 1
    }
  }

  /// The number that digits say; nil when they do not say one for certain.
  static func value(_ text: [UInt8], _ range: Range<Int>, _ lexicon: Lexicon) -> DecimalNumber? {
    guard range.count <= 40 else { return nil }
    var coefficient: Int128 = 0
    var digits = 0
    var fraction: Int?
    var group: (sign: UInt8, digits: Int)?
    for index in range {
      let byte = text[index]
      if ProseTokenizer.isDigit(byte) {
        guard digits < 36 else { return nil }
        coefficient = coefficient * 10 + Int128(byte - 0x30)
        digits += 1
        if let places = fraction { fraction = places + 1 }
        if let open = group { group = (open.sign, open.digits + 1) }
        continue
      }
      // Only the sign of groups may come twice, and never behind the decimal sign.
      if let open = group, open.digits != 3 { return nil }
      guard fraction == nil else { return nil }
      let following = text[(index + 1)..<range.upperBound].prefix { ProseTokenizer.isDigit($0) }
      if byte == lexicon.decimal {
        fraction = 0
        group = nil
      } else if byte == lexicon.group {
        group = (byte, 0)
      } else if following.count != 3, byte != 0x20, group == nil, lexicon.decimal == 0x2C {
        fraction = 0
      } else {
        return nil
      }
    }
    if let open = group, open.digits != 3 { return nil }
    return DecimalNumber(coefficient: coefficient, exponent: -(fraction ?? 0))
  }
}
