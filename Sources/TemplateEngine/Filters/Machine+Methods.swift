/// The methods of strings and maps, of the language's objects, and its functions.
extension Machine {
  /// Calls a method of a string or map; `nil` when it has none of that name.
  mutating func method(_ name: Symbol, of value: Value, _ arguments: Operands, _ escapes: Bool)
    throws(TemplateFault) -> Value?
  {
    let title = program.name(name)
    if value.isMap {
      guard Operations.mapMethods.contains(title) else { return nil }
      if arguments.hasNames { throw TemplateFault(.type, "'\(title)' takes no named arguments") }
      guard title == "get" else {
        try expect(arguments, 0, 0, title)
        let filter: Operations.Filter =
          title == "items" ? .items : title == "keys" ? .keys : .values
        return try entries(filter, value)
      }
      try expect(arguments, 1, 2, title)
      let key = arguments[0]
      if key.tag == .undefined { throw undefined(key, operand: 1) }
      guard key.isKey else {
        throw TemplateFault(.type, "\(ValueText.kindName(key)) cannot be a key")
      }
      let found = entry(key, of: value)
      if found.tag != .undefined { return found }
      return arguments.positionalCount > 1 ? arguments[1] : Value.none
    }
    guard Operations.stringMethods.contains(title) else { return nil }
    return try stringMethod(title, value, arguments)
  }

  private func expect(_ arguments: Operands, _ low: Int, _ high: Int, _ title: String)
    throws(TemplateFault)
  {
    guard arguments.positionalCount >= low, arguments.positionalCount <= high else {
      let limit = low == high ? "\(low)" : "\(low) to \(high)"
      throw TemplateFault(
        .type, "'\(title)' takes \(limit) arguments, \(arguments.positionalCount) are given")
    }
  }

  private mutating func stringMethod(_ title: String, _ text: Value, _ arguments: Operands)
    throws(TemplateFault) -> Value
  {
    if arguments.hasNames, title != "split", title != "splitlines" {
      throw TemplateFault(.type, "'\(title)' takes no named arguments")
    }
    switch title {
    case "upper", "lower", "title", "capitalize":
      try expect(arguments, 0, 0, title)
      let form: CaseMapping.Form =
        title == "upper"
        ? .upper : title == "lower" ? .lower : title == "title" ? .words : .capitalized
      return cased(text, form)
    case "strip", "lstrip", "rstrip":
      try expect(arguments, 0, 1, title)
      let given = arguments.positionalCount > 0 ? arguments[0] : nil
      if given?.tag == .undefined { throw TemplateFault(.type, "characters are a string") }
      let characters = try characters(given, operand: 1)
      return trimmed(text, characters, start: title != "rstrip", end: title != "lstrip")
    case "startswith", "endswith":
      try expect(arguments, 1, 3, title)
      return .bool(try affix(title, text, arguments))
    case "replace":
      try expect(arguments, 2, 3, title)
      let old = try string(arguments[0], title)
      let safe = text.flags.contains(.safe)
      var new = try string(safe ? try self.text(arguments[1], operand: 2) : arguments[1], title)
      if safe { new = try escaped(new) }
      let limit = arguments.positionalCount > 2 ? try count(arguments[2], title) : -1
      return replaced(text, old, new, limit)
    case "join":
      try expect(arguments, 1, 1, title)
      return try joined(arguments[0], with: text)
    case "split": return try splitMethod(text, arguments)
    default:
      try expect(arguments, 0, 1, title)
      var keeps = arguments.positionalCount > 0 ? try isTrue(arguments[0]) : false
      for (name, value) in arguments.named(program) {
        guard name.asString == "keepends" else {
          throw noArgument(name, "'splitlines'", among: ["keepends"])
        }
        keeps = try isTrue(value)
      }
      let lines = LineSplitter.split(text.utf8, keepsEnds: keeps)
      return arena.list(lines.map { StringParts.part(text, $0) })
    }
  }

  private func string(_ value: Value, _ title: String) throws(TemplateFault) -> Value {
    if value.tag == .string { return value }
    throw TemplateFault(.type, "'\(title)' takes strings, not \(ValueText.kindName(value))")
  }

