/// Runs compiled templates: the loop over instructions, its stacks, and the page being made.
///
/// One machine belongs to one renderer and so to one thread. Calls of macros, blocks and included
/// templates push a frame and go on in the same loop, so that nesting costs no native stack. The
/// pointers here lead into the program's tables, the operand stack, and the page's arena; the code
/// that follows them was made by `TemplateCompiler`, which counts slots and operands.
struct Machine: ~Copyable {
  let program: Program
  let arena: ValueArena
  var out = OutputBuffer()
  var reads: ReadLog?
  var profile: RenderProfile?
  var userInfo: (any Sendable)?

  /// What the page was given, for names that no template uses.
  var pageContext = Value.undefined
  /// What `autoescape` with a computed choice decided last.
  var dynamicEscape = false
  var frames: UnsafeMutablePointer<Frame>
  /// Rounds of loops and calls so far on this page.
  var work = 0
  var limits = RenderLimits()
  /// How many frames are in use.
  var depth = 0
  let stack: UnsafeMutablePointer<Value>
  var caches: UnsafeMutablePointer<AttributeCache>
  /// Modules imported without context, by template; they are made once a page.
  var modules: [Value] = []
  /// Where the fields of a context's shape go.
  var contextPlans: [UInt: [Int32]] = [:]
  /// Keeps those shapes alive, so that their addresses stay theirs.
  var keptShapes: [RecordShape] = []

  /// Deeper nesting of includes, blocks and macro calls is refused.
  static let depthLimit = 200
  static let stackSize = 32 << 10

  init(_ program: Program, arena: ValueArena) {
    self.program = program
    self.arena = arena
    frames = .allocate(capacity: Self.depthLimit + 8)
    stack = .allocate(capacity: Self.stackSize)
    caches = .allocate(capacity: max(1, program.attributes.count))
    caches.initialize(repeating: AttributeCache(), count: max(1, program.attributes.count))
  }

  deinit {
    frames.deallocate()
    stack.deallocate()
    caches.deallocate()
  }

  /// Where an attribute was found last, for each place that looks one up.
  struct AttributeCache {
    var shape: UInt = 0
    var index: UInt32 = 0
    /// The bit of the field's facet.
    var facets: UInt16 = 0
  }

  /// A call that is not finished.
  struct Frame: BitwiseCopyable {
    /// Where to go on: in this frame after a call, while another one runs.
    var pc = 0
    var sp: UnsafeMutablePointer<Value>
    /// The end of the piece of stack that the frame uses.
    var limit: UnsafeMutablePointer<Value>
    var locals: UnsafeMutablePointer<Value>
    var context: UnsafeMutablePointer<Value>
    var run: UnsafeMutablePointer<TemplateRun>
    var chunk: Int32
    /// The block and its level, for `super`.
    var block: Int32 = -1
    var level: Int32 = 0
    var result = Result.print
    var outStart = 0
    var savedEscape = false
  }

  /// What becomes of what a call printed.
  enum Result: UInt8 {
    /// It stays on the page.
    case print
    /// It becomes a string on the stack, safe or plain.
    case safeString, plainString
    /// It becomes the text of a module on the stack.
    case module, cachedModule
    /// The machine stops: the page is done.
    case stop
  }

  var frame: UnsafeMutablePointer<Frame> { frames + (depth - 1) }

  /// Whether a place with this mode escapes.
  @inline(__always)
  func escapes(_ mode: UInt8) -> Bool {
    mode == 1 || (mode == 2 && dynamicEscape)
  }
}

// MARK: - The loop

