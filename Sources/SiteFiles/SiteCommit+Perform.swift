#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension SiteCommit {
  /// Makes the change that was prepared, or none of it.
  ///
  /// The order, and what a process killed in between leaves behind:
  ///
  /// 1. The list of intents says which new files are ours. Killed after it: the next build finds
  ///    them ours, compares them, and goes on from there.
  /// 2. Files move into place, phase by phase. Each is whole, old or new, at any moment. Into an
  ///    empty folder move whole branches of the staged tree.
  /// 3. Files that the site no longer has go.
  /// 4. The manifest takes the place of the old one, then the list of intents goes.
  ///
  /// What is replaced or removed waits in the staging folder until the manifest is in place, so that
  /// every step before can be undone when the machine refuses the next.
  mutating func perform(from staging: borrowing StagingFolder) throws(FileFailure) {
    var work = Work(root: root, staging: staging.folder.number)
    do throws(FileFailure) {
      try announce(staging)
      for item in leaving where early.contains(item.path) {
        try remove(item, &work, backup: staging.newName())
      }
      if !early.isEmpty { removeEmptyFolders(early.sorted(), &work) }
      for phase in OutputPhase.allCases {
        for branch in branches where branch.phase == phase {
          try move(branch, staging, &work)
        }
        for file in files where file.entry.phase == phase {
          guard case .waiting(let waiting) = file.source else { continue }
          try place(file, waiting, &work, backup: staging.newName())
        }
      }
      for item in leaving where !early.contains(item.path) {
        try remove(item, &work, backup: staging.newName())
      }
      try record(staging)
    } catch {
      undo(&work, staging)
      throw error
    }
    removeEmptyFolders(leaving.map(\.path), &work)
  }

  /// The open folders of a change, and how to undo what was done of it.
  struct Work: ~Copyable {
    let root: Int32
    let staging: Int32
    var cursor: FolderCursor
    var steps: [Step] = []
    /// The branches that were moved, by what makes two of them one on some file systems.
    var moved: Set<Substring> = []

    enum Step {
      case made(OutputPath)
      case madeFolder(String)
      case replaced(OutputPath, backup: String)
      case movedBranch(String)
    }

    init(root: Int32, staging: Int32) {
      self.root = root
      self.staging = staging
      cursor = FolderCursor(root: root)
    }

    /// The open folder of a path, made when it is missing.
    mutating func folder(of parent: Substring) throws(SystemError) -> Int32 {
      // Also when it fails, for some folders on the way may have been made by then.
      defer { steps += cursor.takeMade().map { .madeFolder($0) } }
      let arrival = try cursor.go(to: parent, isMaking: true)
      guard case .folder(let folder) = arrival else {
        throw SystemError(code: FileFailure.linkLoop)
      }
      return folder
    }
  }

  /// Writes down which files will be ours before the first of them appears. On the disk itself,
  /// because after a loss of power the next build must know them.
  private func announce(_ staging: borrowing StagingFolder) throws(FileFailure) {
    let waiting = files.filter(\.isWaiting).map(\.entry)
    if waiting.isEmpty { return }
    let known = Set(waiting.map(\.path))
    let others = ledger.leftovers.filter { !known.contains($0.path) }
    try write(
      OutputManifest.intentName, OutputManifest(waiting + others).bytes, staging, isDurable: true)
  }

  private mutating func move(
    _ branch: Branch, _ staging: borrowing StagingFolder, _ work: inout Work
  ) throws(FileFailure) {
    guard let tree = staging.tree else { return }
    // Where capital letters make no difference, two branches are one folder, and moved by now.
    if work.moved.insert(branch.key).inserted || isThere(branch.name, tree) {
      do throws(SystemError) {
        try SystemCalls.rename(branch.name, in: tree.folder.number, to: branch.name, in: root)
      } catch {
        throw FileFailure("write", path: name + "/" + branch.name, errno: error.code)
      }
      work.steps.append(.movedBranch(branch.name))
    }
    report.written += branch.files
    report.bytes += branch.bytes
  }

  private func isThere(_ branch: String, _ tree: StagedTree) -> Bool {
    (try? SystemCalls.status(of: branch, in: tree.folder.number)) != nil
  }

  private mutating func place(
    _ file: StagedFile, _ waiting: String, _ work: inout Work, backup: String
  ) throws(FileFailure) {
    let (parent, last) = FolderCursor.split(file.path)
    let lastName = String(last)
    do throws(SystemError) {
      let folder = try work.folder(of: parent)
      let isReplacing = file.found != nil && file.found != .folder
      let hasBackup = isReplacing && Self.keep(lastName, in: folder, as: backup, in: work.staging)
      try SystemCalls.rename(waiting, in: work.staging, to: lastName, in: folder)
      if hasBackup {
        work.steps.append(.replaced(file.path, backup: backup))
      } else if !isReplacing {
        work.steps.append(.made(file.path))
      }
    } catch {
      throw FileFailure("write", path: name + "/" + file.path.text, errno: error.code)
    }
    report.written += 1
    report.bytes += file.entry.size
  }

  /// Gives a file that will be replaced a second name, so that it can come back. Some file systems
  /// have no second names; on them a failed commit leaves the new file, which is whole too.
  private static func keep(
    _ last: String, in folder: Int32, as backup: String, in staging: Int32
  ) -> Bool {
    (try? SystemCalls.link(last, in: folder, to: backup, in: staging)) != nil
  }

  private mutating func remove(
    _ item: Leaving, _ work: inout Work, backup: String
  ) throws(FileFailure) {
    let (parent, last) = FolderCursor.split(item.path)
    do throws(SystemError) {
      guard case .folder(let folder) = try work.cursor.go(to: parent),
        // Not if it is another file by now: on a file system without case, one of the new ones.
        try SystemCalls.status(of: String(last), in: folder)?.stamp == item.stamp
      else { return }
      try SystemCalls.rename(String(last), in: folder, to: backup, in: work.staging)
      work.steps.append(.replaced(item.path, backup: backup))
    } catch {
      throw FileFailure("remove", path: name + "/" + item.path.text, errno: error.code)
    }
    report.removed += 1
  }

  /// Removes folders that are empty now that these files are gone, from the inside out.
  private func removeEmptyFolders(_ removed: [OutputPath], _ work: inout Work) {
    var folders = Set<String>()
    for path in removed {
      var (parent, _) = FolderCursor.split(path)
      while !parent.isEmpty, folders.insert(String(parent)).inserted {
        parent = parent.utf8.lastIndex(of: 0x2F).map { parent[..<$0] } ?? ""
      }
    }
    // Backwards in the order of paths, what is inside comes before what it is inside of.
    for folder in folders.sorted(by: { PathOrder.precedes($1, $0) }) {
      let slash = folder.utf8.lastIndex(of: 0x2F)
      let parent = slash.map { folder[..<$0] } ?? ""
      let last = slash.map { folder[folder.utf8.index(after: $0)...] } ?? folder[...]
      if case .folder(let above) = try? work.cursor.go(to: parent) {
        try? SystemCalls.removeFolder(String(last), in: above)
      }
    }
    // It may hold open what is gone.
    work.cursor.reset()
  }

  /// Writes the manifest, after which the new site is the site, and the aids of the next build.
  private func record(_ staging: borrowing StagingFolder) throws(FileFailure) {
    let manifest = OutputManifest(files.map(\.entry)).bytes
    try write(OutputManifest.fileName, manifest, staging, isDurable: true)
    // From here on nothing is undone, and nothing that fails does harm.
    fsync(root)
    try? SystemCalls.remove(OutputManifest.intentName, in: root)
    let stamps = OutputStamps.bytes(files.map(\.stamp), manifestBytes: manifest)
    try? staging.replace(OutputStamps.fileName, with: stamps, isDurable: false)
  }

  private func write(
    _ record: String, _ bytes: [UInt8], _ staging: borrowing StagingFolder, isDurable: Bool
  ) throws(FileFailure) {
    do throws(SystemError) {
      try staging.replace(record, with: bytes, isDurable: isDurable)
    } catch {
      throw FileFailure("write", path: name + "/" + record, errno: error.code)
    }
  }

  /// Takes back all that was done, last things first.
  private func undo(_ work: inout Work, _ staging: borrowing StagingFolder) {
    var isComplete = true
    let steps = work.steps
    for step in steps.reversed() {
      do throws(SystemError) {
        switch step {
        case .made(let path):
          let (parent, last) = FolderCursor.split(path)
          try SystemCalls.remove(String(last), in: work.folder(of: parent))
        case .movedBranch(let name):
          guard let tree = staging.tree else { continue }
          try SystemCalls.rename(name, in: root, to: name, in: tree.folder.number)
        case .madeFolder(let folder):
          work.cursor.reset()
          try SystemCalls.removeFolder(folder, in: root)
        case .replaced(let path, let backup):
          let (parent, last) = FolderCursor.split(path)
          try SystemCalls.rename(
            backup, in: work.staging, to: String(last), in: work.folder(of: parent))
        }
      } catch {
        isComplete = false
      }
    }
    // While something of the new site is left, the list of intents must tell that it is ours.
    guard isComplete else { return }
    if ledger.leftovers.isEmpty {
      try? SystemCalls.remove(OutputManifest.intentName, in: root)
    } else {
      try? staging.replace(
        OutputManifest.intentName, with: OutputManifest(ledger.leftovers).bytes, isDurable: true)
    }
  }
}
