/// Finds the name that was probably meant, for "did you mean" in every room.
public enum Spelling {
  /// The candidates within reach of `word`, nearest first and then in their own order; at most three.
  ///
  /// Distance is the restricted Damerau–Levenshtein distance over lower-cased scalars (an insertion,
  /// deletion, substitution or swap of neighbours costs one); within reach is a third of the
  /// longer word's length, at least one, and something of the word must be left. Equal candidates
  /// are named once.
  public static func suggestions(
    for word: String, among candidates: some Sequence<String>
  ) -> [String] {
    let folded = Array(word.lowercased().unicodeScalars)
    var seen = Set<String>()
    let ranked = candidates.enumerated().compactMap { index, candidate -> (Int, Int, String)? in
      let other = Array(candidate.lowercased().unicodeScalars)
      let longest = max(folded.count, other.count)
      let reach = max(1, longest / 3)
      guard abs(folded.count - other.count) <= reach else { return nil }
      let distance = editDistance(folded, other)
      guard distance <= reach, distance < longest, seen.insert(candidate).inserted else {
        return nil
      }
      return (distance, index, candidate)
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.2)
  }

  /// `; did you mean 'a' or 'b'?` for the nearest candidates, or nothing.
  public static func question(for word: String, among candidates: some Sequence<String>) -> String {
    let found = suggestions(for: word, among: candidates).map { "'\($0)'" }
    guard let last = found.last else { return "" }
    let list = found.count == 1 ? last : found.dropLast().joined(separator: ", ") + " or " + last
    return "; did you mean \(list)?"
  }

  /// The restricted Damerau–Levenshtein distance between two sequences of scalars.
  static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var best = min(last[j] + 1, row[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
