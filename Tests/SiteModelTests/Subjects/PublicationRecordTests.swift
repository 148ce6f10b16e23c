import SiteModel
import Testing

@Suite("A publication's record")
struct PublicationRecordTests {
  private static let records = [
    ("publication/wire", ""), ("publication/paper", ""), ("company/acme", ""),
  ]

  private static func event(_ id: String, _ certainty: String, _ more: String = "") -> String {
    "{id: \(id), type: legal, certainty: \(certainty), "
      + "participants: [{entity: company/acme, role: defendant}]\(more)}"
  }

  private static let wire = "{id: w, publisher: publication/wire, located: false}"
  private static let relay =
    "{id: p, publisher: publication/paper, url: 'https://p.example/', via: w}"
  private static let other = "{id: o, url: 'https://o.example/', publisher: Other}"

  private func record(_ made: SmallSite, _ id: String) -> PublicationRecord {
    PublicationRecord(of: made.entity(id), in: made.site, uses: SourceUses(made.site))
  }

  @Test("counts what it told first and what it passed on")
  func uses() {
    let made = SmallSite(
      briefs: [
        (1, "sources: [\(Self.wire), \(Self.relay)]"), (2, "sources: [\(Self.other)]"),
        (3, "sources: [{url: 'https://p.example/2', publisher: publication/paper}]"),
      ], records: Self.records)
    #expect(made.codes.isEmpty)
    let paper = record(made, "publication/paper")
    #expect(paper.originated.map { made.site.briefs[$0].id.text } == ["b2"])
    #expect(paper.relayed.map { made.site.briefs[$0].id.text } == ["b0"])
    #expect(record(made, "publication/wire").originated.count == 1)
  }

  @Test("holds how sure a story was when told against how sure it is now")
  func outcomes() {
    let told = ["rumoured", "reported", "reported", "rumoured", "confirmed", "confirmed"]
    let later = ["confirmed", "denied", "disputed", nil, nil, "retracted"]
    let first = told.enumerated().map { Self.event("e\($0)", $1) }
    let second = later.enumerated().compactMap { index, certainty in
      certainty.map { "{id: e\(index), certainty: \($0), reason: so}" }
    }
    let made = SmallSite(
      briefs: [
        (1, "sources: [\(Self.wire)]\nevents: [\(first.joined(separator: ", "))]"),
        (2, "sources: [\(Self.other)]\nevents: [\(second.joined(separator: ", "))]"),
      ], records: Self.records)
    #expect(made.codes.isEmpty)
    let record = record(made, "publication/wire")
    #expect(
      record.stories.map(\.outcome) == [.confirmed, .denied, .disputed, .open, .certain, .denied])
    #expect(record.tested == 5)
    #expect(record.stories.map(\.then.rawValue) == told)
  }

  @Test("takes the earliest brief that rests on it, and leaves out what others told")
  func earliest() {
    let claims = "claims: [{id: c1, source: w, says: x}, {id: c2, source: o, says: y}]"
    let made = SmallSite(
      briefs: [
        (1, "sources: [\(Self.other)]\nevents: [\(Self.event("e", "rumoured"))]"),
        (
          2,
          "sources: [\(Self.wire), \(Self.other)]\n\(claims)\n"
            + "events: [{id: e, certainty: reported, claims: [c1]}, "
            + "\(Self.event("f", "reported", ", claims: [c2]"))]"
        ),
        (3, "sources: [\(Self.wire)]\nevents: [{id: e, certainty: confirmed}]"),
      ], records: Self.records)
    #expect(made.codes.isEmpty)
    let stories = record(made, "publication/wire").stories
    #expect(made.ids(stories.map(\.event)) == ["e"])
    #expect(stories.first?.then == .reported)
    #expect(stories.first?.now == .confirmed)
    #expect(stories.first?.isSole == true)
  }

  @Test("claims nothing of what it told as denied")
  func denied() {
    let made = SmallSite(
      briefs: [(1, "sources: [\(Self.wire)]\nevents: [\(Self.event("e", "denied"))]")],
      records: Self.records)
    #expect(record(made, "publication/wire").stories.isEmpty)
  }
}
