import DefaultTheme
import SiteFiles
package import SiteRender
package import SourceDiagnostics

/// The files of a site's theme: its own, and those of the embedded default theme that it lacks.
///
/// A site's own file of a name wins. Words are joined key by key, so a site may change one string.
/// A site whose own templates cover every kind of page uses nothing of the default theme.
package struct ThemeFiles: Sendable {
  /// Template, locale and asset files, own ones first.
  package let all: [Theme.File]
  /// The assets that the program brings along, by path.
  let embeddedAssets: [String: [UInt8]]

  init(_ tree: SourceTree) {
    let own = tree.files.filter { $0.path.hasPrefix("templates/") }.map {
      Theme.File(path: $0.path, bytes: $0.bytes)
    }
    let names = Set(own.map(\.path))
    guard !Theme.required.allSatisfy({ names.contains("templates/" + $0) }) else {
      all = own
      embeddedAssets = [:]
      return
    }
    let words = EmbeddedTheme.files.filter { $0.path.hasPrefix("templates/locales/") }
    let others = EmbeddedTheme.files(without: names).filter {
      !$0.path.hasPrefix("templates/locales/")
    }
    all = own + (words + others).map { Theme.File(path: $0.path, bytes: $0.bytes) }
    embeddedAssets = Dictionary(
      others.filter { $0.path.hasPrefix("templates/assets/") }.map { ($0.path, $0.bytes) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The paths of all assets, sorted.
  var assets: [String] {
    all.map(\.path).filter { $0.hasPrefix("templates/assets/") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The text of an embedded file, for the frames of a report.
  package func text(of path: String) -> SourceText? {
    all.first { $0.path == path }.map { SourceText(path: path, bytes: $0.bytes) }
  }
}
