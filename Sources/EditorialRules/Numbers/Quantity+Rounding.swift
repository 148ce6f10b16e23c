import SiteModel

/// Tells a rounded figure from another one.
extension Quantity {
  /// How much of a figure rounding may hide, as one part in so many: beyond a tenth nobody rounds.
  private static let coarsestRounding = 10

  /// Whether the two cannot be roundings of one figure: they count different things, or what each
  /// may mean lies apart.
  ///
  /// A figure may be off by half a unit of its last digit that is not zero, and by at most a tenth;
  /// one that is only “about” so much, by a tenth. “Over” and “up to” have no other end.
  func differsBeyondRounding(from other: Quantity) -> Bool {
    if let mine = measure, let theirs = other.measure, mine != theirs { return true }
    let (a, b) = (widened, other.widened)
    if let end = a.upper, let start = b.lower, end < start { return true }
    if let end = b.upper, let start = a.lower, end < start { return true }
    return false
  }

  /// The least and the greatest figure that it may be a rounding of, as far as there are such.
  var widened: (lower: DecimalNumber?, upper: DecimalNumber?) {
    let bounds = self.bounds
    func moved(_ number: DecimalNumber?, up: Bool) -> DecimalNumber? {
      guard let number, let slack = slack(of: number) else { return nil }
      return number.adding(up ? slack : slack.negated)
    }
    if case .magnitude = amount { return bounds }
    return (moved(bounds.lower, up: false), moved(bounds.upper, up: true))
  }

  /// How far the figure meant may be from a number.
  private func slack(of number: DecimalNumber) -> DecimalNumber? {
    let size = number.isNegative ? number.negated : number
    guard let tenth = size.shifted(by: -1) else { return nil }
    if qualifier == .about { return tenth }
    guard let half = DecimalNumber(coefficient: 5, exponent: number.exponent - 1) else {
      return tenth
    }
    return number == .zero ? .zero : min(half, tenth)
  }
}

extension DecimalNumber {
  /// Whether this is more than `factor` times the other.
  func exceeds(_ other: DecimalNumber, times factor: DecimalNumber) -> Bool {
    other.multiplied(by: factor).map { self > $0 } ?? false
  }

  /// Whether two numbers above zero are further apart than a tenth of the lesser.
  func differsByOverATenth(from other: DecimalNumber) -> Bool {
    guard let factor = DecimalNumber(coefficient: 11, exponent: -1) else { return false }
    return exceeds(other, times: factor) || other.exceeds(self, times: factor)
  }
}
