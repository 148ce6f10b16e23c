import SiteModel

/// An amount as a text says it.
struct Figure: Sendable, Hashable {
  /// How much.
  enum Amount: Sendable, Hashable {
    /// One number, its scale included: 13500000000 for "13.5 billion".
    case value(DecimalNumber)
    /// Several times ten to this power: 9 for "several billion".
    case magnitude(Int)
  }

  /// From the sign or number to the end of what is counted, in the text's bytes.
  var range: Range<Int>
  var amount: Amount
  /// Of what; nil when nothing that is known stands beside it.
  var measure: ProseMeasure?
  /// The power of ten said in words or a prefix: 9 for "5 billion" and for "5 GW".
  var power = 0
  /// Whether the number stands in words.
  var isSpelled = false
  /// Whether the words mean it roughly: « une cinquantaine ».
  var isRound = false

  /// Whether it is more than a count in passing ("two companies"): in digits, with a scale, or with
  /// money or per cent; and words from ten on.
  var isStated: Bool {
    if !isSpelled || power >= 3 || isRound { return true }
    switch measure {
    case .money, .unit("%"), .unit("pp"): return true
    default: break
    }
    if case .value(let value) = amount { return value > DecimalNumber(9) }
    return false
  }
}

/// A date as a text says it: a day, a month or a year.
struct ProseDate: Sendable, Hashable {
  /// All its bytes in the text.
  var range: Range<Int>
  var year: Int?
  var month: Int?
  var day: Int?
}

/// What stands between quotation marks.
struct QuotedWords: Sendable, Hashable {
  /// The marks included.
  var range: Range<Int>
  /// The words alone.
  var inside: Range<Int>
}
