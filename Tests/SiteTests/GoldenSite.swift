import Testing

/// A smallest site that shows one thing: the folder `Tests/GoldenSites/NAME`.
///
/// Beside its sources stand `files.txt`, all paths of the output; `expected/`, those output files that
/// show the point; `diagnostics.txt`, the report, where there is one. The templates are those of
/// `Tests/GoldenSites/_theme`, which print the data in a few plain lines, or the default theme's where
/// `theme.txt` says so.
struct GoldenSite: CustomTestStringConvertible {
  let name: String

  static let root = Golden.tests + "/GoldenSites"

  /// All of them, by name.
  static let all = Disk.folders(in: root).filter { !$0.hasPrefix("_") }.map(GoldenSite.init)

  /// The folder of the default theme's templates.
  static let defaultTheme = Golden.tests + "/../templates"

  var testDescription: String { name }

  /// The site's folder in the repository.
  var path: String { Self.root + "/" + name }

  /// The output files that are compared.
  var expected: [String] { Disk.files(in: path + "/expected") }

  /// Puts the site together.
  func make() -> SiteFolder {
    let folder = SiteFolder()
    var files = Disk.files(in: Self.root + "/_theme").map { (Self.root + "/_theme/" + $0, $0) }
    if Disk.text(path + "/theme.txt") == "default\n" {
      files = Disk.files(in: Self.defaultTheme).map {
        (Self.defaultTheme + "/" + $0, "templates/" + $0)
      }
    }
    for file in Disk.files(in: path) where !Self.isGolden(file) {
      files.append((path + "/" + file, file))
    }
    for (from, to) in files { folder.write(to, Disk.read(from) ?? []) }
    return folder
  }

  private static func isGolden(_ file: String) -> Bool {
    file.hasPrefix("expected/") || ["files.txt", "diagnostics.txt", "theme.txt"].contains(file)
  }
}
