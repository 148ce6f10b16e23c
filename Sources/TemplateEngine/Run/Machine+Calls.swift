/// Calls of macros, blocks, loops, methods and functions, and returns from them.
extension Machine {
  /// Room for a chunk's variables and operands.
  struct Room {
    var locals: UnsafeMutablePointer<Value>
    var sp: UnsafeMutablePointer<Value>
    var limit: UnsafeMutablePointer<Value>
  }

  /// Makes room for a chunk above the operands that end at `top`.
  func room(
    for chunk: Int32, linkedTo link: UnsafeMutablePointer<Value>?,
    above top: UnsafeMutablePointer<Value>
  ) throws(TemplateFault) -> Room {
    if depth >= Self.depthLimit {
      throw TemplateFault(
        .runtime, "includes, blocks and macro calls nest at most \(Self.depthLimit) deep")
    }
    if work > limits.work || out.count > limits.output { throw exhausted() }
    let need = program.chunks[Int(chunk)]
    var start = top
    var limit = depth > 0 ? frame.pointee.limit : stack + Self.stackSize
    if start + Int(need.room) > limit {
      let size = max(4096, Int(need.room))
      start = values(size)
      limit = start + size
    }
    var locals = start
    var sp = start + Int(need.slots)
    if need.keepsLocals {
      locals = values(Int(need.slots))
      sp = start
    }
    locals[0] = Value(link: link)
    return Room(locals: locals, sp: sp, limit: limit)
  }

  private func values(_ count: Int) -> UnsafeMutablePointer<Value> {
    arena.allocate(count * MemoryLayout<Value>.stride)
      .bindMemory(to: Value.self, capacity: count)
  }

  /// The fault of a page that does not come to its end.
  func exhausted() -> TemplateFault {
    if work > limits.work {
      return TemplateFault(
        .runtime, "a page makes at most \(limits.work) rounds of loops and calls")
    }
    if out.count > limits.output {
      return TemplateFault(.runtime, "a page has at most \(limits.output >> 20) MiB")
    }
    return TemplateFault(.runtime, "a page needs at most \(limits.memory >> 20) MiB to be made")
  }

  /// Enters a chunk with room made for it.
  mutating func push(
    _ chunk: Int32, _ room: Room, context: UnsafeMutablePointer<Value>,
    run: UnsafeMutablePointer<TemplateRun>, result: Result
  ) {
    work &+= 1
    let next = Frame(
      pc: Int(program.chunks[Int(chunk)].start), sp: room.sp, limit: room.limit,
      locals: room.locals, context: context, run: run, chunk: chunk, result: result,
      outStart: out.count, savedEscape: dynamicEscape)
    (frames + depth).initialize(to: next)
    if profile != nil { noteEntry(chunk, run, result) }
  }

  /// Leaves the frame on top; true when it was the last.
  mutating func leave(_ sp: inout UnsafeMutablePointer<Value>) throws(TemplateFault) -> Bool {
    let done = frame.pointee
    depth -= 1
    dynamicEscape = done.savedEscape
    if profile != nil { noteExit(done) }
    let result: Value
    switch done.result {
    case .stop: return true
    case .print: return false
    case .safeString: result = captured(from: done.outStart, safe: true)
    case .plainString: result = captured(from: done.outStart, safe: false)
    case .module, .cachedModule: result = module(done)
    }
    frame.pointee.sp.pointee = result
    frame.pointee.sp += 1
    return false
  }

  /// How a call's result is wanted.
  private func result(_ step: Instruction, prints: Bool) -> Result {
    prints ? .print : escapes(step.a) ? .safeString : .plainString
  }

  /// Calls the value below the operands; true when a frame was entered.
  mutating func call(
    _ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>, prints: Bool
  ) throws(TemplateFault) -> Bool {
    let site = program.callSites[Int(step.c)]
    let operands = sp - site.operands
    let callee = operands[-1]
    let arguments = try Operands(site, operands, arena)
    let top = sp
    sp = operands - 1
    return try call(callee, arguments, step, &sp, top, prints)
  }

