/// All templates of a library as code and tables: what a renderer runs.
///
/// Tables that are read at every step lie in the library's arena, without reference counts or
/// bounds checks in release builds. Nothing is written after `init`, which is why
/// `@unchecked Sendable` holds; the site's functions are `@Sendable` by their type.
final class Program: @unchecked Sendable {
  let code: UnsafeMutableBufferPointer<Instruction>
  let constants: UnsafeMutableBufferPointer<Value>
  let symbols: UnsafeMutableBufferPointer<Value>
  let attributes: UnsafeMutableBufferPointer<Symbol>
  let chunks: UnsafeMutableBufferPointer<Chunk>
  let baseContext: UnsafeMutableBufferPointer<Value>
  let callSites: UnsafeMutableBufferPointer<CallSite>
  let operations: UnsafeMutableBufferPointer<OperationSite>
  let templateSites: UnsafeMutableBufferPointer<TemplateSite>
  let blockSites: UnsafeMutableBufferPointer<BlockSite>
  let names: UnsafeMutableBufferPointer<Symbol>
  let plans: UnsafeMutableBufferPointer<Int8>
  let visibleLocals: UnsafeMutableBufferPointer<VisibleLocal>
  /// The root chunk of each template; -1 where the template has a fault.
  let roots: UnsafeMutableBufferPointer<Int32>
  /// For each template its chunk of each block, or -1.
  let blocks: UnsafeMutableBufferPointer<Int32>

  let table: SymbolTable
  let marks: [Mark]
  let blockNumbers: [Symbol: Int32]
  private let templateNumbers: [String: Int32]
  let shapes: [RecordShape]
  let failures: [Operations.BindingMistake]
  let templates: [CompiledTemplate]
  /// The number in the page's context of each name, or -1.
  let contextNumbers: [Int32]
  /// The name of each number of the page's context.
  let contextNames: [Symbol]
  let blockCount: Int
  let extensions: ExtensionTable
  let arena: ValueArena
  let wellKnown = WellKnown()

  init(_ builder: ProgramBuilder, templates: [CompiledTemplate]) {
    func lay<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element>
    {
      let memory = builder.arena.allocate(max(1, elements.count) * MemoryLayout<Element>.stride)
        .bindMemory(to: Element.self, capacity: max(1, elements.count))
      elements.withUnsafeBufferPointer { from in
        if let base = from.baseAddress { memory.initialize(from: base, count: from.count) }
      }
      return UnsafeMutableBufferPointer(start: memory, count: elements.count)
    }
    code = lay(builder.code)
    constants = lay(builder.constants)
    symbols = lay(builder.symbols.values)
    attributes = lay(builder.attributes)
    chunks = lay(builder.chunks)
    table = builder.symbols
    marks = builder.marks
    callSites = lay(builder.callSites)
    operations = lay(builder.operations)
    templateSites = lay(builder.templateSites)
    blockSites = lay(builder.blockSites)
    names = lay(builder.names)
    plans = lay(builder.plans)
    visibleLocals = lay(builder.visibleLocals)
    roots = lay(templates.map { $0.fault == nil ? $0.root : -1 })
    let blockCount = builder.blockNames.count
    blocks = lay(
      templates.flatMap { template in
        template.blocks + Array(repeating: -1, count: max(0, blockCount - template.blocks.count))
      })
    blockNumbers = builder.blockNumbers
    templateNumbers = builder.templateNumbers
    shapes = builder.shapes
    failures = builder.failures
    self.templates = templates
    contextNames = builder.contextNames
    var numbers = [Int32](repeating: -1, count: builder.symbols.count)
    for (number, symbol) in builder.contextNames.enumerated() {
      numbers[Int(symbol.index)] = Int32(number)
    }
    contextNumbers = numbers
    self.blockCount = blockCount
    extensions = builder.extensions
    arena = builder.arena
    baseContext = lay(
      builder.contextNames.map { symbol in
        builder.extensions.globals[symbol] ?? Value(undefinedName: symbol)
      })
    arena.freeze()
  }

