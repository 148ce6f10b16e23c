import DefaultTheme
import Foundation
import SiteBuild
import SiteFiles
import SiteModel
import SourceDiagnostics
import Testing

/// What the program brings along, and what it makes of it.
@Suite("The embedded theme and the first site")
struct BroughtFilesTests {
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "brevier-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test("the embedded theme is the repository's, file by file and byte by byte")
  func theme() throws {
    let folder = Self.root.appending(path: "templates")
    let names = FileManager.default.enumerator(atPath: folder.path())?.allObjects as? [String] ?? []
    let onDisk = try names.filter { name in
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      return try !isHidden
        && folder.appending(path: name).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
          == true
    }
    #expect(EmbeddedTheme.files.map(\.path).sorted() == onDisk.map { "templates/" + $0 }.sorted())
    for file in EmbeddedTheme.files {
      let bytes = [UInt8](try Data(contentsOf: Self.root.appending(path: file.path)))
      #expect(file.bytes == bytes, "\(file.path)")
    }
  }

  @Test("a site's own file stands for the theme's")
  func ownFiles() {
    let rest = EmbeddedTheme.files(without: ["templates/base.html"])
    #expect(rest.count == EmbeddedTheme.files.count - 1)
    #expect(!rest.contains { $0.path == "templates/base.html" })
  }

  @Test("the first site checks without a finding, builds, and has its title")
  func starter() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "site").path()
    for file in StarterSite.files(title: "My \"own\": site") + EmbeddedTheme.files {
      try NewFile.create(source + "/" + file.path, file.bytes)
    }
    let day = try #require(CalendarDate(year: 2026, month: 1, day: 15))
    let request = SiteRequest(
      source: source, output: folder.appending(path: "out").path(), asOf: day)
    let built = try Pipeline.build(request)
    #expect(built.checked.diagnostics == [])
    #expect(built.checked.site.briefs.count == 3)
    #expect(built.checked.site.settings.title.standard == "My \"own\": site")
    #expect((built.report?.written ?? 0) > 20)
  }

  @Test("a new file never stands in the place of another")
  func newFiles() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a/b/c.md").path()
    try NewFile.create(path, [1, 2])
    let refusal = try #require(
      throws: FileFailure.self, performing: { try NewFile.create(path, [3]) })
    #expect(refusal.kind == .usage)
    #expect([UInt8](try Data(contentsOf: URL(filePath: path))) == [1, 2])
    try NewFile.replace(path, [4])
    #expect([UInt8](try Data(contentsOf: URL(filePath: path))) == [4])
    #expect(throws: FileFailure.self) { try NewFile.create(path + "/d", [1]) }
  }

  @Test("a new site goes where nothing is")
  func freeFolders() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try NewFile.isFree(folder.path()))
    #expect(try NewFile.isFree(folder.appending(path: "none").path()))
    try NewFile.create(folder.appending(path: "x").path(), [])
    #expect(try !NewFile.isFree(folder.path()))
    #expect(try !NewFile.isFree(folder.appending(path: "x").path()))
  }
}
