/// A large value that copies of its holder share until one of them changes it.
///
/// A struct is copied whole whenever it is taken out of a list, and each of its texts and arrays
/// costs a reference count then. What is large and rarely looked at as a whole stands in a box, which
/// costs one; its parts are read where they are.
package struct Boxed<Value: Sendable>: Sendable {
  /// Unchecked, because the value can be set: that is done only through `Boxed`, and only when no
  /// other copy holds the storage.
  private final class Storage: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
  }

  private var storage: Storage

  package init(_ value: Value) { storage = Storage(value) }

  /// The value, read where it is.
  package var value: Value {
    _read { yield storage.value }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
      yield &storage.value
    }
  }
}
