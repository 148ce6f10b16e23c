#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A page of the documentation, as its fenced blocks and headings in order: what tests run.
///
/// An example is a block ```` ```jinja ```` followed by a block `output` or `error`. A name after
/// `jinja` names the template; named templates before it can be included, imported or extended, and
/// a block `json` before it is what the page is given. A heading ends what belongs together.
package struct DocumentedFile: Sendable {
  /// The path from the repository's root.
  package let path: String
  /// Everything that counts, in order.
  package let parts: [Part]

  /// A heading or a fenced block.
  package enum Part: Sendable {
    /// A heading's text without its marks.
    case heading(level: Int, text: String, line: Int)
    /// A block: the words of its opening fence, its text with the last newline, and its line.
    case block(words: [String], text: String, line: Int)
  }

  /// A file by its path from the repository's root; `nil` when it cannot be read.
  package init?(_ path: String) {
    guard let text = Self.text(of: path) else { return nil }
    self.init(path: path, text: text)
  }

  package init(path: String, text: String) {
    self.path = path
    var parts: [Part] = []
    var open: (fence: Substring, words: [String], line: Int)?
    var body = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let block = open {
        if line == block.fence {
          parts.append(.block(words: block.words, text: body, line: block.line))
          open = nil
        } else {
          body += line + "\n"
        }
        continue
      }
      let fence = line.prefix { $0 == "`" }
      let marks = line.prefix { $0 == "#" }.count
      if fence.count >= 3 {
        let words = line.dropFirst(fence.count).split(separator: " ").map(String.init)
        open = (fence, words, index + 1)
        body = ""
      } else if marks > 0, line.dropFirst(marks).first == " " {
        parts.append(
          .heading(level: marks, text: String(line.dropFirst(marks + 1)), line: index + 1))
      }
    }
    self.parts = parts
  }

  /// One example: templates, the page's data, and what comes out.
  package struct Example: Sendable {
    /// Where its template begins: `docs/reference/templates.md:12`.
    package var place: String
    /// The heading that it stands under.
    package var heading: String
    /// The templates by name; the last one is rendered.
    package var templates: [(name: String, text: String)]
    /// What stands behind the template's name: the page's language, say.
    package var options: [String]
    /// The page's data as JSON, if any is given.
    package var json: String?
    /// What must come out.
    package var expected: Expected
    /// The line of the fence before what must come out, from 1.
    package var line: Int

    package init(
      place: String, heading: String, templates: [(name: String, text: String)],
      options: [String] = [], json: String? = nil, expected: Expected, line: Int
    ) {
      self.place = place
      self.heading = heading
      self.templates = templates
      self.options = options
      self.json = json
      self.expected = expected
      self.line = line
    }
  }

  /// What an example promises.
  package enum Expected: Sendable, Equatable {
    /// The page.
    case output(String)
    /// The report of the mistake.
    case error(String)

    var words: (word: String, text: String) {
      switch self {
      case .output(let text): ("output", text)
      case .error(let text): ("error", text)
      }
    }
  }

  /// All examples of the file.
  package var examples: [Example] {
    var found: [Example] = []
    var templates: [(name: String, text: String)] = []
    var json: String?
    var heading = ""
    var place = ""
    var options: [String] = []
    for part in parts {
      switch part {
      case .heading(_, let text, _):
        heading = text
        templates = []
        json = nil
      case .block(let words, let text, let line):
        switch words.first {
        case "json": json = text
        case "jinja":
          let name = words.count > 1 ? words[1] : "page.html"
          templates.removeAll { $0.name == name }
          templates.append((name, Self.withoutLastNewline(text)))
          place = "\(path):\(line)"
          options = Array(words.dropFirst(2))
        case "output", "error":
          let text = Self.withoutLastNewline(text)
          found.append(
            Example(
              place: place, heading: heading, templates: templates, options: options, json: json,
              expected: words.first == "output" ? .output(text) : .error(text), line: line))
        default: break
        }
      }
    }
    return found
  }

  /// Runs all examples. Returns those that give something else, in words; where goldens are being
  /// rewritten, writes into the file what they give instead.
  package func differences(_ run: (Example) -> Expected) -> [String] {
    var wrong: [String] = []
    var lines = (Self.text(of: path) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    for example in examples.reversed() {
      let found = run(example)
      if found == example.expected { continue }
      if Self.isUpdating {
        let end = lines[example.line...].firstIndex(of: "```") ?? lines.count
        let (word, text) = found.words
        lines.replaceSubrange(
          example.line - 1..<end,
          with: ["```" + word]
            + (text.isEmpty
              ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        )
      } else {
        wrong.append(
          "\(example.place) gives\n\(found.words.text)\nand not\n\(example.expected.words.text)")
      }
    }
    if Self.isUpdating { Self.write(lines.joined(separator: "\n"), to: path) }
    return wrong.reversed()
  }

  private static func withoutLastNewline(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// The headings of a level, without the code marks in them.
  package func headings(level: Int) -> [String] {
    parts.compactMap { part in
      guard case .heading(level, let text, _) = part else { return nil }
      return text
    }
  }
}

// MARK: - Files

extension DocumentedFile {
  /// The repository's root.
  package static let root = String(
    #filePath.dropLast("/Tests/DocumentedExamples/DocumentedFile.swift".count))

  /// The text of a file by its path from the repository's root; `nil` when it cannot be read.
  package static func text(of path: String) -> String? {
    guard let file = fopen(root + "/" + path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[0..<count]
    }
  }

  /// Writes a file by its path from the repository's root.
  package static func write(_ text: String, to path: String) {
    guard let file = fopen(root + "/" + path, "w") else { return }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// Whether `UPDATE_GOLDEN=1` asks for what is expected to be rewritten; never in continuous
  /// integration.
  package static let isUpdating = variable("UPDATE_GOLDEN") == "1" && variable("CI") != "true"

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
