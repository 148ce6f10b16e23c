/// What changed in a site's folder since it was last looked at.
public struct SourceChange: Sendable, Equatable {
  /// The paths that were named, relative to the site's root, sorted; of folders too.
  public var paths: [String]
  /// Whether more may have changed than was named: events were lost, or the folder itself was away.
  public var isWhole: Bool

  /// A change of some paths, or of anything.
  public init(paths: [String] = [], isWhole: Bool = false) {
    self.paths = paths
    self.isWhole = isWhole
  }
}

/// What a watcher looks at, below the site's root.
struct WatchedNames: Sendable {
  let folders: [String]
  let files: [String]

  /// Whether an entry of the root matters.
  func holds(_ name: String) -> Bool { folders.contains(name) || files.contains(name) }
}
