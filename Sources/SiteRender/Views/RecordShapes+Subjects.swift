import TemplateEngine

/// The tables of single subjects.
extension RecordShapes {
  static let sheet = RecordShape("table", ["rows", "count"])
  static let publication = RecordShape(
    "record of a publication",
    [
      "origin_count", "relay_count", "sum", "outcome", "stories", "story_count", "originated",
      "relayed",
    ])
  static let story = RecordShape(
    "story", ["event", "brief", "date", "then", "now", "outcome", "is_sole"])
  static let fundingRound = RecordShape(
    "round", ["event", "round", "amount", "valuation", "stake", "investors"])
  static let holding = RecordShape("share", ["event", "others", "share", "price", "brief"])
  static let move = RecordShape("move", ["event", "people", "move", "title", "others", "date"])
  static let statement = RecordShape(
    "statement", ["event", "form", "targets", "due", "outcome"])
  static let release = RecordShape(
    "release", ["event", "action", "version", "licence", "makers"])
}
