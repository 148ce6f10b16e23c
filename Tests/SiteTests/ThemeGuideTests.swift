import DefaultTheme
import DocumentedExamples
import Testing

@testable import SiteBuild

/// The guide to a first theme, followed step by step on the site that it begins with.
@Suite("The guide to a first theme")
struct ThemeGuideTests {
  private static let path = "docs/guide/first-theme.md"

  /// Each block with a file's path is written into the site; `output` is what the built file must
  /// hold, `error` the whole report of a build.
  @Test("every file of the guide builds, and gives what the guide says")
  func steps() throws {
    let guide = try #require(DocumentedFile(Self.path))
    let folder = SiteFolder()
    for file in StarterSite.files(title: "My site") { folder.write(file.path, file.bytes) }
    var written = 0
    var checked = 0
    for part in guide.parts {
      guard case .block(let words, let text, let line) = part, let kind = words.first else {
        continue
      }
      switch kind {
      case "jinja", "css", "yaml", "markdown":
        folder.write(words.count > 1 ? words[1] : "", text)
        written += 1
      case "output":
        let run = try SiteRun(folder)
        #expect(run.report == "", "line \(line)")
        let name = String(words[1].dropFirst("site/".count))
        let page = folder.text(name) ?? "no page"
        #expect(page.contains(text), "line \(line): \(page)")
        checked += 1
      case "error":
        let report = try SiteRun(folder).report
        #expect(
          report == text + "\n",
          "line \(line): \(Golden.firstDifference(text + "\n", report))")
        checked += 1
      default: Issue.record("line \(line): a block '\(kind)' is not followed")
      }
    }
    #expect(written > 15 && checked > 10)
  }

  @Test("the blocks that the guide says the frame has are those of base.html")
  func blocks() throws {
    let base = try #require(EmbeddedTheme.files.first { $0.path == "templates/base.html" })
    let text = String(decoding: base.bytes, as: UTF8.self)
    let names = text.matches(of: #/{% block ([a-z_]+)/#).map { String($0.1) }
    let guide = try #require(DocumentedFile.text(of: Self.path))
    #expect(names.count == 5)
    for name in names { #expect(guide.contains("`\(name)`"), "\(name)") }
  }
}
