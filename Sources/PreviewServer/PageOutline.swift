/// What a page of HTML loads, found by its tags alone, and a digest of all else in it.
///
/// A preview has to know whether only the look of a page changed. Names of stylesheets may hold a
/// digest of their content, so links to them are left out of the page's own digest.
struct PageOutline: Sendable {
  /// The addresses of stylesheets, in order, as they are written.
  private(set) var styles: [String] = []
  /// Those of scripts.
  private(set) var scripts: [String] = []
  /// Those of pictures.
  private(set) var images: [String] = []
  /// A digest of everything but the links to stylesheets.
  private(set) var digest = Digest()
  /// Where the preview's own script goes: before the last `</body>`, or at the end.
  private(set) var insertion: Int

  /// Reads a page in one pass.
  init(_ html: [UInt8]) {
    insertion = html.count
    var kept = 0
    var index = 0
    while index < html.count {
      guard html[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if html[index...].starts(with: "<!--".utf8) {
        index = Self.end(of: "-->", in: html, from: index + 4)
        continue
      }
      guard let tag = Tag(html, at: index) else {
        if Self.starts(html, at: index, with: "</body") { insertion = index }
        index += 1
        continue
      }
      switch tag.name {
      case "link" where tag.isStylesheet:
        if let address = tag.attributes["href"] { styles.append(address) }
        digest.add(html[kept..<index])
        kept = tag.end
      case "script": if let address = tag.attributes["src"] { scripts.append(address) }
      case "img": if let address = tag.attributes["src"] { images.append(address) }
      default: break
      }
      index = tag.end
      // What stands in these is no markup.
      if ["script", "style", "textarea", "title"].contains(tag.name) {
        index = Self.end(of: "</\(tag.name)", in: html, from: index)
      }
    }
    digest.add(html[kept...])
  }

  private static func starts(_ html: [UInt8], at index: Int, with word: String) -> Bool {
    let end = index + word.utf8.count
    return end <= html.count
      && zip(html[index..<end], word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  private static func end(of word: String, in html: [UInt8], from start: Int) -> Int {
    var index = start
    let first = word.utf8.first
    while index < html.count {
      if html[index] == first, starts(html, at: index, with: word) {
        return index + word.utf8.count
      }
      index += 1
    }
    return html.count
  }
}

/// An opening tag.
private struct Tag {
  let name: String
  var attributes: [String: String] = [:]
  /// The place behind it.
  let end: Int

  /// Reads the tag at a place; `nil` when none begins there.
  init?(_ html: [UInt8], at start: Int) {
    var index = start + 1
    func word(_ isEnd: (UInt8) -> Bool) -> String {
      let from = index
      while index < html.count, !isEnd(html[index]) { index += 1 }
      return String(decoding: html[from..<index], as: UTF8.self)
    }
    func skipSpace() { while index < html.count, html[index].isSpaceOrSlash { index += 1 } }
    guard index < html.count, (0x61...0x7A).contains(html[index] | 0x20) else { return nil }
    name = word { $0.isSpaceOrSlash || $0 == UInt8(ascii: ">") }.lowercased()
    // The attributes of other elements are only passed over, for the end of the tag.
    let isOfInterest = ["link", "script", "img"].contains(name)
    while true {
      skipSpace()
      guard index < html.count, html[index] != UInt8(ascii: ">") else { break }
      let key = word { $0.isSpaceOrSlash || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") }
      while index < html.count, html[index].isSpace { index += 1 }
      guard index < html.count, html[index] == UInt8(ascii: "=") else {
        if isOfInterest { attributes[key.lowercased()] = "" }
        // A lone quotation mark or the like must not hold us up.
        if key.isEmpty { index += 1 }
        continue
      }
      index += 1
      while index < html.count, html[index].isSpace { index += 1 }
      let value: String
      if index < html.count, html[index] == 0x22 || html[index] == 0x27 {
        let quote = html[index]
        index += 1
        value = word { $0 == quote }
        index += 1
      } else {
        value = word { $0.isSpace || $0 == UInt8(ascii: ">") }
      }
      if isOfInterest { attributes[key.lowercased()] = Self.unescaped(value) }
    }
    end = min(index + 1, html.count)
  }

  var isStylesheet: Bool {
    attributes["rel"]?.lowercased().split(separator: " ").contains("stylesheet") == true
  }

  /// The few references that addresses hold.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return text.split(separator: "&", omittingEmptySubsequences: false).enumerated().map { part in
      part.offset > 0 && part.element.hasPrefix("amp;")
        ? "&" + part.element.dropFirst(4) : (part.offset > 0 ? "&" : "") + part.element
    }.joined()
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  fileprivate var isSpaceOrSlash: Bool { isSpace || self == UInt8(ascii: "/") }
}

/// A short word for a sequence of bytes, FNV-1a in 64 bits: enough to see that something changed,
/// where nobody gains by making two things look alike.
struct Digest: Equatable, Sendable {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Adds a word and its end.
  mutating func add(_ word: String) {
    add(word.utf8)
    add(CollectionOfOne(0))
  }

  /// As letters and digits.
  var text: String { String(value, radix: 36) }
}
