package import SiteFiles
import SiteModel
import SitePlan
import SiteRender
import SourceDiagnostics
import TemplateEngine

/// Explains an address: finds its file in the plan and makes it once, watching.
extension Pipeline {
  /// What stands at an address of the site.
  ///
  /// - Parameter address: a path from the site's root, with or without slashes around it, a full
  ///   address below the site's, or the path of an output file.
  /// - Returns: the site as far as it was checked, and the answer. With errors nothing is made, and
  ///   the explanation has no reads and no cost.
  package static func explain(
    _ address: String, _ request: SiteRequest
  ) throws(FileFailure) -> (CheckedSite, AddressAnswer) {
    let checked = try check(request)
    guard let path = SiteAddress.path(address, checked.site.settings) else {
      let base = checked.site.settings.baseURL
      return (checked, .elsewhere(base: base.origin + base.path))
    }
    let pages = PageRenderer(checked.site, checked.plan, checked.theme)
    let search = search(pages, request)
    let files = checked.plan.files + pages.furtherFiles + search.planned
    if let file = SiteAddress.file(at: path, in: files) {
      if checked.diagnostics.hasErrors {
        return (checked, .page(explanation(of: file, nil, checked)))
      }
      switch try make(file, pages, search, checked, request) {
      case .success(let made): return (checked, .page(explanation(of: file, made, checked)))
      case .failure(let failure):
        let faulty = checked.adding([failure.diagnostic])
        return (faulty, .page(explanation(of: file, nil, checked)))
      }
    }
    if let held = try heldBack(at: path, request) { return (checked, .heldBack(held)) }
    return (checked, .unknown(suggestions: SiteAddress.suggestions(for: path, in: files)))
  }

  private static func explanation(
    of file: PlannedFile, _ made: Made?, _ checked: CheckedSite
  ) -> PageExplanation {
    var target: String?
    if case .redirect(let path) = file.content { target = checked.plan.addresses.absolute(path) }
    return PageExplanation(
      url: checked.plan.addresses.absolute(file.address), path: file.path, kind: file.kind,
      language: file.language, number: file.number, total: file.total, source: file.source,
      line: file.range.flatMap { range in
        checked.text(of: file.source)?.position(of: range.lowerBound).line
      },
      target: target,
      templates: made?.templates ?? templates(of: file, checked), reads: made?.reads,
      cost: made?.cost)
  }

  private struct Made {
    var templates: [PageExplanation.Template]
    var reads: PageExplanation.Reads
    var cost: PageExplanation.Cost
  }

  /// Makes a file twice: a first time so that the second is measured with everything in place.
  private static func make(
    _ file: PlannedFile, _ pages: PageRenderer, _ search: SearchFiles, _ checked: CheckedSite,
    _ request: SiteRequest
  ) throws(FileFailure) -> Result<Made, RenderFailure> {
    let stopwatch = request.stopwatch ?? { 0 }
    if case .asset(let path) = file.content {
      let start = stopwatch()
      let bytes: [UInt8]
      if let source = checked.tree[path] {
        bytes = try SourceLoader.read(source, root: request.source)
      } else {
        bytes = checked.themeFiles.embeddedAssets[path] ?? []
      }
      return .success(
        Made(
          templates: [], reads: .init(records: [], lists: []),
          cost: .init(bytes: bytes.count, time: stopwatch() - start, timeInTemplates: 0)))
    }
    let worker = PageWorker(pages, search: search)
    let notes = PageNotes(file)
    let profile = pages.profile(clock: stopwatch)
    do throws(RenderFailure) {
      _ = try worker.render(file, notes: notes)
      let start = stopwatch()
      let bytes = try worker.render(file, profile: profile)
      let time = stopwatch() - start
      let costs = profile.costs
      return .success(
        Made(
          templates: templates(of: costs, checked),
          reads: words(notes.reads, file, checked.site),
          cost: .init(
            bytes: bytes.count, time: time,
            timeInTemplates: costs.templateCosts.reduce(0) { $0 + $1.cost.own })))
    } catch {
      return .failure(error)
    }
  }

