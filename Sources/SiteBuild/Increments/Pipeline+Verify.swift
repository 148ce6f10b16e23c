package import SiteFiles
import SitePlan
import SiteRender
import SourceDiagnostics
import WorkerThreads

/// What came of holding a built site against one made from nothing.
package struct Verification: Sendable {
  /// How many files were compared.
  package var compared = 0
  /// The files that differ, by path.
  package var differences: [Difference] = []

  /// A file that is not what a clean build makes.
  package struct Difference: Sendable {
    package var path: String
    /// How it differs.
    package var what: String
    /// What the page reads, in words, and its trace does not hold: why it was not made anew.
    package var unread: [String]
  }
}

extension Pipeline {
  /// Makes every file of the site from nothing, and compares it with what is in the output.
  ///
  /// Nothing that an earlier build remembered is used. With errors in the content nothing is compared.
  package static func verify(_ request: SiteRequest) throws(FileFailure) -> Verification {
    let clean = request.forgetting
    let checked = try check(clean)
    guard !checked.findings.hasErrors else { return Verification() }
    let pages = PageRenderer(
      checked.site, checked.plan, checked.theme, standings: checked.standings,
      workers: request.workers)
    let search = search(pages, clean)
    let files = checked.plan.files + pages.furtherFiles + search.planned
    let increment = Increment(checked, pages, request)
    let costs = CostCollector()
    let results = Concurrency.map(
      files.count, workers: request.workers,
      makeWorker: { RenderWorker($0, pages, search, clean, costs, watches: true) },
      body: { worker, index -> Result<Verification.Difference?, FileFailure> in
        do throws(FileFailure) {
          return .success(try compare(files[index], worker, checked, increment, request))
        } catch {
          return .failure(error)
        }
      })
    var verification = Verification(compared: files.count)
    for result in results {
      switch result {
      case .success(let difference):
        if let difference { verification.differences.append(difference) }
      case .failure(let failure): throw failure
      }
    }
    let planned = Set(files.map(\.path))
    for path in try OutputReader.paths(in: request.output) where !planned.contains(path.text) {
      verification.differences.append(
        .init(path: path.text, what: "a clean build has no such file", unread: []))
    }
    return verification
  }

  private static func compare(
    _ file: PlannedFile, _ worker: RenderWorker, _ checked: CheckedSite, _ increment: Increment,
    _ request: SiteRequest
  ) throws(FileFailure) -> Verification.Difference? {
    guard let path = try? OutputPath(file.path) else { return nil }
    let wanted: [UInt8]
    var notes: PageNotes?
    if case .asset(let source) = file.content {
      if let loaded = checked.tree[source] {
        wanted = try SourceLoader.read(loaded, root: request.source)
      } else {
        wanted = checked.themeFiles.embeddedAssets[source] ?? []
      }
    } else {
      guard let made = try? worker.render(file) else { return nil }
      wanted = made.bytes
      notes = made.notes
    }
    guard let found = try OutputReader.read(path, in: request.output) else {
      return .init(path: file.path, what: "it is missing", unread: [])
    }
    if found == wanted { return nil }
    let same = zip(found, wanted).prefix { $0 == $1 }.count
    let line = wanted.prefix(same).count { $0 == 0x0A } + 1
    return .init(
      path: file.path, what: "byte \(same), line \(line) of the clean file, is another one",
      unread: notes.map { increment.unread(file, $0) } ?? [])
  }
}

extension SiteRequest {
  /// The same build without use of what an earlier one remembered.
  fileprivate var forgetting: SiteRequest {
    var copy = self
    copy.remembers = false
    return copy
  }
}

extension Increment {
  /// What a page reads, in words, and the trace of it that is remembered does not hold.
  func unread(_ file: PlannedFile, _ notes: PageNotes) -> [String] {
    guard let old, let trace = freshness?.trace(of: file) else { return [] }
    let known = Set(trace.pieces.map { old.keys[Int($0)] })
    return digests.pieces(readBy: notes, in: file.language).numbers
      .filter { !known.contains(digests.keys[Int($0)]) }.prefix(12).map { digests.name(of: $0) }
  }
}
