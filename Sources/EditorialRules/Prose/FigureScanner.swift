import SiteModel

/// Finds amounts and dates in tokens, in one pass.
///
/// What it cannot read for certain (versions, ratios, times of day, "1,5" in English) it leaves out:
/// a rule that compares figures must not compare a misreading.
struct FigureScanner {
  let text: [UInt8]
  let tokens: [ProseToken]
  let lexicon: Lexicon

  private(set) var figures: [Figure] = []
  /// The token at which the last figure begins.
  private var lastStart = 0
  private(set) var dates: [ProseDate] = []
  /// The token at hand.
  var index = 0

  init(_ text: [UInt8], _ tokens: [ProseToken], _ lexicon: Lexicon) {
    self.text = text
    self.tokens = tokens
    self.lexicon = lexicon
  }

  /// Reads all tokens.
  mutating func scan() {
    while index < tokens.count {
      let start = index
      // Most words are in no list.
      if tokens[start].kind != .number, tokens[start].word == 0 {
        index += 1
        continue
      }
      if let date = date() {
        dates.append(date)
      } else if let figure = figure() {
        shareScale(with: figure, at: start)
        figures.append(figure)
        lastStart = start
      } else {
        index = max(index, start + 1)
      }
    }
  }

  private mutating func figure() -> Figure? {
    switch tokens[index].kind {
    case .number: return numberFigure()
    case .sign: return nil
    case .word:
      let meaning = meaning(index)
      if meaning.number != nil { return spelledFigure() }
      if meaning.roundNumber != nil { return roundFigure() }
      return vagueFigure()
    }
  }

  // MARK: Numbers in digits

  private mutating func numberFigure() -> Figure? {
    let start = index
    let token = tokens[start]
    index = start + 1
    if isPartOfName(start) || skipsRatio() { return nil }
    let value = Self.value(text, token.range, lexicon)
    var power = 0
    var measure: ProseMeasure?
    let money = currency(before: start)
    if index < tokens.count, tokens[index].kind == .word, isAdjacent(index) {
      guard let suffix = suffix(index, hasCurrency: money != nil) else {
        index += 1
        return nil
      }
      power = suffix.power
      measure = suffix.measure
      index += 1
    }
    guard let value else { return nil }
    let figure = finish(
      value, from: money?.start ?? token.range.lowerBound, power: power,
      measure: measure ?? money.map { .money($0.code) })
    // "Windows 11" is a name, whether or not the site has a record of it.
    if let figure, figure.power == 0, figure.measure == nil, followsName(start) { return nil }
    return figure
  }

  /// Whether a word with a capital that no sentence's begin explains stands before a token.
  private func followsName(_ index: Int) -> Bool {
    guard index > 1, tokens[index - 1].kind == .word,
      text[tokens[index - 1].range].contains(where: { $0 &- 0x41 < 26 })
    else { return false }
    return !has(index - 2, ".") && !has(index - 2, "!") && !has(index - 2, "?")
      && !has(index - 2, "|") && !has(index - 2, "“") && !has(index - 2, "«")
  }

  /// Whether the number belongs to a name or a label: `GPT-4`, `§4`, "article 5".
  private func isPartOfName(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if before.kind == .word { return meaning(index - 1).isLabel }
    if has(index - 1, "°") || has(index - 1, "."), index > 1, meaning(index - 2).isLabel {
      return true
    }
    // An enumeration's (1), and article 5(2).
    if has(index - 1, "("), has(index + 1, ")"), tokens[index].range.count == 1 { return true }
    if has(index - 1, "§") || has(index - 1, "#") { return true }
    if before.range.upperBound == tokens[index].range.lowerBound, index > 1,
      has(index - 1, "-") || has(index - 1, "/") || has(index - 1, "."),
      tokens[index - 2].range.upperBound == before.range.lowerBound
    {
      return tokens[index - 2].kind == .word
    }
    return false
  }

  /// Passes over what follows a number in a time, a score or a fraction: `14:30`, `24/7`.
  private mutating func skipsRatio() -> Bool {
    var isRatio = false
    while index + 1 < tokens.count, has(index, ":") || has(index, "/"), isAdjacent(index),
      isAdjacent(index + 1), tokens[index + 1].kind == .number
    {
      isRatio = true
      index += 2
    }
    return isRatio
  }

