/// Makes files of a site's sources: for an author's first draft, never for what a build writes.
public enum NewFile {
  /// Writes a file that must not exist yet; the folders on the way are made.
  ///
  /// - Throws: `usage` when something stands at the path already; `machine` when the disk refuses.
  public static func create(_ path: String, _ bytes: [UInt8]) throws(FileFailure) {
    try makeFolders(above: path)
    do throws(SystemError) {
      if try SystemCalls.status(of: path, in: SystemCalls.workingDirectory) != nil {
        throw SystemError(code: FileFailure.existingEntry)
      }
      try write(path, bytes)
    } catch {
      guard error.code == FileFailure.existingEntry else {
        throw FileFailure("make", path: path, errno: error.code)
      }
      throw FileFailure(
        .usage, "make", path: path, reason: FileFailure.reason(error.code),
        hint: "nothing is ever overwritten; choose another name, or edit the file")
    }
  }

  /// Writes a file, in the place of one that is there.
  ///
  /// - Throws: `machine` when the disk refuses.
  public static func replace(_ path: String, _ bytes: [UInt8]) throws(FileFailure) {
    try makeFolders(above: path)
    let here = SystemCalls.workingDirectory
    let draft = path + ".new"
    do throws(SystemError) {
      if try SystemCalls.status(of: draft, in: here) != nil {
        try SystemCalls.remove(draft, in: here)
      }
      try write(draft, bytes)
      try SystemCalls.rename(draft, in: here, to: path, in: here)
    } catch {
      throw FileFailure("write", path: path, errno: error.code)
    }
  }

  /// Whether a new site may be made at a path: nothing is there, or an empty folder.
  ///
  /// - Throws: `machine` when that cannot be seen.
  public static func isFree(_ folder: String) throws(FileFailure) -> Bool {
    do throws(SystemError) {
      let status = try SystemCalls.status(of: folder, in: SystemCalls.workingDirectory)
      guard let status else { return true }
      guard status.kind == .folder else { return false }
      return try Descriptor.folder(folder, in: SystemCalls.workingDirectory).names().isEmpty
    } catch {
      throw FileFailure("look at", path: folder, errno: error.code)
    }
  }

  /// Writes a new file whole, or leaves none.
  private static func write(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    let file = try Descriptor.newFile(path, in: SystemCalls.workingDirectory)
    do throws(SystemError) {
      try file.write(bytes)
    } catch {
      try? SystemCalls.remove(path, in: SystemCalls.workingDirectory)
      throw error
    }
  }

  private static func makeFolders(above path: String) throws(FileFailure) {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty || folder == "/" ? "" : "/") + part
      do throws(SystemError) {
        try SystemCalls.makeFolder(folder, in: SystemCalls.workingDirectory)
      } catch {
        if error.code == FileFailure.existingEntry { continue }
        throw FileFailure("make the folder", path: folder, errno: error.code)
      }
    }
  }
}
