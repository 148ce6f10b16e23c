import GFMarkdown
import SiteModel
import SitePlan
import TemplateEngine

/// Makes the record of a topic's own page.
struct TopicView {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker

  private var site: SiteReader { context.site }

  /// The record; `briefs` are those of this page of the list.
  func record(_ place: Int, briefs: ArraySlice<Int>) -> Value {
    let topic = site.topics[place]
    var ancestors: [Int] = []
    var next = topic.parent
    while let parent = next {
      ancestors.insert(parent, at: 0)
      next = site.topics[parent].parent
    }
    let visible = topic.children.filter { context.has(.topic($0)) }
    var fields = CardBuilder(context: context, make: make).topicFields(place)
    fields += [
      topic.parent.map { cards.topics[$0] } ?? .none, make.list(visible.map { cards.topics[$0] }),
      make.list(ancestors.map { cards.topics[$0] }),
      make.list(topic.related.map { cards.topics[$0] }),
      EntityCounts.value(
        EntityCounts.top(of: context.readable(topic.briefs), in: site.unnoted, limit: 12), cards, make),
      make.query("briefs", briefs.map { cards.briefs[$0] }),
      TextView(context: context, make: make).html(topic.text, topic.translations),
    ]
    return make.arena.record(RecordShapes.topic, fields, id: SiteRecord.topic(place).id)
  }
}

/// Makes the record of a storyline's own page.
struct StorylineView {
  let context: ViewContext
  let cards: CardBook
  let make: ValueMaker

  private var site: SiteReader { context.site }

  func record(_ place: Int) -> Value {
    let storyline = site.storylines[place]
    let parts = Array(context.readable(storyline.briefs).reversed())
    var events: [Int] = []
    for part in parts {
      for event in site.briefs[part].events where !events.contains(event) { events.append(event) }
    }
    let questions = parts.flatMap { part in
      context.edition(part).questions.map { question in
        make.arena.record(
          RecordShapes.storyQuestion, [make.text(question.text), cards.briefs[part]])
      }
    }
    var fields = CardBuilder(context: context, make: make).storylineFields(place)
    fields += [
      make.list(
        parts.enumerated().map { number, part in
          make.arena.record(RecordShapes.storyPart, [.int(number + 1), cards.briefs[part]])
        }),
      EntityCounts.value(EntityCounts.top(of: parts, in: site.unnoted, limit: 12), cards, make),
      make.list(events.map { cards.events[$0] }), make.list(questions),
      TextView(context: context, make: make).html(storyline.text, storyline.translations),
    ]
    return make.arena.record(RecordShapes.storyline, fields, id: SiteRecord.storyline(place).id)
  }
}

/// Makes the HTML of a record's text in the page's language.
struct TextView {
  let context: ViewContext
  let make: ValueMaker

  /// The translation's text, else the original's on pages of the default language; `none` if empty.
  func html(_ original: LinkedText, _ translations: [RecordTranslation]) -> Value {
    let own = translations.first { $0.language == context.language }?.text
    let isDefault = context.language == context.addresses.defaultLanguage
    guard let text = own ?? (isDefault ? original : nil), text.body.outline.htmlCount > 0 else {
      return .none
    }
    make.notes?.note(linksOf: text)
    return make.arena.safeString(
      utf8: BodyHTML(context.addresses, for: context.language, reading: context.site).make(text).html
    )
  }
}
