/// The words in which one language says a date; the caller reads them from its locale file.
///
/// Nothing here is ever finer than the date: a quarter stays a quarter, and a mark of doubt is
/// always said.
package struct DateWords: Sendable {
  /// The twelve months, as they stand inside a date.
  package var months: [String]
  /// The four quarters, with the gap `{year}`.
  package var quarters: [PhrasePattern]
  /// The two half-years, with the gap `{year}`.
  package var halves: [PhrasePattern]
  /// A day: gaps `{day}`, `{month}`, `{year}`.
  package var day: PhrasePattern
  /// How the first day of a month is written: `1`, `1er`.
  package var firstDay: String
  /// A month: gaps `{month}`, `{year}`.
  package var month: PhrasePattern
  /// An instant where its time is wanted: gaps `{date}`, `{hour}`, `{minute}`, `{zone}`.
  package var time: PhrasePattern
  /// A date marked `~`.
  package var about: ByPrecision
  /// A date marked `?`.
  package var possibly: ByPrecision
  /// A date marked `%`.
  package var possiblyAbout: ByPrecision
  /// Two ends: gaps `{from}`, `{until}`.
  package var between: PhrasePattern
  /// Two months of one year: gaps `{from}`, `{until}`, `{year}`.
  package var betweenMonths: PhrasePattern
  /// Two days of one month: gaps `{from}`, `{until}`, `{month}`, `{year}`.
  package var betweenDays: PhrasePattern
  /// An open end.
  package var since: ByPrecision
  /// An open beginning.
  package var until: ByPrecision
  /// The words of relative dates.
  package var relative: [RelativeDate.Word: String]
  /// What has no date, and relative words that the table lacks.
  package var undated: String

  /// Every phrase of the language.
  package init(
    months: [String], quarters: [PhrasePattern], halves: [PhrasePattern], day: PhrasePattern,
    firstDay: String, month: PhrasePattern, time: PhrasePattern, about: ByPrecision,
    possibly: ByPrecision, possiblyAbout: ByPrecision, between: PhrasePattern,
    betweenMonths: PhrasePattern, betweenDays: PhrasePattern, since: ByPrecision,
    until: ByPrecision, relative: [RelativeDate.Word: String], undated: String
  ) {
    self.months = months
    self.quarters = quarters
    self.halves = halves
    self.day = day
    self.firstDay = firstDay
    self.month = month
    self.time = time
    self.about = about
    self.possibly = possibly
    self.possiblyAbout = possiblyAbout
    self.between = between
    self.betweenMonths = betweenMonths
    self.betweenDays = betweenDays
    self.since = since
    self.until = until
    self.relative = relative
    self.undated = undated
  }

  /// A phrase that some languages change with the kind of date it holds, as French does in
  /// « jusqu’au 10 juin » and « jusqu’en juin »; gap `{date}`.
  package struct ByPrecision: Sendable, ExpressibleByStringLiteral {
    /// For every kind not named.
    package var any: PhrasePattern
    /// The kinds that differ.
    package var special: [DatePoint.Precision: PhrasePattern]

    /// One phrase, and those that differ from it.
    package init(_ any: PhrasePattern, _ special: [DatePoint.Precision: PhrasePattern] = [:]) {
      self.any = any
      self.special = special
    }

    package init(stringLiteral text: String) { self.init(PhrasePattern(text)) }

    /// The phrase around the bare name of a date of that kind.
    func pattern(for precision: DatePoint.Precision) -> PhrasePattern { special[precision] ?? any }

    /// The phrase around a date and its mark of doubt, whose words take what the kind asks for.
    func pattern(for point: DatePoint) -> PhrasePattern {
      point.approximation == .exact ? pattern(for: point.precision) : any
    }
  }
}

extension UncertainDate {
  /// The date for people. An instant shows its time only if `showingTime`, at its own offset.
  package func text(in words: DateWords, showingTime: Bool = false) -> String {
    switch self {
    case .unknown: return words.undated
    case .relative(let relative): return words.relative[relative.word] ?? words.undated
    case .point(let point): return words.text(point, showingTime, standsAlone: true)
    case .interval(let from, let until):
      switch (from, until) {
      case (let from?, let until?): return words.text(from, until, showingTime)
      case (let from?, nil):
        return words.since.pattern(for: from).filled(["date": words.text(from, showingTime)])
      case (nil, let until?):
        return words.until.pattern(for: until).filled(["date": words.text(until, showingTime)])
      case (nil, nil): return words.undated
      }
    }
  }
}

extension DateWords {
  /// A point with its mark of doubt; within an interval the mark's plain words serve, since
  /// “until” and the like come before them.
  func text(_ point: DatePoint, _ showingTime: Bool, standsAlone: Bool = false) -> String {
    let date = bare(point.moment, showingTime)
    let phrase: ByPrecision
    switch point.approximation {
    case .exact: return date
    case .approximate: phrase = about
    case .uncertain: phrase = possibly
    case .approximateAndUncertain: phrase = possiblyAbout
    }
    let pattern = standsAlone ? phrase.pattern(for: point.precision) : phrase.any
    return pattern.filled(["date": date])
  }

  func text(_ from: DatePoint, _ until: DatePoint, _ showingTime: Bool) -> String {
    if from.approximation == .exact, until.approximation == .exact {
      switch (from.moment, until.moment) {
      case (.month(let year, let first), .month(let other, let last))
      where year == other && first != last:
        return betweenMonths.filled([
          "from": name(ofMonth: first), "until": name(ofMonth: last), "year": String(year),
        ])
      case (.day(let first), .day(let last))
      where first != last && (first.year, first.month) == (last.year, last.month):
        return betweenDays.filled([
          "from": number(of: first), "until": number(of: last),
          "month": name(ofMonth: first.month), "year": String(first.year),
        ])
      default: break
      }
    }
    return between.filled([
      "from": text(from, showingTime), "until": text(until, showingTime),
    ])
  }

  private func bare(_ moment: DatePoint.Moment, _ showingTime: Bool) -> String {
    switch moment {
    case .instant(let instant):
      let date = bare(.day(instant.date), false)
      guard showingTime else { return date }
      return time.filled([
        "date": date, "hour": padded(instant.hour, 2), "minute": padded(instant.minute, 2),
        "zone": instant.offsetMinutes == 0 ? "UTC" : "UTC" + instant.zone,
      ])
    case .day(let date):
      return day.filled([
        "day": number(of: date), "month": name(ofMonth: date.month), "year": String(date.year),
      ])
    case .month(let year, let number):
      return month.filled(["month": name(ofMonth: number), "year": String(year)])
    case .quarter(let year, let number):
      return phrase(quarters, number, "{year} Q\(number)").filled(["year": String(year)])
    case .half(let year, let number):
      return phrase(halves, number, "{year} H\(number)").filled(["year": String(year)])
    case .year(let year): return String(year)
    }
  }

  private func number(of date: CalendarDate) -> String {
    date.day == 1 ? firstDay : String(date.day)
  }

  private func name(ofMonth month: Int) -> String {
    months.indices.contains(month - 1) ? months[month - 1] : padded(month, 2)
  }

  private func phrase(
    _ phrases: [PhrasePattern], _ number: Int, _ fallback: String
  ) -> PhrasePattern {
    phrases.indices.contains(number - 1) ? phrases[number - 1] : PhrasePattern(fallback)
  }
}
