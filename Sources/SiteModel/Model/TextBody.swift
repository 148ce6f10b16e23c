package import GFMarkdown

/// The body of a content file: what other files and lists ask of it, at hand, and its HTML, which
/// may be elsewhere.
///
/// HTML is nine tenths of a parsed site and is needed only for the pages that show it. So a body's
/// `content` is either in memory, as parsing makes it, or in a `BodyArchive`, from which it is read
/// each time it is asked for; ask once and keep what came. All else is small and always there.
package struct TextBody: Sendable {
  private var boxedOutline: Boxed<TextOutline>
  private var place: Place

  private enum Place: Sendable {
    case memory(Boxed<TextContent>)
    case archive(BodyArchive, Range<Int>)
  }

  /// No text.
  package init() { self.init(TextOutline(), TextContent()) }

  /// A body as the Markdown parser gives it.
  package init(_ body: MarkdownBody) {
    let content = TextContent(
      html: body.html, linkableText: body.linkableText, plainText: body.plainText)
    boxedOutline = Boxed(TextOutline(body, content))
    place = .memory(Boxed(content))
  }

  /// A body whose content is in an archive.
  init(_ outline: TextOutline, in archive: BodyArchive, at range: Range<Int>) {
    boxedOutline = Boxed(outline)
    place = .archive(archive, range)
  }

  /// The same body with its content in memory.
  init(_ outline: TextOutline, _ content: TextContent) {
    boxedOutline = Boxed(outline)
    place = .memory(Boxed(content))
  }

  /// What is known without the HTML.
  package var outline: TextOutline {
    _read { yield boxedOutline.value }
  }

  /// The HTML and where its text stands. Read from the archive, if that is where it is: should that
  /// fail it is empty, and the archive knows of the failure.
  package var content: TextContent {
    switch place {
    case .memory(let content): content.value
    case .archive(let archive, let range): archive.content(at: range, digest: outline.digest)
    }
  }

  /// The HTML of `content`.
  package var html: [UInt8] { content.html }

  /// Whether the content is in memory.
  package var isInMemory: Bool {
    if case .memory = place { return true }
    return false
  }

  /// Leaves the content to an archive, which holds it, as `ParsedFileStore` wrote it, at `range`.
  package mutating func move(to archive: BodyArchive, at range: Range<Int>) {
    place = .archive(archive, range)
  }
}

extension TextBody {
  /// `[[…]]` in the text, in order.
  package var wikiLinks: [MarkdownBody.WikiLink] { outline.wikiLinks }
  /// References to claims, in order.
  package var citations: [MarkdownBody.Citation] { outline.citations }
  /// Links and images inside the site, in order.
  package var siteLinks: [MarkdownBody.Link] { outline.siteLinks }
  /// The headings, in order.
  package var headings: [MarkdownBody.Heading] { outline.headings }
  /// Every `id` and `name` that the HTML carries, in order.
  package var anchors: [String] { outline.anchors }
  /// How many words the text has.
  package var wordCount: Int { outline.wordCount }

  /// The beginning of the text, cut to at most `maximum` characters at a word's end.
  package func excerpt(maximum: Int) -> String {
    Markdown.cut(outline.excerptText, maximum: maximum)
  }
}

/// What of a body is needed without showing it: links are looked up by it, lists count words.
package struct TextOutline: Sendable, Hashable {
  /// `[[…]]` in the text, in order.
  package var wikiLinks: [MarkdownBody.WikiLink] = []
  /// References to claims, in order.
  package var citations: [MarkdownBody.Citation] = []
  /// Links and images inside the site, in order; links to other sites need no further looking at.
  package var siteLinks: [MarkdownBody.Link] = []
  /// The headings, in order.
  package var headings: [MarkdownBody.Heading] = []
  /// Every `id` and `name` that the HTML carries, in order.
  package var anchors: [String] = []
  /// How many words the text has.
  package var wordCount = 0
  /// All that an excerpt may be cut from, on one line.
  package var excerptText = ""
  /// How many bytes the HTML has.
  package var htmlCount = 0
  /// Whether the HTML is nothing but blanks.
  package var isBlank = true
  /// Whether the HTML may hold characters that XML cannot.
  package var mayBreakXML = false
  /// Tells the content apart from others.
  package var digest = TextContent().digest
  /// Tells the HTML and its linkable text apart from others, wherever in a file they come from.
  package var textDigest = TextContent().textDigest

  init(_ body: MarkdownBody, _ content: TextContent) {
    wikiLinks = body.wikiLinks
    citations = body.citations
    siteLinks = body.links.filter { !$0.isExternal }
    headings = body.headings
    anchors = body.anchors
    wordCount = body.wordCount
    excerptText = body.excerptText
    htmlCount = content.html.count
    isBlank = content.html.allSatisfy { $0 <= 0x20 }
    mayBreakXML = content.mayBreakXML
    digest = content.digest
    textDigest = content.textDigest
  }

  init() {}
}

/// What of a body only its own page and the rules of judgement need.
package struct TextContent: Sendable, Hashable {
  /// The HTML, with places left open for links.
  package var html: [UInt8] = []
  /// Text in which names may be linked, in the order of `html`.
  package var linkableText: [MarkdownBody.LinkableText] = []
  /// The text without marks, as a search index takes it in.
  package var plainText: [UInt8] = []

  /// A digest of all but the places in the file, the same on every machine: a text stays the same
  /// when its header grows.
  var textDigest: UInt64 {
    var digest = TextDigest()
    digest.add(html)
    for run in linkableText {
      digest.add(UInt64(run.html.lowerBound))
      digest.add(UInt64(run.html.upperBound))
    }
    digest.add(plainText)
    return digest.value
  }

  /// A digest of all of it, the same on every machine.
  var digest: UInt64 {
    var digest = TextDigest()
    digest.add(textDigest)
    for run in linkableText { digest.add(UInt64(run.lineStart)) }
    return digest.value
  }

  /// Whether a byte below the space is neither tab nor line break, or one may begin U+FFFE or U+FFFF.
  var mayBreakXML: Bool {
    html.contains { byte in
      byte < 0x20 ? byte != 0x0A && byte != 0x09 && byte != 0x0D : byte == 0xEF
    }
  }
}