  /// Calls `x.name(...)`: a method of the language, or what the attribute holds.
  mutating func callMethod(
    _ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>, prints: Bool
  ) throws(TemplateFault) -> Bool {
    let site = program.callSites[Int(step.c)]
    let operands = sp - site.operands
    let object = operands[-1]
    let arguments = try Operands(site, operands, arena)
    let top = sp
    sp = operands - 1
    guard let name = site.method else { return false }
    if object.tag == .undefined { throw undefined(object, operand: 0) }
    if object.isMap || object.tag == .string,
      let result = try method(name, of: object, arguments, escapes(step.a))
    {
      try give(result, step, &sp, prints)
      return false
    }
    if object.tag == .object, let result = try objectMethod(name, of: object, arguments) {
      try give(result, step, &sp, prints)
      return false
    }
    let callee = try attribute(name, of: object)
    if callee.missingPart != nil { throw noMethod(name, of: object) }
    return try call(callee, arguments, step, &sp, top, prints)
  }

  /// Prints a call's result or leaves it on the stack.
  private mutating func give(
    _ value: Value, _ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>, _ prints: Bool
  ) throws(TemplateFault) {
    if let reads, let query = value.queryID { reads.note(query) }
    if prints {
      try print(value, step.a)
    } else {
      sp.pointee = value
      sp += 1
    }
  }

  private mutating func call(
    _ callee: Value, _ arguments: Operands, _ step: Instruction,
    _ sp: inout UnsafeMutablePointer<Value>, _ top: UnsafeMutablePointer<Value>, _ prints: Bool
  ) throws(TemplateFault) -> Bool {
    switch callee.objectKind {
    case .macro:
      guard let macro = callee.object(.macro, as: MacroObject.self)?.pointee else { return false }
      let room = try room(for: macro.chunk, linkedTo: macro.locals, above: top)
      try bind(arguments, macro.chunk, room.locals)
      push(
        macro.chunk, room, context: macro.context, run: macro.run,
        result: result(step, prints: prints))
      depth += 1
      return true
    case .loop:
      guard let loop = callee.object(.loop, as: LoopObject.self)?.pointee else { return false }
      guard loop.chunk >= 0 else {
        throw TemplateFault(.type, "the loop is not recursive and cannot be called")
      }
      guard arguments.positionalCount == 1, !arguments.hasNames else {
        throw TemplateFault(.type, "a recursive loop is called with one argument")
      }
      if arguments[0].tag == .undefined { throw undefined(arguments[0], operand: 1) }
      let sequence = try items(of: arguments[0], operand: 1)
      try enterLoop(
        chunk: loop.chunk, sequence: sequence, depth: loop.depth + 1, from: loop.locals, top,
        context: loop.context, run: loop.run, result: result(step, prints: prints))
      return true
    case .block:
      guard let block = callee.object(.block, as: BlockObject.self)?.pointee else { return false }
      try enterBlock(block, above: top, result: result(step, prints: prints))
      return true
    case .function:
      try give(try builtIn(callee, arguments), step, &sp, prints)
    case .siteFunction:
      let function = program.extensions.functions[Int(callee.bits)].body
      let value = try callSite(function, arguments, escapes(step.a))
      try give(value, step, &sp, prints)
    case .joiner:
      guard let joiner = callee.object(.joiner, as: JoinerObject.self) else { return false }
      let wasUsed = joiner.pointee.isUsed
      joiner.pointee.isUsed = true
      let empty = Value(.string, flags: [.clean, .ascii])
      try give(wasUsed ? joiner.pointee.separator : empty, step, &sp, prints)
    default:
      if callee.tag == .undefined { throw undefined(callee, operand: 255) }
      throw TemplateFault(.type, "\(ValueText.kindName(callee)) cannot be called")
    }
    return false
  }

