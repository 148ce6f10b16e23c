import GFMarkdown
import SiteModel
import SitePlan
import TemplateEngine

/// Makes the record of a brief's own page.
struct BriefView {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker

  private var site: SiteReader { context.site }
  private var vocabulary: Vocabulary { context.words.vocabulary }
  private var arena: ValueArena { make.arena }

  func record(_ place: Int) -> Value {
    let brief = site.briefs[place]
    let edition = context.edition(place)
    let numbers = ClaimNumbers(edition.text, claims: brief.source.claims.count)
    let body = BodyHTML(context.addresses, for: context.language, reading: site)
      .make(edition.text, claims: brief.source.claims, numbers: numbers).html
    let sources = self.sources(brief)
    let claims = self.claims(brief, sources: sources, numbers: numbers)
    let builder = cardBuilder()
    var fields = builder.briefFields(place)
    fields += [
      arena.safeString(utf8: body), headings(edition.text.body), make.text(edition.why),
      make.list(edition.questions.map { question($0, brief, claims) }),
      make.list(edition.corrections.map { correction($0) }), image(edition),
      make.text(citation(edition, place)),
    ]
    fields += [
      make.list(sources), make.list(numbers.order.map { claims[$0] }), sourceChart(brief),
    ]
    fields.append(
      make.list(
        zip(brief.events, brief.source.events.indices).map { event, index in
          assertion(event: event, AssertionPlace(brief: place, index: index), claims: claims)
        }))
    fields += relations(place, brief, edition)
    return arena.record(RecordShapes.brief, fields, id: SiteRecord.brief(place).id)
  }

  private func cardBuilder() -> CardBuilder {
    var builder = CardBuilder(context: context, make: make)
    builder.kinds = cards.kinds
    builder.types = cards.types
    builder.entities = cards.entities
    builder.topics = cards.topics
    builder.storylines = cards.storylines
    builder.events = cards.events
    return builder
  }

  // MARK: - Text

  private func headings(_ body: TextBody) -> Value {
    make.list(
      body.headings.map { heading in
        arena.record(
          RecordShapes.heading,
          [.int(heading.level), make.text(heading.id), make.text(heading.text)])
      })
  }

  private func question(_ question: OpenQuestion, _ brief: Brief, _ claims: [Value]) -> Value {
    let places = question.claims.compactMap { reference in
      brief.source.claims.firstIndex { $0.id == reference.text }
    }
    return arena.record(
      RecordShapes.question, [make.text(question.text), make.list(places.map { claims[$0] })])
  }

  func correction(_ correction: Correction) -> Value {
    arena.record(
      RecordShapes.correction,
      [
        make.date(correction.date),
        make.keyed(correction.kind.rawValue, vocabulary.correction(correction.kind)),
        make.text(correction.was), make.text(correction.now), make.text(correction.why),
      ])
  }

  private func image(_ edition: BriefEdition) -> Value {
    guard let image = edition.image,
      let file = SourcePath.resolve(image.file.text, from: edition.file)
    else { return .none }
    let url = context.addresses.url(SiteAddresses.assetPath(file))
    return arena.record(
      RecordShapes.image,
      [
        make.text(url), make.text(image.alt), make.text(image.credit), make.text(image.licence),
        .none, .none,
      ])
  }

  /// How to cite the brief: title, site, date, address.
  private func citation(_ edition: BriefEdition, _ place: Int) -> String {
    let address = context.addresses.absolute(
      context.addresses.path(.brief(place), for: context.language))
    let title = site.settings.title.text(for: context.language.text)
    return "\(edition.title). \(title), \(edition.date.text(in: context.words.dates)). \(address)"
  }

  // MARK: - Sources and claims

  private func sources(_ brief: Brief) -> [Value] {
    let origins = OriginView(context: context, make: make, entities: cards.entities)
    let records = brief.source.sources.map { _ in arena.newRecord(RecordShapes.source) }
    for (place, source) in brief.source.sources.enumerated() {
      let standing = brief.origins.places[place]
      let publisher = arena.record(
        RecordShapes.named,
        [
          make.text(origins.name(of: place, brief)),
          brief.publishers[place].map { cards.entities[$0] } ?? .none,
        ])
      let language = source.language.map {
        arena.record(
          RecordShapes.sourceLanguage, [make.text($0), make.text(vocabulary.language($0))])
      }
      let archive = source.archive.map {
        arena.record(RecordShapes.archive, [make.text($0.url), make.date($0.taken)])
      }
      let kind = source.kind.map { make.keyed($0.rawValue, vocabulary.sourceKind($0)) }
      arena.setFields(
        of: records[place],
        to: [
          .int(place + 1), make.text(source.id), make.text("source-" + source.id),
          make.text(source.title), publisher, make.text(source.url?.value), language ?? .none,
          make.date(source.published), make.date(source.accessed), kind ?? .none,
          make.list(standing.via.map { records[$0] }), .int(standing.hops),
          .bool(standing.via.isEmpty),
          make.text(source.unnamed), make.text(source.credit), archive ?? .none,
          .bool(source.isLocated && source.url != nil),
        ])
    }
    return records
  }

