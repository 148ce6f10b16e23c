/// Says of a file's name, by its bytes alone, whether it is part of a site and how it is treated.
enum SourceNames {
  /// What becomes of a name.
  enum Verdict: Equatable {
    /// Part of the site.
    case used
    /// A hidden file, a secret, or what an editor or a desktop left: passed over in silence.
    case ignored
    /// No name for a file of a site, for this reason.
    case refused(String)
  }

  /// The verdict on one name, without its folders.
  static func verdict(on name: [UInt8]) -> Verdict {
    if isIgnored(name) { return .ignored }
    guard UTF8Check.firstInvalid(in: name) == nil else { return .refused("is not UTF-8") }
    if holdsControl(name) { return .refused("holds a control character") }
    return .used
  }

  /// How a file is treated. What is neither known to be text nor known to be binary counts as
  /// binary, except a template, which has any ending its author likes.
  static func kind(of path: [UInt8]) -> LoadedFile.Kind {
    let name = path.suffix(from: (path.lastIndex(of: 0x2F) ?? -1) + 1)
    guard let point = name.lastIndex(of: 0x2E) else { return .binary }
    let ending = String(decoding: name[(point + 1)...], as: UTF8.self).lowercased()
    if textEndings.contains(ending) { return .text }
    let isTemplate = path.starts(with: "templates/".utf8)
    return isTemplate && !binaryEndings.contains(ending) ? .text : .binary
  }

  /// A name fit for a message: what is not printable ASCII or valid UTF-8 as `\xHH`.
  static func printable(_ name: [UInt8]) -> String {
    let valid = UTF8Check.firstInvalid(in: name) == nil
    var out: [UInt8] = []
    for byte in name {
      if byte < 0x20 || byte == 0x7F || (!valid && byte >= 0x80) {
        let hex = String(byte, radix: 16, uppercase: true)
        out += Array("\\x\(hex.utf8.count == 1 ? "0" : "")\(hex)".utf8)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether valid UTF-8 holds a character of the general category Cc: U+0000–1F and U+007F–9F.
  private static func holdsControl(_ name: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for byte in name {
      if byte < 0x20 || byte == 0x7F { return true }
      if previous == 0xC2, byte <= 0x9F { return true }
      previous = byte
    }
    return false
  }

  private static func isIgnored(_ name: [UInt8]) -> Bool {
    guard let first = name.first, let last = name.last else { return true }
    if first == 0x2E { return !name.elementsEqual(".well-known".utf8) }
    // Copies and locks that Emacs and others leave: `x~`, `#x#`.
    if last == 0x7E || (first == 0x23 && last == 0x23) { return true }
    let lowered = String(decoding: name, as: UTF8.self).lowercased()
    return ignoredNames.contains(lowered)
      || ignoredEndings.contains { lowered.utf8.reversed().starts(with: $0.utf8.reversed()) }
  }

  // 4913 is the file with which Vim tries whether it may write to a folder.
  private static let ignoredNames: [String] = ["4913", "thumbs.db", "desktop.ini"]

  private static let ignoredEndings: [String] = [".env", ".swp", ".swo", ".swx", ".tmp"]

  private static let textEndings: [String] = [
    "md", "markdown", "yml", "yaml", "html", "htm", "xhtml", "xml", "xsl", "txt", "css", "js",
    "mjs", "svg", "json", "jsonld", "webmanifest", "csv", "tsv", "toml", "j2", "jinja", "jinja2",
    "ics", "bib",
  ]

  private static let binaryEndings: [String] = [
    "png", "jpg", "jpeg", "webp", "avif", "gif", "ico", "bmp", "tiff", "pdf", "woff", "woff2",
    "ttf", "otf", "mp3", "m4a", "ogg", "wav", "mp4", "webm", "mov", "zip", "gz", "br", "zst",
  ]
}
