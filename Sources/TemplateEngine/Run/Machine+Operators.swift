#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Arithmetic, comparison, joining.
extension Machine {
  /// Larger strings and lists are not made by repeating.
  static let sizeLimit = 16 << 20

  func binary(_ code: Instruction.Code, _ a: Value, _ b: Value) throws(TemplateFault) -> Value {
    if a.tag == .undefined || b.tag == .undefined { return try binaryOfUndefined(code, a, b) }
    switch code {
    case .equal: return .bool(try equal(a, b))
    case .notEqual: return .bool(try !equal(a, b))
    case .less, .lessEqual, .greater, .greaterEqual: return .bool(try compare(code, a, b))
    case .contained: return .bool(try contains(b, a))
    case .notContained: return .bool(try !contains(b, a))
    default: break
    }
    if a.isNumeric, b.isNumeric { return try arithmetic(code, a, b) }
    if code == .add, let sum = try added(a, b) { return sum }
    if code == .mul {
      if b.tag == .int || b.tag == .bool, let result = try repeated(a, Int(truncatingIfNeeded: b.bits))
      {
        return result
      }
      if a.tag == .int || a.tag == .bool, let result = try repeated(b, Int(truncatingIfNeeded: a.bits))
      {
        return result
      }
    }
    throw TemplateFault(
      .type, "\(ValueText.kindName(a)) and \(ValueText.kindName(b)) cannot be \(Self.verb(code))")
  }

  /// Operators with an undefined operand: mostly a fault.
  @inline(never)
  private func binaryOfUndefined(_ code: Instruction.Code, _ a: Value, _ b: Value)
    throws(TemplateFault) -> Value
  {
    let aIsSilent = a.tag != .undefined || a.flags.contains(.silent)
    let bIsSilent = b.tag != .undefined || b.flags.contains(.silent)
    switch code {
    case .equal where aIsSilent && bIsSilent: return .bool(a.tag == b.tag)
    case .notEqual where aIsSilent && bIsSilent: return .bool(a.tag != b.tag)
    case .contained, .notContained:
      let found = try contains(b, a)
      return .bool(found == (code == .contained))
    default: break
    }
    if a.tag == .undefined { throw undefined(a, operand: 0) }
    throw undefined(b, operand: 1)
  }

  private static func verb(_ code: Instruction.Code) -> String {
    switch code {
    case .add: "added"
    case .sub: "subtracted"
    case .mul: "multiplied"
    default: "divided"
    }
  }

  /// Equality that records the reads of whole records.
  func equal(_ a: Value, _ b: Value) throws(TemplateFault) -> Bool {
    if a.isMap { noteWhole(a) }
    if b.isMap { noteWhole(b) }
    if a.tag == b.tag, a.length == b.length { try refuseUndefinedElements(a, b) }
    return ValueOrder.equal(a, b)
  }

  /// A list that holds an undefined value can be compared only as far as that value.
  private func refuseUndefinedElements(_ a: Value, _ b: Value) throws(TemplateFault) {
    guard a.tag == .list || a.tag == .tuple else { return }
    let first = a.elements
    let second = b.elements
    for index in 0..<min(first.count, second.count) {
      if first[index].tag == .undefined { throw undefined(first[index], operand: 0) }
      if second[index].tag == .undefined { throw undefined(second[index], operand: 1) }
      if !ValueOrder.equal(first[index], second[index]) { return }
    }
  }

  func compare(_ code: Instruction.Code, _ a: Value, _ b: Value) throws(TemplateFault) -> Bool {
    if a.tag == b.tag { try refuseUndefinedElements(a, b) }
    guard let order = ValueOrder.compare(a, b) else {
      throw TemplateFault(
        .type, "\(ValueText.kindName(a)) and \(ValueText.kindName(b)) have no order")
    }
    switch code {
    case .less: return order == .before
    case .lessEqual: return order == .before || order == .same
    case .greater: return order == .after
    default: return order == .after || order == .same
    }
  }

