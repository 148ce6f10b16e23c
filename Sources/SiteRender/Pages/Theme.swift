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
    var strings = LocaleCatalog(defaultLanguage: settings.language)
    var sources: [TemplateSource] = []
    var assets = Set<String>()
    for file in files where file.path.hasPrefix(root) {
      let name = String(file.path.dropFirst(root.count))
      if name.hasPrefix("assets/") {
        assets.insert(String(name.dropFirst("assets/".count)))
      } else if name.hasPrefix("locales/") {
        strings.add(file.bytes, file: file.path, diagnostics: &diagnostics)
      } else if Self.isTemplate(name) {
        sources.append(TemplateSource(name: name, path: file.path, text: file.bytes))
      }
    }
    self.assets = assets
    words = Dictionary(
      settings.languages.map { ($0, PageWords(strings.strings(for: $0), language: $0)) },
      uniquingKeysWith: { first, _ in first })
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
    "404.html", "archive.html", "brief.html", "corrections.html", "disputed.html",
    "entities.html", "entity.html", "event.html", "events.html", "home.html", "method.html",
    "page.html", "redirect.html", "search.html", "single-origin.html", "storyline.html",
    "storylines.html", "topic.html", "topics.html",
  ]

  /// The words that Markdown's own HTML needs, by language.
  package var markdownLabels: [LanguageTag: MarkdownOptions.Labels] {
    words.mapValues { Self.labels($0.strings) }
  }

  /// The words that Markdown's own HTML needs.
  static func labels(_ strings: InterfaceStrings) -> MarkdownOptions.Labels {
    func text(_ key: String) -> String { strings.text("markdown." + key) }
    return MarkdownOptions.Labels(
      footnotes: text("footnotes"), footnote: text("footnote"), backToText: text("back_to_text"),
      table: text("table"), taskDone: text("task_done"), taskOpen: text("task_open"))
  }
}
