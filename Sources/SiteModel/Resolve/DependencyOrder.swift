/// An order in which things can be worked out that need others first: what is needed comes before
/// what needs it, and things that need each other in a circle come together.
///
/// These are the strongly connected components of a graph by Tarjan's method, which takes linear
/// time, with a stack of its own in place of recursion.
struct DependencyOrder {
  /// The groups, each after all that its members need; a group of one is in no circle unless it
  /// needs itself. Members ascend.
  private(set) var groups: [[Int]] = []
  private let needs: [[Int]]
  private var number: [Int?]
  private var lowest: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var count = 0

  /// `needs[n]` are the things that `n` needs.
  init(_ needs: [[Int]]) {
    self.needs = needs
    number = Array(repeating: nil, count: needs.count)
    lowest = Array(repeating: 0, count: needs.count)
    isOpen = Array(repeating: false, count: needs.count)
    for node in needs.indices where number[node] == nil { visit(node) }
  }

  private mutating func visit(_ start: Int) {
    var path = [(node: start, next: 0)]
    enter(start)
    while let (node, next) = path.last {
      if next < needs[node].count {
        path[path.count - 1].next += 1
        let other = needs[node][next]
        if let seen = number[other] {
          if isOpen[other] { lowest[node] = min(lowest[node], seen) }
        } else {
          enter(other)
          path.append((other, 0))
        }
        continue
      }
      path.removeLast()
      if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
      if lowest[node] == number[node] { close(node) }
    }
  }

  private mutating func enter(_ node: Int) {
    number[node] = count
    lowest[node] = count
    count += 1
    open.append(node)
    isOpen[node] = true
  }

  private mutating func close(_ root: Int) {
    var group: [Int] = []
    while let node = open.popLast() {
      isOpen[node] = false
      group.append(node)
      if node == root { break }
    }
    groups.append(group.sorted())
  }
}
