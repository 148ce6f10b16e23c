import Digests
import SiteFiles
import SiteModel
import SitePlan
import SiteRender
import SourceDiagnostics
import Synchronization
import WorkerThreads

/// A resolved site whose files are made when somebody asks for them, each once.
///
/// Any thread may ask. What was asked for is kept as long as the site is.
final class ShownSite: Sendable {
  let checked: CheckedSite
  private let pages: PageRenderer
  /// All files, lists before texts and assets last: in this order faults are looked for.
  let files: [PlannedFile]
  private let places: [String: Int]
  private let made = Mutex<[String: PreviewedFile]>([:])
  /// The files of the search, made when somebody first asks for one: few who write look for words.
  private let search = Mutex<SearchFiles?>(nil)

  init(_ checked: CheckedSite, standings: RuleStandings?) {
    self.checked = checked
    pages = PageRenderer(checked.site, checked.plan, checked.theme, standings: standings)
    let files = checked.plan.files + pages.furtherFiles
    self.files = files
    places = Dictionary(
      files.indices.map { (files[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What rendering found that stops nothing.
  var findings: [Diagnostic] { checked.site.settings.applySeverities(to: pages.findings) }

  func planned(_ path: String) -> PlannedFile? {
    if let place = places[path] { return files[place] }
    guard checked.site.settings.outputs.search, path.contains("search/") else { return nil }
    return searchFiles().planned.first { $0.path == path }
  }

  private func searchFiles() -> SearchFiles {
    search.withLock { known in
      if let known { return known }
      let files = Pipeline.search(pages)
      known = files
      return files
    }
  }

  /// A file; `nil` where the site has none.
  func file(at path: String, root: String) -> Result<PreviewedFile, PageFault>? {
    if let known = made.withLock({ $0[path] }) { return .success(known) }
    guard let planned = planned(path) else { return nil }
    let result = make(planned, PageWorker(pages), root: root)
    if case .success(let file) = result { made.withLock { $0[path] = file } }
    return result
  }

  /// The faults of some of the files, which are made and thrown away.
  func faults(of range: Range<Int>, workers: Int) -> [Diagnostic] {
    let pages = pages
    return Concurrency.map(
      range.count, workers: workers, makeWorker: { _ in PageWorker(pages) },
      body: { worker, index -> Diagnostic? in
        let file = self.files[range.lowerBound + index]
        switch file.content {
        case .asset, .searchManifest, .searchFile: return nil
        default: break
        }
        guard case .failure(let fault) = self.render(file, worker) else { return nil }
        return fault.diagnostic
      }
    ).compactMap(\.self)
  }

  private func make(
    _ file: PlannedFile, _ worker: PageWorker, root: String
  ) -> Result<PreviewedFile, PageFault> {
    if case .asset(let path) = file.content {
      do throws(FileFailure) {
        let bytes =
          if let source = checked.tree[path] { try SourceLoader.read(source, root: root) } else {
            checked.themeFiles.embeddedAssets[path] ?? []
          }
        return .success(PreviewedFile(bytes: bytes, tag: ContentHash(bytes).hex))
      } catch {
        // It changed since: the watcher will have us look again in a moment.
        return .failure(PageFault(diagnostic: nil))
      }
    }
    return render(file, worker).map { bytes in
      PreviewedFile(bytes: bytes, tag: ContentHash(bytes).hex, mediaType: file.mediaType)
    }
  }

  private func render(_ file: PlannedFile, _ worker: PageWorker) -> Result<[UInt8], PageFault> {
    var worker = worker
    switch file.content {
    case .searchManifest, .searchFile: worker = PageWorker(pages, search: searchFiles())
    default: break
    }
    do throws(RenderFailure) {
      return .success(try worker.render(file))
    } catch {
      return .failure(PageFault(diagnostic: error.diagnostic))
    }
  }
}

/// A file of a site that is shown and not written.
package struct PreviewedFile: Sendable {
  /// The final bytes: those that a build would write.
  package let bytes: [UInt8]
  /// The digest of the bytes.
  package let tag: String
  /// The media type, where the file's name does not say it.
  package var mediaType: String?
}

/// Why a file cannot be shown; no diagnostic where that will pass by itself.
struct PageFault: Error {
  let diagnostic: Diagnostic?
}

extension PlannedFile {
  /// The media type, where the end of the name does not say it.
  fileprivate var mediaType: String? {
    if case .feed(_, let format) = content { return format.mediaType + "; charset=utf-8" }
    return nil
  }
}
