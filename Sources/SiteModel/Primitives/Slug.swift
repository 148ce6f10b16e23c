/// The part of a URL that names a page: `[a-z0-9-]+`, never empty, at most `maximumLength` bytes,
/// the same on every file system.
package struct Slug: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The slug's characters, all ASCII.
  package let text: String

  package var description: String { text }

  /// The most bytes that a slug has.
  package static let maximumLength = 120

  private init(known text: String) { self.text = text }

  package static func < (a: Slug, b: Slug) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  /// The slug of a name or title: accents folded, Greek and Cyrillic in Latin letters, `+` and `&`
  /// as words, everything else a hyphen.
  ///
  /// Where letters had to be left out (人工智能), and where the slug had to be cut, a hash of the
  /// folded name is appended, so that two names seldom meet. Names that fold alike have one slug.
  package static func make(_ name: some StringProtocol) -> Slug {
    if let known = ready(name) { return known }
    let folded = NameKey.fold(name)
    var builder = Builder()
    var previous: Unicode.Scalar = " "
    let scalars = Array(folded.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let rest = scalars[(index + 1)...].prefix(2)
      builder.append(scalar, after: previous, before: rest)
      previous = scalar
    }
    while builder.bytes.last == 0x2D { builder.bytes.removeLast() }
    return finished(builder, folded)
  }

  /// The name itself where it is a slug already, as most names of files are.
  private static func ready(_ name: some StringProtocol) -> Slug? {
    var last: UInt8 = 0x2D
    for byte in name.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case 0x2D where last != 0x2D: break
      default: return nil
      }
      last = byte
    }
    guard last != 0x2D, name.utf8.count <= maximumLength else { return nil }
    let text = String(name)
    return isReserved(text) ? nil : Slug(known: text)
  }

  private static func finished(_ builder: Builder, _ folded: String) -> Slug {
    var bytes = builder.bytes
    let tail = "-" + hash(folded)
    if bytes.isEmpty { return Slug(known: "x" + tail) }
    if builder.hasLost || bytes.count > maximumLength {
      let room = maximumLength - tail.utf8.count
      if bytes.count > room {
        // Cut at a word, unless the one word is most of the name.
        let cut = bytes[...room].lastIndex(of: 0x2D).flatMap { $0 >= room / 2 ? $0 : nil } ?? room
        bytes = Array(bytes[..<cut])
        while bytes.last == 0x2D { bytes.removeLast() }
      }
      bytes += Array(tail.utf8)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return Slug(known: isReserved(text) ? text + "-page" : text)
  }

  private struct Builder {
    var bytes: [UInt8] = []
    /// Whether a letter or digit had no place in the slug.
    var hasLost = false

    mutating func append(
      _ scalar: Unicode.Scalar, after previous: Unicode.Scalar,
      before rest: ArraySlice<Unicode.Scalar>
    ) {
      switch scalar {
      case "a"..."z", "0"..."9": bytes.append(UInt8(scalar.value))
      case "+": word("plus")
      case "&": word("and")
      case "#" where Slug.isPlain(previous): word("sharp")
      case "'" where rest.first == "s" && !(rest.dropFirst().first.map(Slug.isPlain) ?? false):
        return
      default:
        if let latin = LetterTable.latin(scalar) {
          bytes += Array(latin.utf8)
        } else if let digit = Slug.digit(scalar) {
          bytes.append(0x30 + digit)
        } else {
          hasLost = hasLost || Slug.isLetter(scalar)
          hyphen()
        }
      }
    }

    private mutating func word(_ word: String) {
      hyphen()
      bytes += Array(word.utf8)
      hyphen()
    }

    private mutating func hyphen() {
      if let last = bytes.last, last != 0x2D { bytes.append(0x2D) }
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9": true
    default: false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x80
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value >= 0x80, scalar.properties.numericType == .decimal,
      let value = scalar.properties.numericValue, (0...9).contains(value)
    else { return nil }
    return UInt8(value)
  }

  /// The file names that Windows keeps for devices, whatever their extension.
  static func isReserved(_ text: String) -> Bool {
    if ["con", "prn", "aux", "nul"].contains(text) { return true }
    return text.utf8.count == 4 && (text.hasPrefix("com") || text.hasPrefix("lpt"))
      && text.utf8.last.map { $0 >= 0x31 && $0 <= 0x39 } ?? false
  }

  /// Eight hexadecimal digits of the text: FNV-1a in 64 bits, its halves folded together.
  private static func hash(_ text: String) -> String {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      state ^= UInt64(byte)
      state &*= 0x0000_0100_0000_01B3
    }
    let digits = String(UInt32(truncatingIfNeeded: state ^ (state >> 32)), radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}

extension Slug {
  /// Reads a slug that an author chose; throws a problem that proposes a right one.
  package init(parsing text: some StringProtocol) throws(ParseProblem) {
    let whole = 0..<text.utf8.count
    let right = Slug.make(text)
    if text.isEmpty { throw ParseProblem("a slug is missing", at: whole) }
    if Slug.isReserved(String(text)) {
      throw ParseProblem(
        "'\(text)' cannot be a file's name on Windows", at: whole, help: "write \(right)")
    }
    if text.utf8.count > Slug.maximumLength {
      // From the first letter that is wholly too far.
      let kept = text.utf8.dropFirst(Slug.maximumLength).prefix { $0 & 0xC0 == 0x80 }.count
      throw ParseProblem(
        "a slug has at most \(Slug.maximumLength) characters",
        at: Slug.maximumLength + kept..<whole.upperBound)
    }
    let wrong = text.utf8.enumerated().first { index, byte in
      !(byte.isDigit || (byte >= 0x61 && byte <= 0x7A) || byte == 0x2D)
    }
    if let wrong {
      let width = text.utf8.dropFirst(wrong.offset + 1).prefix { $0 & 0xC0 == 0x80 }.count + 1
      throw ParseProblem(
        "a slug has the letters a to z, digits and hyphens",
        at: wrong.offset..<wrong.offset + width, help: "write \(right)")
    }
    if right.text != text {
      throw ParseProblem(
        "a slug's hyphens stand between two words, one at a time", at: whole,
        help: "write \(right)")
    }
    self = right
  }
}
