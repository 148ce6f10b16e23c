/// The tags, one function each; each begins with the tag's name as the current token and ends
/// before the closing delimiter.
extension Parser {
  mutating func condition(_ opening: Span) throws(TemplateFault) -> Statement {
    var branches: [(test: Expression, body: [Statement])] = []
    while true {
      try advance()
      let test = try tuple(withConditional: false)
      let body = try body(of: opening, until: .elif, .else, .endif)
      branches.append((test, body))
      if isWord(.elif) { continue }
      if try skip(.endif) { return .condition(branches, otherwise: []) }
      try advance()
      let otherwise = try self.body(of: opening, until: .endif)
      try advance()
      return .condition(branches, otherwise: otherwise)
    }
  }

  mutating func loop(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    let target = try assignTarget(until: .in)
    try refuseLoop(target)
    try expect(.in)
    let sequence = try tuple(withConditional: false, until: .recursive)
    let before = mentions
    var test: Expression?
    if try skip(.if) { test = try expression() }
    let isRecursive = try skip(.recursive)
    loops += 1
    let body = try body(of: opening, until: .endfor, .else)
    loops -= 1
    let usesLoop = mentions.loop > before.loop
    let looksAhead = mentions.loopAhead > before.loopAhead
    let leavesEarly = mentions.leaving > before.leaving
    var otherwise: [Statement] = []
    if try skip(.else) { otherwise = try self.body(of: opening, until: .endfor) }
    if isWord(.endfor) { try advance() }
    return .loop(
      Statement.ForLoop(
        target: target, sequence: sequence, test: test, isRecursive: isRecursive, body: body,
        otherwise: otherwise, usesLoop: usesLoop, looksAhead: looksAhead,
        leavesEarly: leavesEarly, span: opening))
  }

  private func refuseLoop(_ target: Statement.Target) throws(TemplateFault) {
    switch target {
    case .name(let name, let span) where name == Word.loop.symbol:
      throw lexer.fault("'loop' belongs to the loop and cannot be its variable", at: span)
    case .tuple(let parts, _):
      for part in parts { try refuseLoop(part) }
    default: break
    }
  }

  mutating func assignment(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    let target = try assignTarget(until: nil, withAttributes: true)
    if try skip(.assign) { return .assign(target, try tuple()) }
    let filters = try filterChain()
    let body = try body(of: opening, until: .endset)
    try advance()
    return .assignBlock(target, filters, body)
  }

  mutating func with(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    var values: [(target: Statement.Target, value: Expression)] = []
    while current.kind != .blockEnd {
      if !values.isEmpty { try expect(.comma, "','") }
      let target = try assignTarget(until: nil)
      try expect(.assign, "'='")
      values.append((target, try expression()))
    }
    let body = try body(of: opening, until: .endwith)
    try advance()
    return .with(values, body)
  }

  mutating func filtered(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    let filters = try filterChain(startsInline: true)
    let body = try body(of: opening, until: .endfilter)
    try advance()
    return .filtered(filters, body, opening)
  }

  mutating func autoescape(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    let choice = try expression()
    let body = try body(of: opening, until: .endautoescape)
    try advance()
    return .autoescape(choice, body)
  }

  mutating func block(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    let name = try expect(.name, "the name of the block")
    if !blockNames.insert(name.symbol).inserted {
      throw lexer.fault(
        "block '\(symbols.name(name.symbol))' is defined a second time", at: name.span)
    }
    let isScoped = try skip(.scoped)
    let isRequired = try skip(.required)
    if current.kind == .sub {
      throw lexer.fault("a block's name has no hyphen; use an underscore", at: current.span)
    }
    let enclosing = loops
    let before = mentions
    loops = 0
    let bodyStart = current.span.range.upperBound
    let body = try body(of: opening, until: .endblock)
    loops = enclosing
    if isScoped {
      mentions.loop += 1
      mentions.loopAhead += 1
    }
    if isRequired { try refuseContent(body, Span(bodyStart, bodyStart + 1)) }
    try advance()
    if current.kind == .name {
      guard current.symbol == name.symbol else {
        throw lexer.fault(
          "block '\(symbols.name(name.symbol))' ends here, not "
            + "'\(symbols.name(current.symbol))'", at: current.span)
      }
      try advance()
    }
    return .block(
      Statement.BlockTag(
        name: name.symbol, isScoped: isScoped, isRequired: isRequired, body: body,
        usesSelf: mentions.selfName > before.selfName,
        usesSuper: mentions.superName > before.superName, span: name.span))
  }

