/// All terms of an index, sorted by their bytes, with the documents in which each stands.
struct PostingLists {
  /// The lists of one term: one for each field of the news, and three of the subjects.
  enum List {
    static let subjectTitles = 4
    static let subjectNames = 5
    static let subjectTexts = 6
    static let count = 7
  }

  private let table: ByteStringTable
  /// The terms' numbers in the order of their bytes.
  private let order: [Int32]
  /// For each term and list, where its documents begin.
  private let starts: [Int32]
  private let documents: [UInt32]

  /// How many terms there are.
  var count: Int { order.count }

  /// - Parameters:
  ///   - news: the terms of each document of the news, in the order of their numbers.
  ///   - subjects: likewise of the subjects.
  init(news: [DocumentTerms], subjects: [DocumentTerms]) {
    var table = ByteStringTable(capacity: 1 << 14)
    let total = news.reduce(0) { $0 + $1.count } + subjects.reduce(0) { $0 + $1.count }
    var keys: [Int32] = []
    keys.reserveCapacity(total)
    func add(_ documents: [DocumentTerms], list: (SearchDocument.Field) -> Int) {
      for document in documents {
        document.bytes.withUnsafeBufferPointer { bytes in
          for place in 0..<document.count {
            let term = UnsafeBufferPointer(rebasing: bytes[document.range(place)])
            let number = table.number(of: term)
            keys.append(Int32(number * List.count + list(document.fields[place])))
          }
        }
      }
    }
    add(news) { Int($0.rawValue) }
    add(subjects) { field in
      switch field {
      case .title: List.subjectTitles
      case .name: List.subjectNames
      case .summary, .body: List.subjectTexts
      }
    }
    var starts = [Int32](repeating: 0, count: table.count * List.count + 1)
    for key in keys { starts[Int(key) + 1] += 1 }
    for place in 1..<max(starts.count, 1) { starts[place] += starts[place - 1] }
    var next = starts
    var documents = [UInt32](repeating: 0, count: total)
    var key = 0
    for list in [news, subjects] {
      for (number, document) in list.enumerated() {
        for _ in 0..<document.count {
          let place = Int(next[Int(keys[key])])
          documents[place] = UInt32(number)
          next[Int(keys[key])] += 1
          key += 1
        }
      }
    }
    self.table = table
    self.starts = starts
    self.documents = documents
    order = Self.sorted(table)
  }

  /// The terms' numbers in the order of their bytes; the first eight are compared at once.
  private static func sorted(_ table: ByteStringTable) -> [Int32] {
    var keyed: [(head: UInt64, number: Int32)] = (0..<table.count).map { number in
      let range = table.range(number)
      var head: UInt64 = 0
      for offset in 0..<8 {
        let place = range.lowerBound + offset
        head = head << 8 | (place < range.upperBound ? UInt64(table.bytes[place]) : 0)
      }
      return (head, Int32(number))
    }
    keyed.sort { a, b in
      if a.head != b.head { return a.head < b.head }
      return table.bytes[table.range(Int(a.number))]
        .lexicographicallyPrecedes(table.bytes[table.range(Int(b.number))])
    }
    return keyed.map(\.number)
  }

  /// The bytes of the term at a place of the order.
  func term(_ place: Int) -> ArraySlice<UInt8> { table.bytes[table.range(Int(order[place]))] }

  /// The documents of a list of the term at a place, ascending.
  func documents(_ place: Int, list: Int) -> ArraySlice<UInt32> {
    let key = Int(order[place]) * List.count + list
    return documents[Int(starts[key])..<Int(starts[key + 1])]
  }
}
