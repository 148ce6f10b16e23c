/// Where strings, lists, maps and records live: the owner of the memory that values point into.
///
/// A site's data is written into one arena by one thread, frozen, and then read by all renderers;
/// what a single page needs is written into its renderer's own arena and forgotten after the page.
/// A value may point into an arena that lives longer than its own, never the other way.
///
/// `@unchecked Sendable` holds because an arena has two lives: until `freeze()` it belongs to the
/// one thread that writes it and nothing of it is published; after `freeze()` no method writes
/// (each one that would stops the program), so any number of threads only read. The hand-over from
/// the first life to the second goes through whatever passes the arena to another thread, which
/// orders memory. A renderer's page arena never leaves its renderer.
public final class ValueArena: @unchecked Sendable {
  @exclusivity(unchecked) private var memory: BumpMemory
  @exclusivity(unchecked) private var frozen = false
  private var owners: [AnyObject] = []
  private var shapes: Set<ObjectIdentifier> = []
  private var keptShapes: [RecordShape] = []
  private var mapShapes: [[String]: RecordShape] = [:]
  /// Whether records hold fields that wait for a source.
  private var hasSources = false

  /// An empty arena; `blockSize` is how many bytes are asked from the system at a time.
  public init(blockSize: Int = 64 << 10) {
    memory = BumpMemory(blockSize: max(blockSize, 1024))
  }

  /// Ends writing: from here on the arena may be read by any number of threads.
  ///
  /// None of its records may have fields that wait for a `FieldSource`.
  public func freeze() {
    precondition(!hasSources, "fields that are made when they are read cannot be shared by threads")
    frozen = true
  }

  /// Whether `freeze()` was called.
  public var isFrozen: Bool { frozen }

  /// Bytes held from the system.
  public var capacity: Int { memory.capacity }

  /// Forgets every value; only values of this arena, or of nothing, may be in use afterwards.
  func reset() {
    precondition(!frozen, "a frozen arena cannot be reset")
    memory.reset()
    hasSources = false
    if !owners.isEmpty { owners.removeAll(keepingCapacity: true) }
    if keptShapes.count > 256 {
      keptShapes.removeAll()
      shapes.removeAll()
      mapShapes.removeAll()
    }
  }

  @inline(__always)
  func allocate(_ count: Int, aligned: Bool = true) -> UnsafeMutableRawPointer {
    precondition(!frozen, "a frozen arena cannot be written")
    return memory.allocate(count, aligned: aligned)
  }

  @inline(__always)
  func shrink(_ pointer: UnsafeMutableRawPointer, from old: Int, to new: Int) {
    memory.shrink(pointer, from: old, to: new)
  }
}

// MARK: - Strings

extension ValueArena {
  /// A string; it is escaped where a page escapes.
  public func string(_ text: String) -> Value {
    var text = text
    return text.withUTF8 { string(utf8: $0) }
  }

  /// A string from UTF-8, copied; the bytes must be valid UTF-8.
  public func string(utf8 bytes: UnsafeBufferPointer<UInt8>) -> Value {
    string(utf8: UTF8Text(bytes))
  }

  func string(utf8 text: UTF8Text) -> Value { copy(text, flags: TextFacts.flags(of: text)) }

  /// A string from UTF-8, copied; the bytes must be valid UTF-8.
  public func string(utf8 bytes: [UInt8]) -> Value {
    bytes.withUnsafeBufferPointer { string(utf8: $0) }
  }

  func string(utf8 bytes: [UInt8], _ range: Range<Int>) -> Value {
    bytes.withText { string(utf8: $0[range]) }
  }

  /// A string that is HTML already and is never escaped.
  public func safeString(_ text: String) -> Value {
    var text = text
    return text.withUTF8 { safeString(utf8: $0) }
  }

  /// A string from UTF-8, copied, that is HTML already and is never escaped.
  public func safeString(utf8 bytes: UnsafeBufferPointer<UInt8>) -> Value {
    // It is printed as it is: what else is true of a long one is not worth looking for.
    let text = UTF8Text(bytes)
    return copy(text, flags: text.count > 256 ? .safe : TextFacts.flags(of: text).union(.safe))
  }

