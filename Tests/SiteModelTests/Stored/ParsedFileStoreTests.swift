import FrontMatter
import GFMarkdown
import SourceDiagnostics
import Testing

@testable import SiteModel

@Suite("What is stored of a file")
struct ParsedFileStoreTests {
  @Test("comes back whole, field by field", arguments: StoredText.all)
  func fields(_ text: StoredText) throws {
    let (file, diagnostics) = text.parsed
    let stretches = ParsedFileStore.encode(file, diagnostics: diagnostics, path: text.path)
    let found = try read(stretches, text.path)
    // Names and values of all fields, also those that no page shows.
    #expect(description(found.file) == description(file))
    #expect(found.diagnostics == diagnostics)
    #expect(found.diagnostics.map(\.severity) == diagnostics.map(\.severity))
  }

  @Test("comes back whole for briefs that chance has made", arguments: 0..<4)
  func generated(_ seed: UInt64) throws {
    for text in StoredText.generated(seed, count: 50) { try fields(text) }
  }

  @Test("every field that may be absent is there in some text of these tests")
  func variety() {
    let all = StoredText.all.map { description($0.parsed.file) }.joined()
    let absent = Set(all.matches(of: /- (\w+): nil/).map { String($0.1) })
    let present = Set(all.matches(of: /▿ (\w+): Optional/).map { String($0.1) })
    #expect(present.count > 30)
    #expect(absent.subtracting(present) == [])
    let empty = Set(all.matches(of: /- (\w+): 0 elements/).map { String($0.1) })
    let full = Set(all.matches(of: /▿ (\w+): [1-9]\d* elements?/).map { String($0.1) })
    // The nodes of untyped assertions are described apart, and units are a table of the program's.
    #expect(empty.subtracting(full) == ["untyped", "prefixable"])
  }

  @Test("is refused when it was cut short, at any length", arguments: StoredText.all)
  func truncation(_ text: StoredText) {
    let stretches = text.stretches
    for length in 0..<stretches.head.count {
      let head = Array(stretches.head[..<length])
      #expect(throws: StoredDamage.self) {
        try read(.init(head: head, body: stretches.body), text.path)
      }
      // Behind the seal too: what is cut short must not be taken for whole.
      #expect(throws: StoredDamage.self) { try readUnsealed(head, text) }
    }
    for length in 1..<max(stretches.body.count, 1) {
      #expect(throws: StoredDamage.self) {
        try read(.init(head: stretches.head, body: Array(stretches.body[..<length])), text.path)
      }
    }
  }

  @Test(
    "is refused when a bit of it was changed, and is never the cause of a crash",
    .timeLimit(.minutes(1)), arguments: StoredText.all)
  func damage(_ text: StoredText) {
    var random = SeededRandom(UInt64(text.path.utf8.count) * 7919)
    let stretches = text.stretches
    for _ in 0..<400 {
      var head = stretches.head
      let place = random.int(0...head.count - 1)
      head[place] ^= 1 << UInt8(random.int(0...7))
      #expect(throws: StoredDamage.self) {
        try read(.init(head: head, body: stretches.body), text.path)
      }
      // Without the seal anything may come back, as long as something does.
      for _ in 0..<random.int(0...4) {
        head[random.int(8...head.count - 1)] = UInt8(random.int(0...255))
      }
      _ = try? readUnsealed(head, text)
    }
  }

  @Test("a length that the bytes cannot hold makes no room for itself")
  func lengths() {
    let long: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    long.withUnsafeBytes { bytes in
      var reader = StoredReader(bytes)
      #expect(throws: StoredDamage.self) { try reader.text() }
      reader = StoredReader(bytes)
      #expect(throws: StoredDamage.self) { try reader.list(String.self) }
      reader = StoredReader(bytes)
      #expect(throws: StoredDamage.self) { try reader.range() }
      reader = StoredReader(bytes)
      #expect(throws: Never.self) { try reader.unsigned() }
    }
  }

  @Test("numbers of every size come back", arguments: 0..<64)
  func numbers(_ bits: Int) throws {
    for number in [UInt64(1) << bits, (UInt64(1) << bits) &- 1, ~(UInt64(1) << bits)] {
      var writer = StoredWriter()
      writer.write(unsigned: number)
      writer.write(signed: Int64(bitPattern: number))
      try writer.bytes.withUnsafeBytes { bytes in
        var reader = StoredReader(bytes)
        #expect(try reader.unsigned() == number)
        #expect(try reader.signed() == Int64(bitPattern: number))
        try reader.finish()
      }
    }
  }

  @Test("what a parser depends on is in its fingerprint")
  func fingerprint() {
    var settings = SiteSettings()
    settings.languages = [LanguageTag("en"), LanguageTag("fr")]
    var prints = [ContentParser(settings: settings).fingerprint]
    #expect(ContentParser(settings: settings).fingerprint == prints[0])
    let changes: [(inout SiteSettings) -> Void] = [
      { $0.language = LanguageTag("fr") }, { $0.languages.reverse() },
      { $0.languages.append(LanguageTag("de")) }, { $0.allowsRawHTML = true },
      { $0.allowsTypography = false },
    ]
    for change in changes {
      var other = settings
      change(&other)
      prints.append(ContentParser(settings: other).fingerprint)
    }
    prints.append(
      ContentParser(settings: settings, labels: [LanguageTag("fr"): .init(footnotes: "Notes")])
        .fingerprint)
    #expect(Set(prints).count == prints.count)
  }

  // MARK: - Reading

  private func read(
    _ stretches: ParsedFileStore.Stretches, _ path: String
  ) throws -> (file: ParsedFile?, diagnostics: [Diagnostic]) {
    try stretches.head.withUnsafeBytes {
      try ParsedFileStore.decode(
        $0, path: path, body: .bytes(stretches.body), rules: { StoredText.rules[$0] })
    }
  }

  private func readUnsealed(
    _ head: [UInt8], _ text: StoredText
  ) throws -> (file: ParsedFile?, diagnostics: [Diagnostic]) {
    try head.dropFirst(8).withUnsafeBytes { bytes in
      var reader = StoredReader(
        bytes, file: text.path, body: .archive(BodyArchive([]), 0..<0),
        rules: { StoredText.rules[$0] })
      return try ParsedFileStore.decode(&reader)
    }
  }

  /// All fields with their values, but for the nodes of assertions without a type, which stand in
  /// other arrays when they come back.
  private func description(_ file: ParsedFile?) -> String {
    var file = file
    var nodes = ""
    if case .brief(var brief) = file {
      for index in brief.value.events.indices {
        for (key, value) in brief.value.events[index].untyped {
          nodes += "\(key.detached) \(value.detached)\n"
        }
        brief.value.events[index].untyped = []
      }
      file = .brief(brief)
    }
    var text = ""
    dump(file, to: &text)
    return text + nodes
  }
}