  /// The elements of a stretch of a table.
  @inline(__always)
  func slice<Element>(_ table: UnsafeMutableBufferPointer<Element>, _ range: TableRange)
    -> UnsafeBufferPointer<Element>
  {
    guard range.count > 0, let base = table.baseAddress else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: base + Int(range.start), count: Int(range.count))
  }

  /// The number of a template by name.
  func templateNumber(_ name: UTF8Text) -> Int32? {
    templateNumbers[String(decoding: name, as: UTF8.self)]
  }

  func name(_ symbol: Symbol) -> String { table.name(symbol) }

  /// The place of a step's operand, or of the step itself when that operand has no place.
  func span(at pc: Int, role: UInt8) -> Span? {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].pc < UInt32(pc) { low = middle + 1 } else { high = middle }
    }
    var own: Span?
    while low < marks.count, marks[low].pc == UInt32(pc) {
      if marks[low].role == role { return marks[low].span }
      if marks[low].role == Mark.own { own = marks[low].span }
      low += 1
    }
    return own
  }

  /// The template that a step belongs to.
  func template(at pc: Int) -> CompiledTemplate? {
    templates.first { $0.codeRange.contains(pc) }
  }
}

/// One template: where its code is, and which blocks it has.
struct CompiledTemplate {
  let name: String
  let path: String
  var root: Int32 = -1
  var codeRange: Range<Int> = 0..<0
  /// The chunk of each block by its number, or -1.
  var blocks: [Int32] = []
  /// What is wrong with the template; then there is no code.
  var fault: TemplateFault?
  /// Templates named literally, and whether others are named by computed names.
  var references: [Int32] = []
  var isDynamic = false
  /// The template that this one surely extends, or -1 where that is computed.
  var parent: Int32?
  /// Blocks that stand in no other block or scope, with their places: in a template that extends
  /// another they show only what a parent has a place for.
  var outerBlocks: [(Int32, Span)] = []
  /// The `extends` tags: the template named, or -1 where it is computed, and the place.
  var extendsTags: [(parent: Int32, place: Span)] = []
  /// The blocks that the template asks `self` for.
  var selfBlocks = Parser.SelfBlocks()
}

/// The site's extensions by number, and the values of global names.
struct ExtensionTable {
  var filters: [Extensions.Function] = []
  var tests: [Extensions.Test] = []
  var functions: [(name: Symbol, body: Extensions.Function)] = []
  var filterNumbers: [Symbol: Int32] = [:]
  var testNumbers: [Symbol: Int32] = [:]
  var globals: [Symbol: Value] = [:]
  var owners: [ValueArena] = []
}

extension Value {
  /// An undefined for a name that means nothing.
  init(undefinedName symbol: Symbol, flags: Flags = []) {
    self.init(.undefined, length: symbol.index + 1, flags: flags)
  }

  /// The name that was looked for, when this is an undefined made for a name.
  var undefinedName: Symbol? {
    tag == .undefined && bits == 0 && length > 0 ? Symbol(Int(length) - 1) : nil
  }
}

/// Symbols of members that the language's objects have.
struct WellKnown {
  let index = Word.index.symbol
  let index0 = Word.index0.symbol
  let first = Word.first.symbol
  let last = Word.last.symbol
  let length = Word.length.symbol
  let revindex = Word.revindex.symbol
  let revindex0 = Word.revindex0.symbol
  let depth = Word.depth.symbol
  let depth0 = Word.depth0.symbol
  let previtem = Word.previtem.symbol
  let nextitem = Word.nextitem.symbol
  let cycle = Word.cycle.symbol
  let changed = Word.changed.symbol
  let current = Word.current.symbol
  let next = Word.next.symbol
  let reset = Word.reset.symbol
  let grouper = Word.grouper.symbol
  let list = Word.list.symbol
}
