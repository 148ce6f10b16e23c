/// Turns tokens into statements: the grammar's tags. Expressions are in `Parser+Expressions`.
///
/// It stops at the first mistake of a template; the library goes on with the next template.
struct Parser {
  var lexer: Lexer
  var symbols: SymbolTable
  var current = Token(kind: .end, span: Span(0, 0))
  private var ahead: Token?
  /// Names of blocks seen, to refuse a second one.
  var blockNames: Set<Symbol> = []
  /// How deep brackets or tags are nested at the moment.
  var depth = 0
  /// How many loops enclose the current place, within the innermost macro or block.
  var loops = 0

  /// The tags whose bodies enclose the current place.
  private(set) var openTags: [Span] = []
  /// Names of blocks that `self` is asked for, and whether it is used in another way.
  var selfBlocks = SelfBlocks()

  /// How often the names that the compiler treats in a special way were read so far.
  var mentions = Mentions()

  /// Counts of reads; comparing two tells whether a name was read between them.
  struct Mentions {
    var loop = 0
    /// Reads of `loop` that may need to know what comes after the current item.
    var loopAhead = 0
    var leaving = 0
    var caller = 0
    var varargs = 0
    var kwargs = 0
    var selfName = 0
    var superName = 0
  }

  /// What a template says of `self`.
  struct SelfBlocks {
    var names: Set<Symbol> = []
    var isComputed = false
  }

  /// Deeper nesting of brackets or tags is refused.
  static let depthLimit = 200

  init(_ source: TemplateSource, options: TemplateOptions, arena: ValueArena) {
    lexer = Lexer(source, options: options, arena: arena)
    symbols = SymbolTable(placeholderIn: arena)
  }

  /// The statements of the whole template.
  mutating func parse() throws(TemplateFault) -> [Statement] {
    try advance()
    let body = try statements(until: [])
    return body
  }

  // MARK: - Tokens

  mutating func advance() throws(TemplateFault) {
    if let token = ahead {
      current = token
      ahead = nil
    } else {
      current = try lexer.next(&symbols)
    }
  }

  /// The token after the current one.
  mutating func peek() throws(TemplateFault) -> Token {
    if let ahead { return ahead }
    let token = try lexer.next(&symbols)
    ahead = token
    return token
  }

  func isWord(_ word: Word) -> Bool { current.kind == .name && current.symbol == word.symbol }

  mutating func skip(_ word: Word) throws(TemplateFault) -> Bool {
    guard isWord(word) else { return false }
    try advance()
    return true
  }

  mutating func skip(_ kind: Token.Kind) throws(TemplateFault) -> Bool {
    guard current.kind == kind else { return false }
    try advance()
    return true
  }

  @discardableResult
  mutating func expect(_ kind: Token.Kind, _ what: String) throws(TemplateFault) -> Token {
    guard current.kind == kind else { throw unexpected(what) }
    let token = current
    try advance()
    return token
  }

  mutating func expect(_ word: Word) throws(TemplateFault) {
    guard isWord(word) else { throw unexpected("'\(word.text)'") }
    try advance()
  }

  /// The fault that something else is expected in place of the current token.
  func unexpected(_ expected: String) -> TemplateFault {
    lexer.fault("\(expected) is expected here, not \(describe(current))", at: current.span)
  }

  func describe(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the template"
    case .text: "text"
    case .variableEnd, .blockEnd: "the end of the tag"
    case .variableBegin, .blockBegin: "a tag"
    case .name: "'\(symbols.name(token.symbol))'"
    case .string: "a string"
    case .integer, .float: "a number"
    default:
      "'" + String(decoding: token.span.range.map { lexer.peek($0) }, as: UTF8.self) + "'"
    }
  }

  mutating func deeper<Result>(
    _ body: (inout Parser) throws(TemplateFault) -> Result
  ) throws(TemplateFault) -> Result {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit {
      throw lexer.fault("nesting goes at most \(Self.depthLimit) levels deep", at: current.span)
    }
    return try body(&self)
  }

  // MARK: - Bodies

  /// Statements up to one of the tags `ends`, whose name is then the current token; with none, up
  /// to the end of the template.
  mutating func statements(until ends: [Word]) throws(TemplateFault) -> [Statement] {
    var body: [Statement] = []
    body.reserveCapacity(4)
    while true {
      switch current.kind {
      case .end: return body
      case .text:
        body.append(.text(current.value))
        try advance()
      case .variableBegin:
        try advance()
        body.append(.print(try tuple()))
        try expect(.variableEnd, "'}}'")
      default:
        try advance()
        if current.kind == .name, let word = Word(current.symbol), ends.contains(word) {
          return body
        }
        try tag(into: &body, ends)
        try expect(.blockEnd, "'%}'")
      }
    }
  }

  /// The body of the tag at `opening`, whose last token is the current one.
  mutating func body(of opening: Span, until ends: Word...) throws(TemplateFault) -> [Statement] {
    _ = try skip(.colon)
    try expect(.blockEnd, "'%}'")
    openTags.append(opening)
    let result = try deeper { (parser) throws(TemplateFault) in
      try parser.statements(until: ends)
    }
    openTags.removeLast()
    if current.kind == .end {
      throw lexer.fault(
        "this tag is not closed; '\(Self.end(ends)?.text ?? "")' is missing", at: opening)
    }
    return result
  }

  private mutating func tag(into body: inout [Statement], _ ends: [Word]) throws(TemplateFault) {
    guard current.kind == .name else { throw unexpected("the name of a tag") }
    let span = current.span
    let word = Word(current.symbol)
    switch word {
    case .if: body.append(try condition(span))
    case .for: body.append(try loop(span))
    case .set: body.append(try assignment(span))
    case .with: body.append(try with(span))
    case .filter: body.append(try filtered(span))
    case .autoescape: body.append(try autoescape(span))
    case .block: body.append(try block(span))
    case .extends:
      try advance()
      body.append(.extends(try expression(), span))
    case .include: body.append(try include(span))
    case .import: body.append(try importModule(span))
    case .from: body.append(try importNames(span))
    case .macro: body.append(try macro(span))
    case .call: body.append(try call(span))
    case .break, .continue:
      guard loops > 0 else {
        throw lexer.fault("'\(word?.text ?? "")' is only for loops", at: span)
      }
      try advance()
      mentions.leaving += 1
      body.append(.leaveLoop(isBreak: word == .break, span))
    default: throw unknownTag(span, word, ends)
    }
  }
}
