import Foundation
import SourceDiagnostics
import Testing

@testable import SiteFiles

/// What a watcher notices. Each test makes changes as a program would and waits for word of them.
@Suite("A watcher tells of every change", .timeLimit(.minutes(1)))
struct SourceWatcherTests {
  private let folder = TemporaryFolder()

  init() {
    folder.write("brevier.yml", "title: x").write("content/briefs/a.md", "a")
      .write("content/briefs/b.md", "b").write("templates/home.html", "h").write("other/x.md", "x")
  }

  private func watcher() throws -> SourceWatcher { try SourceWatcher(root: folder.path) }

  private func move(_ name: String, to other: String) {
    #expect(Foundation.rename(folder.at(name), folder.at(other)) == 0)
  }

  /// Everything that is told until nothing more is.
  private func all(_ watcher: SourceWatcher) -> (paths: Set<String>, isWhole: Bool) {
    var paths = Set<String>()
    var isWhole = false
    var patience = Duration.seconds(10)
    while let change = watcher.next(timeout: patience) {
      paths.formUnion(change.paths)
      isWhole = isWhole || change.isWhole
      patience = .milliseconds(80)
    }
    return (paths, isWhole)
  }

  @Test("a save, a new file, a removed one")
  func simple() throws {
    let watcher = try watcher()
    folder.write("content/briefs/a.md", "aa")
    #expect(watcher.next(timeout: .seconds(10)) == SourceChange(paths: ["content/briefs/a.md"]))
    folder.write("content/briefs/c.md", "c")
    #expect(all(watcher).paths == ["content/briefs/c.md"])
    folder.remove("content/briefs/b.md")
    #expect(all(watcher).paths == ["content/briefs/b.md"])
    folder.write("brevier.yml", "title: y")
    #expect(all(watcher).paths == ["brevier.yml"])
    folder.write("templates/home.html", "hh")
    #expect(all(watcher).paths == ["templates/home.html"])
    #expect(watcher.next(timeout: .milliseconds(30)) == nil)
  }

  @Test("an atomic save is one change of the file, not of its temporary one")
  func atomicSave() throws {
    let watcher = try watcher()
    folder.write("content/briefs/tmp4711", "new")
    move("content/briefs/tmp4711", to: "content/briefs/a.md")
    #expect(watcher.next(timeout: .seconds(10)) == SourceChange(paths: ["content/briefs/a.md"]))
  }

  @Test("what editors leave beside a file is no change")
  func editors() throws {
    let watcher = try watcher()
    for name in ["4913", "a.md~", ".#a.md", "#a.md#", ".a.md.swp", "a.md.tmp", ".git"] {
      folder.write("content/briefs/" + name, "x")
    }
    folder.write("other/x.md", "xx").write("notes.txt", "x")
    #expect(watcher.next(timeout: .milliseconds(200)) == nil)
    // As Vim saves: try the folder, move the old file away, write the new one, remove the old one.
    folder.write("content/briefs/4913", "")
    folder.remove("content/briefs/4913")
    move("content/briefs/a.md", to: "content/briefs/a.md~")
    folder.write("content/briefs/a.md", "vim")
    folder.remove("content/briefs/a.md~")
    #expect(all(watcher).paths == ["content/briefs/a.md"])
  }

  @Test("a renamed file is told of under both names")
  func rename() throws {
    let watcher = try watcher()
    move("content/briefs/a.md", to: "content/briefs/z.md")
    #expect(all(watcher).paths == ["content/briefs/a.md", "content/briefs/z.md"])
  }

  @Test("a folder that is moved takes its watches along")
  func folderMove() throws {
    let watcher = try watcher()
    folder.write("content/deep/er/c.md", "c")
    _ = all(watcher)
    move("content/deep", to: "content/moved")
    #expect(all(watcher).paths.isSuperset(of: ["content/deep", "content/moved"]))
    folder.write("content/moved/er/c.md", "cc")
    #expect(all(watcher).paths == ["content/moved/er/c.md"])
  }

  @Test("a folder that is moved out of the site is forgotten, and one that is moved in is watched")
  func outAndIn() throws {
    let watcher = try watcher()
    move("content/briefs", to: "other/briefs")
    #expect(all(watcher).paths == ["content/briefs"])
    folder.write("other/briefs/a.md", "unseen")
    #expect(watcher.next(timeout: .milliseconds(100)) == nil)
    move("other/briefs", to: "content/again")
    #expect(all(watcher).paths == ["content/again"])
    folder.write("content/again/a.md", "seen")
    #expect(all(watcher).paths == ["content/again/a.md"])
  }

  @Test("new folders are watched, with folders that were made in them at once")
  func newFolders() throws {
    let watcher = try watcher()
    folder.write("content/x/y/z/one.md", "1")
    #expect(all(watcher).paths.contains("content/x"))
    folder.write("content/x/y/z/one.md", "2")
    #expect(all(watcher).paths == ["content/x/y/z/one.md"])
  }

