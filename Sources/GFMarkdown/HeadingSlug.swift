/// Names for headings, as GitHub makes them: lower case, letters, digits, `-` and `_` kept, spaces
/// as hyphens, everything else dropped; a name that was given gets `-1`, `-2` and so on.
struct HeadingSlug {
  private var next: [String: Int] = [:]

  /// The `id` of a heading with this text; never empty, never given twice.
  mutating func id(for text: String) -> String {
    let base = Self.slug(text)
    // Footnotes own these names.
    let isReserved = base.hasPrefix("fn-") || base.hasPrefix("fnref-")
    guard next[base] != nil || isReserved else {
      next[base] = 1
      return base
    }
    var number = next[base] ?? 1
    while next["\(base)-\(number)"] != nil { number += 1 }
    next[base] = number + 1
    let id = "\(base)-\(number)"
    next[id] = 1
    return id
  }

  static func slug(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_": out.append(scalar)
      case "A"..."Z":
        out.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20))
      case " ", "\u{A0}": out.append("-")
      case "\u{0}"..."\u{7F}": continue
      default:
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
          out.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
        default: continue
        }
      }
    }
    return out.isEmpty ? "section" : String(out)
  }
}
