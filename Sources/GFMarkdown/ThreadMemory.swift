import CMarkGFM

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The memory that trees are made of, one store for each thread.
///
/// The library's allocator is three functions without a context, so they find the thread's store by
/// a key. The store itself is in `CMarkGFM`; a thread's end frees it.
enum ThreadMemory {
  /// A parser whose pieces, and those of its tree, last until `release()`, on this thread.
  static func newParser(options: CInt) -> OpaquePointer? {
    guard let parser = cmark_parser_new_with_mem(options, allocator) else { return nil }
    gfm_arena_retain(store())
    return parser
  }

  /// Ends what `newParser` began; the memory goes when nothing on this thread needs it.
  static func release() { gfm_arena_release(store()) }

  /// How many trees of this thread are alive, and how many bytes lie in its blocks.
  static var use: (trees: Int, bytes: Int) {
    let store = store()
    return (Int(store.pointee.trees), store.pointee.top?.pointee.used ?? 0)
  }

  private static func store() -> UnsafeMutablePointer<gfm_arena> {
    if let found = pthread_getspecific(key) {
      return found.assumingMemoryBound(to: gfm_arena.self)
    }
    // Allocates or aborts, as the library's own allocator does.
    let made = gfm_arena_new()
    pthread_setspecific(key, made)
    return made
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { store in
      #if canImport(Darwin)
        gfm_arena_free(store.assumingMemoryBound(to: gfm_arena.self))
      #else
        gfm_arena_free(store?.assumingMemoryBound(to: gfm_arena.self))
      #endif
    }
    return key
  }()

  /// Never freed, and never written after it was made here: every thread only reads it, which is
  /// why it may be shared.
  nonisolated(unsafe) private static let allocator: UnsafeMutablePointer<cmark_mem> = {
    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    allocator.initialize(
      to: cmark_mem(
        calloc: { gfm_take_zeroed(ThreadMemory.store(), $0, $1) },
        realloc: { gfm_resize(ThreadMemory.store(), $0, $1) },
        free: { gfm_forget(ThreadMemory.store(), $0) }))
    return allocator
  }()
}