  @Test("content, templates and settings may go and come back")
  func returning() throws {
    let watcher = try watcher()
    for name in ["templates", "content", "brevier.yml"] {
      move(name, to: name + ".away")
      #expect(all(watcher).paths == [name])
      move(name + ".away", to: name)
      #expect(all(watcher).paths == [name])
    }
    folder.write("templates/home.html", "again").write("content/briefs/a.md", "again")
    #expect(all(watcher).paths == ["templates/home.html", "content/briefs/a.md"])
  }

  @Test("the site's folder itself may be moved away and another one take its place")
  func root() throws {
    let outer = TemporaryFolder()
    outer.write("site/content/a.md", "a").write("site/brevier.yml", "x").write(
      "new/content/a.md", "n"
    )
    .write("new/brevier.yml", "x")
    let watcher = try SourceWatcher(root: outer.at("site"))
    #expect(Foundation.rename(outer.at("site"), outer.at("old")) == 0)
    #expect(all(watcher).isWhole)
    #expect(Foundation.rename(outer.at("new"), outer.at("site")) == 0)
    #expect(all(watcher).isWhole)
    outer.write("site/content/a.md", "seen")
    #expect(all(watcher).paths == ["content/a.md"])
  }

  @Test("a flood of saves is a handful of changes, and none is lost")
  func flood() throws {
    let watcher = try watcher()
    for number in 0..<2000 { folder.write("content/briefs/f\(number % 500).md", "\(number)") }
    var rounds = 0
    var paths = Set<String>()
    while let change = watcher.next(timeout: rounds == 0 ? .seconds(10) : .milliseconds(80)) {
      rounds += 1
      paths.formUnion(change.paths)
    }
    #expect(paths.count == 500)
    #expect(rounds < 100)
  }

  @Test("when the system's queue runs over, everything may have changed, and watching goes on")
  func overflow() throws {
    let limit = try String(
      contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let size = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
    try #require(size <= 200_000)
    let watcher = try watcher()
    // A file's permissions, back and forth: two events that are not alike, so none is merged.
    let names = ["content/briefs/a.md", "content/briefs/b.md"].map(folder.at)
    for number in 0...(size + 16) { chmod(names[number % 2], number % 4 < 2 ? 0o600 : 0o644) }
    #expect(all(watcher).isWhole)
    folder.write("content/briefs/a.md", "after")
    #expect(all(watcher).paths == ["content/briefs/a.md"])
  }

  @Test("a watcher that is stopped lets its thread go")
  func stopping() throws {
    let watcher = try watcher()
    Thread.detachNewThread {
      usleep(20_000)
      watcher.stop()
    }
    #expect(watcher.next() == nil)
    folder.write("content/briefs/a.md", "x")
    #expect(watcher.next() == nil)
  }

  @Test("without the system's help the folder is looked over, and says why")
  func polling() throws {
    let watcher = try SourceWatcher(root: folder.path, polling: true)
    #expect(watcher.pollingReason != nil)
    folder.write("content/briefs/a.md", "longer than before").write("content/new/n.md", "n")
    folder.write("content/briefs/a.md~", "x")
    folder.remove("content/briefs/b.md")
    let change = try #require(watcher.next(timeout: .seconds(10)))
    #expect(change.paths == ["content/briefs/a.md", "content/briefs/b.md", "content/new/n.md"])
    #expect(watcher.next(timeout: .milliseconds(400)) == nil)
  }

  @Test("a load after a change reads what changed and keeps the rest")
  func repeatedLoad() throws {
    var diagnostics: [Diagnostic] = []
    let first = try SourceLoader.load(root: folder.path, diagnostics: &diagnostics)
    folder.write("content/briefs/a.md", "changed")
    let second = try SourceLoader.load(
      root: folder.path, previous: first, diagnostics: &diagnostics)
    // A file whose stamp is the same is taken as known, unless it is named.
    let forged = SourceTree(
      root: first.root,
      files: second.files.map { file in
        LoadedFile(
          path: file.path, kind: file.kind, bytes: [0x3F], hash: file.hash, stamp: file.stamp)
      })
    let third = try SourceLoader.load(
      root: folder.path, previous: forged, changed: ["content/briefs/b.md"],
      diagnostics: &diagnostics)
    #expect(third["content/briefs/a.md"]?.bytes == [0x3F])
    #expect(third["content/briefs/b.md"]?.bytes == Array("b".utf8))
    #expect(second["content/briefs/a.md"]?.bytes == Array("changed".utf8))
    #expect(second["content/briefs/b.md"]?.bytes == Array("b".utf8))
    #expect(diagnostics.isEmpty)
  }
}
