import CMarkGFM
import SourceDiagnostics

/// Walks a parsed tree once and writes the HTML and everything else that a body holds.
///
/// The walk is a loop, not a recursion: nesting in a text is unbounded. Text and soft line breaks
/// that stand side by side are gathered into one run before they are written, since wiki links,
/// quotes and names may cross a line's end; every other node ends the run.
struct HTMLWriter {
  /// Which HTML is wanted.
  enum Flavour {
    /// What a site shows.
    case site
    /// What the specification's examples expect; `filtered` disarms the tags of `tagfilter`.
    case specification(filtered: Bool)
  }

  typealias Node = CMarkDocument.Node

  let options: MarkdownOptions
  let isSite: Bool
  let filtersTags: Bool
  let source: SourceMap
  let marks: PlaceMarks

  var html: [UInt8] = []
  var plain: [UInt8] = []
  var body = MarkdownBody()
  var diagnostics: [Diagnostic] = []
  var typography: Typography
  var slugs = HeadingSlug()

  /// Text and soft breaks not yet written.
  var run: [UInt8] = []
  /// For each byte of text: 0, or a reason to stop at it.
  let stops: [UInt8]
  /// The place that the last mark of a run gave for the node that follows.
  var markedPlace: Int?
  /// How far in the source the search for unmarked places has come.
  var cursor = 0
  /// The source line, from zero, of the text at hand.
  var line = 0
  /// Greater than zero where names must not be linked.
  var unlinkable = 0
  /// How deep raw `<a>`, `<code>`, `<script>` and the like are open.
  var openRawTags = 0
  /// For each open link, whether it was written.
  var openLinks: [Bool] = []
  var heading = HeadingStart()
  var table = TableState()
  var footnotes = FootnoteState()
  /// Whether a limit was met; nothing more is written then.
  var stopped = false

  private let tableType = gfm_type_table()
  private let rowType = gfm_type_table_row()
  private let cellType = gfm_type_table_cell()
  private let strikethroughType = gfm_type_strikethrough()

  init(_ flavour: Flavour, options: MarkdownOptions, source: SourceMap, marks: PlaceMarks) {
    self.options = options
    self.source = source
    self.marks = marks
    switch flavour {
    case .site:
      isSite = true
      filtersTags = false
    case .specification(let filtered):
      isSite = false
      filtersTags = filtered
    }
    typography = Typography(
      isSite && options.typography ? Typography.Style(language: options.language) : .none)
    stops = Self.stops(typography, marks: marks)
    html.reserveCapacity(source.text.count + source.text.count / 4 + 256)
    plain.reserveCapacity(isSite ? source.text.count : 0)
  }

  /// Writes the whole tree.
  mutating func write(_ document: borrowing CMarkDocument) {
    let root = document.root
    var node = root
    var isEntering = true
    while !stopped {
      if isEntering, enter(node), let child = gfm_first_child(node) {
        node = child
        continue
      }
      leave(node)
      if node == root { break }
      if let next = gfm_next(node) {
        node = next
        isEntering = true
      } else if let parent = gfm_parent(node) {
        node = parent
        isEntering = false
      } else {
        break
      }
    }
  }

