internal import SourceDiagnostics

/// The change from the old site to the new one: first found out, then made, and undone when the
/// machine refuses half way.
struct SiteCommit {
  /// What was done, as far as it was done.
  var report = WriteReport()
  /// Whether there is anything to do, if only to the records.
  private(set) var changesRecords = false

  /// The files of the new site, by path.
  let files: [StagedFile]
  let ledger: OutputLedger
  let root: Int32
  let name: String
  /// Files of ours that the site no longer has, and that nobody changed; by path.
  private(set) var leaving: [Leaving] = []
  /// Those of them that must go first: they stand where a new file needs a folder, or in a folder
  /// where a new file needs to be.
  private(set) var early: Set<OutputPath> = []

  /// What is moved out of the staged tree: all that stands at its top, by phase and name.
  private(set) var branches: [Branch] = []

  /// A file or a folder at the top of the staged tree.
  struct Branch {
    let name: String
    /// The same for names that some file systems take for one.
    let key: Substring
    /// The earliest phase of its files.
    var phase: OutputPhase
    var files = 0
    var bytes: Int64 = 0
  }

  /// A file that goes, and how it looked when that was decided.
  struct Leaving {
    let path: OutputPath
    let stamp: FileStamp
  }

  /// A commit of staged files in any order.
  init(_ staged: [StagedFile], ledger: OutputLedger, root: Int32, name: String) {
    // Numbers are lighter to move about than files.
    let order = staged.indices.sorted {
      PathOrder.precedes(staged[$0].path.text, staged[$1].path.text)
    }
    files = order.map { staged[$0] }
    self.ledger = ledger
    self.root = root
    self.name = name
  }

  // MARK: Finding out

  /// Finds out what must be done, and refuses what must not; changes nothing.
  mutating func prepare() throws(FileFailure) {
    try refuseCollisions()
    if let refused = files.first(where: { $0.source == .refused }) {
      throw foreign(refused.path.text)
    }
    if ledger.isDamaged {
      report.warnings.append(
        Diagnostic(
          .damagedManifest, "'\(OutputManifest.fileName)' is damaged or of another version",
          at: SourceSpan(file: name + "/" + OutputManifest.fileName),
          notes: ["every file was compared with what is there; nothing was removed"]))
    }
    do throws(SystemError) {
      try findLeaving()
    } catch {
      throw FileFailure("look through the output folder", path: name, errno: error.code)
    }
    try findWays()
    try findBranches()
    report.unchanged = files.count { !$0.isWaiting }
    changesRecords =
      ledger.isDamaged || !ledger.isMarked || !ledger.leftovers.isEmpty || !ledger.hasStamps
      || files.count != ledger.records.count || files.contains { $0.source != .asRecorded }
  }

  /// Refuses two files in one place, or one in the place of another's folder, on any file system.
  ///
  /// In the order of bytes all paths that begin with a path follow it in one run, so those that the
  /// present one begins with make a short stack.
  private func refuseCollisions() throws(FileFailure) {
    var keys = files.enumerated().map { (key: $1.path.collisionKey, index: $0) }
    // Only capital letters make the order of the keys another than that of the paths.
    if zip(keys, keys.dropFirst()).contains(where: { !PathOrder.precedes($0.key, $1.key) }) {
      keys.sort { PathOrder.precedes($0.key, $1.key) }
    }
    var stack: [(key: String, index: Int)] = []
    for (key, index) in keys {
      while let last = stack.last, !key.utf8.starts(with: last.key.utf8) { stack.removeLast() }
      for other in stack {
        let rest = key.utf8.dropFirst(other.key.utf8.count)
        guard rest.isEmpty || rest.first == 0x2F else { continue }
        let (first, second) = (files[other.index].path, files[index].path)
        throw collision(
          first, second,
          !rest.isEmpty
            ? "as a file and as a folder" : first == second ? "twice" : "differing only in case")
      }
      stack.append((key, index))
    }
  }

  private func collision(_ a: OutputPath, _ b: OutputPath, _ how: String) -> FileFailure {
    FileFailure(
      .usage, "write", path: name + "/" + b.text,
      reason: "the site claims this place \(how): '\(a)' and '\(b)'",
      hint: "change the address of one of the two pages")
  }

  private func foreign(_ path: String, inTheWayOf other: String? = nil) -> FileFailure {
    FileFailure(
      .usage, "write", path: name + "/" + (other ?? path),
      reason: "'\(name)/\(path)', which Brevier did not write, is in its place",
      hint: "move it away, or change the address of the page")
  }

  /// Sorts what the site no longer has into what may be removed and what somebody changed.
  private mutating func findLeaving() throws(SystemError) {
    guard !ledger.isDamaged else { return }
    if files.count(where: \.isRecorded) == ledger.records.count { return }
    let staying = Set(files.map(\.path))
    // On a file system without case, an old name may be that of a new file.
    var inodes: [String: UInt64] = [:]
    for file in files where !file.isWaiting { inodes[file.path.collisionKey] = file.stamp.inode }
    var cursor = FolderCursor(root: root)
    for path in ledger.records.keys.filter({ !staying.contains($0) }).sorted() {
      guard let record = ledger.records[path] else { continue }
      let (parent, last) = FolderCursor.split(path)
      guard case .folder(let folder) = try cursor.go(to: parent),
        let status = try SystemCalls.status(of: String(last), in: folder),
        inodes[path.collisionKey] != status.stamp.inode
      else { continue }
      if try isAsWritten(String(last), in: folder, status, record) {
        leaving.append(Leaving(path: path, stamp: status.stamp))
      } else {
        report.warnings.append(
          Diagnostic(
            .editedOutputKept, "'\(path)' was changed since it was written, and is kept",
            at: SourceSpan(file: name + "/" + path.text),
            help: "delete it if nothing in it is needed"))
      }
    }
  }

