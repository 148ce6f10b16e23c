/// Makes one template's code from its statements. Expressions are in `TemplateCompiler+Values`.
///
/// Each root, block, macro, call body and recursive loop becomes a chunk of its own. What the
/// language decides by looking (scopes, what an `extends` silences, which loops need their `loop`)
/// is decided here; the renderer only follows.
final class TemplateCompiler {
  let program: ProgramBuilder
  let source: TemplateSource
  let number: Int32
  @exclusivity(unchecked) var template: CompiledTemplate
  /// Unknown filters and tests, and names of templates that do not exist.
  @exclusivity(unchecked) var faults: [TemplateFault] = []
  @exclusivity(unchecked) var warnings: [TemplateFault] = []

  @exclusivity(unchecked) var function: FunctionBuilder
  @exclusivity(unchecked) var scope: Scope
  @exclusivity(unchecked) var mode: EscapeMode
  let standardMode: EscapeMode
  @exclusivity(unchecked) var loops: [LoopContext] = []
  /// What to undo when a loop is left from inside a capture or an `autoescape` tag.
  @exclusivity(unchecked) var undo: [Undo] = []
  @exclusivity(unchecked) var extending = Extending.no
  @exclusivity(unchecked) var captures = 0
  /// How many `if` tags enclose the current place.
  @exclusivity(unchecked) var conditions = 0
  @exclusivity(unchecked) var inRoot = true

  struct LoopContext {
    var top: Int
    var breaks: [Int] = []
    var undoDepth: Int
  }

  enum Undo {
    case capture(slot: Int)
    case escape(slot: Int)
  }

  enum Extending { case no, maybe, surely }

  init(_ program: ProgramBuilder, _ source: TemplateSource, number: Int32, escapes: Bool) {
    self.program = program
    self.source = source
    self.number = number
    template = CompiledTemplate(name: source.name, path: source.path)
    function = FunctionBuilder(parent: nil)
    scope = Scope(in: function, parent: nil, isTop: true)
    standardMode = escapes ? .on : .off
    mode = standardMode
  }

  /// Makes the code of the whole template.
  func compile(_ statements: [Statement], usesSelf: Bool) -> CompiledTemplate {
    let start = program.code.count
    scope.analyse(statements)
    if usesSelf { store(.selfReference, in: scope.declare(Word.selfName.symbol)) }
    startVariables()
    emit(statements)
    function.emit(.endRoot)
    template.root = finish(function, kind: .root, name: Symbol(0))
    template.codeRange = start..<program.code.count
    return template
  }

  func name(_ symbol: Symbol) -> String { program.symbols.name(symbol) }

  func fault(_ kind: TemplateFault.Kind, _ message: String, _ span: Span, _ similar: [String] = [])
    -> TemplateFault
  {
    TemplateFault(
      kind, message, template: source.name, path: source.path, range: span.range,
      suggestions: similar)
  }

  /// Instructions name a variable's slot in sixteen bits.
  private static let mostSlots = 65_000

  // MARK: - Chunks and scopes

  /// Adds a finished function's code to the program.
  func finish(
    _ function: FunctionBuilder, kind: Chunk.Kind, name: Symbol, macro: MacroSignature? = nil,
    isRequired: Bool = false
  ) -> Int32 {
    if function.slots > Self.mostSlots {
      faults.append(
        fault(
          .syntax, "a template, block or macro has at most \(Self.mostSlots) variables",
          Span(0, 0)))
    }
    let start = program.code.count
    program.code += function.code
    let offset = UInt32(start)
    program.marks += function.marks.lazy.map {
      Mark(pc: $0.pc + offset, role: $0.role, span: $0.span)
    }
    return appended(
      Chunk(
        start: Int32(start), slots: Int32(function.slots),
        room: Int32(function.slots + function.deepest + 4), template: number,
        keepsLocals: function.keepsLocals, kind: kind, name: name, isRequired: isRequired,
        isMacro: macro != nil, macro: macro ?? MacroSignature(),
        variables: laid(function.visibleNames, in: &program.names)), to: &program.chunks)
  }