  /// Enters a recursive loop's body.
  mutating func enterLoop(
    chunk: Int32, sequence: Value, depth loopDepth: Int, from link: UnsafeMutablePointer<Value>?,
    _ top: UnsafeMutablePointer<Value>, context: UnsafeMutablePointer<Value>? = nil,
    run: UnsafeMutablePointer<TemplateRun>? = nil, result: Result = .print
  ) throws(TemplateFault) {
    let room = try room(for: chunk, linkedTo: link, above: top)
    room.locals[1] = sequence
    room.locals[2] = .int(loopDepth)
    push(
      chunk, room, context: context ?? frame.pointee.context, run: run ?? frame.pointee.run,
      result: result)
    depth += 1
  }

  // MARK: - Arguments of macros

  /// Puts a call's arguments into a macro's slots.
  private func bind(
    _ arguments: Operands, _ number: Int32, _ locals: UnsafeMutablePointer<Value>
  ) throws(TemplateFault) {
    let chunk = program.chunks[Int(number)]
    let signature = chunk.macro
    let parameters = program.slice(program.names, signature.parameters)
    let given = min(arguments.positionalCount, parameters.count)
    for index in 0..<given { locals[index + 1] = arguments[index].present }
    for index in given..<parameters.count {
      locals[index + 1] = Value(undefinedName: parameters[index], flags: .missing)
    }
    if signature.callerSlot >= 0, !signature.namesCaller {
      locals[Int(signature.callerSlot)] = Value(undefinedName: Word.caller.symbol)
    }
    if arguments.hasNames || signature.varargsSlot >= 0 || signature.kwargsSlot >= 0
      || arguments.positionalCount > parameters.count
    {
      try bindSlowly(arguments, chunk, parameters, given, locals)
    }
  }

  @inline(never)
  private func bindSlowly(
    _ arguments: Operands, _ chunk: Chunk, _ parameters: UnsafeBufferPointer<Symbol>,
    _ given: Int, _ locals: UnsafeMutablePointer<Value>
  ) throws(TemplateFault) {
    let signature = chunk.macro
    let title = "macro '\(program.name(chunk.name))'"
    var rest: [(Value, Value)] = []
    for (name, value) in arguments.named(program) {
      if let place = parameters.firstIndex(where: { program.isName(name, $0) }) {
        if place < given || !locals[place + 1].flags.contains(.missing) {
          throw TemplateFault(.type, "\(title) is given '\(name.asString ?? "")' twice")
        }
        locals[place + 1] = value.present
      } else if program.isName(name, Word.caller.symbol), signature.callerSlot >= 0 {
        locals[Int(signature.callerSlot)] = value
      } else {
        rest.append((name, value))
      }
    }
    if signature.varargsSlot >= 0 {
      let extra = (given..<arguments.positionalCount).map { arguments[$0].present }
      locals[Int(signature.varargsSlot)] = arena.tuple(extra)
    } else if arguments.positionalCount > parameters.count {
      throw TemplateFault(
        .type,
        "\(title) takes at most \(parameters.count) arguments, "
          + "\(arguments.positionalCount) are given")
    }
    if signature.kwargsSlot >= 0 {
      let map = arena.newMap(capacity: rest.count)
      for (name, value) in rest { map.mapMemory?.pointee.set(name, to: value.present, in: arena) }
      locals[Int(signature.kwargsSlot)] = map
    } else if let unknown = rest.first {
      if program.isName(unknown.0, Word.caller.symbol) {
        throw TemplateFault(.type, "\(title) does not use the body of a call block")
      }
      let name = unknown.0.asString ?? ""
      throw TemplateFault(
        .type, "\(title) has no parameter '\(name)'",
        suggestions: ValueText.suggestions(for: name, among: parameters.map { program.name($0) }))
    }
  }
}

extension Program {
  /// Whether a name given as a value is this symbol's.
  func isName(_ name: Value, _ symbol: Symbol) -> Bool {
    TextFacts.equal(name.utf8, symbols[Int(symbol.index)].utf8)
  }
}

