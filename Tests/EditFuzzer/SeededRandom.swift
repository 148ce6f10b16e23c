/// A small generator of numbers that are the same in every run (SplitMix64).
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that begins at `seed`.
  public init(_ seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A number below `bound`.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }

  /// Whether something happens that does so once in `n` times.
  mutating func once(in n: Int) -> Bool { below(n) == 0 }

  /// One of some things; `nil` of none.
  mutating func pick<Item>(_ items: [Item]) -> Item? {
    items.isEmpty ? nil : items[below(items.count)]
  }
}
