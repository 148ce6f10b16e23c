import SiteModel

/// What a text says, for rules: its title, summary and body as sentences with their citations, the
/// names in them, figures, dates and quoted words.
///
/// It is read from what parsing and resolving made, once for all rules, and only when there is a
/// review. Offsets count bytes of `text`, in which blanks are plain spaces, apostrophes straight,
/// and all markup is gone; `ReviewedEdition.span(_:)` finds their bytes in the file.
struct Prose: Sendable {
  /// What a stretch of text is.
  enum BlockKind: Sendable, Hashable {
    case title, summary, heading, paragraph, listItem, tableHead, tableRow, quotation, footnote

    /// Whether it is a statement of the body that can cite something.
    var canCite: Bool {
      switch self {
      case .paragraph, .listItem, .tableRow: true
      case .title, .summary, .heading, .tableHead, .quotation, .footnote: false
      }
    }
  }

  /// A paragraph, an item, a row …
  struct Block: Sendable {
    var kind: BlockKind
    var range: Range<Int>
  }

  /// A sentence; of a table, a row.
  struct Sentence: Sendable {
    var kind: BlockKind
    var range: Range<Int>
    /// Its tokens.
    var tokens: Range<Int>
    /// The sentence ending in a colon that introduces the list or table in which this one stands.
    var lead: Int?
  }

  /// A mark behind a statement.
  struct Citation: Sendable, Hashable {
    var offset: Int
    /// The place among the brief's claims; nil for a footnote or a link to another brief.
    var claim: Int?
  }

  /// A name in the text.
  struct NameUse: Sendable, Hashable {
    var range: Range<Int>
    /// The entities that it means; several when it is ambiguous.
    var entities: [Int]
    /// Whether it is only a weak alias of them.
    var isWeak = false
  }

  let lexicon: Lexicon
  var text: [UInt8] = []
  var blocks: [Block] = []
  var tokens: [ProseToken] = []
  var sentences: [Sentence] = []
  var citations: [Citation] = []
  var names: [NameUse] = []
  /// The texts of links to other briefs and to events.
  var links: [Range<Int>] = []
  var figures: [Figure] = []
  var dates: [ProseDate] = []
  var quotes: [QuotedWords] = []
  /// Where in the HTML a stretch of the text begins, whenever the distance between both changes.
  var htmlAnchors: [(text: Int, html: Int)] = []

  init(lexicon: Lexicon) { self.lexicon = lexicon }
}

/// Something that stands at a place of a text; lists of them are in order.
protocol ProsePlaced {
  var range: Range<Int> { get }
}

extension Figure: ProsePlaced {}
extension ProseDate: ProsePlaced {}
extension QuotedWords: ProsePlaced {}
extension Prose.NameUse: ProsePlaced {}

extension Prose {
  /// The things of a list that begin in a stretch of the text.
  func part<Thing: ProsePlaced>(_ list: [Thing], in range: Range<Int>) -> ArraySlice<Thing> {
    let start = Self.first(list.count) { list[$0].range.lowerBound >= range.lowerBound }
    let end = Self.first(list.count) { list[$0].range.lowerBound >= range.upperBound }
    return list[start..<end]
  }

  /// The first of `count` for which a condition holds that holds for all after it.
  private static func first(_ count: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The marks of a sentence; one right behind its end is its own.
  func citations(of sentence: Sentence) -> ArraySlice<Citation> {
    let start = Self.first(citations.count) { citations[$0].offset > sentence.range.lowerBound }
    let end = Self.first(citations.count) { citations[$0].offset > sentence.range.upperBound }
    return citations[start..<max(start, end)]
  }

  /// The claims that a sentence cites, or the sentence that introduces its list or table.
  func claims(of sentence: Sentence) -> [Int] {
    let own = citations(of: sentence).compactMap(\.claim)
    guard own.isEmpty, let lead = sentence.lead else { return own }
    return citations(of: sentences[lead]).compactMap(\.claim)
  }

  /// Whether a sentence cites anything, by itself or through its introduction.
  func isCited(_ sentence: Sentence) -> Bool {
    if !citations(of: sentence).isEmpty { return true }
    return sentence.lead.map { !citations(of: sentences[$0]).isEmpty } ?? false
  }

  /// The entities that a sentence names for certain, each once, in order.
  func entities(of sentence: Sentence) -> [Int] {
    var found: [Int] = []
    for use in part(names, in: sentence.range) where !use.isWeak && use.entities.count == 1 {
      for entity in use.entities where !found.contains(entity) { found.append(entity) }
    }
    return found
  }

  /// The bytes of the first phrase of a use in a sentence.
  func phrase(
    in sentence: Sentence, where isWanted: (Lexicon.PhraseUse) -> Bool
  ) -> Range<Int>? {
    phrase(in: sentence.tokens, where: isWanted).map { bytes(ofTokens: $0) }
  }

  /// The tokens of the first phrase of a use among `range`.
  func phrase(
    in range: Range<Int>, where isWanted: (Lexicon.PhraseUse) -> Bool
  ) -> Range<Int>? {
    for index in range {
      for number in lexicon.meanings[tokens[index].word].phrases {
        let phrase = lexicon.phrases[number]
        guard isWanted(phrase.use), index + phrase.words.count <= range.upperBound,
          phrase.words.indices.allSatisfy({ tokens[index + $0].word == phrase.words[$0] })
        else { continue }
        return index..<index + phrase.words.count
      }
    }
    return nil
  }

  /// The bytes from the first of some tokens to the last.
  func bytes(ofTokens range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }

  /// Whether a phrase of a use stands anywhere in the text.
  func says(_ use: Lexicon.PhraseUse) -> Bool {
    phrase(in: tokens.indices) { $0 == use } != nil
  }

  /// A stretch of the text, for messages.
  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
