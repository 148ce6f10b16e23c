/// What one brief says about an event: the input of the fold.
package struct Assertion<Value: FoldValue>: Sendable {
  /// The brief's id.
  package var brief: String
  /// The assertion's place in the brief, if that has several about the same event.
  package var ordinal: Int
  /// Since when this is what is known.
  package var asOf: DateSortKey
  /// How well it is known; nil when the brief repeats only other fields.
  package var certainty: Certainty?
  /// How far the event has got; nil likewise.
  package var stage: Stage?
  /// Why a status goes backwards.
  package var reason: String?
  /// The editor's own judgement of the assertion.
  package var rank: Rank
  /// The fields that the assertion gives, in any order, each once.
  package var fields: [(name: String, value: Value)]

  /// Whether an assertion still counts.
  package enum Rank: String, Sendable, Hashable, CaseIterable {
    /// Kept in the history, never in a value or a status.
    case deprecated
    case normal
    /// Its values win over those of normal rank.
    case preferred
  }

  /// An assertion.
  package init(
    brief: String, ordinal: Int = 0, asOf: DateSortKey, certainty: Certainty? = nil,
    stage: Stage? = nil, reason: String? = nil, rank: Rank = .normal,
    fields: [(name: String, value: Value)] = []
  ) {
    self.brief = brief
    self.ordinal = ordinal
    self.asOf = asOf
    self.certainty = certainty
    self.stage = stage
    self.reason = reason
    self.rank = rank
    self.fields = fields
  }
}

/// A value that the fold can compare and put in order.
package protocol FoldValue: Equatable, Sendable {
  /// A text by which different values are ordered, the same for equal values and for no others.
  var foldText: String { get }

  /// Whether both say the same, even where they say it in other words: an equivalence that holds
  /// for equal values.
  func agrees(with other: Self) -> Bool
}

extension FoldValue {
  /// Values that explain themselves agree when they are equal.
  package func agrees(with other: Self) -> Bool { self == other }
}

extension String: FoldValue {
  /// The text itself.
  package var foldText: String { self }
}

extension Assertion {
  /// Everything in the assertion as one line, by which the last ties are broken: two assertions
  /// that agree in it are the same.
  var tieBreak: String {
    let values = fields.map { "\($0.name)\u{1}\($0.value.foldText)" }.sorted(by: utf8Less)
    let head = [
      rank.rawValue, certainty?.rawValue ?? "", stage?.rawValue ?? "", reason ?? "",
    ]
    return (head + values).joined(separator: "\u{2}")
  }

  /// Oldest first; of one day, by brief and place in it.
  static func precedes(_ a: Assertion, _ b: Assertion) -> Bool {
    if a.asOf != b.asOf { return a.asOf < b.asOf }
    if a.brief != b.brief { return utf8Less(a.brief, b.brief) }
    if a.ordinal != b.ordinal { return a.ordinal < b.ordinal }
    return utf8Less(a.tieBreak, b.tieBreak)
  }
}

/// The order of two texts by their bytes, which no locale changes.
package func utf8Less(_ a: String, _ b: String) -> Bool {
  let known = a.utf8.withContiguousStorageIfAvailable { a in
    b.utf8.withContiguousStorageIfAvailable { b in
      precedes(UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
    }
  }
  return (known ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}

/// Eight bytes at a time: names and paths often begin alike.
private func precedes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
  let common = min(a.count, b.count)
  var index = 0
  while index + 8 <= common {
    let first = a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let second = b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    if first != second { return first.bigEndian < second.bigEndian }
    index += 8
  }
  while index < common {
    if a[index] != b[index] { return a[index] < b[index] }
    index += 1
  }
  return a.count < b.count
}
