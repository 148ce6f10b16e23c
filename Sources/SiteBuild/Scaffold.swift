package import SiteModel
import SourceDiagnostics

/// The first text of a new file: what can be known is filled in, and what an author must add is
/// said in a comment beside the field.
///
/// Nothing here reads or writes; a site that is already there comes as a `SiteSurvey`.
package enum Scaffold {
  /// A new file.
  package struct File: Sendable, Hashable {
    /// The path from the site's root.
    package var path: String
    /// The text.
    package var text: String
    /// What its author should know, as sentences without a full stop.
    package var warnings: [String] = []
  }

  /// Why a file cannot be made, as one sentence, and what to do about it.
  package struct Refusal: Error, Sendable, Hashable {
    /// The reason.
    package var reason: String
    /// What to do instead.
    package var help: String?

    init(_ reason: String, help: String? = nil) {
      self.reason = reason
      self.help = help
    }
  }

  /// A brief of a day; topics and addresses may be given, or are left to the author.
  package static func brief(
    title: String, date: CalendarDate, topics: [String] = [], addresses: [String] = [],
    in site: SiteSurvey
  ) throws(Refusal) -> File {
    let title = try name(title, what: "title", limit: 110)
    let slug = Slug.make(title)
    if let path = site.path(ofBrief: slug.text) {
      throw Refusal(
        "there is a brief '\(slug)' already: \(path)",
        help: "give the new one another title, or translate it with --lang")
    }
    for topic in topics where !site.topics.contains(topic) {
      throw Refusal(
        "there is no topic '\(topic)'" + Spelling.question(for: topic, among: site.topics),
        help: "'brevier new topic' makes one")
    }
    let topicLine =
      topics.isEmpty
      ? "# One to four topics, by id: \(examples(of: site.topics))\ntopics: []\n"
      : "topics: [\(topics.joined(separator: ", "))]\n"
    let sourceLines =
      addresses.isEmpty
      ? "# At least one: an address, or {url, publisher, title, published, kind, via}\nsources: []\n"
      : "sources:\n" + addresses.map { "  - url: \(YAMLText.scalar($0))\n" }.joined()
    let text = """
      ---
      title: \(YAMLText.scalar(title))
      date: \(date)
      \(topicLine)\(sourceLines)# Remove this line to publish
      draft: true
      ---

      """
    let month = date.description.prefix(7).replacing("-", with: "/")
    return File(path: "content/briefs/\(month)/\(slug).md", text: text)
  }

  /// An entity's record; names that are near to it are warned of.
  package static func entity(
    kind: EntityKind, name text: String, in site: SiteSurvey
  ) throws(Refusal) -> File {
    let name = try name(text, what: "name", limit: 120)
    let slug = Slug.make(name)
    let path = "content/entities/\(kind.rawValue)/\(slug).md"
    if site.entities.contains(where: { $0.path == path }) {
      throw Refusal("'\(path)' exists already", help: "add the name to its aliases")
    }
    var lines = [
      "---", "name: \(YAMLText.scalar(name))",
      "# Other names that mean only this, by language where they differ: {en: [Meta], fr: [Méta]}",
      "aliases: []", "# One sentence for lists and cards", "description:",
    ]
    lines += hints(for: kind).map { "# \($0)" } + ["---", ""]
    return File(
      path: path, text: lines.joined(separator: "\n"),
      warnings: site.namesNear(name).map { near in
        near.isSame
          ? "'\(near.name)' is also a name of \(near.path); a link by that name will be refused"
          : "'\(near.name)' in \(near.path) is spelled almost so; if it is the same, add an alias there"
      })
  }

  /// A topic, at the top or below another.
  package static func topic(
    name text: String, parent: String?, in site: SiteSurvey
  ) throws(Refusal) -> File {
    let name = try name(text, what: "name", limit: 80)
    if let parent, !site.topics.contains(parent) {
      throw Refusal(
        "there is no topic '\(parent)'" + Spelling.question(for: parent, among: site.topics),
        help: "make the parent first")
    }
    if let parent, TopicID(parent).depth >= 3 {
      throw Refusal(
        "'\(parent)' is at the third level, and topics have three", help: "choose a parent above it"
      )
    }
    let id = (parent.map { $0 + "/" } ?? "") + Slug.make(name).text
    if site.topics.contains(id) { throw Refusal("there is a topic '\(id)' already") }
    let text = """
      ---
      name: \(YAMLText.scalar(name))
      # One sentence that says what belongs here
      description:
      # Other names of it, and topics near to it by id
      aliases: []
      related: []
      ---

      """
    return File(path: "content/topics/\(id).md", text: text)
  }

  /// A storyline.
  package static func storyline(
    title: String, in site: SiteSurvey
  ) throws(Refusal) -> File {
    let title = try name(title, what: "title", limit: 110)
    let slug = Slug.make(title)
    if site.storylines.contains(slug.text) {
      throw Refusal("there is a storyline '\(slug)' already")
    }
    let text = """
      ---
      title: \(YAMLText.scalar(title))
      # What is known now, in two sentences; change it when a part is added
      summary:
      # open, dormant or closed
      state: open
      ---

      """
    return File(
      path: "content/storylines/\(slug).md", text: text,
      warnings: ["a brief joins it with 'storyline: \(slug)'"])
  }

  // MARK: - Parts

  /// A name on one line; refused when nothing is left of it or it is too long.
  static func name(_ text: String, what: String, limit: Int) throws(Refusal) -> String {
    let words = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    let scalars = words.unicodeScalars.filter { $0.properties.generalCategory != .control }
    if scalars.isEmpty { throw Refusal("the \(what) is empty") }
    if scalars.count > limit {
      throw Refusal("a \(what) has at most \(limit) characters; this has \(scalars.count)")
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func examples(of topics: [String]) -> String {
    topics.isEmpty
      ? "the path of a file in content/topics without '.md'"
      : topics.prefix(4).joined(separator: ", ") + (topics.count > 4 ? " …" : "")
  }

  private static func hints(for kind: EntityKind) -> [String] {
    switch kind {
    case .person:
      ["roles:", "  - {organisation: company/meta, title: researcher, from: 2024-05}"]
    case .model:
      ["maker: company/meta", "released: 2025-04-05", "params: 70B params", "open_weights: true"]
    case .product: ["maker: company/meta", "released: 2025-04-05"]
    case .publication: ["website: https://example.org/"]
    case .unit: ["parent: company/meta", "founded: {value: 2025-06, source: https://example.org/}"]
    default:
      ["founded: {value: 2016, source: https://example.org/}", "website: https://example.org/"]
    }
  }
}
