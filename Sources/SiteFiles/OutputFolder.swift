#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The output folder, opened and locked: refuses any folder in which a build could do harm.
struct OutputFolder: ~Copyable, Sendable {
  /// The folder as it was named, for messages.
  let name: String
  /// The open folder; its lock lives as long.
  let folder: Descriptor
  /// The absolute path without links.
  private let real: String
  /// Whether it was made just now.
  let isNew: Bool

  /// The folder below the output in which files wait for their turn.
  static let stagingName = ".brevier-staging"
  /// The file in the staging folder that names the process at work.
  static let processName = "pid"

  /// Opens, or makes, the folder and waits for its lock.
  init(
    _ name: String, sourceRoot: String, sourceFolders: [String], lockWait: Duration
  ) throws(FileFailure) {
    let real = try Self.resolve(name)
    try Self.refuseDangerous(real, name: name, sourceRoot: sourceRoot, sourceFolders)
    let end = ContinuousClock.now + lockWait
    while true {
      let isNew = try Self.make(real)
      // The build that we waited for may have removed the folder that it had made.
      if let folder = try Self.openLocked(real, name: name, until: end) {
        self.init(name: name, folder: folder, real: real, isNew: isNew)
        return
      }
    }
  }

  private init(name: String, folder: consuming Descriptor, real: String, isNew: Bool) {
    self.name = name
    self.folder = folder
    self.real = real
    self.isNew = isNew
  }

  /// Refuses a folder that holds anything when nothing marks it as ours.
  func refuseForeign() throws(FileFailure) {
    let names: [[UInt8]]
    do throws(SystemError) {
      names = try folder.names().map(\.name)
    } catch {
      throw FileFailure("list the output folder", path: name, errno: error.code)
    }
    let foreign = names.filter { !Self.harmless.contains(String(decoding: $0, as: UTF8.self)) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    guard let first = foreign.first else { return }
    let more = foreign.count > 1 ? " and \(foreign.count - 1) more" : ""
    throw FileFailure(
      .usage, "build into", path: name,
      reason:
        "it holds files that Brevier did not write ('\(SourceNames.printable(first))'\(more))",
      hint: "choose an empty folder with --output, or empty this one yourself")
  }

  /// Whether nothing at all is in the folder but what a killed build left in staging.
  func isEmpty() -> Bool {
    let names = try? folder.names().map { String(decoding: $0.name, as: UTF8.self) }
    return names?.allSatisfy { $0 == Self.stagingName } ?? false
  }

  /// Removes the folder when it was made for this build and nothing is in it.
  func removeIfNew() {
    if isNew { try? SystemCalls.removeFolder(real, in: SystemCalls.workingDirectory) }
  }

  /// Lets the next build in.
  func unlock() { folder.unlock() }

  /// What may lie in a folder that counts as empty.
  private static let harmless: [String] = [
    "README.md", ".git", ".gitignore", ".gitkeep", ".DS_Store", stagingName,
  ]

  /// The absolute path without links, of a folder that need not exist yet.
  private static func resolve(_ name: String) throws(FileFailure) -> String {
    let status: FileStatus?
    do throws(SystemError) {
      var trimmed = name
      while trimmed.utf8.count > 1, trimmed.utf8.last == 0x2F { trimmed.removeLast() }
      status = try SystemCalls.status(of: trimmed, in: SystemCalls.workingDirectory)
      switch status?.kind {
      case .folder: return try SystemCalls.realPath(trimmed)
      case nil: return try resolveAbsent(trimmed)
      case .file, .link, .special: break
      }
    } catch {
      throw FileFailure("use the output folder", path: name, errno: error.code)
    }
    let isLink = status?.kind == .link
    throw FileFailure(
      .usage, "build into", path: name,
      reason: isLink ? "it is a symbolic link" : "it is no folder",
      hint: isLink ? "name the folder that it leads to" : "choose another with --output")
  }

  private static func resolveAbsent(_ path: String) throws(SystemError) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    var absent: [String] = []
    let isAbsolute = path.utf8.first == 0x2F
    while let last = parts.popLast() {
      // What lies above a folder that does not exist cannot be said.
      if last == ".." { throw SystemError(code: ENOENT) }
      if last != "." { absent.append(last) }
      let above = (isAbsolute ? "/" : "") + parts.joined(separator: "/")
      do throws(SystemError) {
        let real = try SystemCalls.realPath(above.isEmpty ? "." : above)
        return (real == "/" ? "" : real) + "/" + absent.reversed().joined(separator: "/")
      } catch {
        if error.code != ENOENT { throw error }
      }
    }
    throw SystemError(code: ENOENT)
  }