  /// Whether a list, map or string has an item, key or part.
  func contains(_ container: Value, _ item: Value) throws(TemplateFault) -> Bool {
    switch container.tag {
    case .list, .tuple:
      for element in container.elements {
        if element.tag == .undefined || item.tag == .undefined {
          if item.tag == .undefined, !item.flags.contains(.silent) {
            throw undefined(item, operand: 0)
          }
          if element.tag == .undefined, !element.flags.contains(.silent) {
            throw undefined(element, operand: 255)
          }
          if element.tag == item.tag { return true }
        } else if ValueOrder.equal(element, item) {
          return true
        }
      }
      return false
    case .map, .record:
      if item.tag == .undefined {
        if item.flags.contains(.silent) { return false }
        throw undefined(item, operand: 0)
      }
      guard item.isKey else {
        if item.tag == .object { return false }
        throw TemplateFault(.type, "\(ValueText.kindName(item)) cannot be a key")
      }
      return !entry(item, of: container).isUndefined
    case .string:
      guard item.tag == .string else {
        throw TemplateFault(.type, "only a string can be in a string, not \(ValueText.kindName(item))")
      }
      return StringParts.find(item.utf8, in: container.utf8, from: 0) != nil
    case .undefined:
      if container.flags.contains(.silent) { return false }
      throw undefined(container, operand: 1)
    default:
      throw TemplateFault(.type, "nothing can be in \(ValueText.kindName(container))")
    }
  }

  func signed(_ value: Value, negate: Bool) throws(TemplateFault) -> Value {
    switch value.tag {
    case .int, .bool:
      let number = Int(truncatingIfNeeded: value.bits)
      if !negate { return .int(number) }
      let (result, over) = 0.subtractingReportingOverflow(number)
      if over { throw Self.overflow }
      return .int(result)
    case .double:
      let number = Double(bitPattern: value.bits)
      return .double(negate ? -number : number)
    case .undefined: throw undefined(value, operand: 0)
    default:
      throw TemplateFault(.type, "\(ValueText.kindName(value)) has no sign")
    }
  }

  private static var overflow: TemplateFault {
    TemplateFault(.value, "the result does not fit into 64 bits")
  }

  private static var zero: TemplateFault { TemplateFault(.value, "this divides by zero") }

  private func arithmetic(_ code: Instruction.Code, _ a: Value, _ b: Value) throws(TemplateFault)
    -> Value
  {
    guard a.tag != .double, b.tag != .double else {
      return .double(try doubles(code, a.number, b.number))
    }
    let x = Int(truncatingIfNeeded: a.bits)
    let y = Int(truncatingIfNeeded: b.bits)
    let result: (partialValue: Int, overflow: Bool)
    switch code {
    case .add: result = x.addingReportingOverflow(y)
    case .sub: result = x.subtractingReportingOverflow(y)
    case .mul: result = x.multipliedReportingOverflow(by: y)
    case .div:
      if y == 0 { throw Self.zero }
      return .double(Self.quotient(x, y))
    case .floorDiv:
      if y == 0 { throw Self.zero }
      if x == .min, y == -1 { throw Self.overflow }
      let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
      return .int(remainder != 0 && (remainder < 0) != (y < 0) ? quotient - 1 : quotient)
    case .mod:
      if y == 0 { throw Self.zero }
      if y == -1 { return .int(0) }
      let remainder = x % y
      return .int(remainder != 0 && (remainder < 0) != (y < 0) ? remainder + y : remainder)
    default: return try power(x, y)
    }
    if result.overflow { throw Self.overflow }
    return .int(result.partialValue)
  }

  /// The quotient of two integers, correctly rounded also beyond 2^53.
  private static func quotient(_ x: Int, _ y: Int) -> Double {
    let limit = 1 << 53
    if abs(Double(x)) < Double(limit), abs(Double(y)) < Double(limit) {
      return Double(x) / Double(y)
    }
    return WideNumber.quotient(x, y)
  }

