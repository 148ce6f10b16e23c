public import Digests
public import SourceDiagnostics

/// Everything that was read of a site, once: from here on no stage opens a source file, except to
/// copy a binary asset.
public struct SourceTree: Sendable {
  /// The site's folder as it was given.
  public let root: String
  /// The usable files, sorted by the bytes of their paths.
  public let files: [LoadedFile]
  /// Files that were refused after reading (not UTF-8), sorted likewise; only reports show them.
  public let refused: [LoadedFile]

  /// A tree of files, which are sorted here; a test may make one without a disk.
  public init(root: String, files: [LoadedFile], refused: [LoadedFile] = []) {
    self.root = root
    self.files = Self.sorted(files)
    self.refused = Self.sorted(refused)
  }

  private static func sorted(_ files: [LoadedFile]) -> [LoadedFile] {
    // Numbers are lighter to move about than files.
    let order = files.indices.sorted { PathOrder.precedes(files[$0].path, files[$1].path) }
    return order.map { files[$0] }
  }

  /// The usable file of a path, found by halving.
  public subscript(path: String) -> LoadedFile? { Self.find(path, in: files) }

  /// The text of a file, for the frames of a report; refused files have one too.
  public func text(of path: String) -> SourceText? {
    guard let file = self[path] ?? Self.find(path, in: refused), file.kind == .text else {
      return nil
    }
    return SourceText(path: path, bytes: file.bytes)
  }

  private static func find(_ path: String, in files: [LoadedFile]) -> LoadedFile? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if PathOrder.precedes(files[middle].path, path) { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path.utf8.elementsEqual(path.utf8) ? files[low] : nil
  }
}

/// One file of a site as it was read.
public struct LoadedFile: Sendable {
  /// The path relative to the site's root, `/` between its parts; valid UTF-8, not normalised.
  public let path: String
  /// Whether the bytes are here.
  public let kind: Kind
  /// The content of a text, valid UTF-8; empty for a binary file, see `SourceLoader.read`.
  public let bytes: [UInt8]
  /// The digest of the content, of binary files too.
  public let hash: ContentHash
  /// How large a picture it is, when it is one.
  public let pixelSize: PixelSize?
  /// What the file system said when it was read; of the target when the path is a link.
  public let stamp: FileStamp

  /// A loaded file from its parts.
  public init(
    path: String, kind: Kind = .text, bytes: [UInt8], hash: ContentHash,
    pixelSize: PixelSize? = nil, stamp: FileStamp
  ) {
    self.path = path
    self.kind = kind
    self.bytes = bytes
    self.hash = hash
    self.pixelSize = pixelSize
    self.stamp = stamp
  }

  /// How a file is treated, decided by the end of its name.
  public enum Kind: Sendable, Hashable {
    /// Read, and checked to be UTF-8.
    case text
    /// Hashed, and read again when it is copied.
    case binary
  }
}
