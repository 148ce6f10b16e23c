public import SourceDiagnostics

/// Reads the sources of a site from the disk.
public enum SourceLoader {
  /// Reads the named folders and files below `root`.
  ///
  /// - Parameters:
  ///   - root: the site's folder.
  ///   - folders: folders to read whole, relative to `root`; each must exist.
  ///   - files: single files, relative to `root`; each must exist.
  ///   - workers: how many threads read.
  ///   - diagnostics: gets what is wrong with single files; those are left out of the tree.
  /// - Throws: when the root, a folder or a file is missing or cannot be listed.
  public static func load(
    root: String, folders: [String] = ["content", "templates"], files: [String] = ["brevier.yml"],
    workers: Int = Concurrency.processorCount, diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> SourceTree {
    SourceTree(root: root, files: [])
  }

  /// Reads a binary file that `load` only hashed.
  ///
  /// - Throws: when it cannot be read or is no longer what was loaded.
  public static func read(_ file: LoadedFile, root: String) throws(FileFailure) -> [UInt8] {
    file.bytes
  }
}
