extension Markdown {
  /// Plain text, such as a title, with the quotes, apostrophes, dashes and spaces of its language.
  ///
  /// The same rules as for the text of a document; setting twice changes nothing more.
  ///
  /// - Parameter language: a BCP 47 tag; only English and French are set.
  public static func typeset(_ text: String, language: String) -> String {
    var typography = Typography(Typography.Style(language: language))
    let places = typography.places
    guard !places.isEmpty, text.utf8.contains(where: places.contains) else { return text }
    typography.beginBlock()
    var out: [UInt8] = []
    var text = text
    text.withUTF8 { bytes in
      var copied = 0
      var index = 0
      while index < bytes.count {
        typography.floor = copied
        if places.contains(bytes[index]),
          let change = typography.change(bytes, at: index, end: bytes.count, isLast: true)
        {
          out += bytes[copied..<index - change.before]
          change.text.withUTF8Buffer { out += $0 }
          index += change.length
          copied = index
        } else {
          index += 1
        }
      }
      out += bytes[copied...]
    }
    return String(decoding: out, as: UTF8.self)
  }
}
