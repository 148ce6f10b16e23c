/// Expressions, from the loosest operator to the tightest.
extension Parser {
  /// An expression, or several with commas between them: a tuple.
  mutating func tuple(
    withConditional: Bool = true, until end: Word? = nil, inParentheses: Bool = false
  ) throws(TemplateFault) -> Expression {
    let start = current.span
    var parts: [Expression] = []
    var isTuple = false
    while true {
      if !parts.isEmpty { try expect(.comma, "','") }
      if endsTuple(end) { break }
      parts.append(withConditional ? try expression() : try or())
      guard current.kind == .comma else { break }
      isTuple = true
    }
    if !isTuple {
      if let only = parts.first { return only }
      if !inParentheses { throw unexpected("an expression") }
    }
    return .tuple(parts, start)
  }

  /// One expression.
  mutating func expression() throws(TemplateFault) -> Expression {
    let start = current.span
    let first = try or()
    guard isWord(.if) else { return first }
    var branches: [(value: Expression, condition: Expression)] = []
    var value = first
    while try skip(.if) {
      branches.append((value, try or()))
      guard try skip(.else) else {
        // `a if b if c`: what was read so far is the value of the next condition.
        guard isWord(.if) else { return .conditional(branches, otherwise: nil, start) }
        value = .conditional(branches, otherwise: nil, start)
        branches = []
        continue
      }
      value = try or()
      if !isWord(.if) { return .conditional(branches, otherwise: value, start) }
    }
    return .conditional(branches, otherwise: value, start)
  }

  mutating func or() throws(TemplateFault) -> Expression {
    let first = try and()
    guard isWord(.or) else { return first }
    var parts = [first]
    while try skip(.or) { parts.append(try and()) }
    return .or(parts)
  }

  private mutating func and() throws(TemplateFault) -> Expression {
    let first = try not()
    guard isWord(.and) else { return first }
    var parts = [first]
    while try skip(.and) { parts.append(try not()) }
    return .and(parts)
  }

  private mutating func not() throws(TemplateFault) -> Expression {
    var times = 0
    var span = current.span
    while isWord(.not) {
      span = current.span
      times += 1
      try advance()
    }
    let operand = try comparison()
    return times == 0 ? operand : .not(operand, times: times, span)
  }

  private mutating func comparison() throws(TemplateFault) -> Expression {
    let first = try sum()
    var rest: [(Expression.Operator, Expression)] = []
    while let kind = try comparisonOperator() {
      let span = current.span
      try advance()
      if kind == .notContained { try advance() }
      rest.append((Expression.Operator(kind: kind, span: span), try sum()))
    }
    return rest.isEmpty ? first : .comparison(first, rest)
  }

  private mutating func comparisonOperator() throws(TemplateFault) -> Expression.Operator.Kind? {
    switch current.kind {
    case .equal: return .equal
    case .notEqual: return .notEqual
    case .less: return .less
    case .lessEqual: return .lessEqual
    case .greater: return .greater
    case .greaterEqual: return .greaterEqual
    case .name where isWord(.in): return .contained
    case .name where isWord(.not):
      let next = try peek()
      return next.kind == .name && next.symbol == Word.in.symbol ? .notContained : nil
    default: return nil
    }
  }

  private mutating func sum() throws(TemplateFault) -> Expression {
    let first = try joined()
    var rest: [(Expression.Operator, Expression)] = []
    while let kind = current.kind == .add ? Expression.Operator.Kind.add
      : current.kind == .sub ? .sub : nil
    {
      let span = current.span
      try advance()
      rest.append((Expression.Operator(kind: kind, span: span), try joined()))
    }
    return rest.isEmpty ? first : .arithmetic(first, rest)
  }

  private mutating func joined() throws(TemplateFault) -> Expression {
    let first = try product()
    guard current.kind == .tilde else { return first }
    var parts = [first]
    var spans: [Span] = []
    while current.kind == .tilde {
      spans.append(current.span)
      try advance()
      parts.append(try product())
    }
    return .joined(parts, spans)
  }

  private mutating func product() throws(TemplateFault) -> Expression {
    let first = try power()
    var rest: [(Expression.Operator, Expression)] = []
    while true {
      let kind: Expression.Operator.Kind
      switch current.kind {
      case .mul: kind = .mul
      case .div: kind = .div
      case .floorDiv: kind = .floorDiv
      case .mod: kind = .mod
      default: return rest.isEmpty ? first : .arithmetic(first, rest)
      }
      let span = current.span
      try advance()
      rest.append((Expression.Operator(kind: kind, span: span), try power()))
    }
  }

  private mutating func power() throws(TemplateFault) -> Expression {
    let first = try unary()
    var rest: [(Expression.Operator, Expression)] = []
    while current.kind == .pow {
      let span = current.span
      try advance()
      rest.append((Expression.Operator(kind: .pow, span: span), try unary()))
    }
    return rest.isEmpty ? first : .arithmetic(first, rest)
  }