  /// A string from UTF-8, copied, that is HTML already and is never escaped.
  public func safeString(utf8 bytes: [UInt8]) -> Value {
    bytes.withUnsafeBufferPointer { safeString(utf8: $0) }
  }

  /// A string over the bytes of `text`, which are not copied but kept alive with the arena.
  public func borrow(_ text: SharedText) -> Value {
    precondition(!frozen, "a frozen arena cannot be written")
    owners.append(text)
    let bytes = UTF8Text(text.bytes)
    return Value(text: bytes, flags: TextFacts.flags(of: bytes))
  }

  /// As `borrow(_:)`, of text that is HTML already and is never escaped.
  public func borrowSafe(_ text: SharedText) -> Value {
    precondition(!frozen, "a frozen arena cannot be written")
    owners.append(text)
    return Value(text: UTF8Text(text.bytes), flags: .safe)
  }

  func copy(_ text: UTF8Text, flags: Value.Flags) -> Value {
    let bytes = text.buffer
    precondition(bytes.count < 1 << 31, "a string of a template is shorter than 2 GiB")
    guard bytes.count > 0 else {
      return Value(.string, flags: flags.union([.clean, .ascii]))
    }
    let place = allocate(bytes.count, aligned: false)
    place.copyMemory(
      from: UnsafeRawPointer(
        bytes.baseAddress
          ?? UnsafePointer(
            place.assumingMemoryBound(to: UInt8.self))), byteCount: bytes.count)
    return Value(
      text: UTF8Text(
        UnsafeBufferPointer(
          start: place.assumingMemoryBound(to: UInt8.self), count: bytes.count)), flags: flags)
  }
}

// MARK: - Lists, maps, records

extension ValueArena {
  /// A list; with `query`, reading it is recorded as a read of that query's result.
  public func list(_ values: [Value], query: QueryID? = nil) -> Value {
    values.withUnsafeBufferPointer { sequence(.list, $0, query: query) }
  }

  /// A tuple, which differs from a list in how it prints and in what it equals.
  public func tuple(_ values: [Value]) -> Value {
    values.withUnsafeBufferPointer { sequence(.tuple, $0) }
  }

  func sequence(
    _ tag: Value.Tag, _ values: UnsafeBufferPointer<Value>, query: QueryID? = nil
  ) -> Value {
    var result = newSequence(tag, count: values.count, query: query)
    if let base = values.baseAddress {
      elementAddress(result)?.update(from: base, count: values.count)
    }
    result.length = UInt32(values.count)
    return result
  }

  /// A list or tuple whose elements are to be written by the caller before anything else is done.
  func newSequence(_ tag: Value.Tag, count: Int, query: QueryID? = nil) -> Value {
    precondition(count < 1 << 31, "a list of a template has fewer than 2^31 elements")
    let address = allocate(ListHeader.size + count * MemoryLayout<Value>.stride)
    address.storeBytes(of: ListHeader(query: query?.rawValue ?? 0), as: ListHeader.self)
    let first = address + ListHeader.size
    return Value(
      tag, bits: UInt64(UInt(bitPattern: first)), length: UInt32(count),
      flags: query == nil ? [] : .query)
  }

  /// Where the elements of a list made by `newSequence` are written.
  func elementAddress(_ sequence: Value) -> UnsafeMutablePointer<Value>? {
    UnsafeMutablePointer(bitPattern: UInt(truncatingIfNeeded: sequence.bits))
  }

  /// A map in the order given; of two entries with one key the last value counts.
  ///
  /// Maps with the same keys in the same order share a shape, so that this is as fast to read as
  /// a record; for many records of one kind `record(_:_:id:)` is faster to make.
  public func map(_ entries: [(String, Value)]) -> Value {
    var names: [String] = []
    var values: [Value] = []
    var places: [[UInt8]: Int] = [:]
    for (name, value) in entries {
      let key = Array(name.utf8)
      if let place = places[key] {
        values[place] = value
      } else {
        places[key] = names.count
        names.append(name)
        values.append(value)
      }
    }
    return record(shape(for: names), values)
  }