  /// What letters right behind a number mean: `13B`, `5GW`, « 5Md ».
  private func suffix(
    _ index: Int, hasCurrency: Bool
  ) -> (power: Int, measure: ProseMeasure?)? {
    let word = String(decoding: text[tokens[index].range], as: UTF8.self)
    if let power = Self.letters[word] { return (power, nil) }
    switch word {
    case "m" where hasCurrency: return (6, nil)
    case "b" where hasCurrency: return (9, nil)
    // Decades and ordinals are no seconds.
    case "s": return nil
    default: break
    }
    if let unit = MeasureUnit.named(word) { return (unit.power, .unit(unit.unit.symbol)) }
    if let scale = meaning(index).scale { return (scale, nil) }
    return nil
  }

  private static let letters: [String: Int] = [
    "k": 3, "K": 3, "M": 6, "mn": 6, "Mio": 6, "B": 9, "bn": 9, "Bn": 9, "Md": 9, "Mds": 9,
    "Mrd": 9,
    "T": 12, "tn": 12, "Tn": 12,
  ]

  /// The power of ten of a letter between a number and a currency's sign: « 385 M€ ».
  private func scaleLetter(_ index: Int) -> Int? {
    guard index + 1 < tokens.count, tokens[index].kind == .word, isAdjacent(index + 1),
      tokens[index + 1].kind == .sign, currencySign(index + 1) != nil
    else { return nil }
    return Self.letters[String(decoding: text[tokens[index].range], as: UTF8.self)]
  }

  /// The currency whose sign or code stands before a number, and where it begins.
  private func currency(before index: Int) -> (code: String, start: Int)? {
    guard index > 0 else { return nil }
    let before = tokens[index - 1]
    if before.kind == .sign, let code = currencySign(index - 1) {
      guard code == "USD", index > 1, isAdjacent(index - 1), tokens[index - 2].kind == .word
      else { return (code, before.range.lowerBound) }
      let country = String(decoding: text[tokens[index - 2].range], as: UTF8.self)
      let codes = ["US": "USD", "A": "AUD", "C": "CAD", "HK": "HKD", "S": "SGD", "NZ": "NZD"]
      return (codes[country] ?? code, tokens[index - 2].range.lowerBound)
    }
    guard before.kind == .word, before.range.count == 3, before.isCapital,
      case let code = String(decoding: text[before.range], as: UTF8.self),
      Currency(code: code) != nil
    else { return nil }
    return (code, before.range.lowerBound)
  }

  /// The currency of a sign; a dollar sign may be any dollar.
  private func currencySign(_ index: Int) -> String? {
    for (sign, code) in Self.signs where has(index, sign) { return code }
    return nil
  }

  private static let signs: KeyValuePairs<StaticString, String> = [
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW",
  ]

  // MARK: Numbers in words

  private mutating func spelledFigure() -> Figure? {
    let start = tokens[index].range.lowerBound
    guard var value = meaning(index).number else { return nil }
    index += 1
    while index < tokens.count {
      let hasHyphen = has(index, "-") && isAdjacent(index)
      // « vingt et un »
      let joins = hasHyphen || has(index, "et") && value >= 20 && meaning(index + 1).number == 1
      let next = joins ? index + 1 : index
      guard next < tokens.count, let more = meaning(next).number else { break }
      if value == 4, more == 20, hasHyphen {
        value = 80
      } else if value >= 20, value < 100, value % 10 == 0, more < 20 {
        value += more
      } else {
        break
      }
      index = next + 1
    }
    guard var figure = finish(DecimalNumber(value), from: start, power: 0, measure: nil) else {
      return nil
    }
    // One is mostly an article or a pronoun.
    guard value > 1 || figure.power > 0 else { return nil }
    figure.isSpelled = true
    return figure
  }

  private mutating func roundFigure() -> Figure? {
    let start = tokens[index].range.lowerBound
    guard let value = meaning(index).roundNumber else { return nil }
    index += 1
    guard var figure = finish(DecimalNumber(value), from: start, power: 0, measure: nil) else {
      return nil
    }
    figure.isSpelled = true
    figure.isRound = true
    return figure
  }

