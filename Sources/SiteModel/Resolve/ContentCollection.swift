import SourceDiagnostics

/// The parsed files by kind, each translation with its original, equal ids reported.
struct ContentCollection {
  var briefs: [Record<BriefFile>] = []
  var entities: [Record<EntityFile>] = []
  var topics: [Record<TopicFile>] = []
  var storylines: [Record<StorylineFile>] = []
  var events: [Record<EventFile>] = []
  var pages: [Record<PageFile>] = []

  /// A file and its translations, by language.
  struct Record<File: Sendable>: Sendable {
    let boxed: Boxed<File>
    let translations: [TranslationFile]
    /// The file, read where it is.
    var source: File {
      _read { yield boxed.value }
    }

    init(_ boxed: Boxed<File>, _ translations: [TranslationFile]) {
      self.boxed = boxed
      self.translations = translations
    }
  }

  /// Sorts the files by kind; the order of `files` does not matter.
  init(_ files: [ParsedFile], diagnostics: inout [Diagnostic]) {
    var translations: [String: [TranslationFile]] = [:]
    for case .translation(let file) in files {
      translations[file.value.original, default: []].append(file.value)
    }
    for key in translations.keys { translations[key]?.sort { $0.language < $1.language } }
    var used = Set<String>()
    func take(_ file: String) -> [TranslationFile] {
      used.insert(file)
      return translations[file] ?? []
    }
    for file in files {
      switch file {
      case .brief(let file): briefs.append(Record(file, take(file.value.file)))
      case .entity(let file): entities.append(Record(file, take(file.value.file)))
      case .topic(let file): topics.append(Record(file, take(file.value.file)))
      case .storyline(let file): storylines.append(Record(file, take(file.value.file)))
      case .event(let file): events.append(Record(file, take(file.value.file)))
      case .page(let file): pages.append(Record(file, take(file.value.file)))
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
    briefs = Self.unique(briefs, { ($0.id.text, $0.file) }, &diagnostics)
    entities = Self.unique(entities, { ($0.id.text, $0.file) }, &diagnostics)
    topics = Self.unique(topics, { ($0.id.text, $0.file) }, &diagnostics)
    storylines = Self.unique(storylines, { ($0.id.text, $0.file) }, &diagnostics)
    events = Self.unique(events, { ($0.id.text, $0.file) }, &diagnostics)
    pages = Self.unique(pages, { ($0.id.text, $0.file) }, &diagnostics)
  }

  /// Sorted by id, then file; of several with one id the first stays and the others are reported.
  private static func unique<File>(
    _ records: [Record<File>], _ name: (File) -> (id: String, file: String),
    _ diagnostics: inout [Diagnostic]
  ) -> [Record<File>] {
    let names = records.map { name($0.source) }
    let order = names.indices.sorted { a, b in
      names[a].id != names[b].id
        ? utf8Less(names[a].id, names[b].id) : utf8Less(names[a].file, names[b].file)
    }
    var kept: [Int] = []
    kept.reserveCapacity(order.count)
    for place in order {
      if let last = kept.last, names[last].id == names[place].id {
        diagnostics.append(
          Diagnostic(
            .duplicateID, "two files have the id '\(names[place].id)'",
            at: SourceSpan(file: names[place].file),
            related: [.init(SourceSpan(file: names[last].file), "the other one")],
            help: "rename one of them; a file's name is its id in all folders"))
      } else {
        kept.append(place)
      }
    }
    return kept.map { records[$0] }
  }
}
