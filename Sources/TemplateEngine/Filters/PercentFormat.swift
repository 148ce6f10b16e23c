/// The `format` filter: C's conversions, with the values of a call.
extension Machine {
  mutating func format(_ value: Value, _ arguments: Operands) throws(TemplateFault) -> Value {
    let text = try text(value, operand: 0)
    let named = arguments.named(program)
    if arguments.positionalCount > 0, !named.isEmpty {
      throw TemplateFault(.type, "filter 'format' takes positional or named arguments, not both")
    }
    var formatter = PercentFormatter(
      positional: Array(arguments.positional), named: named, escapes: text.flags.contains(.safe))
    let start = out.count
    do {
      try formatter.run(text.utf8, &self)
    } catch {
      out.truncate(to: start)
      throw error
    }
    return captured(from: start, safe: text.flags.contains(.safe))
  }
}

/// Fills the conversions of one format.
private struct PercentFormatter {
  let positional: [Value]
  let named: [(Value, Value)]
  let escapes: Bool
  private var next = 0

  init(positional: [Value], named: [(Value, Value)], escapes: Bool) {
    self.positional = positional
    self.named = named
    self.escapes = escapes
  }

  private struct Conversion {
    var name: [UInt8]?
    var left = false
    var plus = false
    var space = false
    var zero = false
    var alternate = false
    var width = 0
    var precision: Int?
    var letter: UInt8 = 0
  }

