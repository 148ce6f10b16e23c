#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Walks down to the folder of one file after another, holding each folder on the way open.
///
/// Every step opens one name in an open folder and follows no link, so nothing outside the output
/// folder can be reached, whatever somebody puts in it meanwhile. Files that come in the order of
/// their paths share most of the way.
struct FolderCursor: ~Copyable {
  /// What a walk found.
  enum Arrival {
    /// The folder, open.
    case folder(Int32)
    /// Nothing of this name, which ends in `/`.
    case missing(String)
    /// Something else than a folder, at this path.
    case blocked(String)
  }

  private let root: Int32
  /// Whether folders are probably missing, and may be made by another thread meanwhile.
  private let isGrowing: Bool
  private var parent: String?
  private var names: [Substring] = []
  private var folders: [Int32] = []
  private var made: [String] = []

  /// A walk below an open folder, which must stay open; a growing one is filled by many threads.
  init(root: Int32, isGrowing: Bool = false) {
    self.root = root
    self.isGrowing = isGrowing
  }

  deinit {
    for folder in folders { close(folder) }
  }

  /// The folder of a path, and the path's last name.
  static func split(_ path: OutputPath) -> (parent: Substring, name: Substring) {
    let text = path.text
    guard let slash = text.utf8.lastIndex(of: 0x2F) else { return ("", text[...]) }
    return (text[..<slash], text[text.utf8.index(after: slash)...])
  }

  /// Goes to a folder, and makes what is missing of it when `isMaking`.
  mutating func go(
    to folder: Substring, isMaking: Bool = false
  ) throws(SystemError) -> Arrival {
    if let parent, folder == parent { return .folder(folders.last ?? root) }
    parent = nil
    let wanted = folder.utf8.split(separator: 0x2F).map { Substring($0) }
    var shared = 0
    while shared < min(wanted.count, names.count), wanted[shared] == names[shared] { shared += 1 }
    while folders.count > shared {
      close(folders.removeLast())
      names.removeLast()
    }
    for index in shared..<wanted.count {
      let above = folders.last ?? root
      let name = String(wanted[index])
      let path = { wanted[...index].joined(separator: "/") }
      if isGrowing, index == wanted.count - 1 { Self.make(name, in: above) }
      var opened = Self.open(name, in: above)
      if opened.code == ENOENT {
        guard isMaking else { return .missing(path() + "/") }
        if isGrowing {
          Self.make(name, in: above)
        } else {
          try SystemCalls.makeFolder(name, in: above)
          made.append(path())
        }
        opened = Self.open(name, in: above)
      }
      // A link in the place of a folder is ENOTDIR on some systems and ELOOP on others.
      if opened.code == ENOTDIR || opened.code == ELOOP { return .blocked(path()) }
      guard opened.code == 0 else { throw SystemError(code: opened.code) }
      folders.append(opened.folder)
      names.append(wanted[index])
    }
    parent = String(folder)
    return .folder(folders.last ?? root)
  }

  /// The folders that had to be made since this was last asked, in the order of making.
  mutating func takeMade() -> [String] {
    defer { made = [] }
    return made
  }

  /// Lets go of all folders, after some of them were removed or replaced.
  mutating func reset() {
    parent = nil
    while let folder = folders.popLast() { close(folder) }
    names = []
  }

  /// Makes a folder that may be there already; that it could not be made shows when it is opened.
  private static func make(_ name: String, in folder: Int32) {
    try? SystemCalls.makeFolder(name, in: folder)
  }

  private static func open(_ name: String, in folder: Int32) -> (folder: Int32, code: Int32) {
    let opened = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return (opened, opened < 0 ? errno : 0)
  }
}
