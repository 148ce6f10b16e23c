import CMarkGFM
import SourceDiagnostics

/// Paragraphs, headings, lists and code.
extension HTMLWriter {
  /// Where the heading at hand began.
  struct HeadingStart {
    /// Where its `id` goes in the HTML.
    var html = 0
    /// Where its text begins in the plain text.
    var plain = 0
  }

  // MARK: Paragraphs

  mutating func beginParagraph(_ node: Node) -> Bool {
    beginText(node)
    heading.plain = plain.count
    if isFigure(node) {
      startLine()
      html.append("<figure>")
    } else if !isTight(node) {
      startLine()
      html.append("<p>")
    }
    return true
  }

  mutating func endParagraph(_ node: Node) {
    if isFigure(node) {
      writeCaption(node)
      html.append("</figure>\n")
      return
    }
    noteExcerpt(node)
    if isTight(node) {
      endPlainLine()
      return
    }
    if isSite, gfm_next(node) == nil, let parent = gfm_parent(node),
      gfm_type(parent) == CMARK_NODE_FOOTNOTE_DEFINITION.rawValue
    {
      html.append(0x20)
      writeBacklinks()
    }
    html.append("</p>\n")
    endPlainLine()
  }

  /// Whether a paragraph belongs to a list whose items stand close, and so has no tags.
  private func isTight(_ paragraph: Node) -> Bool {
    guard let parent = gfm_parent(paragraph), let list = gfm_parent(parent) else { return false }
    return gfm_type(list) == CMARK_NODE_LIST.rawValue && gfm_is_tight(list) != 0
  }

  /// Takes the first paragraph of the document as the excerpt.
  private mutating func noteExcerpt(_ paragraph: Node) {
    guard isSite, body.excerptRange.isEmpty, plain.count > heading.plain,
      let parent = gfm_parent(paragraph), gfm_type(parent) == CMARK_NODE_DOCUMENT.rawValue
    else { return }
    body.excerptRange = heading.plain..<plain.count
  }

  // MARK: Headings

  mutating func beginHeading(_ node: Node) {
    beginText(node)
    unlinkable += 1
    startLine()
    html.append("<h")
    html.append(0x30 + UInt8(level(node)))
    heading = HeadingStart(html: html.count, plain: plain.count)
    html.append(0x3E)
  }

  mutating func endHeading(_ node: Node) {
    unlinkable -= 1
    html.append("</h")
    html.append(0x30 + UInt8(level(node)))
    html.append(">\n")
    guard isSite else { return }
    let text = String(decoding: plain[heading.plain...], as: UTF8.self)
    endPlainLine()
    var id = ""
    if options.headingIDs {
      id = slugs.id(for: text)
      insertID(id, at: heading.html)
      body.anchors.append(id)
    }
    let lines = source.lines(Int(gfm_start_line(node)) - 1, Int(gfm_end_line(node)) - 1)
    body.headings.append(
      MarkdownBody.Heading(
        level: level(node), id: id, text: text, source: source.inFile(lines)))
  }

  private func level(_ node: Node) -> Int {
    let level = Int(gfm_heading_level(node))
    return isSite ? min(6, max(1, level + options.headingOffset)) : level
  }

  /// Puts the `id` into the tag and moves what was recorded behind it.
  private mutating func insertID(_ id: String, at place: Int) {
    var attribute: [UInt8] = []
    attribute.append(" id=\"")
    attribute.appendText(id)
    attribute.append(0x22)
    html.insert(contentsOf: attribute, at: place)
    for index in body.wikiLinks.indices.reversed() {
      guard body.wikiLinks[index].html.lowerBound >= place else { break }
      body.wikiLinks[index].html.shift(by: attribute.count)
    }
    for index in body.citations.indices.reversed() {
      guard body.citations[index].html >= place else { break }
      body.citations[index].html += attribute.count
    }
    for index in body.links.indices.reversed() {
      guard body.links[index].html.lowerBound >= place else { break }
      body.links[index].html.shift(by: attribute.count)
    }
  }

  // MARK: Lists

  mutating func beginList(_ node: Node) {
    startLine()
    if gfm_is_bullet_list(node) != 0 {
      html.append("<ul>\n")
      return
    }
    let start = Int(gfm_list_start(node))
    html.append("<ol")
    if start != 1 {
      html.append(" start=\"")
      html.append(number: start)
      html.append(0x22)
    }
    html.append(">\n")
  }

  mutating func beginItem(_ node: Node) {
    startLine()
    guard gfm_is_task(node) != 0 else {
      html.append("<li>")
      return
    }
    let isDone = gfm_is_done(node) != 0
    guard isSite else {
      html.append("<li><input type=\"checkbox\" ")
      html.append(isDone ? "checked=\"\" disabled=\"\" /> " : "disabled=\"\" /> ")
      return
    }
    html.append("<li class=\"task\"><input type=\"checkbox\" disabled")
    if isDone { html.append(" checked") }
    html.append(" aria-label=\"")
    html.appendText(isDone ? options.labels.taskDone : options.labels.taskOpen)
    html.append("\"> ")
  }

  // MARK: Code

  mutating func writeCode(_ node: Node) {
    html.append("<code>")
    appendCleanText(gfm_literal(node).buffer)
    html.append("</code>")
    guard isSite else { return }
    marks.appendClean(gfm_literal(node).buffer, to: &plain)
    typography.passWord()
  }

  mutating func writeCodeBlock(_ node: Node) {
    startLine()
    html.append(isSite ? "<pre tabindex=\"0\"><code" : "<pre><code")
    let info = clean(gfm_fence_info(node))
    let language = info.prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    if !info.isEmpty, !isSite || isLanguageName(language, node) {
      html.append(" class=\"language-")
      language.withUnsafeBufferPointer { html.appendText($0) }
      html.append(0x22)
    }
    html.append(0x3E)
    appendCleanText(gfm_code(node).buffer)
    html.append("</code></pre>\n")
  }

  /// Whether a word may name a language; if it does it is recorded, else reported.
  private mutating func isLanguageName(_ word: ArraySlice<UInt8>, _ node: Node) -> Bool {
    guard !word.isEmpty else { return false }
    let isName =
      word.count <= 40
      && word.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x23, 0x2B, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
    guard isName else {
      let line = Int(gfm_start_line(node)) - 1
      report(
        Diagnostic(
          .codeLanguageUnreadable, "a code block's language is one word of letters and digits",
          at: span(source.lines(line, line)), label: "left out"))
      return false
    }
    let name = String(decoding: word, as: UTF8.self)
    if !body.codeLanguages.contains(name) { body.codeLanguages.append(name) }
    return true
  }
}

extension Range<Int> {
  fileprivate mutating func shift(by distance: Int) {
    self = lowerBound + distance..<upperBound + distance
  }
}
