import GFMarkdown

// Bodies: their outlines, and apart from them their content.

extension TextOutline: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(wikiLinks)
    writer.write(citations)
    writer.write(siteLinks)
    writer.write(headings)
    // Most anchors are those of the headings.
    let isPlain = anchors == headings.map(\.id)
    writer.write(isPlain)
    if !isPlain { writer.write(anchors) }
    writer.write(count: wordCount)
    writer.write(excerptText)
    writer.write(count: htmlCount)
    writer.write(isBlank)
    writer.write(mayBreakXML)
    writer.write(word: digest)
    writer.write(word: textDigest)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init()
    wikiLinks = try reader.list()
    citations = try reader.list()
    siteLinks = try reader.list()
    headings = try reader.list()
    anchors = try reader.flag() ? headings.map(\.id) : reader.list()
    wordCount = try reader.place()
    excerptText = try reader.text()
    htmlCount = try reader.place()
    isBlank = try reader.flag()
    mayBreakXML = try reader.flag()
    digest = try reader.word()
    textDigest = try reader.word()
  }
}

extension TextContent: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(html)
    writer.write(linkableText)
    writer.write(plainText)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      html: try reader.content(), linkableText: try reader.list(),
      plainText: try reader.content())
  }
}

extension TextContent {
  /// The content that these bytes are, and nothing else.
  init(stored bytes: [UInt8]) throws(StoredDamage) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(StoredDamage) -> TextContent in
      var reader = StoredReader(UnsafeRawBufferPointer(bytes))
      let content = try reader.value(TextContent.self)
      try reader.finish()
      return content
    }
  }
}

extension MarkdownBody.LinkableText: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(html)
    writer.write(count: lineStart)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(html: try reader.range(), lineStart: try reader.place())
  }
}

extension MarkdownBody.WikiLink: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(label)
    writer.write(target)
    writer.write(html)
    writer.write(source)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      label: try reader.text(), target: try reader.text(), html: try reader.range(),
      source: try reader.range())
  }
}

extension MarkdownBody.Citation: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(id)
    writer.write(count: html)
    writer.write(source)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(id: try reader.text(), html: try reader.place(), source: try reader.range())
  }
}

extension MarkdownBody.Link.Kind: StoredWord {}

extension MarkdownBody.Link: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(destination)
    writer.write(kind)
    writer.write(isExternal)
    writer.write(html)
    writer.write(source)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      destination: try reader.text(), kind: try reader.value(), isExternal: try reader.flag(),
      html: try reader.range(), source: try reader.range())
  }
}

extension MarkdownBody.Heading: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(count: level)
    writer.write(id)
    writer.write(text)
    writer.write(source)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      level: try reader.place(), id: try reader.text(), text: try reader.text(),
      source: try reader.range())
  }
}

extension TextBody {
  /// Stores all but the content.
  func storeOutline(in writer: inout StoredWriter) { writer.write(outline) }
}

extension StoredReader {
  /// A body whose content is where the reader was told, or in none, which is damage.
  mutating func body() throws(StoredDamage) -> TextBody {
    let outline = try value(TextOutline.self)
    switch bodyPlace {
    case .archive(let archive, let range): return TextBody(outline, in: archive, at: range)
    case .memory(let content):
      guard content.digest == outline.digest else { throw StoredDamage() }
      return TextBody(outline, content)
    case nil: throw StoredDamage()
    }
  }
}
