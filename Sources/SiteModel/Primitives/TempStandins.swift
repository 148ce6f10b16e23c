package enum Certainty: String, Sendable, Hashable, CaseIterable { case rumoured, reported, confirmed, disputed, denied, retracted }
package enum Stage: String, Sendable, Hashable, CaseIterable { case considered, inTalks = "in_talks", expected, planned, announced, signed, underway, completed, postponed, cancelled }
package enum AssertionRank: String, Sendable, Hashable { case normal, preferred, deprecated }
package struct Badge: Sendable, Hashable { }
package struct LocalisedText: Sendable, Hashable {
  package init(_ s: String) {}
  package init(byLanguage: [(LanguageTag, String)]) {}
  package var all: [String] { [] }
}
package enum Slug { package static func make(_ s: String) -> String { s } }
package enum NameKey { package static func fold(_ s: String) -> String { s } }
package struct FoldedEvent: Sendable {}
