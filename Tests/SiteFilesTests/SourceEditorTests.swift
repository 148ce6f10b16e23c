import SiteFiles
import SourceDiagnostics
import Testing

@testable import SiteFiles

@Suite("Source editor")
struct SourceEditorTests {
  private func load(_ folder: TemporaryFolder) throws -> SourceTree {
    var found: [Diagnostic] = []
    let tree = try SourceLoader.load(
      root: folder.path, folders: ["content"], optionalFolders: [], files: [], workers: 1,
      diagnostics: &found)
    #expect(found == [])
    return tree
  }

  private func edit(_ file: String, _ range: Range<Int>, _ text: String) -> SourceEditor.Edit {
    SourceEditor.Edit(file: file, range: range, replacement: Array(text.utf8))
  }

  @Test("replacements of one file are made together, whatever their order")
  func together() throws {
    let folder = TemporaryFolder()
    folder.write("content/a.md", "one two three")
    let edits = [edit("content/a.md", 8..<13, "3"), edit("content/a.md", 0..<3, "first")]
    let outcome = try SourceEditor.apply(edits, to: try load(folder))
    #expect(outcome.files == ["content/a.md"])
    #expect(outcome.edits == 2)
    #expect(folder.text("content/a.md") == "first two 3")
  }

  @Test("of two replacements that overlap, or insert at one place, the first is made")
  func overlapping() {
    let bytes = Array("abcdef".utf8)
    func edited(_ edits: [SourceEditor.Edit]) -> (String, Int) {
      let (bytes, count) = SourceEditor.edited(bytes, edits)
      return (String(decoding: bytes, as: UTF8.self), count)
    }
    #expect(edited([edit("a", 2..<4, "X"), edit("a", 1..<3, "Y")]) == ("aYdef", 1))
    #expect(edited([edit("a", 3..<3, "X"), edit("a", 3..<3, "Y")]) == ("abcXdef", 1))
    #expect(edited([edit("a", 4..<9, "X")]) == ("abcdef", 0))
    #expect(edited([edit("a", 6..<6, "!")]) == ("abcdef!", 1))
  }

  @Test("a file that changed since it was loaded is left alone, whatever its size and time")
  func changed() throws {
    let folder = TemporaryFolder()
    folder.write("content/a.md", "one")
    let tree = try load(folder)
    folder.write("content/a.md", "two")
    let outcome = try SourceEditor.apply([edit("content/a.md", 0..<3, "new")], to: tree)
    #expect(outcome == SourceEditor.Outcome())
    #expect(folder.text("content/a.md") == "two")
  }

  @Test("an unknown file and a replacement by the same bytes change nothing")
  func nothing() throws {
    let folder = TemporaryFolder()
    folder.write("content/a.md", "one")
    let edits = [edit("content/b.md", 0..<1, "x"), edit("content/a.md", 0..<3, "one")]
    #expect(try SourceEditor.apply(edits, to: try load(folder)) == SourceEditor.Outcome())
  }

  @Test("no other file is left beside the one that was written")
  func noRest() throws {
    let folder = TemporaryFolder()
    folder.write("content/a.md", "one")
    folder.write("content/.a.md.brevier-new", "left by a killed run")
    _ = try SourceEditor.apply([edit("content/a.md", 0..<3, "new")], to: try load(folder))
    #expect(folder.text("content/a.md") == "new")
    #expect(folder.text("content/.a.md.brevier-new") == nil)
  }
}
