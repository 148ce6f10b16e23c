/// Where the server gets what it serves: files by their path, made before or when they are asked for.
///
/// A path is a key of a table (`topics/ai/index.html`), never a way through folders: the server hands
/// over what a request named, and a source answers only for paths that it knows by themselves.
public protocol SiteSource: Sendable {
  /// What stands at a path.
  func answer(at path: String) async -> SourceAnswer
  /// Whether something stands at a path, without making it.
  func holds(_ path: String) async -> Bool
  /// What the bar of the preview tells of the page at a path.
  func facts(about path: String) async -> PageFacts
}

/// What a source has at a path.
public enum SourceAnswer: Sendable {
  /// A file.
  case file(SiteFile)
  /// Nothing.
  case missing
  /// A page that cannot be made now; what is wrong stands among the findings.
  case failed
}

/// The content of a file of the site.
public struct SiteFile: Sendable {
  /// The bytes.
  public var bytes: [UInt8]
  /// A word for these bytes and no others, such as a digest: letters, digits, `-` and `_`.
  public var tag: String
  /// The media type, where the end of the file's name does not say it.
  public var mediaType: String?

  /// The content of a file.
  public init(bytes: [UInt8], tag: String, mediaType: String? = nil) {
    self.bytes = bytes
    self.tag = tag
    self.mediaType = mediaType
  }
}

/// What is told of a page beside the page: where it comes from, and what is to be known of it.
public struct PageFacts: Sendable {
  /// The source file that the page is made from.
  public var source: String?
  /// In few words each, what sets the page apart from a published one: `draft`.
  public var marks: [String]
  /// Sentences, such as why it was made anew.
  public var notes: [String]
  /// Pages worth a look that nothing else leads to, such as drafts.
  public var links: [Link]
  /// What was found about the page.
  public var findings: [PreviewFinding]

  /// What is told of a page.
  public init(
    source: String? = nil, marks: [String] = [], notes: [String] = [], links: [Link] = [],
    findings: [PreviewFinding] = []
  ) {
    self.source = source
    self.marks = marks
    self.notes = notes
    self.links = links
    self.findings = findings
  }

  /// A link with its text.
  public struct Link: Sendable, Hashable {
    /// The text.
    public var text: String
    /// The address on the server, with a slash before it.
    public var address: String

    /// A link with its text.
    public init(text: String, address: String) {
      self.text = text
      self.address = address
    }
  }
}
