/// A piece of a template's source: its kind, its bytes, and the value that it stands for.
struct Token {
  var kind: Kind
  var span: Span
  /// The name's number; meaningful for names only.
  var symbol: Symbol = Symbol(0)
  /// The text, string or number; `none` for other tokens.
  var value: Value = .none

  enum Kind: UInt8 {
    case end, text, variableBegin, variableEnd, blockBegin, blockEnd
    case name, string, integer, float
    case add, sub, mul, div, floorDiv, mod, pow, tilde
    case equal, notEqual, less, lessEqual, greater, greaterEqual
    case assign, dot, comma, colon, semicolon, pipe
    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
  }
}

/// A stretch of a template's bytes.
struct Span: BitwiseCopyable, Equatable {
  var start: UInt32
  var end: UInt32

  init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}

/// The number of a name in a library's `SymbolTable`.
struct Symbol: BitwiseCopyable, Hashable {
  let index: UInt32
  init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }
}

/// All names of a library's templates, each with a number; the language's own words come first.
struct SymbolTable {
  /// The names as values, by number.
  private(set) var values: [Value] = []
  private var slots: [UInt32]
  private var arena: ValueArena

  /// A table whose names live in `arena`.
  init(arena: ValueArena) {
    self = Self.words
    self.arena = arena
  }

  /// The table of the language's own words, which each library's table begins as.
  private static let words: SymbolTable = {
    var table = SymbolTable(placeholderIn: ValueArena(blockSize: 4 << 10))
    table.slots = Array(repeating: 0, count: 1024)
    for text in Word.texts { _ = table.symbol(for: text) }
    table.arena.freeze()
    return table
  }()

  /// A table that takes no names, to stand in for one that is lent to a parser.
  init(placeholderIn arena: ValueArena) {
    self.arena = arena
    slots = []
  }

  var count: Int { values.count }

  /// The number of a name, given one when it is new.
  mutating func symbol(for name: UTF8Text) -> Symbol {
    var place = Int(TextFacts.hash(name)) & (slots.count - 1)
    while slots[place] != 0 {
      let index = Int(slots[place]) - 1
      if TextFacts.equal(values[index].utf8, name) { return Symbol(index) }
      place = (place + 1) & (slots.count - 1)
    }
    values.append(arena.string(utf8: name))
    slots[place] = UInt32(values.count)
    if values.count * 2 > slots.count { grow() }
    return Symbol(values.count - 1)
  }

  /// The number of a name that has one.
  func find(_ name: UTF8Text) -> Symbol? {
    var place = Int(TextFacts.hash(name)) & (slots.count - 1)
    while slots[place] != 0 {
      let index = Int(slots[place]) - 1
      if TextFacts.equal(values[index].utf8, name) { return Symbol(index) }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  func find(_ name: String) -> Symbol? {
    name.withText { find($0) }
  }

  mutating func symbol(for name: String) -> Symbol {
    name.withText { symbol(for: $0) }
  }

  /// The name of a number.
  func name(_ symbol: Symbol) -> String {
    String(decoding: values[Int(symbol.index)].utf8, as: UTF8.self)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, value) in values.enumerated() {
      var place = Int(TextFacts.hash(value.utf8)) & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = UInt32(index + 1)
    }
  }
}

/// The words that mean something to the parser; their symbols are their places in this list.
enum Word: UInt8, CaseIterable {
  case `true`, `false`, noneWord, trueUpper, falseUpper, noneUpper
  case and, or, not, `in`, `is`, `if`, `else`, elif, endif, `for`, endfor, recursive
  case block, endblock, scoped, required, extends, include, ignore, missing, with, without
  case context, endwith, `import`, from, `as`, macro, endmacro, call, endcall, set, endset
  case filter, endfilter, autoescape, endautoescape, raw, endraw, `break`, `continue`
  case print, `do`, trans, debug
  case loop, caller, varargs, kwargs, selfName, superName, name, arguments
  case index, index0, first, last, length, revindex, revindex0, depth, depth0, previtem, nextitem
  case cycle, changed, current, next, reset, grouper, list

  @inline(__always)
  var symbol: Symbol { Symbol(Int(rawValue)) }

  /// The word of a symbol, if it is one.
  @inline(__always)
  init?(_ symbol: Symbol) {
    guard symbol.index < UInt32(Word.texts.count) else { return nil }
    self.init(rawValue: UInt8(truncatingIfNeeded: symbol.index))
  }

  /// The word as it is written.
  var text: String { Self.texts[Int(rawValue)] }

  /// All words as they are written, in their order.
  static let texts: [String] = allCases.map { word in
    switch word {
    case .noneWord: "none"
    case .trueUpper: "True"
    case .falseUpper: "False"
    case .noneUpper: "None"
    case .selfName: "self"
    case .superName: "super"
    default: "\(word)"
    }
  }
}
