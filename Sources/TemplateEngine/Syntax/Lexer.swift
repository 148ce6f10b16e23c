/// Cuts a template's bytes into tokens, one at a time as the parser asks for them.
///
/// Outside of tags it looks for the next `{{`, `{%` or `{#` and takes care of white space around
/// them; inside it knows names, numbers, strings and operators. An end delimiter counts only when
/// all brackets opened since the tag's start are closed.
struct Lexer {
  private let source: TemplateSource
  private let bytes: [UInt8]
  private let trimBlocks: Bool
  private let lstripBlocks: Bool
  private let arena: ValueArena
  var position = 0
  private var state = State.text
  /// Where the tag that is being read began.
  private(set) var tagStart = 0
  private var brackets: [UInt8] = []
  /// Whether what comes next stands at the start of a line.
  private var atLineStart = true

  private enum State { case text, variable, block }

  init(_ source: TemplateSource, options: TemplateOptions, arena: ValueArena) {
    self.source = source
    bytes = source.text
    trimBlocks = options.trimBlocks
    lstripBlocks = options.lstripBlocks
    self.arena = arena
  }

  /// The next token; `end` again and again when there is none left.
  mutating func next(_ symbols: inout SymbolTable) throws(TemplateFault) -> Token {
    if state == .text { return try nextOutside() }
    return try nextInside(&symbols)
  }

  func fault(
    _ message: String, at span: Span, suggestions: [String] = [], isReplaceable: Bool = false
  ) -> TemplateFault {
    TemplateFault(
      .syntax, message, template: source.name, path: source.path, range: span.range,
      suggestions: suggestions, isReplaceable: isReplaceable)
  }

  // MARK: - Outside of tags

  private mutating func nextOutside() throws(TemplateFault) -> Token {
    while position < bytes.count {
      let textStart = position
      let textAtLineStart = atLineStart
      let opening = findOpening(from: position)
      guard opening < bytes.count else {
        position = bytes.count
        let text = text(from: textStart, to: bytes.count)
        if text.length > 0 {
          return Token(kind: .text, span: Span(textStart, position), value: text)
        }
        break
      }
      if position != opening || !pendingOpening {
        // First give the text before the tag, without the white space that the tag takes away.
        let end = textEnd(before: opening, from: textStart, atLineStart: textAtLineStart)
        position = opening
        pendingOpening = true
        let value = text(from: textStart, to: end)
        if value.length > 0 { return Token(kind: .text, span: Span(textStart, end), value: value) }
      }
      pendingOpening = false
      if let token = try open(at: opening) { return token }
    }
    return Token(kind: .end, span: Span(bytes.count, bytes.count))
  }

  /// Whether the text before the delimiter at `position` was given already.
  private var pendingOpening = false

  private func findOpening(from start: Int) -> Int {
    bytes.withText { text in
      var rest = text[start..<text.endIndex]
      while let brace = TextFacts.first(UInt8(ascii: "{"), in: rest), brace + 1 < text.endIndex {
        switch text[brace + 1] {
        case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#"): return brace
        default: rest = text[(brace + 1)..<text.endIndex]
        }
      }
      return text.endIndex
    }
  }

  private func textEnd(before opening: Int, from start: Int, atLineStart: Bool) -> Int {
    let sign = opening + 2 < bytes.count ? bytes[opening + 2] : 0
    if sign == UInt8(ascii: "-") { return start + UTF8Scan.trimmedEnd(bytes[start..<opening]) }
    guard lstripBlocks, sign != UInt8(ascii: "+"), bytes[opening + 1] != UInt8(ascii: "{") else {
      return opening
    }
    var line = opening
    while line > start, bytes[line - 1] != 0x0A, bytes[line - 1] != 0x0D { line -= 1 }
    guard line > start || atLineStart else { return opening }
    let blank = UTF8Scan.trimmedEnd(bytes[line..<opening]) == 0
    return blank ? line : opening
  }

