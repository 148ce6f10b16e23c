import SiteModel
import SourceDiagnostics

/// Finds files that would stand in one place, also where a file system folds case or accents, and
/// files that would stand where another needs a folder.
enum CollisionCheck {
  /// The files sorted by path, the first of each place; the others are reported with the first.
  static func unique(
    _ files: [PlannedFile], diagnostics: inout [Diagnostic]
  ) -> [PlannedFile] {
    let order = files.indices.sorted { a, b in
      files[a].path != files[b].path ? utf8Less(files[a].path, files[b].path) : a < b
    }
    var byKey: [String: Int] = [:]
    byKey.reserveCapacity(order.count)
    var kept: [PlannedFile] = []
    var keys: [String] = []
    kept.reserveCapacity(order.count)
    keys.reserveCapacity(order.count)
    for place in order {
      let key = NameKey.fold(files[place].path)
      if let first = byKey[key] {
        report(files[place], kept[first], &diagnostics)
      } else {
        byKey[key] = kept.count
        kept.append(files[place])
        keys.append(key)
      }
    }
    checkFolders(kept, keys, byKey, &diagnostics)
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
    _ files: [PlannedFile], _ keys: [String], _ byKey: [String: Int],
    _ diagnostics: inout [Diagnostic]
  ) {
    // Files of one folder stand in a row: what the last one shares with the next was looked at.
    var last: String.UTF8View?
    for (file, key) in zip(files, keys) {
      let shared = last.map { zip($0, key.utf8).prefix { $0 == $1 }.count } ?? 0
      last = key.utf8
      var end = key.utf8.dropFirst(shared).firstIndex(of: 0x2F)
      while let slash = end {
        if let other = byKey[String(key[..<slash])] {
          last = nil
          diagnostics.append(
            Diagnostic(
              .collision,
              "'\(files[other].path)' would be a file and the folder of '\(file.path)'",
              at: span(file), label: description(file),
              related: [.init(span(files[other]), description(files[other]))],
              help: "give one of them another address"))
          break
        }
        end = key.utf8[key.utf8.index(after: slash)...].firstIndex(of: 0x2F)
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
