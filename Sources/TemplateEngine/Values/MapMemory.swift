/// Maps with keys of any kind, and namespaces: entries in order, found by a hash table once there
/// are more than a few.
struct MapMemory {
  private(set) var count = 0
  private var capacity = 0
  private(set) var entries: UnsafeMutablePointer<MapEntry>
  private var slots: UnsafeMutablePointer<UInt32>
  private var mask = -1

  init(capacity: Int, in arena: ValueArena) {
    let room = max(capacity, 4)
    self.capacity = room
    entries = arena.allocate(room * MemoryLayout<MapEntry>.stride)
      .bindMemory(to: MapEntry.self, capacity: room)
    slots = arena.allocate(16).bindMemory(to: UInt32.self, capacity: 4)
  }

  /// The place of a key's entry; `nil` when there is none.
  func find(_ key: Value) -> Int? {
    guard count > 0 else { return nil }
    if mask < 0 {
      for index in 0..<count where entries[index].key.isSameKey(as: key) { return index }
      return nil
    }
    var place = Int(key.keyHash) & mask
    while slots[place] != 0 {
      let index = Int(slots[place]) - 1
      if entries[index].key.isSameKey(as: key) { return index }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Sets a key's value; a new key goes behind all others.
  mutating func set(_ key: Value, to value: Value, in arena: ValueArena) {
    if let index = find(key) {
      entries[index].value = value
      return
    }
    if count == capacity {
      let larger = arena.allocate(capacity * 2 * MemoryLayout<MapEntry>.stride)
        .bindMemory(to: MapEntry.self, capacity: capacity * 2)
      larger.update(from: entries, count: count)
      entries = larger
      capacity *= 2
    }
    entries[count] = MapEntry(key: key, value: value)
    count += 1
    if count > 8 { place(count - 1, in: arena) }
  }

  private mutating func place(_ newest: Int, in arena: ValueArena) {
    var first = newest
    if mask < 0 || count * 2 > mask {
      let size = max(32, (mask + 1) * 2)
      slots = arena.allocate(size * 4).bindMemory(to: UInt32.self, capacity: size)
      slots.update(repeating: 0, count: size)
      mask = size - 1
      first = 0
    }
    for index in first...newest {
      var place = Int(entries[index].key.keyHash) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = UInt32(index + 1)
    }
  }
}

/// One entry of a map.
struct MapEntry: BitwiseCopyable {
  var key: Value
  var value: Value
}

extension Value {
  /// The map's memory; `nil` for other values, records among them.
  var mapMemory: UnsafeMutablePointer<MapMemory>? {
    tag == .map ? UnsafeMutablePointer(bitPattern: UInt(truncatingIfNeeded: bits)) : nil
  }

  /// Whether the value can be a map's key.
  var isKey: Bool {
    switch tag {
    case .none, .bool, .int, .double, .string: true
    case .tuple: elements.allSatisfy(\.isKey)
    default: false
    }
  }

  /// Whether two keys are one: numbers by value, strings by bytes.
  func isSameKey(as other: Value) -> Bool {
    if tag == .string { return other.tag == .string && TextFacts.equal(utf8, other.utf8) }
    return ValueOrder.equal(self, other)
  }

  /// A hash that is the same for keys that are one.
  var keyHash: UInt32 {
    switch tag {
    case .string: return TextFacts.hash(utf8)
    case .bool, .int: return UInt32(truncatingIfNeeded: (bits ^ bits >> 32) &* 0x9E37_79B9)
    case .double:
      let value = Double(bitPattern: bits)
      if let whole = Int(exactly: value) { return Value.int(whole).keyHash }
      return UInt32(truncatingIfNeeded: (bits ^ bits >> 32) &* 0x9E37_79B9)
    case .tuple: return elements.reduce(17) { ($0 &* 31) &+ $1.keyHash }
    default: return 0
    }
  }
}

extension ValueArena {
  /// An empty map to be filled by `MapMemory.set`.
  func newMap(capacity: Int) -> Value {
    let place = allocate(MemoryLayout<MapMemory>.size)
      .bindMemory(to: MapMemory.self, capacity: 1)
    place.initialize(to: MapMemory(capacity: capacity, in: self))
    return Value(.map, bits: UInt64(UInt(bitPattern: place)))
  }
}