  private static func refuseDangerous(
    _ real: String, name: String, sourceRoot: String, _ sourceFolders: [String]
  ) throws(FileFailure) {
    func refuse(_ reason: String) -> FileFailure {
      FileFailure(
        .usage, "build into", path: name, reason: reason,
        hint: "choose a folder of its own with --output")
    }
    let source = realOrSame(sourceRoot)
    if real == "/" { throw refuse("it is the root of the file system") }
    for home in homes() where isSameOrAbove(real, home) {
      throw refuse(real == home ? "it is a home folder" : "it holds a home folder")
    }
    if isSameOrAbove(real, source) {
      throw refuse(
        real == source ? "it is the site's own folder" : "it holds the site's own folder")
    }
    for folder in sourceFolders where isSameOrAbove(realOrSame(source + "/" + folder), real) {
      throw refuse("it lies in the site's '\(folder)' folder")
    }
  }

  private static func homes() -> [String] {
    var found: [String] = []
    if let home = getenv("HOME") { found.append(String(cString: home)) }
    if let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir {
      found.append(String(cString: home))
    }
    return found.filter { !$0.isEmpty }.map(realOrSame).filter { $0 != "/" }
  }

  private static func realOrSame(_ path: String) -> String {
    (try? SystemCalls.realPath(path)) ?? path
  }

  private static func isSameOrAbove(_ path: String, _ other: String) -> Bool {
    path == other || other.utf8.starts(with: (path + "/").utf8)
  }

  /// Makes the folder and those above it; says whether the last one is new.
  private static func make(_ real: String) throws(FileFailure) -> Bool {
    var isNew = false
    var soFar = ""
    for part in real.split(separator: "/") {
      soFar += "/" + part
      do throws(SystemError) {
        isNew = try SystemCalls.status(of: soFar, in: SystemCalls.workingDirectory) == nil
        if isNew { try SystemCalls.makeFolder(soFar, in: SystemCalls.workingDirectory) }
      } catch {
        // Somebody else made it between our two calls.
        if error.code == EEXIST { continue }
        throw FileFailure("make the folder", path: soFar, errno: error.code)
      }
    }
    return isNew
  }

  /// The folder, open and locked; `nil` when it was removed meanwhile.
  private static func openLocked(
    _ real: String, name: String, until end: ContinuousClock.Instant
  ) throws(FileFailure) -> Descriptor? {
    do throws(SystemError) {
      let folder = try Descriptor.folder(real, in: SystemCalls.workingDirectory)
      if try takeLock(of: folder, until: end) {
        let present = try SystemCalls.status(of: real, in: SystemCalls.workingDirectory)
        let isSame = try present?.stamp.inode == folder.status().stamp.inode
        if isSame { return folder }
        return nil
      }
    } catch {
      if error.code == ENOENT { return nil }
      throw FileFailure("lock the output folder", path: name, errno: error.code)
    }
    let process = processAtWork(in: real)
    throw FileFailure(
      .busy, "build into", path: name,
      reason: "another build" + (process.isEmpty ? "" : " (process \(process))")
        + " is at work there",
      hint: "wait for it to end, or let this one wait with --wait SECONDS")
  }

  /// Takes the lock of the folder itself, which leaves no file behind and ends with the process;
  /// `false` when another still has it after the wait.
  private static func takeLock(
    of folder: borrowing Descriptor, until end: ContinuousClock.Instant
  ) throws(SystemError) -> Bool {
    var pause = Duration.milliseconds(10)
    while true {
      do throws(SystemError) {
        if try folder.tryLock() { return true }
      } catch {
        // Some network file systems know no locks on folders; a build alone is fine without.
        if [EBADF, ENOLCK, EOPNOTSUPP, EINVAL].contains(error.code) { return true }
        throw error
      }
      let now = ContinuousClock.now
      guard now < end else { return false }
      SystemCalls.sleep(min(pause, end - now))
      pause = min(pause * 2, .milliseconds(250))
    }
  }

  /// The number that a build at work wrote down, or nothing when it has not come to that yet.
  private static func processAtWork(in real: String) -> String {
    let path = "\(real)/\(stagingName)/\(processName)"
    guard let file = try? Descriptor.file(path, in: SystemCalls.workingDirectory),
      let bytes = try? file.read(limit: 20)
    else { return "" }
    return String(decoding: bytes.prefix { (0x30...0x39).contains($0) }, as: UTF8.self)
  }
}
