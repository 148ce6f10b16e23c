/// One finished file of the site: where it goes, what is in it, and when it may appear.
public struct OutputFile: Sendable {
  /// The place below the output folder.
  public let path: OutputPath
  /// The whole content.
  public let bytes: [UInt8]
  /// Its turn when the site is put in place.
  public let phase: OutputPhase

  /// A file from its parts.
  public init(path: OutputPath, bytes: [UInt8], phase: OutputPhase) {
    self.path = path
    self.bytes = bytes
    self.phase = phase
  }
}

/// The turn of a file when a site is put in place: what is linked to comes before what links.
///
/// A reader who follows a link during the change finds its target, because the target's phase is
/// over before the linking file appears.
public enum OutputPhase: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  /// Style sheets, pictures, data files.
  case asset = 0x61
  /// Pages of single things: briefs, events, entities.
  case page = 0x62
  /// Pages that list others: topics, archives, indexes.
  case list = 0x63
  /// The home page and other doors to the site.
  case home = 0x64
  /// Feeds, which call readers from outside.
  case feed = 0x65
  /// Site maps and redirects, which call machines.
  case sitemap = 0x66

  /// Earlier phases are put in place first.
  public static func < (a: OutputPhase, b: OutputPhase) -> Bool { a.rawValue < b.rawValue }
}
