package import SourceDiagnostics

/// Looks references up: by id, by name, by path. All “unknown” and “ambiguous” messages are made
/// here.
package struct LinkCatalog: Sendable {
  package let names: NameTable
  let entities: [EntityFile]
  let assets: Set<String>
  private let briefs: [String: Int]
  private let topics: [String: Int]
  private let topicNames: [String: Int]
  let events: [String: Int]
  private let storylines: [String: Int]
  private let texts: [String: TextPlace]

  /// A text by its file: what a link to it leads to, and its bodies for their anchors.
  package struct TextPlace: Sendable {
    let target: LinkTarget
    private let language: LanguageTag
    private let own: TextBody
    private let translations: [TranslationFile]

    init(
      _ target: LinkTarget, _ language: LanguageTag, _ own: TextBody,
      _ translations: [TranslationFile]
    ) {
      self.target = target
      self.language = language
      self.own = own
      self.translations = translations
    }

    /// The body in a language where it can be had, else that in the first by tag.
    func body(in wanted: LanguageTag) -> TextBody {
      if translations.isEmpty { return own }
      if let last = translations.last(where: { $0.language == wanted }) { return last.body }
      if language == wanted { return own }
      let first = translations.min { $0.language < $1.language }
      return first.flatMap { $0.language < language ? $0.body : nil } ?? own
    }
  }

  /// What the catalog is made of; places are those of the site's lists.
  package struct Content {
    package var entities: [EntityFile] = []
    package var briefs: [String: Int] = [:]
    package var hiddenBriefs: Set<String> = []
    /// The events that only hidden briefs assert.
    package var hiddenEvents: Set<String> = []
    /// The files of the hidden briefs and of their translations.
    package var hiddenTexts: Set<String> = []
    package var topics: [TopicFile] = []
    package var events: [String: Int] = [:]
    package var storylines: [String: Int] = [:]
    package var texts: [String: TextPlace] = [:]
    package var assets: Set<String> = []
  }

  private let hiddenBriefs: Set<String>
  private let hiddenTexts: Set<String>
  private let hiddenEvents: Set<String>

  package init(_ content: Content) {
    entities = content.entities
    names = NameTable(content.entities)
    assets = content.assets
    briefs = content.briefs
    hiddenBriefs = content.hiddenBriefs
    hiddenTexts = content.hiddenTexts
    hiddenEvents = content.hiddenEvents
    topics = Dictionary(
      content.topics.enumerated().map { ($1.id.text, $0) }, uniquingKeysWith: { a, _ in a })
    var byName: [String: Int] = [:]
    for (index, topic) in content.topics.enumerated() {
      for name in ([topic.name.standard] + topic.name.byLanguage.map(\.text))
        + topic.aliases.map(\.text)
      {
        let key = NameKey.fold(name)
        byName[key] = byName[key] == nil ? index : -1
      }
    }
    topicNames = byName
    events = content.events
    storylines = content.storylines
    texts = content.texts
  }

  typealias Finder = @Sendable (LinkCatalog, Reference, inout [Diagnostic]) -> LinkTarget?

  /// The prefixes of `[[…]]` that name a kind of record.
  var prefixes: [(String, Finder)] {
    [
      ("brief:", { $0.brief($1, diagnostics: &$2).map { .brief($0) } }),
      ("event:", { $0.event($1, diagnostics: &$2).map { .event($0) } }),
      ("topic:", { $0.topic($1, diagnostics: &$2).map { .topic($0) } }),
      ("storyline:", { $0.storyline($1, diagnostics: &$2).map { .storyline($0) } }),
    ]
  }

  /// The entity meant, the one it was merged into when it was; reported when there is none.
  package func entity(
    _ reference: Reference, in language: LanguageTag, kinds: [EntityKind] = [],
    diagnostics: inout [Diagnostic]
  ) -> Int? {
    switch names.meaning(of: reference.text, in: language) {
    case .entity(let index):
      let index = merged(index)
      let kind = entities[index].kind
      if !kinds.isEmpty, !kinds.contains(kind) {
        let due = kinds.map(\.rawValue).joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            .wrongKind,
            "'\(reference.text)' is \(kind.withArticle), not "
              + (kinds.count == 1 ? kinds[0].withArticle : "one of: \(due)"),
            at: reference.span, label: "is \(kind.withArticle)"))
        return nil
      }
      return index
    case .ambiguous(let candidates):
      let list = candidates.map { "'\(entities[$0].id)' (\(entities[$0].name.value))" }
      diagnostics.append(
        Diagnostic(
          .ambiguousName,
          "'\(reference.text)' is the name of several: "
            + list.joined(separator: ", "),
          at: reference.span, label: "which one?", help: "write the id of the one you mean"))
    case .weak(let candidates):
      let list = candidates.map { "'\(entities[$0].id)'" }.joined(separator: " or ")
      diagnostics.append(
        Diagnostic(
          .weakName, "'\(reference.text)' is only a weak alias, which never makes a link",
          at: reference.span, label: "a weak alias", help: "write \(list), or the full name"))
    case .unknown:
      let near = names.suggestions(for: reference.text)
      let question = near.isEmpty ? "" : Spelling.question(for: reference.text, among: near)
      diagnostics.append(
        Diagnostic(
          .unknownEntity, "no entity is called '\(reference.text)'\(question)",
          at: reference.span, label: "unknown name",
          help: "correct the name, or add a record with 'brevier new entity'"))
    }
    return nil
  }

  /// The entity meant, without a word when there is none.
  package func entity(named text: String, in language: LanguageTag) -> Int? {
    guard case .entity(let index) = names.meaning(of: text, in: language) else { return nil }
    return merged(index)
  }

  private func merged(_ index: Int) -> Int {
    var index = index
    var seen = Set<Int>()
    while let next = entities[index].mergedInto, seen.insert(index).inserted,
      let other = unmerged(next)
    {
      index = other
    }
    return index
  }

  /// The entity that a reference names, also when that one was merged into another.
  func unmerged(_ reference: Reference) -> Int? {
    guard case .entity(let index) = names.meaning(of: reference.text, in: LanguageTag("")) else {
      return nil
    }
    return index
  }

  /// The topic meant, by its path or name.
  package func topic(_ reference: Reference, diagnostics: inout [Diagnostic]) -> Int? {
    if let index = topics[reference.text] { return index }
    if let index = topicNames[NameKey.fold(reference.text)] {
      if index >= 0 { return index }
      diagnostics.append(
        Diagnostic(
          .ambiguousName, "several topics are called '\(reference.text)'", at: reference.span,
          label: "which one?", help: "write the topic's path"))
      return nil
    }
    let known = topics.keys.sorted()
    let leaf = known.filter { $0.hasSuffix("/" + reference.text) }
    diagnostics.append(
      Diagnostic(
        .unknownTopic,
        "there is no topic '\(reference.text)'"
          + (leaf.isEmpty
            ? Spelling.question(for: reference.text, among: known)
            : "; did you mean '\(leaf[0])'?"),
        at: reference.span, label: "no such topic",
        help: "add 'content/topics/\(reference.text).md', or use one that exists"))
    return nil
  }

  /// The brief with this id.
  package func brief(_ reference: Reference, diagnostics: inout [Diagnostic]) -> Int? {
    if let index = briefs[reference.text] { return index }
    if hiddenBriefs.contains(reference.text) {
      diagnostics.append(hidden("brief '\(reference.text)'", at: reference.span))
      return nil
    }
    diagnostics.append(
      unknown("brief", reference, among: briefs.keys.sorted(), rule: .unknownBrief))
    return nil
  }

  /// The event with this id.
  package func event(_ reference: Reference, diagnostics: inout [Diagnostic]) -> Int? {
    if let index = events[reference.text] { return index }
    if hiddenEvents.contains(reference.text) {
      diagnostics.append(hidden("event '\(reference.text)'", at: reference.span))
      return nil
    }
    diagnostics.append(
      unknown("event", reference, among: events.keys.sorted(), rule: .unknownEvent))
    return nil
  }

  /// Whether some brief asserts an event with this id, published or not.
  package func hasEvent(_ id: String) -> Bool { events[id] != nil || hiddenEvents.contains(id) }

  /// The ids of the published events, in order.
  package var eventIDs: [String] { events.keys.sorted() }

  /// The storyline with this id.
  package func storyline(_ reference: Reference, diagnostics: inout [Diagnostic]) -> Int? {
    if let index = storylines[reference.text] { return index }
    diagnostics.append(
      unknown("storyline", reference, among: storylines.keys.sorted(), rule: .unknownStoryline))
    return nil
  }

  private func unknown(
    _ what: String, _ reference: Reference, among known: [String], rule: DiagnosticRule
  ) -> Diagnostic {
    Diagnostic(
      rule,
      "there is no \(what) '\(reference.text)'"
        + Spelling.question(for: reference.text, among: known),
      at: reference.span, label: "no such \(what)")
  }

  /// What a link to the file at `path` leads to, in `language` where it can be had.
  func text(at path: String, for language: LanguageTag) -> (LinkTarget, TextBody)? {
    texts[path].map { ($0.target, $0.body(in: language)) }
  }

  /// Whether the text at `path` is that of a brief that is held back.
  func isHidden(_ path: String) -> Bool { hiddenTexts.contains(path) }

  /// A link leads to a brief that readers cannot see.
  func hidden(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .hiddenTarget, "\(what) is not published", at: span,
      label: "a draft, embargoed, future or expired brief",
      help: "publish it first, or leave the link out")
  }

  /// “Did you mean” for a path without a file: its name in another folder, or else one like it in the
  /// same.
  func question(forMissing path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = String(path.dropLast(name.count))
    let known = (Array(texts.keys) + Array(assets)).sorted()
    let elsewhere = known.filter { $0.hasSuffix("/" + name) }
    if !elsewhere.isEmpty {
      return "; did you mean " + elsewhere.prefix(3).map { "'\($0)'" }.joined(separator: " or ")
        + "?"
    }
    let ending = name.split(separator: ".").last.map { "." + $0 } ?? ""
    let neighbours = known.filter { $0.hasPrefix(folder) && $0.hasSuffix(ending) }
      .map { String($0.dropFirst(folder.count)) }.filter { !$0.contains("/") }
    return Spelling.question(for: name, among: neighbours)
  }
}
