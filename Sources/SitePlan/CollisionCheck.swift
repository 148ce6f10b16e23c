import SiteModel
import SourceDiagnostics

/// Finds files that would stand in one place, also where a file system folds case or accents, and
/// files that would stand where another needs a folder.
enum CollisionCheck {
  /// The files sorted by path, the first of each place; the others are reported with the first.
  static func unique(
    _ files: [PlannedFile], diagnostics: inout [Diagnostic]
  ) -> [PlannedFile] {
    let sorted = files.enumerated().sorted { a, b in
      a.element.path != b.element.path
        ? a.element.path.utf8.lexicographicallyPrecedes(b.element.path.utf8)
        : a.offset < b.offset
    }.map(\.element)
    var byKey: [String: Int] = [:]
    byKey.reserveCapacity(sorted.count)
    var kept: [PlannedFile] = []
    kept.reserveCapacity(sorted.count)
    for file in sorted {
      let key = NameKey.fold(file.path)
      if let first = byKey[key] {
        report(file, kept[first], &diagnostics)
      } else {
        byKey[key] = kept.count
        kept.append(file)
      }
    }
    checkFolders(kept, byKey, &diagnostics)
    return kept
  }

  private static func report(
    _ file: PlannedFile, _ first: PlannedFile, _ diagnostics: inout [Diagnostic]
  ) {
    let same = file.path == first.path
    // Sources that differ only in case or accents were reported when they were loaded.
    if file.source != first.source, NameKey.fold(file.source) == NameKey.fold(first.source) {
      return
    }
    diagnostics.append(
      Diagnostic(
        .collision,
        same
          ? "two files would be written to '\(file.path)'"
          : "'\(file.path)' and '\(first.path)' are one file on many systems",
        at: span(file), label: description(file), related: [.init(span(first), description(first))],
        help: help(file, first)))
  }

  private static func checkFolders(
    _ files: [PlannedFile], _ byKey: [String: Int], _ diagnostics: inout [Diagnostic]
  ) {
    for file in files {
      let key = NameKey.fold(file.path)
      var end = key.firstIndex(of: "/")
      while let slash = end {
        if let other = byKey[String(key[..<slash])] {
          diagnostics.append(
            Diagnostic(
              .collision,
              "'\(files[other].path)' would be a file and the folder of '\(file.path)'",
              at: span(file), label: description(file),
              related: [.init(span(files[other]), description(files[other]))],
              help: "give one of them another address"))
          break
        }
        end = key[key.index(after: slash)...].firstIndex(of: "/")
      }
    }
  }

  private static func span(_ file: PlannedFile) -> SourceSpan {
    SourceSpan(file: file.source, range: file.range)
  }

  private static func help(_ file: PlannedFile, _ first: PlannedFile) -> String {
    if case .desk(let key) = first.content { return help(file, desk: key) }
    return switch file.content {
    case .redirect: "take it out of 'redirects'"
    case .asset: "rename one of them"
    case .desk(let key): help(first, desk: key)
    default: "give one of them another 'slug', or rename its file"
    }
  }

  private static func help(_ other: PlannedFile, desk key: String) -> String {
    "rename '\(other.source)', or leave '\(key)' out of 'desks'"
  }

  private static func description(_ file: PlannedFile) -> String {
    switch file.content {
    case .redirect: "an old address"
    case .asset: "a file copied as it is"
    case .feed: "a feed"
    case .desk(let key): "the desk '\(key)'"
    case .page: "a standing page"
    default: (file.template ?? "a file").replacing(".html", with: " page")
    }
  }
}
