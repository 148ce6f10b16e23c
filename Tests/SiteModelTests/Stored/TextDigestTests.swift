import Testing

@testable import SiteModel

@Suite("A text digest")
struct TextDigestTests {
  @Test("remembers what was added before, however short the next text is", arguments: 0...40)
  func keepsWhatCameBefore(length: Int) {
    let text = (0..<length).map { UInt8($0) }
    var seen = Set<UInt64>()
    for number in 0..<100 as Range<UInt64> {
      var digest = TextDigest()
      digest.add(number)
      digest.add(text)
      seen.insert(digest.value)
    }
    #expect(seen.count == 100)
  }

  @Test("differs when one byte of a text does", arguments: 1...40)
  func everyByteCounts(length: Int) {
    let text = [UInt8](repeating: 7, count: length)
    var seen: Set<UInt64> = []
    for place in -1..<length {
      var changed = text
      if place >= 0 { changed[place] = 8 }
      var digest = TextDigest()
      digest.add(changed)
      seen.insert(digest.value)
    }
    #expect(seen.count == length + 1)
  }
}
