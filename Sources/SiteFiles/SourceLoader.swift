import Digests
public import SourceDiagnostics
public import WorkerThreads

/// Reads the sources of a site from the disk, once.
public enum SourceLoader {
  /// The size, in bytes, up to which a text is read: 1 MiB.
  public static let textLimit = 1 << 20

  /// Reads the named folders and files below `root`.
  ///
  /// - Parameters:
  ///   - root: the site's folder.
  ///   - folders: folders to read whole, relative to `root`; each must exist.
  ///   - optionalFolders: folders to read whole where they exist.
  ///   - files: single files, relative to `root`; each must exist.
  ///   - previous: what was loaded before; files whose stamp is the same are taken from it unread.
  ///   - changed: paths that are read whatever their stamp says.
  ///   - workers: how many threads read.
  ///   - diagnostics: gets what is wrong with single files; those are left out of the tree.
  /// - Throws: `usage` when the root, a folder or a file is missing; `machine` when the machine
  ///   gives up (too many open files, a failing disk).
  public static func load(
    root: String, folders: [String] = ["content"], optionalFolders: [String] = ["templates"],
    files: [String] = ["brevier.yml"], previous: SourceTree? = nil, changed: Set<String> = [],
    workers: Int = Concurrency.processorCount, diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> SourceTree {
    let realRoot: String
    let rootFolder: Descriptor
    do throws(SystemError) {
      realRoot = try SystemCalls.realPath(root)
      rootFolder = try Descriptor.folder(realRoot, in: SystemCalls.workingDirectory)
    } catch {
      throw FileFailure(
        .usage, "read the site", path: root, reason: FileFailure.reason(error.code),
        hint: expectation(folders, files))
    }
    try require(folders, .folder, in: rootFolder.number, root: root, folders, files)
    try require(files, .file, in: rootFolder.number, root: root, folders, files)
    let number = rootFolder.number
    let present = optionalFolders.filter {
      (try? SystemCalls.status(of: $0, in: number)) ?? nil != nil
    }
    try require(present, .folder, in: rootFolder.number, root: root, folders, files)

    var walk = SourceWalk(root: rootFolder.number, realRoot: realRoot)
    for folder in folders + present { try walk.add(folder: folder) }
    for file in files { try walk.add(file: file) }
    diagnostics += walk.diagnostics

    let entries = walk.entries
    let results = Concurrency.map(
      entries.count, workers: workers, makeWorker: { _ in SourceReader(root: number) },
      body: { reader, index in
        let entry = entries[index]
        let known = changed.contains(entry.path) ? nil : previous?[entry.path]
        return reader.read(entry, known: known)
      })
    return try collect(results, entries: entries, root: root, diagnostics: &diagnostics)
  }

  /// Reads the content of a file of the tree: what `load` kept of a text, or the binary file that it
  /// only hashed.
  ///
  /// - Throws: when a binary file cannot be read, or is no longer what was loaded.
  public static func read(_ file: LoadedFile, root: String) throws(FileFailure) -> [UInt8] {
    if file.kind == .text { return file.bytes }
    let bytes: [UInt8]
    do throws(SystemError) {
      let realRoot = try SystemCalls.realPath(root)
      let folder = try Descriptor.folder(realRoot, in: SystemCalls.workingDirectory)
      guard case .inside(let place) = SourceLinks(realRoot: realRoot).target(of: file.path) else {
        throw SystemError(code: FileFailure.missingEntry)
      }
      let open = try Descriptor.file(place, in: folder.number)
      bytes = try open.read(limit: Int(file.stamp.size))
    } catch {
      throw FileFailure("read", path: file.path, errno: error.code)
    }
    guard ContentHash(bytes) == file.hash else {
      throw FileFailure(
        .machine, "copy", path: file.path, reason: "it changed while the site was being built",
        hint: "build again")
    }
    return bytes
  }

  private static func collect(
    _ results: [SourceReader.Outcome], entries: [SourceWalk.Entry], root: String,
    diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> SourceTree {
    var usable: [LoadedFile] = []
    usable.reserveCapacity(results.count)
    var refused: [LoadedFile] = []
    for (entry, result) in zip(entries, results) {
      switch result {
      case .read(let file): usable.append(file)
      case .notUTF8(let file, let offset):
        refused.append(file)
        diagnostics.append(encodingDiagnostic(file, offset))
      case .refused(let diagnostic): diagnostics.append(diagnostic)
      case .gone: break
      case .failed(let code): throw FileFailure("read", path: entry.path, errno: code)
      }
    }
    let tree = SourceTree(root: root, files: usable, refused: refused)
    diagnostics += collisions(in: tree.files)
    return tree
  }

  /// One diagnostic for each file whose path some file system takes for that of an earlier one.
  static func collisions(in files: [LoadedFile]) -> [Diagnostic] {
    var first: [FoldedPath: String] = [:]
    first.reserveCapacity(files.count)
    var found: [Diagnostic] = []
    for file in files {
      let key = FoldedPath(file.path)
      guard let other = first[key] else {
        first[key] = file.path
        continue
      }
      found.append(
        Diagnostic(
          .collidingSourcePaths,
          "'\(file.path)' and '\(other)' differ only in case or in how accents are written",
          at: SourceSpan(file: file.path),
          related: [.init(SourceSpan(file: other), "the other file")],
          help: "rename one of them"))
    }
    return found
  }

  private static func encodingDiagnostic(_ file: LoadedFile, _ offset: Int) -> Diagnostic {
    let place = SourceText(path: file.path, bytes: file.bytes).position(of: offset)
    let byte = String(file.bytes[offset], radix: 16, uppercase: true)
    let isUTF16 =
      offset == 0 && [[0xFF, 0xFE], [0xFE, 0xFF]].contains(Array(file.bytes.prefix(2)))
    return Diagnostic(
      .sourceNotUTF8, "byte 0x\(byte) in line \(place.line), column \(place.column) is not UTF-8",
      at: SourceSpan(file: file.path, range: offset..<offset + 1), label: "not UTF-8",
      help: isUTF16
        ? "the file is UTF-16; save it as UTF-8"
        : "save the file as UTF-8; it is probably Latin-1 or Windows-1252 now")
  }

  private static func require(
    _ paths: [String], _ kind: FileStatus.Kind, in root: Int32, root name: String,
    _ folders: [String], _ files: [String]
  ) throws(FileFailure) {
    for path in paths {
      var found: FileStatus.Kind?
      do throws(SystemError) {
        found = try SystemCalls.status(of: path, in: root)?.kind
      } catch {
        throw FileFailure("read", path: path, errno: error.code)
      }
      // What a link leads to is looked at when it is followed.
      if found == kind || found == .link { continue }
      let noun = kind == .folder ? "folder" : "file"
      throw FileFailure(
        .usage, "read the site", path: name,
        reason: found == nil ? "it has no \(noun) '\(path)'" : "'\(path)' in it is no \(noun)",
        hint: expectation(folders, files))
    }
  }

  private static func expectation(_ folders: [String], _ files: [String]) -> String {
    let parts = folders.map { $0 + "/" } + files
    return "a site's folder holds " + parts.joined(separator: ", ")
      + "; name another with --source, or make one with 'brevier new site'"
  }
}
