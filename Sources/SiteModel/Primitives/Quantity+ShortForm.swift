extension Quantity {
  /// Reads the short form: `13.5B USD`, `~50 people`, `>=100M EUR`, `49%`, `2-3B USD`, `5 GW`,
  /// `several billion USD`.
  ///
  /// Scales are k, M, B (or bn), T and the words thousand, million, milliard, billion, trillion in
  /// the short scale: a billion is a milliard, 10^9.
  package init(parsing text: some StringProtocol) throws(ParseProblem) {
    var reader = ByteReader(text)
    let qualifier = QuantityGrammar.takeQualifier(in: &reader)
    if let vague = try QuantityGrammar.magnitude(in: reader) {
      if let qualifier {
        throw ParseProblem(
          "'\(qualifier.text)' and 'several' do not go together",
          at: 0..<qualifier.end, help: "leave out '\(qualifier.text)'")
      }
      self = vague
      return
    }
    try QuantityGrammar.refuseMeasureFirst(reader)
    let start = reader.position
    let first = try DecimalNumber(in: &reader, allowingSign: true)
    let second = try QuantityGrammar.rangeEnd(in: &reader, first)
    let tail = try QuantityGrammar.tail(in: reader)
    let high = try QuantityGrammar.scaled(second?.max ?? first, tail.power, start..<reader.end)
    if let second {
      let low = try QuantityGrammar.scaled(
        second.min, second.minIsScaled ? 0 : tail.power, start..<reader.end)
      guard low <= high else {
        throw ParseProblem(
          "a range goes from the lesser to the greater", at: start..<reader.end,
          help: second.min <= second.max
            ? "give each number its own scale, as in 900M-1B USD" : nil)
      }
      guard qualifier == nil || qualifier?.meaning == .qualified(.about) else {
        throw ParseProblem(
          "a range has its limits in itself", at: 0..<start, help: "leave out the sign before it")
      }
      self.init(.range(min: low, max: high), qualifier == nil ? .exact : .about, of: tail.measure)
      return
    }
    switch qualifier?.meaning {
    case .atLeast: self.init(.atLeast(high), .exact, of: tail.measure)
    case .qualified(let limit): self.init(.value(high), limit, of: tail.measure)
    case nil: self.init(.value(high), of: tail.measure)
    }
  }
}

extension Quantity: CustomStringConvertible {
  /// The canonical short form, which `init(parsing:)` reads back. It holds the amount, its
  /// qualifier and its measure; words and nature have no short form.
  package var description: String {
    switch amount {
    case .magnitude(let power): return QuantityGrammar.vagueText(power, measure)
    case .atLeast(let value): return ">=" + QuantityGrammar.text(value, measure)
    case .value(let value): return sign + QuantityGrammar.text(value, measure)
    case .range(let min, let max): return sign + QuantityGrammar.text(min, max, measure)
    }
  }

  private var sign: String {
    switch qualifier {
    case .exact, .several: ""
    case .about: "~"
    case .over: ">"
    case .under: "<"
    case .upTo: "<="
    }
  }
}
