import Digests
import SiteFiles
import SiteModel
import SourceDiagnostics
import WorkerThreads

/// The parsed files of earlier builds, by path and content.
///
/// Kept in two files: one of all, and a small one of what has changed since, so that a build after one
/// edit need not write all of it again. What is in neither, or is damaged, is parsed.
struct ParsedCache: Sendable {
  private let base: Part?
  private let changes: Part?
  private let key: UInt64

  static let baseName = "parsed"
  static let changesName = "parsed-changes"
  /// So many changed files, or this share of all, are kept apart before all are written anew.
  private static let mostChanges = 64
  private static let mostShare = 8

  /// What the site's cache holds that a parser with this fingerprint would have made.
  init(_ cache: CacheFolder, fingerprint: [UInt8]) {
    var key = Fingerprint()
    key.add(ParsedFileStore.format)
    fingerprint.withUnsafeBytes { key.add($0) }
    self.key = key.value
    base = cache.read(Self.baseName).flatMap { Part(stored: $0, key: key.value) }
    changes =
      base == nil ? nil : cache.read(Self.changesName).flatMap { Part(stored: $0, key: key.value) }
  }

  /// What parsing the file gave; `nil` when that is not known.
  func parsed(_ file: LoadedFile) -> (file: ParsedFile?, diagnostics: [Diagnostic])? {
    changes?.parsed(file) ?? base?.parsed(file)
  }

  /// Whether a text that was asked for could not be had: then no page may be shown.
  var hasFailed: Bool { base?.hasFailed == true || changes?.hasFailed == true }

  /// Removes all that is kept.
  static func clear(_ cache: CacheFolder) {
    cache.remove(baseName)
    cache.remove(changesName)
  }

  /// Keeps what was parsed for the next build.
  func remember(_ parsing: Parsing, in cache: CacheFolder) throws(FileFailure) {
    let known = base?.count ?? 0
    let apart = parsing.sources.indices.filter { base?.has(parsing.sources[$0]) != true }
    if known > 0, apart.count <= max(Self.mostChanges, known / Self.mostShare) {
      if parsing.fresh.isEmpty { return }
      let (index, blob) = stored(parsing, apart)
      try cache.write(Self.changesName, index, blob)
    } else {
      let (index, blob) = stored(parsing, Array(parsing.sources.indices))
      try cache.write(Self.baseName, index, blob)
      cache.remove(Self.changesName)
    }
  }

  /// The list of some files, and what is kept of each, one behind the other.
  private func stored(_ parsing: Parsing, _ places: [Int]) -> (index: [UInt8], blob: [UInt8]) {
    var writer = StateWriter()
    writer.write(word: key)
    writer.write(unsigned: UInt64(places.count))
    var blob: [UInt8] = []
    // In pieces, so that not all of it is in memory twice.
    for start in stride(from: 0, to: places.count, by: Self.piece) {
      let some = places[start..<min(start + Self.piece, places.count)]
      let stretches = Concurrency.map(some.count) { index -> ParsedFileStore.Stretches in
        let source = parsing.sources[some[some.startIndex + index]]
        if let known = changes?.stretches(source) ?? base?.stretches(source) { return known }
        let (file, diagnostics) = parsing.results[some[some.startIndex + index]]
        return ParsedFileStore.encode(file, diagnostics: diagnostics, path: source.path)
      }
      for (place, parts) in zip(some, stretches) {
        writer.write(parsing.sources[place].path)
        writer.write(word: parsing.sources[place].hash.high)
        writer.write(word: parsing.sources[place].hash.low)
        writer.write(unsigned: UInt64(parts.head.count))
        writer.write(unsigned: UInt64(parts.body.count))
        blob += parts.head
        blob += parts.body
      }
    }
    return (writer.bytes, blob)
  }

  private static let piece = 1_024

  /// One file of the cache.
  private struct Part: Sendable {
    private let bytes: [UInt8]
    private let archive: BodyArchive
    private var entries: [String: Entry] = [:]

    private struct Entry: Sendable {
      var hash: ContentHash
      var head: Range<Int>
      var body: Range<Int>
    }

    var count: Int { entries.count }
    var hasFailed: Bool { archive.failure != nil }

    init?(stored bytes: [UInt8], key: UInt64) {
      self.bytes = bytes
      archive = BodyArchive(bytes)
      let read = try? bytes.withUnsafeBytes { try Self.entries($0, key) }
      guard let read else { return nil }
      entries = read
    }

    private static func entries(
      _ bytes: UnsafeRawBufferPointer, _ key: UInt64
    ) throws(StateDamage) -> [String: Entry] {
      var reader = StateReader(bytes)
      guard try reader.word() == key else { throw StateDamage() }
      let count = try reader.count(ofSize: 19)
      var found: [(path: String, hash: ContentHash, head: Int, body: Int)] = []
      found.reserveCapacity(count)
      for _ in 0..<count {
        found.append(
          (
            try reader.text(), ContentHash(high: try reader.word(), low: try reader.word()),
            try reader.length(), try reader.length()
          ))
      }
      var place = reader.place
      var entries: [String: Entry] = [:]
      entries.reserveCapacity(count)
      for item in found {
        let middle = place + item.head
        let end = middle + item.body
        guard end <= bytes.count else { throw StateDamage() }
        entries[item.path] = Entry(hash: item.hash, head: place..<middle, body: middle..<end)
        place = end
      }
      return entries
    }

    func has(_ file: LoadedFile) -> Bool { entries[file.path]?.hash == file.hash }

    func stretches(_ file: LoadedFile) -> ParsedFileStore.Stretches? {
      guard let entry = entries[file.path], entry.hash == file.hash else { return nil }
      return ParsedFileStore.Stretches(
        head: Array(bytes[entry.head]), body: Array(bytes[entry.body]))
    }

    func parsed(_ file: LoadedFile) -> (file: ParsedFile?, diagnostics: [Diagnostic])? {
      guard let entry = entries[file.path], entry.hash == file.hash else { return nil }
      return try? bytes.withUnsafeBytes { raw in
        try ParsedFileStore.decode(
          UnsafeRawBufferPointer(rebasing: raw[entry.head]), path: file.path,
          body: .archive(archive, entry.body), rules: { RuleCatalog.byCode[$0] })
      }
    }
  }
}

/// The texts of a site as they were parsed, or remembered.
package struct Parsing: Sendable {
  /// The content files, by path.
  let sources: [LoadedFile]
  /// What each gave.
  let results: [(file: ParsedFile?, diagnostics: [Diagnostic])]
  /// The places of those that were parsed now.
  let fresh: [Int]
  /// Where they may be kept; nil when nothing is to be remembered.
  let cache: ParsedCache?

  var files: [ParsedFile] { results.compactMap(\.file) }
}
