import SiteModel
import SitePlan
import TemplateEngine

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