  private func refuseContent(_ body: [Statement], _ start: Span) throws(TemplateFault) {
    for statement in body {
      if case .text(let text) = statement, UTF8Scan.leadingSpace(text.utf8) == text.utf8.count {
        continue
      }
      throw lexer.fault("a required block holds nothing but white space", at: start)
    }
  }

  // MARK: - Other templates

  mutating func include(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    let template = try expression()
    var ignoresMissing = false
    if isWord(.ignore), try peek().symbol == Word.missing.symbol {
      try advance()
      try advance()
      ignoresMissing = true
    }
    let withContext = try contextChoice() ?? true
    return .include(
      Statement.IncludeTag(
        template: template, ignoresMissing: ignoresMissing, withContext: withContext,
        span: opening))
  }

  private mutating func contextChoice() throws(TemplateFault) -> Bool? {
    guard isWord(.with) || isWord(.without), try peek().symbol == Word.context.symbol,
      try peek().kind == .name
    else { return nil }
    let choice = isWord(.with)
    try advance()
    try advance()
    return choice
  }

  mutating func importModule(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    let template = try expression()
    try expect(.as)
    let name = try assignedName()
    let withContext = try contextChoice() ?? false
    return .importModule(
      Statement.ImportTag(template: template, withContext: withContext, span: opening),
      as: name.symbol)
  }

  mutating func importNames(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    let template = try expression()
    try expect(.import)
    var names: [(name: Symbol, alias: Symbol, span: Span)] = []
    var withContext: Bool?
    while true {
      if !names.isEmpty { try expect(.comma, "','") }
      guard current.kind == .name else { throw unexpected("a name") }
      withContext = try contextChoice()
      if withContext != nil { break }
      let name = try assignedName()
      if symbols.name(name.symbol).hasPrefix("_") {
        throw lexer.fault("a name that starts with '_' is not imported", at: name.span)
      }
      var alias = name.symbol
      if try skip(.as) { alias = try assignedName().symbol }
      names.append((name.symbol, alias, name.span))
      withContext = try contextChoice()
      if withContext != nil || current.kind != .comma { break }
    }
    return .importNames(
      Statement.ImportTag(template: template, withContext: withContext ?? false, span: opening),
      names)
  }

  // MARK: - Macros

  mutating func macro(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    let name = try assignedName()
    let before = mentions
    let parameters = try signature()
    let body = try macroBody(opening, until: .endmacro)
    return .macro(macroTag(name.symbol, parameters, body, before, name.span))
  }

  mutating func call(_ opening: Span) throws(TemplateFault) -> Statement {
    try advance()
    let parameters = current.kind == .leftParen ? try signature() : []
    let start = current.span
    let callee = try expression()
    guard case .postfix(_, let parts) = callee, case .call? = parts.last else {
      throw lexer.fault("'call' needs the call of a macro", at: start)
    }
    let before = mentions
    let body = try macroBody(opening, until: .endcall)
    let macro = macroTag(Word.caller.symbol, parameters, body, before, opening)
    return .call(macro, callee, opening)
  }

