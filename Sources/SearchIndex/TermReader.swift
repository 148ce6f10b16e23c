/// Reads the terms of texts, one document after the other; keeps its memory between them.
///
/// A text is folded, then cut where neither letters nor digits stand. `.` and `-` between them, and
/// `+` and `#` behind them, hold a name together, which is a term besides its parts: `GPT-4o` is
/// `gpt-4o`, `gpt` and `4o`, `C++` is `c++`. Letters between full stops are one word (`A.I.`). Parts
/// of one character are no terms. Scripts without spaces are read as pairs of characters. Words lose
/// their endings; names do not.
///
/// The script that answers questions reads them in the same way; `Tests/SearchIndexTests` and
/// `Tests/Browser` hold both against one list.
package struct TermReader {
  private let folding: LetterFolding
  private let stemmer: WordStemmer
  private let stopWords: ByteStringTable
  private var folded: [UInt8] = []
  private var words = ByteStringTable(capacity: 1024)
  private var wordFields: [SearchDocument.Field] = []
  private var terms = ByteStringTable(capacity: 1024)
  private var word: [UInt8] = []
  private var field = SearchDocument.Field.body

  /// A reader for one thread.
  package init(_ rules: SearchRules) {
    folding = LetterFolding()
    stemmer = WordStemmer(rules)
    var stopWords = ByteStringTable(capacity: rules.stopWords.count)
    for word in rules.stopWords {
      Array(word.utf8).withUnsafeBufferPointer { _ = stopWords.number(of: $0) }
    }
    self.stopWords = stopWords
  }

  /// The terms of a document.
  package mutating func terms(of document: SearchDocument) -> DocumentTerms {
    words.removeAll()
    wordFields.removeAll(keepingCapacity: true)
    for (field, text) in document.texts {
      self.field = field
      read(text)
    }
    return finished()
  }

  /// Words that were read become terms: each word is looked at once however often it stands there.
  private mutating func finished() -> DocumentTerms {
    terms.removeAll()
    var result = DocumentTerms()
    result.reserve(terms: words.count, bytes: words.bytes.count)
    for number in 0..<words.count {
      let isStopWord = words.bytes.withUnsafeBufferPointer { bytes in
        stopWords.contains(UnsafeBufferPointer(rebasing: bytes[words.range(number)]))
      }
      if isStopWord { continue }
      word.removeAll(keepingCapacity: true)
      word.append(contentsOf: words.bytes[words.range(number)])
      if WordStemmer.applies(to: word) { stemmer.stem(&word) }
      word.withUnsafeBufferPointer { term in
        let place = terms.number(of: term)
        if place == result.count {
          result.append(term, wordFields[number])
        } else {
          result.raise(place, to: wordFields[number])
        }
      }
    }
    return result
  }

  // MARK: - Cutting

  private mutating func read(_ text: [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { folding.fold($0, into: &folded) }
    // Taken out while it is read, so that reading may add words.
    let text = folded
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let length = text.wordCharacter(at: index)
        if length == 0 {
          index += text[index] < 0x80 ? 1 : text.scalar(at: index).length
        } else {
          index = readName(text, from: index)
        }
      }
    }
  }

  /// Reads a name or word from its first character; returns the place behind it.
  private mutating func readName(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var partEnd = Self.endOfPart(text, from: start)
    var (end, next) = Self.joint(text, after: partEnd)
    if end == partEnd, next == nil {
      addPart(text, start..<partEnd)
      return end
    }
    var parts = [start..<partEnd]
    while let begin = next {
      partEnd = Self.endOfPart(text, from: begin)
      parts.append(begin..<partEnd)
      (end, next) = Self.joint(text, after: partEnd)
    }
    let name = UnsafeBufferPointer(rebasing: text[start..<end])
    if parts.contains(where: { text.hasPairs(in: $0) }) {
      for part in parts { addPart(text, part) }
    } else if Self.isAbbreviation(name) {
      let letters = name.filter { $0 != UInt8(ascii: ".") }
      letters.withUnsafeBufferPointer { add($0) }
    } else {
      add(name)
      for part in parts where !text.isOneScalar(part) { addPart(text, part) }
    }
    return end
  }

  private static func endOfPart(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let length = text.wordCharacter(at: index)
      if length == 0 { break }
      index += length
    }
    return index
  }

  /// What follows a part: where the name ends if nothing more of it comes, and where its next part
  /// begins if there is one.
  private static func joint(
    _ text: UnsafeBufferPointer<UInt8>, after part: Int
  ) -> (end: Int, next: Int?) {
    var end = part
    while end < text.count, text[end] == UInt8(ascii: "+") || text[end] == UInt8(ascii: "#") {
      end += 1
    }
    var next = end
    if next < text.count, text[next] == UInt8(ascii: ".") || text[next] == UInt8(ascii: "-") {
      next += 1
    }
    guard next > part, next < text.count, text.wordCharacter(at: next) > 0 else {
      return (end, nil)
    }
    return (end, next)
  }

  /// Whether a name is of single letters with full stops between them.
  private static func isAbbreviation(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count > 1
      && name.indices.allSatisfy {
        $0 % 2 == 0 ? name[$0] &- 0x61 < 26 : name[$0] == UInt8(ascii: ".")
      } && name.count % 2 == 1
  }

  // MARK: - Words

  /// Adds a part: as one word, or as pairs of characters where it has some that are read so.
  private mutating func addPart(_ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) {
    guard text.hasPairs(in: part) else {
      add(UnsafeBufferPointer(rebasing: text[part]))
      return
    }
    var index = part.lowerBound
    while index < part.upperBound {
      let start = index
      let isPaired = text.scalar(at: index).0.isPaired
      var places: [Int] = []
      while index < part.upperBound {
        let (scalar, length) = text.scalar(at: index)
        if scalar.isPaired != isPaired { break }
        places.append(index)
        index += length
      }
      if isPaired, places.count > 1 {
        places.append(index)
        for pair in 0..<places.count - 2 {
          add(UnsafeBufferPointer(rebasing: text[places[pair]..<places[pair + 2]]))
        }
      } else {
        add(UnsafeBufferPointer(rebasing: text[start..<index]))
      }
    }
  }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>) {
    if word.count > SearchRules.longestTerm, word.scalarCount > SearchRules.longestTerm { return }
    let number = words.number(of: word)
    if number == wordFields.count {
      wordFields.append(field)
    } else if field < wordFields[number] {
      wordFields[number] = field
    }
  }
}

// MARK: - Characters

extension Unicode.Scalar {
  /// Whether it belongs to a script without spaces.
  fileprivate var isPaired: Bool {
    value >= 0x3040 && SearchRules.pairedRanges.contains { $0.contains(value) }
  }

  /// Whether words are made of it: letters, digits and marks.
  fileprivate var isOfWords: Bool {
    // Quotes, dashes and spaces of print are the most frequent by far.
    if (0x2000...0x206F).contains(value) { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes the character of a word has that begins here; 0 when none does.
  fileprivate func wordCharacter(at index: Int) -> Int {
    let byte = self[index]
    if byte < 0x80 { return byte &- 0x61 < 26 || byte &- 0x30 < 10 ? 1 : 0 }
    let (scalar, length) = scalar(at: index)
    return scalar.isOfWords ? length : 0
  }

  fileprivate func hasPairs(in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if self[index] < 0x80 {
        index += 1
        continue
      }
      let (scalar, length) = scalar(at: index)
      if scalar.isPaired { return true }
      index += length
    }
    return false
  }

  fileprivate func isOneScalar(_ range: Range<Int>) -> Bool {
    range.isEmpty || scalar(at: range.lowerBound).length == range.count
  }

  fileprivate var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }
}