  private func shape(for names: [String]) -> RecordShape {
    // Strings compare by canonical equivalence: a found shape must also agree byte for byte.
    if let shape = mapShapes[names],
      zip(shape.fields, names).allSatisfy({ $0.name.utf8.elementsEqual($1.utf8) })
    {
      return shape
    }
    let shape = RecordShape("map", names)
    mapShapes[names] = shape
    return shape
  }

  /// A record: its fields in the order of the shape; `.undefined` where it lacks one.
  ///
  /// With an `id`, each read of a field is recorded with the field's facet.
  public func record(_ shape: RecordShape, _ values: [Value], id: RecordID? = nil) -> Value {
    let record = newRecord(shape, id: id)
    setFields(of: record, to: values)
    return record
  }

  /// A record whose fields are made by `source` when they are first read, each once, and told apart
  /// by their number and by `subject`; the arena keeps the source.
  public func record(
    _ shape: RecordShape, from source: FieldSource, subject: Int = 0, id: RecordID? = nil
  ) -> Value {
    if owners.last !== source { owners.append(source) }
    hasSources = true
    return newRecord(
      shape, id: id, isWaiting: true,
      filledWith: Value(
        waitingFor: .passUnretained(source), subject: UInt32(truncatingIfNeeded: subject)))
  }

  /// A record whose fields are all missing until `setFields` gives them: for records that refer
  /// to each other in cycles.
  public func newRecord(_ shape: RecordShape, id: RecordID? = nil) -> Value {
    newRecord(shape, id: id, isWaiting: false, filledWith: .undefined)
  }

  private func newRecord(
    _ shape: RecordShape, id: RecordID?, isWaiting: Bool, filledWith field: Value
  ) -> Value {
    if shape !== keptShapes.last, shapes.insert(ObjectIdentifier(shape)).inserted {
      keptShapes.append(shape)
    }
    let count = shape.fields.count
    let address = allocate(RecordHeader.size + count * MemoryLayout<Value>.stride)
    let header = RecordHeader(
      shape: .passUnretained(shape), id: id?.rawValue ?? 0, hasID: id != nil,
      isWaiting: isWaiting)
    address.storeBytes(of: header, as: RecordHeader.self)
    let fields = (address + RecordHeader.size).bindMemory(to: Value.self, capacity: max(1, count))
    fields.initialize(repeating: field, count: count)
    return Value(.record, bits: UInt64(UInt(bitPattern: address)), length: UInt32(count))
  }

  /// Gives a record of this arena its fields, in the order of its shape.
  public func setFields(of record: Value, to values: [Value]) {
    precondition(!frozen, "a frozen arena cannot be written")
    guard let address = record.recordAddress, values.count == Int(record.length) else {
      preconditionFailure("a record is given one value for each field of its shape")
    }
    let fields = (address + RecordHeader.size).assumingMemoryBound(to: Value.self)
    for (index, value) in values.enumerated() { fields[index] = value }
  }
}

/// Bytes at an address that never changes, shared by count: a large text that values borrow.
///
/// Immutable after `init`, which is why `@unchecked Sendable` holds.
public final class SharedText: @unchecked Sendable {
  /// The bytes: UTF-8.
  public let bytes: UnsafeBufferPointer<UInt8>
  private let storage: UnsafeMutableBufferPointer<UInt8>

  /// A copy of `bytes`, which must be valid UTF-8.
  public init(_ bytes: some Collection<UInt8>) {
    storage = .allocate(capacity: max(1, bytes.count))
    _ = storage.initialize(from: bytes)
    self.bytes = UnsafeBufferPointer(rebasing: storage[0..<bytes.count])
  }

  deinit { storage.deallocate() }
}
