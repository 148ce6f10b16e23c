/// The variables of one scope of a template, and how names are found from inside it.
///
/// A scope is analysed before its code is made: each name that one of its own statements assigns
/// gets a slot, whatever comes first. Bodies of loops, blocks, macros and so on are scopes of their
/// own and are analysed when their turn comes.
final class Scope {
  let parent: Scope?
  let function: FunctionBuilder
  /// Whether assignments are also exported: the scope of the template itself.
  let isTop: Bool
  @exclusivity(unchecked) private(set) var variables: [Variable] = []
  @exclusivity(unchecked) private var read = SymbolSet()
  @exclusivity(unchecked) private var branches = 0

  struct Variable {
    var name: Symbol
    var slot: Int
    var start: Start
  }

  /// What a variable holds when its scope is entered.
  enum Start {
    /// The scope's maker gives it: a parameter, a loop's target.
    case given
    /// Nothing.
    case missing
    /// What the name means in the page's context.
    case context
    /// What the name means in the scopes around.
    case outer
  }

  init(in function: FunctionBuilder, parent: Scope?, isTop: Bool = false) {
    self.function = function
    self.parent = parent
    self.isTop = isTop
  }

  /// Where a name's value is.
  enum Place {
    case local(Int)
    case outer(depth: Int, Int)
    case context
  }

  func place(of name: Symbol) -> Place { place(of: name, from: self) }

  /// Where the value is that a name has in the scopes around this one, seen from here.
  func placeAround(of name: Symbol) -> Place { place(of: name, from: parent) }

  private func place(of name: Symbol, from start: Scope?) -> Place {
    var scope = start
    while let current = scope {
      if let variable = current.variable(name) {
        if current.function === function { return .local(variable.slot) }
        current.function.keepsLocals = true
        return .outer(depth: function.level - current.function.level, variable.slot)
      }
      scope = current.parent
    }
    return .context
  }

  func variable(_ name: Symbol) -> Variable? {
    if variables.count > Self.few { return places[name].map { variables[$0] } }
    return variables.first { $0.name == name }
  }

  /// Up to so many variables, looking at each is quicker than an index.
  private static let few = 16
  /// Where each variable stands, once there are more.
  @exclusivity(unchecked) private var places: [Symbol: Int] = [:]

  private func add(_ variable: Variable) {
    variables.append(variable)
    function.variableNames.append(variable.name)
    if variables.count == Self.few + 1 {
      for (place, variable) in variables.enumerated() { places[variable.name] = place }
    } else if variables.count > Self.few {
      places[variable.name] = variables.count - 1
    }
  }

  /// Declares a variable that the scope's maker fills.
  @discardableResult
  func declare(_ name: Symbol, slot: Int? = nil) -> Int {
    if let known = variable(name) { return known.slot }
    let slot = slot ?? function.newSlot()
    add(Variable(name: name, slot: slot, start: .given))
    return slot
  }

  /// All variables visible from here, innermost first, each name once.
  func visible() -> [(name: Symbol, place: Place, isExported: Bool)] {
    var result: [(name: Symbol, place: Place, isExported: Bool)] = []
    var seen: Set<Symbol> = []
    var scope: Scope? = self
    while let current = scope {
      for variable in current.variables where seen.insert(variable.name).inserted {
        let place: Place
        if current.function === function {
          place = .local(variable.slot)
        } else {
          current.function.keepsLocals = true
          place = .outer(depth: function.level - current.function.level, variable.slot)
        }
        result.append((variable.name, place, current.isTop && variable.start != .given))
      }
      scope = current.parent
    }
    return result
  }

  private func isKnownOutside(_ name: Symbol) -> Bool {
    var scope = parent
    while let current = scope {
      if current.variable(name) != nil || current.read.contains(name) { return true }
      scope = current.parent
    }
    return false
  }

  private func store(_ name: Symbol) {
    if variable(name) != nil { return }
    let start: Start =
      isKnownOutside(name) ? .outer : read.contains(name) || branches > 0 ? .context : .missing
    add(Variable(name: name, slot: function.newSlot(), start: start))
  }

