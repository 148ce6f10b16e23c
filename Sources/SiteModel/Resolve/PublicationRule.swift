import SourceDiagnostics

/// Says whether a brief is published on a day.
struct PublicationRule {
  let asOf: CalendarDate
  let includesDrafts: Bool
  let includesFuture: Bool

  /// Why a brief is not published.
  enum Held: Hashable {
    case draft
    case future(until: CalendarDate)
    case expired
  }

  /// Why `brief` is held back on that day; `nil` when it is published.
  func held(_ brief: BriefFile) -> Held? {
    if brief.isDraft, !includesDrafts { return .draft }
    if let expires = brief.expires?.value.lowerBound, expires <= asOf { return .expired }
    let dates = [brief.embargo?.value.lowerBound, brief.date.value.lowerBound].compactMap { $0 }
    if !includesFuture, let due = dates.max(), due > asOf { return .future(until: due) }
    return nil
  }
}