  /// Writes what begins a node; says whether its children are to be visited.
  private mutating func enter(_ node: Node) -> Bool {
    let type = gfm_type(node)
    switch type {
    case CMARK_NODE_TEXT.rawValue:
      enterText(node)
      return false
    case CMARK_NODE_SOFTBREAK.rawValue:
      run.append(0x0A)
      return false
    default: flushRun()
    }
    if type & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE) {
      return enterInline(node, type)
    }
    checkLength(node)
    return enterBlock(node, type)
  }

  private mutating func enterInline(_ node: Node, _ type: UInt32) -> Bool {
    defer { markedPlace = nil }
    switch type {
    case CMARK_NODE_LINEBREAK.rawValue:
      html.append(isSite ? "<br>\n" : "<br />\n")
      plain.append(0x20)
      typography.passSpace()
      line += 1
    case CMARK_NODE_CODE.rawValue: writeCode(node)
    case CMARK_NODE_HTML_INLINE.rawValue: writeInlineHTML(node)
    case CMARK_NODE_EMPH.rawValue: html.append("<em>")
    case CMARK_NODE_STRONG.rawValue: html.append("<strong>")
    case CMARK_NODE_LINK.rawValue:
      checkLength(node)
      beginLink(node)
    case CMARK_NODE_IMAGE.rawValue:
      checkLength(node)
      writeImage(node)
      return false
    case CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: writeFootnoteReference(node)
    case strikethroughType: html.append("<del>")
    default: break
    }
    return true
  }

  private mutating func enterBlock(_ node: Node, _ type: UInt32) -> Bool {
    switch type {
    case CMARK_NODE_PARAGRAPH.rawValue: return beginParagraph(node)
    case CMARK_NODE_HEADING.rawValue: beginHeading(node)
    case CMARK_NODE_BLOCK_QUOTE.rawValue:
      startLine()
      html.append("<blockquote>\n")
    case CMARK_NODE_LIST.rawValue: beginList(node)
    case CMARK_NODE_ITEM.rawValue: beginItem(node)
    case CMARK_NODE_CODE_BLOCK.rawValue: writeCodeBlock(node)
    case CMARK_NODE_HTML_BLOCK.rawValue: writeHTMLBlock(node)
    case CMARK_NODE_THEMATIC_BREAK.rawValue:
      startLine()
      html.append(isSite ? "<hr>\n" : "<hr />\n")
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: beginFootnote(node)
    case tableType: beginTable(node)
    case rowType: beginRow(node)
    case cellType: beginCell(node)
    default: break
    }
    return true
  }

  /// Writes what ends a node; leaves have nothing to end.
  private mutating func leave(_ node: Node) {
    let type = gfm_type(node)
    if type == CMARK_NODE_TEXT.rawValue || type == CMARK_NODE_SOFTBREAK.rawValue { return }
    flushRun(isLast: true)
    switch type {
    case CMARK_NODE_EMPH.rawValue: html.append("</em>")
    case CMARK_NODE_STRONG.rawValue: html.append("</strong>")
    case CMARK_NODE_LINK.rawValue: endLink()
    case strikethroughType: html.append("</del>")
    case CMARK_NODE_PARAGRAPH.rawValue: endParagraph(node)
    case CMARK_NODE_HEADING.rawValue: endHeading(node)
    case CMARK_NODE_BLOCK_QUOTE.rawValue:
      startLine()
      html.append("</blockquote>\n")
    case CMARK_NODE_LIST.rawValue:
      html.append(gfm_is_bullet_list(node) != 0 ? "</ul>\n" : "</ol>\n")
    case CMARK_NODE_ITEM.rawValue: html.append("</li>\n")
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: endFootnote()
    case CMARK_NODE_DOCUMENT.rawValue: endFootnotes()
    case tableType: endTable()
    case rowType: endRow()
    case cellType: endCell()
    default: break
    }
  }

  // MARK: What the parts share

  /// Stops when the HTML grows beyond its limit.
  private mutating func checkLength(_ node: Node) {
    guard isSite, html.count > options.limits.outputBytes, !stopped else { return }
    let line = max(0, Int(gfm_start_line(node)) - 1)
    stop(.outputTooLong, "the HTML has at most \(options.limits.outputBytes) bytes", line)
  }

  /// Gives up with an error at a line, counted from zero.
  mutating func stop(_ rule: DiagnosticRule, _ summary: String, _ line: Int) {
    stopped = true
    diagnostics.append(Diagnostic(rule, summary, at: span(source.lines(line, line))))
  }

  /// Makes sure that the HTML stands at the start of a line.
  mutating func startLine() {
    if let last = html.last, last != 0x0A { html.append(0x0A) }
  }

  /// Ends a line of the plain text.
  mutating func endPlainLine() {
    while plain.last == 0x20 { plain.removeLast() }
    if let last = plain.last, last != 0x0A { plain.append(0x0A) }
  }

  /// Begins a block that holds inlines, at its first line.
  mutating func beginText(_ node: Node) {
    typography.beginBlock()
    line = max(0, Int(gfm_start_line(node)) - 1)
    // Cells of one row share a line, and the search must not find the first again.
    if source.line(of: cursor) != line { cursor = source.start(ofLine: line) }
  }

  /// Appends text without its marks, escaped for content and for attributes.
  mutating func appendCleanText(_ text: UnsafeBufferPointer<UInt8>) {
    if PlaceMarks.find(PlaceMarks.first, in: text, from: 0) == nil {
      html.appendText(text)
    } else {
      var clean: [UInt8] = []
      marks.appendClean(text, to: &clean)
      clean.withUnsafeBufferPointer { html.appendText($0) }
    }
  }

  /// Records a mistake, up to a hundred for one text.
  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < 100 { diagnostics.append(diagnostic) }
  }

  /// The span of a range of the text, in the file.
  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: source.file, range: source.inFile(range))
  }
}
