/// One step of a compiled template: eight bytes.
struct Instruction: BitwiseCopyable {
  var code: Code
  /// A small operand: an escape mode, a depth, a count.
  var a: UInt8 = 0
  /// A slot, a count, or the number of a name in the page's context.
  var b: UInt16 = 0
  /// An index into a table of the program, or the distance of a jump.
  var c: Int32 = 0

  /// What a step does. Values are taken from and left on the operand stack.
  enum Code: UInt8 {
    // Printing.
    case text, print, printLocal, printLocalPath, printContextPath
    // Loading and storing.
    case constant, local, outer, context, localPath, contextPath, loopMember
    case storeLocal, storeMissing, export, pop
    // Looking into values.
    case attribute, index, slice
    // Going elsewhere.
    case jump, jumpIfFalse, jumpIfTrue, jumpIfFalseOrPop, jumpIfTrueOrPop, jumpIfPresent
    // Operators.
    case add, sub, mul, div, floorDiv, mod, pow, negate, plus, not, concat
    case equal, notEqual, less, lessEqual, greater, greaterEqual, contained, notContained
    case keepForChain, dropUnder, silent
    // Making values.
    case list, tuple, map, shapedMap, macro, selfReference, superReference
    // Filters, tests, calls.
    case filter, siteFilter, test, siteTest, call, callPrint, callMethod, callMethodPrint, fail
    // Loops.
    case loopBegin, loopNext, loopNextLocal, recursiveLoop, appendTo
    // Targets.
    case unpack, setMember
    // Captures and escaping.
    case beginCapture, endCapture, dropCapture, setEscape, restoreEscape
    // Other templates.
    case include, importModule, importName, extends, block, jumpIfExtended, endRoot, endFunction
  }
}

/// How a place treats what it prints.
enum EscapeMode: UInt8 {
  case off, on
  /// Decided while rendering, by an `autoescape` tag with a computed choice.
  case dynamic
}

/// Where in its template a step's mistake is shown.
struct Mark {
  var pc: UInt32
  /// The number of the operand at fault, or `Mark.own` for the step itself.
  var role: UInt8
  var span: Span

  static let own: UInt8 = 255
}

/// A stretch of code that is entered by a call: a template's root, a block, a macro, a loop's body.
struct Chunk: BitwiseCopyable {
  var start: Int32
  var slots: Int32
  /// Slots and the deepest operand stack together.
  var room: Int32
  var template: Int32
  /// Whether a chunk inside reads this one's variables, which then must outlive the call.
  var keepsLocals: Bool
  var kind: Kind
  var name: Symbol
  var isRequired = false
  var isMacro = false
  var macro = MacroSignature()
  /// The names of the variables that may be visible inside, for suggestions.
  var variables = TableRange()

  enum Kind: UInt8 { case root, block, macro, caller, loop }
}

/// What a macro takes, with the slots that its arguments go to; parameters are in slots from 1.
struct MacroSignature: BitwiseCopyable {
  var parameters = TableRange()
  /// Slots of the special names, where the macro reads them.
  var callerSlot: Int32 = -1
  var varargsSlot: Int32 = -1
  var kwargsSlot: Int32 = -1
  /// Whether `caller` is a parameter of its own, given by position or name.
  var namesCaller = false
}

/// A stretch of one of the program's tables.
struct TableRange: BitwiseCopyable {
  var start: Int32 = 0
  var count: Int32 = 0
}

/// How a call's operands lie on the stack: positional ones, named ones, then the spreads.
struct CallSite: BitwiseCopyable {
  var positional: Int32 = 0
  var names = TableRange()
  var hasSpread = false
  var hasNamedSpread = false
  /// The method's name, for `x.name(...)`.
  var method: Symbol?

  var operands: Int {
    Int(positional) + Int(names.count) + (hasSpread ? 1 : 0) + (hasNamedSpread ? 1 : 0)
  }
}

/// A use of a filter or test with its arguments bound to parameters.
struct OperationSite: BitwiseCopyable {
  /// The number of the built-in, or of the site's extension.
  var id: Int32
  var call: CallSite
  /// For each parameter the operand that gives it, or -1: a stretch of the plans' table. Its start
  /// is -1 when the arguments are bound while rendering.
  var plan = TableRange(start: -1, count: 0)
  var isNegated = false
}

/// A name that a nested template or block may read, and where its value is.
struct VisibleLocal: BitwiseCopyable {
  var context: Int32
  /// How many functions outwards; 0 is the own one.
  var depth: UInt8
  var slot: UInt16
}

/// An `include`, `extends` or `import`.
struct TemplateSite: BitwiseCopyable {
  /// The template, where its name is literal and it exists.
  var template: Int32 = -1
  var ignoresMissing = false
  var withContext = true
  var locals = TableRange()
}

/// A block's place in its template.
struct BlockSite: BitwiseCopyable {
  var name: Int32
  var isScoped: Bool
  var locals = TableRange()
}
