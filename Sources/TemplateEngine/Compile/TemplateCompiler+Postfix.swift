import SourceDiagnostics

/// What follows a primary: attributes, subscripts, calls, filters, tests.
extension TemplateCompiler {
  func postfix(_ base: Expression, _ parts: [Expression.Postfix]) {
    var parts = parts[...]
    if case .name(let name, let span) = base,
      case .attribute(let attribute, let place)? = parts.first,
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

  func isCalled(_ part: Expression.Postfix?) -> Bool {
    if case .call? = part { return true }
    return false
  }

  func path(_ name: Symbol, _ span: Span, _ attribute: Symbol, _ place: Span) -> Bool {
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

  func apply(_ parts: ArraySlice<Expression.Postfix>, input: Span) {
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

  func apply(_ part: Expression.Postfix, input: Span) {
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
  func callSite(_ arguments: CallArguments, caller: (() -> Void)? = nil) -> CallSite {
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

  func markOperands(_ arguments: CallArguments) {
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

  func method(
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
  func operation(
    _ symbol: Symbol, _ arguments: CallArguments, at span: Span, input: Span, test: Bool?
  ) {
    let site = callSite(arguments)
    if let number = program.extensionNumber(symbol, isTest: test != nil) {
      emit(
        test == nil ? .siteFilter : .siteTest,
        OperationSite(id: number, call: site, isNegated: test ?? false), span, input,
        arguments)
      return
    }
    guard let builtIn = test == nil ? program.filter(symbol) : program.test(symbol) else {
      return unknown(name(symbol), isTest: test != nil, span, site)
    }
    let signature = builtIn.signature
    var plan = TableRange(start: -1, count: 0)
    if !site.hasSpread, !site.hasNamedSpread {
      switch Operations.bind(
        signature, positional: Int(site.positional),
        names: arguments.named.map { self.name($0.name) },
        title: "\(test == nil ? "filter" : "test") '\(self.name(symbol))'")
      {
      case .success(let bound):
        if !signature.isVariadic { plan = laid(bound, in: &program.plans) }
      case .failure(let mistake):
        program.failures.append(mistake)
        function.emit(
          .fail, c: Int32(program.failures.count - 1), effect: -site.operands, at: span)
        return
      }
    }
    emit(
      test == nil ? .filter : .test,
      OperationSite(id: builtIn.id, call: site, plan: plan, isNegated: test ?? false), span, input,
      arguments)
  }

  func emit(
    _ code: Instruction.Code, _ site: OperationSite, _ span: Span, _ input: Span,
    _ arguments: CallArguments
  ) {
    function.emit(
      code, a: mode.rawValue, c: appended(site, to: &program.operations),
      effect: -site.call.operands, at: span)
    function.mark(0, input)
    markOperands(arguments)
  }

  func unknown(_ name: String, isTest: Bool, _ span: Span, _ site: CallSite) {
    let own = isTest ? Array(Operations.tests.keys) : Array(Operations.filters.keys)
    let added =
      isTest ? program.extensions.testNumbers.keys : program.extensions.filterNumbers.keys
    let known = (own + added.map { self.name($0) }).sorted()
    let leftOut = isTest ? nil : Operations.leftOutFilters[name]
    faults.append(
      TemplateFault(
        .unknown,
        "\(isTest ? "test" : "filter") '\(name)' does not exist"
          + (leftOut.map { "; " + $0 } ?? ""),
        template: source.name, path: source.path, range: span.range,
        suggestions: leftOut == nil ? Spelling.suggestions(for: name, among: known) : [],
        isReplaceable: true))
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
