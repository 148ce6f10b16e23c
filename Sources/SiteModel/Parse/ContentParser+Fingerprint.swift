import GFMarkdown

/// Says what parsing depends on besides the path and the bytes of a file.
extension ContentParser {
  /// Canonical bytes of all that the parser was made with: two parsers with the same give the same
  /// for the same file.
  package var fingerprint: [UInt8] {
    var writer = StoredWriter()
    writer.write(settings.language)
    writer.write(settings.allowsTypography)
    writer.write(settings.languages)
    for language in settings.languages {
      if let options = options[language] { writer.write(options) }
    }
    return writer.bytes
  }
}

extension StoredWriter {
  /// Every field, since every one changes what becomes of a text.
  fileprivate mutating func write(_ options: MarkdownOptions) {
    write(options.rawHTML.rawValue)
    write(options.language)
    write(options.typography)
    write(options.headingIDs)
    write(count: options.headingOffset)
    write(options.figures)
    write(options.wikiLinks)
    write(options.externalRel)
    let labels = options.labels
    for text in [
      labels.footnotes, labels.footnote, labels.backToText, labels.table, labels.taskDone,
      labels.taskOpen,
    ] {
      write(text)
    }
    let limits = options.limits
    for limit in [
      limits.sourceBytes, limits.tableColumns, limits.tableCells, limits.outputBytes,
    ] {
      write(count: limit)
    }
  }
}