  private func power(_ x: Int, _ y: Int) throws(TemplateFault) -> Value {
    if y < 0 {
      if x == 0 { throw Self.zero }
      return .double(pow(Double(x), Double(y)))
    }
    if x == 0 || x == 1 { return .int(y == 0 ? 1 : x) }
    if x == -1 { return .int(y % 2 == 0 ? 1 : -1) }
    if y > 64 { throw Self.overflow }
    var result = 1
    for _ in 0..<y {
      let (product, over) = result.multipliedReportingOverflow(by: x)
      if over { throw Self.overflow }
      result = product
    }
    return .int(result)
  }

  private func doubles(_ code: Instruction.Code, _ x: Double, _ y: Double) throws(TemplateFault)
    -> Double
  {
    switch code {
    case .add: return x + y
    case .sub: return x - y
    case .mul: return x * y
    case .div:
      if y == 0 { throw Self.zero }
      return x / y
    case .floorDiv:
      if y == 0 { throw Self.zero }
      return Self.floorDivision(x, y).quotient
    case .mod:
      if y == 0 { throw Self.zero }
      return Self.floorDivision(x, y).remainder
    default:
      if x == 0, y < 0 { throw Self.zero }
      let result = pow(x, y)
      if x < 0, y.isFinite, x.isFinite, y != y.rounded() {
        throw TemplateFault(.value, "a negative number has no power with a fraction")
      }
      if result.isInfinite, x.isFinite, y.isFinite { throw Self.overflow }
      return result
    }
  }

  /// Quotient and remainder with the quotient rounded down, as the reference implementation does.
  private static func floorDivision(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double)
  {
    var remainder = fmod(x, y)
    var quotient = (x - remainder) / y
    if remainder != 0 {
      if (y < 0) != (remainder < 0) {
        remainder += y
        quotient -= 1
      }
    } else {
      remainder = Double(signOf: y, magnitudeOf: 0)
    }
    guard quotient != 0 else { return (Double(signOf: x / y, magnitudeOf: 0), remainder) }
    var floor = quotient.rounded(.down)
    if quotient - floor > 0.5 { floor += 1 }
    return (floor, remainder)
  }

  // MARK: - Joining

  private func added(_ a: Value, _ b: Value) throws(TemplateFault) -> Value? {
    switch (a.tag, b.tag) {
    case (.string, .string):
      let safe = a.flags.contains(.safe) || b.flags.contains(.safe)
      return joined([a, b], safe: safe)
    case (.list, .list), (.tuple, .tuple):
      let first = a.elements
      let second = b.elements
      let result = arena.newSequence(a.tag, count: first.count + second.count)
      guard let place = arena.elementAddress(result) else { return result }
      for index in 0..<first.count { place[index] = first[index] }
      for index in 0..<second.count { place[first.count + index] = second[index] }
      return result
    default: return nil
    }
  }

  /// Strings one after the other; with `safe`, those that are not safe are escaped.
  func joined(_ parts: [Value], safe: Bool) -> Value {
    var buffer = OutputBuffer(capacity: parts.reduce(16) { $0 + Int($1.length) })
    for part in parts {
      if safe, !part.flags.contains(.safe) {
        buffer.appendEscaped(part.utf8)
      } else {
        buffer.append(part.utf8)
      }
    }
    return arena.copy(
      buffer.bytes, flags: TextFacts.flags(of: buffer.bytes).union(safe ? .safe : []))
  }

  private func repeated(_ value: Value, _ times: Int) throws(TemplateFault) -> Value? {
    let times = max(0, times)
    switch value.tag {
    case .string:
      let (size, over) = times.multipliedReportingOverflow(by: Int(value.length))
      if over || size > Self.sizeLimit {
        throw TemplateFault(.value, "a repeated string is longer than 16 MiB")
      }
      let result = arena.allocate(max(1, size), aligned: false)
      if let from = value.utf8.baseAddress {
        for index in 0..<times {
          (result + index * Int(value.length)).copyMemory(from: from, byteCount: Int(value.length))
        }
      }
      return Value(
        text: UnsafeBufferPointer(start: result.assumingMemoryBound(to: UInt8.self), count: size),
        flags: value.flags)
    case .list, .tuple:
      let elements = value.elements
      let (size, over) = times.multipliedReportingOverflow(by: elements.count)
      if over || size > Self.sizeLimit / 16 {
        throw TemplateFault(.value, "a repeated list has more than a million elements")
      }
      let result = arena.newSequence(value.tag, count: size)
      guard let place = arena.elementAddress(result), let from = elements.baseAddress else {
        return result
      }
      for index in 0..<times { (place + index * elements.count).update(from: from, count: elements.count) }
      return result
    default: return nil
    }
  }

