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
