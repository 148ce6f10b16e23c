import CMarkGFM
import SourceDiagnostics

/// Text: runs are cut at wiki links and citations, set as in print, and escaped.
extension HTMLWriter {
  /// Why the text loop stops at a byte.
  private enum Stop {
    static let escape: UInt8 = 1
    static let typography: UInt8 = 2
    static let newline: UInt8 = 4
    static let mark: UInt8 = 8
  }

  /// For each byte, the reasons to stop at it.
  static func stops(_ typography: Typography, marks: PlaceMarks) -> [UInt8] {
    var stops = [UInt8](repeating: 0, count: 256)
    for byte in Array("&<>\"".utf8) { stops[Int(byte)] |= Stop.escape }
    for byte in typography.places { stops[Int(byte)] |= Stop.typography }
    stops[0x0A] |= Stop.newline
    if marks.last != 0 { stops[Int(PlaceMarks.first)] |= Stop.mark }
    return stops
  }

  /// Takes a text node up into the run; a node without neighbours is written from where it lies.
  mutating func enterText(_ node: Node) {
    let text = gfm_literal(node).buffer
    if run.isEmpty, !continuesRun(gfm_next(node)) {
      writeRun(text, isLast: gfm_next(node) == nil)
    } else {
      run.append(contentsOf: text)
    }
  }

  private func continuesRun(_ node: Node?) -> Bool {
    guard let node else { return false }
    let type = gfm_type(node)
    return type == CMARK_NODE_TEXT.rawValue || type == CMARK_NODE_SOFTBREAK.rawValue
  }

  /// Writes the run, if there is one; `isLast` says that nothing follows it in its parent.
  mutating func flushRun(isLast: Bool = false) {
    guard !run.isEmpty else { return }
    var text: [UInt8] = []
    swap(&text, &run)
    text.withUnsafeBufferPointer { writeRun($0, isLast: isLast) }
    text.removeAll(keepingCapacity: true)
    swap(&text, &run)
  }

  /// Writes one run. Its parts between wiki links and citations may have names linked.
  private mutating func writeRun(_ text: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    markedPlace = nil
    var done = 0
    var closes = true
    if marks.last != 0 {
      var index = 0
      while let found = PlaceMarks.find(PlaceMarks.first, in: text, from: index) {
        index = found + 1
        guard let place = marks.offset(in: text, at: found) else { continue }
        index = found + PlaceMarks.length
        cursor = max(cursor, place)
        writeText(text, done..<found, isLast: false)
        done = index
        line = source.line(of: place)
        markedPlace = placeAfterMark(text, index, place)
        let end = writeReference(text, at: index, place: place, closes: &closes)
        done = end
        index = end
      }
    }
    writeText(text, done..<text.count, isLast: isLast)
    if text.isEmpty { return }
    typography.endPiece(text, text.count)
  }

  /// The place of the node after the run, when nothing but brackets stand between it and the mark.
  private func placeAfterMark(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ place: Int
  ) -> Int? {
    guard text.count - index < 4 else { return nil }
    return text[index...].allSatisfy { $0 == 0x5B } ? place + text.count - index : nil
  }

  /// Writes the wiki link or the citation after a mark; returns the end of it, or `index`.
  private mutating func writeReference(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, place: Int, closes: inout Bool
  ) -> Int {
    guard isSite, openLinks.isEmpty, index + 1 < text.count, text[index] == 0x5B else {
      return index
    }
    if text[index + 1] == 0x5E { return writeCitation(text, at: index, place: place) }
    guard options.wikiLinks, text[index + 1] == 0x5B, place + 1 < source.text.count,
      source.text[place + 1] == 0x5B
    else { return index }
    guard closes, let end = endOfWikiLink(text, index + 2, &closes) else {
      reportOpenWikiLink(place)
      return index
    }
    return writeWikiLink(text, index..<end, place: place)
  }

  /// The end of a wiki link whose inside begins at `start`; none when another begins before it.
  private func endOfWikiLink(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ closes: inout Bool
  ) -> Int? {
    var index = start
    while index + 1 < text.count {
      switch (text[index], text[index + 1]) {
      case (0x5D, 0x5D): return index + 2
      case (0x5B, 0x5B): return nil
      default: index += 1
      }
    }
    closes = false
    return nil
  }

