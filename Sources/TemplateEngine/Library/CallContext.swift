/// What a site's filter or function may see and make while it runs.
public struct CallContext {
  private let machine: UnsafeMutablePointer<Machine>
  /// Whether the place of the call escapes what it prints.
  public let autoescape: Bool

  init(machine: UnsafeMutablePointer<Machine>, autoescape: Bool) {
    self.machine = machine
    self.autoescape = autoescape
  }

  /// Where the function makes its values; they live until the page is done.
  public var arena: ValueArena { machine.pointee.arena }
  /// What the renderer was given for this page.
  public var userInfo: (any Sendable)? { machine.pointee.userInfo }
  /// Where reads are recorded; `nil` when nobody listens.
  public var reads: ReadLog? { machine.pointee.reads }

  /// A variable of the page: what the name means in the page's context; `.undefined` if nothing.
  public func variable(_ name: String) -> Value {
    let program = machine.pointee.program
    if let symbol = program.table.find(name), program.contextNumbers[Int(symbol.index)] >= 0 {
      return machine.pointee.variable(Int(program.contextNumbers[Int(symbol.index)]))
    }
    return attribute(name, of: machine.pointee.pageContext)
  }

  /// A field of a record, an entry of a map, read as a template would; `.undefined` if missing.
  public func attribute(_ name: String, of value: Value) -> Value {
    value.isMap ? machine.pointee.entry(arena.string(name), of: value) : .undefined
  }

  /// The elements of a list or tuple, read as a template would; `nil` for other values.
  public func elements(of value: Value) -> [Value]? {
    if let reads, let query = value.queryID { reads.note(query) }
    return value.asArray
  }

  /// What one of the language's own filters makes of a value, with arguments by position; a filter
  /// of the site that took its name can build on it so.
  ///
  /// - Precondition: `filter` is a filter of the language.
  public func builtIn(
    _ filter: String, _ value: Value, _ arguments: [Value] = []
  ) throws(TemplateFault) -> Value {
    guard let (kind, _) = Operations.filters[filter] else {
      preconditionFailure("'\(filter)' is no filter of the language")
    }
    let list = arena.list(arguments)
    guard let base = arena.elementAddress(list) else { return .undefined }
    let operands = Operands(
      base: base, positionalCount: arguments.count, names: TableRange(), spreadNames: [])
    return try machine.pointee.apply(kind, value, operands, autoescape)
  }

  /// A value as the template would print it, without escaping; an undefined one is a fault.
  public func text(of value: Value) throws(TemplateFault) -> String {
    String(decoding: try machine.pointee.text(value, operand: 255).utf8, as: UTF8.self)
  }
}

/// The arguments of a call: positional ones, then those with a name.
public struct Arguments {
  private let operands: Operands
  private let program: Program
  private let first: Value?

  init(_ operands: Operands, _ program: Program, first: Value?) {
    self.operands = operands
    self.program = program
    self.first = first
  }

  /// How many positional arguments there are; for a filter or test the first is the value that it
  /// is applied to.
  public var count: Int { operands.positionalCount + (first == nil ? 0 : 1) }

  /// The positional argument at `index`, or `.undefined`.
  public subscript(index: Int) -> Value {
    guard index >= 0, index < count else { return .undefined }
    guard let first else { return operands[index] }
    return index == 0 ? first : operands[index - 1]
  }

  /// The positional arguments.
  public var positional: [Value] { (0..<count).map { self[$0] } }

  /// The arguments given by name, in the order written.
  public var named: [(name: String, value: Value)] {
    operands.named(program).map { ($0.0.asString ?? "", $0.1) }
  }

  /// The argument at `index` or, if there are fewer, the one called `name`; `nil` when neither was
  /// given.
  public func value(_ index: Int, _ name: String) -> Value? {
    if index < count { return self[index] }
    guard operands.hasNames else { return nil }
    return named.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// Throws a `type` fault for a named argument outside `names`, or more than `limit` positional.
  public func check(atMost limit: Int, names: [String] = []) throws(TemplateFault) {
    if count > limit {
      throw TemplateFault(.type, "at most \(limit) arguments are taken, but \(count) were given")
    }
    if let unknown = named.first(where: { !names.contains($0.name) }) {
      throw TemplateFault(
        .type, "'\(unknown.name)' is not an argument",
        suggestions: ValueText.suggestions(for: unknown.name, among: names))
    }
  }
}
