import SourceDiagnostics

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
    case .postfix(.name(let name, let span), let parts) where parts.count == 1:
      if case .attribute(let attribute, let place) = parts[0], printPath(name, span, attribute, place)
      {
        return
      }
      if case .call(let arguments, _) = parts[0] {
        return call(.name(name, span), [], arguments, prints: true)
      }
    case .postfix(let base, let parts):
      if case .call(let arguments, _)? = parts.last {
        return call(base, Array(parts.dropLast()), arguments, prints: true)
      }
    default: break
    }
    value(expression)
    function.emit(.print, a: mode.rawValue, effect: -1, at: expression.anchor)
  }

  private func printPath(_ name: Symbol, _ span: Span, _ attribute: Symbol, _ place: Span) -> Bool {
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
  private func isLoop(_ name: Symbol, _ slot: Int) -> Int? {
    name == Word.loop.symbol ? slot : nil
  }

  /// Loads a name's value.
  func load(_ name: Symbol, in scope: Scope, _ span: Span?) {
    switch scope.place(of: name) {
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

  private func sequence(_ parts: [Expression], _ code: Instruction.Code) {
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

  private func map(_ entries: [(key: Expression, value: Expression)], _ span: Span) {
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

  private func signed(_ operand: Expression, _ signs: [Expression.Operator]) {
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

  private func arithmetic(
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

  private func comparison(_ first: Expression, _ rest: [(Expression.Operator, Expression)]) {
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

  private func shortCircuit(_ parts: [Expression], _ code: Instruction.Code) {
    var jumps: [Int] = []
    for (index, part) in parts.enumerated() {
      value(part)
      if index < parts.count - 1 {
        jumps.append(function.emit(code, effect: -1, at: part.anchor))
      }
    }
    for jump in jumps { function.land(jump) }
  }

  private func conditional(
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

// MARK: - What follows a primary

extension TemplateCompiler {
  private func postfix(_ base: Expression, _ parts: [Expression.Postfix]) {
    var parts = parts[...]
    if case .name(let name, let span) = base, case .attribute(let attribute, let place)? = parts.first,
      !isCalled(parts.dropFirst().first), path(name, span, attribute, place)
    {
      parts = parts.dropFirst()
      apply(parts, input: place)
    } else if case .call(let arguments, _)? = parts.first {
      call(base, [], arguments, prints: false)
      apply(parts.dropFirst(), input: base.anchor)
    } else {
      value(base)
      apply(parts, input: base.anchor)
    }
  }

  /// Filters on the value on the stack.
  func postfix(_ filters: [Expression.Postfix], input: Span) { apply(filters[...], input: input) }

  private func isCalled(_ part: Expression.Postfix?) -> Bool {
    if case .call? = part { return true }
    return false
  }

  private func path(_ name: Symbol, _ span: Span, _ attribute: Symbol, _ place: Span) -> Bool {
    switch scope.place(of: name) {
    case .local(let slot):
      if name == Word.loop.symbol {
        function.emit(.loopMember, b: slot, c: program.attribute(attribute), effect: 1, at: place)
      } else {
        function.emit(.localPath, b: slot, c: program.attribute(attribute), effect: 1, at: place)
      }
    case .context:
      let number = program.contextNumber(name)
      guard number < 65_536 else { return false }
      function.emit(
        .contextPath, b: Int(number), c: program.attribute(attribute), effect: 1, at: place)
    case .outer: return false
    }
    function.mark(0, span)
    return true
  }

  private func apply(_ parts: ArraySlice<Expression.Postfix>, input: Span) {
    var input = input
    var index = parts.startIndex
    while index < parts.endIndex {
      let part = parts[index]
      index += 1
      if case .attribute(let name, let span) = part, index < parts.endIndex,
        case .call(let arguments, _) = parts[index]
      {
        method(name, arguments, at: span, input: input, prints: false)
        index += 1
      } else {
        apply(part, input: input)
      }
      input = part.anchor ?? input
    }
  }

  private func apply(_ part: Expression.Postfix, input: Span) {
    switch part {
    case .attribute(let name, let span):
      function.emit(.attribute, c: program.attribute(name), at: span)
      function.mark(0, input)
    case .index(let key, let span):
      value(key)
      function.emit(.index, effect: -1, at: span)
      function.mark(0, input)
      function.mark(1, key.anchor)
    case .slice(let from, let to, let step, let span):
      var present: UInt8 = 0
      var count = 0
      for (index, bound) in [from, to, step].enumerated() {
        guard let bound else { continue }
        value(bound)
        present |= 1 << UInt8(index)
        count += 1
      }
      function.emit(.slice, a: present, effect: -count, at: span)
      function.mark(0, input)
    case .call(let arguments, _):
      let site = callSite(arguments)
      function.emit(
        .call, a: mode.rawValue, c: appended(site, to: &program.callSites),
        effect: -site.operands, at: input)
      markOperands(arguments)
    case .filter(let name, let arguments, let span):
      operation(name, arguments, at: span, input: input, test: nil)
    case .test(let name, let negated, let arguments, let span):
      operation(name, arguments, at: span, input: input, test: negated)
    }
  }

  // MARK: - Calls

  /// Loads the arguments of a call.
  private func callSite(_ arguments: CallArguments, caller: (() -> Void)? = nil) -> CallSite {
    for value in arguments.positional { self.value(value) }
    for (_, value) in arguments.named { self.value(value) }
    caller?()
    if let spread = arguments.spread { value(spread) }
    if let spread = arguments.namedSpread { value(spread) }
    let names = arguments.named.map(\.name) + (caller == nil ? [] : [Word.caller.symbol])
    return CallSite(
      positional: Int32(arguments.positional.count), names: laid(names, in: &program.names),
      hasSpread: arguments.spread != nil, hasNamedSpread: arguments.namedSpread != nil)
  }

  private func markOperands(_ arguments: CallArguments) {
    let operands = arguments.positional + arguments.named.map(\.value)
    for (index, operand) in operands.enumerated() where index < 250 {
      function.mark(UInt8(index + 1), operand.anchor)
    }
  }

  /// Calls what `base` with `parts` gives, and prints the result or leaves it on the stack.
  func call(
    _ base: Expression, _ parts: [Expression.Postfix], _ arguments: CallArguments, prints: Bool,
    caller: (() -> Void)? = nil
  ) {
    let callee = parts.isEmpty ? base : Expression.postfix(base, parts)
    if case .attribute(let name, let span)? = parts.last {
      let rest = Array(parts.dropLast())
      let object = rest.isEmpty ? base : Expression.postfix(base, rest)
      value(object)
      method(name, arguments, at: span, input: object.anchor, prints: prints, caller: caller)
      return
    }
    value(callee)
    let site = callSite(arguments, caller: caller)
    function.emit(
      prints ? .callPrint : .call, a: mode.rawValue, c: appended(site, to: &program.callSites),
      effect: -site.operands - (prints ? 1 : 0), at: callee.anchor)
    markOperands(arguments)
  }

  private func method(
    _ name: Symbol, _ arguments: CallArguments, at span: Span, input: Span, prints: Bool,
    caller: (() -> Void)? = nil
  ) {
    var site = callSite(arguments, caller: caller)
    site.method = name
    function.emit(
      prints ? .callMethodPrint : .callMethod, a: mode.rawValue,
      c: appended(site, to: &program.callSites), effect: -site.operands - (prints ? 1 : 0),
      at: span)
    function.mark(0, input)
    markOperands(arguments)
  }

  // MARK: - Filters and tests

  /// Applies a filter, or a test when `test` says whether it is negated.
  private func operation(
    _ symbol: Symbol, _ arguments: CallArguments, at span: Span, input: Span, test: Bool?
  ) {
    let site = callSite(arguments)
    let name = name(symbol)
    let extensions = program.extensions
    if let number = test == nil ? extensions.filterNumbers[symbol] : extensions.testNumbers[symbol] {
      emit(
        test == nil ? .siteFilter : .siteTest,
        OperationSite(id: number, call: site, isNegated: test ?? false), span, input,
        arguments)
      return
    }
    let builtIn: (id: Int32, signature: Operations.Signature)? =
      test == nil
      ? Operations.filters[name].map { ($0.0.rawValue, $0.1) }
      : Operations.tests[name].map { ($0.0.rawValue, $0.1) }
    guard let (id, signature) = builtIn else { return unknown(name, isTest: test != nil, span, site) }
    var plan = TableRange(start: -1, count: 0)
    if !site.hasSpread, !site.hasNamedSpread {
      switch Operations.bind(
        signature, positional: Int(site.positional),
        names: arguments.named.map { self.name($0.name) },
        title: test == nil ? "filter '\(name)'" : "test '\(name)'")
      {
      case .success(let bound):
        if !signature.isVariadic { plan = laid(bound, in: &program.plans) }
      case .failure(let mistake):
        program.failures.append((.type, mistake.message))
        function.emit(
          .fail, c: Int32(program.failures.count - 1), effect: -site.operands, at: span)
        return
      }
    }
    emit(
      test == nil ? .filter : .test,
      OperationSite(id: id, call: site, plan: plan, isNegated: test ?? false), span, input,
      arguments)
  }

  private func emit(
    _ code: Instruction.Code, _ site: OperationSite, _ span: Span, _ input: Span,
    _ arguments: CallArguments
  ) {
    function.emit(
      code, a: mode.rawValue, c: appended(site, to: &program.operations),
      effect: -site.call.operands, at: span)
    function.mark(0, input)
    markOperands(arguments)
  }

  private func unknown(_ name: String, isTest: Bool, _ span: Span, _ site: CallSite) {
    let own = isTest ? Array(Operations.tests.keys) : Array(Operations.filters.keys)
    let added =
      isTest ? program.extensions.testNumbers.keys : program.extensions.filterNumbers.keys
    let known = (own + added.map { self.name($0) }).sorted()
    faults.append(
      fault(
        .unknown, "\(isTest ? "test" : "filter") '\(name)' does not exist", span,
        Spelling.suggestions(for: name, among: known)))
    function.emit(.fail, effect: -site.operands)
  }
}

extension Value {
  /// The truth of a constant.
  var isTruthyConstant: Bool {
    switch tag {
    case .none, .undefined: false
    case .bool, .int: bits != 0
    case .double: Double(bitPattern: bits) != 0
    default: length > 0
    }
  }
}
