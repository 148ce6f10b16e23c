import Foundation

/// Writes folders of files as one Swift file: `embed-files OUTPUT (NAME FOLDER)…`.
///
/// Each folder becomes a list of paths below it and texts. A text is a string literal, because the
/// compiler would check a list of so many numbers one by one; what is not UTF-8 is written as
/// hexadecimal digits. The order is that of the paths' bytes, so that the same files give the same
/// Swift.
@main
enum EmbedFiles {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first, arguments.count % 2 == 1 else {
      FileHandle.standardError.write(Data("usage: embed-files OUTPUT (NAME FOLDER)…\n".utf8))
      exit(64)
    }
    var rest = arguments.dropFirst()
    var swift = "/// Written while building, from the folders that the package names.\n"
    swift += "enum EmbeddedFiles {\n"
    while let name = rest.popFirst(), let folder = rest.popFirst() {
      let root = URL(filePath: folder).resolvingSymlinksInPath()
      swift += "  static let \(name): [EmbeddedFile] = [\n"
      for path in try paths(in: root) {
        let bytes = [UInt8](try Data(contentsOf: root.appending(path: path)))
        swift += "    EmbeddedFile(\(literal(path)), \(content(bytes))),\n"
      }
      swift += "  ]\n"
    }
    swift += "}\n"
    try Data(swift.utf8).write(to: URL(filePath: output))
  }

  /// The files below a folder, hidden ones left out.
  private static func paths(in root: URL) throws -> [String] {
    let all = FileManager.default.enumerator(atPath: root.path())?.allObjects as? [String] ?? []
    let files = try all.filter { path in
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      let values = try root.appending(path: path).resourceValues(forKeys: [.isRegularFileKey])
      return !isHidden && values.isRegularFile == true
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func content(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return "text: " + literal(text) }
    let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    return "hexadecimal: \"\(digits.joined())\""
  }

  private static func literal(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case " "..."~": out.unicodeScalars.append(scalar)
      default: out += "\\u{" + String(scalar.value, radix: 16) + "}"
      }
    }
    return out + "\""
  }
}
