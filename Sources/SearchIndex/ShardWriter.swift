/// Writes terms with their documents as the bytes of a shard.
///
/// A shard is a row of entries in the order of their terms: how many bytes the term shares with the
/// one before, how many more it has, those, the length of its lists, then the lists. The lists begin
/// with a byte whose bits say which of them there are; each is its length and the distances between
/// its documents, each less one, the first from -1. Numbers have seven bits in a byte, the lowest first, and the
/// eighth bit says that more follow (LEB128).
struct ShardWriter {
  private(set) var bytes: [UInt8] = []
  private var last: [UInt8] = []

  /// Adds an entry; `lists` is what `lists(_:)` made.
  mutating func add(term: some Collection<UInt8>, lists: some Collection<UInt8>) {
    let shared = zip(last, term).prefix { $0 == $1 }.count
    Self.write(shared, to: &bytes)
    Self.write(term.count - shared, to: &bytes)
    bytes.append(contentsOf: term.dropFirst(shared))
    Self.write(lists.count, to: &bytes)
    bytes.append(contentsOf: lists)
    last = Array(term)
  }

  /// Appends the bytes of a term's lists.
  static func write(lists: [ArraySlice<UInt32>], to out: inout [UInt8]) {
    var present: UInt8 = 0
    for (bit, list) in lists.enumerated() where !list.isEmpty { present |= 1 << UInt8(bit) }
    out.append(present)
    for list in lists where !list.isEmpty {
      write(list.count, to: &out)
      var before = -1
      for document in list {
        write(Int(document) - before - 1, to: &out)
        before = Int(document)
      }
    }
  }

  /// The number of bytes that a number takes.
  static func length(of number: Int) -> Int {
    var length = 1
    var rest = number >> 7
    while rest > 0 {
      length += 1
      rest >>= 7
    }
    return length
  }

  static func write(_ number: Int, to out: inout [UInt8]) {
    var rest = number
    while rest > 0x7F {
      out.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    out.append(UInt8(truncatingIfNeeded: rest))
  }
}
