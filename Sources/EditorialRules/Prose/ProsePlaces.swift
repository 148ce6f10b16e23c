import FrontMatter
import GFMarkdown
import SiteModel
import SourceDiagnostics

/// Finds the bytes of a file that a stretch of prose was read from.
///
/// Prose carries no places: it is read for every text, and places are asked for only where there is
/// something to report. From the nearest thing whose place is known (a citation, a link, the line of
/// a run of text) the words are searched in the source, as often as they occur up to there.
struct ProsePlaces {
  let prose: Prose
  let text: LinkedText
  let source: [UInt8]

  /// The bytes of `range` in the file; nil where the words cannot be found.
  func place(of range: Range<Int>) -> Range<Int>? {
    let needle = Array(prose.text[range])
    let html = htmlOffset(of: range.lowerBound)
    let start = start(before: html)
    let area = textOffset(ofHTML: start.html)..<range.lowerBound
    let earlier = occurrences(of: needle, in: area)
    return WordSearch(source).find(needle, from: start.source, skipping: earlier)
  }

  private func htmlOffset(of place: Int) -> Int {
    guard let anchor = prose.htmlAnchors.last(where: { $0.text <= place }) else { return 0 }
    return anchor.html + place - anchor.text
  }

  private func textOffset(ofHTML place: Int) -> Int {
    guard let anchor = prose.htmlAnchors.last(where: { $0.html <= place }) else {
      return prose.htmlAnchors.first?.text ?? 0
    }
    return min(anchor.text + place - anchor.html, prose.text.count)
  }

  /// The last place before an offset of the HTML that is known in the source.
  private func start(before html: Int) -> (html: Int, source: Int) {
    let body = text.body
    let runs = body.content.linkableText
    var best = (html: 0, source: runs.first?.lineStart ?? bodyStart)
    if let run = runs.lastIndex(where: { $0.html.lowerBound <= html }) {
      var first = run
      let line = runs[run].lineStart
      while first > 0, runs[first - 1].lineStart == line { first -= 1 }
      best = (runs[first].html.lowerBound, line)
    }
    if let citation = body.citations.last(where: { $0.html <= html }),
      citation.source.upperBound > best.source
    {
      best = (citation.html, citation.source.upperBound)
    }
    if let link = body.wikiLinks.last(where: { $0.html.lowerBound <= html }),
      link.source.lowerBound > best.source
    {
      best = (link.html.lowerBound, link.source.lowerBound)
    }
    return best
  }

  /// Where the body begins: behind the header.
  private var bodyStart: Int {
    var ignored: [Diagnostic] = []
    return FrontMatter.split(source, file: text.file, diagnostics: &ignored).bodyStart
  }

  private func occurrences(of needle: [UInt8], in area: Range<Int>) -> Int {
    guard let first = needle.first, area.lowerBound < area.upperBound else { return 0 }
    var count = 0
    var index = area.lowerBound
    while index + needle.count <= area.upperBound {
      if prose.text[index] == first,
        prose.text[index..<index + needle.count].elementsEqual(needle)
      {
        count += 1
        index += needle.count
      } else {
        index += 1
      }
    }
    return count
  }
}

/// Searches words in a source, past its markup.
struct WordSearch {
  let source: [UInt8]

  init(_ source: [UInt8]) { self.source = source }

  /// The bytes of the `skipping`-th next occurrence of `needle` in the source's `end` first bytes.
  func find(
    _ needle: [UInt8], from start: Int, skipping: Int = 0, end: Int? = nil
  ) -> Range<Int>? {
    let end = end ?? source.count
    var left = skipping
    var index = start
    while index < end {
      if source[index] == 0x5D, index + 1 < end, source[index + 1] == 0x28 {
        index = endOfAddress(index + 2, end)
      } else if let match = match(needle, at: index, end: end) {
        if left == 0 { return index..<match }
        left -= 1
        index = match
      } else {
        index += 1
      }
    }
    return nil
  }

  private func endOfAddress(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, source[index] != 0x29, source[index] != 0x0A { index += 1 }
    return index
  }

  /// The end of `needle` at `start`, or nil.
  private func match(_ needle: [UInt8], at start: Int, end: Int) -> Int? {
    var index = start
    var place = 0
    while place < needle.count {
      if needle[place] == 0x20 {
        // A blank of print may be none in the source: « mot ».
        let next = skipBlanks(index, end)
        if next == index, !touchesGuillemet(needle, place) { return nil }
        index = next
        place += 1
        continue
      }
      guard index < end else { return nil }
      if let (sourceLength, needleLength) = sameCharacter(needle, place, index, end) {
        index += sourceLength
        place += needleLength
      } else if place > 0, Self.markup.contains(source[index]) {
        index += 1
      } else {
        return nil
      }
    }
    return index
  }

  private static let markup: [UInt8] = Array("*_~`\\[]".utf8)

  private func touchesGuillemet(_ needle: [UInt8], _ place: Int) -> Bool {
    let after = needle[(place + 1)...]
    let before = needle[..<place]
    return before.suffix(2).elementsEqual("«".utf8) || after.starts(with: "»".utf8)
      || after.first.map { [0x21, 0x3A, 0x3B, 0x3F].contains($0) } ?? false
  }

  private func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let (replacement, length) = ProseText.character(source, index)
      // Markers of a quotation stand at the begin of its lines.
      let isMarker = source[index] == 0x3E && index > start
      guard replacement == 0x20 || isMarker else { break }
      index += length
    }
    return index
  }

  /// How many bytes of both are one character, written alike or as print writes it.
  private func sameCharacter(
    _ needle: [UInt8], _ place: Int, _ index: Int, _ end: Int
  ) -> (source: Int, needle: Int)? {
    let (replacement, length) = ProseText.htmlCharacter(source, index)
    if let replacement { return replacement == needle[place] ? (length, 1) : nil }
    if index + length <= end, needle[place...].starts(with: source[index..<index + length]) {
      return (length, length)
    }
    for (printed, written) in Self.printed
    where needle[place...].starts(with: printed) && source[index..<end].starts(with: written) {
      return (written.count, printed.count)
    }
    return nil
  }

  private static let printed: [(printed: [UInt8], written: [UInt8])] = [
    ("“", "\""), ("”", "\""), ("«", "\""), ("»", "\""), ("‘", "'"), ("…", "..."), ("—", "---"),
    ("–", "--"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
