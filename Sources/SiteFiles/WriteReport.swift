public import SourceDiagnostics

/// What a commit did to the output folder.
public struct WriteReport: Sendable {
  /// Files that were made or replaced.
  public var written = 0
  /// Files that were right already, and were not touched.
  public var unchanged = 0
  /// Files of an earlier build that were removed.
  public var removed = 0
  /// The bytes of the written files together.
  public var bytes: Int64 = 0
  /// Files that were kept because somebody changed them, a damaged manifest, and the like.
  public var warnings: [Diagnostic] = []

  /// A report of nothing done.
  public init() {}
}
