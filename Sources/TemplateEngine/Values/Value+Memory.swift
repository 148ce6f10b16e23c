/// How strings, lists and records lie in an arena's memory, and the only readers of it.
///
/// A list's elements follow a header of sixteen bytes; the value's address is the first element's.
/// A record is a header (its shape, its number) and then its fields. A field that waits until it is
/// read is an undefined value with the address of its source and the number of its subject.
struct RecordHeader {
  /// The shape, not retained: the arena keeps it alive.
  let shape: Unmanaged<RecordShape>
  /// The record's number, when `hasID`.
  let id: UInt32
  let hasID: Bool
  /// Whether some fields wait until they are read.
  var isWaiting = false

  /// Bytes from the header to the first field.
  static let size = 16
}

/// What stands in front of a list's elements.
struct ListHeader {
  /// The query's number, meaningful only with the flag `query`.
  let query: UInt32

  /// Bytes from the header to the first element.
  static let size = 16
}

extension Value {
  /// A string over bytes that an arena or a shape owns.
  @inline(__always)
  init(text: UTF8Text, flags: Flags) {
    self.init(
      .string, bits: UInt64(UInt(bitPattern: text.buffer.baseAddress)),
      length: UInt32(truncatingIfNeeded: text.count), flags: flags)
  }

  /// The bytes of a string; nothing for other values.
  @inline(__always)
  var utf8: UTF8Text { UTF8Text(utf8Buffer) }

  /// The bytes of a string as a pointer, for the machine's printing; nothing for other values.
  @inline(__always)
  var utf8Buffer: UnsafeBufferPointer<UInt8> {
    guard tag == .string else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafePointer(bitPattern: UInt(truncatingIfNeeded: bits)), count: Int(length))
  }

  /// The elements of a list or tuple; nothing for other values.
  @inline(__always)
  var elements: UnsafeBufferPointer<Value> {
    guard tag == .list || tag == .tuple else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafePointer(bitPattern: UInt(truncatingIfNeeded: bits)), count: Int(length))
  }

  /// The number of the query that a list is the result of.
  var queryID: QueryID? {
    guard tag == .list, flags.contains(.query),
      let first = UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: bits))
    else { return nil }
    return QueryID((first - ListHeader.size).load(as: ListHeader.self).query)
  }

  /// Where a record's header is.
  @inline(__always)
  var recordAddress: UnsafeMutableRawPointer? {
    tag == .record ? UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: bits)) : nil
  }

  /// A record's header; `nil` for other values.
  @inline(__always)
  var recordHeader: RecordHeader? { recordAddress?.load(as: RecordHeader.self) }

  /// A record's shape; `nil` for other values.
  var shape: RecordShape? { recordHeader?.shape.takeUnretainedValue() }

  /// A record's fields in the order of its shape, those that waited made; nothing for other values.
  var fields: UnsafeBufferPointer<Value> {
    guard let address = recordAddress, let header = recordHeader else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let count = header.shape.takeUnretainedValue().fields.count
    if header.isWaiting { makeFields(count) }
    return UnsafeBufferPointer(
      start: (address + RecordHeader.size).assumingMemoryBound(to: Value.self), count: count)
  }

  /// One field of a record, made now when it waited; undefined where there is none.
  func field(_ index: Int) -> Value {
    guard let address = recordAddress else { return .undefined }
    let place = (address + RecordHeader.size).assumingMemoryBound(to: Value.self) + index
    if let source = place.pointee.waitingSource {
      // Its memory may be read meanwhile, and the place must not look as if it still waited.
      let value = source.value(ofField: index, of: Int(place.pointee.length))
      place.pointee = value
    }
    return place.pointee
  }

  @inline(never)
  private func makeFields(_ count: Int) {
    for index in 0..<count { _ = field(index) }
    guard let address = recordAddress, var header = recordHeader else { return }
    header.isWaiting = false
    address.storeBytes(of: header, as: RecordHeader.self)
  }

  /// A field that `source` makes when it is read.
  init(waitingFor source: Unmanaged<FieldSource>, subject: UInt32) {
    self.init(
      .undefined, bits: UInt64(UInt(bitPattern: source.toOpaque())), length: subject,
      flags: .waiting)
  }

  /// What makes this field; `nil` for a value that does not wait.
  private var waitingSource: FieldSource? {
    guard tag == .undefined, flags.contains(.waiting),
      let address = UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: bits))
    else { return nil }
    return Unmanaged<FieldSource>.fromOpaque(address).takeUnretainedValue()
  }

  /// The record's number; `nil` when it has none or this is no record.
  public var recordID: RecordID? {
    guard let header = recordHeader, header.hasID else { return nil }
    return RecordID(header.id)
  }
}