  private func count(_ value: Value, _ title: String) throws(TemplateFault) -> Int {
    guard value.tag == .int || value.tag == .bool else {
      throw TemplateFault(.type, "'\(title)' counts with an integer")
    }
    return Int(truncatingIfNeeded: value.bits)
  }

  private func affix(_ title: String, _ text: Value, _ arguments: Operands) throws(TemplateFault)
    -> Bool
  {
    var subject = text
    if arguments.positionalCount > 1 {
      var bounds: [Int?] = [nil, nil]
      for index in 1..<arguments.positionalCount where arguments[index].tag != .none {
        bounds[index - 1] = try count(arguments[index], title)
      }
      let length = StringParts.count(text)
      if let start = bounds[0], start > length { return false }
      subject = StringParts.slice(text, bounds[0], bounds[1], 1, in: arena)
    }
    let parts = arguments[0].tag == .tuple ? Array(arguments[0].elements) : [arguments[0]]
    for part in parts {
      let part = try string(part, title)
      if StringParts.has(part.utf8, in: subject.utf8, atEnd: title == "endswith") { return true }
    }
    return false
  }

  private mutating func joined(_ list: Value, with separator: Value) throws(TemplateFault) -> Value
  {
    if list.tag == .undefined { throw undefined(list, operand: 1) }
    let elements = try items(of: list, operand: 1).elements
    let safe = separator.flags.contains(.safe)
    var parts: [Value] = []
    for (index, element) in elements.enumerated() {
      if index > 0 { parts.append(separator) }
      if safe {
        parts.append(try escaped(element))
      } else {
        parts.append(try string(element, "join"))
      }
    }
    return joined(safe ? parts : parts.map(\.plain), safe: safe)
  }

  private func splitMethod(_ text: Value, _ arguments: Operands) throws(TemplateFault) -> Value {
    try expect(arguments, 0, 2, "split")
    var separator = arguments.positionalCount > 0 ? arguments[0] : nil
    var limit = arguments.positionalCount > 1 ? arguments[1] : nil
    for (name, value) in arguments.named(program) {
      switch name.asString {
      case "sep" where separator == nil: separator = value
      case "maxsplit" where limit == nil: limit = value
      default: throw noArgument(name, "'split'", among: ["sep", "maxsplit"])
      }
    }
    if separator?.tag == .undefined { throw TemplateFault(.type, "'sep' is a string") }
    return try split(text, separator, limit, operands: (1, 2))
  }

  // MARK: - Objects

  /// Calls a method that an object of the language has; `nil` when it has none of that name.
  mutating func objectMethod(_ name: Symbol, of value: Value, _ arguments: Operands)
    throws(TemplateFault) -> Value?
  {
    let names = program.wellKnown
    if let loop = value.object(.loop, as: LoopObject.self) {
      if name == names.cycle {
        guard arguments.positionalCount > 0, !arguments.hasNames else {
          throw TemplateFault(.type, "'cycle' needs items to go round")
        }
        return arguments[loop.pointee.index % arguments.positionalCount]
      }
      if name == names.changed {
        if arguments.hasNames {
          throw TemplateFault(.type, "'changed' takes no named arguments")
        }
        let given = arena.sequence(.tuple, arguments.positional)
        let before = loop.pointee.changed
        noteDeeply(given)
        if before.tag == .tuple, ValueOrder.equal(before, given) { return .false }
        loop.pointee.changed = given
        return .true
      }
    }
    if let cycler = value.object(.cycler, as: CyclerObject.self) {
      let items = cycler.pointee.items.elements
      if name == names.next {
        try expect(arguments, 0, 0, "next")
        let current = items[cycler.pointee.position]
        cycler.pointee.position = (cycler.pointee.position + 1) % items.count
        return current
      }
      if name == names.reset {
        try expect(arguments, 0, 0, "reset")
        cycler.pointee.position = 0
        return Value.none
      }
    }
    return nil
  }

  // MARK: - Functions

