/// Collects the code and tables of all templates while they are compiled.
final class ProgramBuilder {
  @exclusivity(unchecked) var symbols: SymbolTable
  let arena: ValueArena
  @exclusivity(unchecked) var extensions = ExtensionTable()
  @exclusivity(unchecked) var code: [Instruction] = []
  @exclusivity(unchecked) var marks: [Mark] = []
  @exclusivity(unchecked) var constants: [Value] = []
  @exclusivity(unchecked) var attributes: [Symbol] = []
  @exclusivity(unchecked) var chunks: [Chunk] = []
  @exclusivity(unchecked) var callSites: [CallSite] = []
  @exclusivity(unchecked) var operations: [OperationSite] = []
  @exclusivity(unchecked) var templateSites: [TemplateSite] = []
  @exclusivity(unchecked) var blockSites: [BlockSite] = []
  @exclusivity(unchecked) var names: [Symbol] = []
  @exclusivity(unchecked) var plans: [Int8] = []
  @exclusivity(unchecked) var visibleLocals: [VisibleLocal] = []
  @exclusivity(unchecked) var shapes: [RecordShape] = []
  @exclusivity(unchecked) var failures: [Operations.BindingMistake] = []
  @exclusivity(unchecked) private(set) var contextNames: [Symbol] = []
  private var contextNumbers: [Symbol: Int32] = [:]
  @exclusivity(unchecked) private(set) var blockNames: [Symbol] = []
  @exclusivity(unchecked) private(set) var blockNumbers: [Symbol: Int32] = [:]
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
}

/// Appends an element to a table; says where it is.
func appended<Element>(_ element: Element, to table: inout [Element]) -> Int32 {
  table.append(element)
  return Int32(table.count - 1)
}

/// Appends elements to a flat table; says where they are.
func laid<Element>(_ elements: [Element], in table: inout [Element]) -> TableRange {
  let start = Int32(table.count)
  table += elements
  return TableRange(start: start, count: Int32(elements.count))
}
