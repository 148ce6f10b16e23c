/// Upper, lower and title case by the full Unicode mappings, with the rule for the final sigma.
enum CaseMapping {
  enum Form { case upper, lower, capitalized, words, sentences }

  /// A text in another case.
  static func map(_ text: UTF8Text, _ form: Form, to out: inout OutputBuffer) {
    out.reserve(text.count)
    if isASCII(text) { return mapASCII(text, form, to: &out) }
    var scalars: [Unicode.Scalar] = []
    var offset = 0
    while offset < text.count {
      let (scalar, width) = UTF8Scan.scalar(text, offset: offset)
      scalars.append(scalar)
      offset += width
    }
    var startsWord = true
    for (index, scalar) in scalars.enumerated() {
      let properties = scalar.properties
      switch form {
      case .upper: out.append(properties.uppercaseMapping)
      case .lower: out.append(lower(index, scalars))
      case .capitalized:
        out.append(index == 0 ? properties.titlecaseMapping : lower(index, scalars))
      case .words:
        // A cased letter behind an uncased one begins a word.
        out.append(startsWord ? properties.titlecaseMapping : lower(index, scalars))
        startsWord = !isCased(scalar)
      case .sentences:
        if separatesWords(scalar) {
          out.append(String(Character(scalar)))
          startsWord = true
        } else {
          out.append(startsWord ? properties.uppercaseMapping : lower(index, scalars))
          startsWord = false
        }
      }
    }
  }

  private static func isASCII(_ text: UTF8Text) -> Bool {
    TextFacts.flags(of: text).contains(.ascii)
  }

  private static func mapASCII(
    _ text: UTF8Text, _ form: Form, to out: inout OutputBuffer
  ) {
    var startsWord = true
    for (index, byte) in text.enumerated() {
      let isUpper = byte &- 65 < 26
      let isLower = byte &- 97 < 26
      let raises: Bool
      switch form {
      case .upper: raises = true
      case .lower: raises = false
      case .capitalized: raises = index == 0
      case .words:
        raises = startsWord
        startsWord = !(isUpper || isLower)
      case .sentences:
        raises = startsWord
        startsWord = separatesWords(Unicode.Scalar(byte))
      }
      out.append(raises && isLower ? byte - 32 : !raises && isUpper ? byte + 32 : byte)
    }
  }

  /// What the `title` filter takes for a border between words.
  private static func separatesWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "(", "{", "[", "<": true
    default: UTF8Scan.isSpace(scalar)
    }
  }

  private static func lower(_ index: Int, _ scalars: [Unicode.Scalar]) -> String {
    guard scalars[index] == "\u{3A3}" else { return scalars[index].properties.lowercaseMapping }
    var before = index - 1
    while before >= 0, scalars[before].properties.isCaseIgnorable { before -= 1 }
    var after = index + 1
    while after < scalars.count, scalars[after].properties.isCaseIgnorable { after += 1 }
    let isFinal =
      before >= 0 && isCased(scalars[before])
      && !(after < scalars.count && isCased(scalars[after]))
    return isFinal ? "\u{3C2}" : "\u{3C3}"
  }

  private static func isCased(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isCased
  }

  /// Whether a text has letters with case, and all of them are of one.
  static func isAll(lower: Bool, _ text: UTF8Text) -> Bool {
    var found = false
    var offset = 0
    while offset < text.count {
      let (scalar, width) = UTF8Scan.scalar(text, offset: offset)
      offset += width
      let properties = scalar.properties
      let isTitle = properties.generalCategory == .titlecaseLetter
      if isTitle || (lower ? properties.isUppercase : properties.isLowercase) { return false }
      if lower ? properties.isLowercase : properties.isUppercase { found = true }
    }
    return found
  }
}
