/// English words of the search that the program itself asks for.
extension BuiltInStrings {
  static let search: [(String, String)] = [
    ("search.title", "Search"), ("search.description", "Search all texts, names and topics."),
    ("search.topic", "Topic"), ("search.storyline", "Storyline"),
  ]
}
