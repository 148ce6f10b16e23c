import GFMarkdown
import SiteModel

/// Makes the prose of an edition out of its title, its summary and the HTML of its body.
///
/// The HTML is what the reader will see, and carries the places of citations and of names that
/// became links. It was written by `GFMarkdown`, so tags are well formed; raw HTML of authors is
/// read as far as it is.
struct ProseReader {
  private(set) var prose: Prose
  private let html: [UInt8]
  private let links: [TextLink]

  private var kind = Prose.BlockKind.paragraph
  private var blockStart = 0
  private var listDepth = 0
  private var quoteDepth = 0
  private var isInFootnotes = false
  private var isInHead = false
  private var isInRow = false
  /// The tag whose end is waited for; what stands before it is not prose.
  private var skipped: [UInt8] = []
  /// The next of `links` to be passed.
  private var nextLink = 0
  /// The mention at hand: where it begins in the text, and where it ends in the HTML.
  private var openMention: (start: Int, end: Int, target: LinkTarget)?
  /// Where the link to another brief or an event begins in whose text we are.
  private var openLink: Int?

  init(_ text: LinkedText, lexicon: Lexicon) {
    prose = Prose(lexicon: lexicon)
    html = text.body.html
    links = text.links
    prose.text.reserveCapacity(html.count)
  }

  /// Adds a text without markup as a block.
  mutating func add(_ plain: String, as kind: Prose.BlockKind) {
    self.kind = kind
    let bytes = Array(plain.utf8)
    var index = 0
    while index < bytes.count {
      let (byte, length) = ProseText.character(bytes, index)
      append(byte, bytes, index..<index + length)
      index += length
    }
    endBlock()
  }

  /// Adds the body.
  mutating func addBody() {
    var index = 0
    kind = .paragraph
    while index < html.count {
      passLinks(upTo: index)
      let byte = html[index]
      if byte == 0x3C {
        index = tag(at: index)
      } else if !skipped.isEmpty {
        index += 1
      } else if Self.isPlain[Int(byte)] {
        noteAnchor(html: index)
        let end = endOfPlain(from: index)
        prose.text.append(contentsOf: html[index..<end])
        index = end
      } else {
        let (replacement, length) = ProseText.htmlCharacter(html, index)
        noteAnchor(html: index)
        append(replacement, html, index..<index + length)
        index += length
      }
    }
    passLinks(upTo: html.count)
    endBlock()
  }

