import Digests
import GFMarkdown
import SiteFiles
import SiteModel
import SitePlan
import SiteRender
import SourceDiagnostics
import WorkerThreads

/// Checks a site again and again, doing anew only what its files have changed: what `Pipeline.check`
/// does, up to the review.
///
/// A file is read again when its stamp differs or a watcher named it, parsed again when its bytes
/// differ, and the theme compiled again when one of its files or the settings do. All that depends on
/// the whole (resolve, plan) is always done anew, so what comes out is what a first check would give.
struct RepeatedCheck: Sendable {
  private var tree: SourceTree?
  private var themes: ThemeMemory?
  private var texts: TextMemory?

  /// Nothing is known yet.
  init() {}

  /// The site as it is now.
  mutating func check(
    _ request: SiteRequest, _ change: SourceChange
  ) throws(FileFailure) -> CheckedSite {
    var diagnostics: [Diagnostic] = []
    let tree = try SourceLoader.load(
      root: request.source, folders: ["content"], optionalFolders: ["templates"],
      files: ["brevier.yml"], previous: change.isWhole ? nil : self.tree,
      changed: Set(change.paths), workers: request.workers, diagnostics: &diagnostics)
    self.tree = tree
    let settings = Pipeline.readSettings(tree, &diagnostics)
    let theme = theme(tree, settings, &diagnostics)
    let files = parse(tree, settings, theme.theme, request, &diagnostics)
    let site = resolve(
      files, settings: settings, options: request.resolveOptions(tree), diagnostics: &diagnostics)
    let plan = plan(site, themeAssets: theme.files.assets, diagnostics: &diagnostics)
    Pipeline.checkPaths(plan, &diagnostics)
    diagnostics += IllegalCharacterCheck.check(site)
    return CheckedSite(
      tree: tree, site: site, plan: plan, theme: theme.theme, themeFiles: theme.files,
      diagnostics: settings.applySeverities(to: diagnostics), review: nil)
  }
}

// MARK: - Theme

extension RepeatedCheck {
  /// A compiled theme and what it was compiled from.
  private struct ThemeMemory: Sendable {
    let key: [ContentHash]
    let theme: Theme
    let files: ThemeFiles
    let diagnostics: [Diagnostic]
  }

  private mutating func theme(
    _ tree: SourceTree, _ settings: SiteSettings, _ diagnostics: inout [Diagnostic]
  ) -> ThemeMemory {
    // Paths count too: a template that was renamed has another name.
    let key = tree.files.filter { $0.path.hasPrefix("templates/") || $0.path == "brevier.yml" }
      .flatMap { [ContentHash(Array($0.path.utf8)), $0.hash] }
    if let themes, themes.key == key {
      diagnostics += themes.diagnostics
      return themes
    }
    let files = ThemeFiles(tree)
    var found: [Diagnostic] = []
    let theme = Pipeline.readTheme(files, settings, &found)
    let memory = ThemeMemory(key: key, theme: theme, files: files, diagnostics: found)
    themes = memory
    diagnostics += found
    return memory
  }
}

// MARK: - Texts

extension RepeatedCheck {
  /// The parsed files of one way of parsing.
  private struct TextMemory: Sendable {
    let settings: ContentHash?
    let labels: [LanguageTag: MarkdownOptions.Labels]
    var files: [String: Parsed]
  }

  private struct Parsed: Sendable {
    let hash: ContentHash
    let file: ParsedFile?
    let diagnostics: [Diagnostic]
  }

  private mutating func parse(
    _ tree: SourceTree, _ settings: SiteSettings, _ theme: Theme, _ request: SiteRequest,
    _ diagnostics: inout [Diagnostic]
  ) -> [ParsedFile] {
    let settingsHash = tree["brevier.yml"]?.hash
    let labels = theme.markdownLabels
    let isSame = texts?.settings == settingsHash && texts?.labels == labels
    let known = isSame ? texts?.files ?? [:] : [:]
    let sources = tree.contentTexts
    let parser = ContentParser(settings: settings, labels: labels)
    let results = Concurrency.map(sources.count, workers: request.workers) { index -> Parsed in
      let source = sources[index]
      if let old = known[source.path], old.hash == source.hash { return old }
      var found: [Diagnostic] = []
      let file = parser.parse(path: source.path, bytes: source.bytes, diagnostics: &found)
      return Parsed(hash: source.hash, file: file, diagnostics: found)
    }
    texts = TextMemory(
      settings: settingsHash, labels: labels,
      files: Dictionary(zip(sources.map(\.path), results), uniquingKeysWith: { first, _ in first }))
    for result in results where !result.diagnostics.isEmpty { diagnostics += result.diagnostics }
    return results.compactMap(\.file)
  }
}
