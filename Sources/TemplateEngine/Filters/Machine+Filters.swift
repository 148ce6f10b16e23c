/// Applies filters and tests: finds their arguments and passes on to the families.
extension Machine {
  /// The arguments of a filter or test, by the place of their parameter.
  struct Bound {
    var base: UnsafeMutablePointer<Value>
    var plan: UnsafeBufferPointer<Int8>

    /// The argument for a parameter; `nil` when it was not given.
    subscript(index: Int) -> Value? {
      let place = plan[index]
      return place < 0 ? nil : base[Int(place)]
    }

    /// The operand that gives a parameter, for its place in the template.
    func operand(_ index: Int) -> Int { Int(plan[index]) + 1 }
  }

  mutating func filter(_ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>)
    throws(TemplateFault)
  {
    let site = program.operations[Int(step.c)]
    let operands = sp - site.call.operands
    let value = operands[-1]
    guard let filter = Operations.Filter(rawValue: site.id) else { return }
    let escapes = escapes(step.a)
    if site.plan.start >= 0 {
      let bound = Bound(base: operands, plan: program.slice(program.plans, site.plan))
      operands[-1] = try apply(filter, value, bound, escapes)
    } else {
      let arguments = try Operands(site.call, operands, arena)
      operands[-1] = try apply(filter, value, arguments, escapes)
    }
    sp = operands
  }

  mutating func test(_ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>)
    throws(TemplateFault)
  {
    let site = program.operations[Int(step.c)]
    let operands = sp - site.call.operands
    let value = operands[-1]
    guard let test = Operations.Test(rawValue: site.id) else { return }
    let holds: Bool
    if site.plan.start >= 0 {
      holds = try check(
        test, value, Bound(base: operands, plan: program.slice(program.plans, site.plan)))
    } else {
      let arguments = try Operands(site.call, operands, arena)
      holds = try check(test, value, arguments)
    }
    operands[-1] = .bool(holds != site.isNegated)
    sp = operands
  }

  /// Applies a filter whose arguments are bound now.
  mutating func apply(
    _ filter: Operations.Filter, _ value: Value, _ arguments: Operands, _ escapes: Bool
  ) throws(TemplateFault) -> Value {
    switch filter {
    case .format: return try format(value, arguments)
    case .map: return try map(value, arguments, escapes)
    case .select: return try select(value, arguments, keeps: true, byAttribute: false, escapes)
    case .reject: return try select(value, arguments, keeps: false, byAttribute: false, escapes)
    case .selectattr: return try select(value, arguments, keeps: true, byAttribute: true, escapes)
    case .rejectattr: return try select(value, arguments, keeps: false, byAttribute: true, escapes)
    case .zip: return try zip(value, arguments)
    default: break
    }
    guard let (name, signature) = Operations.signatures[filter] else { return value }
    let (values, plan) = try bind(arguments, signature, title: "filter '\(name)'")
    return try withBound(values, plan) { (machine, bound) throws(TemplateFault) in
      try machine.apply(filter, value, bound, escapes)
    }
  }

  mutating func check(_ test: Operations.Test, _ value: Value, _ arguments: Operands)
    throws(TemplateFault) -> Bool
  {
    guard let (name, signature) = Operations.testSignatures[test] else { return false }
    let (values, plan) = try bind(arguments, signature, title: "test '\(name)'")
    return try withBound(values, plan) { (machine, bound) throws(TemplateFault) in
      try machine.check(test, value, bound)
    }
  }

  private func bind(
    _ arguments: Operands, _ signature: Operations.Signature, title: String
  ) throws(TemplateFault) -> ([Value], [Int8]) {
    let named = arguments.named(program)
    switch Operations.bind(
      signature, positional: arguments.positionalCount, names: named.map { $0.0.asString ?? "" },
      title: title)
    {
    case .success(let plan): return (Array(arguments.positional) + named.map(\.1), plan)
    case .failure(let mistake):
      throw TemplateFault(.type, mistake.message, suggestions: mistake.suggestions)
    }
  }

  private mutating func withBound<Result>(
    _ values: [Value], _ plan: [Int8],
    _ body: (inout Machine, Bound) throws(TemplateFault) -> Result
  ) throws(TemplateFault) -> Result {
    let list = arena.list(values)
    let place = arena.allocate(max(1, plan.count)).bindMemory(to: Int8.self, capacity: plan.count)
    for (index, operand) in plan.enumerated() { place[index] = operand }
    guard let base = arena.elementAddress(list) else {
      throw TemplateFault(.runtime, "no memory for arguments")
    }
    return try body(
      &self, Bound(base: base, plan: UnsafeBufferPointer(start: place, count: plan.count)))
  }

