import Digests

/// What is known about an output folder before a build: which files are ours, and how we left them.
struct OutputLedger: Sendable {
  /// How a file of ours was left.
  struct Record: Sendable {
    let entry: OutputManifest.Entry
    /// What the file system said then, when that is known.
    let stamp: FileStamp?
    /// What a killed build was about to put in its place.
    var intended: ContentHash?
  }

  /// Our files.
  private(set) var records: [OutputPath: Record] = [:]
  /// The entries that a killed build left in its list of intents.
  private(set) var leftovers: [OutputManifest.Entry] = []
  /// Whether a record of ours is in the folder, which makes the folder ours.
  private(set) var isMarked = false
  /// Whether such a record is there and cannot be read: then all files count as ours to replace, and
  /// none as ours to remove.
  private(set) var isDamaged = false
  /// Whether the stamps were there and right.
  private(set) var hasStamps = false

  /// Reads the records in an open output folder.
  init(folder: borrowing Descriptor) throws(SystemError) {
    if let bytes = try folder.content(of: OutputManifest.fileName) {
      isMarked = true
      if let manifest = OutputManifest(bytes: bytes) {
        let stamps = try folder.content(of: OutputStamps.fileName).flatMap {
          OutputStamps(bytes: $0, manifest: manifest, manifestBytes: bytes)
        }
        hasStamps = stamps != nil
        records.reserveCapacity(manifest.entries.count)
        for (index, entry) in manifest.entries.enumerated() {
          records[entry.path] = Record(entry: entry, stamp: stamps?.stamps[index])
        }
      } else {
        isDamaged = true
      }
    }
    if let bytes = try folder.content(of: OutputManifest.intentName) {
      isMarked = true
      if let intent = OutputManifest(bytes: bytes) {
        leftovers = intent.entries
        for entry in intent.entries {
          if records[entry.path] == nil {
            records[entry.path] = Record(entry: entry, stamp: nil)
          } else {
            records[entry.path]?.intended = entry.hash
          }
        }
      } else {
        isDamaged = true
      }
    }
  }
}

extension Descriptor {
  /// The content of a regular file in this folder; `nil` when there is none.
  func content(of name: String) throws(SystemError) -> [UInt8]? {
    guard let status = try SystemCalls.status(of: name, in: number), status.kind == .file else {
      return nil
    }
    return try Descriptor.file(name, in: number).read(limit: Int(status.stamp.size))
  }
}
