package import SiteModel

/// Gives the claims of a brief their numbers in a text: in the order in which the text first cites
/// them, and those that it never cites after these, in their own order.
package struct ClaimNumbers: Sendable, Hashable {
  /// For each claim, by its place in the brief's claims, its number from 1.
  package let numbers: [Int]
  /// The claims in the order of their numbers.
  package let order: [Int]

  /// The numbers of `count` claims in a text.
  package init(count: Int, in text: LinkedText) {
    var numbers = [Int](repeating: 0, count: max(0, count))
    var order: [Int] = []
    for link in text.links {
      guard case .citation(let claim) = link.kind, numbers.indices.contains(claim),
        numbers[claim] == 0
      else { continue }
      order.append(claim)
      numbers[claim] = order.count
    }
    for claim in numbers.indices where numbers[claim] == 0 {
      order.append(claim)
      numbers[claim] = order.count
    }
    self.numbers = numbers
    self.order = order
  }

  /// The id of a claim's note on a page: `claim-c1`.
  package static func anchor(_ id: String) -> String { "claim-" + id }

  /// The id of the `number`th mark (from 1) of a claim in the text: `claimref-c1-1`.
  package static func mark(_ id: String, _ number: Int) -> String { "claimref-\(id)-\(number)" }
}
