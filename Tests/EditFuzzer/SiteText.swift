/// The files of a site in memory, as an author's hand changes them.
struct SiteText {
  /// The content of each file by its path.
  var files: [String: [UInt8]]
  /// What edits count with, so that no two write the same.
  private(set) var serial = 0

  /// A number that was not given before.
  mutating func fresh() -> Int {
    serial += 1
    return serial
  }

  /// The paths below a folder that end as asked, sorted.
  func paths(_ folder: String, ending: String = ".md") -> [String] {
    files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(ending) }.sorted()
  }

  /// The texts of the content, original and translated.
  var texts: [String] { paths("content/") }

  /// The briefs in their original language.
  var briefs: [String] { paths("content/briefs/").filter { !Self.isTranslation($0) } }

  static func isTranslation(_ path: String) -> Bool {
    path.split(separator: "/").last.map { $0.split(separator: ".").count > 2 } ?? false
  }

  /// The name of a file without folders and endings.
  static func slug(_ path: String) -> String {
    String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
  }

  /// The text of a file.
  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  mutating func set(_ path: String, _ text: String) { files[path] = Array(text.utf8) }

  /// The lines of a file's header and the text behind it; `nil` when it has no header.
  func parts(_ path: String) -> (header: [String], body: String)? {
    let text = text(path)
    guard text.hasPrefix("---\n"), let end = text.dropFirst(4).firstRange(of: "\n---\n") else {
      return nil
    }
    let start = text.index(text.startIndex, offsetBy: 4)
    let header = text[start..<end.lowerBound].split(
      separator: "\n", omittingEmptySubsequences: false)
    return (header.map(String.init), String(text[end.upperBound...]))
  }

  mutating func set(_ path: String, header: [String], body: String) {
    set(path, "---\n" + header.joined(separator: "\n") + "\n---\n" + body)
  }

  /// Changes the value of a plain key of the header; false when it has none.
  mutating func setLine(_ path: String, _ key: String, _ change: (String) -> String) -> Bool {
    guard let (old, body) = parts(path),
      let line = old.firstIndex(where: { $0.hasPrefix(key + ": ") })
    else { return false }
    var header = old
    let value = String(old[line].dropFirst(key.count + 2))
    guard !value.hasPrefix("{"), !value.hasPrefix("["), !value.hasPrefix("|"),
      !value.hasPrefix(">")
    else { return false }
    header[line] = key + ": " + change(value)
    set(path, header: header, body: body)
    return true
  }
}