  /// Makes a chunk: runs `body` with a new function and scope.
  func chunk(
    inside: Bool, kind: Chunk.Kind, name: Symbol, isRequired: Bool = false,
    _ body: () -> MacroSignature?
  ) -> Int32 {
    let saved = (function, scope, mode, loops, undo, captures, inRoot)
    function = FunctionBuilder(parent: inside ? saved.0 : nil)
    scope = Scope(in: function, parent: inside ? saved.1 : nil)
    if !inside { mode = standardMode }
    loops = []
    undo = []
    captures = 0
    inRoot = false
    let signature = body()
    function.emit(.endFunction)
    let result = finish(function, kind: kind, name: name, macro: signature, isRequired: isRequired)
    (function, scope, mode, loops, undo, captures, inRoot) = saved
    return result
  }

  /// Runs `body` in a scope of the same function; `declare` names what the scope's maker fills.
  func inner(
    _ statements: [Statement], declare: (Scope) -> Void = { _ in }, _ body: () -> Void
  ) {
    let outside = scope
    scope = Scope(in: function, parent: outside)
    declare(scope)
    scope.analyse(statements)
    startVariables()
    body()
    scope = outside
  }

  /// Gives the scope's variables what they hold at its start.
  func startVariables() {
    for variable in scope.variables {
      switch variable.start {
      case .given: break
      case .missing:
        function.emit(.storeMissing, b: variable.slot, c: Int32(variable.name.index))
      case .context:
        function.emit(.context, c: program.contextNumber(variable.name), effect: 1)
        function.emit(.storeLocal, b: variable.slot, effect: -1)
      case .outer:
        load(variable.name, at: scope.placeAround(of: variable.name))
        function.emit(.storeLocal, b: variable.slot, effect: -1)
      }
    }
  }

  func store(_ code: Instruction.Code, in slot: Int) {
    function.emit(code, effect: 1)
    function.emit(.storeLocal, b: slot, effect: -1)
  }

  // MARK: - Statements

  func emit(_ statements: [Statement]) {
    for statement in statements { emit(statement) }
  }

  /// Whether what is printed here is silenced by an `extends` before.
  var isSilenced: Bool { inRoot && captures == 0 && extending == .surely }

  /// Runs `body` so that its code is skipped where the template turned out to extend another.
  func unlessExtended(_ applies: Bool, _ body: () -> Void) {
    guard applies, inRoot, captures == 0, extending != .no else { return body() }
    if extending == .surely { return }
    let jump = function.emit(.jumpIfExtended)
    body()
    function.land(jump)
  }

  func emit(_ statement: Statement) {
    switch statement {
    case .text(let text):
      unlessExtended(true) { function.emit(.text, c: program.constant(text)) }
    case .print(let value): unlessExtended(true) { print(value) }
    case .condition(let branches, let otherwise): condition(branches, otherwise)
    case .loop(let loop): emit(loop)
    case .assign(let target, let value):
      self.value(value)
      assign(target)
    case .assignBlock(let target, let filters, let body):
      capture(body, silencing: false)
      postfix(filters, input: target.span)
      assign(target)
    case .with(let values, let body): with(values, body)
    case .filtered(let filters, let body, let span):
      capture(body, silencing: true)
      postfix(filters, input: span)
      function.emit(
        .print, a: mode.rawValue, effect: -1, at: filters.last?.anchor ?? span)
    case .autoescape(let choice, let body): autoescape(choice, body)
    case .block(let tag): block(tag)
    case .extends(let template, let span): extends(template, span)
    case .include(let tag): include(tag)
    case .importModule(let tag, let name):
      importModule(tag)
      assign(.name(name, tag.span))
    case .importNames(let tag, let names):
      importModule(tag)
      for name in names {
        function.emit(
          .importName, c: Int32(name.name.index), effect: 1)
        _ = program.contextNumber(name.name)
        assign(.name(name.alias, name.span))
      }
      function.emit(.pop, effect: -1)
    case .macro(let tag):
      macro(tag, kind: .macro)
      assign(.name(tag.name, tag.span))
    case .call(let body, let call, let span): callBlock(body, call, span)
    case .leaveLoop(let isBreak, _): leaveLoop(isBreak: isBreak)
    }
  }

