import Foundation
import SiteModel
import Testing

@Suite("Slugs and name keys")
struct SlugTests {
  @Test("each name has the slug and the key of the table")
  func table() throws {
    try FixtureTable.check("slugs.txt") { text in
      "\(Slug.make(text)) | \(NameKey.fold(text))"
    }
  }

  @Test("a slug that an author wrote is taken as it is or explained")
  func authored() throws {
    try FixtureTable.check("authored-slugs.txt") { text in
      try Slug(parsing: text).text
    }
  }

  @Test("any text gives a slug of a to z, digits and single hyphens, short and not reserved")
  func anyText() {
    var random = SeededRandom(41)
    for round in 0..<4000 {
      let text = random.text(length: random.int(0...(round % 40 == 0 ? 400 : 12)))
      let slug = Slug.make(text).text
      let isPlain = slug.utf8.allSatisfy {
        ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
      }
      #expect(isPlain && !slug.isEmpty && slug.utf8.count <= Slug.maximumLength, "\(text)")
      #expect(!slug.hasPrefix("-") && !slug.hasSuffix("-") && !slug.contains("--"), "\(text)")
      #expect(!["con", "prn", "aux", "nul", "com1", "lpt9"].contains(slug))
      #expect((try? Slug(parsing: slug))?.text == slug, "\(slug)")
    }
  }

  @Test("folding twice is folding once, and no normal form of Unicode changes it")
  func folding() {
    var random = SeededRandom(42)
    for _ in 0..<4000 {
      let text = random.text(length: random.int(0...12))
      let folded = NameKey.fold(text)
      #expect(NameKey.fold(folded) == folded, "\(text)")
      #expect(NameKey(text.decomposedStringWithCanonicalMapping) == NameKey(text), "\(text)")
      #expect(NameKey(text.precomposedStringWithCanonicalMapping) == NameKey(text), "\(text)")
    }
  }

  @Test("letters of the Latin, Greek, Cyrillic, Korean and Japanese scripts fold to the same bytes")
  func bytes() {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x370...0x3FF, 0x400...0x4FF, 0x1E00...0x1FFF, 0x3041...0x3096, 0x30A1...0x30F6,
      0xAC00...0xAFFF,
    ]
    for range in ranges {
      for value in range {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
        let text = String(Character(scalar))
        let whole = Array(NameKey.fold(text).utf8)
        let split = Array(NameKey.fold(text.decomposedStringWithCanonicalMapping).utf8)
        #expect(whole == split, "\(text)")
        let shouted = Array(NameKey.fold(text.uppercased()).utf8)
        if text.uppercased().lowercased() == text { #expect(whole == shouted, "\(text)") }
      }
    }
  }

  @Test("a long name is cut at a word, and two long names keep two slugs")
  func cut() {
    let words = Array(repeating: "superintelligence", count: 20).joined(separator: " ")
    let (a, b) = (Slug.make(words + " a"), Slug.make(words + " b"))
    #expect(a != b)
    #expect(a.text.utf8.count <= Slug.maximumLength)
    #expect(a.text.hasPrefix("superintelligence-superintelligence-"))
    #expect(a.text.dropLast(9).hasSuffix("superintelligence"))
    #expect(Slug.make(String(repeating: "a", count: 121)).text.utf8.count == Slug.maximumLength)
    #expect(Slug.make(String(repeating: "a", count: 120)).text.utf8.count == 120)
    #expect(Slug.make(String(repeating: "ầ", count: 86)).text == String(repeating: "a", count: 86))
  }
}

extension SeededRandom {
  mutating func text(length: Int) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0x00...0xFF, 0x100...0x24F, 0x300...0x36F, 0x370...0x5FF,
      0x900...0x97F, 0xE00...0xE7F, 0x1100...0x11FF, 0x1E00...0x1FFF, 0x2000...0x206F,
      0x3040...0x30FF, 0x3099...0x309A, 0x4E00...0x4EFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFB00...0xFFFD, 0x1F300...0x1F6FF, 0x10000...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<length {
      let range = pick(ranges)
      let value = UInt32(int(Int(range.lowerBound)...Int(range.upperBound)))
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }
}
