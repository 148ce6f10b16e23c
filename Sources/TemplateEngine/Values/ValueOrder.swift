/// How values are equal and how they are ordered, as the language says.
enum ValueOrder {
  /// Whether two values are equal; undefined values are the caller's business.
  static func equal(_ a: Value, _ b: Value) -> Bool {
    switch (a.tag, b.tag) {
    case (.string, .string): return TextFacts.equal(a.utf8, b.utf8)
    case (.bool, .bool), (.int, .int), (.bool, .int), (.int, .bool): return a.bits == b.bits
    case (.double, .double), (.double, .int), (.int, .double), (.double, .bool), (.bool, .double):
      return compareNumbers(a, b) == .same
    case (.none, .none): return true
    case (.list, .list), (.tuple, .tuple): return equalElements(a, b)
    case (.map, .map), (.map, .record), (.record, .map), (.record, .record):
      return equalMaps(a, b)
    case (.object, .object): return a.bits == b.bits && a.length == b.length
    default: return false
    }
  }

  private static func equalElements(_ a: Value, _ b: Value) -> Bool {
    guard a.length == b.length else { return false }
    if a.bits == b.bits { return true }
    let first = a.elements
    let second = b.elements
    for index in 0..<first.count where !equal(first[index], second[index]) { return false }
    return true
  }

  private static func equalMaps(_ a: Value, _ b: Value) -> Bool {
    if a.tag == b.tag, a.bits == b.bits { return true }
    guard a.entryCount == b.entryCount else { return false }
    var same = true
    a.forEachEntry { key, value in
      if same { same = b.entry(key).map { equal(value, $0) } ?? false }
    }
    return same
  }

  enum Order { case before, same, after, none }

  /// The order of two numbers, exact also between integers and doubles; `none` with a NaN.
  static func compareNumbers(_ a: Value, _ b: Value) -> Order {
    if a.tag != .double, b.tag != .double {
      let first = Int64(bitPattern: a.bits)
      let second = Int64(bitPattern: b.bits)
      return first == second ? .same : first < second ? .before : .after
    }
    if a.tag == .double, b.tag == .double {
      return order(Double(bitPattern: a.bits), Double(bitPattern: b.bits))
    }
    if a.tag == .double { return reversed(compareNumbers(b, a)) }
    let double = Double(bitPattern: b.bits)
    if double.isNaN { return .none }
    if double >= 9.3e18 { return .before }
    if double <= -9.3e18 { return .after }
    let integer = Int64(bitPattern: a.bits)
    let floor = double.rounded(.down)
    guard let whole = Int64(exactly: floor) else { return double > 0 ? .before : .after }
    if integer != whole { return integer < whole ? .before : .after }
    return floor == double ? .same : .before
  }

  private static func order(_ a: Double, _ b: Double) -> Order {
    a == b ? .same : a < b ? .before : a > b ? .after : .none
  }

  private static func reversed(_ order: Order) -> Order {
    switch order {
    case .before: .after
    case .after: .before
    default: order
    }
  }

  /// The order of two values that can be ordered; `nil` for those that cannot.
  static func compare(_ a: Value, _ b: Value) -> Order? {
    if a.isNumeric, b.isNumeric { return compareNumbers(a, b) }
    if a.tag == .string, b.tag == .string {
      let order = TextFacts.order(a.utf8, b.utf8)
      return order == 0 ? .same : order < 0 ? .before : .after
    }
    guard a.tag == b.tag, a.tag == .list || a.tag == .tuple else { return nil }
    let first = a.elements
    let second = b.elements
    for index in 0..<min(first.count, second.count)
    where !equal(first[index], second[index]) {
      return compare(first[index], second[index])
    }
    return first.count == second.count ? .same : first.count < second.count ? .before : .after
  }
}

extension Value {
  /// Whether arithmetic takes this as a number; truth values count.
  @inline(__always)
  var isNumeric: Bool { tag == .int || tag == .double || tag == .bool }

  /// How many entries a map or record has.
  var entryCount: Int {
    if let memory = mapMemory { return memory.pointee.count }
    if tag == .record { return fields.reduce(0) { $0 + ($1.isUndefined ? 0 : 1) } }
    return 0
  }

  /// Whether a map or record has an entry; a record whose fields wait for a source always has.
  var hasEntries: Bool { recordHeader?.isWaiting == true || entryCount > 0 }

  /// Calls `body` for each entry of a map or record in order; fields that are missing are not.
  func forEachEntry(_ body: (Value, Value) -> Void) {
    if let memory = mapMemory {
      for index in 0..<memory.pointee.count {
        body(memory.pointee.entries[index].key, memory.pointee.entries[index].value)
      }
    } else if let shape {
      let fields = fields
      for index in 0..<fields.count where !fields[index].isUndefined {
        body(shape.keys[index], fields[index])
      }
    }
  }

  /// The value of a key of a map or record, without recording the read; `nil` when there is none.
  func entry(_ key: Value) -> Value? {
    if let memory = mapMemory {
      return memory.pointee.find(key).map { memory.pointee.entries[$0].value }
    }
    guard let shape, key.tag == .string, let index = shape.index(of: key) else { return nil }
    let field = field(index)
    return field.isUndefined ? nil : field
  }

  /// Whether this is a map or a record.
  @inline(__always)
  var isMap: Bool { tag == .map || tag == .record }
}
