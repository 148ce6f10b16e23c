/// How well a thing is known.
package enum Certainty: String, Sendable, Hashable, CaseIterable {
  case rumoured, reported, confirmed, disputed, denied, retracted

  /// How much weight an assertion's values have against others: confirmed over reported over
  /// rumoured, and a disputed one below them all. Nil for those whose values do not count.
  package var standing: Int? {
    switch self {
    case .confirmed: 3
    case .reported: 2
    case .rumoured: 1
    case .disputed: 0
    case .denied, .retracted: nil
    }
  }

  /// Whether going from this to `next` takes something back, and so needs a reason.
  ///
  /// Knowing less than before is backwards, and so is doubting or denying what was confirmed, a
  /// denied story that comes back unproved, and anything that follows a retraction.
  package func isBackward(to next: Certainty) -> Bool {
    if next == self { return false }
    return switch (self, next) {
    case (.retracted, _): true
    case (.denied, .rumoured), (.denied, .reported): true
    case (.denied, _), (.disputed, _): false
    case (.confirmed, _): true
    case (.reported, .rumoured): true
    case (.reported, _), (.rumoured, _): false
    }
  }
}