  func condition(
    _ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement]
  ) {
    conditions += 1
    defer { conditions -= 1 }
    var ends: [Int] = []
    let known = extending
    var after = known
    func noteExtending() {
      if extending != known { after = .maybe }
      extending = known
    }
    for branch in branches {
      let skip = jumpUnless(branch.test)
      emit(branch.body)
      noteExtending()
      ends.append(function.emit(.jump))
      function.land(skip)
    }
    emit(otherwise)
    noteExtending()
    extending = after
    for end in ends { function.land(end) }
  }

  /// Emits a jump that is taken when the test is false.
  func jumpUnless(_ test: Expression) -> Int {
    value(test)
    return function.emit(.jumpIfFalse, effect: -1, at: test.anchor)
  }

  func with(
    _ values: [(target: Statement.Target, value: Expression)], _ body: [Statement]
  ) {
    let outside = scope
    let declare = { (scope: Scope) in
      for value in values { Self.declare(value.target, in: scope) }
    }
    inner(body, declare: declare) {
      for (target, expression) in values {
        let inside = scope
        scope = outside
        value(expression)
        scope = inside
        assign(target)
      }
      emit(body)
    }
  }

  static func declare(_ target: Statement.Target, in scope: Scope) {
    switch target {
    case .name(let name, _): scope.declare(name)
    case .tuple(let parts, _):
      for part in parts { declare(part, in: scope) }
    case .attribute: break
    }
  }

  /// Captures what `body` prints and leaves it on the stack.
  func capture(_ body: [Statement], silencing: Bool) {
    inner(body) {
      let slot = function.newSlot()
      function.emit(.beginCapture, b: slot)
      undo.append(.capture(slot: slot))
      if !silencing { captures += 1 }
      emit(body)
      if !silencing { captures -= 1 }
      undo.removeLast()
      function.emit(.endCapture, a: mode.rawValue, b: slot, effect: 1)
    }
  }

  func autoescape(_ choice: Expression, _ body: [Statement]) {
    let outside = mode
    inner(body) {
      if case .constant(let constant, _) = choice {
        mode = constant.isTruthyConstant ? .on : .off
        emit(body)
      } else {
        value(choice)
        let slot = function.newSlot()
        function.emit(.setEscape, b: slot, effect: -1, at: choice.anchor)
        undo.append(.escape(slot: slot))
        mode = .dynamic
        emit(body)
        undo.removeLast()
        function.emit(.restoreEscape, b: slot)
      }
    }
    mode = outside
  }

  func leaveLoop(isBreak: Bool) {
    guard let loop = loops.last else { return }
    for step in undo[loop.undoDepth...].reversed() {
      switch step {
      case .capture(let slot): function.emit(.dropCapture, b: slot)
      case .escape(let slot): function.emit(.restoreEscape, b: slot)
      }
    }
    let jump = function.emit(.jump)
    if isBreak {
      loops[loops.count - 1].breaks.append(jump)
    } else {
      function.land(jump, at: loop.top)
    }
  }

  // MARK: - Assigning

  /// Takes the value from the stack into a target.
  func assign(_ target: Statement.Target) {
    switch target {
    case .name(let name, _):
      guard case .local(let slot) = scope.place(of: name) else {
        function.emit(.pop, effect: -1)
        return
      }
      if scope.isTop { function.emit(.export, c: program.contextNumber(name)) }
      function.emit(.storeLocal, b: slot, effect: -1)
    case .tuple(let parts, let span):
      function.emit(.unpack, c: Int32(parts.count), effect: parts.count - 1, at: span)
      for part in parts { assign(part) }
    case .attribute(let name, let attribute, let span):
      load(name, in: scope, span)
      function.emit(.setMember, c: Int32(attribute.index), effect: -2, at: span)
    }
  }
}
