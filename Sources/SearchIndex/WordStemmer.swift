/// Takes the endings off words of small letters, as `SearchRules` says.
struct WordStemmer: Sendable {
  /// For each step the endings by their last letter, in order.
  private let steps: [[[Ending]]]

  private struct Ending: Sendable {
    let suffix: [UInt8]
    let replacement: [UInt8]
    let minimum: Int
  }

  init(_ rules: SearchRules) {
    steps = rules.steps.map { step in
      var byLetter = [[Ending]](repeating: [], count: 26)
      for ending in step {
        let suffix = Array(ending.suffix.utf8)
        guard let last = suffix.last, last &- 0x61 < 26 else { continue }
        byLetter[Int(last - 0x61)].append(
          Ending(
            suffix: suffix, replacement: Array(ending.replacement.utf8), minimum: ending.minimum))
      }
      return byLetter
    }
  }

  /// Whether endings are taken off a word: it has no character but `a` to `z`.
  static func applies(to word: some Sequence<UInt8>) -> Bool { word.allSatisfy { $0 &- 0x61 < 26 } }

  /// Takes the endings off `word`, which must be of the letters `a` to `z`.
  func stem(_ word: inout [UInt8]) {
    for step in steps {
      guard let last = word.last else { return }
      for ending in step[Int(last - 0x61)] {
        let rest = word.count - ending.suffix.count
        guard rest >= ending.minimum, word[rest...].elementsEqual(ending.suffix) else { continue }
        word.replaceSubrange(rest..., with: ending.replacement)
        break
      }
    }
  }
}
