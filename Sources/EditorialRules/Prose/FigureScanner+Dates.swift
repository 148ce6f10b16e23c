import SiteModel

/// Dates: "12 June 2025", "June 12, 2025", « le 1er juin », "in June", `2025-06-12`, "2025".
extension FigureScanner {
  /// The date at the token at hand, which is passed over.
  mutating func date() -> ProseDate? {
    let token = tokens[index]
    switch token.kind {
    case .sign: return nil
    case .number: return isoDate() ?? dayFirst() ?? bareYear()
    case .word:
      guard meaning(index).month > 0, token.isCapital || lexicon.language != "en" else {
        return nil
      }
      return monthFirst()
    }
  }

  private func number(_ index: Int, _ digits: ClosedRange<Int>, in range: ClosedRange<Int>) -> Int?
  {
    guard tokens.indices.contains(index), tokens[index].kind == .number,
      digits.contains(tokens[index].range.count)
    else { return nil }
    var value = 0
    for byte in text[tokens[index].range] {
      guard ProseTokenizer.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return range.contains(value) ? value : nil
  }

  private func day(_ index: Int) -> Int? { number(index, 1...2, in: 1...31) }
  private func year(_ index: Int) -> Int? { number(index, 4...4, in: 1900...2099) }

  private mutating func take(
    _ first: Int, to last: Int, year: Int? = nil, month: Int? = nil, day: Int? = nil
  ) -> ProseDate {
    index = last + 1
    return ProseDate(
      range: tokens[first].range.lowerBound..<tokens[last].range.upperBound, year: year,
      month: month, day: day)
  }

  private mutating func isoDate() -> ProseDate? {
    guard let year = year(index), has(index + 1, "-"), isAdjacent(index + 1),
      let month = number(index + 2, 2...2, in: 1...12)
    else { return nil }
    if has(index + 3, "-"), let day = number(index + 4, 2...2, in: 1...31) {
      return take(index, to: index + 4, year: year, month: month, day: day)
    }
    return take(index, to: index + 2, year: year, month: month)
  }

  /// "12 June", "12th of June 2025", « 1er juin », "12 and 13 June", "12–13 June".
  private mutating func dayFirst() -> ProseDate? {
    guard let day = day(index), !isMoneyBefore else { return nil }
    let first = index
    var next = afterOrdinal(index + 1)
    if next < tokens.count, meaning(next).month == 0, self.day(next + 1) != nil,
      has(next, "-") || has(next, "–") || meaning(next).joinsRange || has(next, "au")
    {
      next = afterOrdinal(next + 2)
    }
    if has(next, "of") { next += 1 }
    guard isMonth(next) else { return nil }
    let month = meaning(next).month
    var last = next
    if has(last + 1, "."), isAdjacent(last + 1), year(last + 2) != nil { last += 1 }
    if has(last + 1, ","), year(last + 2) != nil { last += 1 }
    if let year = year(last + 1) {
      return take(first, to: last + 1, year: year, month: month, day: day)
    }
    return take(first, to: next, month: month, day: day)
  }

  private func afterOrdinal(_ index: Int) -> Int {
    let isOrdinal =
      index < tokens.count && isAdjacent(index)
      && (has(index, "st") || has(index, "nd") || has(index, "rd") || has(index, "th")
        || has(index, "er"))
    return isOrdinal ? index + 1 : index
  }

  private func isMonth(_ index: Int) -> Bool {
    guard index < tokens.count, meaning(index).month > 0 else { return false }
    return tokens[index].isCapital || lexicon.language != "en"
  }

  private var isMoneyBefore: Bool {
    has(index - 1, "$") || has(index - 1, "€") || has(index - 1, "£")
  }

  /// "June 12, 2025", "June 2025", "in June"; a month alone only behind a word that opens one.
  private mutating func monthFirst() -> ProseDate? {
    let first = index
    let month = meaning(index).month
    var next = index + 1
    if has(next, "."), isAdjacent(next) { next += 1 }
    if let year = year(next) { return take(first, to: next, year: year, month: month) }
    if lexicon.language == "en", let day = day(next), !isCounted(afterOrdinal(next + 1)) {
      let last = afterOrdinal(next + 1) - 1
      let comma = has(last + 1, ",") ? last + 2 : last + 1
      if let year = year(comma) {
        return take(first, to: comma, year: year, month: month, day: day)
      }
      return take(first, to: last, month: month, day: day)
    }
    guard first > 0 else { return nil }
    let opener = has(first - 1, "-") || has(first - 1, "'") ? first - 2 : first - 1
    guard opener >= 0, meaning(opener).opensMonth || meaning(first - 1).opensMonth else {
      return nil
    }
    return take(first, to: first, month: month)
  }

  /// Whether a number is followed by what makes it an amount.
  private func isCounted(_ index: Int) -> Bool {
    has(index, "%") || meaning(index).scale != nil || hasMeasure(index)
  }

  private func hasMeasure(_ index: Int) -> Bool {
    phrase(at: index, where: { $0.isMeasure }) != nil
  }

  private mutating func bareYear() -> ProseDate? {
    guard let year = year(index), !isMoneyBefore, !isCounted(index + 1),
      !has(index + 1, "€"), !has(index + 1, "$")
    else { return nil }
    if index + 1 < tokens.count, tokens[index + 1].kind == .word, isAdjacent(index + 1) {
      return nil
    }
    // "2023–24" and "2023-2025" are one.
    if has(index + 1, "-") || has(index + 1, "–"), isAdjacent(index + 1), index + 2 < tokens.count,
      isAdjacent(index + 2), tokens[index + 2].kind == .number
    {
      return take(index, to: index + 2, year: year)
    }
    if index > 0, meaning(index - 1).isLabel { return nil }
    if index > 1, has(index - 1, "-"), isAdjacent(index), tokens[index - 2].kind == .word,
      isAdjacent(index - 1)
    {
      return nil
    }
    return take(index, to: index, year: year)
  }
}
