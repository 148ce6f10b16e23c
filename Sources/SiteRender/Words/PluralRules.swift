package import SiteModel

/// The plural forms of Unicode's CLDR: words take one of six, and which one depends on the
/// language.
package enum PluralCategory: String, Sendable, Hashable, CaseIterable {
  case zero, one, two, few, many, other
}

/// Chooses the plural form of a whole number (CLDR, cardinal rules, for numbers without decimals).
///
/// A language that is not listed has `one` for 1 and `other` for the rest, as English has.
package enum PluralRules {
  /// The form for `number` in a language; negative numbers are like positive ones.
  package static func category(_ number: Int, in language: LanguageTag) -> PluralCategory {
    let n = number.magnitude
    let tag = language.text.lowercased()
    let base = tag.split(separator: "-").first.map(String.init) ?? tag
    switch base {
    case "ja", "ko", "zh", "vi", "id", "ms", "th", "lo", "my", "yue": return .other
    case "fr":
      if n <= 1 { return .one }
      return isMillions(n) ? .many : .other
    case "pt":
      let isOne = tag.hasPrefix("pt-pt") ? n == 1 : n <= 1
      if isOne { return .one }
      return isMillions(n) ? .many : .other
    case "es", "it", "ca":
      if n == 1 { return .one }
      return isMillions(n) ? .many : .other
    case "hi", "bn", "fa", "gu", "kn", "am", "zu", "hy": return n <= 1 ? .one : .other
    case "pl": return polish(n)
    case "cs", "sk": return n == 1 ? .one : (2...4).contains(n) ? .few : .other
    case "ru", "uk", "be": return eastSlavic(n)
    case "sr", "hr", "bs":
      let form = eastSlavic(n)
      return form == .many ? .other : form
    case "sl": return slovenian(n)
    case "ro":
      if n == 1 { return .one }
      return n == 0 || (1...19).contains(n % 100) ? .few : .other
    case "lt": return lithuanian(n)
    case "lv":
      if n % 10 == 0 || (11...19).contains(n % 100) { return .zero }
      return n % 10 == 1 ? .one : .other
    case "he", "iw": return n == 1 ? .one : n == 2 ? .two : .other
    case "ar": return arabic(n)
    case "ga":
      return n == 1
        ? .one : n == 2 ? .two : n <= 6 && n >= 3 ? .few : n >= 7 && n <= 10 ? .many : .other
    case "cy": return welsh(n)
    default: return n == 1 ? .one : .other
    }
  }

  /// Round millions, which Romance languages join with “de” or “di”.
  private static func isMillions(_ n: UInt) -> Bool { n != 0 && n % 1_000_000 == 0 }

  private static func polish(_ n: UInt) -> PluralCategory {
    if n == 1 { return .one }
    let isFew = (2...4).contains(n % 10) && !(12...14).contains(n % 100)
    return isFew ? .few : .many
  }

  private static func eastSlavic(_ n: UInt) -> PluralCategory {
    if n % 10 == 1, n % 100 != 11 { return .one }
    let isFew = (2...4).contains(n % 10) && !(12...14).contains(n % 100)
    return isFew ? .few : .many
  }

  private static func slovenian(_ n: UInt) -> PluralCategory {
    switch n % 100 {
    case 1: .one
    case 2: .two
    case 3, 4: .few
    default: .other
    }
  }

  private static func lithuanian(_ n: UInt) -> PluralCategory {
    if (11...19).contains(n % 100) || n % 10 == 0 { return .other }
    return n % 10 == 1 ? .one : .few
  }

  private static func arabic(_ n: UInt) -> PluralCategory {
    switch (n, n % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }

  private static func welsh(_ n: UInt) -> PluralCategory {
    switch n {
    case 0: .zero
    case 1: .one
    case 2: .two
    case 3: .few
    case 6: .many
    default: .other
    }
  }
}
