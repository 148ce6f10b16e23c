/// Filters on lists and maps.
extension Machine {
  mutating func listFilter(
    _ filter: Operations.Filter, _ value: Value, _ bound: Bound, _ escapes: Bool
  ) throws(TemplateFault) -> Value {
    switch filter {
    case .first, .last: return try end(filter, value)
    case .list: return arena.sequence(.list, try items(of: value, operand: 0).elements)
    case .items, .keys, .values: return try entries(filter, value)
    case .dictsort: return try sortedEntries(value, bound)
    case .join: return try joined(value, bound, escapes)
    case .sort: return try sorted(value, bound)
    case .unique: return try unique(value, bound)
    case .min, .max: return try extreme(filter, value, bound)
    case .sum: return try sum(value, bound)
    case .reverse: return try reversed(value)
    case .batch: return try batched(value, bound)
    case .slice: return try sliced(value, bound)
    case .groupby: return try grouped(value, bound)
    default: return value
    }
  }

  private func end(_ filter: Operations.Filter, _ value: Value) throws(TemplateFault) -> Value {
    let elements = try items(of: value, operand: 0).elements
    var found = filter == .first ? elements.first : elements.last
    // The last character of a safe string is safe, the first is not: so the reference has it.
    if filter == .last, value.isSafeString { found = found?.safe }
    return found
      ?? Value(undefinedName: filter == .first ? program.wellKnown.first : program.wellKnown.last)
  }

  /// Pairs, keys or values of a map.
  func entries(_ filter: Operations.Filter, _ value: Value) throws(TemplateFault) -> Value {
    guard value.isMap else {
      if value.tag == .undefined {
        guard value.flags.contains(.silent) else { throw undefined(value, operand: 0) }
        if filter == .items { return arena.list([]) }
      }
      throw TemplateFault(.type, "a map is needed, not \(ValueText.kindName(value))")
    }
    noteWhole(value)
    let list = arena.newSequence(.list, count: value.entryCount)
    guard let place = arena.elementAddress(list) else { return list }
    var index = 0
    value.forEachEntry { key, entry in
      switch filter {
      case .keys: place[index] = key
      case .values: place[index] = entry
      default: place[index] = arena.tuple([key, entry])
      }
      index += 1
    }
    return list
  }

  private func reversed(_ value: Value) throws(TemplateFault) -> Value {
    if value.tag == .string { return StringParts.slice(value, nil, nil, -1, in: arena) }
    let elements = try items(of: value, operand: 0).elements
    return arena.list(Array(elements.reversed()))
  }

  // MARK: - Keys for sorting and picking

  /// An attribute path: names and numbers between dots.
  struct AttributePath {
    var parts: [Value]
  }

  /// The path that an argument describes; no parts when it is missing or none.
  func path(_ attribute: Value?) -> AttributePath {
    guard let attribute, attribute.tag != .none else { return AttributePath(parts: []) }
    guard attribute.tag == .string else { return AttributePath(parts: [attribute]) }
    return path(attribute.utf8[...])
  }

  private func path(_ text: UTF8Text) -> AttributePath {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return AttributePath(
      parts: parts.map { part in
        if !part.isEmpty, part.allSatisfy({ $0 &- 48 < 10 }),
          let number = Int(String(decoding: part, as: UTF8.self))
        {
          return .int(number)
        }
        return arena.string(utf8: part.rebased)
      })
  }

  /// Follows a path from an item; what is missing takes the `standard`, where there is one.
  func follow(_ path: AttributePath, from item: Value, standard: Value? = nil)
    throws(TemplateFault) -> Value
  {
    var value = item
    for part in path.parts {
      if value.tag == .undefined { throw undefined(value, operand: 255) }
      value = try self.item(of: value, at: part)
      if value.tag == .undefined, let standard { value = standard }
    }
    return value
  }

  /// A string in lower case, where case is not to count.
  mutating func folded(_ value: Value, _ foldsCase: Bool) -> Value {
    foldsCase && value.tag == .string ? cased(value, .lower) : value
  }

  private func isSensitive(_ value: Value?) throws(TemplateFault) -> Bool {
    guard let value else { return false }
    return try isTrue(value)
  }

  private func isReverse(_ value: Value?) throws(TemplateFault) -> Bool {
    guard let value else { return false }
    guard value.tag == .bool || value.tag == .int else { throw unfit(value, "a truth value") }
    return value.bits != 0
  }

