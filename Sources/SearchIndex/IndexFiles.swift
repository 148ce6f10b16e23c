import SourceDiagnostics

/// The files of one language's index: shards of terms, records of results, facets, and the manifest
/// that names them.
///
/// Documents are of two kinds. The news are numbered from the oldest, so that a new one changes only
/// the shards of its words and the last file of records; results are shown from the newest. The
/// subjects (people, things, topics) are few and shown before them.
///
/// All files but the manifest are named by their content: what was fetched once stays right for ever,
/// and the manifest, written last, always names files that belong together.
package struct IndexFiles: Sendable {
  /// The manifest: JSON, read first by who answers questions.
  package let manifest: [UInt8]
  /// The other files, by name.
  package let files: [File]

  /// A file beside the manifest.
  package struct File: Sendable, Hashable {
    /// A hash of its content, with an ending.
    package var name: String
    package var bytes: [UInt8]
  }

  /// One document.
  package struct Document: Sendable {
    /// What it is found by.
    package var terms: DocumentTerms
    /// What is shown of it: a value of JSON.
    package var record: [UInt8]
    /// What it can be chosen by, as `facet TAB value TAB label`.
    package var facets: [String]

    package init(terms: DocumentTerms, record: [UInt8], facets: [String] = []) {
      self.terms = terms
      self.record = record
      self.facets = facets
    }
  }

  /// The most bytes of a shard, but that a single term may have more. A question reads a shard for
  /// each of its words, and not every host compresses them on the way.
  package static let shardSize = 24_000
  /// How many records a file holds.
  package static let recordsInFile = 100
  /// The version of the form of these files.
  package static let version = 1

  /// Makes an index.
  ///
  /// - Parameters:
  ///   - news: the documents with a date, oldest first.
  ///   - subjects: the others; those that come later stand at the end.
  ///   - limit: the most bytes of a shard.
  package init(
    news: [Document], subjects: [Document], language: String, limit: Int = shardSize
  ) {
    let rules = SearchRules.rules(for: language)
    let shards = Self.shards(
      PostingLists(news: news.map(\.terms), subjects: subjects.map(\.terms)), limit: limit)
    let newsRecords = Self.records(news)
    let subjectRecords = Self.records(subjects)
    let facets = Self.facets(news)
    var json = JSONWriter()
    json.object { json in
      json.member("version", Self.version)
      json.member("language", language)
      json.member("news", news.count)
      json.member("subjects", subjects.count)
      json.member("recordsInFile", Self.recordsInFile)
      rules.write(to: &json)
      json.array("shards") { json in
        for (start, file) in shards {
          json.string(start)
          json.string(file.name)
        }
      }
      json.array("newsRecords") { json in for file in newsRecords { json.string(file.name) } }
      json.array("subjectRecords") { json in for file in subjectRecords { json.string(file.name) } }
      json.member("facets", facets.name)
    }
    manifest = json.bytes + [0x0A]
    files = Self.distinct(shards.map(\.file) + newsRecords + subjectRecords + [facets])
  }

  /// Each file once, by name; files of one content have one name.
  private static func distinct(_ files: [File]) -> [File] {
    var names = Set<String>()
    return files.filter { names.insert($0.name).inserted }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  // MARK: - Shards

  private static func shards(
    _ lists: PostingLists, limit: Int
  ) -> [(start: String, file: File)] {
    // The lists of all terms, written once; a shard copies its own.
    var written: [UInt8] = []
    var ends: [Int] = []
    var sizes: [Int] = []
    ends.reserveCapacity(lists.count)
    sizes.reserveCapacity(lists.count)
    for place in 0..<lists.count {
      let before = written.count
      ShardWriter.write(
        lists: (0..<PostingLists.List.count).map { lists.documents(place, list: $0) }, to: &written)
      ends.append(written.count)
      let length = written.count - before
      // As if it shared nothing with the term before, so that no shard is ever above the limit.
      sizes.append(lists.term(place).count + length + ShardWriter.length(of: length) + 2)
    }
    let division = ShardDivision(sizes, limit: limit) { lists.term($0) }
    return division.parts.map { part in
      var shard = ShardWriter()
      for place in part.terms {
        let start = place == 0 ? 0 : ends[place - 1]
        shard.add(term: lists.term(place), lists: written[start..<ends[place]])
      }
      return (String(decoding: part.start, as: UTF8.self), file(shard.bytes, "bin"))
    }
  }

  // MARK: - Records and facets

  private static func records(_ documents: [Document]) -> [File] {
    stride(from: 0, to: documents.count, by: recordsInFile).map { start in
      var bytes: [UInt8] = [UInt8(ascii: "[")]
      for document in documents[start..<min(start + recordsInFile, documents.count)] {
        if bytes.count > 1 { bytes += [UInt8(ascii: ","), 0x0A] }
        bytes += document.record
      }
      bytes += [UInt8(ascii: "]"), 0x0A]
      return file(bytes, "json")
    }
  }

  /// A shard whose terms are the facets of the news.
  private static func facets(_ news: [Document]) -> File {
    var found: [String: [UInt32]] = [:]
    for (number, document) in news.enumerated() {
      for facet in document.facets where found[facet]?.last != UInt32(number) {
        found[facet, default: []].append(UInt32(number))
      }
    }
    var shard = ShardWriter()
    var lists: [UInt8] = []
    for (facet, documents) in found.sorted(by: {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }) {
      lists.removeAll(keepingCapacity: true)
      ShardWriter.write(lists: [documents[...]], to: &lists)
      shard.add(term: Array(facet.utf8), lists: lists)
    }
    return file(shard.bytes, "bin")
  }

  private static func file(_ bytes: [UInt8], _ ending: String) -> File {
    File(name: ContentName.make(bytes) + "." + ending, bytes: bytes)
  }
}

/// Names content by a hash of it: 64 bits of FNV-1a, in hexadecimal.
///
/// It guards against mixing versions of a file, not against an adversary: who can choose the content
/// of a site need not forge its index.
enum ContentName {
  static func make(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
