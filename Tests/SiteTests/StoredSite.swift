import SiteFiles
import SiteModel
import SitePlan
import SiteRender
import SourceDiagnostics

@testable import SiteBuild

/// A site whose files were parsed, and the same site with every file stored and read back.
struct StoredSite {
  let request: SiteRequest
  /// What parsing gave, for each text.
  private(set) var parsed: [(path: String, file: ParsedFile?, diagnostics: [Diagnostic])] = []

  init(_ request: SiteRequest) throws {
    self.request = request
    checked = try Pipeline.check(request)
    let parser = ContentParser(
      settings: checked.site.settings, labels: checked.theme.markdownLabels)
    for file in checked.tree.files
    where file.path.hasPrefix("content/") && file.path.hasSuffix(".md")
      && file.path != "content/README.md"
    {
      var found: [Diagnostic] = []
      let record = parser.parse(path: file.path, bytes: file.bytes, diagnostics: &found)
      parsed.append((file.path, record, found))
    }
  }

  /// The site as it was parsed.
  let checked: CheckedSite

  /// The files read back, their bodies in an archive.
  func readBack(
    into archive: (_ bytes: [UInt8]) -> BodyArchive = { BodyArchive($0) }
  ) throws -> [(file: ParsedFile?, diagnostics: [Diagnostic])] {
    var bytes: [UInt8] = []
    var stored: [(path: String, head: [UInt8], body: Range<Int>)] = []
    for (path, file, diagnostics) in parsed {
      let stretches = ParsedFileStore.encode(file, diagnostics: diagnostics, path: path)
      stored.append((path, stretches.head, bytes.count..<bytes.count + stretches.body.count))
      bytes += stretches.body
    }
    let bodies = archive(bytes)
    return try stored.map { path, head, body in
      try head.withUnsafeBytes {
        try ParsedFileStore.decode(
          $0, path: path, body: .archive(bodies, body), rules: RuleCatalog.rule)
      }
    }
  }

  /// The site made of files that were read back, as far as its plan and its findings.
  func checkedAgain(_ files: [(file: ParsedFile?, diagnostics: [Diagnostic])]) -> CheckedSite {
    var again = checked
    var diagnostics: [Diagnostic] = []
    // What was found in the settings and the theme does not depend on the texts.
    let texts = Set(parsed.map(\.path))
    diagnostics += checked.diagnostics.filter { !texts.contains($0.span?.file ?? "") }
    diagnostics += files.flatMap(\.diagnostics)
    let site = resolve(
      files.compactMap(\.file), settings: checked.site.settings,
      options: request.resolveOptions(checked.tree), diagnostics: &diagnostics)
    again.site = site
    again.plan = plan(site, themeAssets: checked.themeFiles.assets, diagnostics: &diagnostics)
    diagnostics += IllegalCharacterCheck.check(site)
    diagnostics = site.settings.applySeverities(to: diagnostics)
    again.review = diagnostics.hasErrors ? nil : Pipeline.review(site, checked.tree, request)
    again.diagnostics = diagnostics
    return again
  }

  /// Writes a site.
  func write(_ site: CheckedSite, to output: String) throws {
    let writer = try SiteWriter(output: output, sourceRoot: request.source)
    let rendered = try Pipeline.render(site, to: writer, request)
    guard rendered.failures.isEmpty else { return writer.abort() }
    _ = try writer.commit()
  }
}
