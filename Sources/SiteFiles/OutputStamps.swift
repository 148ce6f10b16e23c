import Digests

/// What this machine's file system said of each file after it was written, so that the next build
/// need not read it: an aid that may be lost at any time.
///
/// Apart from the manifest, because times and inodes differ between two equal builds. The file
/// `.brevier-stamps` is ASCII, lines end in `\n`, and belongs to one manifest, entry by entry:
///
///     brevier-stamps 1
///     HASH                          of the manifest's file
///     MODIFIED INODE                one line a file: nanoseconds since 1970, and the serial number
///     end COUNT HASH                as in the manifest; COUNT is that of the lines between
struct OutputStamps {
  /// The stamp of each entry of the manifest, in its order.
  let stamps: [FileStamp]

  static let fileName = ".brevier-stamps"
  private static let heading = "brevier-stamps 1\n"

  /// Reads stamps; `nil` when they are damaged or belong to another manifest.
  init?(bytes: [UInt8], manifest: OutputManifest, manifestBytes: [UInt8]) {
    guard let body = RecordText.body(of: bytes, heading: Self.heading),
      body.count == manifest.entries.count
    else { return nil }
    var reader = RecordText.Reader(body.lines)
    guard let owner = reader.hash(), reader.newline(), owner == ContentHash(manifestBytes) else {
      return nil
    }
    var stamps: [FileStamp] = []
    stamps.reserveCapacity(body.count)
    for entry in manifest.entries {
      guard let modified = reader.number(), reader.space(), let inode = reader.number(),
        reader.newline()
      else { return nil }
      stamps.append(
        FileStamp(size: entry.size, modified: modified, inode: UInt64(bitPattern: inode)))
    }
    guard reader.isAtEnd else { return nil }
    self.stamps = stamps
  }

  /// The file for a manifest's bytes and the stamps of its entries.
  static func bytes(_ stamps: [FileStamp], manifestBytes: [UInt8]) -> [UInt8] {
    var out = Array(heading.utf8)
    out.reserveCapacity(stamps.count * 32 + 128)
    ContentHash(manifestBytes).appendHex(to: &out)
    out.append(RecordText.newline)
    for stamp in stamps {
      RecordText.append(stamp.modified, to: &out)
      out.append(RecordText.space)
      RecordText.append(Int64(bitPattern: stamp.inode), to: &out)
      out.append(RecordText.newline)
    }
    RecordText.close(&out, count: stamps.count)
    return out
  }
}
