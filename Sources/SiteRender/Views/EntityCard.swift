import SiteModel
import SitePlan
import TemplateEngine

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
      .init("brief_count", RecordShapes.Facet.relations) { book, place in
        .int(book.item(ofEntity: place).briefs.count)
      },
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
      .init("brief_count", RecordShapes.Facet.relations) { book, place in
        .int(book.item(ofTopic: place).briefs.count)
      },
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
      .init("brief_count", RecordShapes.Facet.relations) { book, place in
        .int(briefs(book, place).count)
      },
      .init("first", RecordShapes.Facet.relations) { book, place in
        date(book, briefs(book, place).last)
      },
      .init("last", RecordShapes.Facet.relations) { book, place in
        date(book, briefs(book, place).first)
      },
    ])

  private static func briefs(_ book: CardBook, _ place: Int) -> [Int] {
    book.context.readable(book.context.site.storylines[place].briefs)
  }

  private static func date(_ book: CardBook, _ brief: Int?) -> Value {
    book.make.date(brief.map { book.context.site.briefs[$0].source.date.value })
  }
}
