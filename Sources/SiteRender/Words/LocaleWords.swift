import SiteModel

/// Reads the words for dates from the interface strings of a language, group `date`.
extension DateWords {
  init(_ strings: InterfaceStrings) {
    func pattern(_ key: String) -> PhrasePattern { PhrasePattern(strings.text("date." + key)) }
    func byPrecision(_ key: String) -> ByPrecision {
      var special: [DatePoint.Precision: PhrasePattern] = [:]
      for (name, precision) in Self.precisions {
        if let text = strings.ownText("date.\(key)_\(name)") {
          special[precision] = PhrasePattern(text)
        }
      }
      return ByPrecision(pattern(key), special)
    }
    var relative: [RelativeDate.Word: String] = [:]
    for word in RelativeDate.Word.allCases {
      relative[word] = strings.text("date.relative." + word.rawValue)
    }
    self.init(
      months: (1...12).map { strings.text("date.month_\($0)") },
      quarters: (1...4).map { pattern("quarter_\($0)") },
      halves: (1...2).map { pattern("half_\($0)") }, day: pattern("day"),
      firstDay: strings.text("date.first_day"), month: pattern("month"), time: pattern("time"),
      about: byPrecision("about"), possibly: byPrecision("possibly"),
      possiblyAbout: byPrecision("possibly_about"), between: pattern("between"),
      betweenMonths: pattern("between_months"), betweenDays: pattern("between_days"),
      since: byPrecision("since"), until: byPrecision("until"), relative: relative,
      undated: strings.text("date.undated"))
  }

  private static let precisions: [(String, DatePoint.Precision)] = [
    ("instant", .instant), ("day", .day), ("month", .month), ("quarter", .quarter),
    ("half", .half), ("year", .year),
  ]
}

/// Reads the words for numbers and quantities, group `number`.
extension NumberWords {
  init(_ strings: InterfaceStrings) {
    func text(_ key: String) -> String { strings.text("number." + key) }
    func pattern(_ key: String) -> PhrasePattern { PhrasePattern(text(key)) }
    let scales = Self.powers.map { name, power in
      Scale(
        power, one: text("scale.\(name)_one"), many: text("scale.\(name)_many"),
        plural: text("scale.\(name)_plural"), countsNumbers: text("scale.\(name)_counts") == "yes")
    }
    var names: [String: Name] = [:]
    for symbol in MeasureUnit.all.map(\.symbol) + Currency.all.map(\.code) {
      let key = "number.name.\(symbol == "%" ? "percent" : symbol)"
      guard let many = strings.ownText(key + "_many") else { continue }
      names[symbol] = Name(
        one: strings.ownText(key + "_one") ?? many, many: many,
        of: strings.ownText(key + "_of") ?? many)
    }
    var signs: [String: String] = [:]
    for code in Currency.all.map(\.code) {
      if let sign = strings.ownText("number.sign." + code) { signs[code] = sign }
    }
    var symbols: [String: String] = [:]
    for symbol in MeasureUnit.all.filter(\.takesPrefixes).map(\.symbol) {
      if let own = strings.ownText("number.symbol." + symbol) { symbols[symbol] = own }
    }
    self.init(
      decimal: text("decimal"), group: text("group"), groupsFrom: Int(text("groups_from")) ?? 4,
      singularUnderTwo: text("singular_under_two") == "yes", scales: scales, names: names,
      symbols: symbols, currencySigns: signs, ofSign: pattern("of_sign"), signed: pattern("signed"),
      counted: pattern("counted"), scaled: pattern("scaled"),
      scaledCounted: pattern("scaled_counted"), measured: pattern("measured"),
      percent: pattern("percent"), range: pattern("range"), fullRange: pattern("full_range"),
      limits: Limits(
        about: pattern("about"), over: pattern("over"), under: pattern("under"),
        upTo: pattern("up_to"), atLeast: pattern("at_least")),
      vague: ["several", "tens", "hundreds"].map { word in
        Vague(
          counted: pattern("\(word)_counted"), scaled: pattern("\(word)_scaled"),
          scaledCounted: pattern("\(word)_scaled_counted"))
      })
  }

  private static let powers = [
    ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12),
  ]
}
