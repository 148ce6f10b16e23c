import GFMarkdown
import SiteModel
import SitePlan
import TemplateEngine

/// The fields of a brief as lists show it.
enum BriefCard {
  static let fields = FieldTable<CardBook>(
    "brief",
    [
      .init("id") { book, place in book.make.text(book.item(ofBrief: place).brief.id.text) },
      .init("url") { book, place in
        book.make.text(book.context.addresses.url(book.item(ofBrief: place).path))
      },
      .init("absolute_url") { book, place in
        book.make.text(book.context.addresses.absolute(book.item(ofBrief: place).path))
      },
      .init("title") { book, place in book.make.text(book.item(ofBrief: place).title) },
      .init("summary") { book, place in
        book.make.text(book.item(ofBrief: place).summary)
      },
      .init("date") { book, place in book.make.date(book.item(ofBrief: place).date) },
      .init("updated") { book, place in
        let corrections = book.item(ofBrief: place).edition.corrections
        return book.make.date(corrections.map(\.date).max { $0.sortKey < $1.sortKey })
      },
      .init("language") { book, place in
        book.make.text(book.item(ofBrief: place).language.text)
      },
      .init("kind") { book, place in book.make.kind(book.item(ofBrief: place).source.kind) },
      .init("importance") { book, place in .int(book.item(ofBrief: place).source.importance) },
      .init("topics") { book, place in
        book.make.list(book.context.site.briefs[place].topics.map { book.topics[$0] })
      },
      .init("about") { book, place in
        book.make.list(book.context.site.briefs[place].about.map { book.entities[$0] })
      },
      .init("badge") { book, place in badge(book.item(ofBrief: place).source, book.make) },
      .init("storyline") { book, place in
        book.context.site.briefs[place].storyline.map { book.storylines[$0] } ?? .none
      },
      .init("origins") { book, place in
        OriginView(context: book.context, make: book.make, entities: book.entities)
          .record(book.item(ofBrief: place))
      },
      .init("source_count") { book, place in
        .int(book.item(ofBrief: place).source.sources.count)
      },
      .init("authors") { book, place in
        let context = book.context
        return book.make.strings(
          book.item(ofBrief: place).edition.authors.map { context.words.author($0, context.site) })
      },
      .init("is_draft") { book, place in .bool(book.item(ofBrief: place).source.isDraft) },
      .init("reading_minutes") { book, place in
        .int(max(1, (book.item(ofBrief: place).edition.text.body.wordCount + 199) / 200))
      },
    ])

  /// The badge of the brief's first event, as this brief asserts it.
  private static func badge(_ source: BriefFile, _ make: ValueMaker) -> Value {
    guard let assertion = source.events.first else { return .none }
    let certainty = assertion.certainty ?? .reported
    return make.badge(Badge.derive(certainty, assertion.stage), certainty, assertion.stage)
  }
}

/// The fields of an entity as lists show it.
enum EntityCard {
  /// The number of the field `name`.
  static let name = fields.shape.index(of: "name") ?? 0

  static let fields = FieldTable<CardBook>(
    "entity",
    [
      .init("id") { book, place in book.make.text(book.context.site.entities[place].id.text) },
      .init("url") { book, place in book.make.text(book.context.url(.entity(place))) },
      .init("name") { book, place in book.make.text(book.name(ofEntity: place)) },
      .init("kind") { book, place in book.card(of: book.context.site.entities[place].kind) },
      .init("description") { book, place in
        book.make.text(book.context.words.summary(of: book.context.site.entities[place]))
      },
      .init("brief_count", RecordShapes.Facet.relations) { book, place in .int(book.item(ofEntity: place).briefs.count) },
      .init("event_count", RecordShapes.Facet.relations) { book, place in
        .int(book.context.site.entities[place].events.count)
      },
      .init("last_seen", RecordShapes.Facet.relations) { book, place in
        book.make.date(
          book.item(ofEntity: place).briefs.first.map {
            book.context.site.briefs[$0].source.date.value
          })
      },
      .init("country") { book, place in
        let facts = book.item(ofEntity: place).source.facts
        let country = facts.first { $0.key == "country" }
        return book.make.text(country.map { book.make.text(of: $0.value, field: "country") })
      },
    ])
}

