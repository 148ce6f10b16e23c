import Testing

/// The guide for curators: every file on it is laid down, every command run, every output compared.
///
/// `UPDATE_GOLDEN=1` rewrites what commands print; the words around it are for a person to read again.
@Suite("The guide")
struct GuideTests {
  /// The pages that go on with each other's site, in order.
  private static let series = [
    ["first-brief", "sources-and-origins", "claims-and-numbers", "events", "following-a-story"],
    ["the-founding-example"],
  ]

  @Test("what the guide shows is so", arguments: series)
  func examples(_ names: [String]) throws {
    let folder = SiteFolder()
    for name in names {
      var page = GuidePage(name)
      #expect(page.steps.count > 3, "\(name)")
      #expect(page.unknown == [], "\(name): a fence that is neither file, console nor text")
      var changes: [(Range<Int>, [GuidePage.Command])] = []
      var isBuilt = false
      for step in page.steps {
        switch step {
        case .file(let path, let text):
          folder.write(path, text)
          isBuilt = false
        case .header(let path, let text):
          add(text, toHeaderOf: path, in: folder)
          isBuilt = false
        case .console(let range):
          changes.append((range, run(page.commands(range), in: folder, page: name)))
          isBuilt = false
        case .shown(let path, let text):
          if !isBuilt { build(folder, page: name) }
          isBuilt = true
          let words = Self.words(Disk.text(folder.source + "/site" + path + "index.html") ?? "")
          #expect(words.contains(text), "\(name): \(path) does not show '\(text)':\n\(words)")
        }
      }
      let check = command("brevier check", in: folder)
      #expect(check.exitCode == 0, "the site at the end of \(name) has mistakes: \(check.output)")
      if Golden.isUpdating { page.replace(changes) }
    }
  }

  @Test("each page leads to the next, and the first to all")
  func order() {
    let names = Self.series.flatMap { $0 }
    let first = GuidePage(names[0]).lines.joined(separator: "\n")
    for (name, next) in zip(names, names.dropFirst()) {
      #expect(first.contains("(\(next).md)"), "\(next)")
      #expect(
        GuidePage(name).lines.contains { $0.hasPrefix("Next: [") && $0.contains("(\(next).md)") })
    }
    let other = ["editor-setup", "first-theme"]
    let files = Disk.files(in: GuidePage.folder).map { String($0.dropLast(".md".count)) }
    #expect(files.sorted() == (names + other).sorted())
  }

  // MARK: - Steps

  private func add(_ text: String, toHeaderOf path: String, in folder: SiteFolder) {
    let old = Disk.text(folder.source + "/" + path) ?? ""
    let parts = old.split(separator: "\n---\n", maxSplits: 1)
    #expect(parts.count == 2, "\(path) has no front matter")
    if parts.count == 2 { folder.write(path, parts[0] + "\n" + text + "---\n" + parts[1]) }
  }

  /// Runs commands and compares what they print; gives them with what they printed.
  private func run(
    _ commands: [GuidePage.Command], in folder: SiteFolder, page: String
  ) -> [GuidePage.Command] {
    commands.map { due in
      let found = command(due.line, in: folder)
      #expect(found.exitCode == 0 || found.exitCode == 1, "\(page): \(due.line): \(found.output)")
      if Self.timeless(due.output) == Self.timeless(found.output) { return due }
      if !Golden.isUpdating {
        Issue.record(
          "\(page): \(due.line): \(Golden.firstDifference(due.output, found.output))")
      }
      return GuidePage.Command(line: due.line, output: found.output)
    }
  }

  private func build(_ folder: SiteFolder, page: String) {
    let build = command("brevier build --quiet", in: folder)
    #expect(build.exitCode == 0, "\(page): \(build.output)")
  }

  /// Both outputs as a terminal shows them, one after the other.
  private func command(
    _ line: String, in folder: SiteFolder
  ) -> (exitCode: Int32, output: String) {
    let transcript = folder.path + "/transcript"
    // 1 May 2026, the day of the guide.
    let run = CommandRun(
      "{ \(line); } >'\(transcript)' 2>&1", in: folder,
      variables: ["SOURCE_DATE_EPOCH=1777593600"])
    let output = (Disk.text(transcript) ?? "").replacing(folder.source + "/", with: "./")
    return (run.exitCode, output)
  }

  private static func timeless(_ text: String) -> String {
    text.replacing(/\bin [0-9]+(\.[0-9])? m?s\b/, with: "in TIME")
  }

  /// What a page says to a reader, its tags left out and its white space made single.
  private static func words(_ html: String) -> String {
    var text = html.replacing(
      /<(script|style)[^>]*>.*?<\/(script|style)>/.dotMatchesNewlines(), with: ""
    )
    .replacing(/<[^>]*>/, with: " ")
    for (name, sign) in [
      ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"),
      ("&nbsp;", " "), ("\u{A0}", " "), ("\u{202F}", " "), ("&amp;", "&"),
    ] {
      text = text.replacing(name, with: sign)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(" ,", with: ",").replacing(" .", with: ".")
  }
}