  private func load(_ name: Symbol) { read.insert(name) }
}

// MARK: - Analysis

extension Scope {
  /// Finds what expressions that run before the statements read: the parameters' standard values.
  func analyse(_ expressions: [Expression]) {
    for expression in expressions { analyse(expression) }
  }

  /// Finds what the statements read and assign in this scope itself.
  func analyse(_ statements: [Statement]) {
    for statement in statements { analyse(statement) }
  }

  private func analyse(_ statement: Statement) {
    switch statement {
    case .text, .block, .autoescape, .leaveLoop: break
    case .print(let value): analyse(value)
    case .condition(let branches, let otherwise):
      for (index, branch) in branches.enumerated() {
        // The first test always runs; the others belong to what may not.
        self.branches += index > 0 ? 1 : 0
        analyse(branch.test)
        self.branches -= index > 0 ? 1 : 0
      }
      self.branches += 1
      for branch in branches { analyse(branch.body) }
      analyse(otherwise)
      self.branches -= 1
    case .loop(let loop): analyse(loop.sequence)
    case .assign(let target, let value):
      analyse(value)
      analyse(target)
    case .assignBlock(let target, _, _): analyse(target)
    case .with(let values, _):
      for value in values { analyse(value.value) }
    case .filtered(let filters, _, _): analyse(filters)
    case .extends(let template, _): analyse(template)
    case .include(let tag): analyse(tag.template)
    case .importModule(let tag, let name):
      analyse(tag.template)
      store(name)
    case .importNames(let tag, let names):
      analyse(tag.template)
      for name in names { store(name.alias) }
    case .macro(let tag): store(tag.name)
    case .call(_, let call, _): analyse(call)
    }
  }

  private func analyse(_ target: Statement.Target) {
    switch target {
    case .name(let name, _): store(name)
    case .tuple(let parts, _):
      for part in parts { analyse(part) }
    case .attribute(let name, _, _): load(name)
    }
  }

  private func analyse(_ expression: Expression) {
    switch expression {
    case .constant: break
    case .name(let name, _), .path(let name, _, _, _): load(name)
    case .list(let parts, _), .tuple(let parts, _), .joined(let parts, _), .and(let parts),
      .or(let parts):
      for part in parts { analyse(part) }
    case .map(let entries, _):
      for entry in entries {
        analyse(entry.key)
        analyse(entry.value)
      }
    case .signed(let operand, _), .not(let operand, _, _): analyse(operand)
    case .arithmetic(let first, let rest), .comparison(let first, let rest):
      analyse(first)
      for part in rest { analyse(part.1) }
    case .conditional(let branches, let otherwise, _):
      for branch in branches {
        analyse(branch.condition)
        analyse(branch.value)
      }
      if let otherwise { analyse(otherwise) }
    case .postfix(let base, let parts):
      analyse(base)
      analyse(parts)
    }
  }

  private func analyse(_ parts: [Expression.Postfix]) {
    for part in parts {
      switch part {
      case .attribute: break
      case .index(let key, _): analyse(key)
      case .slice(let a, let b, let c, _):
        for bound in [a, b, c] {
          if let bound { analyse(bound) }
        }
      case .call(let arguments, _), .filter(_, let arguments, _), .test(_, _, let arguments, _):
        for value in arguments.positional { analyse(value) }
        for value in arguments.named { analyse(value.value) }
        if let spread = arguments.spread { analyse(spread) }
        if let spread = arguments.namedSpread { analyse(spread) }
      }
    }
  }
}

/// Names as one bit each: small, and without hashing.
private struct SymbolSet {
  private var words: [UInt64] = []

  func contains(_ symbol: Symbol) -> Bool {
    let word = Int(symbol.index >> 6)
    return word < words.count && words[word] & (1 << UInt64(symbol.index & 63)) != 0
  }

  mutating func insert(_ symbol: Symbol) {
    let word = Int(symbol.index >> 6)
    if word >= words.count { words += repeatElement(0, count: word + 1 - words.count) }
    words[word] |= 1 << UInt64(symbol.index & 63)
  }
}