  private static func words(
    _ reads: PageReads, _ file: PlannedFile, _ site: Site
  ) -> PageExplanation.Reads {
    let subject = file.subject(in: site)
    let records = reads.records.map { (name: $0.record.name(in: site), facets: $0.facetNames) }
    return PageExplanation.Reads(
      records: records.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) },
      lists: reads.queries.map { query in
        "\(query.name) of \(subject)" + (file.total > 1 ? ", page \(query.number)" : "")
      })
  }
}

// MARK: - Templates

extension Pipeline {
  /// The templates that a render came to.
  private static func templates(
    of costs: RenderCosts, _ checked: CheckedSite
  ) -> [PageExplanation.Template] {
    let byName = Dictionary(
      costs.templateCosts.map { ($0.template, $0.cost) }, uniquingKeysWith: { first, _ in first })
    return costs.uses.map { use in
      PageExplanation.Template(
        relation: use.relation.rawValue, name: use.template, path: use.path, user: use.user,
        isOwn: checked.tree[use.path] != nil, time: byName[use.template]?.own ?? 0,
        bytes: byName[use.template]?.bytes ?? 0)
    }
  }

  /// The template of a page that was not made.
  private static func templates(
    of file: PlannedFile, _ checked: CheckedSite
  ) -> [PageExplanation.Template] {
    guard let name = file.template else { return [] }
    let path = "templates/" + name
    return [
      PageExplanation.Template(
        relation: RenderCosts.Use.Relation.page.rawValue, name: name, path: path, user: "",
        isOwn: checked.tree[path] != nil, time: 0, bytes: 0)
    ]
  }
}

// MARK: - Held back

extension Pipeline {
  /// The file that would stand at a path if nothing were held back.
  private static func heldBack(
    at path: String, _ request: SiteRequest
  ) throws(FileFailure) -> AddressAnswer.HeldBack? {
    var all = request
    all.includesDrafts = true
    all.includesFuture = true
    all.includesExpired = true
    let whole = try check(all)
    guard let file = SiteAddress.file(at: path, in: whole.plan.files) else { return nil }
    let url = whole.plan.addresses.absolute(file.address)
    guard case .brief(let place) = file.content else {
      return AddressAnswer.HeldBack(
        url: url, path: file.path, kind: file.kind, source: nil, reason: nil)
    }
    let rule = PublicationRule(
      asOf: request.asOf, includesDrafts: request.includesDrafts,
      includesFuture: request.includesFuture)
    return AddressAnswer.HeldBack(
      url: url, path: file.path, kind: file.kind, source: file.source,
      reason: rule.held(whole.site.briefs[place].source))
  }
}

/// Addresses as people type them.
enum SiteAddress {
  /// The path from the site's root of what was typed, without a slash before it; `nil` for an
  /// address of another site.
  static func path(_ text: String, _ settings: SiteSettings) -> String? {
    var text = String(text.prefix { $0 != "#" && $0 != "?" })
    let base = settings.baseURL.path
    if text.contains("://") {
      let root = settings.baseURL.origin
      guard text.hasPrefix(root) else { return nil }
      text = String(text.dropFirst(root.count))
      if text.isEmpty { text = "/" }
      guard (text + "/").hasPrefix(base) else { return nil }
    }
    if text.hasPrefix(base) {
      text = String(text.dropFirst(base.count))
    } else if text + "/" == base {
      text = ""
    }
    return String(text.drop { $0 == "/" })
  }

  /// The addresses that may have been meant: those spelt alike, else the first below the path.
  static func suggestions(for path: String, in files: [PlannedFile]) -> [String] {
    let near = Spelling.suggestions(for: "/" + path, among: files.map { "/" + $0.address })
    guard near.isEmpty, !path.isEmpty else { return near }
    let folder = path.hasSuffix("/") ? path : path + "/"
    return files.filter { $0.address.hasPrefix(folder) }.prefix(3).map { "/" + $0.address }
  }

  /// The file at a path: of that address, of that address with a slash, or of that path itself.
  static func file(at path: String, in files: [PlannedFile]) -> PlannedFile? {
    let spellings = [path, path + "/"]
    return files.first { spellings.contains($0.address) } ?? files.first { $0.path == path }
  }
}
