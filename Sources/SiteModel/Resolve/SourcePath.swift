/// Joins a relative link to the path of the file that it stands in.
package enum SourcePath {
  /// The path below the site's root that `link` means in `file`; `nil` when it leaves `content/`.
  package static func resolve(_ link: String, from file: String) -> String? {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in decoded(link).split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": break
      case "..":
        guard parts.count > 1 else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// `text` without percent-encoding (RFC 3986); what is not well-formed stays.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        out.append(value)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