/// A call's operands: positional ones, then those with names, spreads unfolded.
struct Operands {
  private let base: UnsafeMutablePointer<Value>
  let positionalCount: Int
  /// The names written in the template, a stretch of the program's names.
  let names: TableRange
  /// Names that came with `**map`, with their values.
  private(set) var spreadNames: [(Value, Value)] = []

  init(
    base: UnsafeMutablePointer<Value>, positionalCount: Int, names: TableRange,
    spreadNames: [(Value, Value)]
  ) {
    self.base = base
    self.positionalCount = positionalCount
    self.names = names
    self.spreadNames = spreadNames
  }

  /// The operands of a site that lie at `operands`.
  init(
    _ site: CallSite, _ operands: UnsafeMutablePointer<Value>, _ arena: ValueArena
  ) throws(TemplateFault) {
    names = site.names
    guard site.hasSpread || site.hasNamedSpread else {
      base = operands
      positionalCount = Int(site.positional)
      return
    }
    let fixed = Int(site.positional)
    let named = Int(site.names.count)
    var values = (0..<fixed).map { operands[$0] }
    var place = fixed + named
    if site.hasSpread {
      values += try Self.unfolded(operands[place], arena)
      place += 1
    }
    if site.hasNamedSpread { spreadNames = try Self.unfoldedNames(operands[place]) }
    positionalCount = values.count
    values += (fixed..<fixed + named).map { operands[$0] }
    base = arena.elementAddress(arena.list(values)) ?? operands
  }

  private static func unfolded(_ spread: Value, _ arena: ValueArena) throws(TemplateFault)
    -> [Value]
  {
    switch spread.tag {
    case .list, .tuple: return Array(spread.elements)
    case .string: return Array(StringParts.scalars(of: spread, in: arena).elements)
    case .map, .record:
      var keys: [Value] = []
      spread.forEachEntry { key, _ in keys.append(key) }
      return keys
    case .undefined: throw TemplateFault(.undefined, "what '*' spreads is undefined")
    default: throw TemplateFault(.type, "'*' needs a list")
    }
  }

  private static func unfoldedNames(_ spread: Value) throws(TemplateFault) -> [(Value, Value)] {
    if spread.tag == .undefined {
      throw TemplateFault(.undefined, "what '**' spreads is undefined")
    }
    guard spread.isMap else { throw TemplateFault(.type, "'**' needs a map") }
    var result: [(Value, Value)] = []
    spread.forEachEntry { result.append(($0, $1)) }
    guard result.allSatisfy({ $0.0.tag == .string }) else {
      throw TemplateFault(.type, "the keys that '**' spreads are names")
    }
    return result
  }

  subscript(index: Int) -> Value { base[index] }

  var hasNames: Bool { names.count > 0 || !spreadNames.isEmpty }

  /// All operands but those of `**`.
  var values: UnsafeMutablePointer<Value> { base }

  var positional: UnsafeBufferPointer<Value> {
    UnsafeBufferPointer(start: base, count: positionalCount)
  }

  /// Named operands: the name as a string value, and the value.
  func named(_ program: Program) -> [(Value, Value)] {
    let written = program.slice(program.names, names).enumerated().map { index, name in
      (program.symbols[Int(name.index)], base[positionalCount + index])
    }
    return written + spreadNames
  }
}

extension Value {
  /// A link to the variables of the function around.
  init(link: UnsafeMutablePointer<Value>?) {
    self.init(.none, bits: UInt64(UInt(bitPattern: link)))
  }

  var linkedLocals: UnsafeMutablePointer<Value>? {
    UnsafeMutablePointer(bitPattern: UInt(truncatingIfNeeded: bits))
  }

  /// The value without the mark of a variable never set.
  var present: Value {
    var value = self
    value.flags.remove(.missing)
    return value
  }
}