  private func isAsWritten(
    _ last: String, in folder: Int32, _ status: FileStatus, _ record: OutputLedger.Record
  ) throws(SystemError) -> Bool {
    guard status.kind == .file else { return false }
    if status.stamp == record.stamp { return true }
    guard status.stamp.size == record.entry.size || record.intended != nil else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let hash = try Descriptor.file(last, in: folder).hash(buffer: &buffer).hash
    return hash == record.entry.hash || hash == record.intended
  }

  /// Sees that each new file has a way to its place that leads through folders alone.
  private mutating func findWays() throws(FileFailure) {
    let removable = Dictionary(
      leaving.map { ($0.path.text, $0.path) }, uniquingKeysWith: { first, _ in first })
    var cursor = FolderCursor(root: root)
    // The prefix of all paths that are known to lead through a folder still to be made.
    var missing: String?
    for file in files where file.source != .asRecorded && file.source != .inTree {
      let path = file.path.text
      if let missing, path.utf8.starts(with: missing.utf8) { continue }
      do throws(SystemError) {
        switch try cursor.go(to: FolderCursor.split(file.path).parent) {
        case .folder: break
        case .missing(let prefix): missing = prefix
        case .blocked(let blocker):
          guard let path = removable[blocker] else { throw SystemError(code: FileFailure.linkLoop) }
          early.insert(path)
          missing = blocker + "/"
        }
      } catch {
        guard error.code == FileFailure.linkLoop else {
          throw FileFailure("write", path: name + "/" + path, errno: error.code)
        }
        throw foreign(blockedPart(of: path), inTheWayOf: path)
      }
      if file.found == .folder {
        let inside = leavingFiles(below: path)
        try requireOnly(inside, below: path)
        early.formUnion(inside)
      }
    }
  }

  /// Sums up what stands at the top of the staged tree, and sees that its places are still free.
  private mutating func findBranches() throws(FileFailure) {
    for file in files where file.source == .inTree {
      let name = Self.firstPart(of: file.path.text)
      if branches.last.map({ $0.name[...] != name }) ?? true {
        let key = Self.firstPart(of: file.path.collisionKey)
        branches.append(Branch(name: String(name), key: key, phase: file.entry.phase))
      }
      let last = branches.count - 1
      branches[last].phase = min(branches[last].phase, file.entry.phase)
      branches[last].files += 1
      branches[last].bytes += file.entry.size
    }
    for branch in branches {
      do throws(SystemError) {
        guard try SystemCalls.status(of: branch.name, in: root) != nil else { continue }
      } catch {
        throw FileFailure("look at", path: name + "/" + branch.name, errno: error.code)
      }
      throw foreign(branch.name)
    }
  }

  private static func firstPart(of path: String) -> Substring {
    path[..<(path.utf8.firstIndex(of: 0x2F) ?? path.endIndex)]
  }

  /// The files that go below a folder: neighbours in the order of paths.
  private func leavingFiles(below folder: String) -> [OutputPath] {
    let prefix = folder + "/"
    var low = 0
    var high = leaving.count
    while low < high {
      let middle = (low + high) / 2
      if PathOrder.precedes(leaving[middle].path.text, prefix) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return leaving[low...].prefix { $0.path.text.utf8.starts(with: prefix.utf8) }.map(\.path)
  }

  /// The shortest part of a path that stands for something else than a folder.
  private func blockedPart(of path: String) -> String {
    var soFar = ""
    for part in path.split(separator: "/") {
      soFar += (soFar.isEmpty ? "" : "/") + part
      let status = try? SystemCalls.status(of: soFar, in: root)
      if let kind = status?.kind, kind != .folder { return soFar }
    }
    return path
  }

  /// Sees that a folder that must go holds nothing but files that go, and folders.
  private func requireOnly(_ paths: [OutputPath], below folder: String) throws(FileFailure) {
    let allowed = Set(paths.map(\.text))
    var waiting = [folder]
    while let next = waiting.popLast() {
      let entries: [FolderEntry]
      do throws(SystemError) {
        entries = try Descriptor.folder(next, in: root).names()
      } catch {
        throw FileFailure("list the folder", path: name + "/" + next, errno: error.code)
      }
      for entry in entries.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
        let path = next + "/" + String(decoding: entry.name, as: UTF8.self)
        let status = try? SystemCalls.status(of: path, in: root)
        if status?.kind == .folder {
          waiting.append(path)
        } else if !allowed.contains(path) {
          throw foreign(next + "/" + SourceNames.printable(entry.name), inTheWayOf: folder)
        }
      }
    }
  }
}
