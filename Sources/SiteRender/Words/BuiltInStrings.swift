import SiteModel

/// English words for the keys that the program itself asks for, so that a theme without a table of
/// words still makes whole sentences.
enum BuiltInStrings {
  static let english: StringTable = {
    var table = StringTable(language: LanguageTag("en"), file: "")
    for (key, text) in texts + subjects + dates + numbers + desks + method + search {
      table.set(key, text)
    }
    for (key, one, other) in counted + subjectsCounted + countedAtDesks {
      table.set(key, one: one, other: other)
    }
    return table
  }()

  private static let texts: [(String, String)] = [
    ("vocabulary.badge_with_stage", "{badge} · {stage}"), ("vocabulary.yes", "yes"),
    ("vocabulary.no", "no"), ("nav.home", "Front page"), ("nav.briefs", "Briefs"),
    ("nav.topics", "Topics"), ("nav.storylines", "Storylines"), ("nav.events", "Events"),
    ("nav.entities", "Names"), ("nav.archive", "Archive"),
    ("page.topics_description", "All topics."), ("page.storylines_description", "All storylines."),
    ("page.events_description", "All events, and how sure they are."),
    ("page.entities_description", "All names in the news."),
    ("page.archive_description", "All briefs by date."),
    ("page.moved_title", "This page has moved"),
    ("error.not_found_title", "This page does not exist"), ("event.certainty", "Certainty"),
    ("event.stage", "Stage"), ("event.date", "Date"), ("event.type", "Type"),
    ("event.place", "Place"), ("event.participants", "Participants"), ("event.or", " or "),
    ("event.title", "{type}: {names}"), ("entity.role_in", "{role} ({type})"),
    ("origins.not_located", "{name}, not located"), ("origins.separator", "; "),
    ("origins.unnamed", "an unnamed source"), ("origins.unnamed_people", "unnamed people"),
    ("related.storyline", "both in the storyline “{name}”"),
    ("related.entity", "both about {name}"),
    ("related.topic", "both on {name}"), ("related.event", "both on the event “{name}”"),
    ("markdown.footnotes", "Footnotes"), ("markdown.footnote", "Footnote"),
    ("markdown.back_to_text", "Back to the text"), ("markdown.table", "Table"),
    ("markdown.task_done", "done"), ("markdown.task_open", "open"),
  ]

  private static let counted: [(String, one: String, other: String)] = [
    ("origins.count", "one origin: {names}", "{n} origins: {names}"),
    ("origins.hops", ", one hop from what we read", ", {n} hops from what we read"),
  ]
}
