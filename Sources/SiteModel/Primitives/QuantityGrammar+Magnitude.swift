extension QuantityGrammar {
  /// Words for the first digit's place within a scale.
  private static let leads: [String: Int] = [
    "ten": 1, "tens": 1, "dozen": 1, "dozens": 1, "hundred": 2, "hundreds": 2,
  ]

  /// Reads `several billion USD`, `tens of millions EUR`, `several GW`, `hundreds of people`,
  /// `billions USD`; nil when the text does not begin so.
  static func magnitude(in reader: ByteReader) throws(ParseProblem) -> Quantity? {
    var words = words(in: reader)[...]
    guard let first = words.first else { return nil }
    func next() -> String { words.first.map { reader.text($0) } ?? "" }
    let opening = next()
    let isPlural = opening.hasSuffix("s") && opening.count > 2 && scales[opening] != nil
    guard opening == "several" || leads[opening] != nil || isPlural else { return nil }
    if opening == "several" { words.removeFirst() }
    var power = 0
    if let lead = leads[next()] {
      power = lead
      words.removeFirst()
      if next() == "of" { words.removeFirst() }
    }
    while let scale = scales[next()], next().count > 1 {
      power += scale
      words.removeFirst()
      if next() == "of" { words.removeFirst() }
    }
    if scales[next()] != nil, words.count > 1 {
      let letter = words[words.startIndex]
      throw ParseProblem(
        "a vague amount has its scale in words", at: letter,
        help: "write several billion, not several B")
    }
    let (measure, prefix) = try measure(reader, words)
    power += prefix
    guard Quantity.magnitudes.contains(power) else {
      throw ParseProblem("the amount is too great", at: first.lowerBound..<reader.end)
    }
    return Quantity(.magnitude(power), .several, of: measure)
  }

  /// The canonical text of a magnitude.
  static func vagueText(_ power: Int, _ measure: Quantity.Measure?) -> String {
    let (scale, name) = vagueScale(power, measure)
    let words = [lead(power - scale.power), scale.word, name].filter { !$0.isEmpty }
    return words.joined(separator: " ")
  }

  private static func lead(_ digits: Int) -> String {
    switch digits {
    case 0: "several"
    case 1: "tens of"
    default: "hundreds of"
    }
  }

  private static func vagueScale(
    _ power: Int, _ measure: Quantity.Measure?
  ) -> (scale: (power: Int, word: String), name: String) {
    if case .unit(let unit)? = measure, unit.takesPrefixes {
      let prefix = MeasureUnit.prefixes.last { $0.value <= power }
      return ((prefix?.value ?? 0, ""), prefix.map { $0.key + unit.symbol } ?? unit.plainName)
    }
    // Above the trillion the words are put together: a thousand trillion, a million trillion.
    let above = power >= 15 ? " trillion" : ""
    let rest = power >= 15 ? power - 12 : power
    let words: KeyValuePairs<Int, String> = [
      0: "", 3: "thousand", 6: "million", 9: "billion", 12: "trillion",
    ]
    let scale = words.last { $0.key <= rest }
    let word = (scale?.value ?? "") + above
    let isCounted = (scale?.key ?? 0) < rest && !word.isEmpty
    return (
      ((scale?.key ?? 0) + power - rest, isCounted ? word + "s" : word), plainName(measure)
    )
  }
}
