/// Expressions: each leaves its value on the operand stack.
extension TemplateCompiler {
  /// Prints an expression, without a way over the stack where that is possible.
  func print(_ expression: Expression) {
    switch expression {
    case .name(let name, let span):
      if case .local(let slot) = scope.place(of: name) {
        function.emit(.printLocal, a: mode.rawValue, b: slot, at: span)
        return
      }
    case .path(let name, let span, let attribute, let place):
      if printPath(name, span, attribute, place) { return }
    case .postfix(let base, let parts):
      if case .call(let arguments, _)? = parts.last {
        return call(base, Array(parts.dropLast()), arguments, prints: true)
      }
    default: break
    }
    value(expression)
    function.emit(.print, a: mode.rawValue, effect: -1, at: expression.anchor)
  }

  func printPath(_ name: Symbol, _ span: Span, _ attribute: Symbol, _ place: Span) -> Bool {
    switch scope.place(of: name) {
    case .local(let slot):
      if isLoop(name, slot) != nil { return false }
      function.emit(
        .printLocalPath, a: mode.rawValue, b: slot, c: program.attribute(attribute), at: place)
    case .context:
      let number = program.contextNumber(name)
      guard number < 65_536 else { return false }
      function.emit(
        .printContextPath, a: mode.rawValue, b: Int(number), c: program.attribute(attribute),
        at: place)
    case .outer: return false
    }
    function.mark(0, span)
    return true
  }

  /// The slot of the loop that `loop` means here, when it is one of this function.
  func isLoop(_ name: Symbol, _ slot: Int) -> Int? {
    name == Word.loop.symbol ? slot : nil
  }

  /// Loads a name's value.
  func load(_ name: Symbol, in scope: Scope, _ span: Span?) {
    load(name, at: scope.place(of: name))
  }

  /// Loads a name's value from its place.
  func load(_ name: Symbol, at place: Scope.Place) {
    switch place {
    case .local(let slot): function.emit(.local, b: slot, effect: 1)
    case .outer(let depth, let slot):
      function.emit(.outer, a: UInt8(min(depth, 255)), b: slot, effect: 1)
    case .context: function.emit(.context, c: program.contextNumber(name), effect: 1)
    }
  }

  func value(_ expression: Expression) {
    switch expression {
    case .constant(let value, _):
      function.emit(.constant, c: program.constant(value), effect: 1)
    case .name(let name, let span): load(name, in: scope, span)
    case .path(let name, let span, let attribute, let place):
      if path(name, span, attribute, place) { return }
      load(name, in: scope, span)
      apply(.attribute(attribute, place), input: span)
    case .list(let parts, _): sequence(parts, .list)
    case .tuple(let parts, _): sequence(parts, .tuple)
    case .map(let entries, let span): map(entries, span)
    case .signed(let operand, let signs): signed(operand, signs)
    case .not(let operand, let times, let span):
      value(operand)
      for _ in 0..<times {
        function.emit(.not, at: span)
        function.mark(0, operand.anchor)
      }
    case .arithmetic(let first, let rest): arithmetic(first, rest)
    case .joined(let parts, let spans):
      for part in parts { value(part) }
      function.emit(
        .concat, a: mode.rawValue, c: Int32(parts.count), effect: 1 - parts.count, at: spans.last)
      for (index, part) in parts.enumerated() where index < 255 {
        function.mark(UInt8(index), part.anchor)
      }
    case .comparison(let first, let rest): comparison(first, rest)
    case .and(let parts): shortCircuit(parts, .jumpIfFalseOrPop)
    case .or(let parts): shortCircuit(parts, .jumpIfTrueOrPop)
    case .conditional(let branches, let otherwise, _): conditional(branches, otherwise)
    case .postfix(let base, let parts): postfix(base, parts)
    }
  }

  func sequence(_ parts: [Expression], _ code: Instruction.Code) {
    let constants = parts.compactMap { part -> Value? in
      if case .constant(let value, _) = part { return value }
      return nil
    }
    if constants.count == parts.count, !parts.isEmpty {
      let made =
        code == .list ? program.arena.list(constants) : program.arena.tuple(constants)
      function.emit(.constant, c: program.constant(made), effect: 1)
      return
    }
    for part in parts { value(part) }
    function.emit(code, c: Int32(parts.count), effect: 1 - parts.count)
  }

