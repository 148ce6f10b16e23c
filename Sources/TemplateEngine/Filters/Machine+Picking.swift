/// `map`, `select` and their kin, which apply filters and tests by name; `zip`.
extension Machine {
  mutating func map(_ value: Value, _ arguments: Operands, _ escapes: Bool)
    throws(TemplateFault) -> Value
  {
    guard try isTrue(value, operand: 0) else { return arena.list([]) }
    let elements = try items(of: value, operand: 0).elements
    var result: [Value] = []
    result.reserveCapacity(elements.count)
    let named = arguments.named(program)
    if arguments.positionalCount == 0,
      let attribute = named.first(where: { $0.0.asString == "attribute" })
    {
      let standard = named.first { $0.0.asString == "default" }.map(\.1)
      if let unknown = named.first(where: {
        $0.0.asString != "attribute" && $0.0.asString != "default"
      }) {
        throw noArgument(unknown.0, "filter 'map'", among: ["attribute", "default"])
      }
      let path = path(attribute.1)
      let fill = standard.flatMap { $0.tag == .none ? nil : $0 }
      for element in elements { result.append(try follow(path, from: element, standard: fill)) }
      return arena.list(result)
    }
    guard arguments.positionalCount > 0 else {
      if let unknown = named.first {
        throw noArgument(unknown.0, "filter 'map'", among: ["attribute"])
      }
      throw TemplateFault(.type, "filter 'map' needs the name of a filter, or 'attribute'")
    }
    let name = arguments[0]
    if name.tag == .undefined { throw undefined(name, operand: 1) }
    guard let text = name.asString, let filter = program.filter(named: text) else {
      throw unknown("filter", name, program.filterNames)
    }
    let rest = try Operands(dropping: 1, of: arguments, program)
    for element in elements {
      switch filter {
      case .builtIn(let kind): result.append(try apply(kind, element, rest, escapes))
      case .site(let number):
        let function = program.extensions.filters[Int(number)]
        result.append(try callSite(function, rest, escapes, first: element))
      }
    }
    return arena.list(result)
  }

  /// The fault of a named argument that does not exist.
  func noArgument(_ name: Value, _ title: String, among known: [String]) -> TemplateFault {
    let name = name.asString ?? ""
    return TemplateFault(
      .type, "\(title) has no argument '\(name)'",
      suggestions: ValueText.suggestions(for: name, among: known))
  }

  private func unknown(_ what: String, _ name: Value, _ known: [String]) -> TemplateFault {
    let text = name.asString ?? ValueText.plain(name, program)
    return TemplateFault(
      .unknown, "\(what) '\(text)' does not exist",
      suggestions: ValueText.suggestions(for: text, among: known.sorted()))
  }

  mutating func select(
    _ value: Value, _ arguments: Operands, keeps: Bool, byAttribute: Bool, _ escapes: Bool
  ) throws(TemplateFault) -> Value {
    guard try isTrue(value, operand: 0) else { return arena.list([]) }
    let elements = try items(of: value, operand: 0).elements
    var path = AttributePath(parts: [])
    var used = 0
    if byAttribute {
      guard arguments.positionalCount > 0 else {
        throw TemplateFault(.type, "the name of an attribute is needed")
      }
      path = self.path(arguments[0])
      used = 1
    }
    var test: Program.AnyTest?
    if arguments.positionalCount > used {
      let name = arguments[used]
      if name.tag == .undefined { throw undefined(name, operand: used + 1) }
      guard let text = name.asString, let found = program.test(named: text) else {
        throw unknown("test", name, program.testNames)
      }
      test = found
      used += 1
    }
    let rest = try Operands(dropping: used, of: arguments, program)
    var result: [Value] = []
    for element in elements {
      let subject = byAttribute ? try follow(path, from: element) : element
      let holds: Bool
      switch test {
      case .builtIn(let kind): holds = try check(kind, subject, rest)
      case .site(let number): holds = try callTest(number, rest, escapes, subject)
      case nil: holds = try isTrue(subject)
      }
      if holds == keeps { result.append(element) }
    }
    return arena.list(result)
  }

  mutating func zip(_ value: Value, _ arguments: Operands) throws(TemplateFault) -> Value {
    if let name = arguments.named(program).first {
      throw TemplateFault(.type, "filter 'zip' has no argument '\(name.0.asString ?? "")'")
    }
    var lists = [try items(of: value, operand: 0).elements]
    for index in 0..<arguments.positionalCount {
      lists.append(try items(of: arguments[index], operand: index + 1).elements)
    }
    let count = lists.map(\.count).min() ?? 0
    return arena.list((0..<count).map { index in arena.list(lists.map { $0[index] }) })
  }
}

extension Operands {
  /// The operands without the first positional ones.
  init(dropping count: Int, of whole: Operands, _ program: Program) throws(TemplateFault) {
    self.init(
      base: whole.values + count, positionalCount: whole.positionalCount - count,
      names: whole.names, spreadNames: whole.spreadNames)
  }
}