  /// Enters the tag at `opening`; comments and raw blocks are dealt with whole.
  private mutating func open(at opening: Int) throws(TemplateFault) -> Token? {
    let kind = bytes[opening + 1]
    var start = opening + 2
    if kind == UInt8(ascii: "#") {
      try skipComment(opening)
      return nil
    }
    if kind == UInt8(ascii: "%"), let body = rawBody(after: opening) {
      return try raw(opening: opening, body: body)
    }
    if start < bytes.count, bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+") {
      // A sign directly before the end delimiter belongs to that one.
      start += 1
    }
    tagStart = opening
    position = start
    if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
    state = kind == UInt8(ascii: "%") ? .block : .variable
    return Token(
      kind: state == .block ? .blockBegin : .variableBegin, span: Span(opening, opening + 2))
  }

  private mutating func skipComment(_ opening: Int) throws(TemplateFault) {
    var index = opening + 2
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "}") {
        let sign = index > opening + 1 ? bytes[index - 1] : 0
        finishTag(at: index + 2, sign: index - 1 >= opening + 2 ? sign : 0, trims: true)
        return
      }
      index += 1
    }
    throw fault("a comment is not closed", at: Span(opening, opening + 2))
  }

  /// Where the body begins, when the tag at `opening` is `raw`.
  private func rawBody(after opening: Int) -> Int? {
    var index = opening + 2
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      index += 1
    }
    index = skipSpace(index)
    guard matches("raw", at: index) else { return nil }
    index = skipSpace(index + 3)
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      index += 1
    }
    return matches("%}", at: index) ? index + 2 : nil
  }

  private mutating func raw(opening: Int, body: Int) throws(TemplateFault) -> Token? {
    var start = body
    if bytes[body - 3] == UInt8(ascii: "-") { start += UTF8Scan.leadingSpace(bytes[body...]) }
    var index = body
    while index + 1 < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "%") else {
        continue
      }
      var inner = index + 2
      if inner < bytes.count,
        bytes[inner] == UInt8(ascii: "-") || bytes[inner] == UInt8(ascii: "+")
      {
        inner += 1
      }
      inner = skipSpace(inner)
      guard matches("endraw", at: inner) else { continue }
      inner = skipSpace(inner + 6)
      var sign: UInt8 = 0
      if inner < bytes.count,
        bytes[inner] == UInt8(ascii: "-") || bytes[inner] == UInt8(ascii: "+")
      {
        sign = bytes[inner]
        inner += 1
      }
      guard matches("%}", at: inner) else { continue }
      let end = max(
        start, textEnd(before: index, from: min(start, index), atLineStart: start > body))
      let value = text(from: start, to: end)
      finishTag(at: inner + 2, sign: sign, trims: true)
      return value.length > 0 ? Token(kind: .text, span: Span(start, end), value: value) : nil
    }
    throw fault("'raw' is not closed by 'endraw'", at: Span(opening, opening + 2))
  }

  /// Goes on behind an end delimiter, past what its sign or `trim_blocks` takes away.
  private mutating func finishTag(at end: Int, sign: UInt8, trims: Bool) {
    position = end
    state = .text
    if sign == UInt8(ascii: "-") {
      position += UTF8Scan.leadingSpace(bytes[end...])
    } else if trims, trimBlocks, sign != UInt8(ascii: "+"), end < bytes.count {
      if bytes[end] == 0x0D {
        position += end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
      } else if bytes[end] == 0x0A {
        position += 1
      }
    }
    let last = position > 0 ? bytes[position - 1] : 0x0A
    atLineStart = position > end && (last == 0x0A || last == 0x0D)
  }

  private func text(from start: Int, to end: Int) -> Value {
    guard end > start else { return Value(.string, flags: [.clean, .ascii]) }
    let text = bytes.withText { text -> Value? in
      let part = text[start..<end]
      return TextFacts.first(0x0D, in: part) == nil ? arena.string(utf8: part) : nil
    }
    if let text { return text }
    return arena.string(utf8: UTF8Scan.withPlainNewlines(bytes[start..<end]))
  }

  var count: Int { bytes.count }

  /// The byte at `index`, or 0 past the end.
  func peek(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  func plainText(_ range: Range<Int>) -> Value { arena.string(utf8: bytes, range) }

  func made(_ text: [UInt8]) -> Value { arena.string(utf8: text) }

  private func skipSpace(_ start: Int) -> Int {
    start + UTF8Scan.leadingSpace(bytes[min(start, bytes.count)...])
  }

  private func matches(_ word: StaticString, at index: Int) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[index + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }
}

// MARK: - Inside of tags

