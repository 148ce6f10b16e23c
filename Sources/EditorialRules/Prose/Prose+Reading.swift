import GFMarkdown
import SiteModel

/// From blocks to tokens, sentences, names, figures and quotations.
extension Prose {
  /// The prose of an edition; `names` knows the site's names.
  init(_ edition: BriefEdition, of brief: BriefFile, lexicon: Lexicon, names: SiteNames) {
    var reader = ProseReader(edition.text, lexicon: lexicon)
    // A translation without a title or summary of its own shows the original's.
    if edition.isOriginal || edition.title != brief.title.value {
      reader.add(edition.title, as: .title)
    }
    let isOwnSummary =
      edition.isOriginal
      ? brief.summary != nil : edition.summary != edition.text.body.excerpt(maximum: 300)
    if isOwnSummary { reader.add(edition.summary, as: .summary) }
    reader.addBody()
    self = reader.prose
    divide()
    addNames(names)
  }

  /// The prose of an edition's title alone.
  init(headline edition: BriefEdition, of brief: BriefFile, lexicon: Lexicon, names: SiteNames) {
    self.init(lexicon: lexicon)
    guard edition.isOriginal || edition.title != brief.title.value else { return }
    text = ProseText.normalised(edition.title)
    blocks = [Block(kind: .title, range: text.indices)]
    divide()
    addNames(names)
  }

  /// The prose of one plain text, such as the words of a source.
  init(plain text: String, lexicon: Lexicon) {
    self.init(lexicon: lexicon)
    self.text = ProseText.normalised(text)
    blocks = [Block(kind: .paragraph, range: self.text.indices)]
    divide()
  }

  /// Finds tokens, sentences and what stands in them.
  private mutating func divide() {
    let tokenizer = ProseTokenizer(lexicon: lexicon)
    var lead: Int?
    for block in blocks {
      let tokens = tokenizer.tokens(of: text, block.range)
      let first = self.tokens.count
      self.tokens += tokens
      let isListed = block.kind == .listItem || block.kind == .tableRow || block.kind == .tableHead
      if !isListed { lead = nil }
      let quotes = QuotedWords.all(in: text, tokens)
      for part in SentenceSplitter(text, tokens, quotes, lexicon).sentences {
        let range =
          tokens[part.lowerBound].range
          .lowerBound..<tokens[part.upperBound - 1].range
          .upperBound
        sentences.append(
          Sentence(
            kind: block.kind, range: range,
            tokens: first + part.lowerBound..<first + part.upperBound, lead: lead))
      }
      if !isListed, text[block.range].last == 0x3A { lead = sentences.count - 1 }
      var scanner = FigureScanner(text, tokens, lexicon)
      scanner.scan()
      figures += scanner.figures
      dates += scanner.dates
      self.quotes += quotes
    }
  }

  /// Adds the names that are no links, such as those after the first.
  private mutating func addNames(_ site: SiteNames) {
    var found = names
    var nextLink = 0
    for block in blocks {
      for use in site.uses(in: text, block.range) {
        while nextLink < names.count, names[nextLink].range.upperBound <= use.range.lowerBound {
          nextLink += 1
        }
        let isLinked = nextLink < names.count && names[nextLink].range.overlaps(use.range)
        if !isLinked { found.append(use) }
      }
    }
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
    names = found
  }
}

/// Cuts the tokens of a block into sentences.
struct SentenceSplitter {
  private let text: [UInt8]
  private let tokens: [ProseToken]
  private let quotes: [QuotedWords]
  private let lexicon: Lexicon

  init(_ text: [UInt8], _ tokens: [ProseToken], _ quotes: [QuotedWords], _ lexicon: Lexicon) {
    self.text = text
    self.tokens = tokens
    self.quotes = quotes
    self.lexicon = lexicon
  }

  /// The sentences by their tokens.
  var sentences: [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    var index = 0
    var quote = 0
    while index < tokens.count {
      guard tokens[index].kind == .sign, isStop(index) else {
        index += 1
        continue
      }
      let point = index
      index += 1
      while index < tokens.count, tokens[index].kind == .sign, isStop(index) || isClosing(index) {
        index += 1
      }
      // A quotation stays whole.
      let place = index < tokens.count ? tokens[index].range.lowerBound : text.count
      while quote < quotes.count, quotes[quote].range.upperBound <= place { quote += 1 }
      let isQuoted = quote < quotes.count && quotes[quote].range.lowerBound < place
      if index < tokens.count, !isQuoted, !isAbbreviation(point), opensSentence(index) {
        found.append(start..<index)
        start = index
      }
    }
    if start < tokens.count { found.append(start..<tokens.count) }
    return found
  }

  private func isStop(_ index: Int) -> Bool {
    switch text[tokens[index].range.lowerBound] {
    case 0x2E, 0x21, 0x3F: true
    case 0xE2: text[tokens[index].range].elementsEqual("…".utf8)
    default: false
    }
  }

  private func isClosing(_ index: Int) -> Bool {
    switch text[tokens[index].range.lowerBound] {
    case 0x22, 0x27: tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
    case 0x29, 0x5D: true
    case 0xC2: text[tokens[index].range].elementsEqual("»".utf8)
    case 0xE2: text[tokens[index].range].elementsEqual("”".utf8)
    default: false
    }
  }

  /// Whether a full stop ends an abbreviation or an initial.
  private func isAbbreviation(_ index: Int) -> Bool {
    guard index > 0, text[tokens[index].range.lowerBound] == 0x2E,
      tokens[index - 1].range.upperBound == tokens[index].range.lowerBound,
      tokens[index - 1].kind == .word
    else { return false }
    return lexicon.meanings[tokens[index - 1].word].isAbbreviation
      || tokens[index - 1].range.count == 1
  }

  /// Whether the token stands after a blank and can begin a sentence.
  private func opensSentence(_ index: Int) -> Bool {
    guard tokens[index].range.lowerBound > tokens[index - 1].range.upperBound else { return false }
    switch tokens[index].kind {
    case .number: return true
    case .word: return tokens[index].isCapital
    case .sign:
      let bytes = text[tokens[index].range]
      return ["“", "«", "\"", "(", "[", "—", "–", "‘"].contains { bytes.elementsEqual($0.utf8) }
    }
  }
}

extension QuotedWords {
  /// The quotations in a block's tokens: “…”, « … », „…“ and "…". One that does not end is none.
  static func all(in text: [UInt8], _ tokens: [ProseToken]) -> [QuotedWords] {
    var found: [QuotedWords] = []
    var open: (closing: [UInt8], start: Int)?
    for token in tokens where token.kind == .sign {
      let sign = text[token.range]
      if let quote = open, sign.elementsEqual(quote.closing) {
        let outer = quote.start..<token.range.upperBound
        let opening = ProseTokenizer.length(text[quote.start])
        var inside = outer.lowerBound + opening..<token.range.lowerBound
        while inside.count > 1, text[inside.lowerBound] == 0x20 {
          inside = inside.lowerBound + 1..<inside.upperBound
        }
        while inside.count > 1, text[inside.upperBound - 1] == 0x20 {
          inside = inside.lowerBound..<inside.upperBound - 1
        }
        found.append(QuotedWords(range: outer, inside: inside))
        open = nil
      } else if open == nil, let closing = closings.first(where: { sign.elementsEqual($0.key) }) {
        open = (closing.value, token.range.lowerBound)
      }
    }
    return found
  }

  private static let closings: [(key: [UInt8], value: [UInt8])] = [
    ("“", "”"), ("«", "»"), ("„", "“"), ("\"", "\""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
