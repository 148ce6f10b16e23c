/// Includes, imports, inheritance, blocks, and where faults are.
extension Machine {
  /// Starts a template as the page: fills the context, then runs it to its end.
  mutating func render(_ number: Int32, context: Value) throws(TemplateFault) {
    let start = out.count
    depth = 0
    dynamicEscape = false
    work = 0
    modules.removeAll(keepingCapacity: true)
    do {
      let page = newContext()
      try fill(page, from: context)
      try enterTemplate(number, context: page, above: stack, result: .stop)
      try run()
    } catch {
      depth = 0
      profile?.abandon()
      out.truncate(to: start)
      throw error
    }
  }

  /// A context with the global names only.
  private func newContext() -> UnsafeMutablePointer<Value> {
    copied(program.baseContext.baseAddress)
  }

  private func copied(_ context: UnsafeMutablePointer<Value>?) -> UnsafeMutablePointer<Value> {
    let count = program.baseContext.count
    let place = arena.allocate(max(1, count) * MemoryLayout<Value>.stride)
      .bindMemory(to: Value.self, capacity: max(1, count))
    if let context { place.initialize(from: context, count: count) }
    return place
  }

  private mutating func fill(_ page: UnsafeMutablePointer<Value>, from context: Value)
    throws(TemplateFault)
  {
    pageContext = context
    if let reads, let shape = context.shape, let id = context.recordID {
      for facet in shape.facets[0..<shape.fields.count] { reads.note(id, facet: facet) }
    }
    if let shape = context.shape {
      let identity = UInt(bitPattern: Unmanaged.passUnretained(shape).toOpaque())
      let plan = contextPlans[identity] ?? contextPlan(for: shape, identity)
      let fields = context.fields
      for (index, number) in plan.enumerated() where number >= 0 && !fields[index].isUndefined {
        page[Int(number)] = fields[index]
      }
    } else if let memory = context.mapMemory {
      for index in 0..<memory.pointee.count {
        let entry = memory.pointee.entries[index]
        guard let symbol = program.table.find(entry.key.utf8) else { continue }
        let number = program.contextNumbers[Int(symbol.index)]
        if number >= 0 { page[Int(number)] = entry.value }
      }
    } else if !context.isUndefined {
      throw TemplateFault(.type, "the context of a page is a map or a record")
    }
  }

  private mutating func contextPlan(for shape: RecordShape, _ identity: UInt) -> [Int32] {
    let plan = (0..<shape.fields.count).map { index -> Int32 in
      guard let symbol = program.table.find(shape.keys[index].utf8) else { return -1 }
      return program.contextNumbers[Int(symbol.index)]
    }
    keptShapes.append(shape)
    contextPlans[identity] = plan
    return plan
  }

  /// Enters a template's root with a run of its own.
  private mutating func enterTemplate(
    _ number: Int32, context: UnsafeMutablePointer<Value>, above top: UnsafeMutablePointer<Value>,
    result: Result
  ) throws(TemplateFault) {
    let root = program.roots[Int(number)]
    if root < 0, let fault = program.templates[Int(number)].fault { throw fault }
    let room = try room(for: root, linkedTo: nil, above: top)
    let chain = arena.allocate(TemplateRun.longestChain * 4)
      .bindMemory(to: Int32.self, capacity: TemplateRun.longestChain)
    chain[0] = number
    let run = arena.allocate(MemoryLayout<TemplateRun>.size)
      .bindMemory(to: TemplateRun.self, capacity: 1)
    run.initialize(to: TemplateRun(templates: chain, count: 1, parent: -1))
    push(root, room, context: context, run: run, result: result)
    depth += 1
  }

  // MARK: - Include and import

  mutating func include(_ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>)
    throws(TemplateFault) -> Bool
  {
    let site = program.templateSites[Int(step.c)]
    var number = site.template
    if step.a == 1 {
      sp -= 1
      guard let found = try find(sp.pointee, isMissingAllowed: site.ignoresMissing, takesList: true)
      else { return false }
      number = found
    }
    let context: UnsafeMutablePointer<Value>
    if site.withContext {
      context = copied(frame.pointee.context)
      overlay(site.locals, on: context)
    } else {
      context = newContext()
    }
    try enterTemplate(number, context: context, above: sp, result: .print)
    return true
  }

  /// Puts the variables that are visible at a place into a context.
  private func overlay(_ locals: TableRange, on context: UnsafeMutablePointer<Value>) {
    for local in program.slice(program.visibleLocals, locals) {
      var variables = frame.pointee.locals
      for _ in 0..<local.depth { variables = variables[0].linkedLocals ?? variables }
      let value = variables[Int(local.slot)]
      if !value.flags.contains(.missing) { context[Int(local.context)] = value }
    }
  }

