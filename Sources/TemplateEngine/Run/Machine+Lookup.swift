/// Attributes, items and slices of values; reads are recorded here.
extension Machine {
  /// A variable of the page.
  @inline(__always)
  func variable(_ number: Int) -> Value {
    var value = frames[depth &- 1].context[number]
    value.extra = 0
    if value.flags.contains(.query) { note(value) }
    return value
  }

  /// The attribute that the look-up `site` asks of a value.
  @inline(__always)
  mutating func attribute(of value: Value, at site: Int) throws(TemplateFault) -> Value {
    if value.tag == .record, let address = value.recordAddress {
      let shape = address.load(as: UInt.self)
      if caches[site].shape == shape {
        let fields = (address + RecordHeader.size).assumingMemoryBound(to: Value.self)
        let field = fields[Int(caches[site].index)]
        if field.tag != .undefined {
          if reads != nil { noteRead(of: field, address, caches[site].facets) }
          return field
        }
      }
    }
    return try attributeSlowly(of: value, site)
  }

  /// Records that a list is opened, when it is a query's result and somebody listens.
  @inline(never)
  private func note(_ list: Value) {
    if let reads, let query = list.queryID { reads.note(query) }
  }

  /// Records the read of a field whose facet is known.
  @inline(never)
  private func noteRead(of field: Value, _ record: UnsafeMutableRawPointer, _ facets: UInt16) {
    guard let reads else { return }
    let header = record.load(as: RecordHeader.self)
    if header.hasID { reads.note(RecordID(header.id), facets: facets) }
    if field.flags.contains(.query), let query = field.queryID { reads.note(query) }
  }

  @inline(never)
  private mutating func attributeSlowly(of value: Value, _ site: Int) throws(TemplateFault) -> Value
  {
    let name = program.attributes[site]
    if value.tag == .record, let shape = value.shape, let address = value.recordAddress {
      let identity = address.load(as: UInt.self)
      let key = program.symbols[Int(name.index)]
      let index: Int
      if caches[site].shape == identity {
        index = Int(caches[site].index)
      } else if let found = shape.index(of: key) {
        caches[site] = AttributeCache(
          shape: identity, index: UInt32(found), facets: 1 << UInt16(shape.facets[found]))
        index = found
      } else {
        return arena.missing(key, of: value)
      }
      return field(index, of: value, shape, key)
    }
    return try attribute(name, of: value)
  }

  /// A field of a record, its read recorded.
  private func field(_ index: Int, of value: Value, _ shape: RecordShape, _ key: Value) -> Value {
    let field = value.field(index)
    if let reads {
      if let id = value.recordID { reads.note(id, facet: shape.facets[index]) }
      if let query = field.queryID { reads.note(query) }
    }
    return field.tag == .undefined ? arena.missing(key, of: value) : field
  }

  /// An attribute by name: an entry of a map, or a member of an object.
  func attribute(_ name: Symbol, of value: Value) throws(TemplateFault) -> Value {
    let key = program.symbols[Int(name.index)]
    switch value.tag {
    case .map, .record: return entry(key, of: value)
    case .undefined: throw undefined(value, operand: 0)
    case .object: return try member(name, of: value) ?? arena.missing(key, of: value)
    case .tuple where value.flags.contains(.group):
      if name == program.wellKnown.grouper { return value.elements[0] }
      if name == program.wellKnown.list { return value.elements[1] }
      return arena.missing(key, of: value)
    default: return arena.missing(key, of: value)
    }
  }

  /// An entry of a map or record, its read recorded.
  func entry(_ key: Value, of value: Value) -> Value {
    if value.tag == .record, let shape = value.shape, key.tag == .string,
      let index = shape.index(of: key)
    {
      return field(index, of: value, shape, key)
    }
    if let memory = value.mapMemory, key.isKey, let index = memory.pointee.find(key) {
      let found = memory.pointee.entries[index].value
      if let reads, let query = found.queryID { reads.note(query) }
      return found
    }
    return arena.missing(key, of: value)
  }

