/// Finds all known names in a text in one pass: an Aho–Corasick automaton over bytes.
///
/// The automaton is a table of states by byte classes, so a byte of text costs one look-up however
/// many names there are (Aho and Corasick, “Efficient string matching”, 1975). A line break in the
/// text counts as a space. Which matches become links is the caller's business: `matches` reports
/// the longest match at the leftmost place first and none that overlaps it, and only whole words.
package struct NameAutomaton: Sendable {
  /// A name found: which one, and its bytes.
  package struct Match: Sendable, Hashable {
    package var name: Int
    package var range: Range<Int>
  }

  private let names: [[UInt8]]
  /// The class of each byte; class 0 holds all bytes that occur in no name.
  private var classes = [UInt8](repeating: 0, count: 256)
  private var classCount = 1
  /// The next state by state and class.
  private var transitions: [Int32] = []
  /// The name that ends in a state, or -1.
  private var ending: [Int32] = []
  /// The next state on the way of suffixes in which a name ends, or 0.
  private var suffixEnding: [Int32] = []

  /// An automaton for `names`, each given as it stands in the text; of equal names the first counts.
  package init(names: [[UInt8]]) {
    self.names = names
    for name in names {
      for byte in name where classes[Int(byte)] == 0 {
        if classCount < 255 {
          classes[Int(byte)] = UInt8(classCount)
          classCount += 1
        }
      }
    }
    classes[0x0A] = classes[0x20]
    addState()
    for (index, name) in names.enumerated() where !name.isEmpty { insert(name, index) }
    connect()
  }

  private mutating func addState() {
    transitions.append(contentsOf: repeatElement(-1, count: classCount))
    ending.append(-1)
    suffixEnding.append(0)
  }

  private mutating func insert(_ name: [UInt8], _ index: Int) {
    var state = 0
    for byte in name {
      let slot = state * classCount + Int(classes[Int(byte)])
      if transitions[slot] < 0 {
        addState()
        transitions[slot] = Int32(ending.count - 1)
      }
      state = Int(transitions[slot])
    }
    if ending[state] < 0 { ending[state] = Int32(index) }
  }

  /// Fills the missing transitions breadth first, so that a state's suffix is complete before it.
  private mutating func connect() {
    var suffix = [Int32](repeating: 0, count: ending.count)
    var queue: [Int] = []
    for slot in 0..<classCount {
      if transitions[slot] < 0 {
        transitions[slot] = 0
      } else {
        queue.append(Int(transitions[slot]))
      }
    }
    var next = 0
    while next < queue.count {
      let state = queue[next]
      next += 1
      let fallback = Int(suffix[state])
      suffixEnding[state] = ending[fallback] >= 0 ? Int32(fallback) : suffixEnding[fallback]
      for symbol in 0..<classCount {
        let slot = state * classCount + symbol
        let other = transitions[fallback * classCount + symbol]
        if transitions[slot] < 0 {
          transitions[slot] = other
        } else {
          suffix[Int(transitions[slot])] = other
          queue.append(Int(transitions[slot]))
        }
      }
    }
  }

  /// The names in `text[range]`, whole words only, leftmost and then longest first, none overlapping.
  package func matches(in text: [UInt8], range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var state = 0
    for index in range {
      state = Int(transitions[state * classCount + Int(classes[Int(text[index])])])
      var hit = ending[state] >= 0 ? state : Int(suffixEnding[state])
      while hit != 0 {
        let name = Int(ending[hit])
        let start = index + 1 - names[name].count
        let match = start..<(index + 1)
        if start >= range.lowerBound, WordBoundary.encloses(match, in: text, limits: range) {
          found.append(Match(name: name, range: match))
        }
        hit = Int(suffixEnding[hit])
      }
    }
    guard found.count > 1 else { return found }
    found.sort { a, b in
      (a.range.lowerBound, b.range.count) < (b.range.lowerBound, a.range.count)
    }
    var end = 0
    return found.filter { match in
      guard match.range.lowerBound >= end else { return false }
      end = match.range.upperBound
      return true
    }
  }
}

/// Says whether a stretch of text is a whole word.
///
/// Letters, marks and digits on either side continue a word, by their Unicode properties; so does a
/// hyphen or point before a digit (`GPT` is not a word of `GPT-4`, nor `Llama 4` of `Llama 4.1`). An
/// apostrophe does not: `d’OpenAI` and `Meta’s` hold whole names.
enum WordBoundary {
  static func encloses(_ match: Range<Int>, in text: [UInt8], limits: Range<Int>) -> Bool {
    if let before = scalar(endingAt: match.lowerBound, in: text, limits: limits) {
      if continuesWord(before) { return false }
      if before == "." || before == ",", isDigit(text[match.lowerBound]),
        match.lowerBound - 2 >= limits.lowerBound, isDigit(text[match.lowerBound - 2])
      {
        return false
      }
    }
    guard let after = scalar(at: match.upperBound, in: text, limits: limits) else { return true }
    if continuesWord(after) { return false }
    if after == "-" || after == "." || after == "\u{2011}" {
      let next = match.upperBound + (after == "\u{2011}" ? 3 : 1)
      if next < limits.upperBound, isDigit(text[next]) { return false }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: return true
      default: return false
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  private static func scalar(
    endingAt end: Int, in text: [UInt8], limits: Range<Int>
  ) -> Unicode.Scalar? {
    var start = end - 1
    while start >= limits.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start, in: text, limits: limits)
  }

  private static func scalar(
    at start: Int, in text: [UInt8], limits: Range<Int>
  ) -> Unicode.Scalar? {
    guard limits.contains(start) else { return nil }
    let first = text[start]
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let end = min(start + length, limits.upperBound)
    return String(decoding: text[start..<end], as: UTF8.self).unicodeScalars.first
  }
}