  /// Whether one key comes before another; keys without an order are a fault.
  func precedes(_ a: Value, _ b: Value) throws(TemplateFault) -> Bool {
    if a.tag == .undefined { throw undefined(a, operand: 255) }
    if b.tag == .undefined { throw undefined(b, operand: 255) }
    guard let order = ValueOrder.compare(a, b) else {
      for element in a.elements where element.tag == .undefined {
        throw undefined(element, operand: 255)
      }
      for element in b.elements where element.tag == .undefined {
        throw undefined(element, operand: 255)
      }
      throw TemplateFault(
        .type, "\(ValueText.kindName(a)) and \(ValueText.kindName(b)) have no order")
    }
    return order == .before
  }

  /// Indices of keys in their order, equal ones in the order given: a merge from small runs up.
  private func order(_ keys: [Value], reverse: Bool) throws(TemplateFault) -> [Int] {
    var indices = Array(keys.indices)
    var buffer = indices
    var width = 1
    while width < indices.count {
      var start = 0
      while start < indices.count {
        let middle = min(start + width, indices.count)
        let end = min(start + 2 * width, indices.count)
        var left = start
        var right = middle
        for place in start..<end {
          if left < middle, right < end {
            let first = keys[indices[left]]
            let second = keys[indices[right]]
            let takesRight = try reverse ? precedes(first, second) : precedes(second, first)
            buffer[place] = takesRight ? indices[right] : indices[left]
            if takesRight { right += 1 } else { left += 1 }
          } else if left < middle {
            buffer[place] = indices[left]
            left += 1
          } else {
            buffer[place] = indices[right]
            right += 1
          }
        }
        start = end
      }
      swap(&indices, &buffer)
      width *= 2
    }
    return indices
  }

  private mutating func sorted(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    let elements = try items(of: value, operand: 0).elements
    let reverse = try isReverse(bound[0])
    let foldsCase = try !isSensitive(bound[1])
    var paths = [path(bound[2])]
    if let attribute = bound[2], attribute.tag == .string {
      paths = attribute.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { path($0) }
    }
    var keys: [Value] = []
    keys.reserveCapacity(elements.count)
    for element in elements {
      if paths.count == 1 {
        keys.append(folded(try follow(paths[0], from: element), foldsCase))
      } else {
        var parts: [Value] = []
        for path in paths { parts.append(folded(try follow(path, from: element), foldsCase)) }
        keys.append(arena.list(parts))
      }
    }
    return arena.list(try order(keys, reverse: reverse).map { elements[$0] })
  }

