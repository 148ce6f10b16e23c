/// Divides sorted terms into shards, so that a word is found in one file and a change touches few.
///
/// Borders stand where beginnings change: all terms are one shard when they fit, else those of each
/// first character, else of each second one, and so on; neighbours that are small share a shard. So
/// borders move only near what grows, not through the whole index as they would if shards were filled
/// one after the other.
struct ShardDivision {
  /// A shard: its terms, and the beginning from which on terms belong to it.
  struct Part: Sendable, Hashable {
    var terms: Range<Int>
    var start: [UInt8]
  }

  private let term: (Int) -> ArraySlice<UInt8>
  /// For each term, the bytes of all entries before it.
  private let sums: [Int]
  private let limit: Int
  private(set) var parts: [Part] = []

  /// - Parameters:
  ///   - sizes: the bytes of each entry.
  ///   - limit: the most bytes of a shard; a single entry may have more.
  init(_ sizes: [Int], limit: Int, term: @escaping (Int) -> ArraySlice<UInt8>) {
    self.term = term
    self.limit = limit
    var sums = [0]
    sums.reserveCapacity(sizes.count + 1)
    var sum = 0
    for size in sizes {
      sum += size
      sums.append(sum)
    }
    self.sums = sums
    divide(0..<sizes.count, depth: 0)
    // What is before the first term belongs to the first shard.
    if !parts.isEmpty { parts[0].start = [] }
  }

  private func size(_ terms: Range<Int>) -> Int { sums[terms.upperBound] - sums[terms.lowerBound] }

  /// Divides terms that share their first `depth` bytes.
  private mutating func divide(_ terms: Range<Int>, depth: Int) {
    guard !terms.isEmpty else { return }
    let start = Array(term(terms.lowerBound).prefix(depth))
    if size(terms) <= limit || terms.count == 1 {
      parts.append(Part(terms: terms, start: start))
      return
    }
    var open: Part?
    var next = terms.lowerBound
    while next < terms.upperBound {
      let group = group(at: next, in: terms, depth: depth)
      next = group.terms.upperBound
      if let part = open, size(part.terms.lowerBound..<next) <= limit {
        open?.terms = part.terms.lowerBound..<next
        continue
      }
      if let part = open { parts.append(part) }
      open = nil
      if size(group.terms) <= limit || group.terms.count == 1 {
        open = group
      } else {
        divide(group.terms, depth: group.start.count)
      }
    }
    if let part = open { parts.append(part) }
  }

  /// The terms from a place on that share one more character than `depth` bytes.
  private func group(at place: Int, in terms: Range<Int>, depth: Int) -> Part {
    let first = term(place)
    let start = first.prefix(depth + Self.characterLength(first.dropFirst(depth).first))
    var end = place + 1
    if start.count > depth {
      while end < terms.upperBound, term(end).starts(with: start) { end += 1 }
    }
    return Part(terms: place..<end, start: Array(start))
  }

  /// The bytes of the character that begins with a byte; 0 for none.
  private static func characterLength(_ byte: UInt8?) -> Int {
    guard let byte else { return 0 }
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