  /// The template that a computed name means; `nil` when it is missing and that is allowed.
  private func find(_ value: Value, isMissingAllowed: Bool, takesList: Bool)
    throws(TemplateFault) -> Int32?
  {
    var names: [Value] = [value]
    if takesList, value.tag == .list || value.tag == .tuple { names = Array(value.elements) }
    for name in names {
      if name.tag == .undefined { throw undefined(name, operand: 255) }
      guard name.tag == .string else {
        throw TemplateFault(.type, "a template's name is a string, not \(ValueText.kindName(name))")
      }
      if let number = program.templateNumber(name.utf8) { return number }
    }
    if isMissingAllowed { return nil }
    let shown = names.map { "'\($0.asString ?? "")'" }.joined(separator: ", ")
    throw TemplateFault(
      .template,
      names.count == 1
        ? "template \(shown) does not exist" : "none of these templates exist: \(shown)",
      suggestions: names.count == 1
        ? ValueText.suggestions(
          for: names[0].asString ?? "", among: program.templates.map(\.name).sorted()) : [])
  }

  mutating func importModule(_ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>)
    throws(TemplateFault) -> Bool
  {
    let site = program.templateSites[Int(step.c)]
    var number = site.template
    if step.a == 1 {
      sp -= 1
      guard let found = try find(sp.pointee, isMissingAllowed: false, takesList: false) else {
        return false
      }
      number = found
    }
    if !site.withContext {
      if let known = modules.first(where: { $0.extra == UInt16(truncatingIfNeeded: number) + 1 }) {
        sp.pointee = known
        sp.pointee.extra = 0
        sp += 1
        return false
      }
      try enterTemplate(number, context: newContext(), above: sp, result: .cachedModule)
      return true
    }
    let context = copied(frame.pointee.context)
    for index in 0..<program.baseContext.count { context[index].extra = 0 }
    overlay(site.locals, on: context)
    try enterTemplate(number, context: context, above: sp, result: .module)
    return true
  }

  /// The module that a finished frame made.
  mutating func module(_ done: Frame) -> Value {
    let template = done.run.pointee.templates[0]
    let object = ModuleObject(
      context: done.context, template: template,
      text: captured(from: done.outStart, safe: true))
    let value = arena.object(.module, object)
    if done.result == .cachedModule {
      var entry = value
      entry.extra = UInt16(truncatingIfNeeded: template) + 1
      modules.append(entry)
    }
    return value
  }

  /// Takes a name out of the module on the stack, which stays there.
  func importName(_ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>)
    throws(TemplateFault)
  {
    let name = Symbol(Int(step.c))
    guard let module = sp[-1].object(.module, as: ModuleObject.self) else { return }
    sp.pointee =
      exported(name, of: module)
      ?? arena.missing(program.symbols[Int(name.index)], of: sp[-1])
    sp += 1
  }

  // MARK: - Inheritance

  func extends(_ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>)
    throws(TemplateFault)
  {
    let run = frame.pointee.run
    var number = program.templateSites[Int(step.c)].template
    if step.a == 1 {
      sp -= 1
      guard let found = try find(sp.pointee, isMissingAllowed: false, takesList: false) else {
        return
      }
      number = found
    }
    if run.pointee.parent >= 0 {
      throw TemplateFault(.runtime, "a template extends one other; this is the second 'extends'")
    }
    let template = program.templates[Int(number)]
    if let fault = template.fault { throw fault }
    for index in 0..<Int(run.pointee.count) where run.pointee.templates[index] == number {
      throw TemplateFault(.runtime, "template '\(template.name)' extends itself")
    }
    guard Int(run.pointee.count) < TemplateRun.longestChain else {
      throw TemplateFault(
        .runtime, "a chain of templates is at most \(TemplateRun.longestChain) long")
    }
    run.pointee.templates[Int(run.pointee.count)] = number
    run.pointee.count += 1
    run.pointee.parent = number
  }

  /// Goes on with the parent of the template whose root has come to its end.
  mutating func enterParent() throws(TemplateFault) {
    let done = frame.pointee
    let parent = program.roots[Int(done.run.pointee.parent)]
    done.run.pointee.parent = -1
    depth -= 1
    if profile != nil { noteExit(done) }
    let top = depth > 0 ? frame.pointee.sp : stack
    let room = try room(for: parent, linkedTo: nil, above: top)
    push(parent, room, context: done.context, run: done.run, result: done.result)
    frames[depth].outStart = done.outStart
    frames[depth].savedEscape = done.savedEscape
    depth += 1
  }

  /// Enters the block of a place, as the youngest template of the chain has it.
  mutating func enterBlock(_ step: Instruction, _ sp: UnsafeMutablePointer<Value>)
    throws(TemplateFault)
  {
    let site = program.blockSites[Int(step.c)]
    var context = frame.pointee.context
    if site.isScoped {
      context = copied(context)
      overlay(site.locals, on: context)
    }
    let block = BlockObject(
      number: site.name, level: 0, context: context, run: frame.pointee.run)
    try enterBlock(block, above: sp, result: .print)
  }

