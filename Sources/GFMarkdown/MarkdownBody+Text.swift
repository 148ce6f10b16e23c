/// What is read off the plain text: excerpts and the number of words.
extension MarkdownBody {
  /// The beginning of the text: all before `<!-- more -->`, else the first paragraph, cut to at most
  /// `maximum` characters (grapheme clusters) at a word's end, with an ellipsis where it was cut.
  public func excerpt(maximum: Int) -> String {
    Markdown.cut(excerptText, maximum: maximum)
  }

  /// All that an excerpt may be cut from, on one line.
  package var excerptText: String {
    let part = plainText[excerptRange].map { $0 == 0x0A ? 0x20 : $0 }
    return String(decoding: part, as: UTF8.self)
  }

  /// How many runs of bytes above the space there are.
  static func countWords(_ text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { text in
      guard let first = text.first else { return 0 }
      var count = first > 0x20 ? 1 : 0
      // Sums of one byte, without a memory of the last byte, become vector instructions.
      var start = 1
      while start < text.count {
        let end = min(text.count, start + 255)
        var part: UInt8 = 0
        for index in start..<end {
          let begins: UInt8 = text[index] > 0x20 ? 1 : 0
          let follows: UInt8 = text[index &- 1] <= 0x20 ? 1 : 0
          part &+= begins & follows
        }
        count += Int(part)
        start = end
      }
      return count
    }
  }
}

extension Markdown {
  /// A text of one line cut to at most `maximum` characters (grapheme clusters) at a word's end, with
  /// an ellipsis where it was cut.
  public static func cut(_ text: String, maximum: Int) -> String {
    var end = text.startIndex
    var count = 0
    var wordEnd = text.startIndex
    while end < text.endIndex, count < maximum {
      if text[end].isWhitespace, end > text.startIndex { wordEnd = end }
      end = text.index(after: end)
      count += 1
    }
    if end == text.endIndex { return trimmed(text[...]) }
    if text[end].isWhitespace { wordEnd = end }
    // One word longer than the limit is cut inside.
    let kept = trimmed(text[..<(wordEnd > text.startIndex ? wordEnd : end)])
    return kept + "…"
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }
}

extension HTMLWriter {
  /// The body, when the tree was written.
  consuming func finished() -> MarkdownBody {
    var body = body
    if plain.last == 0x0A { plain.removeLast() }
    let end = min(body.excerptRange.upperBound, plain.count)
    body.excerptRange = min(body.excerptRange.lowerBound, end)..<end
    body.wordCount = MarkdownBody.countWords(plain)
    body.plainText = plain
    body.html = html
    return body
  }
}
