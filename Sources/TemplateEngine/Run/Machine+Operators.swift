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
      if b.tag == .int || b.tag == .bool,
        let result = try repeated(a, Int(truncatingIfNeeded: b.bits))
      {
        return result
      }
      if a.tag == .int || a.tag == .bool,
        let result = try repeated(b, Int(truncatingIfNeeded: a.bits))
      {
        return result
      }
    }
    throw TemplateFault(
      .type, "\(ValueText.kindName(a)) and \(ValueText.kindName(b)) cannot be \(Self.verb(code))")
  }

  /// Operators with an undefined operand: mostly a fault.
  @inline(never)
  func binaryOfUndefined(_ code: Instruction.Code, _ a: Value, _ b: Value)
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

  static func verb(_ code: Instruction.Code) -> String {
    switch code {
    case .add: "added"
    case .sub: "subtracted"
    case .mul: "multiplied"
    default: "divided"
    }
  }

  /// Equality that records the reads of whole records.
  func equal(_ a: Value, _ b: Value) throws(TemplateFault) -> Bool {
    if reads != nil {
      noteDeeply(a)
      noteDeeply(b)
    }
    if a.tag == b.tag, a.length == b.length { try refuseUndefinedElements(a, b) }
    return ValueOrder.equal(a, b)
  }

  /// A list that holds an undefined value can be compared only as far as that value.
  func refuseUndefinedElements(_ a: Value, _ b: Value) throws(TemplateFault) {
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
      if reads != nil, item.isMap || item.tag == .list || item.tag == .tuple {
        noteDeeply(container)
        noteDeeply(item)
      }
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
        throw TemplateFault(
          .type, "only a string can be in a string, not \(ValueText.kindName(item))")
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

  static var overflow: TemplateFault {
    TemplateFault(.value, "the result does not fit into 64 bits")
  }

  static var zero: TemplateFault { TemplateFault(.value, "this divides by zero") }

  func arithmetic(_ code: Instruction.Code, _ a: Value, _ b: Value) throws(TemplateFault)
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
  static func quotient(_ x: Int, _ y: Int) -> Double {
    let limit = 1 << 53
    if abs(Double(x)) < Double(limit), abs(Double(y)) < Double(limit) {
      return Double(x) / Double(y)
    }
    return WideNumber.quotient(x, y)
  }

  func power(_ x: Int, _ y: Int) throws(TemplateFault) -> Value {
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

  func doubles(_ code: Instruction.Code, _ x: Double, _ y: Double) throws(TemplateFault)
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
  static func floorDivision(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
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