  private mutating func writeWikiLink(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, place: Int
  ) -> Int {
    let inside = trimmed(text, range.lowerBound + 2..<range.upperBound - 2)
    let bar = text[inside].lastIndex(of: 0x7C)
    let label = trimmed(text, inside.lowerBound..<(bar ?? inside.upperBound))
    let target = bar.map { trimmed(text, $0 + 1..<inside.upperBound) } ?? label
    let source = place..<endInSource(of: place, closing: [0x5D, 0x5D])
    guard !label.isEmpty, !target.isEmpty else {
      report(
        Diagnostic(
          .wikiLinkUnreadable, "a wiki link names a page between its brackets", at: span(source),
          label: "names nothing", help: "write [[name]] or [[shown text|name]]"))
      return range.lowerBound
    }
    let start = html.count
    unlinkable += 1
    writeText(text, label, isLast: false)
    unlinkable -= 1
    body.wikiLinks.append(
      MarkdownBody.WikiLink(
        label: string(text, label), target: string(text, target), html: start..<html.count,
        source: self.source.inFile(source)))
    return range.upperBound
  }

  private mutating func reportOpenWikiLink(_ place: Int) {
    report(
      Diagnostic(
        .wikiLinkUnreadable, "a wiki link ends with ']]' and holds plain text only",
        at: span(place..<min(place + 2, source.text.count)), label: "not ended in plain text",
        help: "write [[name]] or [[shown text|name]]; write \\[[ for two brackets"))
  }

  private mutating func writeCitation(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, place: Int
  ) -> Int {
    var end = index + 2
    while end < text.count, text[end] > 0x20, text[end] != 0x5D, text[end] != 0x5B { end += 1 }
    guard end < text.count, text[end] == 0x5D, end > index + 2 else { return index }
    body.citations.append(
      MarkdownBody.Citation(
        id: string(text, index + 2..<end), html: html.count,
        source: source.inFile(place..<endInSource(of: place, closing: [0x5D]))))
    return end + 1
  }

  /// Writes a part of a run, records it as text where names may be linked.
  private mutating func writeText(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isLast: Bool
  ) {
    guard !range.isEmpty else { return }
    let start = html.count
    let lineStart = source.start(ofLine: line)
    set(text, range, isLast: isLast)
    if isSite, unlinkable == 0, openRawTags == 0, openLinks.isEmpty, html.count > start {
      body.linkableText.append(
        MarkdownBody.LinkableText(
          html: start..<html.count, lineStart: lineStart + source.offset))
    }
  }

  /// Writes text escaped and set as in print, to the HTML and the plain text.
  private mutating func set(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isLast: Bool
  ) {
    var copied = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      let reasons = stops[Int(byte)]
      guard reasons & ~Stop.mark != 0 else {
        index += 1
        continue
      }
      typography.floor = copied
      if reasons & Stop.typography != 0,
        let change = typography.change(text, at: index, end: range.upperBound, isLast: isLast)
      {
        append(text, copied..<index - change.before)
        html.append(change.text)
        if isSite { plain.append(change.text) }
        index += change.length
        copied = index
        continue
      }
      if reasons & Stop.newline != 0 {
        append(text, copied..<index)
        html.append(0x0A)
        if isSite { plain.append(0x20) }
        line += 1
        copied = index + 1
      } else if reasons & Stop.escape != 0 {
        append(text, copied..<index)
        html.appendText(UnsafeBufferPointer(rebasing: text[index...index]))
        if isSite { plain.append(byte) }
        copied = index + 1
      }
      index += 1
    }
    append(text, copied..<range.upperBound)
  }

  @inline(__always)
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let part = UnsafeBufferPointer(rebasing: text[range])
    html.append(contentsOf: part)
    if isSite { plain.append(contentsOf: part) }
  }

  private func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private func string(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    marks.appendClean(UnsafeBufferPointer(rebasing: text[range]), to: &bytes)
    return String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The end of the first `closing` after a place in the source.
  private func endInSource(of place: Int, closing: [UInt8]) -> Int {
    closing.withUnsafeBufferPointer {
      source.find($0, in: min(place + 1, source.text.count)..<source.text.count)?.upperBound
        ?? source.text.count
    }
  }
}
