import Foundation

/// The repository's own text, read where the tests were compiled from.
enum Repository {
  /// One file: its path from the repository's root, and its text.
  struct File: Sendable {
    let path: String
    let text: String
    /// The lines, empty ones too.
    let lines: [Substring]
    /// The code of a Swift file; of others nothing.
    let code: CodeText

    init(path: String, text: String) {
      self.path = path
      self.text = text
      lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      code = CodeText(path.hasSuffix(".swift") ? text : "")
    }

    /// The file's name without its ending.
    var name: String {
      let last = path.split(separator: "/").last.map(String.init) ?? path
      return last.hasSuffix(".swift") ? String(last.dropLast(6)) : last
    }
  }

  /// The repository's root.
  static let root: URL = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file by its path; nil when there is none.
  static func file(_ path: String) -> File? {
    guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else {
      return nil
    }
    return File(path: path, text: text)
  }

  /// The Swift files of sources and tests, in the order of their paths.
  static let swiftFiles: [File] = houseTexts.filter { file in
    file.path.hasSuffix(".swift")
      && ["Sources/", "Tests/"].contains { file.path.hasPrefix($0) }
  }

  /// The texts of the house: code, tests, documentation, templates and what stands at the top.
  static let houseTexts: [File] = {
    let top = [
      "Package.swift", "Makefile", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md",
      "CHANGELOG.md", ".ci/run", ".swift-format", ".gitignore", "brevier.yml", "site/README.md",
    ]
    return top.compactMap { file($0) }
      + ["Sources", "Tests", "docs", "templates", "Benchmarks"].flatMap { files(in: $0) }
  }()

  /// The texts below a folder; links to folders are not followed, and what is not UTF-8 is left out.
  private static func files(in folder: String) -> [File] {
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
    let paths = (names?.allObjects as? [String] ?? []).sorted()
    return paths.filter { !$0.contains("__pycache__") }.compactMap { file(folder + "/" + $0) }
  }
}
