import CMarkGFM
import Synchronization

/// A tree that cmark-gfm parsed, freed at the end of its life; the only file that calls the parser.
///
/// The library keeps the characters that start an extension's inlines in tables that all parsers of
/// the process share: `cmark_parser_finish` switches them on, parses all inlines, and switches them
/// off again, under the feet of other threads. Hence the lock around it. Feeding, walking and
/// writing need none.
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
    _ = Self.registered
    let options = CMARK_OPT_VALIDATE_UTF8 | (footnotes ? CMARK_OPT_FOOTNOTES : 0)
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      guard let found = cmark_find_syntax_extension(name.rawValue) else { return nil }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    if let start = text.baseAddress {
      start.withMemoryRebound(to: CChar.self, capacity: text.count) {
        cmark_parser_feed(parser, $0, text.count)
      }
    }
    guard let root = Self.finish(parser) else { return nil }
    self.root = root
  }

  /// Ends a parse, one thread at a time.
  static func finish(_ parser: OpaquePointer) -> Node? {
    // Pointers are not Sendable, and the lock's closure is; their bits are.
    let address = UInt(bitPattern: parser)
    let root = inlineTables.withLock { _ in
      OpaquePointer(bitPattern: address).flatMap { gfm_finish($0) }.map { UInt(bitPattern: $0) }
    }
    return root.flatMap { Node(bitPattern: $0) }
  }

  deinit { gfm_free(root) }

  /// Registers the extensions once, before any parser looks for them.
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  private static let inlineTables = Mutex<Void>(())
}

extension gfm_bytes {
  /// The bytes where they lie; valid as long as the tree.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}
