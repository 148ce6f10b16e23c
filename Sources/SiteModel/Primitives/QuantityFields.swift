import SourceDiagnostics

/// A quantity as it is written in full, each field still text; `quantity()` reads them together.
package struct QuantityFields: Sendable, Hashable {
  /// One number; a scale may follow it (`15B`).
  package var value: String?
  /// The lesser end of a range.
  package var min: String?
  /// The greater end of a range.
  package var max: String?
  /// A power of ten, where the source says only "several".
  package var magnitude: String?
  /// The qualifier.
  package var q: String?
  /// A currency's code.
  package var currency: String?
  /// A unit, with an SI prefix or without.
  package var unit: String?
  /// The source's words.
  package var verbatim: String?
  /// The kind of figure.
  package var nature: String?
  /// The names of the fields that the writer supplied.
  package var inferred: [String]

  /// No field at all.
  package init() { inferred = [] }

  /// The keys that a quantity's map may have.
  package static let keys = [
    "value", "min", "max", "magnitude", "q", "currency", "unit", "verbatim", "nature", "inferred",
  ]

  /// The fields of a quantity, of which `quantity()` makes the same again.
  package init(_ quantity: Quantity) {
    inferred = quantity.inferred.map(\.rawValue)
    switch quantity.amount {
    case .value(let number) where quantity.qualifier == .upTo: max = number.description
    case .value(let number): value = number.description
    case .atLeast(let number): min = number.description
    case .range(let low, let high): (min, max) = (low.description, high.description)
    case .magnitude(let power): magnitude = String(power)
    }
    switch quantity.qualifier {
    case .exact, .upTo: break
    case .about, .over, .under, .several: q = quantity.qualifier.rawValue
    }
    currency = quantity.currency?.code
    unit = quantity.unit?.symbol
    verbatim = quantity.verbatim
    nature = quantity.nature?.rawValue
  }

  /// The quantity that the fields make; throws the first problem, with the field it stands in. A
  /// problem of the n-th name in `inferred` has the field `inferred[n]`.
  package func quantity() throws(FieldProblem) -> Quantity {
    let (measure, prefix) = try measureAndPrefix()
    let limit = try q.map { (text) throws(FieldProblem) in
      try Self.word(text, "q", Quantity.Qualifier.self)
    }
    let amount = try amount(prefix: prefix, limit: limit)
    let kind = try nature.map { (text) throws(FieldProblem) in
      try Self.word(text, "nature", Quantity.Nature.self)
    }
    var supplied: [Quantity.Inferred] = []
    for (index, text) in inferred.enumerated() {
      supplied.append(try Self.word(text, "inferred[\(index)]", Quantity.Inferred.self))
    }
    return Quantity(
      amount.amount, amount.qualifier, of: measure, verbatim: verbatim, nature: kind,
      inferred: supplied)
  }

  private func measureAndPrefix() throws(FieldProblem) -> (Quantity.Measure?, Int) {
    if let currency {
      if unit != nil {
        throw FieldProblem(
          "unit",
          ParseProblem(
            "a quantity has a currency or a unit, not both", at: 0..<(unit?.utf8.count ?? 0)))
      }
      return try measure(named: currency, in: "currency")
    }
    if let unit { return try measure(named: unit, in: "unit") }
    return (nil, 0)
  }

  private func measure(
    named name: String, in field: String
  ) throws(FieldProblem) -> (Quantity.Measure?, Int) {
    let range = 0..<name.utf8.count
    do throws(ParseProblem) {
      let found = try QuantityGrammar.measure(ByteReader(name), [range])
      switch found.0 {
      case .unit where field == "currency":
        throw ParseProblem(
          "'\(name)' is a unit", at: range, help: "give it in the field 'unit'")
      case .currency where field == "unit":
        throw ParseProblem(
          "'\(name)' is a currency", at: range, help: "give it in the field 'currency'")
      default: return found
      }
    } catch { throw FieldProblem(field, error) }
  }

  private func amount(
    prefix: Int, limit: Quantity.Qualifier?
  ) throws(FieldProblem) -> (amount: Quantity.Amount, qualifier: Quantity.Qualifier) {
    if let magnitude { return try vague(magnitude, prefix, limit) }
    if limit == .several {
      throw FieldProblem(
        "q",
        ParseProblem(
          "'several' goes with a magnitude", at: 0..<7, help: "magnitude: 9 for several billion"))
    }
    if let value {
      if min != nil || max != nil {
        throw FieldProblem(
          "value", ParseProblem("a value and a range exclude each other", at: 0..<value.utf8.count))
      }
      return (.value(try number(value, "value", prefix)), limit ?? .exact)
    }
    guard min != nil || max != nil else {
      throw FieldProblem(
        "value",
        ParseProblem("a quantity has a value, a min or max, or a magnitude", at: 0..<0))
    }
    guard limit == nil || limit == .exact || limit == .about else {
      throw FieldProblem(
        "q",
        ParseProblem("a range has its limits in itself", at: 0..<(q?.utf8.count ?? 0)))
    }
    let low = try min.map { (text) throws(FieldProblem) in try number(text, "min", prefix) }
    let high = try max.map { (text) throws(FieldProblem) in try number(text, "max", prefix) }
    switch (low, high) {
    case (let low?, let high?):
      guard low <= high else {
        throw FieldProblem(
          "min",
          ParseProblem(
            "a range goes from the lesser to the greater", at: 0..<(min?.utf8.count ?? 0)))
      }
      return (.range(min: low, max: high), limit ?? .exact)
    case (let low?, nil): return (.atLeast(low), .exact)
    case (nil, let high?): return (.value(high), .upTo)
    case (nil, nil): return (.value(.zero), .exact)
    }
  }

  private func vague(
    _ text: String, _ prefix: Int, _ limit: Quantity.Qualifier?
  ) throws(FieldProblem) -> (amount: Quantity.Amount, qualifier: Quantity.Qualifier) {
    let whole = 0..<text.utf8.count
    for (field, other) in [("value", value), ("min", min), ("max", max)] {
      if let other {
        throw FieldProblem(
          field,
          ParseProblem("a number and a magnitude exclude each other", at: 0..<other.utf8.count))
      }
    }
    guard text.utf8.count <= 2, let power = Int(text),
      Quantity.magnitudes.contains(power + prefix), power >= 0
    else {
      throw FieldProblem(
        "magnitude",
        ParseProblem(
          "a magnitude is a power of ten, 0 to 26", at: whole,
          help: "6 for millions, 9 for billions, 10 for tens of billions"))
    }
    guard limit == nil || limit == .several else {
      throw FieldProblem(
        "q",
        ParseProblem(
          "a magnitude is always 'several'", at: 0..<(q?.utf8.count ?? 0), help: "several"))
    }
    return (.magnitude(power + prefix), .several)
  }

  /// A number, a scale behind it or not.
  private func number(
    _ text: String, _ field: String, _ prefix: Int
  ) throws(FieldProblem) -> DecimalNumber {
    do throws(ParseProblem) {
      var reader = ByteReader(text)
      let number = try DecimalNumber(in: &reader, allowingSign: true)
      let tail = try QuantityGrammar.tail(in: reader)
      let rest = reader.position..<reader.end
      if tail.measure != nil {
        throw ParseProblem(
          "the measure has a field of its own", at: rest, help: "'currency' or 'unit'")
      }
      return try QuantityGrammar.scaled(number, tail.power + prefix, 0..<reader.end)
    } catch { throw FieldProblem(field, error) }
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, _ field: String, _: Word.Type
  ) throws(FieldProblem) -> Word where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    throw FieldProblem(
      field,
      ParseProblem(
        "'\(text)' is not known here" + Spelling.question(for: text, among: words),
        at: 0..<text.utf8.count, help: "one of " + words.joined(separator: ", ")))
  }
}
