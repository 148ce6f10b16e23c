/// Reads the tags of raw HTML, one after the other: names, and the anchors that they set.
struct TagReader {
  /// One tag.
  struct Tag {
    /// The element's name in lower case.
    var name: String
    /// `</name>`
    var isEnd: Bool
    /// `<name/>`
    var isEmpty: Bool
    /// The value of its `id`, or of its `name` if it is an `<a>`.
    var anchor: String?
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The next tag; comments are passed over.
  mutating func next() -> Tag? {
    while let start = PlaceMarks.find(0x3C, in: text, from: index) {
      index = start + 1
      if startsComment {
        skipComment()
        continue
      }
      let isEnd = byte == 0x2F
      if isEnd { index += 1 }
      let name = word {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D
      }
      if name.isEmpty { continue }
      var tag = Tag(name: name.lowercased(), isEnd: isEnd, isEmpty: false, anchor: nil)
      readAttributes(&tag)
      return tag
    }
    return nil
  }

  private var byte: UInt8? { index < text.count ? text[index] : nil }

  private var startsComment: Bool {
    index + 2 < text.count && text[index] == 0x21 && text[index + 1] == 0x2D
      && text[index + 2] == 0x2D
  }

  private mutating func skipComment() {
    while let dash = PlaceMarks.find(0x2D, in: text, from: index) {
      index = dash + 1
      if dash + 2 < text.count, text[dash + 1] == 0x2D, text[dash + 2] == 0x3E { return }
    }
    index = text.count
  }

  private mutating func readAttributes(_ tag: inout Tag) {
    while let next = byte {
      switch next {
      case 0x3E:
        index += 1
        return
      case 0x2F:
        index += 1
        tag.isEmpty = byte == 0x3E
      case 0...0x20, 0x22, 0x27, 0x3D: index += 1
      default: readAttribute(&tag)
      }
    }
  }

  private mutating func readAttribute(_ tag: inout Tag) {
    let name = word { $0 > 0x20 && $0 != 0x3D && $0 != 0x3E && $0 != 0x2F }.lowercased()
    skipSpace()
    guard byte == 0x3D else { return }
    index += 1
    skipSpace()
    let value: String
    if let quote = byte, quote == 0x22 || quote == 0x27 {
      index += 1
      value = word { $0 != quote }
      index += 1
    } else {
      value = word { $0 > 0x20 && $0 != 0x3E }
    }
    if name == "id" || name == "name" && tag.name == "a", !value.isEmpty, tag.anchor == nil {
      tag.anchor = value
    }
  }

  private mutating func skipSpace() {
    while let next = byte, next <= 0x20 { index += 1 }
  }

  private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
    let start = index
    while let next = byte, belongs(next) { index += 1 }
    return String(decoding: text[start..<min(index, text.count)], as: UTF8.self)
  }
}
