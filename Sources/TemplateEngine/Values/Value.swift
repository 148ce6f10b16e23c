/// One value of the template language: sixteen bytes that are copied freely and own nothing.
///
/// Numbers and truth values are held in place. Strings, lists, maps and records are an address and
/// a length; their memory belongs to a `ValueArena`, which must outlive every value made from it.
/// Copying a value therefore touches no reference count, on any thread.
public struct Value: BitwiseCopyable, Sendable {
  /// An integer, the bits of a double, or the address of what the arena holds.
  var bits: UInt64
  /// Bytes of a string, elements of a list, entries of a map, or the symbol of an undefined name.
  var length: UInt32
  /// What `bits` means.
  var tag: Tag
  /// Facts about the payload; their meaning depends on the tag.
  var flags: Flags
  /// Room that only a few tags use.
  var extra: UInt16

  /// What a value holds.
  enum Tag: UInt8, BitwiseCopyable, Sendable {
    case undefined, none, bool, int, double, string, list, tuple, map, record, object
  }

  /// Facts that travel with a value.
  struct Flags: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt8

    /// A string that is HTML already, and is not escaped when printed.
    static let safe = Flags(rawValue: 1)
    /// A string known to hold none of `& < > " '`.
    static let clean = Flags(rawValue: 2)
    /// A string known to be ASCII, so that bytes are scalars.
    static let ascii = Flags(rawValue: 4)
    /// A list that is a query's result; its number stands in front of its elements.
    static let query = Flags(rawValue: 8)
    /// A tuple made by `groupby`, with the names `grouper` and `list`.
    static let group = Flags(rawValue: 16)
    /// An undefined that prints as nothing and is false.
    static let silent = Flags(rawValue: 32)
    /// A local variable that no statement has set yet.
    static let missing = Flags(rawValue: 64)
    /// A map that a statement may change: a namespace's.
    static let mutable = Flags(rawValue: 128)
    /// An undefined that stands for a record's field until somebody reads it; never seen outside
    /// of a record's memory.
    static let waiting = Flags(rawValue: 1)
  }

  @inline(__always)
  init(_ tag: Tag, bits: UInt64 = 0, length: UInt32 = 0, flags: Flags = []) {
    self.bits = bits
    self.length = length
    self.tag = tag
    self.flags = flags
    self.extra = 0
  }
}

extension Value {
  /// Nothing, and using it is a mistake: what a name that does not exist gives.
  public static let undefined = Value(.undefined)
  /// The language's `none`.
  public static let none = Value(.none)
  /// The language's `true`.
  public static let `true` = Value(.bool, bits: 1)
  /// The language's `false`.
  public static let `false` = Value(.bool, bits: 0)

  /// A truth value.
  @inline(__always)
  public static func bool(_ value: Bool) -> Value { Value(.bool, bits: value ? 1 : 0) }

  /// An integer.
  @inline(__always)
  public static func int(_ value: Int) -> Value {
    Value(.int, bits: UInt64(bitPattern: Int64(value)))
  }

  /// A number with a fraction.
  @inline(__always)
  public static func double(_ value: Double) -> Value { Value(.double, bits: value.bitPattern) }

  /// What kind of value this is, as authors name it.
  public enum Kind: String, Sendable {
    case undefined, none, bool, int, double, string, list, tuple, map, object
  }

  /// What kind of value this is; records are maps.
  public var kind: Kind {
    switch tag {
    case .undefined: .undefined
    case .none: .none
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .list: .list
    case .tuple: .tuple
    case .map, .record: .map
    case .object: .object
    }
  }

  /// Whether there is no value.
  public var isUndefined: Bool { tag == .undefined }
  /// Whether this is `none`.
  public var isNone: Bool { tag == .none }
  /// Whether this is a string that is HTML already.
  public var isSafeString: Bool { tag == .string && flags.contains(.safe) }

  /// The truth value held; `nil` for anything else.
  public var asBool: Bool? { tag == .bool ? bits != 0 : nil }
  /// The integer held; `nil` for anything else.
  public var asInt: Int? { tag == .int ? Int(truncatingIfNeeded: bits) : nil }
  /// The number held, integers converted; `nil` for anything else.
  public var asDouble: Double? {
    switch tag {
    case .double: Double(bitPattern: bits)
    case .int: Double(Int64(bitPattern: bits))
    default: nil
    }
  }

  /// A copy of the string held; `nil` for anything else. The arena that made it must be alive.
  public var asString: String? {
    tag == .string ? String(decoding: utf8, as: UTF8.self) : nil
  }

  /// The elements of a list or tuple, copied; `nil` for anything else. The arena must be alive.
  ///
  /// This is not recorded as a read; inside a site function use `CallContext.elements(of:)`.
  public var asArray: [Value]? {
    tag == .list || tag == .tuple ? Array(elements) : nil
  }

  /// The value of a key of a map or a field of a record; `nil` when there is none.
  ///
  /// This is not recorded as a read; inside a site function use `CallContext.attribute(_:of:)`.
  public subscript(name: String) -> Value? {
    return name.withText { bytes in
      entry(Value(text: bytes, flags: []))
    }
  }

  /// The field of a record by its number in the record's shape; `nil` when there is none. This is not
  /// recorded as a read.
  public subscript(field index: Int) -> Value? {
    guard let shape, shape.fields.indices.contains(index) else { return nil }
    let value = field(index)
    return value.isUndefined ? nil : value
  }

  /// The entries of a map or record in their order, keys that are not strings left out; `nil` for
  /// anything else. This is not recorded as a read.
  public var asEntries: [(key: String, value: Value)]? {
    guard isMap else { return nil }
    var result: [(key: String, value: Value)] = []
    forEachEntry { key, value in
      if let key = key.asString { result.append((key, value)) }
    }
    return result
  }
}
