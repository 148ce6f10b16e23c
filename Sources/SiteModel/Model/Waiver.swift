/// An exception from an editorial rule, stated beside the fact it is made for, with its reason.
package struct Waiver: Sendable, Hashable {
  /// The code of the rule.
  package var rule: Placed<String>
  /// Why it does not apply here.
  package var why: String
  /// The last day on which the exception holds, as vague as written; nil for good.
  package var until: Placed<UncertainDate>?
  /// The file in which it stands.
  package var file: String
  /// The bytes of the fact it is made for; nil for the whole file and its translations.
  package var scope: Range<Int>?

  /// Whether it still holds on a day: a month or a year ends with its last day.
  package func holds(on day: CalendarDate) -> Bool {
    guard let last = until?.value.upperBound else { return true }
    return day <= last
  }
}
