/// Finds all known names in a text in one pass.
///
/// The names are a tree of bytes, walked from each place where a name may begin: almost all places
/// are passed after one look at a byte, since names begin with few bytes and only where a word does.
/// A line break in the text counts as a space. Which matches become links is the caller's business:
/// `matches` reports the longest match at the leftmost place first and none that overlaps it, and
/// only whole words.
package struct NameFinder: Sendable {
  /// A name found: which one, and its bytes.
  package struct Match: Sendable, Hashable {
    package var name: Int
    package var range: Range<Int>
  }

  /// The node that a byte leads to from the root, or 0.
  private var first = [Int32](repeating: 0, count: 256)
  /// The nodes that bytes lead to from all others: a hash table of `node << 8 | byte`.
  private var keys: [UInt64]
  private var values: [Int32]
  private let mask: Int
  /// The name that ends in a node, or -1.
  private var ending: [Int32] = [-1]

  /// A finder for `names`, each given as it stands in the text; of equal names the first counts.
  package init(names: [[UInt8]]) {
    var capacity = 16
    let bytes = names.reduce(0) { $0 + $1.count }
    while capacity < bytes * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Int32](repeating: 0, count: capacity)
    for (index, name) in names.enumerated() where !name.isEmpty { insert(name, index) }
    first[0x0A] = first[0x20]
  }

  private mutating func insert(_ name: [UInt8], _ index: Int) {
    var node = 0
    for byte in name.map(Self.plain) {
      if node == 0 {
        if first[Int(byte)] == 0 { first[Int(byte)] = add() }
        node = Int(first[Int(byte)])
        continue
      }
      let key = UInt64(node) << 8 | UInt64(byte)
      var slot = Self.slot(key) & mask
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
      if keys[slot] == 0 {
        keys[slot] = key
        values[slot] = add()
      }
      node = Int(values[slot])
    }
    if ending[node] < 0 { ending[node] = Int32(index) }
  }

  private mutating func add() -> Int32 {
    ending.append(-1)
    return Int32(ending.count - 1)
  }

  private static func plain(_ byte: UInt8) -> UInt8 { byte == 0x0A ? 0x20 : byte }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// The names in `text[range]`, whole words only, leftmost and then longest first, none overlapping.
  package func matches(in text: [UInt8], range: Range<Int>) -> [Match] {
    var found: [Match] = []
    text.withUnsafeBufferPointer { text in
      var index = range.lowerBound
      while index < range.upperBound {
        let node = first[Int(text[index])]
        // Within a word of plain letters no name begins.
        if node == 0 || index > range.lowerBound && ASCIIWord.continues(text[index - 1]) {
          index += 1
          continue
        }
        if let match = longest(from: Int(node), at: index, in: text, limits: range) {
          found.append(match)
          index = match.range.upperBound
        } else {
          index += 1
        }
      }
    }
    return found
  }

  /// The longest name that begins at a place, `node` being where its first byte leads.
  private func longest(
    from node: Int, at start: Int, in text: UnsafeBufferPointer<UInt8>, limits: Range<Int>
  ) -> Match? {
    var (node, end) = (node, start + 1)
    var best: Match?
    while true {
      if ending[node] >= 0, WordBoundary.ends(at: end, in: text, limits: limits) {
        best = Match(name: Int(ending[node]), range: start..<end)
      }
      guard end < limits.upperBound else { break }
      let key = UInt64(node) << 8 | UInt64(Self.plain(text[end]))
      var slot = Self.slot(key) & mask
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
      if keys[slot] == 0 { break }
      node = Int(values[slot])
      end += 1
    }
    guard let best, WordBoundary.begins(at: start, in: text, limits: limits) else { return nil }
    return best
  }
}

/// The letters, digits and the underscore of ASCII, which continue a word wherever they stand.
enum ASCIIWord {
  static func continues(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}

/// Says whether a word begins or ends at a place of a text.
///
/// Letters, marks and digits on either side continue a word, by their Unicode properties; so does a
/// hyphen or point before a digit (`GPT` is not a word of `GPT-4`, nor `Llama 4` of `Llama 4.1`). An
/// apostrophe does not: `d’OpenAI` and `Meta’s` hold whole names.
enum WordBoundary {
  /// Whether what begins at `start` is not the rest of a longer word.
  static func begins(
    at start: Int, in text: UnsafeBufferPointer<UInt8>, limits: Range<Int>
  ) -> Bool {
    guard let before = scalar(endingAt: start, in: text, limits: limits) else { return true }
    if continuesWord(before) { return false }
    return
      !((before == "." || before == ",") && isDigit(text[start])
      && start - 2 >= limits.lowerBound && isDigit(text[start - 2]))
  }

  /// Whether what ends before `end` is not the beginning of a longer word.
  static func ends(at end: Int, in text: UnsafeBufferPointer<UInt8>, limits: Range<Int>) -> Bool {
    guard let after = scalar(at: end, in: text, limits: limits) else { return true }
    if continuesWord(after) { return false }
    if after == "-" || after == "." || after == "\u{2011}" {
      let next = end + (after == "\u{2011}" ? 3 : 1)
      if next < limits.upperBound, isDigit(text[next]) { return false }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ASCIIWord.continues(UInt8(scalar.value)) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  private static func scalar(
    endingAt end: Int, in text: UnsafeBufferPointer<UInt8>, limits: Range<Int>
  ) -> Unicode.Scalar? {
    var start = end - 1
    while start >= limits.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start, in: text, limits: limits)
  }

  private static func scalar(
    at start: Int, in text: UnsafeBufferPointer<UInt8>, limits: Range<Int>
  ) -> Unicode.Scalar? {
    guard limits.contains(start) else { return nil }
    let first = text[start]
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let end = min(start + length, limits.upperBound)
    return String(decoding: text[start..<end], as: UTF8.self).unicodeScalars.first
  }
}
