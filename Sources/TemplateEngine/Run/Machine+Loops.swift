/// Loops and what they know about themselves.
extension Machine {
  /// A value's items as a list; faults for what has none.
  func items(of value: Value, operand: Int) throws(TemplateFault) -> Value {
    switch value.tag {
    case .list, .tuple: return value
    case .string: return StringParts.scalars(of: value, in: arena)
    case .map, .record:
      let count = value.entryCount
      let list = arena.newSequence(.list, count: count)
      guard let place = arena.elementAddress(list) else { return list }
      noteWhole(value)
      var index = 0
      value.forEachEntry { key, _ in
        place[index] = key
        index += 1
      }
      return list
    case .undefined:
      if value.flags.contains(.silent) { return arena.list([]) }
      throw undefined(value, operand: operand)
    default:
      throw TemplateFault(.type, "\(ValueText.kindName(value)) cannot be looped over")
    }
  }

  /// Records that all of a record was read.
  func noteWhole(_ value: Value) {
    guard let reads, let shape = value.shape else { return }
    for (index, field) in value.fields.enumerated() {
      if let id = value.recordID { reads.note(id, facet: shape.facets[index]) }
      if let query = field.queryID { reads.note(query) }
    }
  }

  /// Records that a value was read with all that it holds, as a comparison does.
  func noteDeeply(_ value: Value) {
    guard reads != nil, value.isMap || value.tag == .list || value.tag == .tuple else { return }
    var waiting = [value]
    var seen: Set<UInt64> = []
    while let next = waiting.popLast() {
      switch next.tag {
      case .map, .record:
        guard seen.insert(next.bits).inserted else { continue }
        noteWhole(next)
        next.forEachEntry { _, entry in waiting.append(entry) }
      case .list, .tuple:
        guard next.length > 0, seen.insert(next.bits).inserted else { continue }
        if let reads, let query = next.queryID { reads.note(query) }
        waiting += next.elements
      default: break
      }
    }
  }

  /// Sets up a loop in its slots; false when there is nothing to loop over.
  func beginLoop(
    _ value: Value, _ slots: UnsafeMutablePointer<Value>, _ step: Instruction
  ) throws(TemplateFault) -> Bool {
    let sequence = try items(of: value, operand: 255)
    if sequence.length == 0 { return false }
    if step.a == 0 {
      slots[0] = sequence
      slots[1] = .int(0)
      return true
    }
    let frame = frame.pointee
    let isRecursive = step.a == 2
    let object = LoopObject(
      sequence: sequence, index: -1, depth: isRecursive ? frame.locals[2].asInt ?? 0 : 0,
      chunk: isRecursive ? frame.chunk : -1,
      locals: isRecursive ? frame.locals[0].linkedLocals : nil, context: frame.context,
      run: frame.run, changed: .undefined)
    slots[0] = arena.object(.loop, object)
    return true
  }

  /// Goes on to the next item of a loop that knows about itself; false at the end.
  func advance(_ slots: UnsafeMutablePointer<Value>) -> Bool {
    guard let loop = slots[0].object(.loop, as: LoopObject.self) else { return false }
    loop.pointee.index += 1
    let elements = loop.pointee.sequence.elements
    guard loop.pointee.index < elements.count else { return false }
    slots[2] = elements[loop.pointee.index]
    return true
  }

  /// Appends to the list that a loop's test fills; the list is made by the first item.
  func append(_ value: Value, to slot: UnsafeMutablePointer<Value>) {
    let count = Int(slot.pointee.length)
    guard slot.pointee.tag == .list else {
      var list = arena.newSequence(.list, count: 8)
      arena.elementAddress(list)?[0] = value
      list.length = 1
      list.extra = 8
      slot.pointee = list
      return
    }
    // `extra` holds the capacity while it is small; later the list doubles at powers of two.
    let full = count >= 8 && count & (count - 1) == 0
    if full {
      var larger = arena.newSequence(.list, count: count * 2)
      if let from = arena.elementAddress(slot.pointee), let to = arena.elementAddress(larger) {
        to.update(from: from, count: count)
      }
      larger.length = UInt32(count)
      slot.pointee = larger
    }
    arena.elementAddress(slot.pointee)?[count] = value
    slot.pointee.length += 1
  }

  /// `loop.name`, for the loop in a slot.
  mutating func loopMember(of value: Value, at site: Int) throws(TemplateFault) -> Value {
    if let loop = value.object(.loop, as: LoopObject.self),
      let member = loopMember(program.attributes[site], of: loop)
    {
      return member
    }
    return try attribute(of: value, at: site)
  }

  func loopMember(_ name: Symbol, of loop: UnsafeMutablePointer<LoopObject>) -> Value? {
    let index = loop.pointee.index
    let count = Int(loop.pointee.sequence.length)
    let names = program.wellKnown
    switch name {
    case names.index: return .int(index + 1)
    case names.index0: return .int(index)
    case names.first: return .bool(index == 0)
    case names.last: return .bool(index == count - 1)
    case names.length: return .int(count)
    case names.revindex: return .int(count - index)
    case names.revindex0: return .int(count - index - 1)
    case names.depth: return .int(loop.pointee.depth + 1)
    case names.depth0: return .int(loop.pointee.depth)
    case names.previtem:
      return index > 0
        ? loop.pointee.sequence.elements[index - 1] : Value(undefinedName: names.previtem)
    case names.nextitem:
      return index + 1 < count
        ? loop.pointee.sequence.elements[index + 1] : Value(undefinedName: names.nextitem)
    default: return nil
    }
  }

  /// Spreads the value on the stack over `count` places of it, the first on top.
  func unpack(_ count: Int, _ sp: inout UnsafeMutablePointer<Value>) throws(TemplateFault) {
    sp -= 1
    let value = sp.pointee
    switch value.tag {
    case .list, .tuple, .string, .map, .record: break
    case .undefined where value.flags.contains(.silent): break
    case .undefined: throw undefined(value, operand: 255)
    default: throw TemplateFault(.type, "\(ValueText.kindName(value)) cannot be unpacked")
    }
    let elements = try items(of: value, operand: 255).elements
    guard elements.count == count else {
      throw TemplateFault(
        .value, "\(count) values are to be unpacked, but there are \(elements.count)")
    }
    for index in 0..<count { sp[index] = elements[count - 1 - index] }
    sp += count
  }
}