  /// Calls one of the language's own functions.
  mutating func builtIn(_ callee: Value, _ arguments: Operands) throws(TemplateFault) -> Value {
    switch BuiltInFunction(rawValue: callee.bits) {
    case .range: return try range(arguments)
    case .dict: return try dictionary(arguments, "dict")
    case .namespace:
      let map = try dictionary(arguments, "namespace")
      return Value(.object, bits: map.bits, length: ObjectKind.namespace.rawValue)
    case .cycler:
      guard arguments.positionalCount > 0 else {
        throw TemplateFault(.runtime, "'cycler' needs at least one item")
      }
      if arguments.hasNames { throw TemplateFault(.type, "'cycler' takes no named arguments") }
      return arena.object(
        .cycler, CyclerObject(items: arena.sequence(.list, arguments.positional), position: 0))
    case .joiner:
      var separator = arena.string(", ")
      let named = arguments.named(program)
      guard arguments.positionalCount + named.count <= 1,
        named.allSatisfy({ $0.0.asString == "sep" })
      else { throw TemplateFault(.type, "'joiner' takes one argument, 'sep'") }
      if arguments.positionalCount == 1 { separator = arguments[0] }
      if let given = named.first { separator = given.1 }
      return arena.object(.joiner, JoinerObject(separator: separator, isUsed: false))
    case nil: return .undefined
    }
  }

  private func range(_ arguments: Operands) throws(TemplateFault) -> Value {
    if arguments.hasNames { throw TemplateFault(.type, "'range' takes no named arguments") }
    try expect(arguments, 1, 3, "range")
    var bounds: [Int] = []
    for index in 0..<arguments.positionalCount {
      let bound = arguments[index]
      if bound.tag == .undefined { throw undefined(bound, operand: index + 1) }
      guard bound.tag == .int || bound.tag == .bool else {
        throw TemplateFault(.type, "'range' takes integers, not \(ValueText.kindName(bound))")
      }
      bounds.append(Int(truncatingIfNeeded: bound.bits))
    }
    let start = bounds.count > 1 ? bounds[0] : 0
    let end = bounds.count > 1 ? bounds[1] : bounds[0]
    let step = bounds.count > 2 ? bounds[2] : 1
    guard step != 0 else { throw TemplateFault(.value, "the step of 'range' is not 0") }
    let (distance, over) = end.subtractingReportingOverflow(start)
    guard !over else { throw TemplateFault(.value, "'range' gives at most 100,000 numbers") }
    let isEmpty = step > 0 ? distance <= 0 : distance >= 0
    let count = isEmpty ? 0 : (distance.magnitude - 1) / step.magnitude + 1
    guard count <= 100_000 else {
      throw TemplateFault(.value, "'range' gives at most 100,000 numbers")
    }
    let list = arena.newSequence(.list, count: Int(count))
    guard let place = arena.elementAddress(list) else { return list }
    for index in 0..<Int(count) { place[index] = .int(start &+ index &* step) }
    return list
  }

  private func dictionary(_ arguments: Operands, _ title: String) throws(TemplateFault) -> Value {
    try expect(arguments, 0, 1, title)
    let map = arena.newMap(capacity: 4)
    guard let memory = map.mapMemory else { return map }
    if arguments.positionalCount == 1 {
      let given = arguments[0]
      if given.tag == .undefined { throw undefined(given, operand: 1) }
      if given.isMap {
        noteWhole(given)
        given.forEachEntry { memory.pointee.set($0, to: $1, in: arena) }
      } else {
        for pair in try items(of: given, operand: 1).elements {
          guard pair.tag == .list || pair.tag == .tuple || pair.tag == .string else {
            throw TemplateFault(.type, "'\(title)' needs pairs, not \(ValueText.kindName(pair))")
          }
          let parts = try items(of: pair, operand: 255).elements
          guard parts.count == 2 else { throw TemplateFault(.value, "a pair has two parts") }
          guard parts[0].isKey else {
            throw TemplateFault(.type, "\(ValueText.kindName(parts[0])) cannot be a key")
          }
          memory.pointee.set(parts[0], to: parts[1], in: arena)
        }
      }
    }
    for (name, value) in arguments.named(program) {
      memory.pointee.set(name, to: value.present, in: arena)
    }
    return map
  }
}
