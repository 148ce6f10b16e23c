/// How the site stands: whether there is one to show, and what is wrong with what it is made from.
public struct PreviewStatus: Sendable {
  /// Whether there is a site to show; before the first good one, requests get a page of mistakes.
  public var hasSite: Bool
  /// What was found, worst first.
  public var findings: [PreviewFinding]
  /// How many findings there are, when not all of them are in the list.
  public var findingCount: Int

  /// The path that the site stands below, with a slash at both ends.
  public var mount: String

  /// How the site stands.
  public init(
    hasSite: Bool, findings: [PreviewFinding] = [], findingCount: Int? = nil, mount: String = "/"
  ) {
    self.mount = mount
    self.hasSite = hasSite
    self.findings = findings
    self.findingCount = findingCount ?? findings.count
  }
}

/// One mistake or warning, ready to be shown.
public struct PreviewFinding: Sendable, Hashable {
  /// Whether the site cannot be made anew before it is mended.
  public var isError: Bool
  /// One line: what is wrong.
  public var title: String
  /// The whole report as a terminal shows it, with the lines of the source.
  public var text: String

  /// One mistake or warning.
  public init(isError: Bool, title: String, text: String) {
    self.isError = isError
    self.title = title
    self.text = text
  }
}