  mutating func enterBlock(
    _ block: BlockObject, above top: UnsafeMutablePointer<Value>, result: Result
  ) throws(TemplateFault) {
    guard block.number >= 0, let (chunk, level) = chunk(of: block) else {
      throw TemplateFault(.undefined, "there is no parent block of this name")
    }
    if program.chunks[Int(chunk)].isRequired {
      throw TemplateFault(
        .runtime,
        "block '\(program.name(program.chunks[Int(chunk)].name))' must be given by a child")
    }
    let room = try room(for: chunk, linkedTo: nil, above: top)
    push(chunk, room, context: block.context, run: block.run, result: result)
    frames[depth].block = block.number
    frames[depth].level = level
    depth += 1
  }

  /// The chunk of a block at its level or, if that template has none, of the next older one.
  private func chunk(of block: BlockObject) -> (Int32, Int32)? {
    var level = block.level
    while level < block.run.pointee.count {
      let template = Int(block.run.pointee.templates[Int(level)])
      let chunk = program.blocks[template * program.blockCount + Int(block.number)]
      if chunk >= 0 { return (chunk, level) }
      level += 1
    }
    return nil
  }

  /// What `self` or `super` means in the current frame.
  func reference(isSuper: Bool) -> Value {
    let current = frame.pointee
    var block = BlockObject(
      number: current.block, level: current.level, context: current.context, run: current.run)
    if isSuper { return parentBlock(of: block) }
    block.level = 0
    return arena.object(.blocks, block)
  }

  /// The block that a block's `super` is; undefined when there is none.
  func parentBlock(of block: BlockObject) -> Value {
    var parent = block
    parent.level += 1
    guard parent.number >= 0, let (_, level) = chunk(of: parent) else {
      return Value(undefinedName: Word.superName.symbol)
    }
    parent.level = level
    return arena.object(.block, parent)
  }

  /// `self.name`.
  func blockReference(_ name: Symbol, of blocks: BlockObject) -> Value? {
    guard let number = program.blockNumbers[name] else { return nil }
    var block = blocks
    block.number = number
    block.level = 0
    guard let (_, level) = chunk(of: block) else { return nil }
    block.level = level
    return arena.object(.block, block)
  }

  // MARK: - Faults

  /// A fault with its place: the step at `pc`, or what it says itself, and the way there.
  func located(_ fault: TemplateFault, at pc: Int) -> TemplateFault {
    var chain = depth > 0 ? inheritance(of: frame.pointee) : []
    // What has a place already is a template that could not be compiled; this step asked for it.
    if fault.hasPlace, let template = program.template(at: pc) {
      let range = (program.span(at: pc, role: Mark.own) ?? Span(0, 0)).range
      let step = TemplateFault.Step(
        action: "asks for '\(fault.template)'", path: template.path, range: range)
      chain.insert(step, at: 0)
    }
    var index = depth - 1
    while index > 0 {
      index -= 1
      let call = frames[index].pc - 1
      guard let template = program.template(at: call) else { continue }
      let range = (program.span(at: call, role: Mark.own) ?? Span(0, 0)).range
      chain.append(
        TemplateFault.Step(action: action(of: frames[index + 1]), path: template.path, range: range)
      )
      chain += inheritance(of: frames[index])
    }
    if fault.hasPlace { return fault.following(chain) }
    let template = program.template(at: pc)
    let span = program.span(at: pc, role: fault.operand) ?? Span(0, 0)
    return TemplateFault(
      fault.kind, fault.message, template: template?.name ?? "", path: template?.path ?? "",
      range: span.range, chain: chain, suggestions: fault.suggestions)
  }

  /// The `extends` tags that led from the youngest template of a run to the one whose root a frame
  /// runs, the last one first.
  private func inheritance(of frame: Frame) -> [TemplateFault.Step] {
    let chunk = program.chunks[Int(frame.chunk)]
    guard chunk.kind == .root else { return [] }
    let run = frame.run.pointee
    let family = (0..<Int(run.count)).map { program.templates[Int(run.templates[$0])] }
    guard let place = (0..<family.count).first(where: { run.templates[$0] == chunk.template })
    else {
      return []
    }
    return (0..<place).reversed().map { index in
      let tags = family[index].extendsTags
      let tag = tags.first { $0.parent == run.templates[index + 1] } ?? tags.first
      return TemplateFault.Step(
        action: "extends '\(family[index + 1].name)'", path: family[index].path,
        range: (tag?.place ?? Span(0, 0)).range)
    }
  }

  private func action(of frame: Frame) -> String {
    let chunk = program.chunks[Int(frame.chunk)]
    let name = program.name(chunk.name)
    switch chunk.kind {
    case .root:
      let template = program.templates[Int(frame.run.pointee.templates[0])].name
      switch frame.result {
      case .module, .cachedModule: return "imports '\(template)'"
      default: return "includes '\(template)'"
      }
    case .block: return "block '\(name)'"
    case .macro: return "calls macro '\(name)'"
    case .caller: return "the body of a call"
    case .loop: return "a recursive loop"
    }
  }
}
