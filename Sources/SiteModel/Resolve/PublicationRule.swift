import SourceDiagnostics

/// Says whether a brief is published on a day.
package struct PublicationRule: Sendable {
  let asOf: CalendarDate
  let includesDrafts: Bool
  let includesFuture: Bool
  let includesExpired: Bool

  /// The rule of a day; drafts, briefs of the future and expired ones are held back unless told.
  package init(
    asOf: CalendarDate, includesDrafts: Bool = false, includesFuture: Bool = false,
    includesExpired: Bool = false
  ) {
    self.asOf = asOf
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
    self.includesExpired = includesExpired
  }

  /// Why a brief is not published.
  package enum Held: Sendable, Hashable {
    case draft
    case future(until: CalendarDate)
    case expired
  }

  /// Why `brief` is held back on that day; `nil` when it is published.
  package func held(_ brief: BriefFile) -> Held? {
    if brief.isDraft, !includesDrafts { return .draft }
    if !includesExpired, let expires = brief.expires?.value.lowerBound, expires <= asOf {
      return .expired
    }
    let dates = [brief.embargo?.value.lowerBound, brief.date.value.lowerBound].compactMap { $0 }
    if !includesFuture, let due = dates.max(), due > asOf { return .future(until: due) }
    return nil
  }
}
