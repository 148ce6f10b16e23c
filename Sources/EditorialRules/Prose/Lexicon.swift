/// The words by which texts of one language are read, numbered, with what each means; made once
/// from the language's list (`Sources/EditorialRules/Words`).
///
/// Words are found by a hash of their lower-case bytes, without making strings: every word of every
/// text is looked up.
struct Lexicon: Sendable {
  /// What a phrase of the lists is good for.
  enum PhraseUse: Sendable, Hashable {
    case unnamed, attribution, hedge, wrong, allegation, alleged, pendingMark, deal, vague, limit,
      day, of
    case done(String)
    case pending(String)
    /// A measure behind a number, with the power of ten of its prefix.
    case measure(ProseMeasure, power: Int)
  }

  /// Words that stand one after the other.
  struct Phrase: Sendable {
    var words: [Int]
    var use: PhraseUse
    /// The power of ten of a vague amount.
    var power = 0
  }

  /// What is known of one word by itself.
  struct Meaning: Sendable {
    var month = 0
    var number: Int?
    var roundNumber: Int?
    var scale: Int?
    var pluralScale: Int?
    var isAbbreviation = false
    var isLabel = false
    var opensMonth = false
    var joinsRange = false
    var isBetween = false
    var isFrequent = false
    /// The phrases that begin with it, longest first.
    var phrases: [Int] = []
  }

  /// The tag of the language; empty for one without lists.
  let language: String
  /// The sign between whole digits and the rest.
  var decimal: UInt8 = 0x2E
  /// The sign between groups of three digits.
  var group: UInt8 = 0x2C
  var meanings: [Meaning] = [Meaning()]
  var phrases: [Phrase] = []

  private var table: [Int32]
  private var words: [[UInt8]] = [[]]

  /// A lexicon without words; figures are read all the same where signs say what they are.
  init(language: String) {
    self.language = language
    table = [Int32](repeating: 0, count: 64)
  }

  /// Whether the language has lists.
  var hasWords: Bool { words.count > 1 }

  /// The number of a word of the lists, whatever its case; 0 for any other.
  func word(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var slot = Self.hash(text, range) & (table.count - 1)
    while table[slot] != 0 {
      let word = Int(table[slot])
      if Self.equal(words[word], text, range) { return word }
      slot = (slot + 1) & (table.count - 1)
    }
    return 0
  }

  /// The number of a word, which is added if it is new.
  mutating func add(_ text: [UInt8], _ range: Range<Int>) -> Int {
    let known = word(text, range)
    if known != 0 { return known }
    words.append(range.indices.map { Self.lower(text, $0, range.lowerBound) })
    meanings.append(Meaning())
    if words.count * 2 > table.count {
      table = [Int32](repeating: 0, count: table.count * 2)
      for word in words.indices.dropFirst() { place(word) }
    } else {
      place(words.count - 1)
    }
    return words.count - 1
  }

  private mutating func place(_ word: Int) {
    var slot = Self.hash(words[word], words[word].indices) & (table.count - 1)
    while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
    table[slot] = Int32(word)
  }

  private static func equal(_ word: [UInt8], _ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard word.count == range.count else { return false }
    for offset in 0..<word.count
    where word[offset] != lower(text, range.lowerBound + offset, range.lowerBound) {
      return false
    }
    return true
  }

  /// FNV-1a over the lower-case bytes.
  private static func hash(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range {
      hash = (hash ^ UInt64(lower(text, index, range.lowerBound))) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 29)
  }

  /// The byte of the small letter: of ASCII, of the Latin-1 letters, and of Œ.
  private static func lower(_ text: [UInt8], _ index: Int, _ start: Int) -> UInt8 {
    let byte = text[index]
    if byte &- 0x41 < 26 { return byte | 0x20 }
    guard byte & 0xC0 == 0x80, index > start else { return byte }
    switch text[index - 1] {
    case 0xC3 where byte <= 0x9E && byte != 0x97: return byte + 0x20
    case 0xC5 where byte == 0x92: return 0x93
    default: return byte
    }
  }
}

/// What a figure counts.
enum ProseMeasure: Sendable, Hashable {
  /// Money, by the currency's code; a dollar sign or the word alone may mean any dollar.
  case money(String)
  /// A unit, by its canonical name: `W`, `people`, `%`, `pp`.
  case unit(String)
}