extension Machine {
  /// Runs until the frame on top is done.
  mutating func run() throws(TemplateFault) {
    let code = program.code.baseAddress.unsafelyUnwrapped
    let constants = program.constants.baseAddress.unsafelyUnwrapped
    var pc = frame.pointee.pc
    var sp = frame.pointee.sp
    var locals = frame.pointee.locals
    do throws(TemplateFault) {
      while true {
        let step = code[pc]
        pc &+= 1
        switch step.code {
        case .text: out.append(constants[Int(step.c)].utf8Buffer)
        case .printLocal: try print(locals[Int(step.b)], step.a)
        case .printLocalPath:
          let value = try attribute(of: locals[Int(step.b)], at: Int(step.c))
          try print(value, step.a)
        case .printContextPath:
          let value = try attribute(of: variable(Int(step.b)), at: Int(step.c))
          try print(value, step.a)
        case .print:
          sp -= 1
          try print(sp.pointee, step.a)
        case .constant:
          sp.pointee = constants[Int(step.c)]
          sp += 1
        case .local:
          sp.pointee = locals[Int(step.b)]
          sp += 1
        case .context:
          sp.pointee = variable(Int(step.c))
          sp += 1
        case .localPath:
          sp.pointee = try attribute(of: locals[Int(step.b)], at: Int(step.c))
          sp += 1
        case .contextPath:
          sp.pointee = try attribute(of: variable(Int(step.b)), at: Int(step.c))
          sp += 1
        case .loopMember:
          sp.pointee = try loopMember(of: locals[Int(step.b)], at: Int(step.c))
          sp += 1
        case .attribute:
          sp[-1] = try attribute(of: sp[-1], at: Int(step.c))
        case .storeLocal:
          sp -= 1
          locals[Int(step.b)] = sp.pointee
        case .jump: pc = pc &- 1 &+ Int(step.c)
        case .jumpIfFalse:
          sp -= 1
          if try !isTrue(sp.pointee) { pc = pc &- 1 &+ Int(step.c) }
        case .jumpIfTrue:
          sp -= 1
          if try isTrue(sp.pointee) { pc = pc &- 1 &+ Int(step.c) }
        case .jumpIfFalseOrPop:
          if try isTrue(sp[-1]) { sp -= 1 } else { pc = pc &- 1 &+ Int(step.c) }
        case .jumpIfTrueOrPop:
          if try isTrue(sp[-1]) { pc = pc &- 1 &+ Int(step.c) } else { sp -= 1 }
        case .loopNext:
          work &+= 1
          if work > limits.work || out.count > limits.output || arena.capacity > limits.memory {
            throw exhausted()
          }
          let slot = locals + Int(step.b)
          if step.a != 0 {
            if !advance(slot) { pc = pc &- 1 &+ Int(step.c) }
          } else {
            let next = slot[1].bits
            if next < UInt64(slot[0].length) {
              slot[2] = slot[0].elements[Int(next)]
              slot[1].bits = next &+ 1
            } else {
              pc = pc &- 1 &+ Int(step.c)
            }
          }
        case .loopBegin:
          sp -= 1
          if try !beginLoop(sp.pointee, locals + Int(step.b), step) {
            pc = pc &- 1 &+ Int(step.c)
          }
        case .filter: try filter(step, &sp)
        case .test: try test(step, &sp)
        case .jumpIfPresent:
          if !locals[Int(step.b)].flags.contains(.missing) { pc = pc &- 1 &+ Int(step.c) }
        case .jumpIfExtended:
          if frame.pointee.run.pointee.parent >= 0 { pc = pc &- 1 &+ Int(step.c) }
        case .call, .callPrint, .callMethod, .callMethodPrint, .block, .include, .importModule,
          .recursiveLoop, .endFunction, .endRoot:
          if try transfer(step, &pc, &sp, &locals) { return }
        default: try simple(step, &sp, locals)
        }
      }
    } catch {
      throw located(error, at: pc - 1)
    }
  }

  /// Steps that change the course: calls and returns. True when the machine is to stop.
  private mutating func transfer(
    _ step: Instruction, _ pc: inout Int, _ sp: inout UnsafeMutablePointer<Value>,
    _ locals: inout UnsafeMutablePointer<Value>
  ) throws(TemplateFault) -> Bool {
    let before = depth
    frame.pointee.pc = pc
    var changed = true
    switch step.code {
    case .call: changed = try call(step, &sp, prints: false)
    case .callPrint: changed = try call(step, &sp, prints: true)
    case .callMethod: changed = try callMethod(step, &sp, prints: false)
    case .callMethodPrint: changed = try callMethod(step, &sp, prints: true)
    case .block: try enterBlock(step, sp)
    case .include: changed = try include(step, &sp)
    case .importModule: changed = try importModule(step, &sp)
    case .recursiveLoop:
      sp -= 1
      let sequence = try items(of: sp.pointee, operand: 255)
      try enterLoop(chunk: step.c, sequence: sequence, depth: 0, from: frame.pointee.locals, sp)
    case .endRoot:
      if frame.pointee.run.pointee.parent >= 0 {
        try enterParent()
      } else if try leave(&sp) {
        return true
      }
    default:
      if try leave(&sp) { return true }
    }
    guard changed else { return false }
    if depth > before { frames[before - 1].sp = sp }
    pc = frame.pointee.pc
    sp = frame.pointee.sp
    locals = frame.pointee.locals
    return false
  }

