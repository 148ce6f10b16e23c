package import GFMarkdown
package import SiteModel
package import SourceDiagnostics
package import TemplateEngine

/// What a site looks like: its templates, compiled and linked, its words, and its assets.
package struct Theme: Sendable {
  /// All templates.
  package let library: TemplateLibrary
  /// The words of each language of the site.
  package let words: [LanguageTag: PageWords]
  /// The paths of the files of `templates/assets`.
  package let assets: Set<String>

  /// A file of the folder `templates`.
  package struct File: Sendable {
    /// The path from the site's root.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Compiles a theme; what is wrong with it is reported, and a theme comes back all the same.
  package init(_ files: [File], settings: SiteSettings, diagnostics: inout [Diagnostic]) {
    let root = "templates/"
    var tables: [StringTable] = []
    var sources: [TemplateSource] = []
    var assets = Set<String>()
    for file in files where file.path.hasPrefix(root) {
      let name = String(file.path.dropFirst(root.count))
      if name.hasPrefix("assets/") {
        assets.insert(String(name.dropFirst("assets/".count)))
      } else if name.hasPrefix("locales/") {
        if let table = StringTable.read(localeFile: name, file, &diagnostics) {
          tables.append(table)
        }
      } else if Self.isTemplate(name) {
        sources.append(TemplateSource(name: name, path: file.path, text: file.bytes))
      }
    }
    self.assets = assets
    words = Dictionary(
      settings.languages.map { language in
        let strings = InterfaceStrings(
          language, tables: tables, defaultLanguage: settings.language)
        return (language, PageWords(strings, language: language))
      }, uniquingKeysWith: { first, _ in first })
    var options = TemplateOptions()
    options.trimBlocks = settings.trimBlocks
    options.lstripBlocks = settings.lstripBlocks
    library = TemplateLibrary(
      sources, options: options, extensions: SiteFunctions.extensions)
    diagnostics += library.diagnostics
    for name in Self.required where library.template(named: name) == nil {
      diagnostics.append(
        Diagnostic(
          .missingTemplate, "the theme has no template '\(name)'",
          at: SourceSpan(file: root + name),
          help: "add 'templates/\(name)'; docs/reference/template-data.md says what it sees"))
    }
  }

  private static func isTemplate(_ name: String) -> Bool {
    let endings = [".html", ".xml", ".txt", ".jinja", ".j2"]
    return name != "README.md" && endings.contains { name.hasSuffix($0) }
  }

  /// The templates that pages are made with.
  package static let required = [
    "404.html", "archive.html", "brief.html", "entities.html", "entity.html", "event.html",
    "events.html", "home.html", "page.html", "redirect.html", "storyline.html",
    "storylines.html", "topic.html", "topics.html",
  ]

  /// The words that Markdown's own HTML needs, by language.
  package var markdownLabels: [LanguageTag: MarkdownOptions.Labels] {
    words.mapValues { words in
      func text(_ key: String) -> String { words.strings.text("markdown." + key) }
      return MarkdownOptions.Labels(
        footnotes: text("footnotes"), footnote: text("footnote"),
        backToText: text("back_to_text"), table: text("table"), taskDone: text("task_done"),
        taskOpen: text("task_open"))
    }
  }
}

extension StringTable {
  /// Reads `locales/LANG.yml`; a file of another name is reported.
  fileprivate static func read(
    localeFile name: String, _ file: Theme.File, _ diagnostics: inout [Diagnostic]
  ) -> StringTable? {
    let parts = name.dropFirst("locales/".count).split(separator: ".")
    guard parts.count == 2, parts[1] == "yml" || parts[1] == "yaml", LanguageTag.isTag(parts[0])
    else {
      diagnostics.append(
        Diagnostic(
          .localeName, "'\(name)' is not named after a language",
          at: SourceSpan(file: file.path), help: "name it like 'locales/en.yml'"))
      return nil
    }
    return read(
      file.bytes, file: file.path, language: LanguageTag(String(parts[0])),
      diagnostics: &diagnostics)
  }
}
