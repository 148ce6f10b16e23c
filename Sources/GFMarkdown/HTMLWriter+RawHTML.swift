import CMarkGFM
import SourceDiagnostics

/// HTML that an author wrote: shown as text, or passed through and searched for names.
extension HTMLWriter {
  mutating func writeInlineHTML(_ node: Node) {
    let text = clean(gfm_literal(node))
    text.withUnsafeBufferPointer { text in
      guard isSite else {
        appendUnfiltered(text)
        return
      }
      let place = self.place(ofRaw: text)
      if options.rawHTML == .allowed {
        html.append(contentsOf: text)
        readTags(text)
      } else if !isComment(text) {
        html.appendText(text)
        // An element is one mistake: its end says nothing that its beginning did not.
        let isEnd = text.count > 1 && text[1] == 0x2F
        if !isEnd || diagnostics.last?.rule != .rawHTMLShown { reportRaw(place) }
      }
    }
  }

  mutating func writeHTMLBlock(_ node: Node) {
    startLine()
    let text = clean(gfm_literal(node))
    if isSite { noteMore(text) }
    text.withUnsafeBufferPointer { text in
      if !isSite {
        appendUnfiltered(text)
      } else if options.rawHTML == .allowed {
        html.append(contentsOf: text)
        readTags(text)
      } else {
        let line = Int(gfm_start_line(node)) - 1
        writeShown(text, source.lines(line, line))
      }
    }
    startLine()
  }

  /// Ends the excerpt at `<!-- more -->`.
  private mutating func noteMore(_ text: [UInt8]) {
    let words = String(decoding: text.prefix(64), as: UTF8.self).split(
      whereSeparator: \.isWhitespace)
    guard words == ["<!--", "more", "-->"] || words == ["<!--more-->"] else { return }
    body.excerptRange = 0..<plain.count
  }

  /// Writes a block of HTML as a paragraph of text, without its comments.
  private mutating func writeShown(_ text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) {
    var shown: [UInt8] = []
    var index = 0
    while index < text.count {
      if isComment(UnsafeBufferPointer(rebasing: text[index...])) {
        let end = find("-->", in: text, from: index + 4)
        index = end.map { $0 + 3 } ?? text.count
      } else {
        shown.append(text[index])
        index += 1
      }
    }
    while let last = shown.last, last <= 0x20 { shown.removeLast() }
    let start = shown.prefix { $0 <= 0x20 }.count
    guard start < shown.count else { return }
    html.append("<p>")
    shown[start...].withUnsafeBufferPointer { html.appendText($0) }
    html.append("</p>\n")
    reportRaw(place)
  }

  private mutating func reportRaw(_ place: Range<Int>) {
    report(
      Diagnostic(
        .rawHTMLShown, "HTML is shown as text here", at: span(place), label: "not obeyed",
        help: "use Markdown, or make it code with backticks"))
  }

  private mutating func place(ofRaw text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let end = min(source.text.count, cursor + 65_536)
    let head = UnsafeBufferPointer(rebasing: text.prefix { $0 != 0x0A && $0 != 0x0D })
    guard cursor < end, let found = source.find(head, in: cursor..<end) else {
      return source.lines(line, line)
    }
    cursor = found.upperBound
    return found
  }

  private func isComment(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= 4 && text[0] == 0x3C && text[1] == 0x21 && text[2] == 0x2D && text[3] == 0x2D
  }

  private func find(
    _ needle: StaticString, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    needle.withUTF8Buffer { needle in
      var index = start
      while index + needle.count <= text.count {
        if text[index..<index + needle.count].elementsEqual(needle) { return index }
        index += 1
      }
      return nil
    }
  }

  // MARK: Tags that are obeyed

  /// Elements whose text is not for linked names.
  private static let opaqueElements: Set<String> = [
    "a", "button", "code", "kbd", "label", "pre", "samp", "script", "style", "svg", "textarea",
    "title", "var",
  ]

  /// Counts the elements that are open, and records `id` and `name`.
  private mutating func readTags(_ text: UnsafeBufferPointer<UInt8>) {
    var reader = TagReader(text)
    while let tag = reader.next() {
      if let id = tag.anchor { body.anchors.append(id) }
      guard Self.opaqueElements.contains(tag.name) else { continue }
      if tag.isEnd {
        openRawTags = max(0, openRawTags - 1)
      } else if !tag.isEmpty {
        openRawTags += 1
      }
    }
  }

  // MARK: The specification's filter

  private static let filteredElements = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  /// Appends raw HTML; with the filter on, the tags it names lose their `<`.
  private mutating func appendUnfiltered(_ text: UnsafeBufferPointer<UInt8>) {
    guard filtersTags else {
      html.append(contentsOf: text)
      return
    }
    for index in text.indices {
      if text[index] == 0x3C, opensFilteredTag(text, index + 1) {
        html.append("&lt;")
      } else {
        html.append(text[index])
      }
    }
  }

  private func opensFilteredTag(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var start = start
    if start < text.count, text[start] == 0x2F { start += 1 }
    let name = text[start...].prefix { (0x41...0x5A).contains($0 & 0xDF) }
    guard Self.filteredElements.contains(String(decoding: name, as: UTF8.self).lowercased()) else {
      return false
    }
    guard name.endIndex < text.count else { return false }
    let next = text[name.endIndex]
    return next <= 0x20 || next == 0x3E || next == 0x2F
  }
}