  private func macroTag(
    _ name: Symbol, _ parameters: [(name: Symbol, standard: Expression?, span: Span)],
    _ body: [Statement], _ before: Mentions, _ span: Span
  ) -> Statement.MacroTag {
    Statement.MacroTag(
      name: name, parameters: parameters, body: body, usesCaller: mentions.caller > before.caller,
      usesVarargs: mentions.varargs > before.varargs, usesKwargs: mentions.kwargs > before.kwargs,
      span: span)
  }

  private mutating func macroBody(_ opening: Span, until end: Word) throws(TemplateFault)
    -> [Statement]
  {
    let enclosing = loops
    loops = 0
    let body = try body(of: opening, until: end)
    loops = enclosing
    try advance()
    return body
  }

  private mutating func signature() throws(TemplateFault)
    -> [(name: Symbol, standard: Expression?, span: Span)]
  {
    var result: [(name: Symbol, standard: Expression?, span: Span)] = []
    try expect(.leftParen, "'('")
    while current.kind != .rightParen {
      if !result.isEmpty { try expect(.comma, "','") }
      let name = try assignedName()
      if result.contains(where: { $0.name == name.symbol }) {
        throw lexer.fault(
          "parameter '\(symbols.name(name.symbol))' is named a second time", at: name.span)
      }
      var standard: Expression?
      if try skip(.assign) {
        standard = try expression()
      } else if result.last?.standard != nil {
        throw lexer.fault(
          "a parameter without a default cannot follow one with a default", at: name.span)
      }
      result.append((name.symbol, standard, name.span))
    }
    try advance()
    return result
  }

  // MARK: - Targets

  private mutating func assignedName() throws(TemplateFault) -> Token {
    let token = try expect(.name, "a name")
    try refuseConstant(token)
    return token
  }

  private func refuseConstant(_ token: Token) throws(TemplateFault) {
    switch Word(token.symbol) {
    case .true, .false, .noneWord, .trueUpper, .falseUpper, .noneUpper:
      throw lexer.fault(
        "'\(symbols.name(token.symbol))' is a constant and cannot be assigned to", at: token.span)
    default: break
    }
  }

  /// Names and tuples of names; with `withAttributes` also `namespace.name`.
  mutating func assignTarget(until end: Word?, withAttributes: Bool = false)
    throws(TemplateFault) -> Statement.Target
  {
    let start = current.span
    var parts: [Statement.Target] = []
    var isTuple = false
    while true {
      if !parts.isEmpty { try expect(.comma, "','") }
      if endsTuple(end) { break }
      parts.append(try primaryTarget(withAttributes))
      guard current.kind == .comma else { break }
      isTuple = true
    }
    if !isTuple, let only = parts.first { return only }
    if parts.isEmpty { throw unexpected("a name") }
    return .tuple(parts, start)
  }

  private mutating func primaryTarget(_ withAttributes: Bool) throws(TemplateFault)
    -> Statement.Target
  {
    let start = current.span
    switch current.kind {
    case .name:
      let name = current
      try refuseConstant(name)
      try advance()
      if withAttributes, try skip(.dot) {
        let attribute = try expect(.name, "a name")
        return .attribute(of: name.symbol, attribute.symbol, name.span)
      }
      return .name(name.symbol, name.span)
    case .leftParen:
      return try deeper { (parser) throws(TemplateFault) in
        try parser.advance()
        if try parser.skip(.rightParen) { return .tuple([], start) }
        let inner = try parser.assignTarget(until: nil, withAttributes: withAttributes)
        try parser.expect(.rightParen, "')'")
        if case .tuple(let parts, _) = inner { return .tuple(parts, start) }
        return inner
      }
    case .string, .integer, .float, .leftBracket, .leftBrace:
      throw lexer.fault("only names can be assigned to", at: start)
    default: throw unexpected("a name")
    }
  }

  func endsTuple(_ end: Word?) -> Bool {
    switch current.kind {
    case .variableEnd, .blockEnd, .rightParen: return true
    case .name: return end.map { current.symbol == $0.symbol } ?? false
    default: return false
    }
  }
}
