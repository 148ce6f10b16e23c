public import Digests
import Synchronization

/// Puts a finished site in place: only what changed, each file whole or not at all.
///
/// Stage every file of the site, from any number of threads, then commit once. Until the commit
/// nothing visible changes, and a writer that is let go without one leaves the old site as it was.
/// The output folder is locked until the commit or the abort is over.
public final class SiteWriter: Sendable {
  private let output: OutputFolder
  private let staging: StagingFolder
  private let ledger: OutputLedger
  private let state = Mutex(State())

  private struct State {
    var staged: [StagedFile] = []
    var isOpen = true
  }

  /// Opens, or makes, an output folder and locks it.
  ///
  /// - Parameters:
  ///   - output: the folder; its last part must not be a symbolic link.
  ///   - sourceRoot: the site's folder, which the output may lie in but never be or hold.
  ///   - sourceFolders: folders of the site, relative to it, that the output must not lie in.
  ///   - lockWait: how long to wait for another build of the same folder.
  /// - Throws: `usage` when a build there could do harm, `busy` when another build is at work,
  ///   `machine` when the folder cannot be made, read or written.
  public init(
    output: String, sourceRoot: String, sourceFolders: [String] = ["content", "templates"],
    lockWait: Duration = .zero
  ) throws(FileFailure) {
    let folder = try OutputFolder(
      output, sourceRoot: sourceRoot, sourceFolders: sourceFolders, lockWait: lockWait)
    ledger = try Self.readLedger(folder)
    if !ledger.isMarked { try folder.refuseForeign() }
    staging = try Self.makeStaging(folder, isAllNew: !ledger.isMarked && folder.isEmpty())
    self.output = folder
  }

  deinit { abort() }

  /// Takes a finished file; callable from many threads at once.
  ///
  /// A file that is in place already is only counted. Any other is written to a staging folder, so
  /// that nothing is visible before `commit`.
  ///
  /// - Throws: `machine` when the file cannot be written; the site should then be aborted.
  public func stage(_ file: OutputFile) throws(FileFailure) {
    try stage(file.path, file.bytes, phase: file.phase)
  }

  /// Takes a finished file from its parts; says the digest of its bytes.
  @discardableResult
  public func stage(
    _ path: OutputPath, _ bytes: [UInt8], phase: OutputPhase
  ) throws(FileFailure) -> ContentHash {
    let entry = OutputManifest.Entry(
      path: path, phase: phase, size: Int64(bytes.count), hash: ContentHash(bytes))
    let file: StagedFile
    do throws(SystemError) {
      file = try decide(entry, bytes)
    } catch {
      throw FileFailure("write", path: output.name + "/" + path.text, errno: error.code)
    }
    state.withLock { $0.staged.append(file) }
    return entry.hash
  }

  /// Keeps the file that an earlier build wrote, when it stands in place as it was left and has the
  /// digest; callable from many threads at once.
  ///
  /// - Returns: whether it is kept. If not, nothing happened, and the file is to be staged.
  public func keep(_ path: OutputPath, hash: ContentHash, phase: OutputPhase) -> Bool {
    guard let record = ledger.records[path], record.entry.hash == hash,
      record.entry.phase == phase, record.intended == nil, let stamp = record.stamp
    else { return false }
    do throws(SystemError) {
      let status = try SystemCalls.status(of: path.text, in: output.folder.number)
      guard let status, status.kind == .file, status.stamp == stamp else { return false }
    } catch {
      return false
    }
    let file = StagedFile(
      entry: record.entry, stamp: stamp, found: .file, source: .asRecorded, isRecorded: true)
    state.withLock { $0.staged.append(file) }
    return true
  }

  /// Puts the staged files in place, phase by phase, and removes what earlier builds wrote and this
  /// one did not. When it throws, the old site is as it was.
  ///
  /// - Throws: `usage` when two files claim one place or a foreign file is in the way, before
  ///   anything is changed; `machine` when the disk refuses.
  public func commit() throws(FileFailure) -> WriteReport {
    let staged = close()
    var isUseless = false
    defer { end(isUseless: isUseless) }
    var commit = SiteCommit(
      staged, ledger: ledger, root: output.folder.number, name: output.name)
    do throws(FileFailure) {
      try commit.prepare()
      if commit.changesRecords { try commit.perform(from: staging) }
      return commit.report
    } catch {
      isUseless = true
      throw error
    }
  }

