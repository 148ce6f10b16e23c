import DocumentedExamples
import SiteModel
import SitePlan
import SourceDiagnostics
import Testing

@testable import SiteRender
@testable import TemplateEngine

/// What templates of a site can call, as the reference says it.
@Suite("The reference of a site's filters and functions")
struct SiteReferenceTests {
  private static let path = "docs/reference/templates/site.md"

  /// A small site in three languages, below a path; German has months and little else.
  private static let site = FeedsSite(
    settings: """
      title: The Wire
      base_url: https://wire.example/sub/
      languages: [en, fr, de]
      """, [("content/topics/chips.md", "---\nname: Chips\n---\n")])

  private static let theme: Theme = {
    let german = """
      date:
        month_1: Januar
        month_3: März
      """
    let files =
      ["en", "fr"].map { ("locales/\($0).yml", locale($0)) } + [
        ("locales/de.yml", german), ("assets/site.css", ""),
      ]
    var found: [Diagnostic] = []
    return Theme(
      files.map { Theme.File(path: "templates/" + $0.0, bytes: Array($0.1.utf8)) },
      settings: site.site.settings, diagnostics: &found)
  }()

  private static func locale(_ language: String) -> String {
    DocumentedFile.text(of: "templates/locales/\(language).yml") ?? ""
  }

  /// What an example gives on a page of its language.
  private static func run(_ example: DocumentedFile.Example) -> DocumentedFile.Expected {
    let sources = example.templates.map {
      TemplateSource(name: $0.name, path: "templates/" + $0.name, text: Array($0.text.utf8))
    }
    func report(_ diagnostic: Diagnostic) -> DocumentedFile.Expected {
      let text = TextReport { path in
        sources.first { $0.path == path }.map { SourceText(path: path, bytes: $0.text) }
      }.text(diagnostic)
      return .error(String(text.dropLast()))
    }
    let library = TemplateLibrary(sources, extensions: SiteFunctions.extensions)
    if let first = library.diagnostics.first { return report(first) }
    let language = LanguageTag(example.options.first ?? "en")
    guard let words = theme.words[language],
      let main = sources.last.flatMap({ library.template(named: $0.name) })
    else { return .output("there is no page in '\(language)'") }
    let renderer = TemplateRenderer(library)
    renderer.userInfo = SiteFunctions.PageInfo(
      words, theme, site.site.settings, site.plan.addresses)
    do {
      let context = try example.json.map {
        try JSONReader.read(Array($0.utf8), into: renderer.arena)
      }
      try renderer.render(main, context: context ?? .undefined)
      return .output(String(decoding: renderer.output, as: UTF8.self))
    } catch let fault as TemplateFault {
      return report(fault.diagnostic())
    } catch {
      return .output("the JSON of this example cannot be read: \(error)")
    }
  }

  @Test("every example gives what the reference says")
  func examples() throws {
    let file = try #require(DocumentedFile(Self.path))
    #expect(file.examples.count > 10)
    let differences = file.differences { Self.run($0) }
    #expect(differences == [], "\(differences.joined(separator: "\n\n"))")
  }

  @Test("every filter and function has an entry, and there are no others")
  func entries() throws {
    let file = try #require(DocumentedFile(Self.path))
    var names: [String: [String]] = [:]
    var section = ""
    for part in file.parts {
      guard case .heading(let level, let text, _) = part else { continue }
      if level == 2 { section = text }
      if level == 3 {
        names[section, default: []].append(String(text.dropFirst().prefix { $0 != "(" }))
      }
    }
    let extensions = SiteFunctions.extensions
    #expect(names["Functions"]?.sorted() == extensions.functions.keys.sorted())
    #expect(names["Filters"]?.sorted() == extensions.filters.keys.sorted())
    #expect(extensions.tests.isEmpty && extensions.globals.isEmpty)
  }

  @Test(
    "arguments that do not fit are mistakes, each at its call",
    arguments: [
      ("{{ 'a' | markdown(inlin=true) }}", "'inlin' is not an argument; did you mean 'inline'?"),
      ("{{ 'a' | markdown(inline=1) }}", "the argument 'inline' of markdown is true or false"),
      ("{{ nothing | markdown }}", "'nothing' is undefined"),
      ("{{ 'a' | excerpt(0) }}", "the argument 'length' of excerpt is a whole number above 0"),
      ("{{ nothing | excerpt }}", "'nothing' is undefined"),
      ("{{ 'a' | number }}", "a number is needed, not a string"),
      ("{{ nothing | number }}", "a number is needed; 'nothing' is undefined"),
      ("{{ 1 | number(lang='xx') }}", "'xx' is not a language known here; 'en' and 'fr' are"),
      ("{{ 1 | plural('one') }}", "filter 'plural' needs its arguments 'one' and 'other'"),
      ("{{ 'a' | plural('one', 'more') }}", "a number is needed, not a string"),
      ("{{ {'a': 1} | date }}", "a date is needed, not a map"),
      ("{{ '2026-03-02' | date('%Q') }}", "'%Q' is not a code of a date"),
      ("{{ t() }}", "t takes the key of an interface string: t('brief.sources')"),
      ("{{ url(1) }}", "url takes a path of the site: url('topics/')"),
    ])
  func misfits(template: String, summary: String) {
    let example = DocumentedFile.Example(
      place: "", heading: "", templates: [("page.html", template)], options: [],
      expected: .output(""), line: 0)
    let found = Self.run(example)
    guard case .error(let report) = found else {
      Issue.record("there is no mistake: \(found)")
      return
    }
    #expect(report.split(separator: "\n").first?.hasSuffix("]: " + summary) == true, "\(report)")
  }
}
