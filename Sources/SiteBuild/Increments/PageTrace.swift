import Digests
package import SiteRender

/// What is remembered of a page that was made: what it rests on, what it read, and what came out.
package struct PageTrace: Sendable {
  /// The page's path in the output.
  package var path: String
  /// What it rests on.
  package var base: PageBasis
  /// The digest of its bytes.
  var hash: ContentHash
  /// The pieces of the site that it read, as places in a table of keys.
  var pieces: [UInt32]
  /// The interface strings that it shows and that its language lacks.
  var missingStrings: [String]
}

/// The traces of all pages of a build, and the digests that the pieces they read had then.
package struct BuildTraces: Sendable {
  /// The key of each piece that some page read.
  var keys: [UInt64] = []
  /// The digest that it had; 0 for what was looked for and not there.
  var digests: [UInt64] = []
  /// The pages, by path.
  var pages: [PageTrace] = []
}

// MARK: - As bytes

extension BuildTraces {
  /// The name of the file in the cache that holds them.
  static let fileName = "traces"
  /// To be raised when the form of the file or the meaning of a digest changes.
  private static let version: UInt64 = 1

  /// All of it as bytes.
  var stored: [UInt8] {
    var writer = StateWriter()
    writer.write(unsigned: Self.version)
    writer.write(unsigned: UInt64(keys.count))
    for (key, digest) in zip(keys, digests) {
      writer.write(word: key)
      writer.write(word: digest)
    }
    writer.write(unsigned: UInt64(pages.count))
    for page in pages {
      writer.write(page.path)
      for word in [page.base.settings, page.base.templates, page.base.place] {
        writer.write(word: word)
      }
      writer.write(word: page.hash.high)
      writer.write(word: page.hash.low)
      writer.write(unsigned: UInt64(page.pieces.count))
      var last: UInt32 = 0
      for piece in page.pieces {
        writer.write(unsigned: UInt64(piece &- last))
        last = piece
      }
      writer.write(unsigned: UInt64(page.missingStrings.count))
      for key in page.missingStrings { writer.write(key) }
    }
    return writer.bytes
  }

  /// What such bytes hold; `nil` for any others.
  init?(stored bytes: [UInt8]) {
    guard let traces = try? bytes.withUnsafeBytes({ try Self.read($0) }) else { return nil }
    self = traces
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer
  ) throws(StateDamage) -> BuildTraces {
    var reader = StateReader(bytes)
    var traces = BuildTraces()
    guard try reader.unsigned() == version else { throw StateDamage() }
    let count = try reader.count(ofSize: 16)
    traces.keys.reserveCapacity(count)
    traces.digests.reserveCapacity(count)
    for _ in 0..<count {
      traces.keys.append(try reader.word())
      traces.digests.append(try reader.word())
    }
    let pages = try reader.count(ofSize: 40)
    traces.pages.reserveCapacity(pages)
    for _ in 0..<pages {
      let path = try reader.text()
      let base = PageBasis(
        settings: try reader.word(), templates: try reader.word(), place: try reader.word())
      let hash = ContentHash(high: try reader.word(), low: try reader.word())
      let pieceCount = try reader.count(ofSize: 1)
      var pieces: [UInt32] = []
      pieces.reserveCapacity(pieceCount)
      var last: UInt64 = 0
      for _ in 0..<pieceCount {
        last += try reader.unsigned()
        guard last < UInt64(count) else { throw StateDamage() }
        pieces.append(UInt32(last))
      }
      var missing: [String] = []
      for _ in 0..<(try reader.count(ofSize: 1)) { missing.append(try reader.text()) }
      traces.pages.append(
        PageTrace(path: path, base: base, hash: hash, pieces: pieces, missingStrings: missing))
    }
    guard reader.isAtEnd else { throw StateDamage() }
    return traces
  }
}
