/// Expressions, from the loosest operator to the tightest.
extension Parser {
  /// An expression, or several with commas between them: a tuple.
  mutating func tuple(
    withConditional: Bool = true, until end: Word? = nil, inParentheses: Bool = false
  ) throws(TemplateFault) -> Expression {
    let start = current.span
    if endsTuple(end) {
      if !inParentheses { throw unexpected("an expression") }
      return .tuple([], start)
    }
    let first = withConditional ? try expression() : try or()
    guard current.kind == .comma else { return first }
    var parts = [first]
    while current.kind == .comma {
      try advance()
      if endsTuple(end) { break }
      parts.append(withConditional ? try expression() : try or())
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

  /// An expression without a conditional.
  ///
  /// Most expressions are one operand. It is read first, and only when an operator follows does the
  /// ladder of precedence begin, each rung with the operand that was read as its first.
  mutating func or() throws(TemplateFault) -> Expression {
    guard !isWord(.not) else { return try or(after: nil) }
    let operand = try unary()
    return isAtOperator ? try or(after: operand) : operand
  }

  private var isAtOperator: Bool {
    switch current.kind {
    case .add, .sub, .mul, .div, .floorDiv, .mod, .pow, .tilde, .equal, .notEqual, .less,
      .lessEqual, .greater, .greaterEqual:
      return true
    case .name:
      switch Word(current.symbol) {
      case .in, .not, .and, .or: return true
      default: return false
      }
    default: return false
    }
  }

  private mutating func or(after operand: Expression?) throws(TemplateFault) -> Expression {
    let first = try and(operand)
    guard isWord(.or) else { return first }
    var parts = [first]
    while try skip(.or) { parts.append(try and()) }
    return .or(parts)
  }

  private mutating func and(_ operand: Expression? = nil) throws(TemplateFault) -> Expression {
    let first = try not(operand)
    guard isWord(.and) else { return first }
    var parts = [first]
    while try skip(.and) { parts.append(try not()) }
    return .and(parts)
  }

  private mutating func not(_ operand: Expression? = nil) throws(TemplateFault) -> Expression {
    if let operand { return try comparison(operand) }
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

  private mutating func comparison(_ operand: Expression? = nil) throws(TemplateFault)
    -> Expression
  {
    let first = try sum(operand)
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

  private mutating func sum(_ operand: Expression? = nil) throws(TemplateFault) -> Expression {
    let first = try joined(operand)
    var rest: [(Expression.Operator, Expression)] = []
    while let kind = current.kind == .add
      ? Expression.Operator.Kind.add
      : current.kind == .sub ? .sub : nil
    {
      let span = current.span
      try advance()
      rest.append((Expression.Operator(kind: kind, span: span), try joined()))
    }
    return rest.isEmpty ? first : .arithmetic(first, rest)
  }

  private mutating func joined(_ operand: Expression? = nil) throws(TemplateFault) -> Expression {
    let first = try product(operand)
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

  private mutating func product(_ operand: Expression? = nil) throws(TemplateFault) -> Expression {
    let first = try power(operand)
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

  private mutating func power(_ operand: Expression? = nil) throws(TemplateFault) -> Expression {
    let first: Expression
    if let operand { first = operand } else { first = try unary() }
    var rest: [(Expression.Operator, Expression)] = []
    while current.kind == .pow {
      let span = current.span
      try advance()
      rest.append((Expression.Operator(kind: .pow, span: span), try unary()))
    }
    return rest.isEmpty ? first : .arithmetic(first, rest)
  }

  mutating func unary() throws(TemplateFault) -> Expression {
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

  mutating func primary() throws(TemplateFault) -> Expression {
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
  mutating func note(_ word: Word) throws(TemplateFault) {
    switch word {
    case .loop:
      mentions.loop += 1
      guard current.kind == .dot else {
        mentions.loopAhead += 1
        return
      }
      let name = try peek()
      switch name.kind == .name ? Word(name.symbol) : nil {
      case .index, .index0, .first, .depth, .depth0, .previtem, .cycle, .changed: break
      default: mentions.loopAhead += 1
      }
    case .caller: mentions.caller += 1
    case .varargs: mentions.varargs += 1
    case .kwargs: mentions.kwargs += 1
    case .selfName:
      mentions.selfName += 1
      if current.kind == .dot, case let name = try peek(), name.kind == .name {
        selfBlocks.names.insert(name.symbol)
      } else {
        selfBlocks.isComputed = true
      }
    case .superName: mentions.superName += 1
    default: break
    }
  }

  mutating func bracketed() throws(TemplateFault) -> Expression {
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
