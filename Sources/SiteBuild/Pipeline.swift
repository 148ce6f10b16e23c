package import SiteFiles
import SiteModel
import SitePlan
import SiteRender
import SourceDiagnostics

/// The whole program: load → parse → resolve → plan → review → render → write.
///
/// Each line is one stage, a function of what the line before gave. Mistakes of the content are
/// gathered over all stages up to plan, so that one run shows them all; a site without them is held
/// against the rules of judgement. Nothing is rendered or written when there are errors.
package enum Pipeline {
  /// Everything that can be known without making a file.
  package static func check(_ request: SiteRequest) throws(FileFailure) -> CheckedSite {
    var diagnostics: [Diagnostic] = []
    let tree = try load(request, &diagnostics)
    let settings = readSettings(tree, &diagnostics)
    let themeFiles = ThemeFiles(tree)
    let theme = readTheme(themeFiles, settings, &diagnostics)
    let parsing = parse(tree, settings, theme, request, &diagnostics)
    let site = resolve(
      parsing.files, settings: settings, options: request.resolveOptions(tree),
      diagnostics: &diagnostics)
    let plan = plan(site, themeAssets: themeFiles.assets, diagnostics: &diagnostics)
    checkPaths(plan, &diagnostics)
    diagnostics += IllegalCharacterCheck.check(site)
    diagnostics = settings.applySeverities(to: diagnostics)
    let review = diagnostics.hasErrors ? nil : review(site, tree, request)
    return CheckedSite(
      tree: tree, site: site, plan: plan, theme: theme, themeFiles: themeFiles,
      diagnostics: diagnostics, review: review, parsing: parsing)
  }

  /// Builds the site into its output folder; with errors the old site stays as it was.
  package static func build(_ request: SiteRequest) throws(FileFailure) -> BuiltSite {
    let checked = try check(request)
    guard !checked.findings.hasErrors else { return BuiltSite(checked: checked) }
    let writer = try SiteWriter(
      output: request.output, sourceRoot: request.source, lockWait: request.lockWait)
    let rendered = try render(checked, to: writer, request)
    guard rendered.failures.isEmpty else {
      writer.abort()
      return BuiltSite(checked: checked.adding(rendered.failures))
    }
    if let cache = checked.parsing?.cache, cache.hasFailed {
      writer.abort()
      ParsedCache.clear(CacheFolder(site: request.source))
      return try build(request)
    }
    let report = try writer.commit()
    return BuiltSite(
      checked: checked.adding(rendered.findings + remember(rendered, checked, request)),
      report: report,
      planned: rendered.count, made: rendered.made, reasons: rendered.reasons,
      profile: rendered.profile)
  }
}
