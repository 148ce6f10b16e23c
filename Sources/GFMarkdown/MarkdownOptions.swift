/// What a site wants from its Markdown: which HTML is written and where the limits are.
public struct MarkdownOptions: Sendable, Hashable {
  /// What becomes of HTML written inside Markdown.
  public var rawHTML: RawHTML
  /// The language of the text as a BCP 47 tag; its first part chooses the typography (`en`, `fr`).
  public var language: String
  /// Whether quotes, apostrophes, dashes, ellipses and French spaces are set as in print.
  public var typography: Bool
  /// Whether headings get an `id` made from their text.
  public var headingIDs: Bool
  /// How many levels headings sink: 1 turns a body's `#` into `<h2>`; none sinks below `<h6>`.
  public var headingOffset: Int
  /// Whether an image that stands alone in a paragraph becomes a `<figure>`.
  public var figures: Bool
  /// Whether `[[…]]` is looked for.
  public var wikiLinks: Bool
  /// The `rel` of links to other sites; `nil` writes none.
  public var externalRel: String?
  /// The words that the HTML itself needs, for readers who cannot see the page.
  public var labels: Labels
  /// What a text may not exceed.
  public var limits: Limits

  /// English, safe defaults: HTML escaped, typography on, a body's first level is `<h2>`.
  public init(
    rawHTML: RawHTML = .escaped, language: String = "en", typography: Bool = true,
    headingIDs: Bool = true, headingOffset: Int = 1, figures: Bool = true, wikiLinks: Bool = true,
    externalRel: String? = "noopener", labels: Labels = Labels(), limits: Limits = Limits()
  ) {
    self.rawHTML = rawHTML
    self.language = language
    self.typography = typography
    self.headingIDs = headingIDs
    self.headingOffset = headingOffset
    self.figures = figures
    self.wikiLinks = wikiLinks
    self.externalRel = externalRel
    self.labels = labels
    self.limits = limits
  }

  /// What becomes of HTML written inside Markdown.
  public enum RawHTML: String, Sendable, Hashable, CaseIterable {
    /// It is shown as text; comments vanish. Safe for texts by anybody.
    case escaped
    /// It is passed through as it stands; for texts whose authors own the site.
    case allowed
  }

  /// Words inside the HTML, in the language of the text.
  public struct Labels: Sendable, Hashable {
    /// The name of the list of footnotes.
    public var footnotes: String
    /// What a footnote mark is called, before its number.
    public var footnote: String
    /// What a link from a footnote back to the text is called, before the number.
    public var backToText: String
    /// What a table is called, before its number.
    public var table: String
    /// The state of a ticked box.
    public var taskDone: String
    /// The state of an empty box.
    public var taskOpen: String

    /// English words unless others are given.
    public init(
      footnotes: String = "Footnotes", footnote: String = "Footnote",
      backToText: String = "Back to reference", table: String = "Table",
      taskDone: String = "Done", taskOpen: String = "To do"
    ) {
      self.footnotes = footnotes
      self.footnote = footnote
      self.backToText = backToText
      self.table = table
      self.taskDone = taskDone
      self.taskOpen = taskOpen
    }
  }

  /// What a text may not exceed; beyond it there is an error and no HTML.
  public struct Limits: Sendable, Hashable {
    /// The longest text in bytes.
    public var sourceBytes: Int
    /// The widest table in columns.
    public var tableColumns: Int
    /// The most table cells in one text, those that short rows leave out included.
    public var tableCells: Int
    /// The longest HTML in bytes.
    public var outputBytes: Int

    /// One mebibyte of text, 2,000 columns, 200,000 cells and 64 MiB of HTML unless others are given.
    public init(
      sourceBytes: Int = 1 << 20, tableColumns: Int = 2_000, tableCells: Int = 200_000,
      outputBytes: Int = 64 << 20
    ) {
      self.sourceBytes = sourceBytes
      self.tableColumns = tableColumns
      self.tableCells = tableCells
      self.outputBytes = outputBytes
    }
  }
}
