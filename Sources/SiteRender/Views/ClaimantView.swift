import SiteModel
import SitePlan
import TemplateEngine

/// Says who said something: whom a claim names, and on whose word an assertion rests.
struct ClaimantView {
  let context: ViewContext
  let make: ValueMaker
  let cards: CardBook

  private var site: SiteReader { context.site }

  /// One who said something, in words, with the record if there is one.
  private struct Voice: Hashable {
    var text: String
    var entity: Int?
  }

  /// More voices than these are not named one by one.
  private static let mostVoices = 8

  /// Whom a claim names: a source, a record, or words.
  func claimant(_ claim: Claim, _ item: BriefItem) -> Value {
    voice(claim, item).map { value($0) } ?? .none
  }

  /// On whose word an assertion rests, each once: those whom its claims name, or else the publishers
  /// of the claims' sources; the origins of its brief where it cites no claims.
  func voices(_ place: AssertionPlace) -> Value {
    let item = cards.item(ofBrief: place.brief, make.notes)
    let cited = item.source.events[place.index].claims.map(\.text)
    let ids = item.source.sources.map(\.id)
    var voices = cited.compactMap { id -> Voice? in
      guard let claim = item.source.claims.first(where: { $0.id == id }) else { return nil }
      return voice(claim, item)
        ?? claim.source.flatMap { ids.firstIndex(of: $0.text) }.map { voice(ofSource: $0, item) }
    }
    if voices.isEmpty {
      voices = site.origins(of: place).map {
        voice(ofSource: item.brief.origins.origins[$0].source, item)
      }
    }
    var seen = Set<Voice>()
    return make.list(
      voices.filter { seen.insert($0).inserted }.prefix(Self.mostVoices).map { value($0) })
  }

  private func voice(_ claim: Claim, _ item: BriefItem) -> Voice? {
    guard let by = claim.by else { return nil }
    if let source = item.source.sources.firstIndex(where: { $0.id == by.text }) {
      return voice(ofSource: source, item)
    }
    if case .entity(let entity) = site.names.meaning(of: by.text, in: item.source.language) {
      return Voice(text: context.words.name(of: site.entities[entity]), entity: entity)
    }
    return Voice(
      text: by.text == "unnamed"
        ? context.words.strings.text("origins.unnamed_people") : by.text)
  }

  private func voice(ofSource place: Int, _ item: BriefItem) -> Voice {
    let origins = OriginView(context: context, make: make, entities: cards.entities)
    return Voice(text: origins.shortName(of: place, item), entity: item.brief.publishers[place])
  }

  private func value(_ voice: Voice) -> Value {
    make.arena.record(
      RecordShapes.claimant,
      [make.text(voice.text), voice.entity.map { cards.entities[$0] } ?? .none])
  }
}
