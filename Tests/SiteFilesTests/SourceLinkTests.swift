import SiteFiles
import SourceDiagnostics
import Testing

@Suite("A symbolic link in the sources")
struct SourceLinkTests {
  @Test("is refused when it leaves the site, whatever its shape")
  func escapes() throws {
    let outside = TemporaryFolder()
    outside.write("secret.md", "CANARY").write("folder/secret.md", "CANARY")
    let site = TemporaryFolder.site()
    site.write(".env", "CANARY").write(".git/config", "CANARY").write("prod.env", "CANARY")
    site.makeFolder("content/deep")
    let name = outside.path.split(separator: "/").last.map(String.init) ?? ""
    site.link("content/absolute.md", to: outside.at("secret.md"))
    site.link("content/folder", to: outside.at("folder"))
    site.link("content/relative.md", to: "../../\(name)/secret.md")
    site.link("content/deep/chain1.md", to: "chain2.md")
    site.link("content/deep/chain2.md", to: "../absolute.md")
    site.link("content/through", to: "../content/folder")
    site.link("templates/partial.html", to: outside.at("secret.md"))
    site.link("content/env.md", to: "../.env")
    site.link("content/production.md", to: "../prod.env")
    site.link("content/git", to: "../.git")
    site.link("content/parent", to: "../..")
    site.link("content/root", to: "/")
    let (tree, diagnostics) = try site.load()
    #expect(tree.paths == ["brevier.yml", "templates/page.html"])
    #expect(diagnostics.count == 12)
    #expect(diagnostics.allSatisfy { $0.rule == .escapingSourceLink && $0.severity == .error })
    // The target is not said: a report may be public.
    #expect(!diagnostics.contains { $0.summary.contains(name) })
  }

  @Test("is refused when the root has a neighbour whose name begins like the root's")
  func neighbour() throws {
    let parent = TemporaryFolder()
    parent.write("site/brevier.yml", "").write("site-secret/a.md", "CANARY")
    parent.makeFolder("site/content")
    parent.makeFolder("site/templates")
    parent.link("site/content/a.md", to: "../../site-secret/a.md")
    var diagnostics: [Diagnostic] = []
    let tree = try SourceLoader.load(root: parent.at("site"), diagnostics: &diagnostics)
    #expect(tree.paths == ["brevier.yml"])
    #expect(diagnostics.map(\.rule) == [.escapingSourceLink])
  }

  @Test("is followed inside the site, to files, to folders and through chains")
  func inside() throws {
    let site = TemporaryFolder.site()
    site.write("shared/a.md", "A").write("content/archive/b.md", "B")
    site.link("content/a.md", to: "../shared/a.md")
    site.link("content/chain.md", to: "a.md")
    site.link("content/copy", to: "archive")
    site.link("content/all", to: "../shared")
    site.link("content/archive/c.md", to: "b.md")
    let (tree, diagnostics) = try site.load()
    #expect(diagnostics.isEmpty)
    #expect(
      tree.paths == [
        "brevier.yml", "content/a.md", "content/all/a.md", "content/archive/b.md",
        "content/archive/c.md", "content/chain.md", "content/copy/b.md", "content/copy/c.md",
        "templates/page.html",
      ])
    #expect(tree["content/copy/c.md"]?.bytes == [0x42])
    #expect(tree["content/a.md"]?.stamp == tree["content/all/a.md"]?.stamp)
  }

  @Test("is refused when it leads nowhere or round in a circle")
  func circles() throws {
    let site = TemporaryFolder.site()
    site.makeFolder("content/a")
    site.makeFolder("content/b")
    site.link("content/self.md", to: "self.md")
    site.link("content/ping.md", to: "pong.md")
    site.link("content/pong.md", to: "ping.md")
    site.link("content/nowhere.md", to: "missing.md")
    site.link("content/a/up", to: "..")
    site.link("content/whole", to: "..")
    // Each is harmless alone; together they would never end.
    site.link("content/a/b", to: "../b")
    site.link("content/b/a", to: "../a")
    let (tree, diagnostics) = try site.load()
    #expect(tree.files.count == 2)
    #expect(diagnostics.allSatisfy { $0.rule == .brokenSourceLink })
    let files = Set(diagnostics.compactMap { $0.span?.file })
    for name in ["self.md", "ping.md", "pong.md", "nowhere.md", "a/up", "whole"] {
      #expect(files.contains("content/" + name), "\(name)")
    }
  }

  @Test("may be the site's folder itself, or one of the folders that are asked for")
  func roots() throws {
    let parent = TemporaryFolder()
    parent.write("real/brevier.yml", "").write("real/text/a.md", "A")
    parent.makeFolder("real/templates")
    parent.link("real/content", to: "text")
    parent.link("alias", to: "real")
    var diagnostics: [Diagnostic] = []
    let tree = try SourceLoader.load(root: parent.at("alias"), diagnostics: &diagnostics)
    #expect(tree.paths == ["brevier.yml", "content/a.md"])
    #expect(diagnostics.isEmpty)

    parent.write("elsewhere/b.md", "B")
    parent.remove("real/content")
    parent.link("real/content", to: "../elsewhere")
    #expect(throws: FileFailure.self) {
      try SourceLoader.load(root: parent.at("alias"), diagnostics: &diagnostics)
    }
  }
}