  /// The picture of who has the story from whom.
  private func sourceChart(_ brief: Brief) -> Value {
    let origins = OriginView(context: context, make: make, entities: cards.entities)
    let chart = OriginChart(brief, in: context) { origins.shortName(of: $0, brief) }
    guard let chart else { return .none }
    return arena.record(
      RecordShapes.chart, [arena.safeString(chart.svg), make.text(chart.caption)])
  }

  /// The claims in the order of the front matter.
  private func claims(_ brief: Brief, sources: [Value], numbers: ClaimNumbers) -> [Value] {
    let ids = brief.source.sources.map(\.id)
    let claimants = ClaimantView(context: context, make: make, entities: cards.entities)
    return brief.source.claims.enumerated().map { place, claim in
      let source = claim.source.flatMap { reference in
        ids.firstIndex(of: reference.text).map { sources[$0] }
      }
      let day = brief.source.date.value.lowerBound
      return arena.record(
        RecordShapes.claim,
        [
          .int(numbers.number(of: place)), make.text(claim.id), make.text("claim-" + claim.id),
          make.text(claim.says), make.text(claim.quote), claimants.claimant(claim, brief),
          source ?? .none, make.text(claim.at),
          make.certainty(claim.certainty ?? .reported),
          make.list(claim.quantities.map { make.quantity($0.value, on: day) }),
          make.strings(numbers.backlinks(of: place, id: claim.id)),
        ])
    }
  }

  // MARK: - Events

  private func assertion(event: Int, _ place: AssertionPlace, claims: [Value]) -> Value {
    EventView(context: context, cards: cards, make: make)
      .assertion(event: event, place, claims: claims)
  }

  // MARK: - Relations

  private func relations(_ place: Int, _ brief: Brief, _ edition: BriefEdition) -> [Value] {
    let (newer, older) = context.neighbours(of: place)
    let related = context.related?.related(to: place, in: context.language) ?? []
    return [
      make.list(brief.mentions.map { cards.entities[$0] }),
      make.list(
        related.map { relation in
          arena.record(
            RecordShapes.relation,
            [cards.briefs[relation.brief], make.strings(relation.reasons.map { reason($0) })])
        }),
      older.map { cards.briefs[$0] } ?? .none, newer.map { cards.briefs[$0] } ?? .none,
      part(place, brief), translations(place, brief, edition),
    ]
  }

  private func reason(_ reason: RelatedBriefs.Reason) -> String {
    let strings = context.words.strings
    func text(_ key: String, _ name: String) -> String {
      strings.text(key, arguments: [("name", name)])
    }
    switch reason {
    case .storyline(let place):
      return text("related.storyline", context.words.title(of: site.storylines[place]))
    case .entity(let place):
      return text("related.entity", context.words.name(of: site.entities[place]))
    case .topic(let place): return text("related.topic", context.words.name(of: site.topics[place]))
    case .event(let place):
      let facts = EventFacts(context: context, make: make)
      return text("related.event", facts.title(site.events[place]))
    }
  }

  /// Its place among the parts of its storyline, the oldest being the first.
  private func part(_ place: Int, _ brief: Brief) -> Value {
    guard let storyline = brief.storyline else { return .none }
    make.notes?.note(.storyline(storyline), RecordShapes.Facet.relations)
    let parts = Array(context.readable(site.storylines[storyline].briefs).reversed())
    guard let here = parts.firstIndex(of: place) else { return .none }
    return arena.record(
      RecordShapes.part,
      [
        .int(here + 1), .int(parts.count), here > 0 ? cards.briefs[parts[here - 1]] : .none,
        here + 1 < parts.count ? cards.briefs[parts[here + 1]] : .none,
      ])
  }

  private func translations(_ place: Int, _ brief: Brief, _ edition: BriefEdition) -> Value {
    make.list(
      brief.editions.filter { $0.language != edition.language }.map { other in
        let path = context.addresses.path(.brief(place), for: other.language)
        return arena.record(
          RecordShapes.translation,
          [
            make.text(other.language.text), make.text(vocabulary.ownName(of: other.language)),
            make.text(other.title), make.text(context.addresses.url(path)),
          ])
      })
  }
}
