import Digests
import SitePlan
import SiteRender

/// Decides which pages of an earlier build are still what this one would make.
///
/// A page is fresh when it rests on the same settings, templates and place, and every piece of the
/// site that it read has the digest that it had then. Whether its bytes still stand in the output is
/// the writer's to say.
struct Freshness: Sendable {
  private let bases: BasisMaker
  private let traces: BuildTraces
  private let byPath: [String: Int]
  /// Which places of the old table of pieces are no longer what they were.
  private let isChanged: [Bool]

  /// - Parameters:
  ///   - traces: of the earlier build.
  ///   - digests: of the site as it is now.
  init(_ traces: BuildTraces, _ digests: SiteDigests, _ bases: BasisMaker, workers: Int) {
    self.bases = bases
    self.traces = traces
    byPath = Dictionary(
      traces.pages.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    let now = KeyTable(digests.keys)
    // What is not there any more, or was not there then, has the digest 0.
    var isChanged = traces.digests.map { $0 != 0 }
    let known = traces.keys.enumerated().compactMap { place, key in
      now.place(of: key).map { (place: place, piece: UInt32($0)) }
    }
    let values = digests.values(of: known.map(\.piece), workers: workers)
    for (known, value) in zip(known, values) {
      isChanged[known.place] = traces.digests[known.place] != value
    }
    self.isChanged = isChanged
  }

  /// The trace of the page as it was made last; `nil` when it was not.
  func trace(of file: PlannedFile) -> PageTrace? { byPath[file.path].map { traces.pages[$0] } }

  /// Why a page must be made; empty when it need not be.
  func reasons(for file: PlannedFile, _ base: PageBasis) -> [Reason] {
    guard let trace = trace(of: file) else { return [.new] }
    var reasons: [Reason] = []
    if trace.base.settings != base.settings { reasons.append(.settings) }
    if trace.base.templates != base.templates { reasons.append(.templates) }
    if trace.base.place != base.place { reasons.append(.place) }
    for piece in trace.pieces where isChanged[Int(piece)] {
      reasons.append(.piece(traces.keys[Int(piece)]))
    }
    return reasons
  }

  /// Whether a page is what this build would make.
  func isFresh(_ file: PlannedFile, _ base: PageBasis) -> Bool {
    guard let place = byPath[file.path] else { return false }
    let trace = traces.pages[place]
    return trace.base == base && trace.pieces.allSatisfy { !isChanged[Int($0)] }
  }

  /// What makes a page stale.
  enum Reason: Sendable, Hashable {
    /// It was not made before.
    case new
    case settings
    case templates
    case place
    /// Something that it read, by its key.
    case piece(UInt64)
  }
}

/// Finds the place of a key in a list, without a dictionary's cost: keys are hashes already.
struct KeyTable: Sendable {
  private let keys: [UInt64]
  private var slots: [UInt32]
  private let mask: Int

  init(_ keys: [UInt64]) {
    self.keys = keys
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    mask = size - 1
    for (index, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }

  func place(of key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if keys[index] == key { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
