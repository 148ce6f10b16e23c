import GFMarkdown
package import SiteModel
package import SourceDiagnostics

/// Finds characters in briefs that XML cannot hold, so that their author learns of them before the
/// feeds show U+FFFD instead.
package enum IllegalCharacterCheck {
  /// A warning for each text that holds such a character; the first one of it is named.
  package static func check(_ site: Site) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for brief in site.briefs {
      for edition in brief.editions {
        let title = edition.isOriginal ? brief.source.title.range : nil
        check(edition.title, "the title", edition.file, title, &found)
        check(edition.summary, "the summary", edition.file, nil, &found)
        guard edition.text.body.outline.mayBreakXML else { continue }
        let content = edition.text.body.content
        if let (offset, character) = first(in: content.html[...]) {
          let run = content.linkableText.last { $0.html.lowerBound <= offset }
          let line = run.map { $0.lineStart..<$0.lineStart + 1 }
          found.append(finding(character, "the text", edition.file, line))
        }
      }
    }
    return found
  }

  private static func check(
    _ text: String, _ place: String, _ file: String, _ range: Range<Int>?,
    _ found: inout [Diagnostic]
  ) {
    guard let (_, character) = first(in: Array(text.utf8)[...]) else { return }
    found.append(finding(character, place, file, range))
  }

  private static func finding(
    _ character: String, _ place: String, _ file: String, _ range: Range<Int>?
  ) -> Diagnostic {
    Diagnostic(
      .illegalCharacter, "\(character) in \(place) cannot stand in a feed",
      at: SourceSpan(file: file, range: range), label: "near here",
      help: "remove the character; feeds show U+FFFD in its place")
  }

  private static func first(in text: ArraySlice<UInt8>) -> (Int, String)? {
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        // Nearly all are letters.
        if byte >= 0x20 && byte < 0xED || [UInt8].illegalLength(bytes, index) == nil {
          index += 1
          continue
        }
        return (text.startIndex + index, name(bytes, index))
      }
      return nil
    }
  }

  private static func name(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> String {
    let byte = bytes[index]
    if byte < 0x20 {
      return "U+00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return byte == 0xEF && bytes[index + 2] == 0xBE ? "U+FFFE" : "U+FFFF"
  }
}
