/// The pattern of the short form of a quantity, put together from the words its parser knows.
///
/// It cannot compare: that a range goes upwards, and that a number has room, the parser says alone.
enum QuantityPattern {
  /// An amount with its qualifier and measure.
  static let quantity = [
    "(?:\(limit))?\(amount)", "(?:\(about))?\(range)", vague,
  ].joined(separator: "|")

  /// A number as `DecimalNumber` reads it.
  static let number = "[+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?"

  /// A number with a scale behind it or not.
  static let scaledNumber =
    "\(number)(?:\(blank)*\(any(scales.filter { $0 != "B" }))|B)?\(blank)*"

  /// Every unit with every prefix that it takes, in the order of the table.
  static let units: [String] = MeasureUnit.all.flatMap { unit in
    let prefixed = unit.prefixable.flatMap { name in
      MeasureUnit.prefixes.map { $0.key + name }
    }
    return [unit.symbol] + unit.aliases + prefixed
  }.filter { MeasureUnit.named($0) != nil }

  private static let blank = "[ \\t\\u00A0\\u202F]"
  private static let blanks = blank + "+"
  private static let softBlanks = "[ \\t]*"

  private static let about = "(?:~|≈|about |around )\(softBlanks)"
  private static let limit =
    "(?:>=|<=|[≥≤~≈><]|(?:about|around|over|more than|under|less than|up to|at least) )\(softBlanks)"

  private static let scales = QuantityGrammar.scales.keys.sorted()
  private static let currencies = Currency.all.map(\.code)
  /// What a scale may stand before: no prefix, no sign that touches its number.
  private static let counted =
    MeasureUnit.all.filter { !$0.isAttached }.flatMap { [$0.symbol] + $0.aliases } + currencies

  private static let measure = any(units + currencies)
  /// A scale, a measure, or both; `B` alone only where it touches the number.
  private static let tail =
    "(?:\(blank)*\(any(scales))\(blanks)\(any(counted))|\(blank)*\(any(scales.filter { $0 != "B" }))"
    + "|B|\(blank)*\(any((units + currencies).filter { !QuantityGrammar.scales.keys.contains($0) })))?"
    + "\(blank)*"

  private static let amount = number + tail
  private static let range =
    "\(number)(?:\(any(scales)))?(?:\(softBlanks)[-–]|[ \\t]+to )\(softBlanks)\(number)\(tail)"

  private static let lead = any(["ten", "tens", "dozen", "dozens", "hundred", "hundreds"])
  private static let scaleWord = any(scales.filter { $0.utf8.count > 1 })
  private static let pluralScale = any(scales.filter { $0.utf8.count > 2 && $0.hasSuffix("s") })
  private static let vague =
    "(?:several(?:\(blanks)\(lead)\(of))?|\(lead)\(of)|\(pluralScale)\(of))"
    + "(?:\(blanks)\(scaleWord)\(of))*(?:\(blanks)\(measure))?\(blank)*"
  private static let of = "(?:\(blanks)of)?"

  /// One of some fixed texts, longer ones first, so that a dialect that takes the first that fits
  /// takes the same.
  private static func any(_ texts: [String]) -> String {
    let sorted = texts.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    return "(?:" + sorted.map(escaped).joined(separator: "|") + ")"
  }

  private static func escaped(_ text: String) -> String {
    text.map { "+.*?()[]{}|^$\\/".contains($0) && $0 != "/" ? "\\\($0)" : String($0) }.joined()
  }
}
