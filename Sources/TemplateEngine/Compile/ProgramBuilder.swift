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
  /// The number of each symbol in the page's context, or -1.
  @exclusivity(unchecked) private var contextNumbers: [Int32] = []
  /// The built-in filter or test of each symbol, once it was looked up.
  @exclusivity(unchecked) private var filters = BuiltInCache(table: Operations.filters)
  @exclusivity(unchecked) private var tests = BuiltInCache(table: Operations.tests)
  @exclusivity(unchecked) private(set) var blockNames: [Symbol] = []
  @exclusivity(unchecked) private(set) var blockNumbers: [Symbol: Int32] = [:]
  let templateNumbers: [String: Int32]

  /// `size` is how many bytes the templates have together: room for what commonly comes of them.
  init(arena: ValueArena, templateNumbers: [String: Int32], size: Int) {
    self.arena = arena
    self.templateNumbers = templateNumbers
    symbols = SymbolTable(arena: arena)
    code.reserveCapacity(size / 8)
    marks.reserveCapacity(size / 8)
    constants.reserveCapacity(size / 32)
    attributes.reserveCapacity(size / 32)
  }

  /// The number of a name in the page's context.
  func contextNumber(_ symbol: Symbol) -> Int32 {
    let index = Int(symbol.index)
    if index >= contextNumbers.count {
      let missing = max(index + 1, symbols.count) - contextNumbers.count
      contextNumbers += repeatElement(-1, count: missing)
    }
    if contextNumbers[index] >= 0 { return contextNumbers[index] }
    let number = Int32(contextNames.count)
    contextNames.append(symbol)
    contextNumbers[index] = number
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

  /// The number of the site's filter or test of a name.
  func extensionNumber(_ name: Symbol, isTest: Bool) -> Int32? {
    let numbers = isTest ? extensions.testNumbers : extensions.filterNumbers
    return numbers.isEmpty ? nil : numbers[name]
  }

  /// The language's own filter of a name.
  func filter(_ name: Symbol) -> BuiltIn? { filters.find(name, symbols) }

  /// The language's own test of a name.
  func test(_ name: Symbol) -> BuiltIn? { tests.find(name, symbols) }

  func constant(_ value: Value) -> Int32 {
    constants.append(value)
    return Int32(constants.count - 1)
  }

  func attribute(_ name: Symbol) -> Int32 {
    attributes.append(name)
    return Int32(attributes.count - 1)
  }
}

/// A filter or test of the language: its number and its parameters.
struct BuiltIn {
  let id: Int32
  let signature: Operations.Signature
}

/// Remembers which built-in a symbol names, so that each name is looked up once for a library.
private struct BuiltInCache<ID: RawRepresentable> where ID.RawValue == Int32 {
  let table: [String: (ID, Operations.Signature)]
  private var found: [BuiltIn] = []
  /// For each symbol: 0 where it was not looked up yet, -1 for nothing, else a place in `found`.
  private var places: [Int32] = []

  init(table: [String: (ID, Operations.Signature)]) { self.table = table }

  mutating func find(_ name: Symbol, _ symbols: borrowing SymbolTable) -> BuiltIn? {
    let index = Int(name.index)
    if index >= places.count {
      places += repeatElement(0, count: max(index + 1, symbols.count) - places.count)
    }
    if places[index] > 0 { return found[Int(places[index]) - 1] }
    if places[index] < 0 { return nil }
    guard let entry = table[symbols.name(name)] else {
      places[index] = -1
      return nil
    }
    let builtIn = BuiltIn(id: entry.0.rawValue, signature: entry.1)
    found.append(builtIn)
    places[index] = Int32(found.count)
    return builtIn
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
