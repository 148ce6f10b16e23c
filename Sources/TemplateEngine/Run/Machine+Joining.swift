/// Joining and repeating strings and lists, and making maps.
extension Machine {
  func added(_ a: Value, _ b: Value) throws(TemplateFault) -> Value? {
    switch (a.tag, b.tag) {
    case (.string, .string):
      let safe = a.flags.contains(.safe) || b.flags.contains(.safe)
      return joined([a, b], safe: safe)
    case (.list, .list), (.tuple, .tuple):
      let first = a.elements
      let second = b.elements
      let result = arena.newSequence(a.tag, count: first.count + second.count)
      guard let place = arena.elementAddress(result) else { return result }
      for index in 0..<first.count { place[index] = first[index] }
      for index in 0..<second.count { place[first.count + index] = second[index] }
      return result
    default: return nil
    }
  }

  /// Strings one after the other; with `safe`, those that are not safe are escaped.
  func joined(_ parts: [Value], safe: Bool) -> Value {
    var buffer = OutputBuffer(capacity: parts.reduce(16) { $0 + Int($1.length) })
    for part in parts {
      if safe, !part.flags.contains(.safe) {
        buffer.appendEscaped(part.utf8)
      } else {
        buffer.append(part.utf8)
      }
    }
    return arena.copy(
      buffer.bytes, flags: TextFacts.flags(of: buffer.bytes).union(safe ? .safe : []))
  }

  func repeated(_ value: Value, _ times: Int) throws(TemplateFault) -> Value? {
    // Nothing, however often it is repeated, is made in no time.
    let times = value.length == 0 ? 0 : max(0, times)
    switch value.tag {
    case .string:
      let (size, over) = times.multipliedReportingOverflow(by: Int(value.length))
      if over || size > Self.sizeLimit {
        throw TemplateFault(.value, "a repeated string is longer than 16 MiB")
      }
      let result = arena.allocate(max(1, size), aligned: false)
      if let from = value.utf8.buffer.baseAddress {
        for index in 0..<times {
          (result + index * Int(value.length)).copyMemory(from: from, byteCount: Int(value.length))
        }
      }
      return Value(
        text: UTF8Text(
          UnsafeBufferPointer(start: result.assumingMemoryBound(to: UInt8.self), count: size)),
        flags: value.flags)
    case .list, .tuple:
      let elements = value.elements
      let (size, over) = times.multipliedReportingOverflow(by: elements.count)
      if over || size > Self.sizeLimit / 16 {
        throw TemplateFault(.value, "a repeated list has more than a million elements")
      }
      let result = arena.newSequence(value.tag, count: size)
      guard let place = arena.elementAddress(result), let from = elements.baseAddress else {
        return result
      }
      for index in 0..<times {
        (place + index * elements.count).update(from: from, count: elements.count)
      }
      return result
    default: return nil
    }
  }

  /// `a ~ b ~ c`.
  mutating func concat(
    _ count: Int, _ sp: inout UnsafeMutablePointer<Value>, _ escapes: Bool
  ) throws(TemplateFault) {
    sp -= count
    var safe = false
    for index in 0..<count {
      if sp[index].tag == .undefined, !sp[index].flags.contains(.silent) {
        throw undefined(sp[index], operand: index)
      }
      if escapes, sp[index].isSafeString || sp[index].objectKind == .module { safe = true }
    }
    let start = out.count
    for index in 0..<count { try print(sp[index], safe ? 1 : 0) }
    let tail = out.bytes(from: start)
    sp.pointee = arena.copy(tail, flags: TextFacts.flags(of: tail).union(safe ? .safe : []))
    out.truncate(to: start)
    sp += 1
  }

  // MARK: - Maps

  func makeMap(_ count: Int, _ sp: inout UnsafeMutablePointer<Value>) throws(TemplateFault) {
    sp -= count * 2
    let map = arena.newMap(capacity: count)
    for index in 0..<count {
      let key = sp[index * 2]
      if key.tag == .undefined { throw undefined(key, operand: 255) }
      guard key.isKey else {
        throw TemplateFault(.type, "\(ValueText.kindName(key)) cannot be a key")
      }
      map.mapMemory?.pointee.set(key, to: sp[index * 2 + 1].present, in: arena)
    }
    sp.pointee = map
    sp += 1
  }

  func shapedMap(_ step: Instruction, _ values: UnsafeMutablePointer<Value>) -> Value {
    let shape = program.shapes[Int(step.c)]
    var hasUndefined = false
    for index in 0..<Int(step.b) where values[index].tag == .undefined { hasUndefined = true }
    guard hasUndefined else {
      let count = Int(step.b)
      let address = arena.allocate(RecordHeader.size + count * MemoryLayout<Value>.stride)
      address.storeBytes(
        of: RecordHeader(shape: .passUnretained(shape), id: 0, hasID: false), as: RecordHeader.self)
      (address + RecordHeader.size).bindMemory(to: Value.self, capacity: max(1, count))
        .initialize(from: values, count: count)
      return Value(.record, bits: UInt64(UInt(bitPattern: address)), length: UInt32(count))
    }
    // A record has no place for a key whose value is undefined; a map has.
    let map = arena.newMap(capacity: Int(step.b))
    for index in 0..<Int(step.b) {
      map.mapMemory?.pointee.set(shape.keys[index], to: values[index].present, in: arena)
    }
    return map
  }

  /// `{% set ns.name = value %}`: the namespace lies above the value.
  func setMember(_ name: Symbol, _ sp: inout UnsafeMutablePointer<Value>) throws(TemplateFault) {
    sp -= 2
    let object = sp[1]
    guard let map = object.namespaceMap else {
      throw TemplateFault(
        .runtime,
        "only a namespace's attributes can be set, not those of \(ValueText.kindName(object))")
    }
    map.pointee.set(program.symbols[Int(name.index)], to: sp[0].present, in: arena)
  }
}
