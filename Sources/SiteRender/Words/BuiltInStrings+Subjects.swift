/// English words for the pages of single subjects: charts, events, records.
extension BuiltInStrings {
  static let subjects: [(String, String)] =
    [
      ("chart.arrows", "Arrows lead to where each has the story from."),
      ("chart.dashed", "Dashed: cited, but not located."),
      ("chart.dotted", "Dotted: people who were not named."),
      ("chart.origins_title", "How the story reached us"),
      ("chart.has_it_from", "{name} has it from {origin}."),
      ("chart.relies_on", "{name} relies on unnamed people: {origin}."),
      ("chart.origin", "origin"), ("chart.not_located", "not located"),
      (
        "record.sum",
        "{name} is the origin of {first}, and passes on the news of others in {others}."
      ),
      ("record.no_briefs", "no brief"), ("record.outcome", "Told before it was sure: {parts}."),
      ("record.part_confirmed", "{n} of {total} later confirmed"),
      ("record.part_denied", "{n} denied"), ("record.part_disputed", "{n} disputed"),
      ("record.part_open", "{n} still open"), ("record.confirmed", "later confirmed"),
      ("record.denied", "denied since"), ("record.disputed", "disputed"),
      ("record.open", "still open"), ("record.certain", "sure from the start"),
      ("record.before_money", "{amount} before the money"),
      ("record.statement_overdue", "overdue"), ("record.statement_open", "still open"),
      ("record.statement_taken_back", "taken back"),
      ("chart.read", "What we read"), ("chart.unnamed", "Unnamed people"),
    ]
    + ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].enumerated()
    .map { ("number.spelled.\($0)", $1) }

  static let subjectsCounted: [(String, one: String, other: String)] = [
    ("chart.origins", "Origin", "Origins"), ("record.briefs", "one brief", "{n} briefs"),
  ]
}
