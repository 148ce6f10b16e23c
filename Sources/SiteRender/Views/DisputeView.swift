import SiteModel
import SitePlan
import TemplateEngine

/// Makes the record of a dispute: what is said, and who says so in which brief.
struct DisputeView {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker

  private var site: SiteReader { context.site }
  private var arena: ValueArena { make.arena }
  private var vocabulary: Vocabulary { context.words.vocabulary }

  func record(_ dispute: Dispute, _ event: Event) -> Value {
    arena.record(
      RecordShapes.dispute,
      [
        make.text(dispute.field), make.text(label(dispute.field, event)),
        make.list(
          dispute.versions.map { version in
            arena.record(
              RecordShapes.version,
              [
                make.text(text(version, dispute.field)),
                make.list(version.holders.map { holder($0) }),
              ])
          }), make.strings(dispute.notes), make.text(dispute.resolution),
      ])
  }

  private func label(_ field: String, _ event: Event) -> String {
    event.type.field(field).map { vocabulary.field($0) } ?? vocabulary.field(key: field)
  }

  /// What a version says; where only claims tell it, what they say.
  private func text(_ version: Dispute.Version, _ field: String) -> String {
    let text: String? =
      switch version.content {
      case .certainty(let certainty): vocabulary.certainty(certainty)
      case .value(.value(.text(let word))): said(word, field)
      case .value(.value(.word(let word))) where field == "type": vocabulary.type(key: word)
      case .value(let content): EventFacts(context: context, make: make).text(content, field)
      }
    if let text, !text.isEmpty { return text }
    let claims = version.holders.flatMap { holder in
      holder.claims.compactMap { site.briefs[holder.brief].source.claims[$0].says }
    }
    return claims.isEmpty ? "–" : claims.joined(separator: "; ")
  }

  /// A word of the common fields, which conflicts give as text.
  private func said(_ word: String, _ field: String) -> String {
    switch field {
    case "type": vocabulary.type(key: word)
    case "stage": Stage(rawValue: word).map { vocabulary.stage($0) } ?? word
    case "certainty": Certainty(rawValue: word).map { vocabulary.certainty($0) } ?? word
    default: word
    }
  }

  // MARK: - Who says so

  private func holder(_ holder: Dispute.Holder) -> Value {
    arena.record(
      RecordShapes.versionHolder,
      [
        cards.briefs[holder.brief],
        make.list(
          speakers(holder).map { speaker in
            arena.record(
              RecordShapes.named,
              [make.text(speaker.name), speaker.entity.map { cards.entities[$0] } ?? .none])
          }),
      ])
  }

  private struct Speaker: Hashable {
    var name: String
    var entity: Int?
  }

  /// Who says so: who is quoted by the claims, else whose claims they are, else the named source,
  /// else the origins of the whole brief. Each once.
  private func speakers(_ holder: Dispute.Holder) -> [Speaker] {
    let item = cards.item(ofBrief: holder.brief, make.notes)
    var found = holder.claims.compactMap { speaker(of: item.source.claims[$0], item) }
    if let source = holder.source { found.append(speaker(ofSource: source, item)) }
    if found.isEmpty {
      found = item.brief.origins.origins.map { speaker(ofSource: $0.source, item) }
    }
    var seen = Set<Speaker>()
    return found.filter { seen.insert($0).inserted }
  }

  private func speaker(of claim: Claim, _ item: BriefItem) -> Speaker? {
    let ids = item.source.sources.map(\.id)
    if let by = claim.by, by.text != "unnamed" {
      if let source = ids.firstIndex(of: by.text) { return speaker(ofSource: source, item) }
      if case .entity(let entity) = site.names.meaning(of: by.text, in: item.source.language) {
        return Speaker(name: context.words.name(of: site.entities[entity]), entity: entity)
      }
      return Speaker(name: by.text)
    }
    return claim.source.flatMap { source in
      ids.firstIndex(of: source.text).map { speaker(ofSource: $0, item) }
    }
  }

  private func speaker(ofSource place: Int, _ item: BriefItem) -> Speaker {
    let view = OriginView(context: context, make: make, entities: cards.entities)
    return Speaker(name: view.name(of: place, item), entity: item.brief.publishers[place])
  }
}
