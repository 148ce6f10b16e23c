/// What is said when a value is missing: its name, what it was looked for in, and what may have
/// been meant.
extension Machine {
  /// The fault of using an undefined value.
  @inline(never)
  func undefined(_ value: Value, operand: Int) -> TemplateFault {
    if let symbol = value.undefinedName { return undefined(name: symbol, operand: operand) }
    guard let part = value.missingPart else {
      return TemplateFault(.undefined, "there is no value here", operand: operand)
    }
    let container = part.container
    if container.tag == .undefined {
      return undefined(container, operand: operand)
    }
    guard let name = part.key.asString else {
      let key = ValueText.plain(part.key, program)
      return TemplateFault(
        .undefined, "\(ValueText.kindName(container)) has no item \(key)", operand: operand)
    }
    if let module = container.object(.module, as: ModuleObject.self)?.pointee {
      return notExported(name, by: module, operand: operand)
    }
    return TemplateFault(
      .undefined, "\(ValueText.kindName(container)) has no '\(name)'", operand: operand,
      suggestions: similarMembers(to: name, of: container))
  }

  /// The fault of an undefined value where a value of another type is needed.
  func unfit(_ value: Value, _ need: String) -> TemplateFault {
    guard value.tag == .undefined else {
      return TemplateFault(.type, "\(need) is needed, not \(ValueText.kindName(value))")
    }
    let known = undefined(value, operand: 255)
    return TemplateFault(
      .type, "\(need) is needed; \(known.message)", suggestions: known.suggestions)
  }

  /// The fault of calling a method that a value does not have.
  func noMethod(_ symbol: Symbol, of value: Value) -> TemplateFault {
    let name = program.name(symbol)
    let kind = ValueText.kindName(value)
    if value.objectKind != nil || value.flags.contains(.group) {
      return undefined(arena.missing(program.symbols[Int(symbol.index)], of: value), operand: 255)
    }
    if let advice = Self.missingMethods[name] {
      return TemplateFault(.undefined, "\(kind) has no method '\(name)'; \(advice)")
    }
    let methods =
      value.tag == .string ? Operations.stringMethods : value.isMap ? Operations.mapMethods : []
    let keys = value.isMap ? ValueText.similarKeys(to: name, in: value) : []
    let similar = Self.called(ValueText.suggestions(for: name, among: methods)) + keys
    return TemplateFault(
      .undefined, "\(kind) has no method '\(name)'", suggestions: Array(similar.prefix(3)))
  }

  /// Methods that authors may know from Python, with what to write instead.
  private static let missingMethods = [
    "append": "make a new list: {% set items = items + [item] %}",
    "extend": "make a new list: {% set items = items + more %}",
    "update": "make a new map: {% set map = dict(map, key=value) %}",
    "format": "use the filter 'format'", "strftime": "use the filter 'date'",
    "find": "ask with 'in'", "sort": "use the filter 'sort'", "reverse": "use the filter 'reverse'",
  ]

  private func undefined(name symbol: Symbol, operand: Int) -> TemplateFault {
    let name = program.name(symbol)
    if symbol == Word.superName.symbol, depth > 0 {
      let chunk = program.chunks[Int(frame.pointee.chunk)]
      let message =
        chunk.kind == .block
        ? "no parent has block '\(program.name(chunk.name))', so 'super' is undefined"
        : "'super' is undefined outside of a block"
      return TemplateFault(.undefined, message, operand: operand)
    }
    return TemplateFault(
      .undefined, "'\(name)' is undefined", operand: operand, suggestions: similarNames(name))
  }

  private func notExported(_ name: String, by module: ModuleObject, operand: Int) -> TemplateFault {
    let template = program.templates[Int(module.template)].name
    if name.hasPrefix("_") {
      return TemplateFault(
        .undefined, "template '\(template)' does not export '\(name)', as it begins with '_'",
        operand: operand)
    }
    var known: [String] = []
    for (number, symbol) in program.contextNames.enumerated()
    where module.context[number].extra != 0 {
      let export = program.name(symbol)
      if !export.hasPrefix("_") { known.append(export) }
    }
    return TemplateFault(
      .undefined, "template '\(template)' exports no '\(name)'", operand: operand,
      suggestions: ValueText.suggestions(for: name, among: known.sorted()))
  }

  /// Members of a value that are spelt alike; a method is named as it is called.
  private func similarMembers(to name: String, of container: Value) -> [String] {
    let methods =
      container.tag == .string
      ? Operations.stringMethods : container.isMap ? Operations.mapMethods : []
    if methods.contains(name) { return [name + "()"] }
    if container.flags.contains(.group) {
      return ValueText.suggestions(for: name, among: ["grouper", "list"])
    }
    guard let kind = container.objectKind else {
      return ValueText.similarKeys(to: name, in: container)
    }
    switch kind {
    case .loop:
      let fields = [
        "index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0",
        "previtem", "nextitem",
      ]
      return ValueText.suggestions(for: name, among: fields)
        + Self.called(ValueText.suggestions(for: name, among: ["cycle", "changed"]))
    case .macro: return ValueText.suggestions(for: name, among: ["name", "arguments"])
    case .cycler:
      return ValueText.suggestions(for: name, among: ["current"])
        + Self.called(ValueText.suggestions(for: name, among: ["next", "reset"]))
    case .namespace: return ValueText.similarKeys(to: name, in: Value(.map, bits: container.bits))
    case .blocks:
      guard let blocks = container.object(.blocks, as: BlockObject.self) else { return [] }
      return ValueText.suggestions(for: name, among: blockNames(of: blocks.pointee.run))
    case .block, .module, .joiner, .function, .siteFunction: return []
    }
  }

  /// Names of methods as they are called.
  private static func called(_ names: [String]) -> [String] { names.map { $0 + "()" } }

  /// The names of the blocks of a chain of templates, sorted.
  private func blockNames(of run: UnsafeMutablePointer<TemplateRun>) -> [String] {
    program.blockNumbers.filter { _, number in
      (0..<Int(run.pointee.count)).contains { level in
        let template = Int(run.pointee.templates[level])
        return program.blocks[template * program.blockCount + Int(number)] >= 0
      }
    }.map { program.name($0.key) }.sorted()
  }

  /// Names that have a value on the page, and variables that may be visible, spelt alike.
  private func similarNames(_ name: String) -> [String] {
    guard depth > 0 else { return [] }
    let context = frame.pointee.context
    var known = program.slice(
      program.names, program.chunks[Int(frame.pointee.chunk)].variables
    ).map { program.name($0) }
    for (number, symbol) in program.contextNames.enumerated() where !context[number].isUndefined {
      known.append(program.name(symbol))
    }
    // What the page was given and no template names has no number.
    pageContext.forEachEntry { key, _ in
      if let key = key.asString, known.count < 10_000 { known.append(key) }
    }
    return ValueText.suggestions(for: name, among: known.sorted().filter { $0 != name })
  }
}