  func map(_ entries: [(key: Expression, value: Expression)], _ span: Span) {
    var names: [String] = []
    for entry in entries {
      guard case .constant(let key, _) = entry.key, key.tag == .string else { break }
      names.append(String(decoding: key.utf8, as: UTF8.self))
    }
    let unique = Set(names.map { Array($0.utf8) }).count == names.count
    if names.count == entries.count, unique, !names.isEmpty, names.count < 1000 {
      for entry in entries { value(entry.value) }
      let shape = appended(RecordShape("map", names), to: &program.shapes)
      function.emit(.shapedMap, b: entries.count, c: shape, effect: 1 - entries.count, at: span)
      return
    }
    for entry in entries {
      value(entry.key)
      value(entry.value)
    }
    function.emit(.map, c: Int32(entries.count), effect: 1 - 2 * entries.count, at: span)
  }

  func signed(_ operand: Expression, _ signs: [Expression.Operator]) {
    if case .constant(let constant, _) = operand, constant.tag == .int, signs.count == 1,
      signs[0].kind == .minus, let number = constant.asInt
    {
      function.emit(.constant, c: program.constant(.int(-number)), effect: 1)
      return
    }
    value(operand)
    for sign in signs {
      function.emit(sign.kind == .minus ? .negate : .plus, at: sign.span)
      function.mark(0, operand.anchor)
    }
  }

  func arithmetic(
    _ first: Expression, _ rest: [(Expression.Operator, Expression)]
  ) {
    value(first)
    var left = first.anchor
    for (sign, operand) in rest {
      value(operand)
      function.emit(Self.code(of: sign.kind), effect: -1, at: sign.span)
      function.mark(0, left)
      function.mark(1, operand.anchor)
      left = sign.span
    }
  }

  static func code(of kind: Expression.Operator.Kind) -> Instruction.Code {
    switch kind {
    case .add: .add
    case .sub: .sub
    case .mul: .mul
    case .div: .div
    case .floorDiv: .floorDiv
    case .mod: .mod
    case .pow: .pow
    case .plus: .plus
    case .minus: .negate
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    case .contained: .contained
    case .notContained: .notContained
    }
  }

  func comparison(_ first: Expression, _ rest: [(Expression.Operator, Expression)]) {
    value(first)
    var left = first.anchor
    var early: [Int] = []
    for (index, (sign, operand)) in rest.enumerated() {
      value(operand)
      let isLast = index == rest.count - 1
      if !isLast { function.emit(.keepForChain, effect: 1) }
      function.emit(Self.code(of: sign.kind), effect: -1, at: sign.span)
      function.mark(0, left)
      function.mark(1, operand.anchor)
      left = operand.anchor
      if !isLast { early.append(function.emit(.jumpIfFalseOrPop, effect: -1)) }
    }
    guard !early.isEmpty else { return }
    let done = function.emit(.jump)
    for jump in early { function.land(jump) }
    function.emit(.dropUnder)
    function.land(done)
  }

  func shortCircuit(_ parts: [Expression], _ code: Instruction.Code) {
    var jumps: [Int] = []
    for (index, part) in parts.enumerated() {
      value(part)
      if index < parts.count - 1 {
        jumps.append(function.emit(code, effect: -1, at: part.anchor))
      }
    }
    for jump in jumps { function.land(jump) }
  }

  func conditional(
    _ branches: [(value: Expression, condition: Expression)], _ otherwise: Expression?
  ) {
    var ends: [Int] = []
    for branch in branches {
      let skip = jumpUnless(branch.condition)
      value(branch.value)
      ends.append(function.emit(.jump, effect: -1))
      function.land(skip)
    }
    if let otherwise {
      value(otherwise)
    } else {
      function.emit(.silent, effect: 1)
    }
    for end in ends { function.land(end) }
  }
}
