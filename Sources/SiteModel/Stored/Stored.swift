/// A value that can be kept as bytes and comes back equal.
///
/// What is stored is what the value holds, in the order of its fields, without names or numbers for
/// them: it is read back only by a program with the same `ParsedFileStore.format`.
protocol Stored {
  func store(in writer: inout StoredWriter)
  init(from reader: inout StoredReader) throws(StoredDamage)
}

/// A word of a fixed list, stored as its place in it.
protocol StoredWord: Stored, CaseIterable, Equatable where AllCases == [Self] {}

extension StoredWord {
  func store(in writer: inout StoredWriter) {
    writer.write(count: Self.allCases.firstIndex(of: self) ?? 0)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    let number = Int(try reader.byte())
    let words = Self.allCases
    guard number < words.count else { throw StoredDamage() }
    self = words[number]
  }
}

extension StoredWriter {
  mutating func write(_ value: some Stored) { value.store(in: &self) }

  mutating func write<Value: Stored>(_ value: Value?) {
    guard let value else { return write(false) }
    write(true)
    value.store(in: &self)
  }

  mutating func write<Value: Stored>(_ list: [Value]) {
    write(count: list.count)
    for value in list { value.store(in: &self) }
  }
}

extension StoredReader {
  mutating func value<Value: Stored>(
    _ type: Value.Type = Value.self
  ) throws(StoredDamage) -> Value {
    try Value(from: &self)
  }

  mutating func optional<Value: Stored>(
    _ type: Value.Type = Value.self
  ) throws(StoredDamage) -> Value? {
    try flag() ? Value(from: &self) : nil
  }

  mutating func list<Value: Stored>(
    _ type: Value.Type = Value.self
  ) throws(StoredDamage) -> [Value] {
    let count = try count()
    if count == 0 { return [] }
    var list: [Value] = []
    // A damaged length must not make room for more than a real one would.
    list.reserveCapacity(min(count, 64))
    for _ in 0..<count { list.append(try Value(from: &self)) }
    return list
  }
}

extension String: Stored {
  func store(in writer: inout StoredWriter) { writer.write(self) }
  init(from reader: inout StoredReader) throws(StoredDamage) { self = try reader.text() }
}

extension Bool: Stored {
  func store(in writer: inout StoredWriter) { writer.write(self) }
  init(from reader: inout StoredReader) throws(StoredDamage) { self = try reader.flag() }
}

extension Int: Stored {
  func store(in writer: inout StoredWriter) { writer.write(signed: Int64(self)) }
  init(from reader: inout StoredReader) throws(StoredDamage) {
    self = Int(try reader.signed())
  }
}

extension Range<Int>: Stored {
  func store(in writer: inout StoredWriter) { writer.write(self) }
  init(from reader: inout StoredReader) throws(StoredDamage) { self = try reader.range() }
}
