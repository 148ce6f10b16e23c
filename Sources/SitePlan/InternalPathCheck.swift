import SiteModel
import SourceDiagnostics

/// Checks links that name a path of the site (`/companies/meta/`) against the plan.
enum InternalPathCheck {
  static func check(_ site: Site, _ plan: SitePlan, diagnostics: inout [Diagnostic]) {
    var paths: Set<String>?
    for text in texts(of: site) {
      for link in text.links {
        guard case .address(.path(let path), _) = link.kind else { continue }
        let known = paths ?? Set(plan.files.flatMap { [$0.path, $0.address] })
        paths = known
        let bare = String(path.drop { $0 == "/" })
        let found = [bare, bare + "/", bare.isEmpty ? "index.html" : bare]
        guard !found.contains(where: known.contains) else { continue }
        let source = text.source(of: link)
        let near = Spelling.question(
          for: path, among: known.filter { $0.hasSuffix("/") }.sorted().map { "/" + $0 })
        diagnostics.append(
          Diagnostic(
            .brokenPath, "the site has no page '\(path)'\(near)",
            at: SourceSpan(file: text.file, range: source), label: "no such page",
            help: "link the file instead (../other.md), so that the address may change"))
      }
    }
  }

  private static func texts(of site: Site) -> [LinkedText] {
    site.briefs.flatMap { $0.editions.map(\.text) } + site.entities.map(\.profile)
      + site.topics.map(\.text) + site.storylines.map(\.text)
      + site.pages.flatMap { $0.editions.map(\.text) } + site.events.compactMap(\.linkedText)
  }
}
