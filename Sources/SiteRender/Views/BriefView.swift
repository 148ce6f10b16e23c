import GFMarkdown
import SiteModel
import SitePlan
import TemplateEngine

/// Makes the fields of a brief's own page.
final class BriefView: FieldSource {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker
  let place: Int
  private let item: BriefItem

  private var site: SiteReader { context.site }
  private var vocabulary: Vocabulary { context.words.vocabulary }
  private var arena: ValueArena { make.arena }
  private var brief: Brief { item.brief }
  private var edition: BriefEdition { item.edition }

  init(_ place: Int, cards: CardBook, make: ValueMaker) {
    context = make.context
    self.cards = cards
    self.make = make
    self.place = place
    item = cards.item(ofBrief: place)
  }

  /// The record.
  func record() -> Value {
    arena.record(Self.fields.shape, from: self, id: SiteRecord.brief(place).id)
  }

  override func value(ofField field: Int, of subject: Int) -> Value {
    Self.fields.value(field, self, subject)
  }

  private typealias Facet = RecordShapes.Facet

  static let fields = FieldTable<BriefView>(
    "brief",
    BriefCard.fields.fields { view, _ in view.cards.briefs[view.place] } + [
      .init("body", Facet.text) { view, _ in view.body() },
      .init("headings", Facet.text) { view, _ in view.headings() },
      .init("why", Facet.text) { view, _ in view.make.text(view.edition.why) },
      .init("questions", Facet.text) { view, _ in
        view.make.list(view.edition.questions.map { view.question($0) })
      },
      .init("corrections", Facet.corrections) { view, _ in
        view.make.list(view.edition.corrections.map { view.make.correction($0) })
      },
      .init("image", Facet.text) { view, _ in view.image() },
      .init("cite_as", Facet.text) { view, _ in view.make.text(view.citation()) },
      .init("sources", Facet.sources) { view, _ in view.make.list(view.sources) },
      .init("claims", Facet.sources) { view, _ in
        view.make.list(view.numbers.order.map { view.claims[$0] })
      },
      .init("source_chart", Facet.sources) { view, _ in view.sourceChart() },
      .init("events", Facet.events) { view, _ in view.events() },
      .init("mentions", Facet.relations) { view, _ in
        view.make.list(view.brief.mentions.map { view.cards.entities[$0] })
      },
      .init("related", Facet.relations) { view, _ in view.related() },
      .init("previous", Facet.relations) { view, _ in view.neighbour(+1) },
      .init("next", Facet.relations) { view, _ in view.neighbour(-1) },
      .init("part", Facet.relations) { view, _ in view.part() },
      .init("translations", Facet.relations) { view, _ in view.translations() },
    ])

  // MARK: - What several fields need

  private lazy var numbers = ClaimNumbers(edition.text, claims: item.source.claims.count)

  /// The claims in the order of the front matter.
  private(set) lazy var claims: [Value] = {
    let claims = Claims(self)
    return item.source.claims.indices.map {
      arena.record(ClaimFields.ofBrief.shape, from: claims, subject: $0)
    }
  }()

  private lazy var sources: [Value] = {
    let sources = Sources(self)
    return item.source.sources.indices.map {
      arena.record(Self.sourceFields.shape, from: sources, subject: $0)
    }
  }()

  /// Makes the fields of the claims, told apart by their place.
  private final class Claims: FieldSource {
    private let view: BriefView

    init(_ view: BriefView) { self.view = view }

    override func value(ofField field: Int, of subject: Int) -> Value {
      ClaimFields.ofBrief.value(field, view, subject)
    }
  }

  /// Makes the fields of the sources, told apart by their place.
  private final class Sources: FieldSource {
    private let view: BriefView

    init(_ view: BriefView) { self.view = view }

    override func value(ofField field: Int, of subject: Int) -> Value {
      BriefView.sourceFields.value(field, view, subject)
    }
  }

  private var origins: OriginView {
    OriginView(context: context, make: make, entities: cards.entities)
  }

  // MARK: - Text

  private func body() -> Value {
    let html = BodyHTML(context.addresses, for: context.language, reading: site)
      .make(edition.text, claims: item.source.claims, numbers: numbers).html
    return arena.safeString(utf8: html)
  }

  private func headings() -> Value {
    make.list(
      edition.text.body.headings.map { heading in
        arena.record(
          RecordShapes.heading,
          [.int(heading.level), make.text(heading.id), make.text(heading.text)])
      })
  }

  private func question(_ question: OpenQuestion) -> Value {
    let places = question.claims.compactMap { reference in
      item.source.claims.firstIndex { $0.id == reference.text }
    }
    return arena.record(
      RecordShapes.question, [make.text(question.text), make.list(places.map { claims[$0] })])
  }

