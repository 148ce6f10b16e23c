package import SourceDiagnostics

/// Keeps what was parsed of a file as bytes, so that a file that did not change need not be parsed
/// again.
///
/// A file becomes two stretches: its head, with all that other files and lists ask for, and the
/// content of its body, which only its own page needs (see `TextBody`). Both hold digests: what is
/// damaged, or belongs to something else, is refused and not believed.
///
/// What was stored is as good as what parsing the same bytes gives, as long as these are the same:
/// the file's path, its bytes, `ContentParser.fingerprint`, and the program. Of the last, `format`
/// covers what is stored, not what the parser does with the same bytes; so whoever keeps stores from
/// one run to the next must throw them away when the program is another one.
package enum ParsedFileStore {
  /// Changes when the way of storing does, or the words that are stored by their places in lists.
  package static let format: UInt64 = {
    var digest = TextDigest()
    digest.add(version)
    for words in storedWords {
      for word in words { digest.add(Array(word.utf8)) }
      digest.add(UInt64(words.count))
    }
    return digest.value
  }()

  /// To be raised when fields are added, left out or moved.
  private static let version: UInt64 = 1

  /// A file's two stretches.
  package struct Stretches: Sendable, Hashable {
    /// All but the content of the body.
    package var head: [UInt8]
    /// The content of the body; empty when there is no record.
    package var body: [UInt8]

    package init(head: [UInt8], body: [UInt8]) {
      self.head = head
      self.body = body
    }
  }

  /// Where the content of a file's body is when its head is read.
  package enum BodyPlace: Sendable {
    /// At this place of an archive; it is read when it is needed.
    case archive(BodyArchive, Range<Int>)
    /// Here.
    case bytes([UInt8])
  }

  /// The bytes of what `ContentParser.parse` gave for the file at `path`.
  package static func encode(
    _ file: ParsedFile?, diagnostics: [Diagnostic], path: String
  ) -> Stretches {
    var writer = StoredWriter(file: path)
    writer.write(word: 0)
    switch file {
    case nil: writer.write(UInt8(0))
    case .brief(let file): writer.write(1, file.value)
    case .entity(let file): writer.write(2, file.value)
    case .topic(let file): writer.write(3, file.value)
    case .storyline(let file): writer.write(4, file.value)
    case .event(let file): writer.write(5, file.value)
    case .page(let file): writer.write(6, file.value)
    case .translation(let file): writer.write(7, file.value)
    }
    writer.write(diagnostics)
    var body = StoredWriter(file: path)
    if let file { body.write(file.body.content) }
    return Stretches(head: sealed(writer.bytes), body: body.bytes)
  }

  /// What `encode` was given for the file at `path`.
  ///
  /// - Parameters:
  ///   - head: the head's bytes, and nothing else.
  ///   - body: where the content of the body is.
  ///   - rules: the rule with a code.
  package static func decode(
    _ head: UnsafeRawBufferPointer, path: String, body: BodyPlace,
    rules: @escaping (String) -> DiagnosticRule?
  ) throws(StoredDamage) -> (file: ParsedFile?, diagnostics: [Diagnostic]) {
    var reader = StoredReader(head, file: path, body: try place(body), rules: rules)
    let seal = try reader.word()
    guard seal == digest(of: head) else { throw StoredDamage() }
    return try decode(&reader)
  }

  /// The same behind the seal.
  static func decode(
    _ reader: inout StoredReader
  ) throws(StoredDamage) -> (file: ParsedFile?, diagnostics: [Diagnostic]) {
    let file: ParsedFile?
    switch try reader.byte() {
    case 0: file = nil
    case 1: file = .brief(Boxed(try reader.value()))
    case 2: file = .entity(Boxed(try reader.value()))
    case 3: file = .topic(Boxed(try reader.value()))
    case 4: file = .storyline(Boxed(try reader.value()))
    case 5: file = .event(Boxed(try reader.value()))
    case 6: file = .page(Boxed(try reader.value()))
    case 7: file = .translation(Boxed(try reader.value()))
    default: throw StoredDamage()
    }
    let diagnostics = try reader.list(Diagnostic.self)
    try reader.finish()
    return (file, diagnostics)
  }

  private static func place(
    _ body: BodyPlace
  ) throws(StoredDamage) -> StoredReader.BodyPlace {
    switch body {
    case .archive(let archive, let range): return .archive(archive, range)
    case .bytes(let bytes):
      return .memory(bytes.isEmpty ? TextContent() : try TextContent(stored: bytes))
    }
  }

  // MARK: - The seal

  private static let sealLength = 8

  /// The bytes with the digest of what follows put into their first eight.
  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let seal = bytes.withUnsafeBytes { digest(of: $0) }
    for index in 0..<sealLength { bytes[index] = UInt8(truncatingIfNeeded: seal >> (8 * index)) }
    return bytes
  }

  private static func digest(of head: UnsafeRawBufferPointer) -> UInt64 {
    var digest = TextDigest()
    digest.add(UnsafeRawBufferPointer(rebasing: head[sealLength...]))
    return digest.value
  }

  /// The lists of words of which places are stored.
  private static var storedWords: [[String]] {
    [
      Certainty.allCases.map(\.rawValue), Stage.allCases.map(\.rawValue),
      RelativeDate.Word.allCases.map(\.rawValue),
      DatePoint.Approximation.allCases.map(\.rawValue),
      Quantity.Qualifier.allCases.map(\.rawValue), Quantity.Nature.allCases.map(\.rawValue),
      Quantity.Inferred.allCases.map(\.rawValue),
      Assertion<EventContent>.Rank.allCases.map(\.rawValue), BriefKind.allCases.map(\.rawValue),
      AutolinkMode.allCases.map(\.rawValue), SourceKind.allCases.map(\.rawValue),
      Correction.Kind.allCases.map(\.rawValue), EntityKind.allCases.map(\.rawValue),
      StorylineFile.State.allCases.map(\.rawValue), Severity.allCases.map(\.rawValue),
    ]
  }
}

extension StoredWriter {
  fileprivate mutating func write(_ kind: UInt8, _ file: some Stored) {
    write(kind)
    write(file)
  }
}

extension ParsedFile {
  /// The body of its text.
  package var body: TextBody {
    switch self {
    case .brief(let file): file.value.body
    case .entity(let file): file.value.body
    case .topic(let file): file.value.body
    case .storyline(let file): file.value.body
    case .event(let file): file.value.body
    case .page(let file): file.value.body
    case .translation(let file): file.value.body
    }
  }

  /// Leaves the content of the body to an archive, which holds it, as `ParsedFileStore.encode` gave
  /// it, at `range`.
  package mutating func moveBody(to archive: BodyArchive, at range: Range<Int>) {
    switch self {
    case .brief(var file):
      file.value.body.move(to: archive, at: range)
      self = .brief(file)
    case .entity(var file):
      file.value.body.move(to: archive, at: range)
      self = .entity(file)
    case .topic(var file):
      file.value.body.move(to: archive, at: range)
      self = .topic(file)
    case .storyline(var file):
      file.value.body.move(to: archive, at: range)
      self = .storyline(file)
    case .event(var file):
      file.value.body.move(to: archive, at: range)
      self = .event(file)
    case .page(var file):
      file.value.body.move(to: archive, at: range)
      self = .page(file)
    case .translation(var file):
      file.value.body.move(to: archive, at: range)
      self = .translation(file)
    }
  }
}
