import Foundation

/// The examples of the GitHub Flavored Markdown specification, from the Debian package `cmark-gfm`.
struct Specification {
  /// One example.
  struct Example {
    /// Its number, from 1.
    var number: Int
    /// The extensions that it is for; `disabled` marks one that no implementation is held to.
    var extensions: [String]
    var markdown: String
    var html: String
  }

  /// Why there are no examples.
  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  static let path =
    ProcessInfo.processInfo.environment["GFM_SPEC"] ?? "/usr/share/doc/cmark-gfm/spec.txt.gz"

  /// Reads and unpacks the examples.
  static func examples() throws -> [Example] {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw Missing(
        description: "\(path) is missing: install the Debian package cmark-gfm (where dpkg leaves "
          + "documentation out, extract it and set GFM_SPEC to its spec.txt.gz)")
    }
    let unpack = Process()
    unpack.executableURL = URL(fileURLWithPath: "/bin/gzip")
    unpack.arguments = ["-dc", path]
    let pipe = Pipe()
    unpack.standardOutput = pipe
    try unpack.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    unpack.waitUntilExit()
    return read(String(decoding: data, as: UTF8.self))
  }

  /// An example stands between lines of 32 backticks; a dot parts the Markdown from the HTML.
  private static func read(_ text: String) -> [Example] {
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var current: Example?
    var isInHTML = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.replacingOccurrences(of: "→", with: "\t")
      if current == nil {
        guard line.hasPrefix(fence + " example") else { continue }
        let extensions = line.split(separator: " ").dropFirst(2).map(String.init)
        current = Example(
          number: examples.count + 1, extensions: extensions, markdown: "", html: "")
        isInHTML = false
      } else if line == fence {
        if let example = current { examples.append(example) }
        current = nil
      } else if line == ".", !isInHTML {
        isInHTML = true
      } else if isInHTML {
        current?.html += line + "\n"
      } else {
        current?.markdown += line + "\n"
      }
    }
    return examples
  }
}
