import SourceDiagnostics
import Synchronization
import Testing

@testable import SiteModel

/// What was found of names in texts is kept as long as it is true, and no longer.
@Suite("Remembered names")
struct MentionMemoryTests {
  /// A site whose bodies are read from an archive that says which were.
  private struct Archived {
    var files: [ParsedFile] = []
    let archive: BodyArchive
    let reads = Reads()
    var paths: [String] = []
    var starts: [Int] = []

    final class Reads: Sendable {
      let places = Mutex<[Int]>([])
    }

    init(_ texts: [(path: String, text: String)]) {
      var bytes: [UInt8] = []
      var ranges: [Range<Int>] = []
      let parser = ContentParser(settings: StoredText.settings)
      for (path, text) in texts {
        var found: [Diagnostic] = []
        guard
          let file = parser.parse(path: path, bytes: Array(text.utf8), diagnostics: &found)
        else { continue }
        let body = ParsedFileStore.encode(file, diagnostics: found, path: path).body
        ranges.append(bytes.count..<bytes.count + body.count)
        bytes += body
        files.append(file)
        paths.append(path)
      }
      starts = ranges.map(\.lowerBound)
      let (reads, all) = (self.reads, bytes)
      archive = BodyArchive { range in
        reads.places.withLock { $0.append(range.lowerBound) }
        return Array(all[range])
      }
      for index in files.indices { files[index].moveBody(to: archive, at: ranges[index]) }
    }

    func resolved(_ memory: MentionMemory = MentionMemory()) -> Site {
      var options = ResolveOptions(asOf: CalendarDate(dayNumber: 20_500))
      options.memory = memory
      var found: [Diagnostic] = []
      return resolve(
        files, settings: StoredText.settings, options: options, diagnostics: &found)
    }

    /// The files whose bodies were read since this was last asked.
    func lastRead() -> [String] {
      let places = reads.places.withLock { places in
        defer { places = [] }
        return places
      }
      return zip(paths, starts).filter { places.contains($0.1) }.map(\.0).sorted()
    }
  }

  private static func brief(_ name: String, _ text: String) -> (path: String, text: String) {
    (
      "content/briefs/\(name).md",
      """
      ---
      title: \(name)
      date: 2026-01-10
      summary: S
      topics: [news]
      sources: [https://example.org/a]
      ---
      \(text)
      """
    )
  }

  private static let records: [(path: String, text: String)] = [
    ("content/topics/news.md", "---\nname: News\n---\nAll news.\n"),
    ("content/entities/company/acme.md", "---\nname: Acme\naliases: [Acme Inc]\n---\nA firm.\n"),
    ("content/entities/company/globex.md", "---\nname: Globex\n---\nBuilds.\n"),
    brief("one", "Acme Inc meets Globex in Paris."), brief("two", "Nothing but the River Works."),
    brief("three", "The big river, and globex."),
  ]

  private func links(_ site: Site) -> [[TextLink]] {
    site.briefs.map { $0.editions[0].text.links } + site.entities.map(\.profile.links)
      + site.topics.map(\.text.links)
  }

  @Test("without a change no text is read again, also when the memory was stored between")
  func unchanged() throws {
    let archived = Archived(Self.records)
    let first = archived.resolved()
    #expect(archived.lastRead() == archived.paths.sorted())
    let memory = MentionMemory(first)
    #expect(links(archived.resolved(memory)) == links(first))
    #expect(archived.lastRead() == [])
    let stored = try memory.encoded.withUnsafeBytes { try MentionMemory(encoded: $0) }
    #expect(links(archived.resolved(stored)) == links(first))
    #expect(archived.lastRead() == [])
    #expect(stored.encoded == memory.encoded)
  }

  @Test("an added alias has only texts read that may contain it")
  func addedAlias() {
    let memory = MentionMemory(Archived(Self.records).resolved())
    var texts = Self.records
    texts[2].text = "---\nname: Globex\naliases: [River Works]\n---\nBuilds.\n"
    let archived = Archived(texts)
    let site = archived.resolved(memory)
    #expect(archived.lastRead() == ["content/briefs/two.md"])
    #expect(links(site) == links(Archived(texts).resolved()))
    #expect(site.briefs.first { $0.id.text == "two" }?.editions[0].text.mentions == [1])
  }

  @Test("an alias in small letters alone has every text read, since filters know none such")
  func smallLetters() {
    let memory = MentionMemory(Archived(Self.records).resolved())
    var texts = Self.records
    texts[2].text = "---\nname: Globex\naliases: [globex]\n---\nBuilds.\n"
    let archived = Archived(texts)
    let site = archived.resolved(memory)
    #expect(archived.lastRead() == archived.paths.sorted())
    #expect(links(site) == links(Archived(texts).resolved()))
  }

  @Test("a name that is no more has only texts read in which it stood")
  func removedName() {
    let memory = MentionMemory(Archived(Self.records).resolved())
    var texts = Self.records
    texts[1].text = "---\nname: Acme\n---\nA firm.\n"
    let archived = Archived(texts)
    let site = archived.resolved(memory)
    #expect(archived.lastRead() == ["content/briefs/one.md"])
    #expect(links(site) == links(Archived(texts).resolved()))
  }

  @Test("a text that is new is read, but not one that moved to another file or place in it")
  func changedText() {
    let memory = MentionMemory(Archived(Self.records).resolved())
    var texts = Self.records
    texts[4] = Self.brief("two", "Now of Acme.")
    texts.append(Self.brief("four", "Acme Inc meets Globex in Paris."))
    let archived = Archived(texts)
    let site = archived.resolved(memory)
    #expect(archived.lastRead() == ["content/briefs/two.md"])
    #expect(links(site) == links(Archived(texts).resolved()))
  }

  @Test("links are the same with a memory of another state and without one", arguments: 0..<12)
  func anyChange(_ seed: UInt64) {
    var random = SeededRandom(seed + 6000)
    var memory = MentionMemory()
    let names = ["Acme", "Acme Inc", "Globex", "River Works", "globex", "Été", "M&A", "4 Ways"]
    for _ in 0..<6 {
      var texts: [(path: String, text: String)] = [Self.records[0]]
      for entity in ["acme", "globex", "other"] where random.int(0...4) > 0 {
        let aliases = (0..<random.int(0...3)).map { _ in "\"\(random.pick(names))\"" }
        texts.append(
          (
            "content/entities/company/\(entity).md",
            "---\nname: \(entity.uppercased())\naliases: [\(aliases.joined(separator: ", "))]\n"
              + "---\nText.\n"
          ))
      }
      for number in 0..<8 {
        let words = (0..<random.int(1...9)).map { _ in random.pick(names + ["and", "so", "Inc"]) }
        texts.append(Self.brief("brief-\(number)", words.joined(separator: " ")))
      }
      let site = Archived(texts).resolved(memory)
      #expect(links(site) == links(Archived(texts).resolved()), "seed \(seed)")
      memory = MentionMemory(site)
    }
  }

  @Test("a damaged memory is refused")
  func damage() {
    let bytes = MentionMemory(Archived(Self.records).resolved()).encoded
    var random = SeededRandom(77)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: StoredDamage.self) {
        try bytes[..<length].withUnsafeBytes { try MentionMemory(encoded: $0) }
      }
    }
    for _ in 0..<300 {
      var damaged = bytes
      damaged[random.int(0...bytes.count - 1)] ^= 1 << UInt8(random.int(0...7))
      #expect(throws: StoredDamage.self) {
        try damaged.withUnsafeBytes { try MentionMemory(encoded: $0) }
      }
    }
  }
}
