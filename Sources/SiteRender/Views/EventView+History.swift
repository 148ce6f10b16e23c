import SiteModel
import SitePlan
import TemplateEngine

/// What was said of an event, by whom, and who denied it.
extension EventView {
  func history(_ place: Int, _ event: Event) -> Value {
    make.list(
      event.assertions.map { at in
        assertion(event: place, at) {
          let item = cards.item(ofBrief: at.brief, make.notes)
          let claims = item.source.claims
          return QuotedClaims(
            claims: claims, numbers: ClaimNumbers(item.edition.text, claims: claims.count),
            make: make
          ).records()
        }
      })
  }

  /// What one brief says of an event; `claims` are the brief's, in the order of its front matter.
  func assertion(
    event place: Int, _ at: AssertionPlace, claims: @escaping () -> [Value]
  ) -> Value {
    arena.record(
      AssertionView.fields.shape, from: AssertionView(self, event: place, at, claims: claims))
  }

  /// The id of an entry of the history.
  static func anchor(_ index: Int) -> String { "said-\(index + 1)" }

  /// A mark that leads to an entry of the history.
  func said(_ index: Int) -> Value {
    arena.record(RecordShapes.said, [.int(index + 1), make.text(Self.anchor(index))])
  }

  /// The entries that the event's status and its common fields come from.
  func said(_ event: Event) -> Value {
    func marks(_ key: String) -> Value {
      make.list((event.folded[key]?.values.last?.assertions ?? []).map { said($0) })
    }
    let status = event.folded.history.lastIndex { entry in
      entry.assertion.rank != .deprecated
        && (entry.assertion.certainty != nil || entry.assertion.stage != nil)
    }
    return arena.record(
      RecordShapes.saidOf,
      [
        make.list([status].compactMap { $0 }.map { said($0) }), marks("date"),
        marks("participants"), marks("place"),
      ])
  }

  // MARK: - Denials

  /// Who denies the event: assertions that do, and statements made to deny it; oldest first.
  func denials(_ place: Int, _ event: Event) -> Value {
    let claimants = ClaimantView(context: context, make: make, cards: cards)
    func record(_ at: AssertionPlace, _ statement: Int?, _ certainty: Certainty) -> Value {
      let brief = site.briefs[at.brief].source
      let given = brief.events[at.index]
      return arena.record(
        RecordShapes.denial,
        [
          make.badge(Badge.derive(certainty, nil), certainty, nil),
          make.date(given.asOf ?? brief.date.value), cards.briefs[at.brief],
          statement.map { cards.events[$0] } ?? .none, claimants.voices(at),
          make.text(given.reason),
        ])
    }
    let own = zip(event.assertions, event.folded.history).compactMap { at, entry -> Value? in
      switch entry.assertion.certainty {
      case .denied?, .retracted?: record(at, nil, entry.certainty)
      default: nil
      }
    }
    let statements = site.denials(of: place).compactMap { statement -> Value? in
      guard let at = site.events[statement].assertions.last else { return nil }
      return record(at, statement, site.events[statement].folded.certainty ?? .reported)
    }
    return make.list(own + statements)
  }
}