  private mutating func unary() throws(TemplateFault) -> Expression {
    var signs: [Expression.Operator] = []
    while current.kind == .sub || current.kind == .add {
      signs.append(
        Expression.Operator(kind: current.kind == .sub ? .minus : .plus, span: current.span))
      try advance()
    }
    var operand = try primary()
    operand = try postfix(operand, withFilters: signs.isEmpty)
    guard !signs.isEmpty else { return operand }
    return try postfix(.signed(operand, signs.reversed()), withFilters: true)
  }

  private mutating func primary() throws(TemplateFault) -> Expression {
    let token = current
    switch token.kind {
    case .name:
      try advance()
      switch Word(token.symbol) {
      case .true, .trueUpper: return .constant(.true, token.span)
      case .false, .falseUpper: return .constant(.false, token.span)
      case .noneWord, .noneUpper: return .constant(.none, token.span)
      case let word?:
        try note(word)
        return .name(token.symbol, token.span)
      default: return .name(token.symbol, token.span)
      }
    case .string:
      try advance()
      guard current.kind == .string else { return .constant(token.value, token.span) }
      var text = Array(token.value.utf8)
      while current.kind == .string {
        text += current.value.utf8
        try advance()
      }
      return .constant(lexer.made(text), token.span)
    case .integer, .float:
      try advance()
      return .constant(token.value, token.span)
    case .leftParen, .leftBracket, .leftBrace:
      return try deeper { (parser) throws(TemplateFault) in try parser.bracketed() }
    default: throw unexpected("an expression")
    }
  }

  /// Counts the read of a special name, whose token was just passed.
  private mutating func note(_ word: Word) throws(TemplateFault) {
    switch word {
    case .loop:
      mentions.loop += 1
      guard current.kind == .dot else {
        mentions.loopAhead += 1
        return
      }
      let name = try peek()
      let known = ["index", "index0", "first", "depth", "depth0", "previtem", "cycle", "changed"]
      if name.kind != .name || !known.contains(symbols.name(name.symbol)) {
        mentions.loopAhead += 1
      }
    case .caller: mentions.caller += 1
    case .varargs: mentions.varargs += 1
    case .kwargs: mentions.kwargs += 1
    case .selfName: mentions.selfName += 1
    case .superName: mentions.superName += 1
    default: break
    }
  }

  private mutating func bracketed() throws(TemplateFault) -> Expression {
    let start = current
    try advance()
    switch start.kind {
    case .leftParen:
      let inner = try tuple(inParentheses: true)
      try expect(.rightParen, "')'")
      if case .tuple(let parts, _) = inner { return .tuple(parts, start.span) }
      return inner
    case .leftBracket:
      var parts: [Expression] = []
      while current.kind != .rightBracket {
        if !parts.isEmpty { try expect(.comma, "','") }
        if current.kind == .rightBracket { break }
        parts.append(try expression())
      }
      try advance()
      return .list(parts, start.span)
    default:
      var entries: [(key: Expression, value: Expression)] = []
      while current.kind != .rightBrace {
        if !entries.isEmpty { try expect(.comma, "','") }
        if current.kind == .rightBrace { break }
        let key = try expression()
        try expect(.colon, "':'")
        entries.append((key, try expression()))
      }
      try advance()
      return .map(entries, start.span)
    }
  }
}

// MARK: - What follows a primary

extension Parser {
  private mutating func postfix(_ base: Expression, withFilters: Bool) throws(TemplateFault)
    -> Expression
  {
    var parts: [Expression.Postfix] = []
    while true {
      switch current.kind {
      case .dot:
        // After a filter or test a dot is no attribute.
        if let last = parts.last, last.isFilterOrTest { return .postfix(base, parts) }
        try advance()
        parts.append(try attribute())
      case .leftBracket:
        if let last = parts.last, last.isFilterOrTest { return .postfix(base, parts) }
        parts.append(try subscriptPart())
      case .leftParen:
        let span = current.span
        parts.append(.call(try callArguments(), span))
      case .pipe where withFilters:
        try advance()
        parts.append(try filter())
      case .name where withFilters && isWord(.is):
        parts.append(try test())
      default:
        return parts.isEmpty ? base : .postfix(base, parts)
      }
    }
  }

  private mutating func attribute() throws(TemplateFault) -> Expression.Postfix {
    let token = current
    switch token.kind {
    case .name:
      try advance()
      return .attribute(token.symbol, token.span)
    case .integer:
      try advance()
      return .index(.constant(token.value, token.span), token.span)
    default: throw unexpected("the name of an attribute")
    }
  }