extension Lexer {
  private mutating func nextInside(_ symbols: inout SymbolTable) throws(TemplateFault) -> Token {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    if position < bytes.count, bytes[position] < 0x21 || bytes[position] > 0x7E {
      position = skipSpace(position)
    }
    guard position < bytes.count else {
      throw fault("a tag is not closed", at: Span(tagStart, tagStart + 2))
    }
    if brackets.isEmpty, let token = closing() { return token }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try string(quote: byte)
    default: break
    }
    if let end = nameEnd() {
      let symbol = bytes.withText { symbols.symbol(for: $0[position..<end]) }
      defer { position = end }
      return Token(kind: .name, span: Span(position, end), symbol: symbol)
    }
    return try operatorToken()
  }

  private mutating func closing() -> Token? {
    let first: UInt8 = state == .block ? UInt8(ascii: "%") : UInt8(ascii: "}")
    let kind: Token.Kind = state == .block ? .blockEnd : .variableEnd
    var index = position
    var sign: UInt8 = 0
    let byte = bytes[index]
    if byte == UInt8(ascii: "-") || (byte == UInt8(ascii: "+") && state == .block) {
      sign = byte
      index += 1
    }
    guard index + 1 < bytes.count, bytes[index] == first, bytes[index + 1] == UInt8(ascii: "}")
    else { return nil }
    let span = Span(position, index + 2)
    finishTag(at: index + 2, sign: sign, trims: kind == .blockEnd)
    return Token(kind: kind, span: span)
  }

  private func nameEnd() -> Int? {
    var index = position
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let letter = (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
        let digit = byte &- UInt8(ascii: "0") < 10 && index > position
        guard letter || digit else { break }
        index += 1
      } else {
        let (scalar, length) = UTF8Scan.scalar(bytes, at: index)
        let properties = scalar.properties
        guard index > position ? properties.isXIDContinue : properties.isXIDStart else { break }
        index += length
      }
    }
    return index > position ? index : nil
  }

  private mutating func operatorToken() throws(TemplateFault) -> Token {
    let byte = bytes[position]
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    let kind: Token.Kind
    var length = 1
    func two(_ second: Unicode.Scalar, _ double: Token.Kind, _ single: Token.Kind) -> Token.Kind {
      guard next == UInt8(ascii: second) else { return single }
      length = 2
      return double
    }
    switch byte {
    case UInt8(ascii: "+"): kind = .add
    case UInt8(ascii: "-"): kind = .sub
    case UInt8(ascii: "*"): kind = two("*", .pow, .mul)
    case UInt8(ascii: "/"): kind = two("/", .floorDiv, .div)
    case UInt8(ascii: "%"): kind = .mod
    case UInt8(ascii: "~"): kind = .tilde
    case UInt8(ascii: "="): kind = two("=", .equal, .assign)
    case UInt8(ascii: "<"): kind = two("=", .lessEqual, .less)
    case UInt8(ascii: ">"): kind = two("=", .greaterEqual, .greater)
    case UInt8(ascii: "!") where next == UInt8(ascii: "="):
      kind = .notEqual
      length = 2
    case UInt8(ascii: "."): kind = .dot
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: ";"): kind = .semicolon
    case UInt8(ascii: "|"): kind = .pipe
    case UInt8(ascii: "("): kind = .leftParen
    case UInt8(ascii: ")"): kind = .rightParen
    case UInt8(ascii: "["): kind = .leftBracket
    case UInt8(ascii: "]"): kind = .rightBracket
    case UInt8(ascii: "{"): kind = .leftBrace
    case UInt8(ascii: "}"): kind = .rightBrace
    default:
      let (scalar, width) = UTF8Scan.scalar(bytes, at: position)
      throw fault(
        "'\(scalar)' is not a character of the language", at: Span(position, position + width))
    }
    let span = Span(position, position + length)
    try balance(kind, span)
    position += length
    return Token(kind: kind, span: span)
  }

  private mutating func balance(_ kind: Token.Kind, _ span: Span) throws(TemplateFault) {
    let byte = bytes[position]
    switch kind {
    case .leftParen: brackets.append(UInt8(ascii: ")"))
    case .leftBracket: brackets.append(UInt8(ascii: "]"))
    case .leftBrace: brackets.append(UInt8(ascii: "}"))
    case .rightParen, .rightBracket, .rightBrace:
      let found = Character(UnicodeScalar(byte))
      guard let expected = brackets.popLast() else {
        throw fault("'\(found)' closes nothing", at: span)
      }
      if expected != byte {
        throw fault(
          "'\(Character(UnicodeScalar(expected)))' is expected before '\(found)'", at: span)
      }
    default: break
    }
  }
}
