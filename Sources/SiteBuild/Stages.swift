import SiteFiles
import SiteModel
import SitePlan
import SiteRender
import SourceDiagnostics

/// The stages as the pipeline calls them: each spreads its files over threads where they are
/// independent, and gathers findings in the order of the files.
extension Pipeline {
  static func load(
    _ request: SiteRequest, _ diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> SourceTree {
    try SourceLoader.load(
      root: request.source, folders: ["content", "templates"], files: ["brevier.yml"],
      workers: request.workers, diagnostics: &diagnostics)
  }

  static func readSettings(
    _ tree: SourceTree, _ diagnostics: inout [Diagnostic]
  ) -> SiteSettings {
    guard let file = tree["brevier.yml"] else { return SiteSettings() }
    return SettingsReader.read(
      file.bytes, file: file.path, knownRules: RuleCatalog.all, diagnostics: &diagnostics)
  }

  static func parse(
    _ tree: SourceTree, _ settings: SiteSettings, _ theme: Theme, _ request: SiteRequest,
    _ diagnostics: inout [Diagnostic]
  ) -> [ParsedFile] {
    let texts = tree.files.filter {
      $0.path.hasPrefix("content/") && $0.path.hasSuffix(".md") && $0.path != "content/README.md"
    }
    let parser = ContentParser(settings: settings, labels: theme.markdownLabels)
    let results = Concurrency.map(texts.count, workers: request.workers) { index in
      var found: [Diagnostic] = []
      let file = parser.parse(
        path: texts[index].path, bytes: texts[index].bytes, diagnostics: &found)
      return (file, found)
    }
    for (_, found) in results { diagnostics += found }
    return results.compactMap(\.0)
  }
}
