internal import SourceDiagnostics

/// Lists the files of a site without opening them, and refuses what is no file of a site.
struct SourceWalk {
  /// A file to read.
  struct Entry {
    /// The path that the site knows it by.
    let path: String
    /// Where it really is, relative to the root, when links were followed; else equal to `path`.
    let place: String
    let kind: LoadedFile.Kind
  }

  private struct Folder {
    let path: String
    let place: String
    /// The link by which the walk came here, if it did.
    let link: String?
  }

  private let root: Int32
  private let links: SourceLinks
  private var waiting: [Folder] = []
  /// What was found, in no order.
  private(set) var entries: [Entry] = []
  /// What was refused.
  private(set) var diagnostics: [Diagnostic] = []

  /// A walk below an open root.
  init(root: Int32, realRoot: String) {
    self.root = root
    links = SourceLinks(realRoot: realRoot)
  }

  /// Adds all files below a folder that is known to exist.
  mutating func add(folder: String) throws(FileFailure) {
    waiting.append(Folder(path: folder, place: try place(of: folder), link: nil))
    while let folder = waiting.popLast() { try list(folder) }
  }

  /// Adds one file that is known to exist.
  mutating func add(file: String) throws(FileFailure) {
    entries.append(
      Entry(path: file, place: try place(of: file), kind: SourceNames.kind(of: Array(file.utf8))))
  }

  /// Where a path that was asked for by name really is.
  private func place(of path: String) throws(FileFailure) -> String {
    if case .inside(let place) = links.target(of: path), !place.isEmpty { return place }
    throw FileFailure(
      .usage, "read", path: path, reason: "it is a link that leads out of the site",
      hint: "put the files themselves into the site's folder")
  }

  private mutating func list(_ folder: Folder) throws(FileFailure) {
    let names: [FolderEntry]
    do throws(SystemError) {
      names = try Descriptor.folder(folder.place, in: root).names()
    } catch {
      if FileFailure.isAboutOneFile(error.code) {
        diagnostics.append(
          Diagnostic(
            .unreadableSource,
            "'\(folder.path)' cannot be listed: \(FileFailure.reason(error.code))",
            at: SourceSpan(file: folder.path)))
        return
      }
      throw FileFailure("list the folder", path: folder.path, errno: error.code)
    }
    // In the order of their names, so that messages and links do not depend on the file system.
    for entry in names.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      try add(entry, in: folder)
    }
  }

  private mutating func add(_ entry: FolderEntry, in folder: Folder) throws(FileFailure) {
    switch SourceNames.verdict(on: entry.name) {
    case .ignored: return
    case .refused(let reason):
      let path = folder.path + "/" + SourceNames.printable(entry.name)
      diagnostics.append(
        Diagnostic(
          .unusableSourceName, "'\(SourceNames.printable(entry.name))' \(reason)",
          at: SourceSpan(file: path), help: "rename the file"))
      return
    case .used: break
    }
    let name = String(decoding: entry.name, as: UTF8.self)
    let path = folder.path + "/" + name
    let place = folder.place + "/" + name
    var known = entry.kind
    if known == nil { known = try kind(of: place) }
    switch known {
    case .file: add(path, place: place)
    case .folder: waiting.append(Folder(path: path, place: place, link: folder.link))
    case .link: try follow(path, place: place, in: folder)
    case .special: addSpecial(path)
    case nil: break
    }
  }

  private mutating func add(_ path: String, place: String) {
    entries.append(Entry(path: path, place: place, kind: SourceNames.kind(of: Array(path.utf8))))
  }

  private mutating func addSpecial(_ path: String) {
    diagnostics.append(
      Diagnostic(
        .specialSource, "'\(path)' is no regular file; it is left out", at: SourceSpan(file: path)))
  }

  private func kind(of place: String) throws(FileFailure) -> FileStatus.Kind? {
    do throws(SystemError) {
      return try SystemCalls.status(of: place, in: root)?.kind
    } catch {
      throw FileFailure("look at", path: place, errno: error.code)
    }
  }

  private mutating func follow(
    _ path: String, place: String, in folder: Folder
  ) throws(FileFailure) {
    let problem: (rule: DiagnosticRule, words: String)
    switch links.target(of: place) {
    case .inside(let target):
      switch try kind(of: target.isEmpty ? "." : target) {
      case .file: return add(path, place: target)
      case .special: return addSpecial(path)
      case .folder:
        if Self.holds(target, folder.place) {
          problem = (.brokenSourceLink, "leads back to a folder that it lies in")
        } else if folder.link != nil {
          // Links among linked folders could double the files at each step.
          problem = (.brokenSourceLink, "leads to a folder from within a linked folder")
        } else {
          return waiting.append(Folder(path: path, place: target, link: path))
        }
      case .link, nil: problem = (.brokenSourceLink, "leads nowhere")
      }
    case .outside: problem = (.escapingSourceLink, "leads out of the site")
    case .hidden: problem = (.escapingSourceLink, "leads to a hidden file")
    case .missing: problem = (.brokenSourceLink, "leads nowhere")
    case .circle: problem = (.brokenSourceLink, "leads in a circle")
    case .unreadable(let code):
      problem = (.brokenSourceLink, "cannot be followed: \(FileFailure.reason(code))")
    }
    // The target stays unsaid: a report may be public, and the target is outside the site.
    diagnostics.append(
      Diagnostic(
        problem.rule, "the link '\(path)' \(problem.words)", at: SourceSpan(file: path),
        help: "replace the link with the file itself, or remove it"))
  }

  /// Whether `folder` is `inner` or one of the folders above it.
  private static func holds(_ folder: String, _ inner: String) -> Bool {
    folder.isEmpty || folder == inner || inner.utf8.starts(with: (folder + "/").utf8)
  }
}
