import GFMarkdown
import SiteModel
import SitePlan
import TemplateEngine

/// Makes the fields of a topic's own page.
final class TopicView: FieldSource {
  private let context: ViewContext
  private let cards: CardBook
  private let make: ValueMaker
  private let item: TopicItem
  /// The briefs of this page of the list.
  private let briefs: ArraySlice<Int>

  init(_ item: TopicItem, cards: CardBook, make: ValueMaker, briefs: ArraySlice<Int>) {
    context = make.context
    self.cards = cards
    self.make = make
    self.item = item
    self.briefs = briefs
    super.init()
    TextView(context: context, make: make).note(topic.text, topic.translations)
  }

  private var topic: Topic { item.topic }

  /// The record.
  func record() -> Value {
    make.arena.record(Self.fields.shape, from: self, id: SiteRecord.topic(item.place).id)
  }

  override func value(ofField field: Int, of subject: Int) -> Value {
    Self.fields.value(field, self, subject)
  }

  private typealias Facet = RecordShapes.Facet

  static let fields = FieldTable<TopicView>(
    "topic",
    TopicCard.fields.fields { view, _ in view.cards.topics[view.item.place] } + [
      .init("parent", Facet.relations) { view, _ in
        view.topic.parent.map { view.cards.topics[$0] } ?? .none
      },
      .init("children", Facet.relations) { view, _ in
        view.topics(
          view.topic.children.filter {
            view.context.has(.topic($0))
          })
      },
      .init("ancestors", Facet.relations) { view, _ in view.topics(view.ancestors) },
      .init("related", Facet.relations) { view, _ in view.topics(view.topic.related) },
      .init("entities", Facet.relations) { view, _ in
        EntityCounts.value(view.item.entities, view.cards, view.make)
      },
      .init("briefs", Facet.relations) { view, _ in
        view.make.query("briefs", view.briefs.map { view.cards.briefs[$0] })
      },
      .init("body", Facet.relations) { view, _ in
        TextView(context: view.context, make: view.make)
          .html(view.topic.text, view.topic.translations)
      },
    ])

  private func topics(_ places: [Int]) -> Value { make.list(places.map { cards.topics[$0] }) }

  private var ancestors: [Int] {
    var ancestors: [Int] = []
    var next = topic.parent
    while let parent = next {
      ancestors.insert(parent, at: 0)
      next = context.site.topics[parent].parent
    }
    return ancestors
  }
}

/// Makes the fields of a storyline's own page.
final class StorylineView: FieldSource {
  private let context: ViewContext
  private let cards: CardBook
  private let make: ValueMaker
  private let place: Int
  private let storyline: Storyline
  /// Its briefs that can be read in the language, the oldest first.
  private let parts: [Int]

  init(_ place: Int, cards: CardBook, make: ValueMaker) {
    context = make.context
    self.cards = cards
    self.make = make
    self.place = place
    storyline = context.site.storylines[place]
    parts = Array(context.readable(storyline.briefs).reversed())
    super.init()
    TextView(context: context, make: make).note(storyline.text, storyline.translations)
  }

  /// The record.
  func record() -> Value {
    make.arena.record(Self.fields.shape, from: self, id: SiteRecord.storyline(place).id)
  }

  override func value(ofField field: Int, of subject: Int) -> Value {
    Self.fields.value(field, self, subject)
  }

  private typealias Facet = RecordShapes.Facet

  static let fields = FieldTable<StorylineView>(
    "storyline",
    StorylineCard.fields.fields { view, _ in view.cards.storylines[view.place] } + [
      .init("parts", Facet.relations) { view, _ in
        view.make.list(
          view.parts.enumerated().map { number, part in
            view.make.arena.record(
              RecordShapes.storyPart, [.int(number + 1), view.cards.briefs[part]])
          })
      },
      .init("cast", Facet.relations) { view, _ in
        EntityCounts.value(
          EntityCounts.top(of: view.parts, in: view.context.site.unnoted, limit: 12), view.cards,
          view.make)
      },
      .init("events", Facet.relations) { view, _ in
        view.make.list(view.events.map { view.cards.events[$0] })
      },
      .init("questions", Facet.relations) { view, _ in view.questions() },
      .init("body", Facet.relations) { view, _ in
        TextView(context: view.context, make: view.make)
          .html(view.storyline.text, view.storyline.translations)
      },
    ])

  /// The events of its parts, each once.
  private var events: [Int] {
    var seen = Set<Int>()
    return parts.flatMap { context.site.briefs[$0].events }.filter { seen.insert($0).inserted }
  }

  private func questions() -> Value {
    make.list(
      parts.flatMap { part in
        context.edition(part).questions.map { question in
          make.arena.record(
            RecordShapes.storyQuestion, [make.text(question.text), cards.briefs[part]])
        }
      })
  }
}

/// Makes the HTML of a record's text in the page's language.
struct TextView {
  let context: ViewContext
  let make: ValueMaker

  /// The translation's text, else the original's on pages of the default language; `none` if empty.
  func html(_ original: LinkedText, _ translations: [RecordTranslation]) -> Value {
    guard let text = text(original, translations) else { return .none }
    return make.arena.safeString(
      utf8: BodyHTML(context.addresses, for: context.language, reading: context.site).make(text)
        .html
    )
  }

  /// Notes what the text links, whether a template shows it or not.
  func note(_ original: LinkedText, _ translations: [RecordTranslation]) {
    guard let notes = make.notes, let text = text(original, translations) else { return }
    notes.note(linksOf: text)
  }

  private func text(
    _ original: LinkedText, _ translations: [RecordTranslation]
  ) -> LinkedText? {
    let own = translations.first { $0.language == context.language }?.text
    let isDefault = context.language == context.addresses.defaultLanguage
    guard let text = own ?? (isDefault ? original : nil), !text.body.html.isEmpty else {
      return nil
    }
    return text
  }
}
