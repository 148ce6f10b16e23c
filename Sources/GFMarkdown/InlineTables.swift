import CMarkGFM
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keeps threads out of each other's way in the one place where cmark-gfm shares state.
///
/// The characters that start an extension's inlines (`~`, `:`, `w`) stand in tables of the whole
/// process. `cmark_parser_finish` switches them on, parses all inlines, and switches them off, under
/// the feet of other threads: without care two threads lose autolinks and strikethrough in 4 to 21
/// of 100 texts, in silence.
///
/// A lock around `cmark_parser_finish` mends that, but inlines are most of the parser's work, and
/// two threads with the lock were measured no faster than one. So the library's exported function
/// for switching is replaced by the one below, which switches on once and never off. That works
/// where the library is shared and calls the function through the linker's table, as Debian's does.
/// Whether it works is found out at the first parse; where it does not, the lock is used.
enum InlineTables {
  /// Ends a parse and gives its tree.
  static func finish(_ parser: OpaquePointer) -> CMarkDocument.Node? {
    if areKept { return gfm_finish(parser) }
    // Pointers are not Sendable, and what the lock's closure takes in and gives back must be.
    let address = UInt(bitPattern: parser)
    let root = lock.withLock { _ in
      OpaquePointer(bitPattern: address).flatMap { gfm_finish($0) }.map { UInt(bitPattern: $0) }
    }
    return root.flatMap { CMarkDocument.Node(bitPattern: $0) }
  }

  /// Whether the tables stay as they are from now on; finding out also registers the extensions.
  static let areKept: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return false }
    defer { cmark_parser_free(parser) }
    for name in CMarkDocument.Extension.site {
      guard let found = cmark_find_syntax_extension(name.rawValue) else { return false }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    stage.store(Stage.trying, ordering: .releasing)
    gfm_free(gfm_finish(parser))
    let works = stage.load(ordering: .acquiring) == Stage.kept
    if !works { stage.store(Stage.untouched, ordering: .releasing) }
    return works
  }()

  /// How far the replacement is.
  fileprivate enum Stage {
    /// The library switches as it always did.
    static let untouched = 0
    /// The next call switches on for good, if the library makes it.
    static let trying = 1
    /// Nothing is switched any more.
    static let kept = 2
  }

  fileprivate static let stage = Atomic<Int>(Stage.untouched)

  /// The library's own function.
  fileprivate static let original: (@convention(c) (OpaquePointer?, CInt) -> Void)? = {
    // RTLD_NEXT, a macro with a cast that Swift does not import: -1 here and on Darwin.
    guard
      let found = dlsym(
        UnsafeMutableRawPointer(bitPattern: -1), "cmark_manage_extensions_special_characters")
    else { return nil }
    return unsafeBitCast(found, to: (@convention(c) (OpaquePointer?, CInt) -> Void).self)
  }()

  private static let lock = Mutex<Void>(())
}

/// Stands in for the library's function of this name, which it calls before and after each parse
/// of inlines. A program that gives cmark-gfm extensions of its own must not link this.
@_cdecl("cmark_manage_extensions_special_characters")
@usableFromInline
func manageSpecialCharacters(_ parser: OpaquePointer?, _ isAdding: CInt) {
  switch InlineTables.stage.load(ordering: .acquiring) {
  case InlineTables.Stage.kept: return
  case InlineTables.Stage.trying where isAdding != 0:
    guard let original = InlineTables.original else { return }
    original(parser, 1)
    InlineTables.stage.store(InlineTables.Stage.kept, ordering: .releasing)
  default: InlineTables.original?(parser, isAdding)
  }
}