/// The fields of a topic as lists show it.
enum TopicCard {
  static let fields = FieldTable<CardBook>(
    "topic",
    [
      .init("id") { book, place in book.make.text(book.context.site.topics[place].id.text) },
      .init("url") { book, place in book.make.text(book.context.url(.topic(place))) },
      .init("name") { book, place in
        book.make.text(book.context.words.name(of: book.context.site.topics[place]))
      },
      .init("description") { book, place in
        book.make.text(book.context.words.summary(of: book.context.site.topics[place]))
      },
      .init("brief_count", RecordShapes.Facet.relations) { book, place in .int(book.item(ofTopic: place).briefs.count) },
      .init("depth") { book, place in .int(book.context.site.topics[place].id.depth) },
      .init("last_seen", RecordShapes.Facet.relations) { book, place in
        book.make.date(
          book.item(ofTopic: place).briefs.first.map {
            book.context.site.briefs[$0].source.date.value
          })
      },
    ])
}

/// The fields of a storyline as lists show it.
enum StorylineCard {
  static let fields = FieldTable<CardBook>(
    "storyline",
    [
      .init("id") { book, place in book.make.text(book.context.site.storylines[place].id.text) },
      .init("url") { book, place in book.make.text(book.context.url(.storyline(place))) },
      .init("title") { book, place in
        book.make.text(book.context.words.title(of: book.context.site.storylines[place]))
      },
      .init("summary") { book, place in
        book.make.text(book.context.words.summary(of: book.context.site.storylines[place]) ?? "")
      },
      .init("state") { book, place in
        let state = book.context.site.storylines[place].source.state
        return book.make.keyed(state.rawValue, book.context.words.vocabulary.state(state))
      },
      .init("brief_count", RecordShapes.Facet.relations) { book, place in .int(briefs(book, place).count) },
      .init("first", RecordShapes.Facet.relations) { book, place in date(book, briefs(book, place).last) },
      .init("last", RecordShapes.Facet.relations) { book, place in date(book, briefs(book, place).first) },
    ])

  private static func briefs(_ book: CardBook, _ place: Int) -> [Int] {
    book.context.readable(book.context.site.storylines[place].briefs)
  }

  private static func date(_ book: CardBook, _ brief: Int?) -> Value {
    book.make.date(brief.map { book.context.site.briefs[$0].source.date.value })
  }
}

/// The fields of an event as lists show it.
enum EventCard {
  static let fields = FieldTable<CardBook>(
    "event",
    [
      .init("id") { book, place in book.make.text(book.context.site.events[place].id.text) },
      .init("url") { book, place in book.make.text(book.context.url(.event(place))) },
      .init("title") { book, place in
        book.make.text(book.facts.title(book.context.site.events[place]))
      },
      .init("type") { book, place in book.card(of: book.context.site.events[place].type) },
      .init("badge") { book, place in
        let event = book.context.site.events[place]
        return book.make.badge(
          event.badge, event.folded.certainty ?? .reported, event.folded.stage)
      },
      .init("date") { book, place in book.make.date(book.context.site.events[place].date) },
      .init("participants") { book, place in
        let event = book.context.site.events[place]
        return book.make.list(
          event.participants.map { book.participant($0, event.type, book.make) })
      },
      .init("summary_fields") { book, place in
        book.make.list(
          book.facts.fields(book.context.site.events[place]).prefix(3).map { key, label, text in
            book.make.arena.record(
              RecordShapes.field,
              [book.make.text(key), book.make.text(label), book.make.text(text)])
          })
      },
      .init("certainty") { book, place in
        book.make.certainty(book.context.site.events[place].folded.certainty ?? .reported)
      },
      .init("stage") { book, place in
        book.context.site.events[place].folded.stage.map { book.make.stage($0) } ?? .none
      },
      .init("origin_count") { book, place in
        .int(book.context.site.events[place].origins.count)
      },
      .init("brief_count") { book, place in
        .int(book.context.readable(book.context.site.events[place].briefs).count)
      },
      .init("is_open") { book, place in
        .bool(book.facts.isOpen(book.context.site.events[place]))
      },
      .init("is_overdue") { book, place in
        .bool(book.facts.isOverdue(book.context.site.events[place]))
      },
      .init("last_change") { book, place in
        let newest = book.context.site.events[place].briefs.first
        return book.make.date(newest.map { book.context.site.briefs[$0].source.date.value })
      },
    ])
}

extension FieldTable where Maker == CardBook {
  /// The fields of a card as the first fields of a record that has more: read from the card, so
  /// that they are made once.
  func fields<Page: AnyObject>(
    from card: @escaping @Sendable (Page, Int) -> Value
  ) -> [FieldTable<Page>.Field] {
    shape.fields.enumerated().map { index, field in
      .init(field.name, field.facet) { page, place in
        card(page, place)[field: index] ?? .undefined
      }
    }
  }
}
