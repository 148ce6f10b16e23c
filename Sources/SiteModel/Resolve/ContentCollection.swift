import SourceDiagnostics

/// The parsed files by kind, each translation with its original, equal ids reported.
struct ContentCollection {
  var briefs: [(source: BriefFile, translations: [TranslationFile])] = []
  var entities: [(source: EntityFile, translations: [TranslationFile])] = []
  var topics: [(source: TopicFile, translations: [TranslationFile])] = []
  var storylines: [(source: StorylineFile, translations: [TranslationFile])] = []
  var events: [(source: EventFile, translations: [TranslationFile])] = []
  var pages: [(source: PageFile, translations: [TranslationFile])] = []

  /// Sorts the files by kind; the order of `files` does not matter.
  init(_ files: [ParsedFile], diagnostics: inout [Diagnostic]) {
    var translations: [String: [TranslationFile]] = [:]
    for case .translation(let file) in files {
      translations[file.original, default: []].append(file)
    }
    for key in translations.keys { translations[key]?.sort { $0.language < $1.language } }
    var used = Set<String>()
    func take(_ file: String) -> [TranslationFile] {
      used.insert(file)
      return translations[file] ?? []
    }
    for file in files {
      switch file {
      case .brief(let brief): briefs.append((brief, take(brief.file)))
      case .entity(let entity): entities.append((entity, take(entity.file)))
      case .topic(let topic): topics.append((topic, take(topic.file)))
      case .storyline(let storyline): storylines.append((storyline, take(storyline.file)))
      case .event(let event): events.append((event, take(event.file)))
      case .page(let page): pages.append((page, take(page.file)))
      case .translation: break
      }
    }
    for (original, files) in translations where !used.contains(original) {
      for file in files {
        diagnostics.append(
          Diagnostic(
            .orphanTranslation, "translation without original: there is no '\(original)'",
            at: SourceSpan(file: file.file),
            help: "name it like the file it translates, with '.\(file.language)' before '.md'"))
      }
    }
    briefs = Self.unique(briefs, id: \.source.id, file: \.source.file, &diagnostics)
    entities = Self.unique(entities, id: \.source.id, file: \.source.file, &diagnostics)
    topics = Self.unique(topics, id: \.source.id, file: \.source.file, &diagnostics)
    storylines = Self.unique(storylines, id: \.source.id, file: \.source.file, &diagnostics)
    events = Self.unique(events, id: \.source.id, file: \.source.file, &diagnostics)
    pages = Self.unique(pages, id: \.source.id, file: \.source.file, &diagnostics)
  }

  /// Sorted by id, then file; of several with one id the first stays and the others are reported.
  private static func unique<Item, ID: RecordIdentifier>(
    _ items: [Item], id: (Item) -> ID, file: (Item) -> String, _ diagnostics: inout [Diagnostic]
  ) -> [Item] {
    let sorted = items.sorted { a, b in
      id(a) != id(b) ? id(a) < id(b) : file(a).utf8.lexicographicallyPrecedes(file(b).utf8)
    }
    var kept: [Item] = []
    for item in sorted {
      if let last = kept.last, id(last) == id(item) {
        diagnostics.append(
          Diagnostic(
            .duplicateID, "two files have the id '\(id(item))'", at: SourceSpan(file: file(item)),
            related: [.init(SourceSpan(file: file(last)), "the other one")],
            help: "rename one of them; a file's name is its id in all folders"))
      } else {
        kept.append(item)
      }
    }
    return kept
  }
}
