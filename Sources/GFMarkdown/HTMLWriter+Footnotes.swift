import CMarkGFM

/// Footnotes: marks in the text, the list at the end, and the way back.
///
/// The parser puts the definitions that are used last, in the order of their first use, and gives
/// each reference its number. Names: `fn-1` for the note, `fnref-1`, `fnref-1-2` for its marks.
extension HTMLWriter {
  /// What is known of the footnotes so far.
  struct FootnoteState {
    /// How many marks were written for each number.
    var written: [Int: Int] = [:]
    /// How many marks each number has in the whole text; known at the first definition.
    var total: [Int: Int] = [:]
    /// The number of the definition at hand, 0 before the first.
    var number = 0
    var needsBacklinks = false
  }

  mutating func writeFootnoteReference(_ node: Node) {
    let number = self.number(of: node)
    let count = (footnotes.written[number] ?? 0) + 1
    footnotes.written[number] = count
    let id = count == 1 ? "fnref-\(number)" : "fnref-\(number)-\(count)"
    if isSite { body.anchors.append(id) }
    html.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    html.append(number: number)
    html.append("\" id=\"")
    html.appendText(id)
    html.append("\" role=\"doc-noteref\" aria-label=\"")
    html.appendText(options.labels.footnote)
    html.append(0x20)
    html.append(number: number)
    html.append("\">")
    html.append(number: number)
    html.append("</a></sup>")
    typography.passWord()
  }

  mutating func beginFootnote(_ node: Node) {
    if footnotes.number == 0 {
      startLine()
      html.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
      html.appendText(options.labels.footnotes)
      html.append("\">\n<ol>\n")
      body.hasFootnotes = true
      countReferences(from: node)
    }
    footnotes.number += 1
    footnotes.needsBacklinks = true
    body.anchors.append("fn-\(footnotes.number)")
    html.append("<li id=\"fn-")
    html.append(number: footnotes.number)
    html.append("\">\n")
  }

  mutating func endFootnote() {
    if footnotes.needsBacklinks {
      writeBacklinks()
      html.append(0x0A)
    }
    html.append("</li>\n")
  }

  mutating func endFootnotes() {
    if footnotes.number > 0 { html.append("</ol>\n</section>\n") }
  }

  /// Writes the links from the note at hand to each of its marks.
  mutating func writeBacklinks() {
    guard footnotes.needsBacklinks else { return }
    footnotes.needsBacklinks = false
    let number = footnotes.number
    for mark in 1...max(1, footnotes.total[number] ?? 1) {
      let name = mark == 1 ? "\(number)" : "\(number)-\(mark)"
      html.append(mark == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-")
      html.appendText(name)
      html.append("\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"")
      html.appendText(options.labels.backToText)
      html.append(0x20)
      html.appendText(name)
      html.append("\">↩")
      if mark > 1 {
        html.append("<sup>")
        html.append(number: mark)
        html.append("</sup>")
      }
      html.append("</a>")
    }
  }

  /// Counts the marks still to come, in the notes themselves, onto those written.
  private mutating func countReferences(from definition: Node) {
    footnotes.total = footnotes.written
    guard let root = gfm_parent(definition) else { return }
    var node: Node? = definition
    while let current = node {
      if gfm_type(current) == CMARK_NODE_FOOTNOTE_REFERENCE.rawValue {
        footnotes.total[number(of: current), default: 0] += 1
      }
      node = gfm_first_child(current) ?? following(current, in: root)
    }
  }

  /// The number of a reference, which the parser left in its text.
  private func number(of node: Node) -> Int {
    gfm_literal(node).buffer.reduce(0) { value, byte in
      (0x30...0x39).contains(byte) ? min(value * 10 + Int(byte - 0x30), 1 << 30) : value
    }
  }
}
