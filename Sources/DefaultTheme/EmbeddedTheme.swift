/// The default theme, inside the program: the templates, words and assets that a site has where its
/// own folder `templates/` has none.
///
/// They are the files of the repository's `templates/`, taken in when the program is built.
package enum EmbeddedTheme {
  /// Every file by its path from a site's root (`templates/macros/card.html`), in the order of the
  /// paths' bytes.
  package static let files: [(path: String, bytes: [UInt8])] = EmbeddedFiles.theme.map {
    ("templates/" + $0.path, $0.bytes)
  }

  /// The files of the theme that are not among `paths`: a site's own file of a name wins.
  package static func files(without paths: Set<String>) -> [(path: String, bytes: [UInt8])] {
    files.filter { !paths.contains($0.path) }
  }
}
