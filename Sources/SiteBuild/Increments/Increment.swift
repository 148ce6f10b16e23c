import Digests
import SiteFiles
import SiteModel
import SitePlan
import SiteRender
import WorkerThreads

/// A build in the light of the one before: what the site's pieces are now, and what is known of each
/// page as it was made last.
struct Increment: Sendable {
  let digests: SiteDigests
  let bases: BasisMaker
  /// What was remembered; nil when nothing was, or nothing that can be believed.
  let old: BuildTraces?
  let freshness: Freshness?

  init(_ checked: CheckedSite, _ pages: PageRenderer, _ request: SiteRequest) {
    let tree = checked.tree
    let texts = tree.files.filter {
      $0.path.hasPrefix("content/") && $0.path.hasSuffix(".md")
    }
    let parts = Concurrency.map(texts.count, workers: request.workers) { index in
      TextDigests.Parts(texts[index].bytes, file: texts[index].path)
    }
    digests = SiteDigests(
      pages,
      texts: TextDigests(
        Dictionary(
          zip(texts.map(\.path), parts).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })))
    var settings = Fingerprint()
    if let file = tree["brevier.yml"] {
      settings.add(file.hash.high)
      settings.add(file.hash.low)
    }
    bases = BasisMaker(pages, settings: settings.value)
    old = CacheFolder(site: request.source).read(BuildTraces.fileName).flatMap {
      BuildTraces(stored: $0)
    }
    freshness = old.map { [digests, bases] in
      Freshness($0, digests, bases, workers: request.workers)
    }
  }

  /// Why a page is made, in words.
  func reasons(for file: PlannedFile, _ base: PageBasis) -> [String] {
    guard let freshness else { return ["nothing is remembered of an earlier build"] }
    let reasons = freshness.reasons(for: file, base)
    if reasons.isEmpty { return ["its file is not in the output as it was left"] }
    return reasons.map { reason in
      switch reason {
      case .new: "it was not made before"
      case .settings: "the settings, or the way in which dates and numbers are written"
      case .templates: "its templates"
      case .place: "its address, its place among the pages of a list, or its translations"
      case .piece(let key): digests.name(of: key) ?? "something that is gone"
      }
    }
  }

  /// What a page rests on and read while it was made.
  func made(
    _ file: PlannedFile, _ base: PageBasis, _ hash: ContentHash, _ notes: PageNotes
  ) -> MadePage {
    let (pieces, absent) = digests.pieces(readBy: notes, in: file.language)
    return MadePage(
      path: file.path, base: base, hash: hash, pieces: pieces, absent: absent,
      missingStrings: notes.missingStrings)
  }
}
