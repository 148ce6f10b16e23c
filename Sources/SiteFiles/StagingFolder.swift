import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder inside the output in which finished files wait until all are finished.
///
/// Inside the output, so that moving a file to its place is a rename on one file system. What a
/// killed build left in it is thrown away when the next begins.
///
/// While the output folder is empty, files grow in a tree of their own (`StagedTree`), whose branches
/// are moved as a whole; else each file waits under a number.
struct StagingFolder: ~Copyable, Sendable {
  /// The open folder.
  let folder: Descriptor
  /// Where the whole site grows, when nothing is in the output folder.
  let tree: StagedTree?
  private let root: Int32
  private let next = Atomic(0)

  /// Makes an empty staging folder in an open output folder that is locked, with a tree for a site
  /// that is all new.
  init(in root: Int32, isAllNew: Bool) throws(SystemError) {
    self.root = root
    try Self.remove(in: root)
    let folder = try Self.make(in: root)
    tree = isAllNew ? try StagedTree(in: folder.number) : nil
    self.folder = folder
  }

  /// Writes bytes to a new file; says its name and what the file system says of it.
  ///
  /// The file is not forced to the disk: that would cost a thousand times the writing, for files
  /// that can be made again at any time. After a loss of power a file may be short or empty; its
  /// stamp then differs from the recorded one, so the next build compares its bytes and mends it.
  func write(_ bytes: [UInt8]) throws(SystemError) -> (name: String, stamp: FileStamp) {
    let name = newName()
    do throws(SystemError) {
      let file = try Descriptor.newFile(name, in: folder.number)
      try file.write(bytes)
      return (name, try file.status().stamp)
    } catch {
      try? SystemCalls.remove(name, in: folder.number)
      throw error
    }
  }

  /// Puts a record of ours in place at one stroke, on the disk itself when `isDurable`.
  func replace(_ name: String, with bytes: [UInt8], isDurable: Bool) throws(SystemError) {
    let temporary = newName()
    do throws(SystemError) {
      let file = try Descriptor.newFile(temporary, in: folder.number)
      try file.write(bytes)
      if isDurable { try file.synchronise() }
    } catch {
      try? SystemCalls.remove(temporary, in: folder.number)
      throw error
    }
    try SystemCalls.rename(temporary, in: folder.number, to: name, in: root)
  }

  /// A name that nothing in this folder has.
  func newName() -> String {
    String(next.wrappingAdd(1, ordering: .relaxed).oldValue)
  }

  /// Removes the folder and all that is in it.
  func remove() throws(SystemError) { try Self.remove(in: root) }

  private static func make(in root: Int32) throws(SystemError) -> Descriptor {
    try SystemCalls.makeFolder(OutputFolder.stagingName, in: root)
    let folder = try Descriptor.folder(OutputFolder.stagingName, in: root)
    try Descriptor.newFile(OutputFolder.processName, in: folder.number)
      .write(Array("\(getpid())\n".utf8))
    return folder
  }

  private static func remove(in root: Int32) throws(SystemError) {
    let name = OutputFolder.stagingName
    switch try SystemCalls.status(of: name, in: root)?.kind {
    case nil: return
    case .folder: break
    case .file, .link, .special: return try SystemCalls.remove(name, in: root)
    }
    let folder = try Descriptor.folder(name, in: root)
    try StagedTree.remove(in: folder.number)
    // We make no other folders in it; one that somebody else made stops us unless it is empty.
    for entry in try folder.names() {
      let inner = String(decoding: entry.name, as: UTF8.self)
      if try SystemCalls.status(of: inner, in: folder.number)?.kind == .folder {
        try SystemCalls.removeFolder(inner, in: folder.number)
      } else {
        try SystemCalls.remove(inner, in: folder.number)
      }
    }
    try SystemCalls.removeFolder(name, in: root)
  }
}