  mutating func run(_ text: UTF8Text, _ machine: inout Machine)
    throws(TemplateFault)
  {
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      guard byte == UInt8(ascii: "%") else {
        machine.out.append(byte)
        continue
      }
      let conversion = try parse(text, &index, machine)
      try write(conversion, &machine)
    }
    if named.isEmpty, next < positional.count {
      throw TemplateFault(
        .type, "the format uses \(next) values, but \(positional.count) are given")
    }
  }

  private mutating func parse(
    _ text: UTF8Text, _ index: inout Int, _ machine: borrowing Machine
  ) throws(TemplateFault) -> Conversion {
    var result = Conversion()
    func byte() -> UInt8 { index < text.count ? text[index] : 0 }
    if byte() == UInt8(ascii: "(") {
      var depth = 1
      var name: [UInt8] = []
      index += 1
      while index < text.count, depth > 0 {
        if byte() == UInt8(ascii: "(") { depth += 1 }
        if byte() == UInt8(ascii: ")") { depth -= 1 }
        if depth > 0 { name.append(byte()) }
        index += 1
      }
      if depth > 0 { throw TemplateFault(.value, "a name in the format is not closed") }
      result.name = name
    }
    while true {
      switch byte() {
      case UInt8(ascii: "-"): result.left = true
      case UInt8(ascii: "+"): result.plus = true
      case UInt8(ascii: " "): result.space = true
      case UInt8(ascii: "0"): result.zero = true
      case UInt8(ascii: "#"): result.alternate = true
      default:
        result.width = try number(text, &index, machine) ?? 0
        if result.width < 0 {
          result.left = true
          result.width = -result.width
        }
        if byte() == UInt8(ascii: ".") {
          index += 1
          result.precision = max(0, try number(text, &index, machine) ?? 0)
        }
        while [UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "L")].contains(byte()) {
          index += 1
        }
        guard index < text.count else { throw TemplateFault(.value, "the format is not complete") }
        result.letter = byte()
        index += 1
        return result
      }
      index += 1
    }
  }

  private mutating func number(
    _ text: UTF8Text, _ index: inout Int, _ machine: borrowing Machine
  ) throws(TemplateFault) -> Int? {
    if index < text.count, text[index] == UInt8(ascii: "*") {
      index += 1
      let value = try take()
      guard value.tag == .int || value.tag == .bool,
        let width = Int(exactly: Int64(bitPattern: value.bits)),
        abs(width) < 1 << 20
      else { throw TemplateFault(.type, "'*' needs an integer") }
      return width
    }
    var result: Int?
    while index < text.count, text[index] &- 48 < 10 {
      result = (result ?? 0) * 10 + Int(text[index] - 48)
      guard (result ?? 0) < 1 << 20 else { throw TemplateFault(.value, "the width is too large") }
      index += 1
    }
    return result
  }

  private mutating func take() throws(TemplateFault) -> Value {
    guard next < positional.count else {
      throw TemplateFault(.type, "the format needs more values than are given")
    }
    next += 1
    return positional[next - 1]
  }

  private mutating func value(_ conversion: Conversion, _ machine: inout Machine)
    throws(TemplateFault) -> Value
  {
    if let name = conversion.name {
      guard !named.isEmpty else {
        throw TemplateFault(.type, "the format names its values, but none has a name")
      }
      guard let found = named.first(where: { $0.0.utf8.elementsEqual(name) }) else {
        throw TemplateFault(
          .value, "the format names '\(String(decoding: name, as: UTF8.self))', which is not given")
      }
      return found.1
    }
    if named.isEmpty { return try take() }
    guard next == 0 else {
      throw TemplateFault(.type, "the format needs more values than are given")
    }
    next += 1
    let map = machine.arena.newMap(capacity: named.count)
    for (name, value) in named { map.mapMemory?.pointee.set(name, to: value, in: machine.arena) }
    return map
  }

  private mutating func write(_ conversion: Conversion, _ machine: inout Machine)
    throws(TemplateFault)
  {
    if conversion.letter == UInt8(ascii: "%") {
      machine.out.append(UInt8(ascii: "%"))
      return
    }
    let letter = Character(UnicodeScalar(conversion.letter))
    guard "sdiufFeEgGxXoc".contains(letter) else {
      throw TemplateFault(.value, "'%\(letter)' is not a conversion")
    }
    let value = try value(conversion, &machine)
    if value.tag == .undefined, !value.flags.contains(.silent) {
      throw machine.undefined(value, operand: min(next, 250))
    }
    switch letter {
    case "s":
      var text = try machine.text(value, operand: next)
      if escapes { text = try machine.escaped(text) }
      if let precision = conversion.precision {
        text = StringParts.slice(text, 0, precision, 1, in: machine.arena)
      }
      pad(
        Array(text.utf8), sign: [], conversion, count: StringParts.count(text), zero: false,
        &machine)
    case "c": try character(value, conversion, &machine)
    case "d", "i", "u": try integer(value, conversion, &machine)
    case "x", "X", "o": try radix(value, conversion, letter, &machine)
    default: try float(value, conversion, letter, &machine)
    }
  }

  private func character(_ value: Value, _ conversion: Conversion, _ machine: inout Machine)
    throws(TemplateFault)
  {
    var bytes: [UInt8] = []
    if !escapes, value.tag == .int || value.tag == .bool {
      guard let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: value.bits)),
        value.bits < 0x11_0000
      else { throw TemplateFault(.value, "'%c' needs the number of a character") }
      UTF8Scan.append(scalar, to: &bytes)
    } else if !escapes, value.tag == .string, StringParts.count(value) == 1 {
      bytes = Array(value.utf8)
    } else {
      throw TemplateFault(.type, "'%c' needs one character")
    }
    pad(bytes, sign: [], conversion, count: 1, zero: false, &machine)
  }

  private func integer(_ value: Value, _ conversion: Conversion, _ machine: inout Machine)
    throws(TemplateFault)
  {
    let number: Int
    switch value.tag {
    case .int, .bool: number = Int(truncatingIfNeeded: value.bits)
    case .double:
      guard value.number.isFinite else {
        throw TemplateFault(.value, "the number is not finite")
      }
      guard let whole = Int(exactly: value.number.rounded(.towardZero)) else {
        throw TemplateFault(.value, "the number does not fit into 64 bits")
      }
      number = whole
    default: throw TemplateFault(.type, "'%d' needs a number, not \(ValueText.kindName(value))")
    }
    var digits = Array(String(number.magnitude).utf8)
    if let precision = conversion.precision, precision > digits.count {
      digits.insert(contentsOf: [UInt8](repeating: 0x30, count: precision - digits.count), at: 0)
    }
    pad(
      digits, sign: sign(number < 0, conversion), conversion, count: digits.count, zero: true,
      &machine)
  }

  private func sign(_ negative: Bool, _ conversion: Conversion) -> [UInt8] {
    negative ? [0x2D] : conversion.plus ? [0x2B] : conversion.space ? [0x20] : []
  }

  private func radix(
    _ value: Value, _ conversion: Conversion, _ letter: Character, _ machine: inout Machine
  ) throws(TemplateFault) {
    guard !escapes, value.tag == .int || value.tag == .bool else {
      throw TemplateFault(.type, "'%\(letter)' needs an integer, not \(ValueText.kindName(value))")
    }
    let number = Int(truncatingIfNeeded: value.bits)
    var digits = Array(
      String(number.magnitude, radix: letter == "o" ? 8 : 16, uppercase: letter == "X").utf8)
    if let precision = conversion.precision, precision > digits.count {
      digits.insert(contentsOf: [UInt8](repeating: 0x30, count: precision - digits.count), at: 0)
    }
    var sign = sign(number < 0, conversion)
    if conversion.alternate { sign += [0x30, letter == "o" ? 0x6F : letter == "x" ? 0x78 : 0x58] }
    pad(digits, sign: sign, conversion, count: digits.count, zero: true, &machine)
  }

  private func float(
    _ value: Value, _ conversion: Conversion, _ letter: Character, _ machine: inout Machine
  ) throws(TemplateFault) {
    let number: Double
    switch value.tag {
    case .int, .bool, .double: number = value.number
    case .string where escapes:
      guard let parsed = NumberText.double(value.utf8) else {
        throw TemplateFault(.value, "'%\(letter)' needs a number")
      }
      number = parsed
    default:
      throw TemplateFault(.type, "'%\(letter)' needs a number, not \(ValueText.kindName(value))")
    }
    let precision = Int32(min(conversion.precision ?? 6, 1000))
    let format = "%" + (conversion.alternate ? "#" : "") + ".*" + String(letter)
    let digits = Array(NumberText.formatted(number.magnitude, format, precision).utf8)
    let isNegative = number.sign == .minus && !number.isNaN
    pad(
      digits, sign: sign(isNegative, conversion), conversion, count: digits.count, zero: true,
      &machine)
  }

  private func pad(
    _ bytes: [UInt8], sign: [UInt8], _ conversion: Conversion, count: Int, zero: Bool,
    _ machine: inout Machine
  ) {
    let room = max(0, conversion.width - count - sign.count)
    let filler = [UInt8](
      repeating: zero && conversion.zero && !conversion.left ? 0x30 : 0x20, count: room)
    if conversion.left {
      machine.out.append(sign)
      machine.out.append(bytes)
      machine.out.append(filler)
    } else if filler.first == 0x30 {
      machine.out.append(sign)
      machine.out.append(filler)
      machine.out.append(bytes)
    } else {
      machine.out.append(filler)
      machine.out.append(sign)
      machine.out.append(bytes)
    }
  }
}
