import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A whole site on its way into an empty output folder: each file stands in the tree as it will in
/// the output, so that the commit moves only what stands at the top.
///
/// Every folder is opened by name in the one above it and no link is followed, whatever somebody puts
/// into the tree meanwhile.
final class StagedTree: Sendable {
  /// The open tree.
  let folder: Descriptor
  /// Walks that no thread is on at present.
  private let walks = Mutex<[Walk]>([])

  private static let name = "tree"

  /// A walk through the tree, which keeps the folders of its last file open.
  ///
  /// Unchecked, because its cursor changes: it is taken out of the list of free walks by one thread,
  /// under a lock, and put back by the same.
  private final class Walk: @unchecked Sendable {
    var cursor: FolderCursor

    init(root: Int32) { cursor = FolderCursor(root: root, isGrowing: true) }
  }

  /// Makes an empty tree in an open staging folder.
  init(in staging: Int32) throws(SystemError) {
    try SystemCalls.makeFolder(Self.name, in: staging)
    folder = try Descriptor.folder(Self.name, in: staging)
  }

  /// Writes a new file in its place; says what the file system says of it, or nothing where another
  /// file has the place, or one of its folders.
  func write(_ path: OutputPath, _ bytes: [UInt8]) throws(SystemError) -> FileStamp? {
    let walk = walks.withLock { $0.popLast() } ?? Walk(root: folder.number)
    defer { walks.withLock { $0.append(walk) } }
    let (parent, name) = FolderCursor.split(path)
    guard case .folder(let above) = try walk.cursor.go(to: parent, isMaking: true) else {
      return nil
    }
    do throws(SystemError) {
      let file = try Descriptor.newFile(String(name), in: above)
      try file.write(bytes)
      return try file.status().stamp
    } catch {
      if error.code == FileFailure.existingEntry || error.code == EISDIR { return nil }
      throw error
    }
  }

  /// Lets go of all folders.
  func close() { walks.withLock { $0.removeAll() } }

  /// Removes a tree that was left in an open staging folder, with all that is in it.
  ///
  /// What lies deeper is first moved to the top, so that no more than two folders are open however
  /// deep the tree is.
  static func remove(in staging: Int32) throws(SystemError) {
    guard try SystemCalls.status(of: name, in: staging)?.kind == .folder else { return }
    let tree = try Descriptor.folder(name, in: staging)
    var number = 0
    while true {
      let names = try tree.names().map { String(decoding: $0.name, as: UTF8.self) }
      if names.isEmpty { break }
      for name in names {
        guard try isFolder(name, in: tree) else {
          try SystemCalls.remove(name, in: tree.number)
          continue
        }
        try empty(Descriptor.folder(name, in: tree.number), into: tree, &number)
        try SystemCalls.removeFolder(name, in: tree.number)
      }
    }
    try SystemCalls.removeFolder(name, in: staging)
  }

  /// Removes the files in a folder of the tree and moves the folders in it to the top.
  private static func empty(
    _ folder: borrowing Descriptor, into tree: borrowing Descriptor, _ number: inout Int
  ) throws(SystemError) {
    for entry in try folder.names() {
      let name = String(decoding: entry.name, as: UTF8.self)
      guard try isFolder(name, in: folder) else {
        try SystemCalls.remove(name, in: folder.number)
        continue
      }
      repeat { number += 1 } while try SystemCalls.status(of: "\(number)", in: tree.number) != nil
      try SystemCalls.rename(name, in: folder.number, to: "\(number)", in: tree.number)
    }
  }

  private static func isFolder(
    _ name: String, in folder: borrowing Descriptor
  ) throws(SystemError) -> Bool {
    try SystemCalls.status(of: name, in: folder.number)?.kind == .folder
  }
}
