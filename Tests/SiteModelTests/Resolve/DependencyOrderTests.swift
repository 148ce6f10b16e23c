import Testing

@testable import SiteModel

@Suite("The order of what needs each other")
struct DependencyOrderTests {
  @Test("what is needed comes first, and a circle comes together", arguments: 0..<20)
  func order(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 900)
    for _ in 0..<60 {
      let count = random.int(1...9)
      let needs = (0..<count).map { _ in
        (0..<random.int(0...2)).map { _ in random.int(0...count - 1) }
      }
      let groups = DependencyOrder(needs).groups
      #expect(groups.flatMap(\.self).sorted() == Array(0..<count), "\(needs), seed \(seed)")
      var place = [Int](repeating: 0, count: count)
      for (index, group) in groups.enumerated() { for node in group { place[node] = index } }
      let reach = (0..<count).map { reachable(from: $0, needs) }
      for node in 0..<count {
        for other in needs[node] { #expect(place[other] <= place[node], "\(needs)") }
        for other in 0..<count where other != node {
          let isTogether = reach[node].contains(other) && reach[other].contains(node)
          #expect((place[node] == place[other]) == isTogether, "\(needs), seed \(seed)")
        }
      }
    }
  }

  @Test("a chain of a hundred thousand takes neither depth nor long", .timeLimit(.minutes(1)))
  func chain() {
    let needs = (0..<100_000).map { $0 == 99_999 ? [] : [$0 + 1] }
    #expect(DependencyOrder(needs).groups.map { $0[0] } == Array((0..<100_000).reversed()))
    let ring = (0..<100_000).map { [($0 + 1) % 100_000] }
    #expect(DependencyOrder(ring).groups.count == 1)
  }

  private func reachable(from start: Int, _ needs: [[Int]]) -> Set<Int> {
    var seen = Set<Int>()
    var stack = needs[start]
    while let next = stack.popLast() {
      if seen.insert(next).inserted { stack += needs[next] }
    }
    return seen
  }
}