  /// The bytes that stand for themselves.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    byte > 0x20 && byte != 0x3C && byte != 0x26 && byte != 0xC2 && byte != 0xE2
  }

  /// The end of a stretch of bytes that stand for themselves, before the next link begins or ends.
  private func endOfPlain(from start: Int) -> Int {
    var limit = html.count
    if let mention = openMention { limit = min(limit, mention.end) }
    if nextLink < links.count { limit = min(limit, links[nextLink].range.lowerBound) }
    var end = start + 1
    while end < limit, Self.isPlain[Int(html[end])] { end += 1 }
    return end
  }

  private mutating func append(_ replacement: UInt8?, _ bytes: [UInt8], _ range: Range<Int>) {
    if replacement == 0x20 {
      // One blank is enough, and none begins a block.
      if prose.text.count > blockStart, prose.text.last != 0x20 { prose.text.append(0x20) }
    } else if let replacement {
      prose.text.append(replacement)
    } else {
      prose.text.append(contentsOf: bytes[range])
    }
  }

  private mutating func noteAnchor(html: Int) {
    let place = prose.text.count
    if let last = prose.htmlAnchors.last, last.html - last.text == html - place { return }
    prose.htmlAnchors.append((place, html))
  }

  private mutating func passLinks(upTo place: Int) {
    if let mention = openMention, mention.end <= place {
      if case .entity(let entity) = mention.target {
        prose.names.append(
          Prose.NameUse(range: mention.start..<prose.text.count, entities: [entity]))
      } else {
        endLink(from: mention.start)
      }
      openMention = nil
    }
    while nextLink < links.count, links[nextLink].range.lowerBound <= place {
      let link = links[nextLink]
      nextLink += 1
      switch link.kind {
      case .citation(let claim):
        prose.citations.append(Prose.Citation(offset: trimmedEnd, claim: claim))
      case .mention(let target) where target.isEntity || target.isStory:
        openMention = (prose.text.count, link.range.upperBound, target)
      case .address(let target, _) where target.isStory: openLink = prose.text.count
      case .mention, .address: break
      }
    }
  }

  /// Ends the text of a link to a brief or an event, which stands for what is told there.
  private mutating func endLink(from start: Int) {
    guard trimmedEnd > start else { return }
    prose.links.append(start..<trimmedEnd)
    prose.citations.append(Prose.Citation(offset: trimmedEnd, claim: nil))
  }

  /// The end of the text without a blank: a citation behind one belongs to what stands before it.
  private var trimmedEnd: Int {
    prose.text.last == 0x20 ? prose.text.count - 1 : prose.text.count
  }

  private mutating func endBlock() {
    let end = trimmedEnd
    if end > blockStart {
      prose.blocks.append(Prose.Block(kind: kind, range: blockStart..<end))
      // A blank keeps the words of two blocks apart.
      if prose.text.last != 0x20 { prose.text.append(0x20) }
    }
    blockStart = prose.text.count
    kind = currentKind
  }

  private var currentKind: Prose.BlockKind {
    if isInFootnotes { return .footnote }
    if isInRow { return isInHead ? .tableHead : .tableRow }
    if quoteDepth > 0 { return .quotation }
    return listDepth > 0 ? .listItem : .paragraph
  }

  // MARK: Tags

  /// Passes over the tag at `start`; returns the place after it.
  private mutating func tag(at start: Int) -> Int {
    var index = start + 1
    let isClosing = index < html.count && html[index] == 0x2F
    if isClosing { index += 1 }
    let nameStart = index
    while index < html.count, ProseTokenizer.isDigit(html[index]) || Self.isLetter(html[index]) {
      index += 1
    }
    let name = html[nameStart..<index]
    let attributes = index
    while index < html.count, html[index] != 0x3E { index += 1 }
    let end = min(index + 1, html.count)
    if !skipped.isEmpty {
      if isClosing, name.elementsEqual(skipped) { skipped = [] }
      return end
    }
    if let tag = Self.tags[Self.key(name)] {
      isClosing ? close(tag) : open(tag, html[attributes..<index], name)
    }
    return end
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The name's bytes as a number; names of more than eight letters count by their last eight.
  private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  /// What a tag means for prose.
  private enum Tag {
    case block, heading, list, quotation, head, row, cell, section
    case lineBreak, code, skipped, superscript, link
  }

  private static let tags: [UInt64: Tag] = {
    let names: KeyValuePairs<String, Tag> = [
      "p": .block, "li": .block, "div": .block, "table": .block, "tbody": .block, "hr": .block,
      "figure": .block, "figcaption": .block, "h1": .heading, "h2": .heading, "h3": .heading,
      "h4": .heading, "h5": .heading, "h6": .heading, "ul": .list, "ol": .list,
      "blockquote": .quotation, "thead": .head, "tr": .row, "td": .cell, "th": .cell,
      "section": .section, "br": .lineBreak, "code": .code, "pre": .skipped, "script": .skipped,
      "style": .skipped, "sup": .superscript, "a": .link,
    ]
    return Dictionary(
      names.map { (key($0.key.utf8), $0.value) }, uniquingKeysWith: { first, _ in first })
  }()

  private mutating func open(
    _ tag: Tag, _ attributes: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>
  ) {
    switch tag {
    case .block: endBlock()
    case .heading:
      endBlock()
      kind = .heading
    case .list:
      endBlock()
      listDepth += 1
      kind = currentKind
    case .quotation:
      endBlock()
      quoteDepth += 1
      kind = currentKind
    case .head: isInHead = true
    case .row:
      endBlock()
      isInRow = true
      kind = currentKind
    case .cell:
      if prose.text.count > blockStart { prose.text.append(contentsOf: [0x20, 0x7C, 0x20]) }
    case .section:
      endBlock()
      isInFootnotes = isInFootnotes || Self.contains(attributes, "footnotes")
      kind = currentKind
    case .lineBreak: append(0x20, html, 0..<0)
    case .code:
      // Code is one thing, whatever stands in it.
      prose.text.append(0x7F)
      skipped = Array(name)
    case .skipped:
      endBlock()
      skipped = Array(name)
    case .superscript:
      guard Self.contains(attributes, "footnote-ref") else { return }
      prose.citations.append(Prose.Citation(offset: trimmedEnd, claim: nil))
      skipped = Array(name)
    case .link:
      if Self.contains(attributes, "footnote-backref") { skipped = Array(name) }
    }
  }

  private mutating func close(_ tag: Tag) {
    switch tag {
    case .block, .heading, .skipped: endBlock()
    case .list:
      endBlock()
      listDepth = max(0, listDepth - 1)
      kind = currentKind
    case .quotation:
      endBlock()
      quoteDepth = max(0, quoteDepth - 1)
      kind = currentKind
    case .head:
      isInHead = false
      kind = currentKind
    case .row:
      endBlock()
      isInRow = false
      kind = currentKind
    case .section:
      endBlock()
      isInFootnotes = false
      kind = currentKind
    case .link:
      if let start = openLink { endLink(from: start) }
      openLink = nil
    case .cell, .lineBreak, .code, .superscript: break
    }
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return word.withUTF8Buffer { word in
      (bytes.startIndex...bytes.endIndex - count).contains {
        bytes[$0] == word[0] && bytes[$0..<$0 + count].elementsEqual(word)
      }
    }
  }
}

extension LinkTarget {
  fileprivate var isEntity: Bool {
    if case .entity = self { return true }
    return false
  }

  /// Whether it tells what happened, with sources of its own.
  fileprivate var isStory: Bool {
    switch self {
    case .brief, .event: true
    case .entity, .topic, .storyline, .page, .asset, .path: false
    }
  }
}