  /// `value[key]`.
  func item(of value: Value, at key: Value) throws(TemplateFault) -> Value {
    switch value.tag {
    case .undefined: throw undefined(value, operand: 0)
    case .list, .tuple:
      if key.tag == .int, var index = key.asInt {
        let elements = value.elements
        if index < 0 { index += elements.count }
        guard index >= 0, index < elements.count else { return arena.missing(key, of: value) }
        let element = elements[index]
        if let reads, let query = element.queryID { reads.note(query) }
        return element
      }
      if key.tag == .string, value.flags.contains(.group) { return try named(key, of: value) }
      return arena.missing(key, of: value)
    case .string:
      if key.tag == .int, let index = key.asInt {
        return StringParts.scalar(at: index, of: value) ?? arena.missing(key, of: value)
      }
      return arena.missing(key, of: value)
    case .map, .record:
      if key.tag == .undefined { throw undefined(key, operand: 1) }
      return entry(key, of: value)
    case .object:
      return key.tag == .string ? try named(key, of: value) : arena.missing(key, of: value)
    default: return arena.missing(key, of: value)
    }
  }

  private func named(_ key: Value, of value: Value) throws(TemplateFault) -> Value {
    guard let symbol = program.table.find(key.utf8) else { return arena.missing(key, of: value) }
    return try attribute(symbol, of: value)
  }

  /// A member of an object; `nil` when it has none of that name.
  private func member(_ name: Symbol, of value: Value) throws(TemplateFault) -> Value? {
    switch value.objectKind {
    case .loop:
      guard let loop = value.object(.loop, as: LoopObject.self) else { return nil }
      return loopMember(name, of: loop)
    case .namespace:
      let key = program.symbols[Int(name.index)]
      return value.namespaceMap.flatMap { map in
        map.pointee.find(key).map { map.pointee.entries[$0].value }
      }
    case .module:
      guard let module = value.object(.module, as: ModuleObject.self) else { return nil }
      return exported(name, of: module)
    case .macro:
      guard let macro = value.object(.macro, as: MacroObject.self) else { return nil }
      return macroMember(name, of: macro)
    case .cycler:
      guard name == program.wellKnown.current,
        let cycler = value.object(.cycler, as: CyclerObject.self)
      else { return nil }
      return cycler.pointee.items.elements[cycler.pointee.position]
    case .block:
      guard name == Word.superName.symbol, let block = value.object(.block, as: BlockObject.self)
      else { return nil }
      return parentBlock(of: block.pointee)
    case .blocks:
      guard let blocks = value.object(.blocks, as: BlockObject.self) else { return nil }
      return blockReference(name, of: blocks.pointee)
    default: return nil
    }
  }

  private func macroMember(_ name: Symbol, of macro: UnsafeMutablePointer<MacroObject>) -> Value? {
    let chunk = program.chunks[Int(macro.pointee.chunk)]
    if name == Word.name.symbol { return program.symbols[Int(chunk.name.index)] }
    guard name == Word.arguments.symbol else { return nil }
    let names = program.slice(program.names, chunk.macro.parameters)
    return arena.tuple(names.map { program.symbols[Int($0.index)] })
  }

  /// An exported name of a module.
  func exported(_ name: Symbol, of module: UnsafeMutablePointer<ModuleObject>) -> Value? {
    let number = program.contextNumbers[Int(name.index)]
    guard number >= 0 else { return nil }
    let key = program.symbols[Int(name.index)]
    var value = module.pointee.context[Int(number)]
    guard value.extra != 0, key.utf8.first != UInt8(ascii: "_") else { return nil }
    value.extra = 0
    return value
  }

  // MARK: - Slices

  func slice(_ step: Instruction, _ sp: inout UnsafeMutablePointer<Value>) throws(TemplateFault) {
    let count = Int(step.a & 1) + Int(step.a >> 1 & 1) + Int(step.a >> 2 & 1)
    let subject = sp[-1 - count]
    if subject.tag == .undefined { throw undefined(subject, operand: 0) }
    guard subject.tag == .list || subject.tag == .tuple || subject.tag == .string else {
      throw TemplateFault(.type, "\(ValueText.kindName(subject)) cannot be sliced")
    }
    var bounds: [Int?] = [nil, nil, nil]
    var index = 3
    while index > 0 {
      index -= 1
      guard step.a & (1 << UInt8(index)) != 0 else { continue }
      sp -= 1
      switch sp.pointee.tag {
      case .none: break
      case .int, .bool: bounds[index] = sp.pointee.asInt ?? Int(sp.pointee.bits)
      default: throw unfit(sp.pointee, "an integer")
      }
    }
    if bounds[2] == 0 { throw TemplateFault(.value, "the step of a slice cannot be 0") }
    sp[-1] = StringParts.slice(subject, bounds[0], bounds[1], bounds[2] ?? 1, in: arena)
  }
}
