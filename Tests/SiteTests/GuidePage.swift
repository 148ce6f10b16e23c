/// A page of `docs/guide` as a script: the files that it shows, the commands that it runs, and what it
/// says of the pages that come of them.
///
/// A fence is a file when the paragraph before it ends with the file's path in backticks and a colon;
/// “, in its front matter:” adds lines to a file that is there. A fence `console` holds commands behind
/// `$` and what they print. A comment `<!-- on /PATH/: TEXT -->` says that the page of the built site
/// at that path shows the text.
struct GuidePage {
  let name: String
  private(set) var steps: [Step] = []
  /// Fences that are nothing of the above, by line.
  private(set) var unknown: [Int] = []
  private(set) var lines: [String]

  static let folder = Golden.tests + "/../docs/guide"

  enum Step {
    case file(path: String, text: String)
    case header(path: String, text: String)
    /// Lines of the page, as a range of them.
    case console(Range<Int>)
    case shown(page: String, text: String)
  }

  /// One command of a console and what the page says that it prints.
  struct Command {
    var line: String
    var output: String
  }

  init(_ name: String) {
    self.name = name
    lines = (Disk.text(Self.folder + "/\(name).md") ?? "").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    var number = 0
    var paragraph: [String] = []
    while number < lines.count {
      let line = lines[number]
      if line.hasPrefix("```") {
        let end = lines[(number + 1)...].firstIndex { $0.hasPrefix("```") } ?? lines.endIndex
        read(number + 1..<end, kind: line.dropFirst(3), after: paragraph.joined(separator: " "))
        number = end
      } else if let shown = line.firstMatch(of: /^<!-- on (\/\S*): (.*) -->$/) {
        steps.append(.shown(page: String(shown.1), text: String(shown.2)))
      } else if line.isEmpty {
        if lines.indices.contains(number + 1), !lines[number + 1].hasPrefix("```") {
          paragraph = []
        }
      } else {
        paragraph.append(line)
      }
      number += 1
    }
  }

  private mutating func read(_ range: Range<Int>, kind: Substring, after paragraph: String) {
    let text = lines[range].map { $0 + "\n" }.joined()
    if kind == "console" {
      steps.append(.console(range))
    } else if let found = paragraph.firstMatch(of: /`([^`\s]+\.(?:md|yml))`:$/) {
      steps.append(.file(path: String(found.1), text: text))
    } else if let found = paragraph.firstMatch(of: /`([^`\s]+\.md)`, in its front matter:$/) {
      steps.append(.header(path: String(found.1), text: text))
    } else if kind != "text" {
      unknown.append(range.lowerBound)
    }
  }

  /// The commands of a console with what each prints.
  func commands(_ range: Range<Int>) -> [Command] {
    var commands: [Command] = []
    for line in lines[range] {
      if line.hasPrefix("$ ") {
        commands.append(Command(line: String(line.dropFirst(2)), output: ""))
      } else if !commands.isEmpty {
        commands[commands.count - 1].output += line + "\n"
      }
    }
    return commands
  }

  /// The page with other lines in its consoles, from the last one to the first.
  mutating func replace(_ changes: [(range: Range<Int>, commands: [Command])]) {
    for change in changes.reversed() {
      let text = change.commands.flatMap { command in
        ["$ " + command.line]
          + command.output.split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init).dropLast()
      }
      lines.replaceSubrange(change.range, with: text)
    }
    Disk.write(Self.folder + "/\(name).md", Array(lines.joined(separator: "\n").utf8))
  }
}