  /// Forgets what was staged; the old site stays as it was. Harmless when all is over.
  public func abort() {
    let wasOpen = state.withLock { state in
      defer { state.isOpen = false }
      return state.isOpen
    }
    if wasOpen { end(isUseless: true) }
  }

  /// Cleans up, and lets the next build in.
  private func end(isUseless: Bool) {
    staging.tree?.close()
    try? staging.remove()
    if isUseless { output.removeIfNew() }
    output.unlock()
  }

  private func close() -> [StagedFile] {
    state.withLock { state in
      precondition(state.isOpen, "a site is committed once, and not after it was aborted")
      state.isOpen = false
      return state.staged
    }
  }

  /// Compares a file with what stands in its place, and writes it to staging if it must.
  private func decide(
    _ entry: OutputManifest.Entry, _ bytes: [UInt8]
  ) throws(SystemError) -> StagedFile {
    if let tree = staging.tree, let stamp = try tree.write(entry.path, bytes) {
      return StagedFile(
        entry: entry, stamp: stamp, found: nil, source: .inTree, isRecorded: false)
    }
    let path = entry.path.text
    let root = output.folder.number
    let record = ledger.records[entry.path]
    func file(_ source: StagedFile.Source, _ stamp: FileStamp, _ found: FileStatus.Kind?)
      -> StagedFile
    {
      StagedFile(
        entry: entry, stamp: stamp, found: found, source: source, isRecorded: record != nil)
    }
    let status = try SystemCalls.status(of: path, in: root)
    if let status, status.kind == .file, status.stamp.size == entry.size {
      if let record, record.stamp == status.stamp {
        if record.entry.hash == entry.hash {
          return file(record.entry == entry ? .asRecorded : .inPlace, status.stamp, .file)
        }
      } else if try Descriptor.file(path, in: root).read(limit: bytes.count) == bytes {
        return file(.inPlace, status.stamp, .file)
      }
    }
    // Not even written when it will be refused.
    if let status, status.kind != .folder, record == nil, !ledger.isDamaged {
      return file(.refused, status.stamp, status.kind)
    }
    let (name, stamp) = try staging.write(bytes)
    return file(.waiting(name), stamp, status?.kind)
  }

  private static func makeStaging(
    _ folder: borrowing OutputFolder, isAllNew: Bool
  ) throws(FileFailure) -> StagingFolder {
    do throws(SystemError) {
      return try StagingFolder(in: folder.folder.number, isAllNew: isAllNew)
    } catch {
      throw FileFailure("write to the output folder", path: folder.name, errno: error.code)
    }
  }

  private static func readLedger(_ folder: borrowing OutputFolder) throws(FileFailure)
    -> OutputLedger
  {
    do throws(SystemError) {
      return try OutputLedger(folder: folder.folder)
    } catch {
      throw FileFailure("read the records in", path: folder.name, errno: error.code)
    }
  }
}

/// A file between staging and its place.
struct StagedFile: Sendable {
  /// Where the bytes are.
  enum Source: Sendable, Equatable {
    /// In place, and the records say so too.
    case asRecorded
    /// In place, which the records do not say.
    case inPlace
    /// In the staging folder, under this name.
    case waiting(String)
    /// In the staged tree, at its path.
    case inTree
    /// Nowhere, because a foreign file has its place.
    case refused
  }

  let entry: OutputManifest.Entry
  /// The stamp of the file that holds the bytes.
  let stamp: FileStamp
  /// What stood in its place when it was staged.
  let found: FileStatus.Kind?
  let source: Source
  /// Whether the records of an earlier build name it.
  let isRecorded: Bool

  var path: OutputPath { entry.path }

  /// Whether the file is still to be put in place.
  var isWaiting: Bool {
    switch source {
    case .waiting, .inTree: true
    case .asRecorded, .inPlace, .refused: false
    }
  }
}
