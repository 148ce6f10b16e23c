/// Values that only exist while rendering: macros, loops, blocks, modules, namespaces, counters.
///
/// Their memory is in the page's arena; a value's `length` says which kind it is.
enum ObjectKind: UInt32 {
  case macro, loop, block, blocks, module, namespace, cycler, joiner, function, siteFunction
}

/// A macro with the variables and the page context of the place that defined it.
struct MacroObject: BitwiseCopyable {
  var chunk: Int32
  var locals: UnsafeMutablePointer<Value>
  var context: UnsafeMutablePointer<Value>
  var run: UnsafeMutablePointer<TemplateRun>
}

/// The state of a loop whose body asks for it.
struct LoopObject: BitwiseCopyable {
  var sequence: Value
  /// The current item's place; -1 before the first.
  var index: Int
  var depth: Int
  /// The loop's chunk when it is recursive, or -1.
  var chunk: Int32
  var locals: UnsafeMutablePointer<Value>?
  var context: UnsafeMutablePointer<Value>
  var run: UnsafeMutablePointer<TemplateRun>
  /// What `changed` was asked last.
  var changed: Value
}

/// A block at a level of inheritance: what `super` means.
struct BlockObject: BitwiseCopyable {
  var number: Int32
  var level: Int32
  var context: UnsafeMutablePointer<Value>
  var run: UnsafeMutablePointer<TemplateRun>
}

/// An imported template.
struct ModuleObject: BitwiseCopyable {
  var context: UnsafeMutablePointer<Value>
  var template: Int32
  var text: Value
}

/// What `cycler` makes.
struct CyclerObject: BitwiseCopyable {
  var items: Value
  var position: Int
}

/// What `joiner` makes.
struct JoinerObject: BitwiseCopyable {
  var separator: Value
  var isUsed: Bool
}

/// A template being run with its chain of parents: the child first.
struct TemplateRun: BitwiseCopyable {
  static let longestChain = 64

  var templates: UnsafeMutablePointer<Int32>
  var count: Int32
  /// The parent named by an `extends` of the template that is running, or -1.
  var parent: Int32
}

/// The language's own functions.
enum BuiltInFunction: UInt64 {
  case range, dict, namespace, cycler, joiner

  static let names = ["range", "dict", "namespace", "cycler", "joiner"]
}

/// Why an attribute or item is undefined: what was asked, and for what.
struct MissingPart: BitwiseCopyable {
  var container: Value
  var key: Value
}

extension Value {
  init(_ kind: ObjectKind, _ address: UnsafeMutableRawPointer) {
    self.init(.object, bits: UInt64(UInt(bitPattern: address)), length: kind.rawValue)
  }

  init(function: BuiltInFunction) {
    self.init(.object, bits: function.rawValue, length: ObjectKind.function.rawValue)
  }

  init(siteFunction number: Int) {
    self.init(.object, bits: UInt64(number), length: ObjectKind.siteFunction.rawValue)
  }

  var objectKind: ObjectKind? { tag == .object ? ObjectKind(rawValue: length) : nil }

  /// The object's memory, when it is of this kind.
  @inline(__always)
  func object<Object: BitwiseCopyable>(_ kind: ObjectKind, as type: Object.Type)
    -> UnsafeMutablePointer<Object>?
  {
    guard tag == .object, length == kind.rawValue else { return nil }
    return UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: bits))?
      .assumingMemoryBound(to: type)
  }

  var namespaceMap: UnsafeMutablePointer<MapMemory>? {
    guard tag == .object, length == ObjectKind.namespace.rawValue else { return nil }
    return UnsafeMutablePointer(bitPattern: UInt(truncatingIfNeeded: bits))
  }

  /// Why this is undefined, when an attribute or item was missing.
  var missingPart: MissingPart? {
    guard tag == .undefined, bits != 0 else { return nil }
    return UnsafePointer<MissingPart>(bitPattern: UInt(truncatingIfNeeded: bits))?.pointee
  }
}

extension ValueArena {
  func object<Object: BitwiseCopyable>(_ kind: ObjectKind, _ object: Object) -> Value {
    let place = allocate(MemoryLayout<Object>.size)
    place.initializeMemory(as: Object.self, to: object)
    return Value(kind, place)
  }

  /// An undefined for a part that its container does not have.
  func missing(_ key: Value, of container: Value) -> Value {
    let place = allocate(MemoryLayout<MissingPart>.size)
    place.initializeMemory(as: MissingPart.self, to: MissingPart(container: container, key: key))
    return Value(.undefined, bits: UInt64(UInt(bitPattern: place)))
  }
}
