/// A name as it is compared with other names: without case, accents, and typographic differences.
///
/// Two spellings of one name that differ in Unicode's normal form have one key. Hyphens, quotes
/// and blanks of all kinds are alike, what cannot be seen is dropped, and everything else, so also
/// punctuation, stays: `x.ai` and `xAI` are two keys.
package struct NameKey: Sendable, Hashable, Comparable {
  /// The folded name.
  package let text: String

  /// The key of a name.
  package init(_ name: some StringProtocol) { text = NameKey.fold(name) }

  package static func < (a: NameKey, b: NameKey) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  /// The name in lower case without accents, blanks collapsed to one space and none at the ends.
  /// Folding twice gives what folding once gives.
  package static func fold(_ name: some StringProtocol) -> String {
    if let plain = plainFold(name) { return plain }
    var folder = Folder(capacity: name.utf8.count)
    for scalar in name.unicodeScalars { folder.append(scalar) }
    return String(decoding: folder.bytes, as: UTF8.self)
  }

  /// The folded name where it is ASCII without control characters, as most are; else nil.
  private static func plainFold(_ name: some StringProtocol) -> String? {
    let folded = name.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { out in
        var (count, blankIsDue) = (0, false)
        for byte in bytes {
          if byte == 0x20 {
            blankIsDue = count > 0
            continue
          }
          if blankIsDue {
            out[count] = 0x20
            (count, blankIsDue) = (count + 1, false)
          }
          out[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          count += 1
        }
        return count
      }
    }
    return folded ?? nil
  }

  private struct Folder {
    var bytes: [UInt8] = []
    /// The last scalar, where a following one might be composed with it.
    private var last: Unicode.Scalar?
    private var blankIsDue = false

    init(capacity: Int) { bytes.reserveCapacity(capacity + 8) }

    mutating func append(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        appendASCII(scalar)
      } else if NameKey.isMark(scalar) {
        return
      } else if let plain = NameKey.punctuation(scalar) {
        appendASCII(plain)
      } else if scalar.properties.isWhitespace {
        appendASCII(" ")
      } else if scalar.properties.isDefaultIgnorableCodePoint {
        return
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          appendLower(lower)
        }
      }
    }

    private mutating func appendASCII(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x41...0x5A: put(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case 0x09...0x0D, 0x20: blankIsDue = !bytes.isEmpty
      case 0x00...0x1F, 0x7F: return
      default: put(scalar)
      }
    }

    private mutating func appendLower(_ scalar: Unicode.Scalar) {
      if NameKey.isMark(scalar) { return }
      guard let plain = LetterTable.plain(scalar) else {
        put(scalar)
        return
      }
      for letter in plain.unicodeScalars { put(letter) }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
      var scalar = scalar
      if blankIsDue {
        bytes.append(0x20)
        blankIsDue = false
        last = nil
      }
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
        last = nil
        return
      }
      if let last, let composed = NameKey.composed(last, scalar) {
        bytes.removeLast(UTF8.width(last))
        scalar = composed
      }
      last = scalar.value >= 0x1100 ? scalar : nil
      bytes += UTF8.encode(scalar) ?? .init()
    }
  }

  /// Whether the scalar is an accent or another mark set upon a letter. Vowel signs of scripts that
  /// write vowels so are not meant.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    // The Greek accents that stand alone.
    case 0xA8, 0x384, 0x385, 0x1FBD, 0x1FBF...0x1FC1, 0x1FCD...0x1FCF, 0x1FDD...0x1FDF, 0x1FED,
      0x1FEE, 0x1FFE:
      true
    default: false
    }
  }

  /// The ASCII sign that a typographic one stands for.
  private static func punctuation(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC, 0x00B4, 0x02B9, 0x0374, 0x1FFD:
      return "'"
    case 0x201C...0x201F, 0x00AB, 0x00BB, 0x2033: return "\""
    case 0x2010...0x2015, 0x2212: return "-"
    case 0x1FEF: return "`"
    case 0x00B2: return "2"
    case 0x00B3: return "3"
    case 0x00B9: return "1"
    case 0x2070, 0x2074...0x2079: return Unicode.Scalar(UInt8(scalar.value - 0x2070 + 0x30))
    case 0x2080...0x2089: return Unicode.Scalar(UInt8(scalar.value - 0x2080 + 0x30))
    case 0xFF01...0xFF5E: return Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    default: return nil
    }
  }

  /// The one scalar for two that Unicode takes for the same, in Korean (by the standard's
  /// arithmetic, section 3.12) and in the Japanese syllabaries.
  private static func composed(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Unicode.Scalar? {
    let (first, second) = (a.value, b.value)
    if (0x1100...0x1112).contains(first), (0x1161...0x1175).contains(second) {
      return Unicode.Scalar(0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28)
    }
    if (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0,
      (0x11A8...0x11C2).contains(second)
    {
      return Unicode.Scalar(first + second - 0x11A7)
    }
    guard second == 0x3099 || second == 0x309A else { return nil }
    // Hiragana and katakana stand in the same order, 0x60 apart.
    let kana = first >= 0x30A0 ? first - 0x60 : first
    switch kana {
    case 0x304B...0x3062 where kana % 2 == 1 && second == 0x3099,
      0x3064 where second == 0x3099, 0x3066 where second == 0x3099,
      0x3068 where second == 0x3099:
      return Unicode.Scalar(first + 1)
    case 0x306F...0x307D where (kana - 0x306F) % 3 == 0:
      return Unicode.Scalar(first + second - 0x3098)
    case 0x3046 where second == 0x3099: return Unicode.Scalar(first + 0x4E)
    default: return nil
    }
  }
}