  /// `a ~ b ~ c`.
  mutating func concat(
    _ count: Int, _ sp: inout UnsafeMutablePointer<Value>, _ escapes: Bool
  ) throws(TemplateFault) {
    sp -= count
    var safe = false
    for index in 0..<count {
      if sp[index].tag == .undefined, !sp[index].flags.contains(.silent) {
        throw undefined(sp[index], operand: index)
      }
      if escapes, sp[index].isSafeString || sp[index].objectKind == .module { safe = true }
    }
    let start = out.count
    for index in 0..<count { try print(sp[index], safe ? 1 : 0) }
    let tail = out.bytes(from: start)
    sp.pointee = arena.copy(tail, flags: TextFacts.flags(of: tail).union(safe ? .safe : []))
    out.truncate(to: start)
    sp += 1
  }

  // MARK: - Maps

  func makeMap(_ count: Int, _ sp: inout UnsafeMutablePointer<Value>) throws(TemplateFault) {
    sp -= count * 2
    let map = arena.newMap(capacity: count)
    for index in 0..<count {
      let key = sp[index * 2]
      if key.tag == .undefined { throw undefined(key, operand: 255) }
      guard key.isKey else {
        throw TemplateFault(.type, "\(ValueText.kindName(key)) cannot be a key")
      }
      map.mapMemory?.pointee.set(key, to: sp[index * 2 + 1].present, in: arena)
    }
    sp.pointee = map
    sp += 1
  }

  func shapedMap(_ step: Instruction, _ values: UnsafeMutablePointer<Value>) -> Value {
    let shape = program.shapes[Int(step.c)]
    var hasUndefined = false
    for index in 0..<Int(step.b) where values[index].tag == .undefined { hasUndefined = true }
    guard hasUndefined else {
      let count = Int(step.b)
      let address = arena.allocate(RecordHeader.size + count * MemoryLayout<Value>.stride)
      address.storeBytes(
        of: RecordHeader(shape: .passUnretained(shape), id: 0, hasID: false), as: RecordHeader.self)
      (address + RecordHeader.size).bindMemory(to: Value.self, capacity: max(1, count))
        .initialize(from: values, count: count)
      return Value(.record, bits: UInt64(UInt(bitPattern: address)), length: UInt32(count))
    }
    // A record has no place for a key whose value is undefined; a map has.
    let map = arena.newMap(capacity: Int(step.b))
    for index in 0..<Int(step.b) {
      map.mapMemory?.pointee.set(shape.keys[index], to: values[index].present, in: arena)
    }
    return map
  }

  /// `{% set ns.name = value %}`: the namespace lies above the value.
  func setMember(_ name: Symbol, _ sp: inout UnsafeMutablePointer<Value>) throws(TemplateFault) {
    sp -= 2
    let object = sp[1]
    guard let map = object.namespaceMap else {
      if object.tag == .undefined { throw undefined(object, operand: 255) }
      throw TemplateFault(
        .runtime, "only a namespace's attributes can be set, not those of \(ValueText.kindName(object))")
    }
    map.pointee.set(program.symbols[Int(name.index)], to: sp[0].present, in: arena)
  }
}

extension Value {
  /// The number held, truth values and integers converted.
  var number: Double {
    tag == .double ? Double(bitPattern: bits) : Double(Int64(bitPattern: bits))
  }
}

extension Double {
  init(signOf sign: Double, magnitudeOf magnitude: Double) {
    self = sign.sign == .minus ? -magnitude : magnitude
  }
}
