/// What the file system says about a file without opening it: enough to see that it was not
/// touched since, when all three are equal.
public struct FileStamp: Sendable, Hashable {
  /// The length in bytes.
  public var size: Int64
  /// The time of the last change, in nanoseconds since 1970-01-01T00:00:00Z.
  public var modified: Int64
  /// The file's serial number on its file system: differs when another file took the name.
  public var inode: UInt64

  /// A stamp from its parts.
  public init(size: Int64, modified: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}
