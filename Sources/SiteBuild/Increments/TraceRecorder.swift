import Digests
import SitePlan
import SiteRender

/// Gathers the traces of a build: of pages that were made, and of those that were kept.
struct TraceRecorder {
  private let digests: SiteDigests
  private let old: BuildTraces
  private var traces = BuildTraces()
  /// For each piece of the site its place in the new table, plus one.
  private var places: [UInt32]
  /// For each place of the old table that in the new one, plus one.
  private var moved: [UInt32]
  private var byKey: [UInt64: UInt32] = [:]
  private let now: KeyTable
  /// For each place of the new table the piece whose digest it is to have.
  private var pieces: [UInt32?] = []

  init(_ digests: SiteDigests, old: BuildTraces?) {
    self.digests = digests
    self.old = old ?? BuildTraces()
    places = [UInt32](repeating: 0, count: digests.keys.count)
    moved = [UInt32](repeating: 0, count: self.old.keys.count)
    now = KeyTable(digests.keys)
  }

  /// Adds a page that was kept, by its old trace.
  mutating func add(kept page: PageTrace) {
    var copy = page
    copy.pieces = page.pieces.map { place(ofOld: Int($0)) }.sorted()
    traces.pages.append(copy)
  }

  /// Adds a page that was made.
  mutating func add(made page: MadePage) {
    let pieces = page.pieces.map { place(of: Int($0)) } + page.absent.map { place(ofAbsent: $0) }
    traces.pages.append(
      PageTrace(
        path: page.path, base: page.base, hash: page.hash, pieces: pieces.sorted(),
        missingStrings: page.missingStrings))
  }

  /// All that was gathered, pages by path.
  mutating func finish(workers: Int) -> BuildTraces {
    let known = pieces.enumerated().compactMap { place, piece in piece.map { (place, $0) } }
    let values = digests.values(of: known.map(\.1), workers: workers)
    for ((place, _), value) in zip(known, values) { traces.digests[place] = value }
    traces.pages.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return traces
  }

  private mutating func place(of piece: Int) -> UInt32 {
    if places[piece] == 0 {
      places[piece] = append(digests.keys[piece], UInt32(piece)) + 1
    }
    return places[piece] - 1
  }

  private mutating func place(ofOld place: Int) -> UInt32 {
    if moved[place] == 0 {
      let key = old.keys[place]
      let found = now.place(of: key).map { self.place(of: $0) } ?? self.place(ofAbsent: key)
      moved[place] = found + 1
    }
    return moved[place] - 1
  }

  private mutating func place(ofAbsent key: UInt64) -> UInt32 {
    if let known = byKey[key] { return known }
    let place = append(key, nil)
    byKey[key] = place
    return place
  }

  private mutating func append(_ key: UInt64, _ piece: UInt32?) -> UInt32 {
    traces.keys.append(key)
    traces.digests.append(0)
    pieces.append(piece)
    return UInt32(traces.keys.count - 1)
  }
}

/// A page that was made, and what it read, in the numbers of this build.
struct MadePage: Sendable {
  var path: String
  var base: PageBasis
  var hash: ContentHash
  var pieces: [UInt32]
  var absent: [UInt64]
  var missingStrings: [String]
}
