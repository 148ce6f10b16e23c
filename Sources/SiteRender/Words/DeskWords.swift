import SiteModel

/// Says the words of the desks: titles, headings of columns, how long until, why not counted.
struct DeskWords {
  private let strings: InterfaceStrings

  init(_ strings: InterfaceStrings) { self.strings = strings }

  func title(of desk: Desk) -> String { strings.text("desk.\(desk.wordKey).title") }
  func description(of desk: Desk) -> String { strings.text("desk.\(desk.wordKey).description") }

  /// What a group of expected events is called.
  func group(_ kind: Event.Expectation) -> String {
    switch kind {
    case .overdue: strings.text("desk.expected.overdue")
    case .ahead: strings.text("desk.expected.ahead")
    case .undated: strings.text("desk.expected.undated")
    }
  }

  /// The heading of a column that is not a typed field.
  func column(_ key: String, arguments: [(String, String)] = []) -> String {
    strings.text("desk.column.\(key)", arguments: arguments)
  }

  /// “three months overdue”, “in 12 days”, “within two years”: how long from `day` to the last day
  /// of a date, which may be known to the day or only as a period.
  func wait(_ date: UncertainDate, on day: CalendarDate) -> String? {
    guard let last = date.upperBound else { return nil }
    if last == day { return strings.text("desk.wait.today") }
    let time = ElapsedTime(from: day, to: last)
    let kind = last < day ? "late" : date.lowerBound == last ? "in" : "within"
    return strings.text("desk.wait.\(kind)_\(time.unit.rawValue)", n: time.count)
  }

  /// “two not confirmed”: how many entries a sum leaves out for a reason.
  func leftOut(_ reason: AmountTotal.Reason, _ count: Int) -> String {
    strings.text("desk.left_out.\(reason.rawValue)", n: count)
  }

  /// “converted at 1.08 (11 December 2023)”.
  func rate(_ rate: String, of day: String) -> String {
    strings.text("desk.rate", arguments: [("rate", rate), ("date", day)])
  }

  /// What stands for the year of what has none.
  var undatedYear: String { strings.text("desk.undated") }
  /// The heading of the last line of totals.
  var allYears: String { strings.text("desk.all_years") }
}
