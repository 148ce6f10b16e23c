/// A source path as the least careful file system sees it: without case, without regard to how
/// accents are composed.
///
/// Two paths with equal keys are one file on some editor's machine. Full case folding is made from
/// the Unicode mappings that the standard library has: upper case, then lower case, scalar by scalar
/// (`ß` and `SS` both end as `ss`). Dotless `ı` stays itself, as the Unicode folding has it.
struct FoldedPath: Hashable {
  // Strings are equal, and hash alike, when they are canonically equivalent: that is the NFC part.
  private let folded: String

  init(_ path: String) {
    if path.utf8.allSatisfy({ $0 < 0x80 }) {
      folded =
        path.utf8.contains(where: { (0x41...0x5A).contains($0) }) ? path.lowercased() : path
      return
    }
    var out = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      if scalar == "\u{131}" {
        out.append(scalar)
        continue
      }
      for upper in scalar.properties.uppercaseMapping.unicodeScalars {
        out.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
      }
    }
    folded = String(out)
  }
}
