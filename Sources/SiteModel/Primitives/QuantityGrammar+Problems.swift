import SourceDiagnostics

extension QuantityGrammar {
  /// Teaches the order number, scale, measure where the measure was met first.
  static func refuseMeasureFirst(_ reader: ByteReader) throws(ParseProblem) {
    let all = reader.position..<reader.end
    let words = words(in: reader)
    guard let first = words.first else {
      throw ParseProblem(
        "an amount is missing", at: all, help: "for example 13.5B USD or 50 people")
    }
    if reader.bytes[first.lowerBound].isDigit || "+-.".utf8.contains(reader.bytes[first.lowerBound])
    {
      return
    }
    let text = reader.text(all)
    let sign = String(text.unicodeScalars.prefix { !$0.isASCIIDigit && $0 != " " })
    let amount = String(text.dropFirst(sign.count)).trimmedBlanks
    let codes = Currency.codes(forSymbol: sign)
    if !codes.isEmpty {
      throw ParseProblem(
        "a currency is written as its code, behind the amount",
        at: first.lowerBound..<first.lowerBound + sign.utf8.count,
        help: advice(codes, amount))
    }
    if let code = Currency(code: reader.text(first)), words.count > 1 {
      throw ParseProblem(
        "the currency stands behind the amount", at: first, help: "write \(amount) \(code.code)")
    }
    throw ParseProblem(
      "an amount begins with a number, a sign (~ > >= < <=) or 'several'", at: all,
      help: "for example 13.5B USD, ~50 people, several billion USD")
  }

  /// The problem of a word that names neither a currency nor a unit.
  static func unknownMeasure(
    _ name: String, at range: Range<Int>, after reader: ByteReader
  ) -> ParseProblem {
    let number = reader.text(0..<reader.position)
    if let slip = slips[name] {
      return ParseProblem(
        "'\(name)' is not a scale, a unit or a currency's code", at: range, help: slip)
    }
    for count in [2, 1] {
      let sign = String(name.suffix(count))
      let codes = Currency.codes(forSymbol: sign)
      if codes.isEmpty || sign.count != count { continue }
      return ParseProblem(
        "a currency is written as its code", at: range,
        help: advice(codes, number + name.dropLast(count)))
    }
    if Currency(code: name.uppercased()) != nil {
      return ParseProblem(
        "currency codes are written in capitals", at: range, help: name.uppercased())
    }
    if let split = attachedScale(name) {
      return ParseProblem(
        "a blank stands between the scale and the unit", at: range,
        help: "write \(number)\(split.scale) \(split.unit)")
    }
    if name.utf8.count == 3, name.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) {
      let near = Spelling.question(for: name, among: Currency.all.map(\.code))
      return ParseProblem("'\(name)' is not a currency of ISO 4217\(near)", at: range)
    }
    let near = Spelling.question(
      for: name, among: MeasureUnit.names + scales.keys.filter { $0.count > 3 }.sorted())
    return ParseProblem(
      "'\(name)' is not a unit that is known\(near)", at: range,
      help: !near.isEmpty
        ? nil
        : "units are " + MeasureUnit.all.map(\.symbol).joined(separator: ", ")
          + "; a currency is its code")
  }

  /// Letters that look like a scale and are not, with what to write.
  static let slips: [String: String] = [
    "m": "write M for million", "b": "write B for billion", "MM": "write M for million",
    "G": "write B for billion, GW or GB for a unit", "mln": "write M or million",
    "mrd": "write B or milliard", "md": "write B or milliard", "tr": "write T or trillion",
    "mW": "write MW for megawatt", "gw": "write GW", "mw": "write MW", "kw": "write kW",
    "KW": "write kW", "KWh": "write kWh", "KB": "write kB", "gb": "write GB", "tb": "write TB",
    "mb": "write MB", "billiard": "write 1000T", "quadrillion": "write 1000T",
    "dollars": "name the currency: USD, CAD, AUD …", "dollar": "name the currency: USD, CAD …",
    "euros": "write EUR", "euro": "write EUR", "pounds": "write GBP", "yen": "write JPY",
    "yuan": "write CNY", "employees": "write people", "jobs": "write people",
    "points-de-pourcentage": "write pp",
  ]

  private static func attachedScale(_ name: String) -> (scale: String, unit: String)? {
    for length in [2, 1] where name.utf8.count > length {
      let (scale, unit) = (String(name.prefix(length)), String(name.dropFirst(length)))
      guard scales[scale] != nil else { continue }
      let counted = MeasureUnit.named(unit).map { !$0.unit.isAttached } ?? false
      if counted || Currency(code: unit) != nil { return (scale, unit) }
    }
    return nil
  }

  private static func advice(_ codes: [String], _ amount: some StringProtocol) -> String {
    if amount.isEmpty { return "for example 13.5B \(codes[0])" }
    return codes.count == 1
      ? "write \(amount) \(codes[0])"
      : "write \(amount) \(codes[0]), or whichever is meant: "
        + codes.dropFirst().joined(separator: ", ")
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }
}

extension String {
  fileprivate var trimmedBlanks: Substring {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    return rest
  }
}