  private func image() -> Value {
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
  private func citation() -> String {
    let address = context.addresses.absolute(item.path)
    let title = site.settings.title.text(for: context.language.text)
    return "\(edition.title). \(title), \(edition.date.text(in: context.words.dates)). \(address)"
  }

  // MARK: - Sources

  private static let sourceFields = FieldTable<BriefView>(
    "source",
    [
      .init("number") { _, place in .int(place + 1) },
      .init("id") { view, place in view.make.text(view.source(place).id) },
      .init("anchor") { view, place in view.make.text("source-" + view.source(place).id) },
      .init("title") { view, place in view.make.text(view.source(place).title) },
      .init("publisher") { view, place in
        view.arena.record(
          RecordShapes.named,
          [
            view.make.text(view.origins.name(of: place, view.item)),
            view.brief.publishers[place].map { view.cards.entities[$0] } ?? .none,
          ])
      },
      .init("url") { view, place in view.make.text(view.source(place).url?.value) },
      .init("language") { view, place in
        view.source(place).language.map {
          view.arena.record(
            RecordShapes.sourceLanguage,
            [view.make.text($0), view.make.text(view.vocabulary.language($0))])
        } ?? .none
      },
      .init("published") { view, place in view.make.date(view.source(place).published) },
      .init("accessed") { view, place in view.make.date(view.source(place).accessed) },
      .init("kind") { view, place in
        view.source(place).kind.map { view.make.kind($0) } ?? .none
      },
      .init("via") { view, place in
        view.make.list(view.brief.origins.places[place].via.map { view.sources[$0] })
      },
      .init("hops") { view, place in .int(view.brief.origins.places[place].hops) },
      .init("is_origin") { view, place in
        .bool(view.brief.origins.places[place].via.isEmpty)
      },
      .init("unnamed") { view, place in view.make.text(view.source(place).unnamed) },
      .init("credit") { view, place in view.make.text(view.source(place).credit) },
      .init("archive") { view, place in
        view.source(place).archive.map {
          view.arena.record(
            RecordShapes.archive, [view.make.text($0.url), view.make.date($0.taken)])
        } ?? .none
      },
      .init("is_located") { view, place in
        .bool(view.source(place).isLocated && view.source(place).url != nil)
      },
    ])

  private func source(_ place: Int) -> Source { item.source.sources[place] }

  /// The picture of who has the story from whom.
  private func sourceChart() -> Value {
    let chart = OriginChart(brief, in: context) { origins.shortName(of: $0, item) }
    guard let chart else { return .none }
    return arena.record(
      RecordShapes.chart, [arena.safeString(chart.svg), make.text(chart.caption)])
  }

  // MARK: - Claims

  func claim(_ place: Int) -> Claim { item.source.claims[place] }

  func number(ofClaim place: Int) -> Int { numbers.number(of: place) }

  /// Whom a claim names.
  func claimant(_ place: Int) -> Value {
    ClaimantView(context: context, make: make, cards: cards)
      .claimant(claim(place), item)
  }

  /// The record of the source that a claim is from.
  func source(ofClaim place: Int) -> Value {
    guard let reference = claim(place).source,
      let source = item.source.sources.firstIndex(where: { $0.id == reference.text })
    else { return .none }
    return sources[source]
  }

  /// The quantities of a claim, converted by the rates of the brief's day.
  func quantities(ofClaim place: Int) -> Value {
    let day = item.source.date.value.lowerBound
    return make.list(claim(place).quantities.map { make.quantity($0.value, on: day) })
  }

  /// The marks of a claim in the text.
  func backlinks(ofClaim place: Int) -> Value {
    make.strings(numbers.backlinks(of: place, id: claim(place).id))
  }

  // MARK: - Events

  private func events() -> Value {
    let view = EventView(context: context, cards: cards, make: make)
    return make.list(
      zip(brief.events, item.source.events.indices).map { event, index in
        view.assertion(event: event, AssertionPlace(brief: place, index: index)) { self.claims }
      })
  }

  // MARK: - Relations

  /// The brief that stands `step` places further down the list of all.
  private func neighbour(_ step: Int) -> Value {
    let (newer, older) = context.neighbours(of: place)
    return (step < 0 ? newer : older).map { cards.briefs[$0] } ?? .none
  }

  private func related() -> Value {
    let related = context.related?.related(to: place, in: context.language) ?? []
    return make.list(
      related.map { relation in
        arena.record(
          RelationMaker.fields.shape, from: RelationMaker(view: self, relation: relation))
      })
  }

  /// Makes the fields of a related brief.
  private final class RelationMaker: FieldSource {
    let view: BriefView
    let relation: RelatedBriefs.Relation

    init(view: BriefView, relation: RelatedBriefs.Relation) {
      self.view = view
      self.relation = relation
    }

    override func value(ofField field: Int, of subject: Int) -> Value {
      Self.fields.value(field, self, subject)
    }

    static let fields = FieldTable<RelationMaker>(
      "related brief",
      [
        .init("brief") { maker, _ in maker.view.cards.briefs[maker.relation.brief] },
        .init("reasons") { maker, _ in
          maker.view.make.strings(maker.relation.reasons.map { maker.view.reason($0) })
        },
      ])
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
  private func part() -> Value {
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

  private func translations() -> Value {
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
