#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The one order of paths: by their UTF-8 bytes, whatever the locale and the Unicode version say.
enum PathOrder {
  /// Whether `a` stands before `b`.
  static func precedes(_ a: String, _ b: String) -> Bool {
    // Swift's own order of strings normalises first, which is slower and not the order of bytes.
    let fast = a.utf8.withContiguousStorageIfAvailable { left in
      b.utf8.withContiguousStorageIfAvailable { right -> Bool in
        guard let first = left.baseAddress, let second = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(first, second, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
    if case .some(.some(let answer)) = fast { return answer }
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
