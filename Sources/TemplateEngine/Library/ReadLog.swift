/// The number of a record, given by whoever makes the site's data.
public struct RecordID: Hashable, Sendable, Comparable {
  /// The number.
  public let rawValue: UInt32
  /// A record's number.
  public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  /// Smaller numbers first.
  public static func < (a: RecordID, b: RecordID) -> Bool { a.rawValue < b.rawValue }
}

/// The number of a query, given by whoever makes the site's lists.
public struct QueryID: Hashable, Sendable, Comparable {
  /// The number.
  public let rawValue: UInt32
  /// A query's number.
  public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  /// Smaller numbers first.
  public static func < (a: QueryID, b: QueryID) -> Bool { a.rawValue < b.rawValue }
}

/// What a render read: the facets of records, and the results of queries.
///
/// Give one to `TemplateRenderer.render` to have it filled; without one nothing is recorded and
/// nothing is paid. Not for use by two renders at once.
public final class ReadLog {
  @exclusivity(unchecked) private var facets: [UInt16] = []
  @exclusivity(unchecked) private var touchedRecords: [RecordID] = []
  @exclusivity(unchecked) private var touchedQueries: [QueryID] = []
  @exclusivity(unchecked) private var queryBits: [UInt64] = []

  /// An empty log.
  public init() {}

  /// Notes that a facet (0 to 15) of a record was read.
  public func note(_ record: RecordID, facet: UInt8) { note(record, facets: 1 << UInt16(facet)) }

  /// Notes that the result of a query was read.
  public func note(_ query: QueryID) {
    let word = Int(query.rawValue >> 6)
    let bit: UInt64 = 1 << UInt64(query.rawValue & 63)
    while queryBits.count <= word { queryBits.append(0) }
    guard queryBits[word] & bit == 0 else { return }
    queryBits[word] |= bit
    touchedQueries.append(query)
  }

  /// Notes several facets at once, one bit each.
  public func note(_ record: RecordID, facets mask: UInt16) {
    let index = Int(record.rawValue)
    if index >= facets.count {
      facets += repeatElement(0, count: max(64, index + 1 + index / 2) - facets.count)
    }
    if facets[index] == 0, mask != 0 { touchedRecords.append(record) }
    facets[index] |= mask
  }

  /// The records read, by number, each with its facets as one bit each.
  public var records: [(record: RecordID, facets: UInt16)] {
    touchedRecords.sorted().map { ($0, facets[Int($0.rawValue)]) }
  }

  /// The queries read, by number.
  public var queries: [QueryID] { touchedQueries.sorted() }

  /// Empties the log for the next render.
  public func reset() {
    for record in touchedRecords { facets[Int(record.rawValue)] = 0 }
    for query in touchedQueries { queryBits[Int(query.rawValue >> 6)] = 0 }
    touchedRecords.removeAll(keepingCapacity: true)
    touchedQueries.removeAll(keepingCapacity: true)
  }
}
