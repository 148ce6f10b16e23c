/// The names of a record's fields, shared by all records of one kind.
///
/// A template finds a field by name once and then by its number, as long as the next record has
/// the same shape. Each field belongs to one of sixteen facets, the grain in which reads are
/// recorded (see `ReadLog`).
///
/// Immutable after `init`: the names live in memory of its own that nobody writes again, so it may
/// be read by any number of threads; that is why `@unchecked Sendable` holds.
public final class RecordShape: @unchecked Sendable {
  /// One field: its name and the facet that a read of it touches.
  public struct Field: Sendable {
    /// The name that templates use.
    public let name: String
    /// The facet, from 0 to 15.
    public let facet: UInt8

    /// A field of a facet; facet 0 unless told.
    public init(_ name: String, facet: UInt8 = 0) {
      precondition(facet < 16, "a facet is a number from 0 to 15")
      self.name = name
      self.facet = facet
    }
  }

  /// What the records are, for messages: `brief`, `entity`.
  public let name: String
  /// The fields in their order.
  public let fields: [Field]
  /// The fields' names as values; they point into `nameBytes`.
  let keys: UnsafeMutableBufferPointer<Value>
  /// The fields' facets.
  let facets: UnsafeMutableBufferPointer<UInt8>
  private let nameBytes: UnsafeMutableBufferPointer<UInt8>
  private let table: NameTable

  /// A shape with its fields; two fields of one name are a mistake of the caller.
  public init(_ name: String, _ fields: [Field]) {
    precondition(fields.count < 65_536, "a shape has at most 65,535 fields")
    self.name = name
    self.fields = fields
    let names = fields.map { Array($0.name.utf8) }
    nameBytes = .allocate(capacity: max(1, names.reduce(0) { $0 + $1.count }))
    keys = .allocate(capacity: max(1, fields.count))
    facets = .allocate(capacity: max(1, fields.count))
    var offset = 0
    for (index, bytes) in names.enumerated() {
      let place = UnsafeMutableBufferPointer(rebasing: nameBytes[offset..<offset + bytes.count])
      _ = place.initialize(from: bytes)
      let text = UTF8Text(UnsafeBufferPointer(place))
      keys.initializeElement(at: index, to: Value(text: text, flags: TextFacts.flags(of: text)))
      facets.initializeElement(at: index, to: fields[index].facet)
      offset += bytes.count
    }
    table = NameTable(UnsafeBufferPointer(rebasing: keys[0..<fields.count]))
    precondition(table.isUnique, "two fields of one shape have the same name")
  }

  /// A shape whose fields are all of facet 0.
  public convenience init(_ name: String, _ fields: [String]) {
    self.init(name, fields.map { Field($0) })
  }

  deinit {
    table.deallocate()
    keys.deallocate()
    facets.deallocate()
    nameBytes.deallocate()
  }

  /// The number of the field called `name`; `nil` when there is none.
  public func index(of name: String) -> Int? {
    name.withText { index(of: $0) }
  }

  func index(of name: UTF8Text) -> Int? {
    table.index(of: name, hash: TextFacts.hash(name), in: keys)
  }

  func index(of key: Value) -> Int? { index(of: key.utf8) }
}

/// A hash table from names to their numbers, made once.
struct NameTable {
  /// Number plus one of the name in each place; zero where there is none.
  private let slots: UnsafeMutableBufferPointer<UInt32>
  private let mask: Int
  let isUnique: Bool

  init(_ keys: UnsafeBufferPointer<Value>) {
    var size = 4
    while size < keys.count * 2 { size *= 2 }
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0)
    mask = size - 1
    var unique = true
    for (index, key) in keys.enumerated() {
      var place = Int(TextFacts.hash(key.utf8)) & mask
      while slots[place] != 0 {
        if keys[Int(slots[place]) - 1].utf8.elementsEqual(key.utf8) { unique = false }
        place = (place + 1) & mask
      }
      slots[place] = UInt32(index + 1)
    }
    isUnique = unique
  }

  func index(
    of name: UTF8Text, hash: UInt32, in keys: UnsafeMutableBufferPointer<Value>
  ) -> Int? {
    var place = Int(hash) & mask
    while slots[place] != 0 {
      let index = Int(slots[place]) - 1
      if TextFacts.equal(keys[index].utf8, name) { return index }
      place = (place + 1) & mask
    }
    return nil
  }

  func deallocate() { slots.deallocate() }
}
