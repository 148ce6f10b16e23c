/// Rules of a newsroom that the form of a site enforces already, wholly or in part, under other codes.
///
/// Who asks for one of these ids is told where it is enforced. Such errors come before any review: a
/// site that has them is not reviewed at all.
package struct RuleAlias: Sendable, Hashable {
  /// The id under which a newsroom knows it.
  package let id: String
  /// The codes of the rules that enforce it.
  package let codes: [String]
  /// What is enforced, in one sentence without a full stop.
  package let meaning: String

  /// All of them, by id.
  package static let all: [RuleAlias] = [
    RuleAlias(
      id: "D1", codes: ["C007"], meaning: "a date that the calendar does not have is no date"),
    RuleAlias(
      id: "F1", codes: ["C005", "C006", "C011", "P001"],
      meaning: "an id and an address are given once, and an old address leads to a page, never on"),
    RuleAlias(
      id: "F4", codes: ["C031"],
      meaning:
        "what is a draft, embargoed, future or expired is in no file, and nothing links to it"),
    RuleAlias(
      id: "L1", codes: ["C031", "C032", "C033", "C034", "P002"],
      meaning: "a link inside the site leads to a page and to a heading of it"),
    RuleAlias(
      id: "P4", codes: ["C035"], meaning: "the sources of one brief do not credit themselves"),
    RuleAlias(
      id: "R1", codes: ["F012", "F020"],
      meaning: "an image has a description and a licence, and a quote at most 300 characters"),
    RuleAlias(id: "T1", codes: ["F020"], meaning: "a brief has at most four topics"),
    RuleAlias(
      id: "V2", codes: ["C023", "C040", "C041", "C047", "F004"],
      meaning: "an event has its principals, in roles and with fields of its type"),
    RuleAlias(
      id: "X1", codes: ["C020", "C021", "C022"],
      meaning: "a name in [[…]] or in front matter is that of one record"),
    RuleAlias(id: "X6", codes: ["C036"], meaning: "nothing is a part of itself"),
  ]

  /// The alias of an id, in any case of letters.
  package static func named(_ id: String) -> RuleAlias? { all.first { $0.id == id.uppercased() } }
}
