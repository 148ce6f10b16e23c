/// The tests.
extension Machine {
  func check(_ test: Operations.Test, _ value: Value, _ bound: Bound) throws(TemplateFault) -> Bool
  {
    switch test {
    case .defined: return value.tag != .undefined
    case .undefined: return value.tag == .undefined
    case .none: return value.tag == .none
    case .boolean: return value.tag == .bool
    case .true: return value.tag == .bool && value.bits != 0
    case .false: return value.tag == .bool && value.bits == 0
    case .integer: return value.tag == .int
    case .float: return value.tag == .double
    case .number: return value.isNumeric
    case .string: return value.tag == .string
    case .mapping: return value.isMap
    case .sequence:
      switch value.tag {
      case .string, .list, .tuple, .map, .record: return true
      default: return value.flags.contains(.silent)
      }
    case .iterable:
      if value.tag == .undefined, !value.flags.contains(.silent) {
        throw undefined(value, operand: 0)
      }
      return isIterable(value)
    case .callable: return isCallable(value)
    case .escaped:
      return value.isSafeString || value.objectKind == .module
    case .sameas: return isSame(value, bound[0] ?? .undefined)
    case .odd, .even, .divisibleby: return try divides(test, value, bound)
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual:
      return try ordered(test, value, bound[0] ?? .undefined)
    case .contained:
      let container = bound[0] ?? .undefined
      return try contains(container, value)
    case .containing:
      return try contains(value, bound[0] ?? .undefined)
    case .startingwith, .endingwith: return try affix(test, value, bound[0] ?? .undefined)
    case .lower, .upper: return try hasCase(test, value)
    case .filter, .test: return try exists(test, value)
    }
  }

  private func isIterable(_ value: Value) -> Bool {
    switch value.tag {
    case .string, .list, .tuple, .map, .record: true
    case .undefined: value.flags.contains(.silent)
    default: false
    }
  }

  private func isCallable(_ value: Value) -> Bool {
    switch value.objectKind {
    case .macro, .loop, .block, .joiner, .function, .siteFunction: true
    default: value.tag == .undefined
    }
  }

  private func isSame(_ a: Value, _ b: Value) -> Bool {
    guard a.tag == b.tag else { return false }
    switch a.tag {
    case .string: return TextFacts.equal(a.utf8, b.utf8)
    case .undefined: return false
    default: return a.bits == b.bits && (a.tag == .object ? a.length == b.length : true)
    }
  }

  private func divides(_ test: Operations.Test, _ value: Value, _ bound: Bound)
    throws(TemplateFault) -> Bool
  {
    let divisor = test == .divisibleby ? bound[0] ?? .undefined : .int(2)
    if value.tag == .undefined { throw undefined(value, operand: 0) }
    if divisor.tag == .undefined { throw undefined(divisor, operand: 1) }
    guard value.isNumeric, divisor.isNumeric else {
      throw TemplateFault(
        .type, "\(ValueText.kindName(value.isNumeric ? divisor : value)) is not a number")
    }
    let rest = try binary(.mod, value, divisor)
    return rest.number == (test == .odd ? 1 : 0)
  }

  private func ordered(_ test: Operations.Test, _ a: Value, _ b: Value) throws(TemplateFault)
    -> Bool
  {
    let code: Instruction.Code
    switch test {
    case .equal: code = .equal
    case .notEqual: code = .notEqual
    case .less: code = .less
    case .lessEqual: code = .lessEqual
    case .greater: code = .greater
    default: code = .greaterEqual
    }
    return try binary(code, a, b).bits != 0
  }

  private func affix(_ test: Operations.Test, _ value: Value, _ part: Value)
    throws(TemplateFault) -> Bool
  {
    guard value.tag == .string, part.tag == .string else {
      throw TemplateFault(.type, "strings are needed")
    }
    return StringParts.has(
      part.utf8, in: value.utf8, atEnd: test == .endingwith)
  }

  private func hasCase(_ test: Operations.Test, _ value: Value) throws(TemplateFault) -> Bool {
    if value.tag == .undefined {
      if value.flags.contains(.silent) { return false }
      throw undefined(value, operand: 0)
    }
    let text =
      value.tag == .string ? value.utf8 : arena.string(ValueText.plain(value, program)).utf8
    return CaseMapping.isAll(lower: test == .lower, text)
  }

  private func exists(_ test: Operations.Test, _ value: Value) throws(TemplateFault) -> Bool {
    if value.tag == .undefined {
      if value.flags.contains(.silent) { return false }
      throw undefined(value, operand: 0)
    }
    guard let name = value.asString else {
      if value.tag == .list || value.isMap {
        throw TemplateFault(.type, "\(ValueText.kindName(value)) is not a name")
      }
      return false
    }
    return test == .filter ? program.filter(named: name) != nil : program.test(named: name) != nil
  }
}

extension Program {
  /// A filter of the site or of the language.
  enum AnyFilter {
    case builtIn(Operations.Filter)
    case site(Int32)
  }

  /// The names of all filters, for suggestions.
  var filterNames: [String] {
    Operations.filters.keys + extensions.filterNumbers.keys.map { self.name($0) }
  }

  /// The names of all tests, for suggestions.
  var testNames: [String] {
    Operations.tests.keys + extensions.testNumbers.keys.map { self.name($0) }
  }

  func filter(named name: String) -> AnyFilter? {
    if let symbol = table.find(name), let number = extensions.filterNumbers[symbol] {
      return .site(number)
    }
    return Operations.filters[name].map { .builtIn($0.0) }
  }

  /// A test of the site or of the language.
  enum AnyTest {
    case builtIn(Operations.Test)
    case site(Int32)
  }

  func test(named name: String) -> AnyTest? {
    if let symbol = table.find(name), let number = extensions.testNumbers[symbol] {
      return .site(number)
    }
    return Operations.tests[name].map { .builtIn($0.0) }
  }
}

extension StringParts {
  /// Whether a text begins or ends with a part.
  static func has(
    _ part: UTF8Text, in text: UTF8Text, atEnd: Bool
  ) -> Bool {
    guard part.count <= text.count else { return false }
    let start = atEnd ? text.count - part.count : 0
    return TextFacts.equal(text[start..<start + part.count].rebased, part)
  }
}
