import SiteModel
import TemplateEngine

/// The fields of claims: on the page of their own brief, and where another page quotes them.
enum ClaimFields {
  /// The claims of a brief on its own page.
  static let ofBrief = FieldTable<BriefView>(
    "claim",
    [
      .init("number") { view, place in .int(view.number(ofClaim: place)) },
      .init("id") { view, place in view.make.text(view.claim(place).id) },
      .init("anchor") { view, place in view.make.text(ClaimNumbers.anchor(view.claim(place).id)) },
      .init("says") { view, place in view.make.text(view.claim(place).says) },
      .init("quote") { view, place in view.make.text(view.claim(place).quote) },
      .init("by") { view, place in view.claimant(place) },
      .init("source") { view, place in view.source(ofClaim: place) },
      .init("at") { view, place in view.make.text(view.claim(place).at) },
      .init("certainty") { view, place in
        view.make.certainty(view.claim(place).certainty ?? .reported)
      },
      .init("quantities") { view, place in view.quantities(ofClaim: place) },
      .init("backlinks") { view, place in view.backlinks(ofClaim: place) },
    ])

  /// The claims of another brief: what they say and which number they have on its page.
  static let quoted = FieldTable<QuotedClaims>(
    "claim",
    [
      .init("number") { view, place in .int(view.numbers.number(of: place)) },
      .init("id") { view, place in view.make.text(view.claims[place].id) },
      .init("anchor") { view, place in
        view.make.text(ClaimNumbers.anchor(view.claims[place].id))
      },
      .init("says") { view, place in view.make.text(view.claims[place].says) },
      .init("quote") { view, place in view.make.text(view.claims[place].quote) },
      .init("by") { _, _ in .none },
      .init("source") { _, _ in .none },
      .init("at") { view, place in view.make.text(view.claims[place].at) },
      .init("certainty") { view, place in
        view.make.certainty(view.claims[place].certainty ?? .reported)
      },
      .init("quantities") { view, _ in view.make.list([]) },
      .init("backlinks") { view, _ in view.make.list([]) },
    ])
}

/// The claims of a brief that another page quotes.
final class QuotedClaims: FieldSource {
  let claims: [Claim]
  let numbers: ClaimNumbers
  let make: ValueMaker

  init(claims: [Claim], numbers: ClaimNumbers, make: ValueMaker) {
    self.claims = claims
    self.numbers = numbers
    self.make = make
  }

  override func value(ofField field: Int, of subject: Int) -> Value {
    ClaimFields.quoted.value(field, self, subject)
  }

  /// Their records, in the order of the front matter.
  func records() -> [Value] {
    claims.indices.map { make.arena.record(ClaimFields.quoted.shape, from: self, subject: $0) }
  }
}
