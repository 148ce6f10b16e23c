import SourceDiagnostics

/// Looks through a text for shapes on which cmark-gfm 0.29.0.gfm.6 takes more than linear time or
/// space, before it sees them: the C call cannot be stopped.
///
/// The bounds come from measurements of one mebibyte of each shape; below them nothing takes more
/// than about two seconds. They are hundreds of times what prose or tables for readers need.
struct HazardScan {
  /// Texts up to this many bytes are too short to do harm, and are not scanned.
  static let harmlessBytes = 8_192

  /// Quotes and lists inside one another.
  static let depth = 1_000
  /// Depth times lines: each line is matched against every open container.
  static let depthTimesLines = 50_000_000
  /// The squares of the numbers of `[` in each paragraph, added up.
  static let bracketsSquared = 200_000_000
  /// The lengths of long words times the closing parentheses in them, added up.
  static let wordTimesParentheses = 4_000_000_000
  /// The longest link definition times the number of `[`.
  static let definitionTimesBrackets = 64 << 20

  /// A shape that was found, and where.
  struct Finding: Error {
    var rule: DiagnosticRule
    var summary: String
    var place: Range<Int>
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let limits: MarkdownOptions.Limits
  private var lines = 0
  private var deepest = 0
  private var deepestLine = 0..<0
  private var brackets = 0
  private var paragraphBrackets = 0
  private var squares = 0
  private var words = 0
  private var definitionStart: Int?
  private var longestDefinition = 0
  private var definitionLine = 0..<0
  private var columns = 0
  private var cells = 0

  private init(_ text: UnsafeBufferPointer<UInt8>, _ limits: MarkdownOptions.Limits) {
    self.text = text
    self.limits = limits
  }

  /// The first harmful shape of a text, if it has one.
  static func finding(
    in text: UnsafeBufferPointer<UInt8>, limits: MarkdownOptions.Limits
  ) -> Finding? {
    guard text.count <= limits.sourceBytes else {
      return Finding(
        rule: .textTooLong,
        summary: "a text has at most \(limits.sourceBytes) bytes; this one has"
          + " \(text.count)", place: 0..<0)
    }
    guard text.count > harmlessBytes else { return nil }
    var scan = HazardScan(text, limits)
    do throws(Finding) {
      try scan.scan()
      return nil
    } catch {
      return error
    }
  }

  private mutating func scan() throws(Finding) {
    var start = 0
    while start < text.count {
      let end = PlaceMarks.find(0x0A, in: text, from: start) ?? text.count
      try scanLine(start..<end)
      start = end + 1
    }
    try endParagraph(0..<min(1, text.count))
    endDefinition(at: text.count)
    if deepest * lines > Self.depthTimesLines {
      throw Finding(
        rule: .textTooTangled,
        summary: "\(deepest) quotes or lists inside one another are too many for so long a text",
        place: deepestLine)
    }
    if longestDefinition > 1_000, longestDefinition * brackets > Self.definitionTimesBrackets {
      throw Finding(
        rule: .outputTooLong,
        summary: "a link of \(longestDefinition) bytes is too long to be used so often",
        place: definitionLine)
    }
  }

  private mutating func scanLine(_ line: Range<Int>) throws(Finding) {
    lines += 1
    let (start, depth, opensBlock) = containers(line)
    if depth > deepest {
      deepest = depth
      deepestLine = line
      if depth > Self.depth {
        throw Finding(
          rule: .textTooTangled,
          summary: "quotes and lists go at most \(Self.depth) levels deep", place: start..<start)
      }
    }
    let isBlank = start == line.upperBound
    if isBlank || opensBlock || text[start] == 0x7C || text[start] == 0x23 {
      try endParagraph(line)
    }
    if isBlank {
      columns = 0
      endDefinition(at: line.lowerBound)
      return
    }
    if text[start] == 0x5B { noteDefinition(start, line) }
    try scanTable(start..<line.upperBound)
    try scanInlines(start..<line.upperBound)
  }

