/// English words for the pages of single subjects: charts, events, records.
extension BuiltInStrings {
  static let subjects: [(String, String)] = [
    ("chart.arrows", "Arrows lead to where each has the story from."),
    ("chart.dashed", "Dashed: cited, but not located."),
    ("chart.dotted", "Dotted: people who were not named."),
    ("chart.origins_title", "How the story reached us"),
    ("chart.has_it_from", "{name} has it from {origin}."),
    ("chart.relies_on", "{name} relies on unnamed people: {origin}."),
    ("chart.origin", "origin"), ("chart.not_located", "not located"),
    ("chart.read", "What we read"), ("chart.unnamed", "Unnamed people"),
  ]
    + ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].enumerated()
    .map { ("number.spelled.\($0)", $1) }

  static let subjectsCounted: [(String, one: String, other: String)] = [
    ("chart.origins", "Origin", "Origins")
  ]
}
