/// Truth, printing, captures, and what is said when a value is missing.
extension Machine {
  /// The truth of a value; a strict undefined has none.
  @inline(__always)
  func isTrue(_ value: Value, operand: Int = 255) throws(TemplateFault) -> Bool {
    switch value.tag {
    case .bool, .int: return value.bits != 0
    case .string, .list, .tuple: return value.length != 0
    case .none: return false
    default: return try isTrueSlowly(value, operand)
    }
  }

  @inline(never)
  private func isTrueSlowly(_ value: Value, _ operand: Int) throws(TemplateFault) -> Bool {
    switch value.tag {
    case .undefined:
      if value.flags.contains(.silent) { return false }
      throw undefined(value, operand: operand)
    case .double: return Double(bitPattern: value.bits) != 0
    case .map, .record: return value.hasEntries
    default: return true
    }
  }

  /// Prints a value as the page's place wants it.
  @inline(__always)
  mutating func print(_ value: Value, _ mode: UInt8) throws(TemplateFault) {
    if value.tag == .string {
      if value.flags.rawValue & 3 != 0 || !escapes(mode) {
        out.append(value.utf8Buffer)
      } else {
        out.appendEscaped(value.utf8Buffer)
      }
    } else {
      try printSlowly(value, mode)
    }
  }

  @inline(never)
  private mutating func printSlowly(_ value: Value, _ mode: UInt8) throws(TemplateFault) {
    switch value.tag {
    case .int: out.append(Int(truncatingIfNeeded: value.bits))
    case .undefined:
      if !value.flags.contains(.silent) { throw undefined(value, operand: 255) }
    case .bool: out.append(value.bits != 0 ? "True" : "False")
    case .none: out.append("None")
    case .object where value.length == ObjectKind.module.rawValue:
      if let module = value.object(.module, as: ModuleObject.self) {
        out.append(module.pointee.text.utf8)
      }
    default:
      let start = out.count
      try ValueText.write(value, to: &out, self.reads, program)
      if escapes(mode) { escapeTail(from: start) }
    }
  }

  /// Escapes what was printed from `start` on.
  private mutating func escapeTail(from start: Int) {
    let tail = out.bytes(from: start)
    if TextFacts.flags(of: tail).contains(.clean) { return }
    let copy = arena.string(utf8: tail)
    out.truncate(to: start)
    out.appendEscaped(copy.utf8)
  }

  /// Takes what was printed from `start` on off the page and makes it a string.
  mutating func captured(from start: Int, safe: Bool) -> Value {
    let tail = out.bytes(from: start)
    let value = safe ? arena.copy(tail, flags: .safe) : arena.string(utf8: tail)
    out.truncate(to: start)
    return value
  }
}