  /// Where the text of a line begins, how many containers it may open, and whether it opens a list's
  /// item. Two columns of white space count as a level, since lists nest by indentation.
  private func containers(_ line: Range<Int>) -> (start: Int, depth: Int, opensBlock: Bool) {
    var index = line.lowerBound
    var markers = 0
    var columns = 0
    var opensItem = false
    loop: while index < line.upperBound {
      switch text[index] {
      case 0x20, 0x0D: columns += 1
      case 0x09: columns += 4
      case 0x3E: markers += 1
      case 0x2D, 0x2B, 0x2A:
        guard index + 1 == line.upperBound || text[index + 1] <= 0x20 else { break loop }
        markers += 1
        opensItem = true
      case 0x30...0x39:
        var end = index
        while end < line.upperBound, end - index < 10, (0x30...0x39).contains(text[end]) {
          end += 1
        }
        guard end < line.upperBound, text[end] == 0x2E || text[end] == 0x29,
          end + 1 == line.upperBound || text[end + 1] <= 0x20
        else { break loop }
        markers += 1
        opensItem = true
        index = end
      default: break loop
      }
      index += 1
    }
    // A line of nothing but marks is a rule or an underline.
    let isRule = index == line.upperBound && opensItem && !text[line].contains(0x3E)
    let depth =
      isRule && markers > 2 ? 0 : markers + (opensItem ? max(0, columns - markers) / 2 : 0)
    return (index, depth, opensItem)
  }

  private mutating func scanInlines(_ range: Range<Int>) throws(Finding) {
    var wordStart = range.lowerBound
    var closing = 0
    for index in range {
      switch text[index] {
      case 0x5B: paragraphBrackets += 1
      case 0x29: closing += 1
      case 0x20, 0x09:
        words += closing > 100 ? (index - wordStart) * closing : 0
        wordStart = index + 1
        closing = 0
      default: break
      }
    }
    words += closing > 100 ? (range.upperBound - wordStart) * closing : 0
    if words > Self.wordTimesParentheses {
      throw Finding(
        rule: .textTooTangled, summary: "a word this long has too many parentheses",
        place: wordStart..<range.upperBound)
    }
    if paragraphBrackets * paragraphBrackets > Self.bracketsSquared { try endParagraph(range) }
  }

  private mutating func endParagraph(_ place: Range<Int>) throws(Finding) {
    brackets += paragraphBrackets
    if paragraphBrackets > 100 { squares += paragraphBrackets * paragraphBrackets }
    paragraphBrackets = 0
    if squares > Self.bracketsSquared {
      throw Finding(
        rule: .textTooTangled, summary: "paragraphs have too many brackets here", place: place)
    }
  }

  /// Remembers where a link's definition begins; it ends at the next or at a blank line.
  private mutating func noteDefinition(_ start: Int, _ line: Range<Int>) {
    var index = start + 1
    guard index < line.upperBound, text[index] != 0x5E else { return }
    let end = min(line.upperBound, start + 1_002)
    while index < end, text[index] != 0x5D { index += 1 }
    guard index + 1 < line.upperBound, text[index + 1] == 0x3A || index == end else { return }
    endDefinition(at: start)
    definitionStart = start
  }

  private mutating func endDefinition(at end: Int) {
    guard let start = definitionStart else { return }
    definitionStart = nil
    if end - start > longestDefinition {
      longestDefinition = end - start
      definitionLine = start..<min(end, start + 100)
    }
  }

  /// Counts the columns of a delimiter row, and the cells of the rows below it.
  private mutating func scanTable(_ range: Range<Int>) throws(Finding) {
    if columns > 0 {
      cells += columns
    } else if let last = range.last, [0x7C, 0x2D, 0x3A, 0x20, 0x0D].contains(text[last]),
      text[range.lowerBound] == 0x7C || text[range.lowerBound] == 0x2D
        || text[range.lowerBound] == 0x3A
    {
      var pipes = 0
      for byte in text[range] {
        switch byte {
        case 0x7C: pipes += 1
        case 0x2D, 0x3A, 0x20, 0x09, 0x0D: break
        default: return
        }
      }
      columns = pipes
      cells += 2 * columns
    }
    if columns > limits.tableColumns + 1 {
      throw Finding(
        rule: .tableTooLarge,
        summary: "a table has at most \(limits.tableColumns) columns; this one has more",
        place: range)
    }
    if cells > limits.tableCells {
      throw Finding(
        rule: .tableTooLarge,
        summary: "the tables of a text have at most \(limits.tableCells) cells",
        place: range.lowerBound..<range.lowerBound)
    }
  }
}
