import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Texts that were read and found right, kept beside the tests and held against what is made now.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites them at their source paths, to be read as a diff; where
/// `CI` is `true` that is refused, so that nothing passes unread.
enum Golden {
  /// The folder `Tests`.
  static let tests = String(#filePath.dropLast("/SiteTests/Golden.swift".count))

  /// Whether goldens are rewritten instead of checked.
  static let isUpdating = isUpdating(
    update: variable("UPDATE_GOLDEN"), continuous: variable("CI"))

  static func isUpdating(update: String?, continuous: String?) -> Bool {
    update == "1" && continuous != "true"
  }

  /// Holds `text` against the golden at `path`; `nil` means that there is to be no such file.
  static func check(
    _ text: String?, at path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let due = Disk.text(path)
    if text == due { return }
    if isUpdating {
      if let text { Disk.write(path, Array(text.utf8)) } else { Disk.remove(path) }
      return
    }
    let name = path.dropFirst(tests.count + 1)
    Issue.record(
      "\(name): \(firstDifference(due ?? "", text ?? ""))", sourceLocation: sourceLocation)
  }

  /// The first line in which two texts differ, in words.
  static func firstDifference(_ due: String, _ found: String) -> String {
    let a = due.split(separator: "\n", omittingEmptySubsequences: false)
    let b = found.split(separator: "\n", omittingEmptySubsequences: false)
    for number in 0..<max(a.count, b.count) {
      let left = number < a.count ? String(a[number]) : "(no such line)"
      let right = number < b.count ? String(b[number]) : "(no such line)"
      if left != right {
        return "line \(number + 1)\n  due:   \(left)\n  found: \(right)\n--- all:\n\(found)"
      }
    }
    return "no difference"
  }

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
