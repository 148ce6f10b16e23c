/// Makes the part of an address out of a title, as the language's reference defines it.
enum Slug {
  /// Lower case, without marks on Latin letters, letters and digits joined by the separator.
  static func make(_ text: UTF8Text, separator: String) -> String {
    var buffer = OutputBuffer(capacity: text.count + 16)
    CaseMapping.map(text, .lower, to: &buffer)
    let decomposed = Normalization.decomposed(
      Array(String(decoding: buffer.bytes, as: UTF8.self).unicodeScalars))
    var out: [Unicode.Scalar] = []
    var followsLatin = false
    var pending = false
    func part(_ scalars: String) {
      if pending, !out.isEmpty { out += separator.unicodeScalars }
      pending = false
      out += scalars.unicodeScalars
    }
    for scalar in decomposed {
      let category = scalar.properties.generalCategory
      switch category {
      case .nonspacingMark where followsLatin: continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        followsLatin = ("a"..."z").contains(scalar) || spelt[scalar] != nil
        part(spelt[scalar] ?? String(Character(scalar)))
      case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber:
        followsLatin = false
        part(String(Character(scalar)))
      default:
        followsLatin = false
        pending = true
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: Normalization.composed(out))
    return String(result)
  }

  private static let spelt: [Unicode.Scalar: String] = [
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h",
    "ı": "i", "ŋ": "n", "ŧ": "t", "ĸ": "k",
  ]
}

/// Unicode normalization: compatibility decomposition, canonical composition.
enum Normalization {
  /// The scalars fully decomposed, marks in canonical order (NFKD).
  static func decomposed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    for scalar in scalars {
      let value = scalar.value
      if value < 0x80 {
        out.append(scalar)
      } else if (0xAC00...0xD7A3).contains(value) {
        let index = value - 0xAC00
        let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
        out += parts.prefix(index % 28 == 0 ? 2 : 3).compactMap(Unicode.Scalar.init)
      } else if let parts = NormalizationData.decompositions[value] {
        out += parts
      } else {
        out.append(scalar)
      }
    }
    order(&out)
    return out
  }

  private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
  }

  /// Sorts each run of marks by its combining class, equal ones in their order.
  private static func order(_ scalars: inout [Unicode.Scalar]) {
    var start = 0
    while start < scalars.count {
      guard combiningClass(scalars[start]) != 0 else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, combiningClass(scalars[end]) != 0 { end += 1 }
      let run = scalars[start..<end].enumerated().sorted {
        (combiningClass($0.element), $0.offset) < (combiningClass($1.element), $1.offset)
      }
      scalars.replaceSubrange(start..<end, with: run.map(\.element))
      start = end
    }
  }

  /// Decomposed scalars composed again (NFC).
  static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var scalars = scalars
    order(&scalars)
    var out: [Unicode.Scalar] = []
    var starter: Int?
    var last: UInt8 = 0
    for scalar in scalars {
      let mark = combiningClass(scalar)
      if let place = starter, last == 0 && place == out.count - 1 || (last != 0 && last < mark),
        let joined = pair(out[place], scalar)
      {
        out[place] = joined
        continue
      }
      if mark == 0 { starter = out.count }
      last = mark
      out.append(scalar)
    }
    return out
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    let (a, b) = (first.value, second.value)
    if (0x1100...0x1112).contains(a), (0x1161...0x1175).contains(b) {
      return Unicode.Scalar(0xAC00 + ((a - 0x1100) * 21 + b - 0x1161) * 28)
    }
    if (0xAC00...0xD7A3).contains(a), (a - 0xAC00) % 28 == 0, (0x11A8...0x11C2).contains(b) {
      return Unicode.Scalar(a + b - 0x11A7)
    }
    return NormalizationData.compositions[UInt64(a) << 32 | UInt64(b)]
  }
}
