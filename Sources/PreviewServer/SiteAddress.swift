/// Addresses on the server and paths of the site's table, one to the other.
struct SiteAddress: Sendable {
  /// The path that the site stands below, with a slash at both ends.
  let mount: String

  /// The path in the table of a decoded path of a request, without the slash before it; `nil` for
  /// one that is not below the mount.
  func key(of path: String) -> String? {
    path.hasPrefix(mount) ? String(path.dropFirst(mount.count)) : nil
  }

  /// The file that a browser shows at a key: the index of a folder.
  static func file(at key: String) -> String {
    key.isEmpty || key.hasSuffix("/") ? key + "index.html" : key
  }

  /// The key of an address that a page writes, where that is an address of this site.
  ///
  /// - Parameter page: the key of the page, for addresses relative to it.
  func key(of address: String, on page: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    if path.isEmpty || path.contains("://") || path.hasPrefix("//") || path.hasPrefix("data:") {
      return nil
    }
    let joined: String
    if path.hasPrefix("/") {
      joined = String(path)
    } else {
      let folder = page[..<(page.lastIndex(of: "/").map(page.index(after:)) ?? page.startIndex)]
      joined = mount + folder + path
    }
    // As a browser does before it asks; the result is still only a key that may be unknown.
    var parts: [Substring] = []
    for part in joined.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      switch part {
      case ".": continue
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(part)
      }
    }
    guard let target = RequestTarget("/" + parts.joined(separator: "/")) else { return nil }
    return key(of: target.path)
  }
}
