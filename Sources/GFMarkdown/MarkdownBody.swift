/// One text turned into HTML, with the places that wait for what is known of other files.
///
/// `html` is final except for those places: later stages give `spliced(_:)` what belongs there.
/// Offsets into `html` are bytes; offsets into the source are bytes of the file, not of the text.
public struct MarkdownBody: Sendable, Hashable {
  /// The HTML, UTF-8, each block ending in a newline.
  public internal(set) var html: [UInt8] = []
  /// `[[…]]` in text, in the order of `html`; each shows its label until replaced.
  public internal(set) var wikiLinks: [WikiLink] = []
  /// `[^id]` that no footnote of the text answers, in the order of `html`; nothing is shown for them.
  public internal(set) var citations: [Citation] = []
  /// Links and images that were written, in the order of `html`.
  public internal(set) var links: [Link] = []
  /// Text in which names may be linked, in the order of `html`: not in links, headings or code.
  public internal(set) var linkableText: [LinkableText] = []
  /// The headings, in order.
  public internal(set) var headings: [Heading] = []
  /// Every `id` and `name` that the HTML carries (headings, footnotes, raw HTML), in order.
  public internal(set) var anchors: [String] = []
  /// The text without markup, UTF-8: one line for each block; code blocks, raw HTML, footnote marks
  /// and images are left out.
  public internal(set) var plainText: [UInt8] = []
  /// How many words `plainText` has.
  public internal(set) var wordCount = 0
  /// Whether the HTML ends with a list of footnotes.
  public internal(set) var hasFootnotes = false
  /// The languages of the code blocks, each once, in order of appearance.
  public internal(set) var codeLanguages: [String] = []
  /// The part of `plainText` that an excerpt is cut from.
  package internal(set) var excerptRange = 0..<0

  /// A wiki link: `[[target]]` or `[[label|target]]`.
  public struct WikiLink: Sendable, Hashable {
    /// What is shown, as the author wrote it, with line breaks as spaces.
    public var label: String
    /// What is meant, trimmed; the same as the label when only one was given.
    public var target: String
    /// The bytes of `html` to replace: the label, escaped and with its typography.
    public var html: Range<Int>
    /// From the first `[` to the last `]` in the file.
    public var source: Range<Int>

    package init(label: String, target: String, html: Range<Int>, source: Range<Int>) {
      self.label = label
      self.target = target
      self.html = html
      self.source = source
    }
  }

  /// A reference to a claim: `[^id]` without a footnote of that name.
  public struct Citation: Sendable, Hashable {
    /// The name between `[^` and `]`.
    public var id: String
    /// Where in `html` its mark belongs.
    public var html: Int
    /// From `[` to `]` in the file.
    public var source: Range<Int>

    package init(id: String, html: Int, source: Range<Int>) {
      self.id = id
      self.html = html
      self.source = source
    }
  }

  /// A link or an image, with the place of its address.
  public struct Link: Sendable, Hashable {
    /// What the address is used for.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// `<a href>`
      case link
      /// `<img src>`
      case image
    }

    /// The address with entities and backslashes resolved, before percent-encoding.
    public var destination: String
    /// Link or image.
    public var kind: Kind
    /// Whether the address names another site or a mailbox: it has a scheme or begins with `//`.
    public var isExternal: Bool
    /// The bytes of `html` that hold the attribute's value, between its quotes.
    public var html: Range<Int>
    /// The whole link in the file.
    public var source: Range<Int>

    package init(
      destination: String, kind: Kind, isExternal: Bool, html: Range<Int>, source: Range<Int>
    ) {
      self.destination = destination
      self.kind = kind
      self.isExternal = isExternal
      self.html = html
      self.source = source
    }
  }

  /// A stretch of text in which names may be linked.
  public struct LinkableText: Sendable, Hashable {
    /// The bytes of `html`: escaped text, line breaks within as newlines, no tags.
    public var html: Range<Int>
    /// The byte offset in the file of the line on which it begins; each newline in it is one more.
    public var lineStart: Int

    package init(html: Range<Int>, lineStart: Int) {
      self.html = html
      self.lineStart = lineStart
    }
  }

  /// A heading.
  public struct Heading: Sendable, Hashable {
    /// The level in the HTML, 1 to 6, after the offset.
    public var level: Int
    /// Its `id`; empty when ids are off.
    public var id: String
    /// Its text without markup.
    public var text: String
    /// Its lines in the file.
    public var source: Range<Int>

    package init(level: Int, id: String, text: String, source: Range<Int>) {
      self.level = level
      self.id = id
      self.text = text
      self.source = source
    }
  }

  /// Bytes to put in place of a range of `html`; an empty range inserts.
  public struct Replacement: Sendable, Hashable {
    /// The bytes to replace.
    public var range: Range<Int>
    /// What to put there: finished HTML.
    public var html: [UInt8]

    /// Puts `html` in place of `range`.
    public init(_ range: Range<Int>, _ html: [UInt8]) {
      self.range = range
      self.html = html
    }
  }

  /// The HTML with `replacements` made. They must be sorted by place and must not overlap; one that
  /// begins before the end of the last, or lies outside, is left out.
  public func spliced(_ replacements: [Replacement]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(replacements.reduce(html.count) { $0 + $1.html.count })
    var end = 0
    for replacement in replacements
    where replacement.range.lowerBound >= end && replacement.range.upperBound <= html.count {
      out += html[end..<replacement.range.lowerBound]
      out += replacement.html
      end = replacement.range.upperBound
    }
    out += html[end...]
    return out
  }
}
