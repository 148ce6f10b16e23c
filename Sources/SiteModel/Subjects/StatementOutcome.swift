/// What became of a statement that could come true or not.
package enum StatementOutcome: Sendable, Hashable {
  /// How it turned out, in the words of a brief.
  case resolved(String)
  /// Its last day has passed, and nobody says how it turned out.
  case overdue
  /// It may still come true; when it is due, where that is known.
  case open
  /// It was denied or retracted.
  case takenBack
  /// It says what is, not what will be: there is nothing to wait for.
  case none

  /// The outcome of a statement on a day; nothing for events of other types.
  package init?(_ event: Event, asOf: CalendarDate) {
    guard event.type.key == "statement" else { return nil }
    if let resolution = event.text(in: "resolution") {
      self = .resolved(resolution)
    } else if event.isGivenUp {
      self = .takenBack
    } else if !["goal", "forecast", "promise"].contains(event.text(in: "form")) {
      self = .none
    } else if let last = event.date(in: "due")?.upperBound, last < asOf {
      self = .overdue
    } else {
      self = .open
    }
  }

  /// The outcome's word, for keys and style sheets.
  package var key: String {
    switch self {
    case .resolved: "resolved"
    case .overdue: "overdue"
    case .open: "open"
    case .takenBack: "taken_back"
    case .none: "none"
    }
  }
}