  /// "several billion", "tens of millions", "billions of dollars", "several gigawatts".
  private mutating func vagueFigure() -> Figure? {
    let start = index
    var power = 0
    var isVague = false
    while let (phrase, end) = phrase(at: index, where: { $0 == .vague }) {
      power += phrase.power
      isVague = true
      index = end
      skipOf()
      skipHyphen()
    }
    var scale = 0
    while index < tokens.count,
      let more = isVague || scale > 0 ? meaning(index).scale : meaning(index).pluralScale
    {
      scale += more
      index += 1
      skipHyphen()
    }
    guard isVague || scale > 0 else {
      index = start + 1
      return nil
    }
    let end = index
    skipOf()
    let measure = measure()
    if measure == nil { index = end }
    power += scale + (measure?.power ?? 0)
    guard power >= 3 else {
      index = start + 1
      return nil
    }
    var figure = Figure(
      range: tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound,
      amount: .magnitude(power), measure: measure?.measure)
    figure.power = power
    figure.isSpelled = true
    return figure
  }

  // MARK: What follows a number

  /// Reads scale words and what is counted.
  private mutating func finish(
    _ number: DecimalNumber, from start: Int, power: Int, measure: ProseMeasure?
  ) -> Figure? {
    var power = power
    var measure = measure
    var end = index
    while true {
      let start = index
      skipHyphen()
      if power == 0 || index > start { skipOf() }
      guard index < tokens.count, let scale = meaning(index).scale ?? scaleLetter(index) else {
        index = start
        break
      }
      power += scale
      index += 1
      end = index
    }
    index = end
    if measure == nil {
      skipHyphen()
      skipOf()
      if let found = self.measure() {
        measure = found.measure
        power += found.power
        end = index
      }
    } else if case .money? = measure, let found = self.measure(), case .money = found.measure {
      end = index
    }
    index = end
    guard let value = number.shifted(by: power) else { return nil }
    var figure = Figure(
      range: start..<tokens[end - 1].range.upperBound, amount: .value(value), measure: measure)
    figure.power = power
    return figure
  }

  /// The measure at the token at hand, which is passed over.
  private mutating func measure() -> (measure: ProseMeasure, power: Int)? {
    guard index < tokens.count else { return nil }
    if has(index, "%") {
      index += 1
      return (.unit("%"), 0)
    }
    if tokens[index].kind == .sign, let code = currencySign(index) {
      index += 1
      return (.money(code), 0)
    }
    if let (phrase, end) = phrase(at: index, where: { $0.isMeasure }),
      case .measure(let measure, let power) = phrase.use
    {
      index = end
      return (measure, power)
    }
    guard tokens[index].kind == .word, tokens[index].range.count <= 6 else { return nil }
    if has(index, "US"), has(index + 1, "$") {
      index += 2
      return (.money("USD"), 0)
    }
    let name = String(decoding: text[tokens[index].range], as: UTF8.self)
    if let unit = MeasureUnit.named(name), name != "B" {
      index += 1
      return (.unit(unit.unit.symbol), unit.power)
    }
    guard name.utf8.count == 3, Currency(code: name) != nil else { return nil }
    index += 1
    return (.money(name), 0)
  }

  /// Gives the number before a figure its scale and measure, where both make a range:
  /// "10 to 15 billion dollars", "between 2 and 3%".
  private mutating func shareScale(with figure: Figure, at start: Int) {
    guard figure.power > 0 || figure.measure != nil, let last = figures.last, last.power == 0,
      last.measure == nil, start > 1, case .value(let low) = last.amount
    else { return }
    let joint = tokens[start - 1]
    guard tokens[start - 2].range.upperBound == last.range.upperBound else { return }
    let isBetween = lastStart > 0 && meaning(lastStart - 1).isBetween
    let isList = lexicon.group == 0x20 ? has(start - 1, "et") : has(start - 1, "and")
    guard has(start - 1, "-") || has(start - 1, "–") || meaning(start - 1).joinsRange,
      !isList || isBetween, joint.range.upperBound <= figure.range.lowerBound,
      let scaled = low.shifted(by: figure.power)
    else { return }
    figures[figures.count - 1].amount = .value(scaled)
    figures[figures.count - 1].power = figure.power
    figures[figures.count - 1].measure = figure.measure
  }
}

extension Lexicon.PhraseUse {
  /// Whether it names what is counted.
  var isMeasure: Bool {
    if case .measure = self { return true }
    return false
  }
}