  /// Makes `a b` on the stack `b a b`, through the free place above: an exchange of two elements
  /// over a copy in a variable loses one of them in optimised builds of Swift 6.3.1.
  @inline(never)
  private func keepForChain(_ sp: UnsafeMutablePointer<Value>) {
    sp[0] = sp[-1]
    sp[-1] = sp[-2]
    sp[-2] = sp[0]
  }

  /// Steps that stay within the frame and are not among the most frequent.
  private mutating func simple(
    _ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>,
    _ locals: UnsafeMutablePointer<Value>
  ) throws(TemplateFault) {
    switch step.code {
    case .outer:
      var outer = locals
      for _ in 0..<step.a { outer = outer[0].linkedLocals ?? outer }
      sp.pointee = outer[Int(step.b)]
      sp += 1
    case .storeMissing:
      locals[Int(step.b)] = Value(undefinedName: Symbol(Int(step.c)), flags: .missing)
    case .export:
      var value = sp[-1]
      value.extra = 1
      frame.pointee.context[Int(step.c)] = value
    case .pop: sp -= 1
    case .silent:
      sp.pointee = Value(.undefined, flags: .silent)
      sp += 1
    case .not: sp[-1] = .bool(try !isTrue(sp[-1], operand: 0))
    case .keepForChain:
      keepForChain(sp)
      sp += 1
    case .dropUnder:
      sp[-2] = sp[-1]
      sp -= 1
    case .list, .tuple:
      let count = Int(step.c)
      sp -= count
      for index in 0..<count { sp[index].flags.remove(.missing) }
      sp.pointee = arena.sequence(
        step.code == .list ? .list : .tuple, UnsafeBufferPointer(start: sp, count: count))
      sp += 1
    case .map: try makeMap(Int(step.c), &sp)
    case .shapedMap:
      sp -= Int(step.b)
      sp.pointee = shapedMap(step, sp)
      sp += 1
    case .macro:
      let object = MacroObject(
        chunk: step.c, locals: locals, context: frame.pointee.context, run: frame.pointee.run)
      sp.pointee = arena.object(.macro, object)
      sp += 1
    case .index:
      sp -= 1
      sp[-1] = try item(of: sp[-1], at: sp[0])
    case .slice: try slice(step, &sp)
    // Where a tag computes whether to escape, Jinja2 joins to a plain string.
    case .concat: try concat(Int(step.c), &sp, step.a == EscapeMode.on.rawValue)
    case .negate, .plus: sp[-1] = try signed(sp[-1], negate: step.code == .negate)
    case .siteFilter, .siteTest: try siteOperation(step, &sp)
    case .fail:
      let failure = program.failures[Int(step.c)]
      throw TemplateFault(.type, failure.message, suggestions: failure.suggestions)
    case .appendTo:
      sp -= 1
      append(sp.pointee, to: locals + Int(step.b))
    case .unpack: try unpack(Int(step.c), &sp)
    case .setMember: try setMember(Symbol(Int(step.c)), &sp)
    case .beginCapture: locals[Int(step.b)] = .int(out.count)
    case .endCapture:
      sp.pointee = captured(from: locals[Int(step.b)].asInt ?? 0, safe: escapes(step.a))
      sp += 1
    case .dropCapture: out.truncate(to: locals[Int(step.b)].asInt ?? 0)
    case .setEscape:
      sp -= 1
      let choice = try isTrue(sp.pointee)
      locals[Int(step.b)] = .bool(dynamicEscape)
      dynamicEscape = choice
    case .restoreEscape: dynamicEscape = locals[Int(step.b)].bits != 0
    case .importName: try importName(step, &sp)
    case .extends: try extends(step, &sp)
    case .selfReference, .superReference:
      sp.pointee = reference(isSuper: step.code == .superReference)
      sp += 1
    default:
      sp -= 1
      sp[-1] = try binary(step.code, sp[-1], sp[0])
    }
  }
}