  private mutating func subscriptPart() throws(TemplateFault) -> Expression.Postfix {
    let bracket = current.span
    return try deeper { (parser) throws(TemplateFault) in
      try parser.advance()
      if parser.current.kind == .rightBracket { throw parser.unexpected("an index") }
      let first = try parser.subscripted(bracket)
      if try parser.skip(.rightBracket) { return first }
      var parts = [first]
      while parser.current.kind != .rightBracket {
        try parser.expect(.comma, "']'")
        parts.append(try parser.subscripted(bracket))
      }
      try parser.advance()
      var keys: [Expression] = []
      for part in parts {
        guard case .index(let key, _) = part else {
          throw parser.lexer.fault("a slice stands alone in its brackets", at: bracket)
        }
        keys.append(key)
      }
      return .index(.tuple(keys, bracket), bracket)
    }
  }

  private mutating func subscripted(_ bracket: Span) throws(TemplateFault) -> Expression.Postfix {
    var bounds: [Expression?] = []
    if current.kind == .colon {
      bounds.append(nil)
    } else {
      let first = try expression()
      guard current.kind == .colon else { return .index(first, bracket) }
      bounds.append(first)
    }
    try advance()
    if current.kind == .colon || current.kind == .rightBracket || current.kind == .comma {
      bounds.append(nil)
    } else {
      bounds.append(try expression())
    }
    if try skip(.colon), current.kind != .rightBracket, current.kind != .comma {
      bounds.append(try expression())
    } else {
      bounds.append(nil)
    }
    return .slice(bounds[0], bounds[1], bounds[2], bracket)
  }

  mutating func callArguments() throws(TemplateFault) -> CallArguments {
    try deeper { (parser) throws(TemplateFault) in
      var result = CallArguments()
      try parser.expect(.leftParen, "'('")
      var isFirst = true
      while parser.current.kind != .rightParen {
        if !isFirst {
          try parser.expect(.comma, "','")
          if parser.current.kind == .rightParen { break }
        }
        isFirst = false
        try parser.argument(into: &result)
      }
      try parser.advance()
      return result
    }
  }

  private mutating func argument(into result: inout CallArguments) throws(TemplateFault) {
    let start = current.span
    if current.kind == .mul {
      guard result.spread == nil, result.namedSpread == nil else {
        throw lexer.fault("'*' comes once, before '**'", at: start)
      }
      try advance()
      result.spread = try expression()
    } else if current.kind == .pow {
      guard result.namedSpread == nil else { throw lexer.fault("'**' comes once", at: start) }
      try advance()
      result.namedSpread = try expression()
    } else if current.kind == .name, try peek().kind == .assign {
      guard result.namedSpread == nil else {
        throw lexer.fault("a named argument cannot follow '**'", at: start)
      }
      let name = current.symbol
      try advance()
      try advance()
      if result.named.contains(where: { $0.name == name }) {
        throw lexer.fault("argument '\(symbols.name(name))' is given a second time", at: start)
      }
      result.named.append((name, try expression()))
    } else {
      guard result.isSimple, result.named.isEmpty else {
        throw lexer.fault("a positional argument cannot follow a named one", at: start)
      }
      result.positional.append(try expression())
    }
  }

  /// Filters in a row, each after a bar; the first without one when `startsInline`.
  mutating func filterChain(startsInline: Bool = false) throws(TemplateFault)
    -> [Expression.Postfix]
  {
    var filters: [Expression.Postfix] = []
    if startsInline { filters.append(try filter()) }
    while try skip(.pipe) { filters.append(try filter()) }
    return filters
  }

  private mutating func filter() throws(TemplateFault) -> Expression.Postfix {
    let (name, span) = try dottedName("the name of a filter")
    let arguments = current.kind == .leftParen ? try callArguments() : CallArguments()
    return .filter(name, arguments, span)
  }

  private mutating func dottedName(_ what: String) throws(TemplateFault) -> (Symbol, Span) {
    let first = try expect(.name, what)
    guard current.kind == .dot else { return (first.symbol, first.span) }
    var name = symbols.name(first.symbol)
    while try skip(.dot) { name += "." + symbols.name(try expect(.name, what).symbol) }
    return (symbols.symbol(for: name), first.span)
  }

  private mutating func test() throws(TemplateFault) -> Expression.Postfix {
    try advance()
    let negated = try skip(.not)
    let (name, span) = try dottedName("the name of a test")
    var arguments = CallArguments()
    switch current.kind {
    case .leftParen: arguments = try callArguments()
    case .name:
      switch Word(current.symbol) {
      case .else, .or, .and, .if, .in, .not, .recursive: break
      case .is: throw lexer.fault("a test cannot follow a test; use 'and'", at: current.span)
      default: arguments.positional = [try testArgument()]
      }
    case .string, .integer, .float, .leftBracket, .leftBrace:
      arguments.positional = [try testArgument()]
    default: break
    }
    return .test(name, negated: negated, arguments, span)
  }

  private mutating func testArgument() throws(TemplateFault) -> Expression {
    try postfix(try primary(), withFilters: false)
  }
}

extension Expression.Postfix {
  var isFilterOrTest: Bool {
    switch self {
    case .filter, .test: true
    default: false
    }
  }
}