  private mutating func sortedEntries(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value
  {
    let foldsCase = try !isSensitive(bound[0])
    var part = 0
    if let by = bound[1] {
      switch by.asString {
      case "key": part = 0
      case "value": part = 1
      default: throw TemplateFault(.type, "'by' is 'key' or 'value'")
      }
    }
    if value.tag == .undefined { throw undefined(value, operand: 0) }
    let pairs = try entries(.items, value).elements
    let keys = pairs.map { folded($0.elements[part], foldsCase) }
    let reverse = try isReverse(bound[2])
    return arena.list(try order(keys, reverse: reverse).map { pairs[$0] })
  }

  private mutating func extreme(_ filter: Operations.Filter, _ value: Value, _ bound: Bound)
    throws(TemplateFault) -> Value
  {
    let elements = try items(of: value, operand: 0).elements
    let foldsCase = try !isSensitive(bound[0])
    let path = path(bound[1])
    guard var best = elements.first else { return Value(.undefined) }
    var bestKey = folded(try follow(path, from: best), foldsCase)
    for element in elements.dropFirst() {
      let key = folded(try follow(path, from: element), foldsCase)
      if try filter == .min ? precedes(key, bestKey) : precedes(bestKey, key) {
        best = element
        bestKey = key
      }
    }
    return best
  }

  private mutating func unique(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    let elements = try items(of: value, operand: 0).elements
    let foldsCase = try !isSensitive(bound[0])
    let path = path(bound[1])
    let seen = arena.newMap(capacity: 8)
    var result: [Value] = []
    for element in elements {
      let key = folded(try follow(path, from: element), foldsCase)
      if key.tag == .undefined { throw undefined(key, operand: 255) }
      guard key.isKey || key.tag == .object else {
        throw TemplateFault(.type, "\(ValueText.kindName(key)) cannot be told from others")
      }
      guard let memory = seen.mapMemory, memory.pointee.find(key) == nil else { continue }
      memory.pointee.set(key, to: .none, in: arena)
      result.append(element)
    }
    return arena.list(result)
  }

  private mutating func grouped(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    let elements = try items(of: value, operand: 0).elements
    let path = path(bound[0])
    let standard = bound[1].flatMap { $0.tag == .none ? nil : $0 }
    let foldsCase = try !isSensitive(bound[2])
    var keys: [Value] = []
    for element in elements {
      keys.append(folded(try follow(path, from: element, standard: standard), foldsCase))
    }
    var groups: [Value] = []
    var members: [Value] = []
    var current: Value?
    func close(_ key: Value?, _ members: [Value]) throws(TemplateFault) {
      guard let first = members.first, let key else { return }
      let shown = foldsCase ? try follow(path, from: first, standard: standard) : key
      var group = arena.tuple([shown, arena.list(members)])
      group.flags.insert(.group)
      groups.append(group)
    }
    for index in try order(keys, reverse: false) {
      if let known = current, ValueOrder.equal(known, keys[index]) {
        members.append(elements[index])
        continue
      }
      try close(current, members)
      current = keys[index]
      members = [elements[index]]
    }
    try close(current, members)
    return arena.list(groups)
  }

  // MARK: - Making one of many, and many of one

  private func sum(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    let elements = try items(of: value, operand: 0).elements
    let path = path(bound[0])
    var total = bound[1] ?? .int(0)
    if total.tag == .string { throw TemplateFault(.type, "strings are joined with 'join'") }
    for element in elements {
      let value = try follow(path, from: element)
      if value.tag == .undefined { throw undefined(value, operand: 255) }
      total = try binary(.add, total, value)
    }
    return total
  }

  private mutating func joined(_ value: Value, _ bound: Bound, _ escapes: Bool)
    throws(TemplateFault) -> Value
  {
    let path = path(bound[1])
    let hasPath = bound[1].map { $0.tag != .none } ?? false
    var separator = Value(.string, flags: [.clean, .ascii])
    if let given = bound[0] { separator = try text(given, operand: bound.operand(0)) }
    let elements = try items(of: value, operand: 0).elements
    var safe = escapes && separator.flags.contains(.safe)
    var parts: [Value] = []
    parts.reserveCapacity(elements.count)
    for element in elements {
      let item = hasPath ? try follow(path, from: element) : element
      let text = try text(item, operand: 255)
      if escapes, text.flags.contains(.safe) { safe = true }
      parts.append(text)
    }
    let start = out.count
    for (index, part) in parts.enumerated() {
      if index > 0 { try print(separator, safe ? 1 : 0) }
      try print(part, safe ? 1 : 0)
    }
    return captured(from: start, safe: safe)
  }

  private func batched(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    let elements = try items(of: value, operand: 0).elements
    let fill = bound[1].flatMap { $0.tag == .none ? nil : $0 }
    let size = bound[0] ?? .none
    if size.tag == .undefined { throw undefined(size, operand: bound.operand(0)) }
    var batches: [Value] = []
    var batch: [Value] = []
    for element in elements {
      if ValueOrder.equal(.int(batch.count), size) {
        batches.append(arena.list(batch))
        batch = []
      }
      batch.append(element)
    }
    guard !batch.isEmpty else { return arena.list(batches) }
    if let fill {
      let count = try integer(size, "linecount", operand: bound.operand(0))
      if count > Self.sizeLimit / 16 { throw TemplateFault(.value, "'linecount' is too large") }
      while batch.count < count { batch.append(fill) }
    }
    batches.append(arena.list(batch))
    return arena.list(batches)
  }

  private func sliced(_ value: Value, _ bound: Bound) throws(TemplateFault) -> Value {
    let elements = try items(of: value, operand: 0).elements
    let count = try integer(bound[0] ?? .none, "slices", operand: bound.operand(0))
    let fill = bound[1].flatMap { $0.tag == .none ? nil : $0 }
    if count == 0 { throw TemplateFault(.value, "'slices' is not 0") }
    if count > Self.sizeLimit / 16 { throw TemplateFault(.value, "'slices' is too large") }
    guard count > 0 else { return arena.list([]) }
    let each = elements.count / count
    let longer = elements.count % count
    var slices: [Value] = []
    var start = 0
    for index in 0..<count {
      let end = start + each + (index < longer ? 1 : 0)
      var part = Array(elements[start..<end])
      if let fill, index >= longer { part.append(fill) }
      slices.append(arena.list(part))
      start = end
    }
    return arena.list(slices)
  }
}
