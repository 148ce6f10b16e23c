import IndexReading
import Testing

@testable import SearchIndex

@Suite("Files of an index")
struct IndexFilesTests {
  private static func random(
    _ count: Int, seed: UInt64, words: Int = 60
  ) -> [[(SearchDocument.Field, String)]] {
    var random = SeededRandom(seed)
    let letters = Array("abcdefghijklmnoprstuđœ模型")
    func word() -> String {
      String((0..<Int.random(in: 2...9, using: &random)).map { _ in random.pick(letters) })
    }
    let vocabulary = (0..<3000).map { _ in word() }
    return (0..<count).map { _ in
      SearchDocument.Field.allCases.map { field in
        let length = field == .body ? words : 4
        return (field, (0..<length).map { _ in random.pick(vocabulary) }.joined(separator: " "))
      }
    }
  }

  private static func documents(
    _ texts: [[(SearchDocument.Field, String)]]
  ) -> [IndexFiles.Document] {
    var reader = TermReader(.english)
    return texts.enumerated().map { number, fields in
      var document = SearchDocument()
      for (field, text) in fields { document.add(field, text) }
      return IndexFiles.Document(
        terms: reader.terms(of: document), record: Array("[\"/\(number)/\"]".utf8),
        facets: ["year\t\(2020 + number % 3)\t\(2020 + number % 3)"])
    }
  }

  private static func reader(_ index: IndexFiles) -> IndexReader {
    IndexReader(manifest: index.manifest) { name in
      index.files.first { $0.name == name }?.bytes
    }
  }

  @Test("every word of every document finds it, and no other document", arguments: [1, 2, 3])
  func words(seed: Int) {
    let texts = Self.random(80, seed: UInt64(seed))
    let news = Self.documents(texts)
    let subjects = Self.documents(Self.random(30, seed: UInt64(seed) + 100, words: 5))
    let reader = Self.reader(
      IndexFiles(news: news, subjects: subjects, language: "en", limit: 2_000))
    var due: [String: (news: Set<Int>, subjects: Set<Int>)] = [:]
    for (number, document) in news.enumerated() {
      for term in document.terms.texts { due[term, default: ([], [])].news.insert(number) }
    }
    for (number, document) in subjects.enumerated() {
      for term in document.terms.texts { due[term, default: ([], [])].subjects.insert(number) }
    }
    #expect(due.count > 1000)
    #expect(reader.terms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } == reader.terms)
    #expect(Set(reader.terms) == Set(due.keys))
    for (term, found) in due {
      #expect(reader.news(term) == found.news && reader.subjects(term) == found.subjects)
    }
  }

  @Test("a term's lists are those of its weightiest field in each document")
  func fields() {
    let news = Self.documents([
      [(.title, "alpha"), (.body, "alpha beta")], [(.name, "alpha")], [(.summary, "alpha")],
      [(.body, "alpha")],
    ])
    let subjects = Self.documents([[(.title, "alpha")], [(.body, "alpha")], [(.name, "alpha")]])
    let reader = Self.reader(IndexFiles(news: news, subjects: subjects, language: "en"))
    #expect(reader.lists("alpha") == [[0], [1], [2], [3], [0], [2], [1]])
    #expect(reader.lists("beta") == [[], [], [], [0], [], [], []])
  }

  @Test("a shard has at most 24,000 bytes")
  func shardSize() {
    let index = IndexFiles(
      news: Self.documents(Self.random(1200, seed: 9, words: 200)), subjects: [], language: "en")
    let names = IndexReader.shardNames(index.manifest)
    let sizes = Dictionary(uniqueKeysWithValues: index.files.map { ($0.name, $0.bytes.count) })
    #expect(names.count > 3)
    for (start, name) in names { #expect(sizes[name] ?? .max <= 24_000, "\(start)") }
  }

  @Test("a small index is one shard, an empty one has none")
  func small() {
    let one = IndexFiles(
      news: Self.documents([[(.title, "alpha")]]), subjects: [], language: "en")
    #expect(IndexReader.shardNames(one.manifest).map(\.start) == [""])
    let none = IndexFiles(news: [], subjects: [], language: "en")
    #expect(IndexReader.shardNames(none.manifest).isEmpty)
    #expect(none.files.count == 1)
  }

  @Test("a term too frequent for a shard has one of its own")
  func frequent() {
    let terms: [ArraySlice<UInt8>] = ["aa", "ab", "abc", "b", "模型", "模組"].map {
      Array($0.utf8)[...]
    }
    let division = ShardDivision([10, 500, 10, 10, 60, 60], limit: 100) { terms[$0] }
    let starts = division.parts.map { String(decoding: $0.start, as: UTF8.self) }
    #expect(starts == ["", "ab", "abc", "b", "模型", "模組"])
    #expect(division.parts.map(\.terms) == [0..<1, 1..<2, 2..<3, 3..<4, 4..<5, 5..<6])
  }

  @Test("a new document leaves most files as they were")
  func increments() {
    let texts = Self.random(1000, seed: 4, words: 100)
    let added = texts + Self.random(1, seed: 5, words: 5)
    let before = IndexFiles(
      news: Self.documents(texts), subjects: [], language: "en", limit: 4_000)
    let after = IndexFiles(
      news: Self.documents(added), subjects: [], language: "en", limit: 4_000)
    let kept = Set(before.files).intersection(after.files).count
    // The shards of its words and the last records may change, nothing else.
    let touched = Self.documents(added)[1000].terms.count + 1
    #expect(before.files.count > 2 * touched)
    #expect(before.files.count - kept <= touched, "\(kept) of \(before.files.count)")
  }

  @Test("the same documents give the same bytes; files are named by their content")
  func determinism() {
    let texts = Self.random(200, seed: 6)
    let one = IndexFiles(news: Self.documents(texts), subjects: [], language: "en")
    let two = IndexFiles(news: Self.documents(texts), subjects: [], language: "en")
    #expect(one.files == two.files && one.manifest == two.manifest)
    #expect(ContentName.make([]) == "cbf29ce484222325")
    #expect(ContentName.make(Array("a".utf8)) == "af63dc4c8601ec8c")
  }

  @Test("records stand in files of a hundred, in the order of the documents")
  func records() {
    let index = IndexFiles(
      news: Self.documents(Self.random(250, seed: 7, words: 3)), subjects: [], language: "en")
    let texts = index.files.filter { $0.name.hasSuffix(".json") }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(texts.count == 3)
    #expect(texts.contains { $0.hasPrefix("[[\"/0/\"],\n") && $0.hasSuffix(",\n[\"/99/\"]]\n") })
    #expect(texts.contains { $0.hasPrefix("[[\"/200/\"],\n") && $0.hasSuffix("[\"/249/\"]]\n") })
  }

  @Test("facets are a shard of values with their documents")
  func facets() {
    let index = IndexFiles(
      news: Self.documents(Self.random(7, seed: 8, words: 3)), subjects: [], language: "en")
    let all = index.files.filter { $0.name.hasSuffix(".bin") }.map { IndexReader.entries($0.bytes) }
    let facets = all.first { $0.first?.term.contains("\t") == true }
    #expect(facets?.map(\.term) == ["year\t2020\t2020", "year\t2021\t2021", "year\t2022\t2022"])
    #expect(facets?.map { $0.lists[0] } == [[0, 3, 6], [1, 4], [2, 5]])
  }
}
