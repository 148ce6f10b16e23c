import CMarkGFM

/// A tree that cmark-gfm parsed, freed at the end of its life; the only file that calls the parser.
///
/// Parsers and trees are independent of each other, but for what `InlineTables` sees to. Their
/// memory belongs to the thread: a document is made, read and ended on one.
struct CMarkDocument: ~Copyable {
  /// The document node.
  let root: Node

  /// A node of the tree.
  typealias Node = UnsafeMutableRawPointer

  /// A part of the grammar beyond CommonMark.
  enum Extension: String, CaseIterable {
    case table
    case strikethrough
    case autolink
    case tasklist
    case tagfilter

    /// What a site's texts are read with. No `tagfilter`: it filters some tags and secures nothing.
    static let site: [Extension] = [.table, .strikethrough, .autolink, .tasklist]
  }

  /// Parses UTF-8; `nil` when the library is out of reach of its own extensions.
  init?(_ text: UnsafeBufferPointer<UInt8>, extensions: [Extension], footnotes: Bool) {
    // Before anything else: it registers the extensions.
    _ = InlineTables.areKept
    let options = CMARK_OPT_VALIDATE_UTF8 | (footnotes ? CMARK_OPT_FOOTNOTES : 0)
    guard let parser = ThreadMemory.newParser(options: options) else { return nil }
    for name in extensions {
      guard let found = cmark_find_syntax_extension(name.rawValue) else {
        ThreadMemory.release()
        return nil
      }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    if let start = text.baseAddress {
      start.withMemoryRebound(to: CChar.self, capacity: text.count) {
        cmark_parser_feed(parser, $0, text.count)
      }
    }
    guard let root = InlineTables.finish(parser) else {
      ThreadMemory.release()
      return nil
    }
    self.root = root
  }

  deinit { ThreadMemory.release() }
}

extension gfm_bytes {
  /// The bytes where they lie; valid as long as the tree.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}
