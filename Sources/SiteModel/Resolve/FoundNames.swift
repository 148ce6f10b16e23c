import GFMarkdown

/// Which names stand in a text, and which words, so that it need not be searched again.
///
/// Searching a text for names needs its HTML, and costs more than all else that resolving does with
/// it. What was found stays true as long as the text and the names do, and when a name is added only
/// texts that may hold its words need to be searched again.
struct FoundNames: Sendable, Hashable {
  /// A place where a name stands.
  struct Hit: Sendable, Hashable {
    /// The name, by its place in the language's list.
    var name: Int
    /// Its bytes in the HTML.
    var range: Range<Int>
  }

  /// The filter of the words, then for each hit name, start and length. One array, since there are as
  /// many of these as texts.
  private(set) var numbers: [UInt32]

  /// Searches a text.
  init(_ content: TextContent, _ finder: NameFinder) {
    numbers = WordFilter.of(content)
    for run in content.linkableText {
      for match in finder.matches(in: content.html, range: run.html) {
        append(Hit(name: match.name, range: match.range))
      }
    }
  }

  /// What was stored, with so many names; nil when these are no such numbers.
  init?(_ numbers: [UInt32], names: Int) {
    guard numbers.count >= WordFilter.count, (numbers.count - WordFilter.count) % 3 == 0 else {
      return nil
    }
    self.numbers = numbers
    guard hits.allSatisfy({ $0.name < names }) else { return nil }
  }

  /// A text in which nothing was looked for.
  static let none = FoundNames(numbers: [])

  private init(numbers: [UInt32]) { self.numbers = numbers }

  private mutating func append(_ hit: Hit) {
    // A text has at most 64 MiB of HTML, so places fit.
    numbers.append(UInt32(truncatingIfNeeded: hit.name))
    numbers.append(UInt32(truncatingIfNeeded: hit.range.lowerBound))
    numbers.append(UInt32(truncatingIfNeeded: hit.range.count))
  }

  /// The places, in order.
  var hits: [Hit] {
    stride(from: WordFilter.count, to: numbers.count, by: 3).map { place in
      let start = Int(numbers[place + 1])
      return Hit(name: Int(numbers[place]), range: start..<start + Int(numbers[place + 2]))
    }
  }

  /// The same with other numbers for the names; nil where the text must be searched again: a name
  /// that stands in it is no more, or one that is new may stand in it.
  func translated(by names: NameChange) -> FoundNames? {
    guard !names.addsBeyondWords, !names.addedWords.contains(where: mayHold) else { return nil }
    if names.isIdentity { return self }
    var found = self
    for place in stride(from: WordFilter.count, to: numbers.count, by: 3) {
      let old = Int(numbers[place])
      guard old < names.places.count, let new = names.places[old] else { return nil }
      found.numbers[place] = UInt32(truncatingIfNeeded: new)
    }
    return found
  }

  private func mayHold(_ words: [WordFilter.Word]) -> Bool {
    words.allSatisfy { WordFilter.mayHold($0, in: numbers) }
  }
}

/// How a language's list of names differs from an older one.
struct NameChange: Sendable {
  /// For each name of the old list its place in the new one.
  let places: [Int?]
  /// For each name that is new, its words of the kind that filters know.
  let addedWords: [[WordFilter.Word]]
  /// Whether a new name has no such word, so that it may stand anywhere.
  let addsBeyondWords: Bool
  /// Whether the lists are the same.
  let isIdentity: Bool

  init(from old: [[UInt8]], to new: [[UInt8]]) {
    isIdentity = old == new
    if isIdentity {
      (places, addedWords, addsBeyondWords) = (Array(old.indices), [], false)
      return
    }
    let newPlaces = Dictionary(
      new.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    places = old.map { newPlaces[$0] }
    let known = Set(old)
    let words = new.filter { !known.contains($0) }.map(WordFilter.words)
    addsBeyondWords = words.contains([])
    addedWords = words
  }
}

/// Remembers words in so few bits that it may take one for another, but never misses one (Bloom,
/// “Space/time trade-offs in hash coding with allowable errors”, 1970).
///
/// Only words are remembered that begin with a capital or a digit and stand in plain letters, as most
/// names have one; a text has some eighty of these, and of those that it has not, one in fifty is
/// taken to be there. A name of other words is looked for in every text.
enum WordFilter {
  /// A word as two bits of a filter.
  struct Word: Sendable, Hashable {
    var first: UInt32
    var second: UInt32
  }

  /// How many numbers of 32 bits a filter has.
  static let count = 32

  /// The filter of the text in which names may be linked.
  static func of(_ content: TextContent) -> [UInt32] {
    var filter = [UInt32](repeating: 0, count: count)
    content.html.withUnsafeBufferPointer { html in
      for run in content.linkableText {
        eachWord(html, run.html) { word in
          filter[Int(word.first >> 5)] |= 1 << (word.first & 31)
          filter[Int(word.second >> 5)] |= 1 << (word.second & 31)
        }
      }
    }
    return filter
  }

  /// Whether a text may hold a word.
  static func mayHold(_ word: Word, in filter: [UInt32]) -> Bool {
    filter[Int(word.first >> 5)] & 1 << (word.first & 31) != 0
      && filter[Int(word.second >> 5)] & 1 << (word.second & 31) != 0
  }

  /// The words of a name. Where the name stands as a whole word, so does each of these.
  static func words(_ name: [UInt8]) -> [Word] {
    var words: [Word] = []
    name.withUnsafeBufferPointer { eachWord($0, $0.indices) { words.append($0) } }
    return words
  }

  private static func eachWord(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Word) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      var byte = text[index]
      guard ASCIIWord.continues(byte) else {
        index += 1
        continue
      }
      let isMarked = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      var hash: UInt32 = 0x811C_9DC5
      repeat {
        hash = (hash ^ UInt32(byte)) &* 0x0100_0193
        index += 1
        guard index < range.upperBound else { break }
        byte = text[index]
      } while ASCIIWord.continues(byte)
      if isMarked {
        let mixed = (hash ^ hash >> 15) &* 0x85EB_CA6B
        body(Word(first: mixed >> 22, second: mixed >> 7 & 1023))
      }
    }
  }
}
