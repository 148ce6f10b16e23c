import Digests
import SiteFiles
import SiteModel
import Testing

@testable import SiteBuild

@Suite("New translations")
struct TranslationTests {
  private static func site() -> SiteSurvey {
    let texts = [
      "brevier.yml": "title: A\nlanguages: [en, fr]\n",
      "content/briefs/2025/01/a-story.md":
        "---\ntitle: \"A: story\"\nsummary: Short.\ndate: 2025-01-02\n---\nThe *text*.\n",
      "content/briefs/2025/01/done.md": "---\ntitle: Done\n---\n",
      "content/briefs/2025/01/done.fr.md": "---\ntitle: Fait\n---\n",
      "content/entities/company/meta.md": "---\nname: Meta\naliases: [Facebook]\n---\n",
      "content/topics/business/funding.md": "---\nname: Funding\n---\n",
    ]
    let files = texts.map { path, text in
      let bytes = Array(text.utf8)
      return LoadedFile(
        path: path, bytes: bytes, hash: ContentHash(bytes),
        stamp: FileStamp(size: Int64(bytes.count), modified: 0, inode: 0))
    }
    return SiteSurvey(SourceTree(root: ".", files: files))
  }

  @Test("a site is surveyed by its files")
  func survey() {
    let site = Self.site()
    #expect(site.briefs.map(\.id) == ["a-story", "done"])
    #expect(site.topics == ["business/funding"])
    #expect(site.entities.map(\.names) == [["Meta", "Facebook"]])
    #expect(site.languages.map(\.text) == ["en", "fr"])
  }

  @Test(
    "it stands beside its original, with the words to translate and nothing else",
    arguments: ["a-story", "A story", "content/briefs/2025/01/a-story.md"])
  func translation(_ reference: String) throws {
    let file = try Scaffold.translation(of: reference, to: "fr", in: Self.site())
    #expect(file.path == "content/briefs/2025/01/a-story.fr.md")
    #expect(file.text.contains("\ntitle: \"A: story\"\nsummary: Short.\n---\nThe *text*.\n"))
    #expect(!file.text.contains("date:"))
  }

  @Test("the language is one of the site's, the brief exists, and the translation does not")
  func refusals() {
    for (reference, language) in [
      ("a-story", "de"), ("a-story", "en"), ("none", "fr"), ("done", "fr"),
    ] {
      #expect(throws: Scaffold.Refusal.self) {
        try Scaffold.translation(of: reference, to: language, in: Self.site())
      }
    }
  }
}
