package import FrontMatter

/// What `brevier.yml` may hold.
extension Schema {
  /// The site's settings.
  package static let settings = Schema(
    "the settings",
    [
      Field("title", .localised(limit: 110), .required, "what the site is called"),
      Field("description", .localised(limit: 300), .optional, "one sentence about it"),
      Field(
        "base_url", .text(format: "base-url"), .optional,
        "where it will be found: https://example.org/sub/"),
      Field(
        "language", .text(format: "language"), .optional, "the default language; en unless set"),
      Field(
        "languages", .list(of: .text(format: "language"), count: 1...50), .optional, "all languages"
      ),
      Field("authors", .list(of: .text()), .optional, "who writes the briefs that name nobody"),
      Field("pagination", .mapping(pagination), .optional, "how many entries a page of a list has"),
      Field("feeds", .mapping(feeds), .optional, "what feeds hold"),
      Field("outputs", .mapping(outputs), .optional, "which kinds of file are made"),
      Field(
        "desks", .list(of: .word(Desk.all.map { Word($0.key, $0.meaning) }), count: 0...20),
        .optional,
        "which desks the site has, in the order of its navigation; all unless set"),
      Field(
        "autolink", .word(Word.autolinkModes), .optional,
        "which mentions of names become links"),
      Field(
        "raw_html", .boolean, .optional, "true: HTML in Markdown passes through; false unless set"),
      Field("typography", .boolean, .optional, "false: quotes, dashes and spaces stay as typed"),
      Field("permalinks", .mapping(permalinks), .optional, "how addresses are made"),
      Field("templates", .mapping(templates), .optional, "how templates are read"),
      Field(
        "strictness",
        .word([
          Word("off", "no editorial rule is applied"),
          Word("light", "figures need claims in briefs that have claims"),
          Word("newsroom", "figures need claims in every brief"),
        ]), .optional, "how much the editorial rules ask; light unless set"),
      Field(
        "rules", .map(of: .word(Word.severities)), .optional,
        "severities of rules by code"),
      Field(
        "currency", .mapping(currency), .optional, "the currency that amounts are converted to"),
    ])

  private static let pagination = Schema(
    "pagination",
    [
      Field(
        "lists", .integer(in: 1...1000), .optional, "briefs on a page of a list; 25 unless set"),
      Field(
        "entities", .integer(in: 1...1000), .optional,
        "briefs on a page of an entity; 50 unless set"),
    ])

  private static let feeds = Schema(
    "the feeds",
    [
      Field("size", .integer(in: 1...500), .optional, "the newest briefs of a feed; 20 unless set"),
      Field(
        "content",
        .word([
          Word("summaries", "feeds of topics, entities and storylines carry summaries"),
          Word("full", "they carry the full text"),
        ]), .optional, "what feeds other than the site's carry"),
    ])

  private static let outputs = Schema(
    "the outputs",
    [
      Field("atom", .boolean, .optional, "Atom feeds"),
      Field("json_feed", .boolean, .optional, "JSON feeds"),
      Field("record_feeds", .boolean, .optional, "feeds of topics, entities and storylines"),
      Field("sitemap", .boolean, .optional, "sitemap.xml"),
      Field("robots", .boolean, .optional, "robots.txt"),
      Field("json_ld", .boolean, .optional, "JSON-LD in pages"),
      Field("redirects", .boolean, .optional, "pages at old addresses"),
      Field("archive", .boolean, .optional, "pages by year and month"),
      Field("events", .boolean, .optional, "a page for each event"),
      Field("desks", .boolean, .optional, "lists of deals, moves, overdue events, corrections …"),
      Field("related", .boolean, .optional, "related briefs on the page of a brief"),
      Field("search", .boolean, .optional, "the search page, its box on every page, and its index"),
    ])

  private static let permalinks = Schema(
    "the permalinks",
    [
      Field(
        "brief", .text(), .optional, "of words :slug :id :year :month :day; briefs/:slug unless set"
      )
    ])

  private static let templates = Schema(
    "the template settings",
    [
      Field("trim_blocks", .boolean, .optional, "the line break after a tag is dropped"),
      Field(
        "lstrip_blocks", .boolean, .optional, "white space before a tag on its line is dropped"),
    ])

  private static let currency = Schema(
    "the currency",
    [
      Field("base", .text(format: "currency"), .optional, "ISO 4217 code; USD unless set"),
      Field("rates", .list(of: .mapping(rate)), .optional, "dated exchange rates"),
    ])

  private static let rate = Schema(
    "an exchange rate",
    [
      Field("from", .text(format: "currency"), .required, "the currency that is converted"),
      Field("rate", .text(format: "number"), .required, "what one unit of it is worth in the base"),
      Field("date", .text(format: "date"), .required, "the day from which it holds"),
      Field("source", .text(), .optional, "where it comes from"),
    ])
}

extension Word {
  static let severities = [
    Word("error", "nothing is built"), Word("warning", "it is built, and reported"),
    Word("note", "a remark"), Word("off", "not reported"),
  ]
}
