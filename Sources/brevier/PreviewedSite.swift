import PreviewServer
import SiteBuild
import SiteModel
import SourceDiagnostics

/// Joins the site that is kept in memory with the server that shows it.
final class PreviewedSite: SiteSource {
  private let preview: SitePreview
  /// Called when a page that was asked for turned out to be at fault.
  private let faultFound: @Sendable () -> Void

  init(_ preview: SitePreview, faultFound: @escaping @Sendable () -> Void) {
    self.preview = preview
    self.faultFound = faultFound
  }

  func answer(at path: String) async -> SourceAnswer {
    switch preview.file(at: path) {
    case .missing: return .missing
    case .file(let file): return .file(SiteFile(file))
    case .stale(let file, let isNews):
      if isNews { faultFound() }
      return .file(SiteFile(file))
    case .failed(let isNews):
      if isNews { faultFound() }
      return .failed
    }
  }

  func holds(_ path: String) async -> Bool { preview.holds(path) }

  func facts(about path: String) async -> PageFacts {
    guard let facts = preview.facts(about: path) else { return PageFacts() }
    var notes: [String] = []
    if let first = facts.causes.first {
      let more = facts.causes.count - 1
      notes.append("made anew because of \(first)" + (more > 0 ? " and \(more) more" : ""))
    }
    if facts.hiddenDrafts > 0 {
      notes.append("\(Console.count(facts.hiddenDrafts, "draft")) not shown; --drafts shows them")
    }
    if facts.hiddenFuture > 0 {
      notes.append(
        "\(Console.count(facts.hiddenFuture, "brief")) not due yet; --future shows them")
    }
    return PageFacts(
      source: facts.source, marks: facts.held.map { [Self.mark($0)] } ?? [], notes: notes,
      links: facts.links.map { PageFacts.Link(text: $0.text, address: $0.address) },
      findings: Self.findings(preview.standing) { $0.span?.file == facts.source })
  }

  private static func mark(_ held: PublicationRule.Held) -> String {
    switch held {
    case .draft: "draft"
    case .future(let day): "not before \(day)"
    case .expired: "expired"
    }
  }

  /// How the site stands, for the server.
  static func status(_ standing: SitePreview.Standing) -> PreviewStatus {
    if let failure = standing.failure {
      let finding = PreviewFinding(isError: true, title: "\(failure)", text: "\(failure)\n")
      return PreviewStatus(
        hasSite: standing.hasSite, findings: [finding], mount: standing.mount)
    }
    let all = standing.diagnostics.sortedForReport()
    return PreviewStatus(
      hasSite: standing.hasSite, findings: findings(standing) { _ in true },
      findingCount: all.count, mount: standing.mount)
  }

  /// The findings of a kind as the terminal shows them, errors first, as many as somebody reads.
  private static func findings(
    _ standing: SitePreview.Standing, where isWanted: (Diagnostic) -> Bool
  ) -> [PreviewFinding] {
    guard let checked = standing.checked else { return [] }
    let wanted = standing.diagnostics.filter(isWanted).sortedForReport()
    let ordered = wanted.filter { $0.severity == .error } + wanted.filter { $0.severity != .error }
    let report = TextReport(source: { checked.text(of: $0) })
    return ordered.prefix(50).map { diagnostic in
      PreviewFinding(
        isError: diagnostic.severity == .error,
        title: "\(diagnostic.severity.rawValue)[\(diagnostic.rule.code)]: \(diagnostic.summary)",
        text: report.text(diagnostic))
    }
  }
}

extension SiteFile {
  fileprivate init(_ file: PreviewedFile) {
    self.init(bytes: file.bytes, tag: file.tag, mediaType: file.mediaType)
  }
}
