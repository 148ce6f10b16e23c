import Testing

@testable import Digests

@Suite("A content hash")
struct ContentHashTests {
  @Test("is what the documented algorithm gives, on every machine")
  func vectors() throws {
    let lines = try Fixture.lines("content-hash-vectors.txt").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 27)
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      if parts[0] == "text" {
        #expect(ContentHash(Array(parts[2].utf8)).hex == parts[1])
      } else {
        #expect(ContentHash(pattern(try #require(Int(parts[0])))).hex == parts[1], "\(line)")
      }
    }
  }

  @Test("does not depend on where the content is cut")
  func pieces() {
    let content = pattern(300)
    let whole = ContentHash(content)
    var random = Seeded(1)
    for _ in 0..<500 {
      var hasher = ContentHasher()
      var rest = content[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 0...70, using: &random))
        hasher.update(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      #expect(hasher.finish() == whole)
    }
  }

  @Test("tells apart contents that differ in one bit, in length, or in the order of blocks")
  func differences() {
    var seen = Set<ContentHash>()
    var count = 0
    func add(_ bytes: [UInt8]) {
      seen.insert(ContentHash(bytes))
      count += 1
    }
    for length in 0..<200 { add([UInt8](repeating: 0, count: length)) }
    let base = pattern(96)
    add(base)
    for bit in 0..<96 * 8 {
      var changed = base
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      add(changed)
    }
    for i in 0..<6 {
      for j in 0..<i {
        var swapped = base
        for k in 0..<16 { swapped.swapAt(i * 16 + k, j * 16 + k) }
        add(swapped)
      }
    }
    #expect(seen.count == count)
  }

  @Test("changes half of its bits when one bit of the content changes")
  func avalanche() {
    let base = pattern(64)
    let hash = ContentHash(base)
    var changed = 0
    for bit in 0..<512 {
      var other = base
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      let otherHash = ContentHash(other)
      let bits =
        (hash.high ^ otherHash.high).nonzeroBitCount + (hash.low ^ otherHash.low).nonzeroBitCount
      #expect((32...96).contains(bits))
      changed += bits
    }
    #expect((62...66).contains(changed / 512))
  }

  @Test("is read back from its hexadecimal form, and from nothing else")
  func hexadecimal() {
    let hash = ContentHash(pattern(10))
    #expect(ContentHash(hex: hash.hex.utf8) == hash)
    #expect(ContentHash(hex: hash.hex.uppercased().utf8) == nil)
    #expect(ContentHash(hex: hash.hex.dropLast().utf8) == nil)
    #expect(ContentHash(hex: "g".utf8) == nil)
  }

  private func pattern(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: 7 * $0 + $0 / 256) }
  }
}
