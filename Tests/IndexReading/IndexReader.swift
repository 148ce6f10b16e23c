/// Reads an index back as the script does: the manifest, then shards, then lists.
package struct IndexReader {
  private let shards: [(start: String, entries: [(term: String, lists: [[Int]])])]

  /// Reads the shards that a manifest names, in its order; `file` gives them by name.
  package init(manifest: [UInt8], file: (String) -> [UInt8]?) {
    shards = Self.shardNames(manifest).map { start, name in
      (start, Self.entries(file(name) ?? []))
    }
  }

  /// The shards by the manifest: where each begins, and its file.
  package static func shardNames(_ manifest: [UInt8]) -> [(start: String, name: String)] {
    let text = String(decoding: manifest, as: UTF8.self)
    guard let list = text.firstRange(of: "\"shards\":["),
      let end = text[list.upperBound...].firstRange(of: "]")
    else { return [] }
    let strings = text[list.upperBound..<end.lowerBound].split(separator: ",").map {
      String($0.dropFirst().dropLast())
    }
    return stride(from: 0, to: strings.count - 1, by: 2).map { (strings[$0], strings[$0 + 1]) }
  }

  /// The entries of a shard, in order.
  package static func entries(_ bytes: [UInt8]) -> [(term: String, lists: [[Int]])] {
    var place = 0
    func number() -> Int {
      var value = 0
      var shift = 0
      while true {
        let byte = Int(bytes[place])
        place += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128 { return value }
      }
    }
    var entries: [(term: String, lists: [[Int]])] = []
    var term: [UInt8] = []
    while place < bytes.count {
      let shared = number()
      let added = number()
      term = Array(term[..<shared]) + bytes[place..<place + added]
      place += added
      let length = number()
      let end = place + length
      let present = bytes[place]
      place += 1
      var lists: [[Int]] = []
      for bit in 0..<7 {
        var list: [Int] = []
        if present >> UInt8(bit) & 1 == 1 {
          var last = -1
          for _ in 0..<number() {
            last += number() + 1
            list.append(last)
          }
        }
        lists.append(list)
      }
      precondition(place == end, "an entry is as long as it says")
      entries.append((String(decoding: term, as: UTF8.self), lists))
    }
    return entries
  }

  /// The lists of a term, looked for in the one shard that may have it.
  package func lists(_ term: String) -> [[Int]] {
    let shard = shards.last { !term.utf8.lexicographicallyPrecedes($0.start.utf8) }
    return shard?.entries.first { $0.term == term }?.lists ?? [[], [], [], [], [], [], []]
  }

  /// The news that have a term in any field.
  package func news(_ term: String) -> Set<Int> { Set(lists(term)[..<4].joined()) }

  /// The subjects that have a term.
  package func subjects(_ term: String) -> Set<Int> { Set(lists(term)[4...].joined()) }

  /// All terms, shard by shard.
  package var terms: [String] { shards.flatMap { $0.entries.map(\.term) } }
}