  /// Applies a filter.
  mutating func apply(
    _ filter: Operations.Filter, _ value: Value, _ bound: Bound, _ escapes: Bool
  ) throws(TemplateFault) -> Value {
    switch filter {
    case .standard:
      if value.tag == .undefined { return bound[0] ?? Value(.string, flags: [.clean, .ascii]) }
      if let choice = bound[1], try isTrue(choice, operand: bound.operand(1)),
        try !isTrue(value, operand: 0)
      {
        return bound[0] ?? Value(.string, flags: [.clean, .ascii])
      }
      return value
    case .escape: return try escaped(value)
    case .safe: return try text(value, operand: 0).safe
    case .string: return try text(value, operand: 0)
    case .forceescape: return try escaped(try text(value, operand: 0).plain)
    case .count: return .int(try length(value))
    case .attr:
      return try item(of: value, at: bound[0] ?? .undefined)
    case .tojson: return try json(value, indent: bound[0])
    case .xmlattr: return try xmlAttributes(value, bound, escapes)
    case .urlencode: return try urlEncoded(value)
    case .upper, .lower, .title, .capitalize, .trim, .center, .indent, .truncate, .replace,
      .striptags, .wordcount, .split, .lines, .slugify:
      return try textFilter(filter, value, bound, escapes)
    case .abs, .round, .int, .float, .filesizeformat, .number, .plural, .date:
      return try numberFilter(filter, value, bound)
    default: return try listFilter(filter, value, bound, escapes)
    }
  }

  // MARK: - The site's own

  mutating func siteOperation(_ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>)
    throws(TemplateFault)
  {
    let site = program.operations[Int(step.c)]
    let operands = sp - site.call.operands
    let result: Value
    let arguments = try Operands(site.call, operands, arena)
    let value = operands[-1]
    if step.code == .siteFilter {
      let function = program.extensions.filters[Int(site.id)]
      result = try callSite(function, arguments, escapes(step.a), first: value)
      if let reads, let query = result.queryID { reads.note(query) }
    } else {
      let holds = try callTest(site.id, arguments, escapes(step.a), value)
      result = .bool(holds != site.isNegated)
    }
    operands[-1] = result
    sp = operands
  }

  /// Asks a test of the site.
  mutating func callTest(_ number: Int32, _ arguments: Operands, _ escapes: Bool, _ value: Value)
    throws(TemplateFault) -> Bool
  {
    let test = program.extensions.tests[Int(number)]
    let arguments = Arguments(arguments, program, first: value)
    return try withContext(escapes) { (context) throws(TemplateFault) in
      try test(&context, arguments)
    }
  }

  /// Calls a function of the site.
  mutating func callSite(
    _ function: Extensions.Function, _ arguments: Operands, _ escapes: Bool, first: Value? = nil
  ) throws(TemplateFault) -> Value {
    let arguments = Arguments(arguments, program, first: first)
    return try withContext(escapes) { (context) throws(TemplateFault) in
      try function(&context, arguments)
    }
  }

  private mutating func withContext<Result>(
    _ escapes: Bool, _ body: (inout CallContext) throws(TemplateFault) -> Result
  ) throws(TemplateFault) -> Result {
    try withUnsafeMutablePointer(to: &self) { (machine) throws(TemplateFault) in
      var context = CallContext(machine: machine, autoescape: escapes)
      return try body(&context)
    }
  }

  // MARK: - Arguments as the filters want them

  /// A value as a string: itself, or what printing it gives.
  mutating func text(_ value: Value, operand: Int) throws(TemplateFault) -> Value {
    switch value.tag {
    case .string: return value
    case .undefined:
      if value.flags.contains(.silent) { return Value(.string, flags: [.clean, .ascii]) }
      throw undefined(value, operand: operand)
    default:
      let start = out.count
      try ValueText.write(value, to: &out, reads, program)
      return captured(from: start, safe: value.objectKind == .module)
    }
  }

  /// An argument that must be an integer.
  func integer(_ value: Value, _ name: String, operand: Int) throws(TemplateFault) -> Int {
    switch value.tag {
    case .int, .bool: return Int(truncatingIfNeeded: value.bits)
    case .undefined: throw undefined(value, operand: operand)
    default:
      throw TemplateFault(.type, "'\(name)' is an integer, not \(ValueText.kindName(value))")
    }
  }

  /// A string as HTML: safe ones as they are, others escaped.
  mutating func escaped(_ value: Value) throws(TemplateFault) -> Value {
    let text = try text(value, operand: 0)
    if text.flags.contains(.safe) || text.flags.contains(.clean) { return text.safe }
    let start = out.count
    out.appendEscaped(text.utf8)
    return captured(from: start, safe: true)
  }

  /// How many scalars, items or entries a value has.
  func length(_ value: Value) throws(TemplateFault) -> Int {
    switch value.tag {
    case .string: return StringParts.count(value)
    case .list, .tuple: return Int(value.length)
    case .map, .record:
      noteWhole(value)
      return value.entryCount
    case .undefined:
      if value.flags.contains(.silent) { return 0 }
      throw undefined(value, operand: 0)
    case .object:
      if let loop = value.object(.loop, as: LoopObject.self) {
        return Int(loop.pointee.sequence.length)
      }
      fallthrough
    default: throw TemplateFault(.type, "\(ValueText.kindName(value)) has no length")
    }
  }
}

extension Operations {
  /// A filter's name and signature by its kind; of two names the longer.
  static let signatures: [Filter: (String, Signature)] = {
    var result: [Filter: (String, Signature)] = [:]
    for (name, entry) in filters where (result[entry.0]?.0.utf8.count ?? 0) < name.utf8.count {
      result[entry.0] = (name, entry.1)
    }
    return result
  }()

  static let testSignatures: [Test: (String, Signature)] = {
    var result: [Test: (String, Signature)] = [:]
    for (name, entry) in tests where (result[entry.0]?.0.utf8.count ?? 0) < name.utf8.count {
      result[entry.0] = (name, entry.1)
    }
    return result
  }()
}
