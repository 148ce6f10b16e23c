import Testing

@testable import SiteModel

@Suite("Names in text")
struct NameFinderTests {
  @Test(
    "the longest whole word at the leftmost place is found, and what overlaps it is not",
    arguments: [
      ("Meta AI and Meta", ["Meta", "Meta AI"], ["Meta AI", "Meta"]),
      ("GPT-4 is no GPT", ["GPT"], ["GPT"]),
      ("Llama 4.1, Llama 4.", ["Llama 4"], ["Llama 4"]),
      ("d’OpenAI, Meta’s", ["OpenAI", "Meta"], ["OpenAI", "Meta"]),
      ("Big\nName", ["Big Name"], ["Big\nName"]),
      ("Élodie, Elodie, aÉlodie", ["Élodie"], ["Élodie"]),
      (
        "xAI x.ai AT&amp;T ASP.NET .NET", ["xAI", "x.ai", "AT&amp;T", ".NET"],
        ["xAI", "x.ai", "AT&amp;T", ".NET"]
      ),
      ("Metal", ["Meta"], []), ("", ["Meta"], []), ("1.5 5", ["5"], ["5"]),
    ] as [(String, [String], [String])])
  func examples(_ text: String, _ names: [String], _ due: [String]) {
    let bytes = Array(text.utf8)
    let found = NameFinder(names: names.map { Array($0.utf8) })
      .matches(in: bytes, range: bytes.indices)
    #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == due)
  }

  @Test("what is found is what trying every name at every place finds", arguments: 0..<20)
  func everyPlace(_ seed: UInt64) {
    var random = SeededRandom(seed + 4000)
    for _ in 0..<50 {
      let names = (0..<random.int(1...12)).map { _ in self.text(&random, random.int(1...5)) }
      let text = self.text(&random, random.int(0...60))
      let lower = random.int(0...text.count / 4)
      let found = NameFinder(names: names).matches(in: text, range: lower..<text.count)
      #expect(found == slowly(names, text, lower..<text.count), "seed \(seed)")
    }
  }

  private func text(_ random: inout SeededRandom, _ count: Int) -> [UInt8] {
    let parts = ["A", "b", "Ab", " ", " ", "-", ".", "4", "é", "’", "\n", "&amp;"]
    return (0..<count).flatMap { _ in Array(random.pick(parts).utf8) }
  }

  private func slowly(
    _ names: [[UInt8]], _ text: [UInt8], _ limits: Range<Int>
  ) -> [NameFinder.Match] {
    var found: [NameFinder.Match] = []
    var index = limits.lowerBound
    func plain(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.map { $0 == 0x0A ? 0x20 : $0 } }
    while index < limits.upperBound {
      var best: NameFinder.Match?
      for (number, name) in names.enumerated() {
        let end = index + name.count
        guard end <= limits.upperBound, plain(text[index..<end]) == plain(name),
          name.count > best?.range.count ?? 0
        else { continue }
        let isWhole = text.withUnsafeBufferPointer {
          WordBoundary.begins(at: index, in: $0, limits: limits)
            && WordBoundary.ends(at: end, in: $0, limits: limits)
        }
        if isWhole { best = .init(name: number, range: index..<end) }
      }
      if let best { found.append(best) }
      index = best?.range.upperBound ?? index + 1
    }
    return found
  }
}
