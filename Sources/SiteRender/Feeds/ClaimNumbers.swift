package import SiteModel

/// Gives the claims of a brief their numbers in a text: in the order in which the text first cites
/// them, and those that it never cites after these, in their own order.
package struct ClaimNumbers: Sendable, Hashable {
  /// For each claim, by its place in the brief's claims, its number from 1.
  private let numbers: [Int]
  /// For each claim, how often the text cites it.
  private let counts: [Int]
  /// The claims in the order of their numbers.
  package let order: [Int]

  /// The numbers of `count` claims in a text.
  package init(_ text: LinkedText, claims count: Int) {
    var numbers = [Int](repeating: 0, count: count)
    var counts = numbers
    var order: [Int] = []
    for link in text.links {
      guard case .citation(let claim) = link.kind, numbers.indices.contains(claim) else { continue }
      counts[claim] += 1
      guard numbers[claim] == 0 else { continue }
      order.append(claim)
      numbers[claim] = order.count
    }
    for claim in numbers.indices where numbers[claim] == 0 {
      order.append(claim)
      numbers[claim] = order.count
    }
    self.numbers = numbers
    self.counts = counts
    self.order = order
  }

  /// The number of a claim, by its place in the brief's claims; `nil` when there is no such claim.
  func known(_ claim: Int) -> Int? { numbers.indices.contains(claim) ? numbers[claim] : nil }

  /// The number of a claim, by its place in the brief's claims.
  package func number(of claim: Int) -> Int { known(claim) ?? claim + 1 }

  /// The ids of the marks of a claim in the text, in their order.
  package func backlinks(of claim: Int, id: String) -> [String] {
    guard counts.indices.contains(claim), counts[claim] > 0 else { return [] }
    return (1...counts[claim]).map { Self.mark(id, $0) }
  }

  /// The id of a claim's note on a page: `claim-c1`.
  package static func anchor(_ id: String) -> String { "claim-" + id }

  /// The id of the `number`th mark (from 1) of a claim in the text: `claimref-c1-1`.
  package static func mark(_ id: String, _ number: Int) -> String { "claimref-\(id)-\(number)" }
}
