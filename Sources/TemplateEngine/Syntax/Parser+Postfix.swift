/// What follows a primary: attributes, subscripts, calls, filters, tests.
extension Parser {
  mutating func postfix(_ base: Expression, withFilters: Bool) throws(TemplateFault)
    -> Expression
  {
    var parts: [Expression.Postfix] = []
    if case .name(let name, let span) = base, current.kind == .dot {
      try advance()
      let part = try attribute()
      if case .attribute(let attribute, let place) = part, !isAtPostfix(withFilters: withFilters) {
        return .path(name, span, attribute, place)
      }
      parts.append(part)
    }
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

  private func isAtPostfix(withFilters: Bool) -> Bool {
    switch current.kind {
    case .dot, .leftBracket, .leftParen: true
    case .pipe: withFilters
    case .name: withFilters && isWord(.is)
    default: false
    }
  }

  mutating func attribute() throws(TemplateFault) -> Expression.Postfix {
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

  mutating func subscriptPart() throws(TemplateFault) -> Expression.Postfix {
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

  mutating func subscripted(_ bracket: Span) throws(TemplateFault) -> Expression.Postfix {
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

  mutating func argument(into result: inout CallArguments) throws(TemplateFault) {
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

  mutating func filter() throws(TemplateFault) -> Expression.Postfix {
    let (name, span) = try dottedName("the name of a filter")
    let arguments = current.kind == .leftParen ? try callArguments() : CallArguments()
    return .filter(name, arguments, span)
  }

  mutating func dottedName(_ what: String) throws(TemplateFault) -> (Symbol, Span) {
    let first = try expect(.name, what)
    guard current.kind == .dot else { return (first.symbol, first.span) }
    var name = symbols.name(first.symbol)
    while try skip(.dot) { name += "." + symbols.name(try expect(.name, what).symbol) }
    return (symbols.symbol(for: name), first.span)
  }

  mutating func test() throws(TemplateFault) -> Expression.Postfix {
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

  mutating func testArgument() throws(TemplateFault) -> Expression {
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
