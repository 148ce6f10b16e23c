/// Collects the code and tables of all templates while they are compiled.
final class ProgramBuilder {
  var symbols: SymbolTable
  let arena: ValueArena
  var extensions = ExtensionTable()
  var code: [Instruction] = []
  var marks: [Mark] = []
  var constants: [Value] = []
  var attributes: [Symbol] = []
  var chunks: [Chunk] = []
  var callSites: [CallSite] = []
  var operations: [OperationSite] = []
  var templateSites: [TemplateSite] = []
  var blockSites: [BlockSite] = []
  var names: [Symbol] = []
  var plans: [Int8] = []
  var visibleLocals: [VisibleLocal] = []
  var shapes: [RecordShape] = []
  var failures: [(kind: TemplateFault.Kind, message: String)] = []
  private(set) var contextNames: [Symbol] = []
  private var contextNumbers: [Symbol: Int32] = [:]
  private(set) var blockNames: [Symbol] = []
  private(set) var blockNumbers: [Symbol: Int32] = [:]
  let templateNumbers: [String: Int32]

  init(arena: ValueArena, templateNumbers: [String: Int32]) {
    self.arena = arena
    self.templateNumbers = templateNumbers
    symbols = SymbolTable(arena: arena)
  }

  /// The number of a name in the page's context.
  func contextNumber(_ symbol: Symbol) -> Int32 {
    if let number = contextNumbers[symbol] { return number }
    let number = Int32(contextNames.count)
    contextNames.append(symbol)
    contextNumbers[symbol] = number
    return number
  }

  /// The number of a block's name.
  func blockNumber(_ symbol: Symbol) -> Int32 {
    if let number = blockNumbers[symbol] { return number }
    let number = Int32(blockNames.count)
    blockNames.append(symbol)
    blockNumbers[symbol] = number
    return number
  }

  func constant(_ value: Value) -> Int32 {
    constants.append(value)
    return Int32(constants.count - 1)
  }

  func attribute(_ name: Symbol) -> Int32 {
    attributes.append(name)
    return Int32(attributes.count - 1)
  }

  /// Appends elements to a flat table; says where they are.
  func lay<Element>(
    _ elements: [Element], in table: ReferenceWritableKeyPath<ProgramBuilder, [Element]>
  ) -> TableRange {
    let start = Int32(self[keyPath: table].count)
    self[keyPath: table] += elements
    return TableRange(start: start, count: Int32(elements.count))
  }

  func append<Element>(
    _ element: Element, to table: ReferenceWritableKeyPath<ProgramBuilder, [Element]>
  ) -> Int32 {
    self[keyPath: table].append(element)
    return Int32(self[keyPath: table].count - 1)
  }
}
